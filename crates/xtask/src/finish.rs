//! From Trunk's output to what is served: no inline code, compressed copies beside the files.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::compress;
use crate::html;
use crate::project::read;

/// Looks for inline code and compresses.
pub fn finish(dist: &Path) -> Result<()> {
    let inline = html::inline_code(&read(&dist.join("index.html"))?);
    ensure!(
        inline.is_empty(),
        "index.html has what the content security policy blocks: {}",
        inline.join(", ")
    );
    compress::all(&files(dist)?)
}

/// The files below a folder, sorted.
pub fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).with_context(|| format!("cannot list {}", dir.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Names content; not meant to resist anyone.
pub fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        hasher.write_usize(part.len());
        hasher.write(part);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hash_tells_where_parts_end() {
        assert_ne!(hash([b"ab".as_slice(), b"c"]), hash([b"a".as_slice(), b"bc"]));
    }
}
