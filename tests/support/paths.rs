//! Where things are.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

/// The workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is in the workspace").to_owned()
}

/// Where a run leaves its reports.
pub fn reports() -> PathBuf {
    root().join("target/e2e")
}

/// The built console.
pub fn dist() -> anyhow::Result<PathBuf> {
    let dir = std::env::var_os("DMS_E2E_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    if !dir.join("index.html").is_file() {
        bail!(
            "{} holds no built console: run `cargo xtask e2e`, or `trunk build`, or set DMS_E2E_DIST",
            dir.display()
        );
    }
    Ok(dir)
}

/// The driver's program.
pub fn chromedriver() -> anyhow::Result<PathBuf> {
    program("DMS_E2E_CHROMEDRIVER", "chromedriver")
        .context("chromedriver is missing: install chromium-driver, or set DMS_E2E_CHROMEDRIVER")
}

/// The browser, if it is not where its driver looks.
pub fn chromium() -> Option<PathBuf> {
    program("DMS_E2E_CHROMIUM", "chromium")
}

/// axe-core's script.
pub fn axe() -> anyhow::Result<PathBuf> {
    let cached = || {
        let home = std::env::home_dir()?;
        Some(home.join(".cache/dms-console/axe-core-4.14.1/node_modules/axe-core/axe.min.js"))
    };
    let path = std::env::var_os("DMS_E2E_AXE").map(PathBuf::from).or_else(cached).unwrap_or_default();
    if !path.is_file() {
        bail!("axe-core is missing: run `cargo xtask setup`, or set DMS_E2E_AXE to its axe.min.js");
    }
    Ok(path)
}

fn program(variable: &str, name: &str) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(variable) {
        return Some(PathBuf::from(path)).filter(|p| p.is_file());
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(name)).find(|p| p.is_file())
}
