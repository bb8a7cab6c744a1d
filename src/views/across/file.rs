//! The groups in the file: every one of them when it is made anew, the touched ones when it is
//! taken further. In the transaction of the rows they follow from.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Statement, ToSql};

use super::cells::{MUNICIPALITY, text};
use super::group::{Answers, Bundle, Input, alike, of_periods};
use super::sums::{IN_PERIOD, Name, Sums};
use super::{AnyRow, Group, RULE};
use crate::base::{Day, Timestamp};
use crate::domain::Catalogues;
use crate::practice::signals::{Counted, Norms, Scope, SignalKind, Tally};
use crate::views::file::{UNIT, columns};
use crate::views::filling::Filler;
use crate::views::fold::Part;
use crate::views::reading::Projected;
use crate::views::table::{Cell, Row, Table};
use crate::views::tables::audit::SIGNAL_ANSWERS;
use crate::views::tables::decision::COMPARISONS;
use crate::views::tables::organisation::{BUNDLE_EXCEPTIONS, ORGANISATION_MINUTES};
use crate::views::tables::trajectory::{ENTRIES, TRAJECTORIES};

/// The tables whose rows are looked at.
pub(in crate::views) static INPUTS: [&Table; 6] = [
    &ENTRIES,
    &TRAJECTORIES,
    &COMPARISONS,
    &SIGNAL_ANSWERS,
    &BUNDLE_EXCEPTIONS,
    &ORGANISATION_MINUTES,
];

/// Makes the table of sums.
pub(in crate::views) fn create_tables(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(
        "CREATE TABLE tallies(municipality TEXT NOT NULL, place TEXT NOT NULL,
         counted INTEGER NOT NULL, period INTEGER NOT NULL, known INTEGER NOT NULL,
         amount INTEGER NOT NULL,
         PRIMARY KEY(municipality, place, counted, period, known)) WITHOUT ROWID",
    )
}

/// Makes the index by which the inputs of a group are found.
pub(in crate::views) fn create_indexes(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("CREATE INDEX comparisons_by_key ON all_comparisons(key)")
}

/// The rows of a projected unit.
fn rows_of(projected: &Projected) -> impl Iterator<Item = AnyRow<'_>> {
    let rows = projected.rows.iter();
    rows.map(|row| (row.table, row.cells.as_slice()))
}

/// The sums of every unit, while a file is made anew.
pub(in crate::views) struct Whole(Sums);

impl Whole {
    pub(in crate::views) fn new() -> Self {
        Self(Sums::new())
    }

    /// Takes in a unit.
    pub(in crate::views) fn take(&mut self, projected: &Projected) {
        self.0.take(rows_of(projected), 1);
    }

    /// Works out every group of a file that has all other rows.
    pub(in crate::views) fn fill(
        self,
        connection: &Connection,
        filler: &mut Filler<'_>,
        catalogues: &Catalogues,
    ) -> rusqlite::Result<()> {
        let norms = Norms::new(catalogues);
        let answers = answers(connection)?;
        let touched = write_sums(connection, self.0)?;
        for group in touched {
            let rows = of_group(connection, &group, &norms, &answers)?;
            filler.add(&rows, group.unit())?;
        }
        let mut bundles: HashMap<i64, Vec<Bundle>> = HashMap::new();
        each(connection, &BUNDLE_EXCEPTIONS, "", &[], &mut |row| {
            if let Some(bundle) = Bundle::of(row) {
                bundles.entry(bundle.exception()).or_default().push(bundle);
            }
            Ok(())
        })?;
        let mut now: Option<(Group, Vec<Input>, Vec<Bundle>)> = None;
        let mut done = |(group, inputs, bundles): (Group, Vec<Input>, Vec<Bundle>)| {
            let Group::Alike { compares, .. } = &group else {
                return Ok(());
            };
            let rows = alike(compares, &inputs, &bundles, &norms, &answers);
            filler.add(&rows, group.unit())
        };
        let order = "ORDER BY compares, municipality, key";
        each(connection, &COMPARISONS, order, &[], &mut |row| {
            let Some((group, input)) = input(row) else {
                return Ok(());
            };
            if now.as_ref().is_some_and(|(before, ..)| *before != group)
                && let Some(whole) = now.take()
            {
                done(whole)?;
            }
            let (_, inputs, own) = now.get_or_insert_with(|| (group, Vec::new(), Vec::new()));
            // An exception has one row for each version, and its bundles once.
            own.extend(bundles.remove(&input.position()).unwrap_or_default());
            inputs.push(input);
            Ok(())
        })?;
        now.map_or(Ok(()), done)
    }
}

