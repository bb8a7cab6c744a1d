//! The relational form of a log, read from a SQLite database.
//!
//! Only plain tables of plain columns are read: a view or a virtual table could make one row into
//! any number, a generated column one byte into any text.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;

use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

use super::budget::Budget;
use super::error::{Error, short};
use super::model::{
    AttributeType, Change, Event, Kind, Log, Moment, Object, Relation, Stray, Type, Value,
};
use super::reader::Limits;
use super::time;

/// Columns of the tables of types that are no attributes.
const OWN_COLUMNS: [&str; 3] = ["ocel_id", "ocel_time", "ocel_changed_field"];

/// Reads the whole log.
pub(super) fn read(path: &Path, limits: &Limits) -> Result<Log, Error> {
    let len = std::fs::metadata(path)?.len();
    if len > limits.total_len_max {
        return Err(Error::TooLarge {
            what: "the database (bytes)",
            limit: limits.total_len_max,
        });
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    let longest = i32::try_from(limits.text_len_max).unwrap_or(i32::MAX);
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, longest)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    let tables = Tables::of(connection, limits)?;
    let mut log = Log::default();
    let mut strays = Vec::new();
    let mut objects: HashMap<String, usize> = HashMap::new();
    tables.each("object", ["ocel_id", "ocel_type"], |[id, of_type]| {
        objects.insert(id.clone(), log.objects.len());
        log.objects.push(Object {
            id,
            of_type,
            changes: Vec::new(),
            relations: Vec::new(),
        });
    })?;
    for [name, map] in tables.maps("object_map_type")? {
        let table = format!("object_{map}");
        let columns = tables.columns(&table)?;
        log.types.objects.push(declared(&name, &columns));
        tables.changes(&table, &columns, &objects, &mut log.objects, &mut strays)?;
    }
    tables.events(&mut log, &mut strays)?;
    let columns = ["ocel_source_id", "ocel_target_id", "ocel_qualifier"];
    tables.each(
        "object_object",
        columns,
        |[from, object, qualifier]| match objects.get(&from).and_then(|at| log.objects.get_mut(*at))
        {
            Some(place) => place.relations.push(Relation { object, qualifier }),
            None => strays.push(stray("object_object", from)),
        },
    )?;
    log.strays = strays;
    Ok(log)
}

fn stray(table: &str, id: String) -> Stray {
    Stray {
        table: table.to_owned(),
        id,
    }
}

fn declared(name: &str, columns: &[(String, String)]) -> Type {
    let attribute = |(name, kind): &(String, String)| {
        let kind = match kind.to_ascii_uppercase().as_str() {
            "TEXT" | "" => Kind::String,
            "TIMESTAMP" => Kind::Time,
            "INTEGER" => Kind::Integer,
            "REAL" => Kind::Float,
            "BOOLEAN" => Kind::Boolean,
            _ => Kind::Other(kind.clone()),
        };
        let own = OWN_COLUMNS.contains(&name.as_str());
        (!own).then(|| AttributeType {
            name: name.clone(),
            kind,
        })
    };
    Type {
        name: name.to_owned(),
        attributes: columns.iter().filter_map(attribute).collect(),
    }
}

/// The plain tables of a database, with what may still be read of them all together.
struct Tables {
    connection: Connection,
    names: Vec<String>,
    budget: RefCell<Budget>,
}

impl Tables {
    fn of(connection: Connection, limits: &Limits) -> Result<Self, Error> {
        let sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'";
        let names = {
            let mut statement = connection.prepare(sql)?;
            let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
            rows.collect::<Result<Vec<_>, _>>()?
        };
        Ok(Self {
            connection,
            names,
            budget: RefCell::new(Budget::new(limits)),
        })
    }

    fn known(&self, table: &str) -> Result<(), Error> {
        if !self.names.iter().any(|name| name == table) {
            return Err(Error::Sqlite(format!(
                "there is no table {:?}",
                short(table)
            )));
        }
        let sql = "SELECT count(*) FROM pragma_table_xinfo(?1) WHERE hidden <> 0";
        let generated: i64 = self.connection.query_row(sql, [table], |row| row.get(0))?;
        if generated > 0 {
            let table = short(table);
            return Err(Error::Sqlite(format!("{table:?} has a generated column")));
        }
        Ok(())
    }

    /// Takes room for one thing.
    fn item(&self) -> Result<(), Error> {
        self.budget.borrow_mut().items(1)
    }

    /// A cell as text, with room taken for it; `None` when it is empty.
    fn text(&self, cell: ValueRef<'_>) -> Result<Option<String>, Error> {
        let text = as_text(cell)?;
        if let Some(text) = &text {
            self.budget.borrow_mut().text(text)?;
        }
        Ok(text)
    }

