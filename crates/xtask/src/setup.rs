//! Bringing everything that a command needs. Each part says whether it was there or had to be installed.

use anyhow::{Context, Result};

use crate::chromium::{self, Chromium};
use crate::process::{command, find, output};
use crate::project::Project;
use crate::tools::{self, TestTools};
use crate::wasm::{Toolchain, WasmBuild};
use crate::{apt, process, sdks};

/// What building the console takes.
pub fn build(project: &Project) -> Result<WasmBuild> {
    std::fs::create_dir_all(&project.cache)?;
    compiler_for_c()?;
    Ok(WasmBuild::new(Toolchain::ensure()?, tools::for_building(project)?))
}

/// What the browser tests take beyond that.
pub fn browser_tests(project: &Project) -> Result<(TestTools, Chromium)> {
    std::fs::create_dir_all(&project.cache)?;
    Ok((tools::for_testing(project)?, chromium::ensure()?))
}

/// Everything, for `cargo xtask setup`.
pub fn all(project: &Project) -> Result<()> {
    build(project)?;
    browser_tests(project)?;
    for version in sdks::VERSIONS {
        sdks::python(project, version)?;
    }
    println!("setup: complete");
    Ok(())
}

/// `rustfmt` or `clippy`, which rustup's smallest profile leaves out.
pub fn component(name: &str) -> Result<()> {
    let subcommand = if name == "rustfmt" { "fmt" } else { name };
    if output(command("cargo").args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    println!("setup: rustup component add {name} ...");
    process::run_quietly(command("rustup").args(["component", "add", name]))
        .with_context(|| format!("{name} is missing; install it with your Rust toolchain"))
}

/// SQLite and the TLS library are C. Rust needs the same compiler for linking, so it is rarely missing.
fn compiler_for_c() -> Result<()> {
    if find("cc").is_some() || cfg!(windows) {
        return Ok(());
    }
    if find("xcode-select").is_some() {
        return process::run(command("xcode-select").arg("--install"));
    }
    apt::install(&["gcc", "libc6-dev"], "linking, SQLite and TLS")
}
