//! Subscriptions of a book: everything that is there and everything that comes, once, in order.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use weegboek::base::{Category, Position};
use weegboek::book::fields::EventType;
use weegboek::book::{Access, Book, Recording};
use weegboek::log::Filter;
use weegboek::store::{Item, Opening, Subscription};

use crate::support::{Scene, dossier, items, line, renamed, set, unset};

const WRITERS: u64 = 4;
const EACH: u64 = 30;

/// A limit on waiting, so that an event that never comes is a failure and no standstill.
const PATIENCE: Duration = Duration::from_secs(60);

fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    runtime.block_on(work)
}

async fn next(subscription: &mut Subscription) -> Item {
    let next = tokio::time::timeout(PATIENCE, subscription.next()).await;
    next.expect("the next event does not come").unwrap()
}

fn voice(number: u64) -> weegboek::book::fields::Line {
    let mut line = renamed(&line("voice"), &format!("stem-{number}"));
    unset(&mut line, "about");
    set(&mut line, "words", format!("Dit is stem {number}."));
    if number.is_multiple_of(3) {
        let mut other = renamed(&crate::support::line("policy"), &format!("beleid-{number}"));
        set(&mut other, "topic", format!("onderwerp {number}"));
        return other;
    }
    line
}

/// Writes from several threads until all is written; tells how many there are.
fn write_all(book: &Book) {
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            scope.spawn(move || {
                for at in 0..EACH {
                    book.record(&voice(writer * EACH + at), &Recording::default())
                        .unwrap();
                }
            });
        }
    });
}

/// Follows a book from a position on while another writes, up to a position.
fn follow(reader: &Book, from: u64, until: u64, filter: &Filter) -> Vec<Item> {
    let mut subscription = reader.subscribe(Position(from), filter.clone(), Opening::Words);
    run(async {
        let mut got = Vec::new();
        while subscription.position().0 < until {
            // Only as far as must come: what passes the filter may have ended before.
            let one = tokio::time::timeout(Duration::from_millis(200), subscription.next()).await;
            match one {
                Ok(item) => got.push(item.unwrap()),
                Err(_) if subscription.position().0 >= until => break,
                Err(_) => {}
            }
        }
        got
    })
}

fn check(followed: &[Item], all: &[Item], from: u64, passes: &dyn Fn(&Item) -> bool) {
    let got: Vec<_> = followed.iter().map(|it| it.entry.position.0).collect();
    let expected: Vec<_> = all
        .iter()
        .filter(|it| it.entry.position.0 >= from && passes(it))
        .map(|it| it.entry.position.0)
        .collect();
    assert_eq!(got, expected, "from {from}");
    for item in followed {
        let there = &all[usize::try_from(item.entry.position.0).unwrap()];
        assert_eq!(item.entry, there.entry);
        assert_eq!(
            item.content.as_ref().unwrap(),
            there.content.as_ref().unwrap()
        );
    }
}

#[test]
fn every_position_once_from_anywhere_and_over_into_live() {
    let scene = Scene::after("conversation");
    let start = scene.checkpoint().next.0;
    let until = start + WRITERS * EACH;
    let beside = Book::open(&scene.path(), Access::Read).unwrap();
    let froms = [0, 1, 3, start - 1, start, start + 1, start + 50, until - 1];
    let followed: Vec<_> = std::thread::scope(|scope| {
        let mut following = Vec::new();
        for from in froms {
            // In the book that writes, and in another that reads beside it.
            for reader in [&scene.book, &beside] {
                let follow = move || follow(reader, from, until, &Filter::default());
                following.push((from, scope.spawn(follow)));
            }
        }
        write_all(&scene.book);
        following
            .into_iter()
            .map(|(from, it)| (from, it.join().unwrap()))
            .collect()
    });
    let all = items(&scene.book, Opening::Words);
    assert_eq!(all.len() as u64, until);
    for (from, followed) in followed {
        check(&followed, &all, from, &|_| true);
    }
}

#[test]
fn filters_pass_what_they_name_and_nothing_else() {
    let scene = Scene::after("conversation");
    let until = scene.checkpoint().next.0 + WRITERS * EACH;
    let stream = items(&scene.book, Opening::Facts)
        .last()
        .unwrap()
        .entry
        .stream;
    let of = |streams: bool, category: Option<u16>, types: &[EventType]| Filter {
        streams: if streams { vec![stream] } else { Vec::new() },
        categories: category.map(Category).into_iter().collect(),
        types: types.iter().map(|it| it.number()).collect(),
    };
    let filters = [
        of(true, None, &[]),
        of(false, Some(2), &[]),
        of(false, None, &[EventType::PolicyContextNoted]),
        of(
            true,
            None,
            &[
                EventType::ClientVoiceRecorded,
                EventType::PolicyContextNoted,
            ],
        ),
        of(true, Some(2), &[]),
        of(false, Some(5), &[EventType::CatalogueAdopted]),
    ];
    let beside = Book::open(&scene.path(), Access::Read).unwrap();
    let followed: Vec<_> = std::thread::scope(|scope| {
        let mut following = Vec::new();
        for filter in &filters {
            for reader in [&scene.book, &beside] {
                let follow = move || follow(reader, 0, until, filter);
                following.push((filter, scope.spawn(follow)));
            }
        }
        write_all(&scene.book);
        following
            .into_iter()
            .map(|(filter, it)| (filter, it.join().unwrap()))
            .collect()
    });
    let all = items(&scene.book, Opening::Words);
    for (filter, followed) in followed {
        let passes = |item: &Item| {
            let entry = &item.entry;
            (filter.streams.is_empty() || filter.streams.contains(&entry.stream))
                && (filter.categories.is_empty()
                    || filter.categories.contains(&entry.stream.category))
                && (filter.types.is_empty() || filter.types.contains(&entry.event_type))
        };
        check(&followed, &all, 0, &passes);
    }
}

/// Waiting is given up again and again; nothing is lost or given twice by that.
#[test]
fn a_wait_that_is_given_up_loses_nothing() {
    let scene = Scene::after("opened");
    let start = scene.checkpoint().next.0;
    let written = Arc::new(AtomicU64::new(0));
    let got = std::thread::scope(|scope| {
        let written = Arc::clone(&written);
        let book = &scene.book;
        scope.spawn(move || {
            for number in 0..60 {
                book.record(&voice(number), &Recording::default()).unwrap();
                written.fetch_add(1, Ordering::SeqCst);
            }
        });
        let mut subscription = book.subscribe(Position(start), Filter::default(), Opening::Facts);
        run(async {
            let mut got = Vec::new();
            while got.len() < 60 {
                let wait = Duration::from_micros(got.len() as u64 * 7 % 50);
                if let Ok(item) = tokio::time::timeout(wait, subscription.next()).await {
                    got.push(item.unwrap().entry.position.0);
                }
            }
            got
        })
    });
    assert_eq!(written.load(Ordering::SeqCst), 60);
    assert!(got.into_iter().eq(start..start + 60));
}

/// Facts alone leave every text closed.
#[test]
fn a_subscription_to_facts_opens_no_words() {
    let scene = Scene::after("opened");
    for line in dossier().iter().skip(1) {
        scene.records(line);
    }
    let head = scene.checkpoint().next.0;
    let mut subscription = scene
        .book
        .subscribe(Position::START, Filter::default(), Opening::Facts);
    run(async {
        for _ in 0..head {
            let item = next(&mut subscription).await;
            let recorded = item.content.unwrap();
            recorded
                .event
                .words(&mut |words| assert!(words.open().is_none()));
        }
    });
}
