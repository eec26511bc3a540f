//! Reads the messages that are asked for, page after page.

use std::collections::HashSet;
use std::sync::Arc;

use dms_api::ops::rocketmq::{ListMessages, Reliability};
use leptos::task::spawn_local;

use super::ask::{Ask, By};
use super::row::Row;
use crate::data::transport::Abort;
use crate::data::{ApiFailure, read_once, when_resumed};
use crate::i18n::now;
use crate::prelude::*;

/// Messages of one call: the most that DMS gives.
const PAGE: u32 = 50;
/// Messages that "all" reads before it asks again: bodies take memory.
const MANY: usize = 2_000;

/// What the service says of a topic that is not there.
const TOPIC_UNKNOWN: &str = "DMS.10540401";

/// How a reading goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many messages the service has read out.
    pub read: u64,
    /// How many it has, where it says.
    pub total: Option<u64>,
    pub running: bool,
    /// Nothing more will come.
    pub done: bool,
    /// Messages that do not have the key asked for: the service does not search by key, the console has left them out.
    pub strangers: u64,
    pub calls: u64,
    /// Milliseconds.
    pub took: u32,
}

/// Messages read so far. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Reader {
    pub rows: RwSignal<Arc<Vec<Arc<Row>>>>,
    pub progress: RwSignal<Progress>,
    pub failure: RwSignal<Option<ApiFailure>>,
    asked: StoredValue<Option<Ask>>,
    instance: StoredValue<String>,
    abort: StoredValue<Option<Abort>, LocalStorage>,
}

impl Reader {
    /// Nothing read yet. Stops when the page goes.
    pub fn new(instance: &str) -> Self {
        let reader = Self {
            rows: RwSignal::new(Arc::default()),
            progress: RwSignal::new(Progress::default()),
            failure: RwSignal::new(None),
            asked: StoredValue::new(None),
            instance: StoredValue::new(instance.to_owned()),
            abort: StoredValue::new_local(None),
        };
        on_cleanup(move || reader.stop());
        when_resumed(move || reader.failure.get(), move || reader.more());
        reader
    }

    /// Starts over with another question; `None` shows nothing.
    pub fn read(self, ask: Option<Ask>) {
        self.stop();
        self.rows.set(Arc::default());
        self.failure.set(None);
        self.progress.set(Progress::default());
        self.asked.set_value(ask);
        self.go_on(1);
    }

    /// Reads one page more.
    pub fn more(self) {
        self.go_on(1);
    }

    /// Reads the rest, up to two thousand messages at a time.
    pub fn all(self) {
        self.go_on(MANY / PAGE as usize);
    }

    /// Ends a reading; what has come stays.
    pub fn stop(self) {
        if let Some(Some(abort)) = self.abort.try_update_value(Option::take) {
            abort.cancel();
        }
        self.progress.try_update(|progress| progress.running = false);
    }

    /// Whether all that was asked for has been read. Tracked.
    pub fn is_done(self) -> bool {
        self.progress.with(|progress| progress.done)
    }

    /// A message that has been read.
    pub fn find(self, id: &str) -> Option<Arc<Row>> {
        self.rows.with(|rows| rows.iter().find(|row| row.id() == id).cloned())
    }

    fn go_on(self, pages: usize) {
        let Some(ask) = self.asked.get_value() else { return };
        if self.progress.with_untracked(|progress| progress.running) {
            return;
        }
        let abort = Abort::default();
        self.abort.set_value(Some(abort.clone()));
        self.failure.set(None);
        self.progress.update(|progress| progress.running = true);
        spawn_local(async move {
            let begun = now();
            for _ in 0..pages {
                if !self.page(&ask, &abort).await {
                    break;
                }
            }
            if !abort.is_cancelled() {
                let took = u32::try_from(now().saturating_sub(begun)).unwrap_or_default();
                self.progress.try_update(|progress| {
                    progress.running = false;
                    progress.took = progress.took.saturating_add(took);
                });
            }
        });
    }

    /// Reads a page; whether to go on.
    async fn page(self, ask: &Ask, abort: &Abort) -> bool {
        let Some((read, instance)) =
            self.progress.try_with_untracked(|p| p.read).zip(self.instance.try_get_value())
        else {
            return false;
        };
        let mut op = request(&instance, ask);
        op.limit = Some(PAGE);
        op.offset = Some(read);
        let answer = read_once(&op, abort).await;
        if abort.is_cancelled() {
            return false;
        }
        match answer {
            Ok(answer) => self.took_in(ask, answer.messages, answer.total),
            // Topics of dead letters and retries are made with their first message.
            Err(failure) if failure.code() == TOPIC_UNKNOWN && ask.topic.starts_with('%') => {
                self.took_in(ask, Vec::new(), 0)
            }
            Err(failure) => {
                self.progress.try_update(|progress| progress.calls += 1);
                self.failure.try_set(Some(failure));
                false
            }
        }
    }

    fn took_in(self, ask: &Ask, messages: Vec<dms_api::models::rocketmq::Message>, total: u64) -> bool {
        let came = messages.len() as u64;
        let new: Vec<Arc<Row>> = messages.into_iter().map(|message| Arc::new(Row::new(message))).collect();
        let (fitting, strangers): (Vec<_>, Vec<_>) = new.into_iter().partition(|row| fits(ask, row));
        // A list that shifts while it is read shows none twice.
        self.rows.try_update(|rows| {
            let known: HashSet<String> = rows.iter().map(|row| row.id()).collect();
            let fresh = fitting.into_iter().filter(|row| !known.contains(&row.id()));
            *rows = Arc::new(rows.iter().cloned().chain(fresh).collect());
        });
        self.progress
            .try_update(|progress| {
                progress.read += came;
                progress.calls += 1;
                progress.strangers += strangers.len() as u64;
                progress.total = Some(total).filter(|total| *total > 0 || came == 0);
                // A service that says no total is done with a page that is not full.
                progress.done = match progress.total {
                    Some(total) => came == 0 || progress.read >= total,
                    None => came < u64::from(PAGE),
                };
                !progress.done
            })
            .unwrap_or(false)
    }
}

/// Whether a message is what was asked for: services of older editions know no key and answer all of the time range.
fn fits(ask: &Ask, row: &Row) -> bool {
    match &ask.by {
        By::Key { key, .. } => row.has_key(key),
        By::Time { .. } | By::Id(_) => true,
    }
}

/// The operation for a question, without its page.
pub fn request(instance: &str, ask: &Ask) -> ListMessages {
    let (start_time, end_time, msg_id, key) = match &ask.by {
        By::Time { start, end } => (Some(*start), Some(*end), None, None),
        By::Key { key, start, end } => (Some(*start), Some(*end), None, Some(key.clone())),
        By::Id(id) => (None, None, Some(id.clone()), None),
    };
    ListMessages {
        engine: Reliability,
        instance_id: instance.to_owned(),
        topic: ask.topic.clone(),
        limit: None,
        offset: None,
        start_time,
        end_time,
        msg_id,
        key,
        queue: None,
    }
}
