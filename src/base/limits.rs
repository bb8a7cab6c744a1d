//! Every limit of the book, with its reason. Checked where data comes in.

/// An entry must fit the two-byte length of a C2SP entry bundle (tlog-tiles).
pub const ENTRY_LEN_MAX: usize = 65_535;

/// Parts an event may have: facts, words, and room for a part per other person concerned.
pub const PARTS_MAX: usize = 15;

/// Ciphertext of one part; four bytes of length would allow more, a person's text never does.
pub const PART_LEN_MAX: usize = 4 * 1024 * 1024;

/// Events in one append: a whole dossier, imported in one piece, must fit.
pub const APPEND_EVENTS_MAX: usize = 65_536;

/// Bytes of one frame, so that a damaged length never makes a reader allocate more.
pub const FRAME_LEN_MAX: usize = 64 * 1024 * 1024;

/// Bytes of one segment before the next one starts; a longer frame gets a segment of its own.
pub const SEGMENT_LEN: u64 = 64 * 1024 * 1024;

/// Appends that may wait for the disk; more are refused or held back, so that a slow disk never
/// means growing memory.
pub const QUEUE_APPENDS_MAX: usize = 1_024;

/// Bytes of the appends that may wait for the disk.
pub const QUEUE_LEN_MAX: usize = 128 * 1024 * 1024;

/// Events that may wait in memory for the index before appends are held back.
pub const UNINDEXED_EVENTS_MAX: usize = 524_288;

/// Bytes of text of an object-centric log, which is in memory whole while it is imported: in 3.9
/// times as many bytes for a common log, in 5.3 times for one of relations alone (measured at
/// 100 MB). So reading never takes more than about 1.5 GB.
pub const OCEL_LEN_MAX: u64 = 256 * 1024 * 1024;

/// Bytes of one value, name or id of an object-centric log; none is longer than a person's text.
pub const OCEL_TEXT_LEN_MAX: usize = 1024 * 1024;

/// Types, objects, events, values and relations of an object-centric log together. A database says
/// more in fewer bytes than text does: 8 million relations are 101 MB and take 630 MB (measured).
pub const OCEL_ITEMS_MAX: u64 = 8_000_000;
