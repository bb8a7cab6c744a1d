//! Tests of the package as a whole, from the outside.

mod teaching;
