//! The console in the browser, as a test uses it.

use std::sync::Arc;

use anyhow::Context;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::api::Api;
use super::local::Local;
use super::locate::{Locator, Name};
use super::site::Site;
use super::wait::until;

/// One test's browser tab and the site it is on.
#[derive(Clone)]
pub struct Console {
    pub driver: WebDriver,
    pub site: Arc<Site>,
    /// The test's name.
    pub test: &'static str,
}

/// Roles of what can be typed into or chosen from.
const FIELDS: &[&str] = &["textbox", "searchbox", "spinbutton", "combobox"];

/// Going places and reading.
impl Console {
    /// Opens a path below the base, such as `/instances?q=a`, by its address.
    pub async fn open(&self, path: &str) -> anyhow::Result<()> {
        let url = format!("{}{}", self.site.url(), path.trim_start_matches('/'));
        self.driver.goto(url).await?;
        Ok(())
    }

    /// The address below the base, with its query.
    pub async fn path(&self) -> anyhow::Result<String> {
        let url = self.driver.current_url().await?.to_string();
        let below =
            url.strip_prefix(&self.site.url()).with_context(|| format!("{url} has left the console"))?;
        Ok(format!("/{below}"))
    }

    /// Waits until the address below the base is `path`.
    pub async fn is_at(&self, path: &str) -> anyhow::Result<()> {
        until(format!("the address {path}"), || async { Ok((self.path().await? == path).then_some(())) })
            .await
            .with_context(|| format!("wanted {path}"))
    }

    /// Waits until the address below the base has `part`.
    pub async fn address_has(&self, part: &str) -> anyhow::Result<()> {
        until(format!("“{part}” in the address"), || async {
            Ok(self.path().await?.contains(part).then_some(()))
        })
        .await
    }

    /// All text that can be read on the page.
    pub async fn text(&self) -> anyhow::Result<String> {
        Ok(self.js("return document.body.innerText;").await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page says `text`.
    pub async fn sees(&self, text: &str) -> anyhow::Result<()> {
        until(format!("the page to say “{text}”"), || async {
            Ok(self.text().await?.contains(text).then_some(()))
        })
        .await
    }

    /// Waits until the page does not say `text` any more.
    pub async fn sees_no(&self, text: &str) -> anyhow::Result<()> {
        until(format!("the page to stop saying “{text}”"), || async {
            Ok((!self.text().await?.contains(text)).then_some(()))
        })
        .await
    }

    /// Waits until the row of a plain table, named by its heading, has `part`. Browsers give such rows no name.
    pub async fn table_row_reads(&self, heading: &str, part: &str) -> anyhow::Result<()> {
        let script = "
            const [heading] = arguments;
            const heads = [...document.querySelectorAll('th[scope=row]')];
            const head = heads.find((th) => th.innerText.trim().startsWith(heading));
            return head ? head.parentElement.innerText : '';";
        let mut seen = String::new();
        let read = || async {
            let text = self.driver.execute(script, vec![heading.into()]).await?;
            anyhow::Ok(text.json().as_str().unwrap_or_default().to_owned())
        };
        let found = until(format!("“{part}” in the row “{heading}”"), || async {
            Ok(read().await?.contains(part).then_some(()))
        })
        .await;
        if found.is_err() {
            seen = read().await.unwrap_or_default();
        }
        found.with_context(|| format!("it reads: {seen}"))
    }

    /// Runs a script in the page.
    pub async fn js(&self, script: &str) -> anyhow::Result<Value> {
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// One key to whatever has the focus.
    pub async fn key(&self, key: impl Into<TypingData>) -> anyhow::Result<()> {
        Ok(self.driver.active_element().await?.send_keys(key).await?)
    }

    /// Accessible name of what has the focus.
    pub async fn focused(&self) -> anyhow::Result<String> {
        let script = "const e = document.activeElement; return e.getAttribute('aria-label') \
                      || (e.labels && e.labels[0] && e.labels[0].innerText) || e.innerText || e.tagName;";
        Ok(self.js(script).await?.as_str().unwrap_or_default().trim().to_owned())
    }

    /// A command of the browser's own protocol.
    pub async fn cdp(&self, command: &str, parameters: Value) -> anyhow::Result<Value> {
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    /// The size of the page, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) -> anyhow::Result<()> {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    /// The local DMS's side door.
    pub fn local(&self) -> &Local {
        &self.site.local
    }

    /// The test's own way to the API.
    pub async fn api(&self) -> anyhow::Result<Api<'_>> {
        Api::sign_in(&self.site.local).await
    }

    /// A name that no other test uses.
    pub fn unique(&self, stem: &str) -> String {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(1);
        format!("{stem}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

/// Finding things.
impl Console {
    pub fn role(&self, roles: &'static [&'static str], name: impl Into<Name>) -> Locator {
        Locator::new(&self.driver, roles, name)
    }

    pub fn button(&self, name: impl Into<Name>) -> Locator {
        self.role(&["button"], name)
    }

    pub fn link(&self, name: impl Into<Name>) -> Locator {
        self.role(&["link"], name)
    }

    /// A field by its label.
    pub fn field(&self, label: impl Into<Name>) -> Locator {
        self.role(FIELDS, label)
    }

    pub fn checkbox(&self, name: impl Into<Name>) -> Locator {
        self.role(&["checkbox"], name)
    }

    pub fn radio(&self, name: impl Into<Name>) -> Locator {
        self.role(&["radio"], name)
    }

    pub fn heading(&self, name: impl Into<Name>) -> Locator {
        self.role(&["heading"], name)
    }

    pub fn dialog(&self, name: impl Into<Name>) -> Locator {
        self.role(&["dialog", "alertdialog"], name)
    }

    pub fn menu_item(&self, name: impl Into<Name>) -> Locator {
        self.role(&["menuitem", "menuitemradio", "menuitemcheckbox"], name)
    }

    pub fn option(&self, name: impl Into<Name>) -> Locator {
        self.role(&["option"], name)
    }

    pub fn row(&self, name: impl Into<Name>) -> Locator {
        self.role(&["row"], name)
    }

    pub fn alert(&self) -> Locator {
        self.role(&["alert"], Name::Any)
    }
}
