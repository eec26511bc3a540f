//! `cargo xtask dev`: the console rebuilt on save, in front of a local DMS.
//!
//! Trunk serves the pages and hands `config.json` and `proxy/` on to the gateway; `Trunk.toml` has both ports.

use std::process::Child;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::process::{command, run};
use crate::project::Project;
use crate::run::wait_for;
use crate::setup;

const GATEWAY: &str = "127.0.0.1:8080";
const PAGES: [&str; 2] = ["http://127.0.0.1:8081", "http://localhost:8081"];

/// Runs until Ctrl-C, or until Trunk ends.
pub fn dev(project: &Project, args: Vec<String>) -> Result<()> {
    let wasm = setup::build(project)?;
    println!("gateway: building ...");
    run(command("cargo").args(["build", "--package", "dms-gateway"]).current_dir(&project.root))?;
    run(wasm.command(project, "cargo")?.args(["fetch", "--locked"]))?;

    let program = project.target.join("debug").join(format!("dms-gateway{}", std::env::consts::EXE_SUFFIX));
    let mut gateway = command(&program);
    gateway
        .args(["--local", "--demo", "--ephemeral", "--listen", GATEWAY])
        .args(PAGES.map(|page| format!("--origin={page}")));
    let child = gateway.args(args).spawn().with_context(|| format!("cannot start {}", program.display()))?;
    let mut gateway = Stopped(child);
    ensure!(wait_for(GATEWAY, Duration::from_secs(60)), "the gateway does not listen on {GATEWAY}");
    ensure!(
        gateway.0.try_wait()?.is_none(),
        "the gateway has ended; is {GATEWAY} in use by another program?"
    );

    println!("\ndev: the console with rebuild on save: {}\n", PAGES[0]);
    let mut trunk = wasm.command(project, "trunk")?;
    trunk.args(["serve", "--offline", "true", "--skip-version-check", "--features", "gallery", "--dist"]);
    // Not dist/, which holds the release build.
    trunk.arg(project.target.join("xtask").join("dev"));
    run(&mut trunk)
}

/// Ends the gateway when Trunk has ended by itself; Ctrl-C reaches both.
struct Stopped(Child);

impl Drop for Stopped {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
