//! `cargo xtask test`: everything CI checks, step by step, with a table at the end.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::report::{Counts, Outcome, seconds, table};
use crate::{console, process, sdks, setup, size};

/// How many random cases each property is tried with. By hand, `cargo test` takes 256; `PROPTEST_CASES` is another number.
const PROPERTY_CASES: &str = "10000";
const PROPERTY_CASES_VARIABLE: &str = "PROPTEST_CASES";

/// One step; the order is the one they run in, cheap ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Fmt,
    Clippy,
    ClippyWasm,
    Unit,
    Conformance,
    App,
    Console,
    E2e,
    Size,
}

impl Step {
    pub const ALL: [Self; 9] = [
        Self::Fmt,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Unit,
        Self::Conformance,
        Self::App,
        Self::Console,
        Self::E2e,
        Self::Size,
    ];

    /// As in `--only`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Unit => "unit",
            Self::Conformance => "conformance",
            Self::App => "app",
            Self::Console => "console",
            Self::E2e => "e2e",
            Self::Size => "size",
        }
    }

    fn what(self) -> &'static str {
        match self {
            Self::Fmt => "the code is formatted",
            Self::Clippy => "clippy has nothing to say about the native crates",
            Self::ClippyWasm => "clippy has nothing to say about the app, for the browser",
            Self::Unit => "tests of the contract, the local DMS, the gateway and these commands",
            Self::Conformance => "the official SDKs against the local DMS, operation by operation",
            Self::App => "tests of the app's logic",
            Self::Console => "the release build of the console",
            Self::E2e => "the built console in a real browser",
            Self::Size => "the first load is within its budget",
        }
    }

    fn run(self, project: &Project) -> Result<Option<Counts>> {
        match self {
            Self::Fmt => {
                setup::component("rustfmt")?;
                plain(cargo(project, "fmt --all --check"))
            }
            Self::Clippy => {
                setup::component("clippy")?;
                plain(cargo(
                    project,
                    "clippy --locked --workspace --exclude dms-console --all-targets -- -Dwarnings",
                ))
            }
            Self::ClippyWasm => {
                let mut cargo = setup::build(project)?.command(project, "cargo")?;
                let args =
                    "clippy --locked --package dms-console --target wasm32-unknown-unknown -- -Dwarnings";
                cargo.args(args.split_whitespace());
                plain(cargo)
            }
            Self::Unit => {
                let rest = "--exclude dms-console --exclude e2e --exclude conformance --no-fail-fast";
                let mut tests = cargo(project, &format!("test --locked --workspace {rest}"));
                tests.env(PROPERTY_CASES_VARIABLE, property_cases());
                counted(tests)
            }
            Self::Conformance => conformance(project),
            Self::App => counted(cargo(project, "test --locked --package dms-console --lib")),
            Self::Console => {
                console::build(project, &setup::build(project)?)?;
                Ok(None)
            }
            Self::E2e => browser_tests(project, &[]),
            Self::Size => size::check(project).map(|()| None),
        }
    }
}

/// Takes the steps, all of them even if one fails, and prints how each went.
pub fn test(project: &Project, only: &[Step]) -> Result<ExitCode> {
    let mut outcomes = Vec::new();
    for &step in only {
        println!("\n== {}: {}", step.name(), step.what());
        let start = Instant::now();
        let (counts, error) = match step.run(project) {
            Ok(counts) => (counts, None),
            Err(error) => {
                (error.downcast_ref::<TestsFailed>().map(|failed| failed.0), Some(format!("{error:#}")))
            }
        };
        let time = start.elapsed();
        match &error {
            None => println!("== {}: ok in {}", step.name(), seconds(time)),
            Some(error) => println!("== {}: FAILED in {}: {error}", step.name(), seconds(time)),
        }
        outcomes.push(Outcome { step: step.name(), time, counts, error });
    }
    print!("\n{}", table(&outcomes));
    let failed = outcomes.iter().any(|outcome| outcome.error.is_some());
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// `cargo xtask e2e`: the console if it is out of date, then the browser tests.
pub fn browser_tests_only(project: &Project, args: &[String]) -> Result<ExitCode> {
    console::build(project, &setup::build(project)?)?;
    browser_tests(project, args)?;
    Ok(ExitCode::SUCCESS)
}

/// The suite starts the local DMS itself; it is told where the SDKs are.
fn conformance(project: &Project) -> Result<Option<Counts>> {
    std::fs::create_dir_all(&project.cache)?;
    let mut cargo = cargo(project, "test --locked --package conformance");
    for version in sdks::VERSIONS {
        cargo.env(sdks::variable(version), sdks::python(project, version)?);
    }
    counted(cargo)
}

/// `cargo xtask bench`: the console if it is out of date, then the browser's measurements alone.
pub fn bench(project: &Project) -> Result<ExitCode> {
    console::build(project, &setup::build(project)?)?;
    browser_tests(project, &["bench".to_owned()])?;
    let report = project.root.join("target/e2e/bench.txt");
    print!("\n{}", std::fs::read_to_string(&report).with_context(|| format!("no {}", report.display()))?);
    Ok(ExitCode::SUCCESS)
}

/// The harness starts gateway and local DMS itself; it is told where the rest is.
fn browser_tests(project: &Project, args: &[String]) -> Result<Option<Counts>> {
    let dist = project.dist();
    if !dist.join("index.html.br").is_file() {
        bail!("no release build in dist/: the console step comes first");
    }
    let (tools, chromium) = setup::browser_tests(project)?;
    let mut cargo = cargo(project, "test --locked --package e2e --no-fail-fast");
    cargo.args(args);
    cargo.env("DMS_E2E_DIST", dist).env("DMS_E2E_AXE", tools.axe).env("DMS_E2E_PYTHON", tools.python);
    cargo.env("DMS_E2E_CHROMIUM", chromium.browser).env("DMS_E2E_CHROMEDRIVER", chromium.driver);
    counted(cargo)
}

fn property_cases() -> OsString {
    std::env::var_os(PROPERTY_CASES_VARIABLE).unwrap_or_else(|| PROPERTY_CASES.into())
}

fn cargo(project: &Project, args: &str) -> Command {
    let mut cargo = process::command("cargo");
    cargo.args(args.split_whitespace()).current_dir(&project.root);
    cargo
}

fn plain(mut command: Command) -> Result<Option<Counts>> {
    println!("$ {}", process::show(&command));
    process::run(&mut command).map(|()| None)
}

/// A test run that failed, with what it counted.
#[derive(Debug)]
struct TestsFailed(Counts, String);

impl std::fmt::Display for TestsFailed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.1)
    }
}

impl std::error::Error for TestsFailed {}

/// Runs tests and passes their output on, reading the closing lines on the way.
fn counted(mut command: Command) -> Result<Option<Counts>> {
    let shown = process::show(&command);
    println!("$ {shown}");
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{shown}`"))?;
    let mut counts = Counts::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.with_context(|| format!("cannot read what `{shown}` prints"))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            counts.add(&line);
        }
    }
    let status = child.wait()?;
    if !status.success() {
        return Err(TestsFailed(counts, format!("`{shown}` failed ({status})")).into());
    }
    Ok(Some(counts))
}
