//! What a failed test leaves, and what fails a test by itself: errors and warnings on the browser's console.

use std::fmt::Write;

use anyhow::bail;
use thirtyfour::BrowserLogEntry;

use super::console::Console;
use super::paths;

/// The browser's log since the last call.
pub async fn browser_log(console: &Console) -> Vec<BrowserLogEntry> {
    console.driver.browser_log().await.unwrap_or_default()
}

/// Fails on errors and warnings: panics, scripts that break, files that are missing, what the security policy
/// stopped, signals read where nothing follows them. An API call that DMS refused is an error to the browser as
/// well, but not to us.
///
/// # Errors
/// With the messages.
pub fn no_errors(log: &[BrowserLogEntry]) -> anyhow::Result<()> {
    let refused_call =
        |e: &BrowserLogEntry| e.source.as_deref() == Some("network") && e.message.contains("/proxy/");
    let loud = |e: &BrowserLogEntry| matches!(e.level.as_str(), "SEVERE" | "WARNING");
    let errors: Vec<&str> =
        log.iter().filter(|e| loud(e) && !refused_call(e)).map(|e| e.message.as_str()).collect();
    if errors.is_empty() {
        Ok(())
    } else {
        bail!("errors or warnings on the browser's console:\n{}", errors.join("\n"))
    }
}

/// Removes what an earlier run left of this test.
pub fn forget(test: &str) {
    for end in ["txt", "png"] {
        let _ = std::fs::remove_file(paths::reports().join(format!("{}.{end}", stem(test))));
    }
}

fn stem(test: &str) -> String {
    test.replace("::", "-")
}

/// Writes a screenshot, the page's text and the log to `target/e2e`; what cannot be had is left out.
pub async fn keep(console: &Console, error: &str, log: &[BrowserLogEntry]) {
    let folder = paths::reports();
    let stem = stem(console.test);
    let mut text = format!("{error}\n\n");
    if let Ok(url) = console.driver.current_url().await {
        let _ = writeln!(text, "address: {url}");
    }
    if let Ok(page) = console.text().await {
        let _ = writeln!(text, "\n--- the page ---\n{page}");
    }
    let _ = writeln!(text, "\n--- the browser's log ---");
    for entry in log {
        let _ = writeln!(text, "{} {} {}", entry.level, entry.source.as_deref().unwrap_or(""), entry.message);
    }
    let _ = std::fs::create_dir_all(&folder);
    let _ = std::fs::write(folder.join(format!("{stem}.txt")), text);
    if let Ok(png) = console.driver.screenshot_as_png().await {
        let _ = std::fs::write(folder.join(format!("{stem}.png")), png);
    }
}
