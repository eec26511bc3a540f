//! Where things are: the checkout, its build output, the user's cache and data folders.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// The checkout this command runs in, and the folders that go with it.
#[derive(Clone, Debug)]
pub struct Project {
    /// The top of the checkout.
    pub root: PathBuf,
    /// Cargo's target folder: `CARGO_TARGET_DIR` or `target`.
    pub target: PathBuf,
    /// Tools installed once per user, one folder per tool and version.
    pub cache: PathBuf,
    /// What `cargo xtask run` keeps between runs: the local DMS's state.
    pub data: PathBuf,
}

impl Project {
    /// Finds everything from the environment that Cargo and the desktop set.
    pub fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = manifest.join("../..").canonicalize().context("the checkout is gone")?;
        ensure!(root.join("Trunk.toml").is_file(), "{} is not a checkout of DMS Console", root.display());
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(dir) => root.join(dir),
            None => root.join("target"),
        };
        let cache = user_dir("XDG_CACHE_HOME", ".cache")?.join("dms-console");
        let data = user_dir("XDG_DATA_HOME", ".local/share")?.join("dms-console");
        Ok(Self { root, target, cache, data })
    }

    /// The finished console.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A file of the checkout, read.
    pub fn read(&self, name: &str) -> Result<String> {
        read(&self.root.join(name))
    }
}

/// A text file, read; the error names it.
pub fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a text file; the error names it.
pub fn write(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

fn user_dir(variable: &str, fallback: &str) -> Result<PathBuf> {
    if let Some(dir) = env::var_os(variable).map(PathBuf::from).filter(|dir| dir.is_absolute()) {
        return Ok(dir);
    }
    let home = env::home_dir().context("no home folder: set HOME")?;
    Ok(home.join(fallback))
}
