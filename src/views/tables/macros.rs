//! The macro in which a fact table is written down once: its definition, and the row that fills it.
//!
//! A row is a struct with one [`Cell`](crate::views::table::Cell) for each column, so that a
//! column without a value, or a value without a column, does not compile.

/// Fills a table.
pub trait Record {
    /// The table.
    const TABLE: &'static crate::views::table::Table;

    /// Puts its own cells, in the order of the columns, behind the common ones.
    fn fill(self, cells: &mut Vec<crate::views::table::Cell>);
}

/// Definitions of tables: `need column: Kind` with need `req` or `opt`.
macro_rules! tables {
    ($(
        $(#[doc = $doc:literal])+
        $face:ident $name:ident $table:ident $code:literal from [ $($event:ident)* ] {
            $( $(#[doc = $cdoc:literal])+ $need:ident $column:ident : $kind:ident $(($list:literal))? ),* $(,)?
        }
    )*) => {
        $(
            #[doc = concat!("The table `", $code, "`:")]
            $(#[doc = $doc])+
            pub static $table: $crate::views::table::Table = $crate::views::table::Table {
                name: $code,
                doc: concat!($($doc),+).trim_ascii(),
                columns: &[ $( $crate::views::table::Column {
                    name: stringify!($column),
                    kind: tables!(@kind $kind $(($list))?),
                    nullable: tables!(@null $need),
                    doc: concat!($($cdoc),+).trim_ascii(),
                } ),* ],
                events: &[ $( stringify!($event) ),* ],
                face: $crate::views::table::Face::$face,
            };

            #[doc = concat!("A row of `", $code, "`, without its common columns.")]
            #[derive(Debug, Clone, PartialEq)]
            pub struct $name { $( $(#[doc = $cdoc])+ pub $column: $crate::views::table::Cell ),* }

            impl $crate::views::tables::Record for $name {
                const TABLE: &'static $crate::views::table::Table = &$table;

                fn fill(self, cells: &mut Vec<$crate::views::table::Cell>) {
                    $( cells.push(self.$column); )*
                }
            }
        )*

        /// The tables of this theme.
        pub const THEME: &[&$crate::views::table::Table] = &[ $( &$table ),* ];
    };
    (@kind Code($list:literal)) => { $crate::views::table::Kind::Code($list) };
    (@kind $kind:ident) => { $crate::views::table::Kind::$kind };
    (@null req) => { false };
    (@null opt) => { true };
}

pub(crate) use tables;
