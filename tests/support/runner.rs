//! From the list of tests to a verdict, in the ways of `cargo test`: names to filter by, `--list`, `--exact`.

use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

use super::console::Console;
use super::paths;
use super::site::SiteKind;
use super::stage::Stage;

/// A test on its way.
type Playing = Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send>>;

/// A test.
pub struct Flow {
    /// `area::what_a_person_sees`.
    pub name: &'static str,
    pub site: SiteKind,
    pub play: fn(Console) -> Playing,
}

/// Runs the tests that the command line asks for, one after the other: they share a browser.
pub fn run(flows: Vec<Flow>) -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    if !arguments.list
        && let Err(error) = paths::dist().and_then(|_| paths::chromedriver())
    {
        eprintln!("the browser tests cannot start: {error:#}");
        return ExitCode::FAILURE;
    }
    let runtime = Arc::new(Runtime::new().expect("threads"));
    let stage: Arc<Mutex<Option<Stage>>> = Arc::default();
    let trials = flows
        .into_iter()
        .map(|flow| {
            let (runtime, stage) = (Arc::clone(&runtime), Arc::clone(&stage));
            Trial::test(flow.name, move || runtime.block_on(play(&stage, &flow)).map_err(failed))
        })
        .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    let built = stage.lock().expect("trials catch their panics").take();
    let Some(stage) = built else { return conclusion.exit_code() };
    let missing = runtime.block_on(stage.strike());
    if is_complete(&arguments) && !missing.is_empty() {
        eprintln!("\nthese operations were never called with success through the console:");
        missing.iter().for_each(|operation| eprintln!("    {operation}"));
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

/// Whether all tests are run: only then can something be said of what none of them did.
fn is_complete(arguments: &Arguments) -> bool {
    arguments.filter.is_none() && arguments.skip.is_empty() && !arguments.ignored
}

/// The stage is built for the first test that is really run.
async fn play(shared: &Mutex<Option<Stage>>, flow: &Flow) -> anyhow::Result<()> {
    let taken = shared.lock().expect("trials catch their panics").take();
    let mut stage = match taken {
        Some(stage) => stage,
        None => Stage::build().await?,
    };
    let result = stage.play(flow).await;
    *shared.lock().expect("trials catch their panics") = Some(stage);
    result
}

fn failed(error: anyhow::Error) -> Failed {
    Failed::from(format!("{error:?}"))
}
