//! The browser that the tests drive, its driver, and a font with Chinese characters.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::apt;
use crate::process::{command, find, output};

/// Names under which systems install it, in order of preference.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A browser to test with.
#[derive(Clone, Debug)]
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// Finds them, or installs what is missing.
pub fn ensure() -> Result<Chromium> {
    let missing = missing();
    if missing.is_empty() {
        println!("setup: Chromium, its driver and a CJK font: there already");
    } else {
        apt::install(&missing, "the browser tests").context(
            "the browser tests need Chromium or Chrome, chromedriver of the same version and a CJK font",
        )?;
    }
    Ok(Chromium {
        browser: browser().context("Chromium is not on PATH although it was installed")?,
        driver: find("chromedriver").context("chromedriver is not on PATH although it was installed")?,
    })
}

fn missing() -> Vec<&'static str> {
    let mut packages = Vec::new();
    if browser().is_none() {
        packages.push("chromium");
    }
    if find("chromedriver").is_none() {
        packages.push("chromium-driver");
    }
    if !has_chinese_font() {
        packages.push("fonts-noto-cjk");
    }
    packages
}

fn browser() -> Option<PathBuf> {
    BROWSERS.into_iter().find_map(find)
}

/// Without one, Chinese renders as boxes and the screenshots show nothing. Systems without fontconfig bring their own.
fn has_chinese_font() -> bool {
    if cfg!(any(windows, target_os = "macos")) {
        return true;
    }
    output(command("fc-list").args([":lang=zh-cn", "family"])).is_some_and(|fonts| !fonts.is_empty())
}
