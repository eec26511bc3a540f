//! Compressed copies (`x.br`, `x.gz`) beside the files that gain by it, for servers that can send them.
//!
//! Node does the work: its zlib brings brotli, and wasm-opt needs Node anyway.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::process::command;

const SCRIPT: &str = include_str!("compress.mjs");
const TEXT: [&str; 8] = ["css", "html", "js", "json", "map", "svg", "txt", "wasm"];

/// Compresses every file whose kind gains by it; old copies are replaced.
pub fn all(files: &[PathBuf]) -> Result<()> {
    let wanted = files.iter().filter(|file| compressible(file));
    let list: Vec<&str> =
        wanted.map(|file| file.to_str().context("a file name is not Unicode")).collect::<Result<_>>()?;
    let mut node = command("node");
    node.args(["--input-type=module", "--eval", SCRIPT]).stdin(Stdio::piped());
    let mut node = node.spawn().context("cannot start node")?;
    if let Some(mut input) = node.stdin.take() {
        input.write_all(list.join("\n").as_bytes()).context("node takes no input")?;
    }
    let status = node.wait()?;
    if !status.success() {
        bail!("node could not compress the console ({status})");
    }
    Ok(())
}

fn compressible(file: &Path) -> bool {
    file.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| TEXT.contains(&extension))
}
