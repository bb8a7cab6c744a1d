//! Making and opening a book.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, RwLock};

use super::config::Config;
use super::error::Error;
use super::record::{Known, TURNS};
use super::related::Organisation;
use crate::base::{Position, Timestamp, Version};
use crate::domain::Catalogues;
use crate::host::{Clock, Entropy, RealDisk, SystemClock, SystemEntropy};
use crate::log::{Engine, Filter, Log, Options, Reader};
use crate::store::{Opening, Store, Subscription};
use crate::vault::{self, Kek, Vault};

/// How a book is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To record; one process at a time.
    Write,
    /// To read; any number of processes, also beside a writer.
    Read,
}

/// What a new book is made with.
#[derive(Debug, Clone, Default)]
pub struct Init {
    /// Municipality that is filled in when a form leaves it out.
    pub municipality: String,
    /// Where the key-encryption key goes; inside the book's folder when left out.
    pub key_file: Option<PathBuf>,
    /// Moment that the first catalogues are recorded at, when it is set; for demonstrations.
    pub at: Option<Timestamp>,
}

/// Something a person should know about the opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The last write had not been finished when the program stopped, and was cut.
    TailCut {
        /// Bytes that were cut.
        bytes: u64,
        /// The position that comes next.
        position: Position,
    },
    /// The key file is not there, so neither facts nor words open.
    Locked {
        /// Where it was looked for.
        path: PathBuf,
    },
}

/// A book that is open.
pub struct Book {
    pub(super) dir: PathBuf,
    pub(super) config: Config,
    pub(super) store: Arc<Store>,
    pub(super) writer: Option<Arc<Log>>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) entropy: Arc<dyn Entropy>,
    pub(super) catalogues: RwLock<(Option<Version>, Arc<Catalogues>)>,
    pub(super) known: Mutex<HashMap<[u8; 16], Arc<Known>>>,
    pub(super) turns: Box<[Mutex<()>]>,
    pub(super) organisations: Mutex<HashMap<[u8; 16], Organisation>>,
    notices: Vec<Notice>,
}

impl Book {
    /// Makes a new book and opens it for writing: folders, key file, vault, log, and the first
    /// editions of the catalogues as its first events.
    ///
    /// # Errors
    /// [`Error::BookExists`], [`Error::Io`] and what the vault and the log say.
    pub fn init(dir: &Path, init: &Init) -> Result<Self, Error> {
        let book = Self::make(dir, init)?;
        book.adopt_first_editions(init.at)?;
        // Last, so that a half-made book is not taken for a whole one.
        book.config.write(dir)?;
        Ok(book)
    }

    /// Makes the folders, key file, vault and log of a book in which nothing is recorded yet.
    pub(super) fn make(dir: &Path, init: &Init) -> Result<Self, Error> {
        if dir.join(super::config::FILE_NAME).exists() {
            return Err(Error::BookExists {
                dir: dir.to_owned(),
            });
        }
        let config = Config::new(&init.municipality, init.key_file.clone());
        for place in [dir.to_owned(), dir.join(&config.log_dir)] {
            create_dir(&place)?;
        }
        for file in [&config.keys_file, &config.key_file] {
            if let Some(parent) = dir.join(file).parent() {
                create_private_dir(parent)?;
            }
        }
        let kek = Kek::create(&dir.join(&config.key_file), 1).map_err(crate::store::Error::from)?;
        let log = Log::create(&dir.join(&config.log_dir), &Options::default())
            .map_err(crate::store::Error::from)?;
        let vault = Vault::create(&dir.join(&config.keys_file), log.id().0, kek)
            .map_err(crate::store::Error::from)?;
        Ok(Self::assemble(
            dir,
            config,
            Arc::new(log),
            vault,
            Vec::new(),
        ))
    }

    /// Opens a book.
    ///
    /// # Errors
    /// [`Error::NoBook`], [`Error::Config`], and what the vault and the log say: another writer,
    /// damage, a key file that others can read.
    pub fn open(dir: &Path, access: Access) -> Result<Self, Error> {
        let config = Config::read(dir)?;
        match access {
            Access::Write => Self::open_to_write(dir, config),
            Access::Read => Self::open_to_read(dir, config),
        }
    }

