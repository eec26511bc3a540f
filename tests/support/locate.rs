//! Finding things as a screen reader does: by role and accessible name, in the browser's own accessibility tree.
//! What is found this way is reachable and named for everybody.

use std::fmt;

use anyhow::{Context, bail};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::wait::until;

/// What a thing is called.
#[derive(Clone, Debug)]
pub enum Name {
    Any,
    Exact(String),
    Starts(String),
    Contains(String),
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self::Exact(name.to_owned())
    }
}

impl From<&String> for Name {
    fn from(name: &String) -> Self {
        Self::Exact(name.clone())
    }
}

impl Name {
    /// Part of a name.
    pub fn with(part: &str) -> Self {
        Self::Contains(part.to_owned())
    }

    /// Begin of a name, which a word such as "optional" may follow.
    pub fn starting(part: &str) -> Self {
        Self::Starts(part.to_owned())
    }

    fn fits(&self, name: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Exact(exact) => name == exact,
            Self::Starts(part) => name.starts_with(part),
            Self::Contains(part) => name.contains(part),
        }
    }
}

/// A thing on the page, looked for anew whenever it is used.
#[derive(Clone)]
pub struct Locator {
    driver: WebDriver,
    within: Option<Box<Locator>>,
    roles: &'static [&'static str],
    name: Name,
    nth: usize,
}

/// A node of the accessibility tree.
struct Node {
    name: String,
    backend_id: Value,
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.roles.join("/"))?;
        match &self.name {
            Name::Any => {}
            Name::Exact(name) => write!(f, " “{name}”")?,
            Name::Starts(part) => write!(f, " “{part}…”")?,
            Name::Contains(part) => write!(f, " “…{part}…”")?,
        }
        if self.nth > 0 {
            write!(f, " number {}", self.nth + 1)?;
        }
        match &self.within {
            Some(outer) => write!(f, " in {outer}"),
            None => Ok(()),
        }
    }
}

impl Locator {
    pub fn new(driver: &WebDriver, roles: &'static [&'static str], name: impl Into<Name>) -> Self {
        Self { driver: driver.clone(), within: None, roles, name: name.into(), nth: 0 }
    }

    /// The n-th such thing, from 0.
    #[must_use]
    pub fn nth(mut self, n: usize) -> Self {
        self.nth = n;
        self
    }

    /// Only inside of `outer`.
    #[must_use]
    pub fn within(mut self, outer: &Locator) -> Self {
        self.within = Some(Box::new(outer.clone()));
        self
    }

    /// The element, once it is there.
    pub async fn get(&self) -> anyhow::Result<WebElement> {
        let found = until(self, || async { self.now().await }).await;
        match found {
            Ok(element) => Ok(element),
            Err(error) => bail!("{error:#}; there are: {}", self.others().await),
        }
    }

    /// Waits until there is none.
    pub async fn gone(&self) -> anyhow::Result<()> {
        until(format!("{self} to go"), || async { Ok(self.nodes().await?.is_empty().then_some(())) }).await
    }

    /// Whether it is there at this moment.
    pub async fn is_there(&self) -> anyhow::Result<bool> {
        Ok(self.nodes().await?.len() > self.nth)
    }

    /// Their names at this moment, in the page's order.
    pub async fn names(&self) -> anyhow::Result<Vec<String>> {
        Ok(self.nodes().await?.into_iter().map(|node| node.name).collect())
    }

    async fn now(&self) -> anyhow::Result<Option<WebElement>> {
        match self.nodes().await?.get(self.nth) {
            Some(node) => self.element(node).await.map(Some),
            None => Ok(None),
        }
    }

    /// For the message of a search in vain: what of that kind is on the page.
    async fn others(&self) -> String {
        let any = Self { name: Name::Any, ..self.clone() };
        match any.names().await {
            Ok(names) if names.is_empty() => "none at all".to_owned(),
            Ok(names) => names.iter().map(|n| format!("“{n}”")).collect::<Vec<_>>().join(", "),
            Err(error) => format!("{error:#}"),
        }
    }

    async fn nodes(&self) -> anyhow::Result<Vec<Node>> {
        let Some(root) = self.root().await? else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for role in self.roles {
            let answer =
                self.cdp("Accessibility.queryAXTree", json!({ "objectId": root, "role": role })).await?;
            for node in answer["nodes"].as_array().into_iter().flatten() {
                let name = node["name"]["value"].as_str().unwrap_or_default().to_owned();
                let hidden = node["ignored"].as_bool().unwrap_or(false);
                if !hidden && self.name.fits(&name) {
                    found.push(Node { name, backend_id: node["backendDOMNodeId"].clone() });
                }
            }
        }
        Ok(found)
    }

    /// Object id of what is searched.
    async fn root(&self) -> anyhow::Result<Option<Value>> {
        match &self.within {
            None => {
                let answer = self.cdp("Runtime.evaluate", json!({ "expression": "document" })).await?;
                Ok(Some(answer["result"]["objectId"].clone()))
            }
            Some(outer) => match Box::pin(outer.nodes()).await?.get(outer.nth) {
                Some(node) => outer.object(node).await.map(Some),
                None => Ok(None),
            },
        }
    }

    async fn object(&self, node: &Node) -> anyhow::Result<Value> {
        let answer = self.cdp("DOM.resolveNode", json!({ "backendNodeId": node.backend_id })).await?;
        Ok(answer["object"]["objectId"].clone())
    }

    /// The driver's handle of a node: left in the window by one protocol, picked up by the other.
    async fn element(&self, node: &Node) -> anyhow::Result<WebElement> {
        let object = self.object(node).await?;
        let leave = "function () { window.__e2e = this; }";
        self.cdp("Runtime.callFunctionOn", json!({ "objectId": object, "functionDeclaration": leave }))
            .await?;
        let picked = self.driver.execute("return window.__e2e;", Vec::new()).await?;
        picked.element().context("the node is no element")
    }

    async fn cdp(&self, command: &str, parameters: Value) -> anyhow::Result<Value> {
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }
}

