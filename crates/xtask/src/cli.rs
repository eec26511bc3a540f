//! What can be typed after `cargo xtask`.

use anyhow::{Result, bail};

use crate::test::Step;

pub const HELP: &str = "\
cargo xtask <command>

  run  [-- ARGS]   build the console and the gateway, start both with a local DMS and demo data;
                   ARGS go to dms-gateway (see `cargo xtask run -- --help`)
  dev  [-- ARGS]   rebuild the console on save, with the component gallery, against a local DMS
  test [--only A,B]
                   everything CI checks; the steps: fmt, clippy, clippy-wasm, unit, conformance, app, console,
                   e2e, size
  e2e  [-- ARGS]   the browser tests alone; ARGS go to `cargo test` (a name to filter by, say)
  bench            sorting and searching 10,000 topics in the console, against plain JavaScript in the same page
  size             what the browser downloads until the topic list shows, against size-budget.toml
  build            the console in dist/ and the gateway that carries it, both for release
  setup            fetch every tool that the commands above need; each does it by itself, too

Tools are installed once per user in ~/.cache/dms-console (XDG_CACHE_HOME is honoured).
";

/// The helper of `run` that opens the browser; not for typing.
pub const OPEN: &str = "__open";

/// One command line, understood.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Setup,
    Build,
    Run {
        /// Arguments for the gateway.
        gateway: Vec<String>,
    },
    Dev {
        /// Arguments for the gateway.
        gateway: Vec<String>,
    },
    Test {
        /// The steps to take, in their own order.
        only: Vec<Step>,
    },
    E2e {
        /// Arguments for `cargo test`.
        args: Vec<String>,
    },
    Bench,
    Size,
    /// See [`OPEN`].
    Open {
        address: String,
        url: String,
    },
}

/// Understands the arguments after the program's name.
pub fn parse(args: impl Iterator<Item = String>) -> Result<Command> {
    let args: Vec<String> = args.collect();
    let Some((name, rest)) = args.split_first() else { return Ok(Command::Help) };
    Ok(match name.as_str() {
        "help" | "-h" | "--help" => Command::Help,
        "run" => Command::Run { gateway: passed_on(rest) },
        "dev" => Command::Dev { gateway: passed_on(rest) },
        "e2e" => Command::E2e { args: passed_on(rest) },
        "test" => Command::Test { only: steps(rest)? },
        "setup" => alone(name, rest, Command::Setup)?,
        "build" => alone(name, rest, Command::Build)?,
        "bench" => alone(name, rest, Command::Bench)?,
        "size" => alone(name, rest, Command::Size)?,
        OPEN => match rest {
            [address, url] => Command::Open { address: address.clone(), url: url.clone() },
            _ => bail!("{OPEN} is used by `run` only"),
        },
        other => bail!("there is no command {other:?}\n\n{HELP}"),
    })
}

/// `-- ARGS`, where the dashes may be left out.
fn passed_on(rest: &[String]) -> Vec<String> {
    rest.iter().skip(usize::from(rest.first().is_some_and(|first| first == "--"))).cloned().collect()
}

fn alone(name: &str, rest: &[String], command: Command) -> Result<Command> {
    match rest.first() {
        None => Ok(command),
        Some(extra) => bail!("`{name}` takes no argument, but there is {extra:?}"),
    }
}

fn steps(rest: &[String]) -> Result<Vec<Step>> {
    let names = match rest {
        [] => return Ok(Step::ALL.to_vec()),
        [flag, names] if flag == "--only" => names.as_str(),
        [one] => match one.strip_prefix("--only=") {
            Some(names) => names,
            None => bail!("`test` takes only `--only A,B`, not {one:?}"),
        },
        _ => bail!("`test` takes only `--only A,B`"),
    };
    let mut only = Vec::new();
    for name in names.split(',').map(str::trim) {
        match Step::ALL.into_iter().find(|step| step.name() == name) {
            Some(step) => only.push(step),
            None => bail!("there is no test step {name:?}; `cargo xtask help` names them"),
        }
    }
    Ok(only)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn arguments_reach_the_gateway_with_or_without_dashes() {
        let expected = Command::Run { gateway: vec!["--listen".into(), "127.0.0.1:9000".into()] };
        assert_eq!(parsed("run -- --listen 127.0.0.1:9000").unwrap(), expected);
        assert_eq!(parsed("run --listen 127.0.0.1:9000").unwrap(), expected);
    }

    #[test]
    fn test_steps_are_chosen_by_name() {
        assert_eq!(parsed("test").unwrap(), Command::Test { only: Step::ALL.to_vec() });
        let expected = Command::Test { only: vec![Step::Fmt, Step::Size] };
        assert_eq!(parsed("test --only fmt,size").unwrap(), expected);
        assert_eq!(parsed("test --only=fmt,size").unwrap(), expected);
        let refused = parsed("test --only fmt,speed").unwrap_err().to_string();
        assert!(refused.contains("speed"), "{refused}");
    }

    #[test]
    fn nonsense_is_refused_and_nothing_means_help() {
        assert_eq!(parsed("").unwrap(), Command::Help);
        assert!(parsed("tset").is_err());
        assert!(parsed("size now").is_err());
    }
}
