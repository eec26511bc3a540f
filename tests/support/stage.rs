//! The browser and the sites, shared by all tests of a run.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use anyhow::anyhow;
use futures::FutureExt;
use serde_json::json;

use super::browser::Browser;
use super::console::Console;
use super::failure;
use super::operations::Operations;
use super::runner::Flow;
use super::site::{Site, SiteKind};

/// No test may take longer.
const LIMIT: Duration = Duration::from_secs(300);

/// The stage.
pub struct Stage {
    browser: Browser,
    sites: BTreeMap<SiteKind, Arc<Site>>,
    operations: Operations,
}

impl Stage {
    pub async fn build() -> anyhow::Result<Self> {
        Ok(Self {
            browser: Browser::start().await?,
            sites: BTreeMap::new(),
            operations: Operations::default(),
        })
    }

    /// Plays one test in a fresh tab, without anything that another has left.
    pub async fn play(&mut self, flow: &Flow) -> anyhow::Result<()> {
        let site = self.site(flow.site).await?;
        let console = Console { driver: self.browser.driver.clone(), site, test: flow.name };
        failure::forget(flow.name);
        self.clear(&console).await?;
        let played =
            tokio::time::timeout(LIMIT, AssertUnwindSafe((flow.play)(console.clone())).catch_unwind()).await;
        let result = match played {
            Err(_) => Err(anyhow!("not done after {} s", LIMIT.as_secs())),
            Ok(Err(panic)) => Err(anyhow!("{}", words(&*panic))),
            Ok(Ok(result)) => result,
        };
        let log = failure::browser_log(&console).await;
        let result = result.and_then(|()| failure::no_errors(&log));
        if let Err(error) = &result {
            failure::keep(&console, &format!("{error:?}"), &log).await;
        }
        self.operations.add(flow.name, &console.local().calls().await?);
        result
    }

    async fn site(&mut self, kind: SiteKind) -> anyhow::Result<Arc<Site>> {
        if let Some(site) = self.sites.get(&kind) {
            return Ok(Arc::clone(site));
        }
        let site = Site::start(kind).await?;
        self.sites.insert(kind, Arc::clone(&site));
        Ok(site)
    }

    /// A new tab takes the session storage with it; the rest is cleared by hand.
    async fn clear(&self, console: &Console) -> anyhow::Result<()> {
        let driver = &self.browser.driver;
        let fresh = driver.new_tab().await?;
        for old in driver.windows().await?.into_iter().filter(|window| *window != fresh) {
            driver.switch_to_window(old).await?;
            // A page may ask before it lets unsaved changes go.
            let _ = console.cdp("Page.close", json!({})).await;
        }
        driver.switch_to_window(fresh).await?;
        let url = console.site.url();
        let origin = url.split('/').take(3).collect::<Vec<_>>().join("/");
        console.cdp("Storage.clearDataForOrigin", json!({ "origin": origin, "storageTypes": "all" })).await?;
        console.resize(1440, 900).await?;
        let calm = json!({ "features": [
            { "name": "prefers-color-scheme", "value": "light" },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]});
        console.cdp("Emulation.setEmulatedMedia", calm).await?;
        failure::browser_log(console).await;
        console.local().calm().await?;
        console.local().forget().await
    }

    /// Reports, then stops everything. Answers which operations nobody has called.
    pub async fn strike(self) -> Vec<&'static str> {
        let missing = self.operations.missing();
        if let Err(error) = self.operations.write() {
            eprintln!("operations.json cannot be written: {error:#}");
        }
        self.browser.stop().await;
        for (_, site) in self.sites {
            site.stop().await;
        }
        missing
    }
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_owned()))
        .unwrap_or_else(|| "a panic".to_owned())
}
