//! What the reading of messages shows: shared by reading once and by following.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::task::spawn_local;

use super::ask::Place;
use super::fetch::{self, Source};
use super::message::Message;
use super::report::Report;
use crate::data::ApiFailure;
use crate::i18n::now;
use crate::prelude::*;

/// Between two updates while messages arrive one by one.
const UPDATE_MS: i64 = 120;
/// Contents loaded without being asked for.
pub const BY_ITSELF: usize = 100;

/// The messages that are loaded and how that went. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Board {
    pub messages: RwSignal<Arc<Vec<Arc<Message>>>>,
    pub report: RwSignal<Report>,
    pub running: RwSignal<bool>,
    pub failure: RwSignal<Option<ApiFailure>>,
    /// Contents on their way.
    pub loading: RwSignal<usize>,
    shown_at: StoredValue<i64>,
}

impl Board {
    pub fn new() -> Self {
        Self {
            messages: RwSignal::new(Arc::default()),
            report: RwSignal::new(Report::default()),
            running: RwSignal::new(false),
            failure: RwSignal::new(None),
            loading: RwSignal::new(0),
            shown_at: StoredValue::new(0),
        }
    }

    /// Starts over.
    pub fn clear(self) {
        self.messages.set(Arc::default());
        self.report.set(Report::default());
        self.failure.set(None);
    }

    /// Shows `messages` unless something was shown only just now.
    pub fn show_soon(self, messages: impl FnOnce() -> Vec<Arc<Message>>) {
        if now() - self.shown_at.try_get_value().unwrap_or(i64::MAX) >= UPDATE_MS {
            self.show(messages());
        }
    }

    /// Shows `messages`. Does nothing when the page has gone, like everything here.
    pub fn show(self, messages: Vec<Arc<Message>>) {
        self.shown_at.try_set_value(now());
        self.messages.try_set(Arc::new(messages));
    }

    /// A loaded message.
    pub fn find(self, place: Place) -> Option<Arc<Message>> {
        self.messages.with(|all| all.iter().find(|m| m.place == place).cloned())
    }

    /// Puts messages in the place of those that were shown without their content.
    pub fn replace(self, by: &[Arc<Message>]) {
        let by: BTreeMap<Place, &Arc<Message>> = by.iter().map(|m| (m.place, m)).collect();
        self.messages.try_update(|all| {
            let new = all.iter().map(|old| match by.get(&old.place) {
                Some(new) if !old.is_whole() => Arc::clone(new),
                _ => Arc::clone(old),
            });
            *all = Arc::new(new.collect());
        });
    }

    /// Places of messages without content, at most `most`.
    pub fn unloaded(self, most: usize) -> Vec<Place> {
        self.messages.with(|all| all.iter().filter(|m| !m.is_loaded()).map(|m| m.place).take(most).collect())
    }

    /// Loads contents behind the page's back.
    pub fn load(self, source: Source, places: Vec<Place>) {
        if places.is_empty() || self.loading.get_untracked() > 0 {
            return;
        }
        self.loading.set(places.len());
        spawn_local(async move {
            let shown = StoredValue::new(0_i64);
            let read = fetch::read(&source, places, move |found| {
                if now() - shown.try_get_value().unwrap_or(i64::MAX) >= UPDATE_MS * 2 {
                    shown.try_set_value(now());
                    self.replace(found);
                }
            })
            .await;
            self.replace(&read.found);
            self.report.try_update(|report| report.calls += read.calls);
            self.loading.try_set(0);
            if let Some(failure) = read.failure.filter(|f| *f != ApiFailure::Cancelled) {
                self.failure.try_set(Some(failure));
            }
        });
    }
}
