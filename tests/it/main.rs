//! Tests of the package as a whole, from the outside.

#![expect(clippy::panic, reason = "a test fails by panicking, its helpers too")]

mod teaching;
