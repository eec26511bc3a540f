//! A service in a process of its own, which can be killed, and a client of it.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use bytes::Bytes;
use dms_api::error::ApiError;
use dms_api::operation::{FromAnswer, Operation, Scope};
use dms_local::Options;
use http::Request;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

use crate::support::{Local, options};

/// Environment of the process: its folder, and its flush interval in milliseconds.
const FOLDER: &str = "DMS_TEST_FOLDER";
const FLUSH: &str = "DMS_TEST_FLUSH";

/// Not a test: the process that other tests start, and kill.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "runs as a child of other tests"]
async fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let flush = std::env::var(FLUSH).ok().map(|ms| Duration::from_millis(ms.parse().unwrap()));
    let defaults = options();
    let flush = flush.unwrap_or(defaults.flush);
    let local = Local::with(Options { data_dir: Some(folder.into()), flush, ..defaults }).await;
    // The test harness leaves its own text on the line.
    println!("\nlistening={} {} {}", local.info().endpoint, local.token, local.info().project_id);
    std::io::stdout().flush().unwrap();
    std::future::pending::<()>().await;
}

/// Starts this test binary again as `test`, and reads what follows `key` on the line that begins with it.
pub fn spawn(test: &str, key: &str, environment: &[(&str, String)]) -> (Process, String) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--ignored", "--nocapture"]);
    command.envs(environment.iter().map(|(name, value)| (*name, value)));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let process = Process(child);
    let said =
        lines.map_while(Result::ok).find_map(|line| line.strip_prefix(key).map(str::to_owned)).expect(key);
    (process, said)
}

/// A process that ends with this value at the latest, without a chance to write anything.
pub struct Process(Child);

impl Process {
    /// `kill -9`.
    pub fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            self.end();
        }
    }
}

/// A client of a service in another process.
#[derive(Clone)]
pub struct Remote {
    client: Client<HttpConnector, Full<Bytes>>,
    endpoint: String,
    token: String,
    scope: Scope,
}

/// What became of a request to a service that may be killed at any moment.
pub enum Reply<T> {
    /// Acknowledged.
    Done(T),
    /// Refused.
    Refused(ApiError),
    /// The service went away: it may have been done or not.
    Unknown,
}

impl<T> Reply<T> {
    /// What was acknowledged; for a service that nobody kills meanwhile.
    pub fn unwrap(self) -> T {
        match self {
            Self::Done(answer) => answer,
            Self::Refused(refusal) => panic!("refused: {refusal}"),
            Self::Unknown => panic!("the service went away"),
        }
    }
}

impl Remote {
    /// A service on this folder, and its client. `None` leaves the flush interval at its default.
    pub fn start(folder: &Path, flush: Option<Duration>) -> (Process, Self) {
        let mut environment = vec![(FOLDER, folder.to_str().unwrap().to_owned())];
        environment.extend(flush.map(|flush| (FLUSH, flush.as_millis().to_string())));
        let (process, said) = spawn("remote::child", "listening=", &environment);
        let mut said = said.split(' ').map(str::to_owned);
        let mut next = || said.next().unwrap();
        let (endpoint, token) = (next(), next());
        let scope = Scope { project_id: next() };
        let client = Client::builder(TokioExecutor::new()).build(HttpConnector::new());
        (process, Self { client, endpoint, token, scope })
    }

    /// The token that it uses.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The same client with another token.
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: token.to_owned(), ..self.clone() }
    }

    /// Sends an operation. Only a complete answer counts.
    pub async fn send<O: Operation>(&self, operation: &O) -> Reply<O::Response> {
        let request = operation.request(&self.scope).unwrap();
        let uri = format!("{}{}", self.endpoint, request.target());
        let body = Full::from(request.body.unwrap_or_default());
        let http = Request::builder().method(request.method.as_str()).uri(uri);
        let http = http.header("x-auth-token", &self.token).body(body).unwrap();
        let Ok(response) = self.client.request(http).await else { return Reply::Unknown };
        let (parts, body) = response.into_parts();
        let Ok(bytes) = body.collect().await else { return Reply::Unknown };
        let bytes = bytes.to_bytes();
        let text = String::from_utf8_lossy(&bytes);
        if parts.status.as_u16() >= 400 {
            return Reply::Refused(ApiError::read(parts.status.as_u16(), &text, None));
        }
        let json = serde_json::from_str(&text).unwrap_or(Value::Null);
        Reply::Done(O::Response::from_answer(&json))
    }
}
