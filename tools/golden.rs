//! Writes the golden file of every version of every event type that has none yet, and never
//! touches one that is there: what was released stays as it was.

use std::error::Error;
use std::io::Write as _;
use std::path::Path;

use weegboek::codec::golden;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/golden");
    std::fs::create_dir_all(&folder)?;
    let mut out = std::io::stdout().lock();
    let mut written = 0;
    for (event_type, version) in golden::versions() {
        let path = folder.join(golden::file_name(event_type, version));
        if path.exists() {
            continue;
        }
        let made = golden::make(event_type, version)?;
        let mut file = std::fs::File::create_new(&path)?;
        writeln!(file, "{}", serde_json::to_string_pretty(&made)?)?;
        writeln!(out, "{}", path.display())?;
        written += 1;
    }
    writeln!(out, "{written} written")?;
    Ok(())
}