    fn open_to_write(dir: &Path, config: Config) -> Result<Self, Error> {
        let log = Log::open(&dir.join(&config.log_dir), &Options::default())
            .map_err(crate::store::Error::from)?;
        let kek = Kek::read(&dir.join(&config.key_file)).map_err(crate::store::Error::from)?;
        let keys = dir.join(&config.keys_file);
        let vault = Vault::open(&keys, log.id().0, kek, vault::Access::Write)
            .map_err(crate::store::Error::from)?;
        let recovery = log.recovery();
        let mut notices = Vec::new();
        if recovery.cut_len > 0 {
            let (bytes, position) = (recovery.cut_len, recovery.position);
            notices.push(Notice::TailCut { bytes, position });
        }
        Ok(Self::assemble(dir, config, Arc::new(log), vault, notices))
    }

    fn open_to_read(dir: &Path, config: Config) -> Result<Self, Error> {
        let reader = Reader::open(&dir.join(&config.log_dir), Arc::new(RealDisk))
            .map_err(crate::store::Error::from)?;
        let keys = dir.join(&config.keys_file);
        let key_file = dir.join(&config.key_file);
        let mut notices = Vec::new();
        let vault = match Kek::read(&key_file) {
            Ok(kek) => Vault::open(&keys, reader.id().0, kek, vault::Access::Read),
            Err(vault::Error::KeyFileAbsent { .. }) => {
                notices.push(Notice::Locked { path: key_file });
                Vault::locked(&keys, reader.id().0)
            }
            Err(other) => Err(other),
        }
        .map_err(crate::store::Error::from)?;
        let mut book = Self::over(dir, config, Arc::new(reader), vault, notices);
        book.writer = None;
        Ok(book)
    }

    fn assemble(
        dir: &Path,
        config: Config,
        log: Arc<Log>,
        vault: Vault,
        notices: Vec<Notice>,
    ) -> Self {
        let engine: Arc<dyn Engine> = Arc::<Log>::clone(&log);
        let mut book = Self::over(dir, config, engine, vault, notices);
        book.writer = Some(log);
        book
    }

    fn over(
        dir: &Path,
        config: Config,
        engine: Arc<dyn Engine>,
        vault: Vault,
        notices: Vec<Notice>,
    ) -> Self {
        Self {
            dir: dir.to_owned(),
            config,
            store: Arc::new(Store::new(engine, vault)),
            writer: None,
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            catalogues: RwLock::new((None, Arc::new(Catalogues::default()))),
            known: Mutex::new(HashMap::new()),
            turns: (0..TURNS).map(|_| Mutex::new(())).collect(),
            organisations: Mutex::new(HashMap::new()),
            notices,
        }
    }

    /// What a person should know about the opening.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The configuration.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The folder of the book.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The store behind it.
    #[must_use]
    pub fn store(&self) -> &Arc<Store> {
        &self.store
    }

    /// Follows the book from a position on, first what is there, then live.
    #[must_use]
    pub fn subscribe(&self, from: Position, filter: Filter, opening: Opening) -> Subscription {
        let published = self.writer.as_ref().map(|log| {
            let (tell, told) = tokio::sync::watch::channel(Position::START);
            log.on_publish(Box::new(move |position| {
                tell.send_replace(position);
            }));
            told
        });
        self.store.subscribe(from, filter, opening, published)
    }

    /// The present moment, by the clock of the machine.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Brings everything derived up to date and lets go of the lock.
    ///
    /// # Errors
    /// [`Error::Store`] when the log had failed.
    pub fn close(self) -> Result<(), Error> {
        let Self { store, writer, .. } = self;
        drop(store);
        match writer.map(Arc::try_unwrap) {
            Some(Ok(log)) => Ok(log.close().map_err(crate::store::Error::from)?),
            // Somebody still reads; the log closes itself when the last one lets go.
            Some(Err(_)) | None => Ok(()),
        }
    }
}

pub(super) fn create_dir(path: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(path).map_err(|source| Error::io("create", path, source))
}

/// A folder that only its owner can enter, when it is made here.
pub(super) fn create_private_dir(path: &Path) -> Result<(), Error> {
    use std::os::unix::fs::DirBuilderExt as _;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(|source| Error::io("create", path, source))
}
