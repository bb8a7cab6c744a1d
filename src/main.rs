//! The `weegboek` command: hands over to the library and returns its exit code.

use std::process::ExitCode;

/// Making the views anew puts together some hundred million small values in several threads; this
/// allocator takes half of the time of the system's for that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    weegboek::cli::run()
}