/// What a person does with a thing.
impl Locator {
    /// A click of the mouse, once nothing is in the way.
    pub async fn click(&self) -> anyhow::Result<()> {
        let clicked = until(format!("a click on {self}"), || async {
            match self.now().await? {
                Some(element) => Ok(Some(element.click().await?)),
                None => Ok(None),
            }
        })
        .await;
        match clicked {
            Ok(()) => Ok(()),
            Err(error) => bail!("{error:#}; there are: {}", self.others().await),
        }
    }

    /// Replaces the content of a text field by typing.
    pub async fn fill(&self, text: &str) -> anyhow::Result<()> {
        let element = self.get().await?;
        element.send_keys(Key::Control + "a").await?;
        if text.is_empty() {
            element.send_keys("" + Key::Backspace).await?;
        } else {
            element.send_keys(text).await?;
        }
        Ok(())
    }

    /// Sends keys to it.
    pub async fn press(&self, keys: impl Into<TypingData>) -> anyhow::Result<()> {
        Ok(self.get().await?.send_keys(keys).await?)
    }

    /// Its visible text.
    pub async fn text(&self) -> anyhow::Result<String> {
        Ok(self.get().await?.text().await?)
    }

    /// A field's content.
    pub async fn value(&self) -> anyhow::Result<String> {
        Ok(self.get().await?.prop("value").await?.unwrap_or_default())
    }

    /// Waits until its visible text has `part`.
    pub async fn reads(&self, part: &str) -> anyhow::Result<()> {
        let mut seen = String::new();
        let result = until(format!("“{part}” in {self}"), || async {
            let Some(element) = self.now().await? else { return Ok(None) };
            let text = element.text().await?;
            Ok(text.contains(part).then_some(()))
        })
        .await;
        if result.is_err()
            && let Ok(Some(element)) = self.now().await
        {
            seen = element.text().await.unwrap_or_default();
        }
        result.with_context(|| format!("it reads: {seen}"))
    }

    /// Whether it can be used: neither the browser nor ARIA calls it disabled.
    pub async fn is_usable(&self) -> anyhow::Result<bool> {
        let element = self.get().await?;
        let forbidden = element.attr("aria-disabled").await?;
        Ok(element.is_enabled().await? && forbidden.as_deref() != Some("true"))
    }

    /// An attribute, as ARIA has them.
    pub async fn attr(&self, name: &str) -> anyhow::Result<Option<String>> {
        Ok(self.get().await?.attr(name).await?)
    }
}
