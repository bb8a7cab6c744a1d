//! Writing a log as a SQLite database, with every primary and foreign key of the standard.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use rusqlite::types::Value as Cell;
use rusqlite::{Connection, params_from_iter};

use super::Writer;
use super::error::Error;
use super::model::{Event, Kind, Object, Type, Types};
use super::sqlite::quoted;
use super::time;

/// The tables that do not depend on the types.
const FIXED: &str = "
CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT,
  FOREIGN KEY (ocel_type) REFERENCES event_map_type (ocel_type));
CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT,
  FOREIGN KEY (ocel_type) REFERENCES object_map_type (ocel_type));
CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT,
  PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier),
  FOREIGN KEY (ocel_event_id) REFERENCES event (ocel_id),
  FOREIGN KEY (ocel_object_id) REFERENCES object (ocel_id));
CREATE TABLE object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT,
  PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier),
  FOREIGN KEY (ocel_source_id) REFERENCES object (ocel_id),
  FOREIGN KEY (ocel_target_id) REFERENCES object (ocel_id));";

/// Writes a log as a SQLite database.
pub struct SqliteWriter {
    connection: Connection,
    objects: HashMap<String, TypeTable>,
    events: HashMap<String, TypeTable>,
    /// Rows to write, by the statement that writes them.
    waiting: HashMap<String, Vec<Vec<Cell>>>,
    waiting_rows: usize,
}

/// Rows kept in memory before they are written.
const WAITING_MAX: usize = 8_192;

/// The table of one type.
struct TypeTable {
    insert: String,
    /// Kinds of the attributes by name, with their place among the columns.
    columns: HashMap<String, (usize, Kind)>,
    width: usize,
}

impl SqliteWriter {
    /// Starts a database with these types. The file must not exist yet.
    ///
    /// # Errors
    /// When SQLite cannot make the file or a table.
    pub fn new(path: &Path, types: &Types) -> Result<Self, Error> {
        let connection = Connection::open(path)?;
        // The file is of no use unless it is whole, and is removed when it is not.
        connection.pragma_update(None, "journal_mode", "OFF")?;
        connection.pragma_update(None, "synchronous", "OFF")?;
        // What a relation names may come later; all of it is checked at the end.
        connection.pragma_update(None, "foreign_keys", false)?;
        connection.execute_batch("BEGIN")?;
        connection.execute_batch(FIXED)?;
        let objects = tables(&connection, "object", &types.objects)?;
        let events = tables(&connection, "event", &types.events)?;
        Ok(Self {
            connection,
            objects,
            events,
            waiting: HashMap::new(),
            waiting_rows: 0,
        })
    }

