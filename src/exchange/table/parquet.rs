//! Parquet with INT64, DOUBLE and UTF-8 columns, packed with Snappy: what every engine reads.

use std::io::Write;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use super::{Cell, Column, ColumnKind};

/// Rows of one row group: what is in memory before it is written.
const GROUP_ROWS_MAX: usize = 65_536;

/// The file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("Parquet: {0}")]
pub struct Error(#[from] ParquetError);

/// Writes one table.
pub struct ParquetWriter<W: Write + Send> {
    file: SerializedFileWriter<W>,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

impl<W: Write + Send> ParquetWriter<W> {
    /// Starts a file with these columns.
    ///
    /// # Errors
    /// When the output fails.
    pub fn new(out: W, columns: &[Column]) -> Result<Self, Error> {
        let fields = columns.iter().map(field).collect::<Result<Vec<_>, _>>()?;
        let schema = Type::group_type_builder("row")
            .with_fields(fields)
            .build()?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by("weegboek".to_owned())
            .build();
        Ok(Self {
            file: SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties))?,
            columns: columns.to_vec(),
            rows: Vec::new(),
        })
    }

    /// Takes a row with a cell for each column.
    ///
    /// # Errors
    /// When the output fails.
    pub fn row(&mut self, cells: Vec<Cell>) -> Result<(), Error> {
        self.rows.push(cells);
        if self.rows.len() >= GROUP_ROWS_MAX {
            self.flush()?;
        }
        Ok(())
    }

    /// Writes what remains and the foot of the file; gives the output back.
    ///
    /// # Errors
    /// When the output fails.
    pub fn finish(mut self) -> Result<W, Error> {
        self.flush()?;
        Ok(self.file.into_inner()?)
    }

    fn flush(&mut self) -> Result<(), Error> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let rows = std::mem::take(&mut self.rows);
        let mut group = self.file.next_row_group()?;
        let mut at = 0;
        while let Some(mut writer) = group.next_column()? {
            if let Some(column) = self.columns.get(at) {
                let cells = rows.iter().map(|row| row.get(at).unwrap_or(&Cell::Null));
                fill(&mut writer, column, cells)?;
            }
            writer.close()?;
            at += 1;
        }
        group.close()?;
        Ok(())
    }
}

fn field(column: &Column) -> Result<Arc<Type>, ParquetError> {
    let physical = match column.kind {
        ColumnKind::Whole => Physical::INT64,
        ColumnKind::Real => Physical::DOUBLE,
        ColumnKind::Text => Physical::BYTE_ARRAY,
    };
    let repetition = if column.nullable {
        Repetition::OPTIONAL
    } else {
        Repetition::REQUIRED
    };
    let logical = (column.kind == ColumnKind::Text).then_some(LogicalType::String);
    let builder = Type::primitive_type_builder(&column.name, physical);
    let built = builder
        .with_repetition(repetition)
        .with_logical_type(logical)
        .build()?;
    Ok(Arc::new(built))
}

/// Writes the cells of one column. A cell of another kind than its column is an error, never a
/// guess.
fn fill<'c>(
    writer: &mut SerializedColumnWriter<'_>,
    column: &Column,
    cells: impl Iterator<Item = &'c Cell>,
) -> Result<(), Error> {
    let (mut wholes, mut reals, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    let mut levels: Vec<i16> = Vec::new();
    for cell in cells {
        levels.push(i16::from(*cell != Cell::Null));
        match (cell, column.kind) {
            (Cell::Null, _) if column.nullable => {}
            (Cell::Whole(number), ColumnKind::Whole) => wholes.push(*number),
            (Cell::Real(number), ColumnKind::Real) => reals.push(*number),
            (Cell::Text(text), ColumnKind::Text) => texts.push(ByteArray::from(text.as_ref())),
            (cell, kind) => {
                let what = format!("{}: {cell:?} in a column of {kind:?}", column.name);
                return Err(ParquetError::General(what).into());
            }
        }
    }
    let levels = column.nullable.then_some(levels.as_slice());
    match column.kind {
        ColumnKind::Whole => writer
            .typed::<Int64Type>()
            .write_batch(&wholes, levels, None)?,
        ColumnKind::Real => writer
            .typed::<DoubleType>()
            .write_batch(&reals, levels, None)?,
        ColumnKind::Text => writer
            .typed::<ByteArrayType>()
            .write_batch(&texts, levels, None)?,
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader as _, SerializedFileReader};
    use parquet::record::RowAccessor as _;

    use super::*;

    fn column(name: &str, kind: ColumnKind, nullable: bool) -> Column {
        Column {
            name: name.to_owned(),
            kind,
            nullable,
        }
    }

    #[test]
    fn a_table_reads_back_as_it_was_written() {
        let columns = [
            column("a", ColumnKind::Whole, false),
            column("b", ColumnKind::Real, true),
            column("c", ColumnKind::Text, true),
        ];
        let file = tempfile::tempfile().unwrap();
        let mut writer = ParquetWriter::new(file.try_clone().unwrap(), &columns).unwrap();
        for number in 0..100_000_i64 {
            let cells = if number % 2 == 0 {
                vec![Cell::Whole(number), Cell::Real(0.25), Cell::Null]
            } else {
                vec![Cell::Whole(number), Cell::Null, Cell::Text("één".into())]
            };
            writer.row(cells).unwrap();
        }
        writer.finish().unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        assert_eq!(reader.metadata().num_row_groups(), 2);
        assert_eq!(reader.metadata().file_metadata().num_rows(), 100_000);
        let mut rows = reader.get_row_iter(None).unwrap();
        let (first, second) = (rows.next().unwrap().unwrap(), rows.next().unwrap().unwrap());
        assert!((first.get_double(1).unwrap() - 0.25).abs() < f64::EPSILON);
        assert_eq!(second.get_long(0).unwrap(), 1);
        assert_eq!(second.get_string(2).unwrap(), "één");
        assert!(second.get_double(1).is_err());
    }

    #[test]
    fn a_cell_of_another_kind_is_refused() {
        let columns = [column("a", ColumnKind::Whole, false)];
        let check = |cell| {
            let mut writer = ParquetWriter::new(Vec::new(), &columns).unwrap();
            writer.row(vec![cell]).unwrap();
            assert!(writer.finish().is_err());
        };
        check(Cell::Null);
        check(Cell::Text("1".into()));
    }
}
