//! `dms-gateway`: see `--help`.

use std::io::IsTerminal;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use dms_gateway::cli::{Cli, LogFormat};
use tracing_subscriber::EnvFilter;

/// How long running calls may take to finish once the gateway was asked to stop.
const FAREWELL: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dms-gateway: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> anyhow::Result<()> {
    log_to_stderr(&cli)?;
    let config = cli.into_config();
    if config.local.is_some() && !config.listen.ip().is_loopback() {
        tracing::warn!(
            "anyone who reaches {} can use the local DMS: its credentials are public",
            config.listen
        );
    }
    let running = dms_gateway::serve(config).await?;
    print!("{}", dms_gateway::welcome(&running));
    stop_signal().await?;
    tracing::info!("stopping; a second signal stops at once");
    tokio::select! {
        () = running.shutdown() => {}
        () = tokio::time::sleep(FAREWELL) => tracing::warn!("calls still running were cut off"),
        _ = stop_signal() => {}
    }
    Ok(())
}

fn log_to_stderr(cli: &Cli) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&cli.log).map_err(|e| anyhow::anyhow!("--log {}: {e}", cli.log))?;
    // Colours are for a terminal, not for a file.
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    match cli.log_format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().init(),
    }
    Ok(())
}

/// Waits for Ctrl-C or a polite kill.
async fn stop_signal() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            interrupted = tokio::signal::ctrl_c() => interrupted,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}
