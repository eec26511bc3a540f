//! A Rust compiler that can build for the browser.
//!
//! Usually the installed toolchain with the target `wasm32-unknown-unknown`, which rustup adds. Where rustup can
//! download nothing, Debian's own Rust (`rustc-web`, kept current for Firefox) builds the standard library from source.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::process::{command, find, output, path_with, run_quietly};
use crate::project::Project;
use crate::tools::BuildTools;

const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];
/// Set to `debian` to use Debian's Rust even where rustup has the target.
const OVERRIDE: &str = "DMS_XTASK_WASM";

/// Which compiler builds the console.
#[derive(Clone, Debug)]
pub enum Toolchain {
    /// The one that also builds everything else.
    Installed,
    /// Debian's, with the linker named.
    Debian {
        /// Full path of `wasm-ld-NN`.
        linker: PathBuf,
    },
}

/// A toolchain with the tools beside it.
#[derive(Clone, Debug)]
pub struct WasmBuild {
    toolchain: Toolchain,
    tools: BuildTools,
}

impl Toolchain {
    /// Finds one, or installs what is missing.
    pub fn ensure() -> Result<Self> {
        let debian_only = std::env::var_os(OVERRIDE).is_some_and(|value| value == "debian");
        if !debian_only {
            if target_installed() {
                println!("setup: {TARGET}: there already");
                return Ok(Self::Installed);
            }
            // Looked at before asking rustup again, which may wait long for a network that is not there.
            if let Some(debian) = Self::debian() {
                println!("setup: {TARGET}: with Debian's Rust, there already");
                return Ok(debian);
            }
            if find("rustup").is_some() {
                println!("setup: rustup target add {TARGET} ...");
                match run_quietly(command("rustup").args(["target", "add", TARGET])) {
                    Ok(()) if target_installed() => return Ok(Self::Installed),
                    Ok(()) => println!("setup: rustup added it to another toolchain than the one in use"),
                    Err(error) => println!("setup: rustup cannot: {}", last_line(&format!("{error:#}"))),
                }
            }
        }
        Self::install_debian()
    }

    fn install_debian() -> Result<Self> {
        if let Some(debian) = Self::debian() {
            println!("setup: {TARGET}: with Debian's Rust, there already");
            return Ok(debian);
        }
        if find("apt-get").is_none() {
            bail!(
                "the Rust target {TARGET} is missing and could not be added. Run `rustup target add {TARGET}`, \
                 or install your system's package of that target (Fedora: rust-std-static-{TARGET})"
            );
        }
        println!("setup: {TARGET}: using Debian's Rust, which builds the standard library from source");
        let linker =
            apt::newest("lld-").context("apt offers no package lld-NN, the linker for WebAssembly")?;
        let packages: Vec<&str> = DEBIAN_PACKAGES.into_iter().chain([linker.as_str()]).collect();
        apt::install(&packages, "building for the browser")?;
        Self::debian().context(
            "Debian's Rust was installed but is not complete: rustc, its source or wasm-ld is missing",
        )
    }

    fn debian() -> Option<Self> {
        let compiler = Path::new("/usr/bin/rustc");
        let sysroot = output(command(compiler).args(["--print", "sysroot"]))?;
        let source = Path::new(&sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml");
        let complete =
            source.is_file() && ["cargo", "cargo-clippy"].iter().all(|tool| usr_bin(tool).is_file());
        complete.then(newest_linker).flatten().map(|linker| Self::Debian { linker })
    }
}

impl WasmBuild {
    /// Puts a toolchain and tools together.
    pub fn new(toolchain: Toolchain, tools: BuildTools) -> Self {
        Self { toolchain, tools }
    }

    /// What distinguishes the output of one toolchain from another's.
    pub fn identity(&self) -> String {
        let compiler = match &self.toolchain {
            Toolchain::Installed => "rustc",
            Toolchain::Debian { .. } => "/usr/bin/rustc",
        };
        format!("{:?} {}", self.tools.path, output(command(compiler).arg("--version")).unwrap_or_default())
    }

    /// The folder in which Cargo puts one folder per profile.
    pub fn output(&self, project: &Project) -> PathBuf {
        let target = match &self.toolchain {
            Toolchain::Installed => project.target.clone(),
            Toolchain::Debian { .. } => separate_target(project),
        };
        target.join(TARGET)
    }

    /// A program in the environment that builds for the browser. `cargo` is the right one.
    pub fn command(&self, project: &Project, program: &str) -> Result<Command> {
        let mut path = self.tools.path.clone();
        let mut build = match &self.toolchain {
            Toolchain::Installed => command(program),
            Toolchain::Debian { linker } => {
                path.push(debian_programs(project)?);
                let mut build = command(program);
                build.env("RUSTC", "/usr/bin/rustc").env("RUSTDOC", "/usr/bin/rustdoc");
                build.env_remove("RUSTUP_TOOLCHAIN");
                // Only here: native builds must not see it, or build scripts take the compiler for a nightly.
                build.env("RUSTC_BOOTSTRAP", "1").env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
                build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                build.env("CARGO_TARGET_DIR", separate_target(project));
                build
            }
        };
        build.env("PATH", path_with(&path)?).current_dir(&project.root);
        Ok(build)
    }
}

/// A folder with nothing but Debian's Rust programs, to put on PATH: `/usr/bin` itself would also hide other programs.
#[cfg(unix)]
fn debian_programs(project: &Project) -> Result<PathBuf> {
    let dir = project.cache.join("debian-rust");
    std::fs::create_dir_all(&dir).with_context(|| format!("cannot create {}", dir.display()))?;
    for name in ["cargo", "rustc", "rustdoc", "cargo-clippy", "clippy-driver"] {
        let link = dir.join(name);
        if link.symlink_metadata().is_err() {
            std::os::unix::fs::symlink(usr_bin(name), &link)
                .with_context(|| format!("cannot link {}", link.display()))?;
        }
    }
    Ok(dir)
}

#[cfg(not(unix))]
fn debian_programs(_: &Project) -> Result<PathBuf> {
    bail!("Debian's Rust runs on Debian only")
}

/// Two compilers sharing a target folder would rebuild everything at each change of sides.
fn separate_target(project: &Project) -> PathBuf {
    if project.target.starts_with(&project.root) {
        return project.target.join("wasm");
    }
    let name = project.target.file_name().unwrap_or_default().to_string_lossy();
    project.target.with_file_name(format!("{name}-wasm"))
}

fn target_installed() -> bool {
    let libraries = output(command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    let listed = libraries.and_then(|dir| std::fs::read_dir(dir).ok());
    listed.is_some_and(|files| {
        files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libcore-"))
    })
}

fn newest_linker() -> Option<PathBuf> {
    let files = std::fs::read_dir("/usr/bin").ok()?;
    let names = files.flatten().filter_map(|file| file.file_name().into_string().ok());
    let numbers = names.filter_map(|name| name.strip_prefix("wasm-ld-")?.parse::<u32>().ok());
    numbers.max().map(|number| usr_bin(&format!("wasm-ld-{number}")))
}

fn usr_bin(program: &str) -> PathBuf {
    Path::new("/usr/bin").join(program)
}

fn last_line(text: &str) -> &str {
    text.trim_end().lines().last().unwrap_or(text)
}
