//! The official Python SDKs, unmodified, against a local DMS of their own: `cargo xtask test --only conformance`.
//!
//! Here: starting the service, running the suite once per SDK version, and the tables of what it found. What is called
//! and what is compared is in `suite/`.

mod outcome;

use std::path::{Path, PathBuf};
use std::process::{ExitCode, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use dms_local::{Options, Running};
use outcome::Outcome;
use serde_json::{Value, json};
use tokio::process::Command;

/// Versions of the SDK, and the variable that names a Python with each.
const VERSIONS: [(&str, &str); 2] =
    [("3.1.49", "DMS_CONFORMANCE_PYTHON_3_1_49"), ("3.1.219", "DMS_CONFORMANCE_PYTHON_3_1_219")];

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("the conformance suite did not run: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<bool> {
    let folder = tempfile::tempdir()?;
    let pythons =
        VERSIONS.map(|(version, variable)| (version, std::env::var_os(variable).map(PathBuf::from)));
    let mut sdks = Vec::new();
    for (version, python) in pythons {
        let python =
            python.context("it is run by `cargo xtask test --only conformance`, which installs the SDKs")?;
        sdks.push(Sdk { version, python, folder: folder.path().join(version) });
    }
    for sdk in &sdks {
        std::fs::create_dir_all(&sdk.folder)?;
        sdk.suite("describe", &[&sdk.schemas()]).await?;
    }
    let (older, newer) = match sdks.as_slice() {
        [older, newer] => (older, newer),
        _ => anyhow::bail!("two versions are compared"),
    };
    let (first, second) = tokio::join!(older.conform(newer), newer.conform(older));
    Ok(outcome::print(&[first?, second?]))
}

/// One version of the SDK in a Python environment of its own.
struct Sdk {
    version: &'static str,
    python: PathBuf,
    folder: PathBuf,
}

impl Sdk {
    /// Where the version's models are written down for the other version to read.
    fn schemas(&self) -> PathBuf {
        self.folder.join("schemas.json")
    }

    /// Runs the suite against a service of its own.
    async fn conform(&self, other: &Self) -> Result<Outcome> {
        let service = dms_local::start(options()).await?;
        let context = self.folder.join("context.json");
        std::fs::write(&context, serde_json::to_vec(&self.context(&service, other))?)?;
        let result = self.folder.join("result.json");
        let ran = self.suite("run", &[&context, &result]).await;
        service.shutdown().await;
        ran?;
        let result = std::fs::read(&result).context("the suite left no result")?;
        serde_json::from_slice(&result).context("the suite's result cannot be read")
    }

    fn context(&self, service: &Running, other: &Self) -> Value {
        let info = service.info();
        let catalogue: Vec<Value> = dms_api::catalogue::ALL
            .iter()
            .map(|spec| {
                json!({"id": spec.id, "service": spec.service(), "section": spec.section, "success": spec.success,
                    "method": spec.method.as_str(), "path": spec.path})
            })
            .collect();
        json!({
            "version": self.version, "catalogue": catalogue, "other_schemas": other.schemas(),
            "endpoint": info.endpoint, "access_key": info.access_key, "secret_key": info.secret_key,
            "domain": info.domain, "user": info.user, "password": info.password,
            "project_id": info.project_id, "project_name": info.project_name,
        })
    }

    async fn suite(&self, command: &str, files: &[&Path]) -> Result<()> {
        let mut python = Command::new(&self.python);
        python.args(["-B", "-m", "suite", command]).args(files).current_dir(env!("CARGO_MANIFEST_DIR"));
        // The SDK writes a file into the home folder and believes in proxies.
        python.env("HOME", &self.folder).env("NO_PROXY", "127.0.0.1").stdin(Stdio::null()).kill_on_drop(true);
        let status =
            python.status().await.with_context(|| format!("cannot start {}", self.python.display()))?;
        ensure!(status.success(), "SDK {}: the suite broke off ({status})", self.version);
        Ok(())
    }
}

/// A service that keeps nothing and loses no time.
fn options() -> Options {
    Options {
        listen: ([127, 0, 0, 1], 0).into(),
        pace: Duration::ZERO,
        flow_control: true,
        ..Options::default()
    }
}
