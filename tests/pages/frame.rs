//! What every page has: the top bar and its menus.

use crate::support::{Console, until};

impl Console {
    /// Signs in to the local DMS and opens a path below the base.
    pub async fn enter(&self, path: &str) -> anyhow::Result<()> {
        self.open(path).await?;
        self.button("Open the local DMS").click().await?;
        self.role(&["navigation"], "Main").get().await?;
        self.is_at(path).await
    }

    /// Opens an instance's page from the list of instances.
    pub async fn open_from_list(&self, name: &str) -> anyhow::Result<()> {
        self.link("Instances").nth(0).click().await?;
        self.link(name).click().await?;
        self.sees(name).await
    }

    /// Picks an entry of a menu in the top bar.
    pub async fn pick(&self, menu: &str, entry: &str) -> anyhow::Result<()> {
        self.button(menu).click().await?;
        self.menu_item(entry).click().await
    }

    /// Switches the language by the menu, whatever it is now.
    pub async fn speak(&self, language: &str) -> anyhow::Result<()> {
        let lang = if language == "English" { "en" } else { "zh-CN" };
        if self.language().await? == lang {
            return Ok(());
        }
        let menu = if lang == "en" { "语言" } else { "Language" };
        self.pick(menu, language).await?;
        until(format!("the page to be in {language}"), || async {
            Ok((self.language().await? == lang).then_some(()))
        })
        .await
    }

    /// The document's language.
    pub async fn language(&self) -> anyhow::Result<String> {
        Ok(self.js("return document.documentElement.lang;").await?.as_str().unwrap_or_default().to_owned())
    }

    /// Brightness of the page's background, from 0 (black) to 255.
    pub async fn brightness(&self) -> anyhow::Result<u64> {
        let script = "
            const canvas = document.createElement('canvas').getContext('2d');
            canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
            canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
            return Math.round((r + g + b) / 3);";
        Ok(self.js(script).await?.as_u64().unwrap_or_default())
    }
}
