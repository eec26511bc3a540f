//! A message as the screens know it: some of it may not have been loaded.

use std::sync::{Arc, OnceLock};

use super::ask::Place;
use crate::json::Doc;
use crate::ui::Content;

/// How much of the content is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// It has not been asked for.
    Unloaded,
    /// The beginning of a long one.
    Start(Arc<str>),
    /// All of it; `None` for a message that deletes its key.
    Whole(Option<Arc<str>>),
}

/// A message.
pub struct Message {
    pub place: Place,
    /// When it was produced, epoch milliseconds.
    pub at: Option<i64>,
    /// Bytes of key and content.
    pub size: u64,
    /// `None` where it has none, or where that is not known yet.
    pub key: Option<Arc<str>>,
    pub body: Body,
    content: OnceLock<Arc<Content>>,
}

impl Message {
    /// A message; whatever its content is, it is looked at only when asked for.
    pub fn new(place: Place, at: Option<i64>, size: u64, key: Option<Arc<str>>, body: Body) -> Self {
        Self { place, at, size, key, body, content: OnceLock::new() }
    }

    /// Whether all of the content, or its beginning, is here.
    pub fn is_loaded(&self) -> bool {
        self.body != Body::Unloaded
    }

    /// Whether all of the content is here.
    pub fn is_whole(&self) -> bool {
        matches!(self.body, Body::Whole(_))
    }

    /// The content, or what there is of it.
    pub fn text(&self) -> Option<&Arc<str>> {
        match &self.body {
            Body::Unloaded | Body::Whole(None) => None,
            Body::Start(text) | Body::Whole(Some(text)) => Some(text),
        }
    }

    /// The content looked at: form, JSON taken apart. Found out once.
    pub fn content(&self) -> Option<&Arc<Content>> {
        let text = self.text()?;
        Some(self.content.get_or_init(|| Arc::new(Content::of_text(Arc::clone(text)))))
    }

    /// The content taken apart, where it is JSON.
    pub fn doc(&self) -> Option<&Arc<Doc>> {
        self.content()?.doc.as_ref()
    }
}

impl PartialEq for Message {
    /// Messages never change; what can differ is how much of one has been loaded.
    fn eq(&self, other: &Self) -> bool {
        let loaded = |m: &Self| (m.is_loaded(), m.is_whole());
        self.place == other.place && loaded(self) == loaded(other)
    }
}
