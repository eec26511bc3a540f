//! One message, loaded as far as it has to be.

use std::rc::Rc;
use std::sync::Arc;

use leptos::task::spawn_local;

use super::ask::Place;
use super::board::Board;
use super::fetch::Source;
use super::message::{Body, Message};
use crate::data::ApiFailure;
use crate::data::transport::Abort;
use crate::prelude::*;

/// Bodies of up to this many bytes are loaded whole without being asked for.
const SMALL: u64 = 256 * 1024;

/// What is known of the message.
#[derive(Clone)]
pub enum Single {
    Loading,
    Missing,
    Failed(ApiFailure),
    Here(Arc<Message>),
}

/// Loads the message at `place` and follows it. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Loader {
    pub shown: RwSignal<Single>,
    /// The whole body is on its way.
    pub loading_whole: RwSignal<bool>,
    board: Option<Board>,
    instance: StoredValue<Arc<str>>,
    run: StoredValue<Option<Rc<Source>>, LocalStorage>,
}

impl Loader {
    /// A loader; what it loads is put on the board too, if there is one.
    pub fn new(instance: &str, board: Option<Board>) -> Self {
        let loader = Self {
            shown: RwSignal::new(Single::Loading),
            loading_whole: RwSignal::new(false),
            board,
            instance: StoredValue::new(instance.into()),
            run: StoredValue::new_local(None),
        };
        on_cleanup(move || loader.stop());
        loader
    }

    /// Why it could not be loaded. Tracked.
    pub fn failure(self) -> Option<ApiFailure> {
        match self.shown.get() {
            Single::Failed(failure) => Some(failure),
            Single::Loading | Single::Missing | Single::Here(_) => None,
        }
    }

    fn stop(self) {
        if let Some(Some(run)) = self.run.try_update_value(Option::take) {
            run.abort.cancel();
        }
    }

    /// Shows another message.
    pub fn load(self, topic: &str, place: Place) {
        self.stop();
        self.loading_whole.set(false);
        let source = Rc::new(Source {
            instance: self.instance.get_value(),
            topic: topic.into(),
            abort: Abort::default(),
        });
        self.run.set_value(Some(Rc::clone(&source)));
        let here = self.board.and_then(|board| untrack(|| board.find(place))).filter(|m| m.is_loaded());
        match &here {
            Some(message) => self.shown.set(Single::Here(Arc::clone(message))),
            None => self.shown.set(Single::Loading),
        }
        if here.as_ref().is_some_and(|message| message.is_whole()) {
            return;
        }
        spawn_local(async move {
            let start = match here {
                Some(message) => Ok(Some(message)),
                None => source.at(place).await.map(|found| found.map(Arc::new)),
            };
            if !self.arrived(&source, &start) {
                return;
            }
            let incomplete = |m: &Arc<Message>| !m.is_whole() && m.size <= SMALL;
            if start.is_ok_and(|found| found.is_some_and(|m| incomplete(&m))) {
                let whole = source.whole(place).await.map(|found| found.map(Arc::new));
                self.arrived(&source, &whole);
            }
        });
    }

    /// Loads the whole body, however long.
    pub fn load_whole(self, place: Place) {
        let Some(source) = self.run.with_value(Clone::clone) else { return };
        self.loading_whole.set(true);
        spawn_local(async move {
            let whole = source.whole(place).await.map(|found| found.map(Arc::new));
            self.arrived(&source, &whole);
            self.loading_whole.try_set(false);
        });
    }

    /// Shows what came, unless another message is wanted by now.
    fn arrived(self, source: &Source, came: &Result<Option<Arc<Message>>, ApiFailure>) -> bool {
        if source.abort.is_cancelled() {
            return false;
        }
        let shown = match came {
            Err(ApiFailure::Cancelled) => return false,
            Err(failure) => Single::Failed(failure.clone()),
            Ok(None) => Single::Missing,
            Ok(Some(message)) => {
                // A body of megabytes stays in the panel: the list needs its beginning only.
                if let Some(board) = self.board.filter(|_| {
                    message.size <= SMALL || message.body != Body::Unloaded && !message.is_whole()
                }) {
                    board.replace(std::slice::from_ref(message));
                }
                Single::Here(Arc::clone(message))
            }
        };
        self.shown.try_set(shown);
        true
    }
}
