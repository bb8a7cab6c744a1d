//! Appending: events encoded, sealed and handed to the log.

use super::error::Error;
use super::{Opening, Store};
use crate::base::{EventId, Expected, Position, StreamId, Timestamp, Version};
use crate::codec;
use crate::domain::Decided;
use crate::domain::retention::RetentionClass;
use crate::log::{self, Append, NewPart, Outcome, PartKind};
use crate::vault::{Handle, Part};

/// An event to be appended.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// Its id.
    pub id: EventId,
    /// Its stream.
    pub stream: StreamId,
    /// The moment of recording when it is set (demonstration, test, import); `None` reads the
    /// clock.
    pub recorded_at: Option<Timestamp>,
    /// What was decided.
    pub decided: Decided,
}

/// Where an append stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// Position of each event, in the order of the append.
    pub positions: Vec<Position>,
    /// Whether it was recorded before, so that nothing was written now.
    pub was_there: bool,
    /// Version of the last event in its stream; known when it was written now.
    pub last_version: Option<Version>,
    /// Moment of recording of the last event; known when it was written now.
    pub recorded_at: Option<Timestamp>,
}

impl Store {
    /// Appends events, all or nothing; returns when they are durable.
    ///
    /// # Errors
    /// [`Error::Log`] with a conflict when a stream is not as expected;
    /// [`Error::SameIdOtherContent`] when an id was used for something else; in both cases nothing
    /// was written. [`Error::Vault`] and [`Error::Log`] when writing fails.
    pub fn append(
        &self,
        expected: Vec<(StreamId, Expected)>,
        events: &[NewEvent],
    ) -> Result<Appended, Error> {
        let classes: Vec<_> = events
            .iter()
            .map(|event| {
                (
                    event.stream,
                    RetentionClass::of(&event.decided.event).number(),
                )
            })
            .collect();
        let keys = self.vault.ensure_keys(&classes)?;
        let sealed = self.with_handle(|handle| {
            events
                .iter()
                .zip(classes.iter().zip(keys))
                .map(|(event, ((_, class), key))| self.seal(handle, event, *class, key))
                .collect::<Result<Vec<_>, Error>>()
        })?;
        match self.engine.append(Append {
            expected,
            events: sealed,
        })? {
            Outcome::Recorded(recorded) => Ok(Appended {
                positions: (recorded.first.0..recorded.next.0).map(Position).collect(),
                was_there: false,
                last_version: Some(recorded.last_version),
                recorded_at: Some(recorded.recorded_at),
            }),
            Outcome::AlreadyThere { positions } => {
                for (event, position) in events.iter().zip(&positions) {
                    self.must_be_same(event, *position)?;
                }
                Ok(Appended {
                    positions,
                    was_there: true,
                    last_version: None,
                    recorded_at: None,
                })
            }
        }
    }

    fn seal(
        &self,
        handle: &mut Handle,
        event: &NewEvent,
        class: u16,
        key: crate::base::KeyId,
    ) -> Result<log::NewEvent, Error> {
        let Decided {
            common,
            noted,
            event: content,
        } = &event.decided;
        let parts = codec::encode(common, noted.as_ref(), content)?;
        let event_type = content.event_type();
        let mut seal_part = |kind: PartKind, plain: &[u8]| {
            let part = Part {
                event: event.id,
                stream: event.stream,
                event_type: event_type.number(),
                schema_version: event_type.version(),
                kind: kind.code(),
                class,
                key,
            };
            handle.seal(&part, plain).map(|sealed| NewPart {
                kind,
                class,
                key: sealed.key,
                commitment: sealed.commitment,
                ciphertext: sealed.bytes,
            })
        };
        let mut sealed = vec![seal_part(PartKind::Facts, &parts.facts)?];
        if let Some(words) = &parts.words {
            sealed.push(seal_part(PartKind::Words, words)?);
        }
        Ok(log::NewEvent {
            stream: event.stream,
            event_id: event.id,
            event_type: event_type.number(),
            schema_version: event_type.version(),
            actor: self.vault.actor_id(&common.actor.0)?,
            recorded_at: event.recorded_at,
            parts: sealed,
        })
    }

    /// A repeated id must stand for the same event.
    fn must_be_same(&self, event: &NewEvent, position: Position) -> Result<(), Error> {
        let there = self.event_at(position, Opening::Words)?;
        let same = there.is_some_and(|there| {
            there.common == event.decided.common && there.event == event.decided.event
        });
        if same {
            Ok(())
        } else {
            Err(Error::SameIdOtherContent {
                id: event.id,
                position,
            })
        }
    }
}
