//! Both engines keep every promise.

use std::cell::RefCell;
use std::sync::Arc;

use weegboek::host::SystemClock;
use weegboek::log::memory::Memory;
use weegboek::log::{Engine, Log, Options, conformance};

use crate::log_support::small_segments;

#[test]
fn the_model_keeps_every_promise() {
    let broken =
        conformance::run(&|| Arc::new(Memory::new(Arc::new(SystemClock))) as Arc<dyn Engine>);
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_segments_keep_every_promise() {
    for segment_len in [20_000, Options::default().segment_len] {
        let dirs = RefCell::new(Vec::new());
        let broken = conformance::run(&|| {
            let dir = tempfile::tempdir().unwrap();
            let options = Options {
                segment_len,
                clock: Arc::new(SystemClock),
                ..small_segments()
            };
            let log = Log::create(dir.path(), &options).unwrap();
            dirs.borrow_mut().push(dir);
            Arc::new(log) as Arc<dyn Engine>
        });
        assert!(broken.is_empty(), "{broken:#?}");
    }
}