/// A row of `comparisons` with its group.
fn input(row: &[Cell]) -> Option<(Group, Input)> {
    let (compares, input) = Input::of(row)?;
    let group = Group::Alike {
        compares: compares.to_owned(),
        municipality: input.municipality().to_owned(),
        key: input.key().to_owned(),
    };
    Some((group, input))
}

/// Reads the rows of a unit from one table.
struct Reader<'c> {
    table: &'static Table,
    of_dossier: Statement<'c>,
    of_other: Statement<'c>,
}

/// What one refresh touches.
pub(in crate::views) struct Touched<'c> {
    readers: Vec<Reader<'c>>,
    sums: Sums,
    groups: BTreeSet<Group>,
    exceptions: BTreeSet<i64>,
    /// Municipalities of which an organisation answered a signal.
    answered: BTreeSet<String>,
}

/// What a unit holds of each group, of answers and of bundles, to be compared.
#[derive(Default)]
struct Held {
    groups: BTreeMap<Group, BTreeSet<String>>,
    answers: BTreeSet<String>,
    municipalities: BTreeSet<String>,
    bundles: BTreeMap<i64, BTreeSet<String>>,
}

impl Held {
    fn take(&mut self, (table, row): AnyRow<'_>) {
        let written = || format!("{row:?}");
        if std::ptr::eq(table, &COMPARISONS) {
            if let Some((group, _)) = input(row) {
                self.groups.entry(group).or_default().insert(written());
            }
        } else if std::ptr::eq(table, &SIGNAL_ANSWERS) {
            self.answers.insert(written());
            let municipality = text(row, MUNICIPALITY).map(str::to_owned);
            self.municipalities.extend(municipality);
        } else if std::ptr::eq(table, &BUNDLE_EXCEPTIONS)
            && let Some(bundle) = Bundle::of(row)
        {
            let of = self.bundles.entry(bundle.exception()).or_default();
            of.insert(written());
        }
    }
}

impl<'c> Touched<'c> {
    pub(in crate::views) fn new(connection: &'c Connection) -> rusqlite::Result<Self> {
        let readers = INPUTS.iter().map(|table| {
            let of = |condition: &str| connection.prepare(&select(table, condition));
            Ok(Reader {
                table,
                of_dossier: of(&format!("WHERE dossier = ?1 AND {UNIT} = ?1"))?,
                of_other: of(&format!("WHERE {UNIT} = ?1 AND {UNIT} IS NOT dossier"))?,
            })
        });
        Ok(Self {
            readers: readers.collect::<rusqlite::Result<_>>()?,
            sums: Sums::new(),
            groups: BTreeSet::new(),
            exceptions: BTreeSet::new(),
            answered: BTreeSet::new(),
        })
    }