    /// Names and declared types of the columns.
    fn columns(&self, table: &str) -> Result<Vec<(String, String)>, Error> {
        self.known(table)?;
        let sql = "SELECT name, type FROM pragma_table_info(?1)";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([table])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            self.item()?;
            let cell = |at| Ok::<_, Error>(self.text(row.get_ref(at)?)?.unwrap_or_default());
            found.push((cell(0)?, cell(1)?));
        }
        Ok(found)
    }

    /// Every row of some columns, as texts, one after another.
    fn each<const N: usize>(
        &self,
        table: &str,
        columns: [&str; N],
        mut take: impl FnMut([String; N]),
    ) -> Result<(), Error> {
        self.known(table)?;
        let list: Vec<String> = columns.iter().map(|name| quoted(name)).collect();
        let sql = format!("SELECT {} FROM {}", list.join(", "), quoted(table));
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut texts = [const { String::new() }; N];
            for (at, text) in texts.iter_mut().enumerate() {
                *text = self.text(row.get_ref(at)?)?.unwrap_or_default();
            }
            self.item()?;
            take(texts);
        }
        Ok(())
    }

    /// The names of the types, each with what its table is called.
    fn maps(&self, table: &str) -> Result<Vec<[String; 2]>, Error> {
        let mut found = Vec::new();
        self.each(table, ["ocel_type", "ocel_type_map"], |map| found.push(map))?;
        Ok(found)
    }

    /// The values of the objects of one type: the first row of an object holds its first values,
    /// later rows the one field they name. A row of an object that is not there is a stray.
    fn changes(
        &self,
        table: &str,
        columns: &[(String, String)],
        objects: &HashMap<String, usize>,
        into: &mut [Object],
        strays: &mut Vec<Stray>,
    ) -> Result<(), Error> {
        let sql = format!("SELECT * FROM {}", quoted(table));
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            self.item()?;
            let cell = |name: &str| match columns.iter().position(|(one, _)| one == name) {
                Some(at) => self.text(row.get_ref(at)?),
                None => Ok(None),
            };
            let id = cell("ocel_id")?.unwrap_or_default();
            let from = moment(cell("ocel_time")?, &id)?;
            let changed = cell("ocel_changed_field")?.filter(|name| !name.is_empty());
            let Some(object) = objects.get(&id).and_then(|at| into.get_mut(*at)) else {
                strays.push(stray(table, id));
                continue;
            };
            for (name, _) in columns.iter().filter(|(name, _)| !own(name)) {
                let wanted = changed.as_ref().is_none_or(|changed| changed == name);
                if !wanted {
                    continue;
                }
                if let Some(text) = cell(name)? {
                    self.item()?;
                    object.changes.push(Change {
                        name: name.clone(),
                        from: from.clone(),
                        text,
                    });
                }
            }
        }
        Ok(())
    }

    fn events(&self, log: &mut Log, strays: &mut Vec<Stray>) -> Result<(), Error> {
        let mut events: HashMap<String, usize> = HashMap::new();
        let mut waiting: Vec<(String, String, Option<Moment>, Vec<Value>)> = Vec::new();
        self.each("event", ["ocel_id", "ocel_type"], |[id, of_type]| {
            events.insert(id.clone(), waiting.len());
            waiting.push((id, of_type, None, Vec::new()));
        })?;
        for [name, map] in self.maps("event_map_type")? {
            let table = format!("event_{map}");
            let columns = self.columns(&table)?;
            log.types.events.push(declared(&name, &columns));
            let sql = format!("SELECT * FROM {}", quoted(&table));
            let mut statement = self.connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                self.item()?;
                let cell = |wanted: &str| match columns.iter().position(|(one, _)| one == wanted) {
                    Some(at) => self.text(row.get_ref(at)?),
                    None => Ok(None),
                };
                let id = cell("ocel_id")?.unwrap_or_default();
                let Some(place) = events.get(&id).and_then(|at| waiting.get_mut(*at)) else {
                    strays.push(stray(&table, id));
                    continue;
                };
                place.2 = Some(moment(cell("ocel_time")?, &id)?);
                for (name, _) in columns.iter().filter(|(name, _)| !own(name)) {
                    if let Some(text) = cell(name)? {
                        self.item()?;
                        place.3.push(Value {
                            name: name.clone(),
                            text,
                        });
                    }
                }
            }
        }
        for (id, of_type, time, values) in waiting {
            let time = time.ok_or_else(|| Error::Time {
                text: String::new(),
                id: short(&id),
            })?;
            log.events.push(Event {
                id,
                of_type,
                time,
                values,
                relations: Vec::new(),
            });
        }
        let columns = ["ocel_event_id", "ocel_object_id", "ocel_qualifier"];
        self.each(
            "event_object",
            columns,
            |[from, object, qualifier]| match events
                .get(&from)
                .and_then(|at| log.events.get_mut(*at))
            {
                Some(place) => place.relations.push(Relation { object, qualifier }),
                None => strays.push(stray("event_object", from)),
            },
        )
    }
}

fn own(name: &str) -> bool {
    OWN_COLUMNS.contains(&name)
}

fn moment(text: Option<String>, id: &str) -> Result<Moment, Error> {
    let text = text.unwrap_or_default();
    time::read(&text).ok_or_else(|| Error::Time {
        text: short(&text),
        id: short(id),
    })
}

/// A cell as text; `None` when it is empty.
fn as_text(cell: ValueRef<'_>) -> Result<Option<String>, Error> {
    Ok(match cell {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(text) => match std::str::from_utf8(text) {
            Ok(text) => Some(text.to_owned()),
            Err(_) => return Err(Error::Sqlite("a text that is not UTF-8".to_owned())),
        },
        ValueRef::Blob(_) => return Err(Error::Sqlite("a cell of bytes".to_owned())),
    })
}

/// A name between backticks: between double quotes SQLite would take a missing column for a text.
pub(super) fn quoted(name: &str) -> String {
    format!("`{}`", name.replace('`', "``"))
}
