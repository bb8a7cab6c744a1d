//! Small logs: what is kept, and what hostile or broken text leads to.

mod real;

use std::io::{Read, Write as _};

use proptest::prelude::*;

use super::{Error, Kind, Limits, Problem, Reader, Trace, find};

fn read(text: &[u8]) -> Result<Vec<Trace>, Error> {
    read_within(text, Limits::default())
}

fn read_within(source: impl Read, limits: Limits) -> Result<Vec<Trace>, Error> {
    Reader::new(source, limits)?.collect()
}

fn error(text: &str) -> Error {
    read(text.as_bytes()).unwrap_err()
}

fn log(inside: &str) -> String {
    format!(r#"<?xml version="1.0" encoding="UTF-8"?><log xes.version="1.0">{inside}</log>"#)
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

const SMALL: &str = r#"<?xml version='1.0' encoding='utf-8'?>
<!-- a comment -->
<x:log xmlns:x="http://www.xes-standard.org/" xes.version="1849.2016">
  <x:extension name="Concept" prefix="concept" uri="http://x/concept.xesext"/>
  <x:global scope="event"><x:string key="org:resource" value="UNKNOWN"/></x:global>
  <x:classifier name="Activity" keys="concept:name lifecycle:transition"></x:classifier>
  <x:int key="total" value="2"><x:int key="A&amp;B" value="1"/></x:int>
  <x:trace>
    <x:string key="concept:name" value="Zaak &lt;1&gt; &#x20AC; &quot;&apos;"/>
    <x:event>
      <x:string key="concept:name" value="Aanvraag"><x:boolean key="sure" value="1"/></x:string>
      <x:date key="time:timestamp" value="2011-03-24T08:30:00.1234567+01:00"/>
      <x:string key="org:resource" value="K017"/>
      <x:string key="lifecycle:transition" value="complete"/>
      <x:float key="f" value=" 1.50 "/><x:id key="i" value="ab"/>
      <x:list key="l"><x:values><x:int key="a" value="1"/><x:int key="a" value="2"/></x:values>
        <x:string key="about" value="both"/></x:list>
      <x:container key="c"><x:string key="d" value="e"/></x:container>
    </x:event>
    <x:event/>
  </x:trace>
  <x:trace></x:trace>
  <x:string key="late" value="after the traces"/>
</x:log>
"#;

#[test]
fn everything_is_kept_in_its_order_and_as_written() {
    for source in [SMALL.as_bytes().to_vec(), packed(SMALL.as_bytes())] {
        let mut reader = Reader::new(&source[..], Limits::default()).unwrap();
        let traces: Vec<Trace> = reader.by_ref().map(Result::unwrap).collect();
        assert_eq!((traces.len(), traces[0].events.len()), (2, 2));
        assert_eq!(traces[0].name(), Some("Zaak <1> € \"'"));
        let event = &traces[0].events[0];
        assert_eq!(event.name(), Some("Aanvraag"));
        assert_eq!(event.resource(), Some("K017"));
        assert_eq!(event.transition(), Some("complete"));
        let text = event.timestamp_text();
        assert_eq!(text, Some("2011-03-24T08:30:00.1234567+01:00"));
        let moment = event.timestamp().unwrap().to_string();
        assert_eq!(moment, "2011-03-24T07:30:00.123456Z");
        let keys: Vec<&str> = event
            .attributes
            .iter()
            .map(|one| one.key.as_str())
            .collect();
        assert_eq!(keys[4..], ["f", "i", "l", "c"]);
        assert_eq!(event.attributes[0].children[0].boolean(), Some(true));
        assert_eq!(event.attributes[4].text, " 1.50 ");
        assert_eq!(event.attributes[4].float(), Some(1.5));
        let list = &event.attributes[6];
        let items: Vec<_> = list.items.iter().filter_map(|item| item.int()).collect();
        assert_eq!(
            (items, list.children[0].text.as_str()),
            (vec![1, 2], "both")
        );
        assert_eq!(event.attributes[7].kind, Kind::Container);
        assert_eq!(event.attributes[7].children[0].text, "e");
        // The second event lacks what the global declares, and nothing is made up for it.
        assert!(traces[0].events[1].attributes.is_empty());
        let header = reader.header();
        assert_eq!(header.declared[1].1, "1849.2016");
        assert_eq!(header.extensions[0].prefix, "concept");
        assert_eq!(header.globals[0].attributes[0].text, "UNKNOWN");
        assert_eq!(
            header.classifiers[0].keys,
            "concept:name lifecycle:transition"
        );
        let total = find(&header.attributes, "total").unwrap();
        assert_eq!(total.children[0].key, "A&B");
        assert!(find(&header.attributes, "late").is_some());
    }
}

#[test]
fn a_moment_needs_its_offset() {
    let log = |date: &str| {
        log(&format!(
            r#"<trace><event><date key="time:timestamp" value="{date}"/></event></trace>"#
        ))
    };
    let moment = |date: &str| {
        let traces = read(log(date).as_bytes()).unwrap();
        assert_eq!(traces[0].events[0].timestamp_text(), Some(date));
        traces[0].events[0]
            .timestamp()
            .map(|moment| moment.to_string())
    };
    let expected = Some("2010-12-31T23:00:00.000000Z".to_owned());
    assert_eq!(moment("2011-01-01T00:00:00+01:00"), expected);
    assert_eq!(moment("2010-12-31T23:00:00Z"), expected);
    assert_eq!(moment("2010-12-31T18:00:00.000-05:00"), expected);
    assert_eq!(moment("2011-01-01T00:00:00"), None);
    assert_eq!(moment("yesterday"), None);
}

#[test]
fn document_types_and_entities_are_refused_before_anything_is_expanded() {
    let laughs = r#"<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
        <log><trace><string key="k" value="&b;"/></trace></log>"#;
    assert!(matches!(error(laughs).problem, Problem::DocType));
    let outside = r#"<!DOCTYPE log SYSTEM "file:///etc/passwd"><log/>"#;
    assert!(matches!(error(outside).problem, Problem::DocType));
    for value in ["&b;", "&nbsp;", "&#0;", "&#xD800;", "&#x110000;", "&amp"] {
        let text = log(&format!(
            r#"<trace><string key="k" value="{value}"/></trace>"#
        ));
        let problem = error(&text).problem;
        assert!(
            matches!(problem, Problem::Reference(_)),
            "{value}: {problem}"
        );
    }
    let text = log(r#"<trace><string key="k" value="&#1;"/></trace>"#);
    assert!(matches!(error(&text).problem, Problem::Syntax(_)));
    assert!(matches!(
        error(&log("<trace>&amp;</trace>")).problem,
        Problem::Reference(_)
    ));
}

#[test]
fn nesting_stops_at_its_limit() {
    let nested = |levels: usize| {
        let open = r#"<container key="k">"#.repeat(levels);
        let close = "</container>".repeat(levels);
        log(&format!("<trace>{open}{close}</trace>"))
    };
    assert_eq!(read(nested(62).as_bytes()).unwrap().len(), 1);
    for levels in [63, 200_000] {
        let problem = error(&nested(levels)).problem;
        assert!(
            matches!(problem, Problem::TooLarge { limit: 64, .. }),
            "{problem}"
        );
    }
}

#[test]
fn values_stop_at_their_limit() {
    let value = |len: usize| {
        log(&format!(
            r#"<trace><string key="k" value="{}"/></trace>"#,
            "x".repeat(len)
        ))
    };
    assert_eq!(read(value(1 << 20).as_bytes()).unwrap().len(), 1);
    let problem = error(&value((1 << 20) + 1)).problem;
    assert!(
        matches!(
            problem,
            Problem::TooLarge {
                limit: 1_048_576,
                ..
            }
        ),
        "{problem}"
    );
    let many: String = (0..65).map(|at| format!(r#" a{at}="""#)).collect();
    let problem = error(&log(&format!("<trace><string{many}/></trace>"))).problem;
    assert!(
        matches!(problem, Problem::TooLarge { limit: 64, .. }),
        "{problem}"
    );
}

/// A source that never ends: what a gigabyte without a closing bracket looks like to the reader.
struct Endless {
    start: &'static [u8],
    then: u8,
    given: u64,
}

impl Read for Endless {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if !self.start.is_empty() {
            return self.start.read(out);
        }
        out.fill(self.then);
        self.given += out.len() as u64;
        assert!(self.given < 16 << 20, "the reader reads on and on");
        Ok(out.len())
    }
}

#[test]
fn one_endless_piece_of_anything_is_refused_early() {
    let starts: [(&[u8], u8); 7] = [
        (b"<log><trace><string key=\"k\" value=\"", b'x'),
        (b"<log><trace><", b'e'),
        (b"<log><!--", b'-'),
        (b"<log><![CDATA[", b'x'),
        (b"<!DOCTYPE ", b'<'),
        (b"<log>", b'x'),
        (b"<log><trace>", b' '),
    ];
    for (start, then) in starts {
        let source = Endless {
            start,
            then,
            given: 0,
        };
        let problem = read_within(source, Limits::default()).unwrap_err().problem;
        assert!(
            matches!(problem, Problem::TooLarge { .. }),
            "{start:?}: {problem}"
        );
    }
}

#[test]
fn a_trace_the_whole_text_and_a_bomb_stop_at_their_limits() {
    let many = log(&format!("<trace>{}</trace>", "<event/>".repeat(10_000)));
    let limits = Limits {
        trace_len_max: 100_000,
        ..Limits::default()
    };
    let stopped = read_within(many.as_bytes(), limits).unwrap_err();
    assert!(matches!(
        stopped.problem,
        Problem::TooLarge { limit: 100_000, .. }
    ));
    assert!(stopped.place.in_trace);
    // The same events in many traces are fine: the limit is for each.
    let spread = log(&format!("<trace>{}</trace>", "<event/>".repeat(1_000)).repeat(10));
    assert_eq!(read_within(spread.as_bytes(), limits).unwrap().len(), 10);
    let limits = Limits {
        total_len_max: 10_000,
        ..Limits::default()
    };
    for source in [many.as_bytes().to_vec(), packed(many.as_bytes())] {
        let problem = read_within(&source[..], limits).unwrap_err().problem;
        assert!(
            matches!(problem, Problem::TooLarge { limit: 10_000, .. }),
            "{problem}"
        );
    }
    let exact = Limits {
        total_len_max: many.len() as u64,
        ..Limits::default()
    };
    assert_eq!(read_within(many.as_bytes(), exact).unwrap().len(), 1);
}

#[test]
fn what_a_log_says_about_itself_is_left_out_and_counted_when_it_outgrows_the_header() {
    let children = r#"<int key="k" value="1"/>"#.repeat(10_000);
    let text = log(&format!(
        r#"<int key="total" value="1">{children}</int><trace/>"#
    ));
    let limits = Limits {
        header_len_max: 10_000,
        ..Limits::default()
    };
    let mut reader = Reader::new(text.as_bytes(), limits).unwrap();
    assert_eq!(reader.by_ref().count(), 1);
    let kept = reader.header().attributes[0].children.len() as u64;
    assert!(kept < 100);
    assert_eq!(kept + reader.header().attributes_left_out, 10_000);
    let globals = log(&format!("<global>{children}</global>"));
    let problem = read_within(globals.as_bytes(), limits).unwrap_err().problem;
    assert!(
        matches!(problem, Problem::TooLarge { limit: 10_000, .. }),
        "{problem}"
    );
}

#[test]
fn bytes_that_are_not_utf8_are_named_with_their_place() {
    let before = "<log>\n<trace><event/></trace>\n<trace><event/>\n<string key=\"k\" value=\"ab";
    let mut text = before.as_bytes().to_vec();
    text.extend(b"\xff\"/></trace></log>");
    let error = read(&text).unwrap_err();
    assert!(matches!(error.problem, Problem::NotUtf8), "{error}");
    assert_eq!(error.place.offset, before.len() as u64);
    assert_eq!(
        (error.place.line, error.place.traces, error.place.events),
        (4, 1, 1)
    );
    assert_eq!(
        error.to_string(),
        "not UTF-8, at line 4 (byte 71), in trace 2; 1 traces with 1 events were read before it"
    );
    for before in [
        "<log>\n  <!-- \u{e9} ",
        "<log> x",
        "<log><trace></tr",
        "<lo",
        "<log>&a",
        "<?x ",
    ] {
        let text = [before.as_bytes(), b"\xc3 --></trace>;?></log>"].concat();
        let error = read(&text).unwrap_err();
        assert!(
            matches!(error.problem, Problem::NotUtf8),
            "{before}: {error}"
        );
        assert_eq!(error.place.offset, before.len() as u64, "{before}: {error}");
    }
    let latin = r#"<?xml version="1.0" encoding="ISO-8859-1"?><log/>"#;
    assert!(matches!(
        read(latin.as_bytes()).unwrap_err().problem,
        Problem::Encoding(_)
    ));
}

#[test]
fn what_has_no_place_in_a_log_is_refused() {
    let misplaced = [
        "<html/>",
        "<log/><log/>",
        "<log><event/></log>",
        "<log><trace><trace/></trace></log>",
        "<log><trace><event><event/></event></trace></log>",
        "<log><trace><values/></trace></log>",
        r#"<log><extension name="a" prefix="b" uri="c"><int key="a" value="1"/></extension></log>"#,
    ];
    for text in misplaced {
        let problem = error(text).problem;
        assert!(
            matches!(problem, Problem::Misplaced { .. }),
            "{text}: {problem}"
        );
    }
    for text in ["<log>x</log>", "<log><![CDATA[x]]></log>", "x<log/>"] {
        assert!(matches!(error(text).problem, Problem::StrayText), "{text}");
    }
    for text in [
        r#"<log><trace><string key="k"/></trace></log>"#,
        r#"<log><trace><string value="k"/></trace></log>"#,
        r#"<log><classifier name="k"/></log>"#,
    ] {
        assert!(
            matches!(error(text).problem, Problem::Missing { .. }),
            "{text}"
        );
    }
    for text in [
        "<log></trace></log>",
        "<log/></log>",
        r#"<log a="1" a="2"/>"#,
        "<log a=1/>",
    ] {
        assert!(matches!(error(text).problem, Problem::Syntax(_)), "{text}");
    }
}

#[test]
fn a_text_cut_anywhere_is_never_taken_for_a_whole_log() {
    let whole = SMALL.trim_end();
    for at in (0..whole.len()).filter(|at| whole.is_char_boundary(*at)) {
        let result = read(&whole.as_bytes()[..at]);
        assert!(
            matches!(result.unwrap_err().problem, Problem::Truncated),
            "{at}"
        );
    }
    let packed = packed(SMALL.as_bytes());
    for at in 0..packed.len() {
        let result = read(&packed[..at]);
        assert!(result.is_err(), "{at}");
    }
}

#[test]
fn nothing_follows_an_error() {
    let text = log("<trace/><trace><oops/></trace><trace/>");
    let mut reader = Reader::new(text.as_bytes(), Limits::default()).unwrap();
    assert!(reader.next().unwrap().is_ok());
    assert!(reader.next().unwrap().is_err());
    assert!(reader.next().is_none());
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
        let _ = read(&[b"<log><trace>", &bytes[..]].concat());
        let _ = read(&[&[0x1f, 0x8b][..], &bytes[..]].concat());
    }

    #[test]
    fn any_changed_byte_is_read_without_panic(at in 0..SMALL.len(), byte: u8) {
        let mut bytes = SMALL.as_bytes().to_vec();
        bytes[at] = byte;
        let _ = read(&bytes);
    }
}

#[test]
fn attributes_that_were_not_asked_for_are_passed_over() {
    let text = r#"<log><string key="about" value="kept"/>
<trace><string key="concept:name" value="Z1"/><string key="secret" value="x"><string key="concept:name" value="inner"/></string>
<event><string key="concept:&#110;ame" value="A"/><list key="l"><values><string key="concept:name" value="no"/></values></list>
<date key="time:timestamp" value="2025-01-01T00:00:00Z"/></event></trace></log>"#;
    let limits = Limits::default();
    let keys = ["concept:name", "time:timestamp"];
    let mut reader = Reader::keeping(text.as_bytes(), limits, &keys).unwrap();
    let trace = reader.next().unwrap().unwrap();
    assert_eq!(trace.attributes.len(), 1);
    assert_eq!(trace.name(), Some("Z1"));
    let event = &trace.events[0];
    assert_eq!(event.attributes.len(), 2);
    assert_eq!(event.name(), Some("A"));
    assert!(event.timestamp().is_some());
    assert!(reader.next().is_none());
    assert_eq!(reader.header().attributes.len(), 1);
}
