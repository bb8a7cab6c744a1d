//! Test vectors, computed with another implementation in another language. They are promises:
//! what was sealed once must open for ever. `schemas/vault-format.md` shows the same values.

use crate::base::{ActorId, Category, EventId, KeyId, StreamId};

use crate::vault::cipher::{self, DataKey};
use crate::vault::format::{self, Purpose, Record, Wrapped};
use crate::vault::kek::Kek;
use crate::vault::part::Part;
use crate::vault::pseudonym::Pseudonyms;

const PLAIN: &str = "Afgewogen: maatwerk, omdat de regel haar doel mist.";
const EVENT_KEY: &str = "fe8425cb60ce716d61bec2f95ba955ca0d79d946c81e24edc917468276c7069d";
const COMMITMENT: &str = "f153a54e88190fa1078de1f6797fc5dfbe8cc8f847b29c6bdddeca60cb4df29e";
const SEALED: &str = "404142434445464748494a4b5d3b517bc57beb4e6803aca4b7f49b5ab04a09da88a06e8d8021\
    e3fd2955951f6c65536693ca6c1f802d0bc84edd59308492832e24a9004c9326ccb382982d2e599f5d";
const WRAPPED: &str = "f91812856799f98359fbddfbb926aeaec7e8a16315b46a56766ed639bc24d1f2c6f4ae00128a\
    c454f1c09ff38f873e85";
const RECORD: &str = "006401303132333435363738393a3b3c3d3e3f0002202122232425262728292a2b2c2d2e2f0005\
    00000001404142434445464748494a4bf91812856799f98359fbddfbb926aeaec7e8a16315b46a56766ed639bc24d1\
    f2c6f4ae00128ac454f1c09ff38f873e856290b5eb";
const HEADER: &str = "574545474b45595300010000505152535455565758595a5b5c5d5e5f0000000000000000000000\
    0000000000000000000000000000000000000000003d4b9565";
const MARK: &str = "000000000000106b4ba27b52";

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `N` bytes that count up from `first`.
fn counting<const N: usize>(first: u8) -> [u8; N] {
    std::array::from_fn(|at| first + u8::try_from(at).unwrap())
}

fn part() -> Part {
    Part {
        event: EventId(counting(0x10)),
        stream: StreamId {
            category: Category(2),
            id: counting(0x20),
        },
        event_type: 3,
        schema_version: 4,
        kind: 1,
        class: 5,
        key: KeyId(counting(0x30)),
    }
}

#[test]
fn a_part_seals_to_the_known_bytes_and_opens_from_them() {
    let key = DataKey::new(&counting(0)).event_key(part().event, part().kind);
    assert_eq!(hex(key.bytes()), EVENT_KEY);
    let (commitment, bytes) = key
        .seal(&part(), &counting(0x40), PLAIN.as_bytes())
        .unwrap();
    assert_eq!(hex(&commitment), COMMITMENT);
    assert_eq!(hex(&bytes), SEALED);
    let mut plain = Vec::new();
    key.open_into(&part(), &commitment, &bytes, &mut plain)
        .unwrap();
    assert_eq!(plain, PLAIN.as_bytes());
}

#[test]
fn a_data_key_wraps_to_the_known_record() {
    let log = counting(0x50);
    let Part {
        stream, class, key, ..
    } = part();
    let purpose = Purpose { stream, class };
    let aad = format::wrap_aad(&log, key, Some(purpose), 1);
    let nonce = counting(0x40);
    let bytes = cipher::wrap(&[0x77; 32], &nonce, &aad, &counting(0)).unwrap();
    assert_eq!(hex(&bytes), WRAPPED);
    let opened = cipher::unwrap(&[0x77; 32], &nonce, &aad, &bytes).unwrap();
    assert_eq!(*opened, counting(0));
    let wrapped = Wrapped {
        epoch: 1,
        nonce,
        bytes,
    };
    let mut record = Vec::new();
    format::write(&Record::DataKey(key, purpose, wrapped), &mut record);
    assert_eq!(hex(&record), RECORD);
    let page = format::page(&log, 4096 + 107);
    assert_eq!(hex(&page[..64]), HEADER);
    assert_eq!(hex(&page[1024..1036]), MARK);
}

#[test]
fn a_key_file_has_the_known_text() {
    let text = Kek::known(1, [0x77; 32]).text();
    let expected = format!(
        "weegboek key file 1\nepoch 1\nkey {}\ncheck f749e4d8\n",
        "77".repeat(32)
    );
    assert_eq!(*text, expected);
}

#[test]
fn pseudonyms_are_the_known_ones_in_every_category() {
    let pseudonyms = Pseudonyms(zeroize::Zeroizing::new([0x66; 32]));
    for category in [Category(1), Category(9)] {
        let stream = pseudonyms.stream(category, "ZAAK-2025-0001");
        assert_eq!(stream.category, category);
        assert_eq!(hex(&stream.id), "7295bda48524cb4606ad355ac438fe15");
    }
    let actor: ActorId = "ccf10320344b585fdceb29a54b34c418".parse().unwrap();
    assert_eq!(pseudonyms.actor("K017"), actor);
}

/// RFC 4231 §4.3 (test case 2) for HMAC with a key shorter than 32 bytes, padded with zeros.
#[test]
fn hmac_equals_the_public_vector() {
    let mut key = [0; 32];
    key[..4].copy_from_slice(b"Jefe");
    let digest = cipher::hmac(&key, &[b"what do ya want ", b"for nothing?"]);
    assert_eq!(
        hex(&digest),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    );
}
