//! Tools the build and the tests use, each in its own folder of the user's cache: `<tool>-<version>`.
//!
//! They are not installed in the checkout, because a fresh clone would then wait again, nor in Cargo's own `bin`,
//! because other projects may want other versions.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::lockfile;
use crate::process::{command, find, output, run_quietly};
use crate::project::Project;
use crate::report::seconds;

/// 0.22 asks for Rust 1.96.1.
const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132.0.0";
const ESBUILD: &str = "0.28.2";
/// Reads what `wasm_split_helpers` (in Cargo.lock, through leptos) has marked.
const WASM_SPLIT: &str = "0.2.4";
const AXE: &str = "4.14.1";
const CONFLUENT_KAFKA: &str = "2.16.1";
/// Older ones write modules that die at start: Debian's 108 mixes up the table of references.
const OLDEST_WASM_OPT: u32 = 120;

/// What builds the console.
#[derive(Clone, Debug)]
pub struct BuildTools {
    /// Folders to put first on PATH.
    pub path: Vec<PathBuf>,
}

/// What only the browser tests need.
#[derive(Clone, Debug)]
pub struct TestTools {
    /// The accessibility checker, a script to run in the page.
    pub axe: PathBuf,
    /// A Python that can import `confluent_kafka`.
    pub python: PathBuf,
}

/// Installs what is missing to build the console.
pub fn for_building(project: &Project) -> Result<BuildTools> {
    need_node()?;
    let lock = project.read("Cargo.lock")?;
    let bindgen = lockfile::version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?;
    let trunk = cargo_tool(project, "trunk", "trunk", TRUNK, &["--locked"])?;
    // Not --locked: a registry that holds back very new versions may lack the ones in that lock file.
    let bindgen = cargo_tool(project, "wasm-bindgen", "wasm-bindgen-cli", bindgen, &[])?;
    let flags = ["--locked", "--features", "build-binary"];
    let split = cargo_tool(project, "wasm-split-cli", "wasm_split_cli_support", WASM_SPLIT, &flags)?;
    let binaryen = npm_tool(project, "binaryen", BINARYEN, ".bin/wasm-opt")?;
    check_wasm_opt(&binaryen)?;
    let esbuild = npm_tool(project, "esbuild", ESBUILD, ".bin/esbuild")?;
    let path = [&binaryen, &trunk, &bindgen, &split, &esbuild]
        .into_iter()
        .filter_map(|file| file.parent())
        .map(Path::to_owned)
        .collect();
    Ok(BuildTools { path })
}

/// Installs what is missing for the browser tests, browser and font apart.
pub fn for_testing(project: &Project) -> Result<TestTools> {
    need_node()?;
    let axe = npm_tool(project, "axe-core", AXE, "axe-core/axe.min.js")?;
    Ok(TestTools { axe, python: kafka_client(project)? })
}

fn need_node() -> Result<()> {
    let version = output(command("node").arg("--version")).context(
        "Node.js is missing: it runs wasm-opt and compresses the console. Install version 18 or newer \
         (https://nodejs.org, or `apt-get install nodejs npm`)",
    )?;
    let major: u32 =
        version.trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok()).unwrap_or(0);
    ensure!(major >= 18, "Node.js {version} is too old: version 18 or newer is needed");
    ensure!(
        find("npm").is_some(),
        "npm is missing (`apt-get install npm`, or the installer of https://nodejs.org)"
    );
    Ok(())
}

