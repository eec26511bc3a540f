//! The program itself: what it prints, how it stops, what it never logs.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use crate::support::{Upstream, get};

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dms-gateway"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[test]
fn a_bad_option_stops_it_with_a_text_that_names_it() {
    for (args, words) in [
        (&["--base-path", "/a b"][..], "--base-path"),
        (&["--listen", "127.0.0.1:0", "--log", "no=such=filter"], "--log"),
        (&["--listen", "127.0.0.1:0", "--dist", "/no/such/folder"], "--dist"),
    ] {
        let output = program().args(args).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && error.contains(words), "{args:?}: {error}");
    }
}

#[cfg(unix)]
#[test]
fn it_says_where_the_demos_kafka_brokers_are() {
    let args = ["--listen", "127.0.0.1:0", "--local", "--demo", "--ephemeral", "--local-port", "0"];
    let mut gateway = program().args(args).spawn().unwrap();
    let lines = BufReader::new(gateway.stdout.take().unwrap()).lines().map_while(Result::ok);
    let kafka =
        lines.take_while(|line| !line.starts_with("Stop")).find(|line| line.contains("kafka-orders: "));
    gateway.kill().unwrap();
    gateway.wait().unwrap();
    let brokers = kafka.unwrap().split("kafka-orders: ").nth(1).unwrap().to_owned();
    assert!(brokers.split(',').all(|b| b.starts_with("127.0.0.1:")), "{brokers}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn it_says_where_it_is_logs_no_secret_and_stops_on_sigterm() {
    let upstream = Upstream::ok().await;
    let allow = format!("http://{}", upstream.addr);
    let mut gateway =
        program().args(["--listen", "127.0.0.1:0", "--log", "debug", "--allow", &allow]).spawn().unwrap();
    let mut stdout = BufReader::new(gateway.stdout.take().unwrap());
    let mut first = String::new();
    stdout.read_line(&mut first).unwrap();
    let addr = first.split("http://").nth(1).unwrap().trim().trim_end_matches('/').parse().unwrap();

    let headers = ["x-auth-token: SECRET-TOKEN", "authorization: SECRET-SIGNATURE", "cookie: SECRET-COOKIE"];
    get(addr, &upstream.path("/v9/x?password=SECRET-QUERY"), &headers).await;
    get(addr, "/proxy/evil.example.com/x?password=SECRET-QUERY", &headers).await;

    assert!(Command::new("kill").arg(gateway.id().to_string()).status().unwrap().success());
    let mut log = String::new();
    gateway.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    assert!(gateway.wait().unwrap().success(), "{log}");
    assert!(log.contains("/v9/x") && log.contains("GATEWAY.HOST_NOT_ALLOWED"), "{log}");
    assert!(!log.contains("SECRET"), "{log}");
}
