//! Pictures of pages, for people to look at.

use super::console::Console;
use super::paths;

impl Console {
    /// A picture of the page as it is, `target/e2e/gallery/NAME.png`, and `docs/images/NAME.png` if asked for.
    pub async fn picture(&self, name: &str) -> anyhow::Result<()> {
        let png = self.driver.screenshot_as_png().await?;
        let mut folders = vec![paths::reports().join("gallery")];
        if std::env::var_os("DMS_E2E_IMAGES").is_some_and(|v| v == "1") {
            folders.push(paths::root().join("docs/images"));
        }
        for folder in folders {
            std::fs::create_dir_all(&folder)?;
            std::fs::write(folder.join(format!("{name}.png")), &png)?;
        }
        Ok(())
    }
}