fn cargo_tool(
    project: &Project,
    name: &str,
    package: &str,
    version: &str,
    flags: &[&str],
) -> Result<PathBuf> {
    let program = Path::new("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let build = project.cache.join(format!("{name}-{version}.build"));
    let installed = cached(project, name, version, &program, "a few minutes", |dir| {
        let mut cargo = command("cargo");
        cargo
            .args(["install", "--quiet", &format!("{package}@{version}")])
            .args(flags)
            .arg("--root")
            .arg(dir);
        // Outside the checkout, so that its .cargo/config.toml does not apply. The tool runs for seconds: a quick
        // build is worth more than a quick tool.
        cargo.current_dir(&project.cache).env("CARGO_TARGET_DIR", &build);
        cargo.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        run_quietly(&mut cargo)
    });
    let _ = std::fs::remove_dir_all(&build);
    installed
}

fn npm_tool(project: &Project, name: &str, version: &str, file: &str) -> Result<PathBuf> {
    let file = Path::new("node_modules").join(file);
    cached(project, name, version, &file, "seconds", |dir| {
        let npm = find("npm").context("npm is missing")?;
        let mut npm = command(npm);
        npm.args([
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            &format!("{name}@{version}"),
            "--prefix",
        ])
        .arg(dir);
        npm.current_dir(dir);
        run_quietly(&mut npm)
    })
}

fn check_wasm_opt(program: &Path) -> Result<()> {
    let said = output(command(program).arg("--version"))
        .with_context(|| format!("{} does not run", program.display()))?;
    let version = said.split_whitespace().filter_map(|word| word.parse::<u32>().ok()).next();
    match version {
        Some(version) if version >= OLDEST_WASM_OPT => Ok(()),
        _ => bail!("{} says {said:?}; version {OLDEST_WASM_OPT} or newer is needed", program.display()),
    }
}

/// A Python environment with an ordinary Kafka client: a browser test produces with it.
fn kafka_client(project: &Project) -> Result<PathBuf> {
    let package = "confluent-kafka";
    python_env(project, package, CONFLUENT_KAFKA, |python| {
        let mut pip = pip_install(python);
        run_quietly(pip.arg(format!("{package}=={CONFLUENT_KAFKA}")))?;
        run_quietly(command(python).args(["-c", "import confluent_kafka"]))
    })
}

/// A Python environment of its own, filled by `install`, which is given its Python.
pub fn python_env(
    project: &Project,
    name: &str,
    version: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let python = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    cached(project, name, version, Path::new(python), "half a minute", |dir| {
        let base = find("python3").context("python3 is missing: some tests are clients written in Python")?;
        if let Err(error) = run_quietly(command(&base).args(["-m", "venv"]).arg(dir)) {
            println!("setup: {error:#}");
            crate::apt::install(&["python3-venv"], "the Python environment of a test")?;
            run_quietly(command(&base).args(["-m", "venv", "--clear"]).arg(dir))?;
        }
        install(&dir.join(python))
    })
}

/// `pip install`, of finished packages only: building one would need more than Python.
pub fn pip_install(python: &Path) -> Command {
    let mut pip = command(python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"]);
    pip
}

/// `file` in the tool's folder, after `install` has filled it if it was not there. A folder is either complete or
/// absent: installing happens in a folder of another name.
fn cached(
    project: &Project,
    name: &str,
    version: &str,
    file: &Path,
    duration: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let dir = project.cache.join(format!("{name}-{version}"));
    let wanted = dir.join(file);
    if wanted.exists() {
        println!("setup: {name} {version}: there already");
        return Ok(wanted);
    }
    println!("setup: {name} {version}: installing in {} ({duration}) ...", dir.display());
    let start = Instant::now();
    let partial = project.cache.join(format!("{name}-{version}.partial"));
    for old in [&partial, &dir] {
        if old.exists() {
            std::fs::remove_dir_all(old).with_context(|| format!("cannot remove {}", old.display()))?;
        }
    }
    std::fs::create_dir_all(&partial).with_context(|| format!("cannot create {}", partial.display()))?;
    install(&partial).with_context(|| format!("{name} {version} cannot be installed"))?;
    ensure!(partial.join(file).exists(), "{name} {version} was installed but has no {}", file.display());
    std::fs::rename(&partial, &dir).with_context(|| format!("cannot move {} in place", partial.display()))?;
    println!("setup: {name} {version}: installed in {}", seconds(start.elapsed()));
    Ok(wanted)
}
