//! The project's own commands. `cargo xtask help` lists them.
//!
//! Set-up: [`setup`] brings what is missing, through [`tools`] (a per-user cache), [`wasm`] (a compiler that can
//! build for the browser), [`chromium`] and [`apt`]. Building: [`console`] runs Trunk, [`styles`] joins the
//! style sheets, [`split`] divides the WebAssembly and [`finish`] makes the output ready to ship. The rest is one module per command.

mod apt;
mod budget;
mod chromium;
mod cli;
mod compress;
mod console;
mod dev;
mod finish;
mod html;
mod lockfile;
mod process;
mod project;
mod report;
mod run;
mod sdks;
mod setup;
mod size;
mod split;
mod styles;
mod test;
mod tools;
mod wasm;

use std::process::ExitCode;

use cli::Command;
use project::Project;

fn main() -> ExitCode {
    match dispatch() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> anyhow::Result<ExitCode> {
    let command = cli::parse(std::env::args().skip(1))?;
    if let Command::Open { address, url } = &command {
        run::open(address, url);
        return Ok(ExitCode::SUCCESS);
    }
    let project = Project::find()?;
    match command {
        Command::Help | Command::Open { .. } => print!("{}", cli::HELP),
        Command::Setup => setup::all(&project)?,
        Command::Build => run::build(&project).map(drop)?,
        Command::Run { gateway } => return run::run(&project, gateway),
        Command::Dev { gateway } => dev::dev(&project, gateway)?,
        Command::Test { only } => return test::test(&project, &only),
        Command::E2e { args } => return test::browser_tests_only(&project, &args),
        Command::Bench => return test::bench(&project),
        Command::Size => size::check(&project)?,
    }
    Ok(ExitCode::SUCCESS)
}
