//! chromedriver on a free port, and one session of Chromium.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, bail};
use tempfile::TempDir;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use super::paths;

/// What keeps Chromium quiet, alone, and the same everywhere.
const ARGUMENTS: &[&str] = &[
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-search-engine-choice-screen",
    "--disable-features=Translate,PasswordLeakDetection,AutofillServerCommunication",
    "--lang=en-US",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--window-size=1440,900",
];

/// A running browser.
pub struct Browser {
    pub driver: WebDriver,
    chromedriver: Child,
    _profile: TempDir,
}

impl Browser {
    /// Starts driver and browser.
    pub async fn start() -> anyhow::Result<Self> {
        let (chromedriver, port) = start_driver().await?;
        let profile = tempfile::tempdir()?;
        let mut caps = ChromeCapabilities::new();
        for argument in ARGUMENTS {
            caps.add_arg(argument)?;
        }
        if std::env::var_os("DMS_E2E_HEADED").is_none() {
            caps.add_arg("--headless=new")?;
        }
        caps.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        caps.add_experimental_option(
            "prefs",
            serde_json::json!({ "credentials_enable_service": false, "profile.password_manager_enabled": false }),
        )?;
        if let Some(chromium) = paths::chromium() {
            caps.set_binary(&chromium.display().to_string())?;
        }
        caps.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), caps)
            .await
            .context("Chromium does not start")?;
        driver.set_script_timeout(Duration::from_secs(60)).await?;
        Ok(Self { driver, chromedriver, _profile: profile })
    }

    /// Closes the browser, then the driver.
    pub async fn stop(mut self) {
        // Whatever is left is killed with the driver.
        let _ = self.driver.quit().await;
        let _ = self.chromedriver.kill().await;
    }
}

/// The driver, and the port it took.
async fn start_driver() -> anyhow::Result<(Child, u16)> {
    let mut child = Command::new(paths::chromedriver()?)
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .context("chromedriver does not start")?;
    let stdout = child.stdout.take().context("chromedriver says nothing")?;
    let mut lines = BufReader::new(stdout).lines();
    while let Some(line) = lines.next_line().await? {
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            let port = port.trim_end_matches('.').trim().parse()?;
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return Ok((child, port));
        }
    }
    bail!("chromedriver stopped before it listened")
}