    /// Keeps a row until there are enough to be worth preparing a statement for.
    fn insert(&mut self, sql: &str, cells: impl IntoIterator<Item = Cell>) -> Result<(), Error> {
        let row = cells.into_iter().collect();
        match self.waiting.get_mut(sql) {
            Some(rows) => rows.push(row),
            None => drop(self.waiting.insert(sql.to_owned(), vec![row])),
        }
        self.waiting_rows += 1;
        if self.waiting_rows >= WAITING_MAX {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Error> {
        self.waiting_rows = 0;
        for (sql, rows) in self.waiting.drain() {
            let mut statement = self.connection.prepare(&sql)?;
            for row in rows {
                statement.execute(params_from_iter(row))?;
            }
        }
        Ok(())
    }
}

fn tables(
    connection: &Connection,
    owner: &str,
    types: &[Type],
) -> Result<HashMap<String, TypeTable>, Error> {
    let mut taken = HashSet::from(["map_type".to_owned(), "object".to_owned()]);
    let mut made = HashMap::new();
    for one in types {
        let plain = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '_';
        let map: String = one.name.chars().filter(plain).collect();
        let numbered = (1..).map(|number| match number {
            1 => map.clone(),
            _ => format!("{map}{number}"),
        });
        // SQLite does not tell names apart by their capitals.
        let free = numbered
            .take(types.len() + 3)
            .find(|name| !taken.contains(&name.to_ascii_lowercase()));
        let map = free.unwrap_or(map);
        taken.insert(map.to_ascii_lowercase());
        let insert = format!("INSERT INTO {owner}_map_type VALUES (?1, ?2)");
        connection.execute(&insert, [&one.name, &map])?;
        let table = quoted(&format!("{owner}_{map}"));
        let key = match owner {
            "event" => "PRIMARY KEY",
            _ => "",
        };
        let changed = match owner {
            "event" => "",
            _ => ", ocel_changed_field TEXT",
        };
        let mut sql =
            format!("CREATE TABLE {table} (ocel_id TEXT {key}, ocel_time TIMESTAMP{changed}");
        let first = if changed.is_empty() { 2 } else { 3 };
        let mut columns = HashMap::new();
        for (at, attribute) in one.attributes.iter().enumerate() {
            let kind = match attribute.kind {
                Kind::Integer => "INTEGER",
                Kind::Float => "REAL",
                Kind::Time => "TIMESTAMP",
                Kind::Boolean => "BOOLEAN",
                Kind::String | Kind::Other(_) => "TEXT",
            };
            sql.push_str(&format!(", {} {kind}", quoted(&attribute.name)));
            columns.insert(attribute.name.clone(), (first + at, attribute.kind.clone()));
        }
        sql.push_str(&format!(
            ", FOREIGN KEY (ocel_id) REFERENCES {owner} (ocel_id))"
        ));
        connection.execute_batch(&sql)?;
        let width = first + one.attributes.len();
        let marks = vec!["?"; width].join(", ");
        let table = TypeTable {
            insert: format!("INSERT INTO {table} VALUES ({marks})"),
            columns,
            width,
        };
        made.insert(one.name.clone(), table);
    }
    Ok(made)
}

impl TypeTable {
    fn row(&self, id: &str, time: String) -> Vec<Cell> {
        let mut cells = vec![Cell::Null; self.width];
        self.put(&mut cells, 0, Cell::Text(id.to_owned()));
        self.put(&mut cells, 1, Cell::Text(time));
        cells
    }

    fn put(&self, cells: &mut [Cell], at: usize, value: Cell) {
        if let Some(cell) = cells.get_mut(at) {
            *cell = value;
        }
    }

    fn set(&self, cells: &mut [Cell], name: &str, text: &str) -> Result<(), Error> {
        let (at, kind) = self
            .columns
            .get(name)
            .ok_or_else(|| Error::Sqlite(format!("the attribute {name:?} is not declared")))?;
        let whole = || text.parse().ok().map(Cell::Integer);
        let real = || text.parse().ok().map(Cell::Real);
        let value = match kind {
            Kind::Integer => whole(),
            Kind::Float => real(),
            _ => None,
        };
        self.put(
            cells,
            *at,
            value.unwrap_or_else(|| Cell::Text(text.to_owned())),
        );
        Ok(())
    }
}

fn no_type(name: &str) -> Error {
    Error::Sqlite(format!("the type {name:?} is not declared"))
}

fn texts<const N: usize>(texts: [&str; N]) -> [Cell; N] {
    texts.map(|text| Cell::Text(text.to_owned()))
}

impl Writer for SqliteWriter {
    fn object(&mut self, object: &Object) -> Result<(), Error> {
        let own = texts([&object.id, &object.of_type]);
        self.insert("INSERT INTO object VALUES (?, ?)", own)?;
        let table = self.objects.get(&object.of_type);
        let table = table.ok_or_else(|| no_type(&object.of_type))?;
        let mut first = table.row(&object.id, time::write(crate::base::Timestamp(0)));
        let (initial, later): (Vec<_>, Vec<_>) =
            object.changes.iter().partition(|one| one.from.at.0 == 0);
        for change in initial {
            table.set(&mut first, &change.name, &change.text)?;
        }
        let mut rows = vec![first];
        for change in later {
            let mut row = table.row(&object.id, time::write(change.from.at));
            table.put(&mut row, 2, Cell::Text(change.name.clone()));
            table.set(&mut row, &change.name, &change.text)?;
            rows.push(row);
        }
        let insert = table.insert.clone();
        for row in rows {
            self.insert(&insert, row)?;
        }
        for one in &object.relations {
            let row = texts([&object.id, &one.object, &one.qualifier]);
            self.insert("INSERT INTO object_object VALUES (?, ?, ?)", row)?;
        }
        Ok(())
    }

    fn event(&mut self, event: &Event) -> Result<(), Error> {
        let own = texts([&event.id, &event.of_type]);
        self.insert("INSERT INTO event VALUES (?, ?)", own)?;
        let table = self.events.get(&event.of_type);
        let table = table.ok_or_else(|| no_type(&event.of_type))?;
        let mut row = table.row(&event.id, time::write(event.time.at));
        for value in &event.values {
            table.set(&mut row, &value.name, &value.text)?;
        }
        let insert = table.insert.clone();
        self.insert(&insert, row)?;
        for one in &event.relations {
            let row = texts([&event.id, &one.object, &one.qualifier]);
            self.insert("INSERT INTO event_object VALUES (?, ?, ?)", row)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), Error> {
        self.flush()?;
        self.connection.execute_batch("COMMIT")?;
        let broken: Option<String> = {
            let mut check = self.connection.prepare("PRAGMA foreign_key_check")?;
            let mut rows = check.query([])?;
            rows.next()?.map(|row| row.get(0)).transpose()?
        };
        match broken {
            Some(table) => Err(Error::Sqlite(format!(
                "a row of {table:?} names what was not written"
            ))),
            None => Ok(()),
        }
    }
}