    /// Compares a unit with what the file holds of it; before its rows are replaced.
    pub(in crate::views) fn take(&mut self, projected: &Projected) -> rusqlite::Result<()> {
        let key = projected.key;
        let mut before: Vec<(&'static Table, Vec<Cell>)> = Vec::new();
        for reader in &mut self.readers {
            let table = reader.table;
            let mut keep = |row: &[Cell]| {
                before.push((table, row.to_vec()));
                Ok(())
            };
            if projected.part == Part::Dossier {
                scan(&mut reader.of_dossier, &[&key], &mut keep)?;
            }
            scan(&mut reader.of_other, &[&key], &mut keep)?;
        }
        let old = || before.iter().map(|(table, row)| (*table, row.as_slice()));
        self.sums.take(old(), -1);
        self.sums.take(rows_of(projected), 1);
        let (mut was, mut is) = (Held::default(), Held::default());
        old().for_each(|row| was.take(row));
        rows_of(projected).for_each(|row| is.take(row));
        let answered = was.answers != is.answers;
        let groups = was.groups.keys().chain(is.groups.keys());
        let touched =
            groups.filter(|group| answered || was.groups.get(group) != is.groups.get(group));
        self.groups.extend(touched.cloned());
        let exceptions = was.bundles.keys().chain(is.bundles.keys());
        let moved = exceptions.filter(|one| was.bundles.get(one) != is.bundles.get(one));
        self.exceptions.extend(moved);
        if answered && projected.part == Part::Organisation {
            self.answered.extend(was.municipalities);
            self.answered.extend(is.municipalities);
        }
        Ok(())
    }

    /// Works out every touched group again, now that all other rows are in.
    pub(in crate::views) fn fill(
        self,
        connection: &Connection,
        filler: &mut Filler<'_>,
        catalogues: &Catalogues,
    ) -> rusqlite::Result<()> {
        let mut groups = self.groups;
        groups.extend(write_sums(connection, self.sums)?);
        for exception in &self.exceptions {
            let of = "WHERE position = ?1";
            each(connection, &COMPARISONS, of, &[exception], &mut |row| {
                groups.extend(input(row).map(|(group, _)| group));
                Ok(())
            })?;
        }
        for municipality in &self.answered {
            groups.extend(summed(connection, municipality)?);
        }
        if groups.is_empty() {
            return Ok(());
        }
        let norms = Norms::new(catalogues);
        let answers = answers(connection)?;
        let sql = format!("DELETE FROM all_signals WHERE {UNIT} = ?1 AND {UNIT} IS NOT dossier");
        let mut delete = connection.prepare(&sql)?;
        for group in groups {
            delete.execute([group.unit()])?;
            let rows = of_group(connection, &group, &norms, &answers)?;
            filler.add(&rows, group.unit())?;
        }
        Ok(())
    }
}

/// The groups of sums of a municipality.
fn summed(connection: &Connection, municipality: &str) -> rusqlite::Result<Vec<Group>> {
    let sql = "SELECT DISTINCT place, counted FROM tallies WHERE municipality = ?1";
    let mut select = connection.prepare(sql)?;
    let mut rows = select.query([municipality])?;
    let mut groups = Vec::new();
    while let Some(row) = rows.next()? {
        let place: String = row.get(0)?;
        let counted: i64 = row.get(1)?;
        groups.extend(counted_at(counted).map(|counted| group_of(counted, municipality, &place)));
    }
    Ok(groups)
}

fn counted_at(number: i64) -> Option<Counted> {
    let at = usize::try_from(number).ok()?;
    Counted::ALL.get(at).copied()
}

/// The group that a sum belongs to.
fn group_of(counted: Counted, municipality: &str, place: &str) -> Group {
    let municipality = municipality.to_owned();
    match counted {
        Counted::Minutes | Counted::InTeam => Group::Team {
            municipality,
            team: place.to_owned(),
        },
        Counted::Voices | Counted::InBand => Group::Bands { municipality },
    }
}

/// Adds sums to those in the file; gives the groups of which one changed.
fn write_sums(connection: &Connection, sums: Sums) -> rusqlite::Result<BTreeSet<Group>> {
    let mut add = connection.prepare(
        "INSERT INTO tallies VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT DO UPDATE SET amount = amount + excluded.amount",
    )?;
    let mut drop_empty = connection.prepare(
        "DELETE FROM tallies WHERE municipality = ?1 AND place = ?2 AND counted = ?3
         AND period = ?4 AND known = ?5 AND amount = 0",
    )?;
    let mut groups = BTreeSet::new();
    for (municipality, places) in sums.into_sums() {
        for (place, sums) in places {
            let mut sums: Vec<(Name, i64)> = sums.into_iter().collect();
            sums.retain(|(_, amount)| *amount != 0);
            sums.sort_unstable();
            for ((counted, period, known), amount) in sums {
                let number = counted as i64;
                add.execute((&municipality, &place, number, period, known, amount))?;
                drop_empty.execute((&municipality, &place, number, period, known))?;
                groups.insert(group_of(counted, &municipality, &place));
            }
        }
    }
    Ok(groups)
}

/// The rows of a group, from its inputs as the file holds them.
fn of_group(
    connection: &Connection,
    group: &Group,
    norms: &Norms,
    answers: &Answers,
) -> rusqlite::Result<Vec<Row>> {
    match group {
        Group::Alike {
            compares,
            municipality,
            key,
        } => {
            let of = "WHERE key = ?1 AND compares = ?2 AND municipality = ?3";
            let names: [&dyn ToSql; 3] = [key, compares, municipality];
            let mut inputs = Vec::new();
            each(connection, &COMPARISONS, of, &names, &mut |row| {
                inputs.extend(Input::of(row).map(|(_, input)| input));
                Ok(())
            })?;
            let mut bundles = Vec::new();
            if compares == RULE {
                let of = format!("WHERE exception IN (SELECT position FROM all_comparisons {of})");
                each(connection, &BUNDLE_EXCEPTIONS, &of, &names, &mut |row| {
                    bundles.extend(Bundle::of(row));
                    Ok(())
                })?;
            }
            Ok(alike(compares, &inputs, &bundles, norms, answers))
        }
        Group::Team { municipality, team } => {
            let tallies = tallies(connection, municipality, Some(team))?;
            Ok(of_periods(SignalKind::Burden, &tallies, norms, answers))
        }
        Group::Bands { municipality } => {
            let tallies = tallies(connection, municipality, None)?;
            let kind = SignalKind::VoiceMissing;
            Ok(of_periods(kind, &tallies, norms, answers))
        }
    }
}

/// The sums of a team, or those by band of a whole municipality.
fn tallies(
    connection: &Connection,
    municipality: &str,
    team: Option<&String>,
) -> rusqlite::Result<Vec<Tally>> {
    let mut select = connection.prepare(
        "SELECT place, counted, period, known, amount FROM tallies
         WHERE municipality = ?1 AND (?2 IS NULL OR place = ?2)",
    )?;
    let mut rows = select.query((municipality, team))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (counted, period, known): (i64, i32, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let Some((counted, period)) = counted_at(counted).zip(Day::from_epoch(period)) else {
            continue;
        };
        let of_team = matches!(counted, Counted::Minutes | Counted::InTeam);
        if of_team == team.is_some() {
            all.push(Tally {
                counted,
                municipality: municipality.to_owned(),
                of: row.get(0)?,
                period,
                put_right_at: (known != IN_PERIOD).then_some(Timestamp(known)),
                amount: row.get(4)?,
            });
        }
    }
    Ok(all)
}

/// The answers to signals over many dossiers.
fn answers(connection: &Connection) -> rusqlite::Result<Answers> {
    let kinds = SignalKind::ALL.iter();
    let kinds = kinds.filter(|kind| kind.scope() == Scope::Book);
    let names: Vec<String> = kinds.map(|kind| format!("'{}'", kind.slug())).collect();
    let of = format!("WHERE signal IN ({})", names.join(", "));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    each(connection, &SIGNAL_ANSWERS, &of, &[], &mut |row| {
        rows.push(row.to_vec());
        Ok(())
    })?;
    Ok(Answers::of(rows.iter().map(Vec::as_slice)))
}

/// Reads the rows of a table, all versions, one by one.
fn each(
    connection: &Connection,
    table: &Table,
    condition: &str,
    values: &[&dyn ToSql],
    take: &mut dyn FnMut(&[Cell]) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    scan(
        &mut connection.prepare(&select(table, condition))?,
        values,
        take,
    )
}

/// A statement that reads the columns of a table, all versions.
fn select(table: &Table, condition: &str) -> String {
    let names: Vec<&str> = columns(table).map(|column| column.name).collect();
    let names = names.join(", ");
    format!("SELECT {names} FROM all_{} {condition}", table.name)
}

fn scan(
    statement: &mut Statement<'_>,
    values: &[&dyn ToSql],
    take: &mut dyn FnMut(&[Cell]) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let count = statement.column_count();
    let mut rows = statement.query(values)?;
    let mut cells = Vec::with_capacity(count);
    while let Some(row) = rows.next()? {
        cells.clear();
        for at in 0..count {
            cells.push(match row.get_ref(at)? {
                ValueRef::Integer(number) => Cell::Whole(number),
                ValueRef::Real(number) => Cell::Real(number),
                ValueRef::Text(text) => {
                    Cell::Text(String::from_utf8_lossy(text).into_owned().into())
                }
                ValueRef::Null | ValueRef::Blob(_) => Cell::Null,
            });
        }
        take(&cells)?;
    }
    Ok(())
}
