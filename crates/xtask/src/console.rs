//! The release build of the console in `dist/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::finish;
use crate::process::run;
use crate::project::Project;
use crate::report::seconds;
use crate::split;
use crate::styles;
use crate::wasm::WasmBuild;

/// Everything the build reads.
const INPUTS: [&str; 10] = [
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "index.html",
    ".cargo",
    "src",
    "style",
    "crates/dms-api",
    "crates/xtask/src",
];

/// Builds the console unless `dist/` already holds the result of exactly these sources.
pub fn build(project: &Project, wasm: &WasmBuild) -> Result<()> {
    let stamp = project.target.join("xtask").join("console.stamp");
    let sources = fingerprint(&inputs(project)?, &wasm.identity())?;
    if fs::read_to_string(&stamp).is_ok_and(|old| old == both(&sources, project).unwrap_or_default()) {
        println!("console: dist/ is up to date");
        return Ok(());
    }
    println!("console: building for release ...");
    let start = Instant::now();
    // Trunk is told to stay off the network, so that it never fetches tools of its own; the crates come first.
    run(wasm.command(project, "cargo")?.args(["fetch", "--locked"]))?;
    run(wasm.command(project, "trunk")?.args([
        "build",
        "--release",
        "--offline",
        "true",
        "--skip-version-check",
        "--features",
        "split",
    ]))?;
    let later = styles::join(&project.dist())?;
    split::divide(project, wasm, &later)?;
    finish::finish(&project.dist())?;
    write_stamp(&stamp, &both(&sources, project)?)?;
    println!("console: built in {}", seconds(start.elapsed()));
    Ok(())
}

fn inputs(project: &Project) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for name in INPUTS {
        let path = project.root.join(name);
        if path.is_dir() {
            all.extend(finish::files(&path)?);
        } else {
            all.push(path);
        }
    }
    Ok(all)
}

/// By content, not by time: a checkout of another branch and back changes nothing.
fn fingerprint(files: &[PathBuf], toolchain: &str) -> Result<String> {
    let mut hashes = vec![finish::hash([toolchain.as_bytes()]).to_le_bytes()];
    for file in files {
        let content = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let name = file.to_string_lossy();
        hashes.push(finish::hash([name.as_bytes(), content.as_slice()]).to_le_bytes());
    }
    Ok(format!("{:016x}", finish::hash(hashes.iter().map(<[u8; 8]>::as_slice))))
}

/// The sources with what they became: `trunk build` by hand, say, puts something else into `dist/`.
fn both(sources: &str, project: &Project) -> Result<String> {
    Ok(format!("{sources} {}", fingerprint(&finish::files(&project.dist())?, "")?))
}

fn write_stamp(stamp: &Path, text: &str) -> Result<()> {
    if let Some(dir) = stamp.parent() {
        fs::create_dir_all(dir)?;
    }
    fs::write(stamp, text).with_context(|| format!("cannot write {}", stamp.display()))
}
