//! `cargo xtask run`: the console as a user gets it, against a local DMS with demo data.

use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::process::{command, find, output, run as run_to_end};
use crate::project::Project;
use crate::report::seconds;
use crate::{console, setup};

/// How long the gateway may take until it listens.
const START: Duration = Duration::from_secs(60);

/// Builds the console and the gateway that carries it, where they are out of date. Returns the gateway's path.
pub fn build(project: &Project) -> Result<PathBuf> {
    console::build(project, &setup::build(project)?)?;
    println!("gateway: building for release (minutes the first time) ...");
    let start = Instant::now();
    let mut cargo = command("cargo");
    cargo.args(["build", "--release", "--locked", "--package", "dms-gateway"]).current_dir(&project.root);
    run_to_end(&mut cargo)?;
    let program = project.target.join("release").join(format!("dms-gateway{}", std::env::consts::EXE_SUFFIX));
    println!("gateway: built in {}: {}", seconds(start.elapsed()), program.display());
    Ok(program)
}

/// Builds what is out of date and becomes the gateway.
pub fn run(project: &Project, args: Vec<String>) -> Result<ExitCode> {
    if has(&args, "--help") {
        return help(project);
    }
    let program = build(project)?;
    let mut gateway = command(&program);
    gateway.args(["--local", "--demo"]);
    if !has(&args, "--data-dir") && !has(&args, "--ephemeral") && std::env::var_os("DMS_DATA_DIR").is_none() {
        println!("gateway: the local DMS keeps its data in {}", project.data.display());
        gateway.arg("--data-dir").arg(&project.data);
    }
    gateway.args(&args);
    if browser().is_some() {
        open_when_up(&address(&args), &url(&args));
    }
    println!("gateway: starting\n");
    become_it(gateway).with_context(|| format!("cannot start {}", program.display()))
}

/// The gateway's options, without building the console first.
fn help(project: &Project) -> Result<ExitCode> {
    let mut cargo = command("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package", "dms-gateway", "--", "--help"]);
    run_to_end(cargo.current_dir(&project.root))?;
    Ok(ExitCode::SUCCESS)
}

/// Replaces this process, so that Ctrl-C and signals reach the gateway and nothing else.
#[cfg(unix)]
fn become_it(mut program: Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(program.exec().into())
}

#[cfg(not(unix))]
fn become_it(mut program: Command) -> Result<ExitCode> {
    let status = program.status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Starts a helper that opens the browser; this process is about to become the gateway. A failure costs a click.
fn open_when_up(address: &str, url: &str) {
    if let Ok(me) = std::env::current_exe() {
        let _ = Command::new(me).args([crate::cli::OPEN, address, url]).spawn();
    }
}

/// The helper: waits until the address takes connections, then opens the URL.
pub fn open(address: &str, url: &str) {
    if wait_for(address, START)
        && let Some((program, args)) = browser()
    {
        let _ = output(command(program).args(args).arg(url));
    }
}

/// Whether something listens there before the time is over.
pub fn wait_for(address: &str, limit: Duration) -> bool {
    let start = Instant::now();
    while start.elapsed() < limit {
        if TcpStream::connect(address).is_ok() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    false
}

/// What opens a URL on this desktop; `None` where there is no desktop.
fn browser() -> Option<(&'static str, &'static [&'static str])> {
    if cfg!(target_os = "macos") {
        return Some(("open", &[]));
    }
    if cfg!(windows) {
        return Some(("cmd", &["/C", "start", ""]));
    }
    let display = ["WAYLAND_DISPLAY", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|v| !v.is_empty()));
    (display && find("xdg-open").is_some()).then_some(("xdg-open", &[]))
}

fn address(args: &[String]) -> String {
    let listen = value(args, "--listen").or_else(|| std::env::var("DMS_LISTEN").ok());
    listen.unwrap_or_else(|| "127.0.0.1:8080".to_owned()).replace("0.0.0.0", "127.0.0.1")
}

fn url(args: &[String]) -> String {
    let base = value(args, "--base-path").or_else(|| std::env::var("DMS_BASE_PATH").ok()).unwrap_or_default();
    format!("http://{}/{}", address(args), base.trim_start_matches('/'))
}

fn has(args: &[String], option: &str) -> bool {
    args.iter().any(|arg| arg.split('=').next() == Some(option))
}

/// `--option value` or `--option=value`.
fn value(args: &[String], option: &str) -> Option<String> {
    let at = args.iter().position(|arg| arg.split('=').next() == Some(option))?;
    match args[at].split_once('=') {
        Some((_, value)) => Some(value.to_owned()),
        None => args.get(at + 1).cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_opens_where_the_gateway_listens() {
        let args = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(url(&args("")), "http://127.0.0.1:8080/");
        assert_eq!(
            url(&args("--listen 0.0.0.0:9000 --base-path=/portal/dms/")),
            "http://127.0.0.1:9000/portal/dms/"
        );
        assert!(has(&args("--data-dir=/x"), "--data-dir") && !has(&args("--data-directory x"), "--data-dir"));
        assert_eq!(value(&args("--listen"), "--listen"), None);
    }
}
