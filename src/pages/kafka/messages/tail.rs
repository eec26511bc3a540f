//! Following a topic: asking again and again what is new, and keeping the last so many.
//!
//! The API has no push. Each round asks where the partitions end, then reads what lies between: message by message
//! where there are few, in pages of a time range where there are many, and no more than [`PAGES`] of them. What could
//! not be read is counted, never passed over in silence.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use dms_api::models::kafka::TopicDetail;
use dms_api::ops::kafka::{FindMessages, ShowTopic};
use leptos::task::spawn_local;

use super::ask::{Ask, Place};
use super::board::Board;
use super::fetch::{self, PARALLEL, Source, perhaps_without_content};
use super::message::Message;
use super::plan::Stretch;
use super::ring::{Flow, Follow, Ring, length};
use crate::data::transport::Abort;
use crate::data::{ApiFailure, all, read_once};
use crate::i18n::now;
use crate::prelude::*;

/// Milliseconds between two rounds.
const ROUND: i64 = 1000;
/// Messages kept.
pub const KEPT: usize = 2000;
/// So many new messages are read one by one, with their contents.
const FEW: u64 = 24;
/// Pages of 50 read in one round.
const PAGES: u64 = 12;
const PAGE: u64 = 50;
/// Time before the newest message that is asked for again: producers' clocks differ a little.
const OVERLAP: i64 = 200;
/// A topic that has never been written to is asked for this far back.
const FIRST: i64 = 60_000;

/// How following goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pulse {
    /// Tenths of a message per second that came in lately.
    pub arriving: u64,
    /// Messages shown since following began.
    pub shown: u64,
    /// Messages that came in and could not be read.
    pub missed: u64,
    /// Where the last of them are.
    pub gap: Option<Stretch>,
    /// Messages that had to make room.
    pub dropped: u64,
    /// When the last round ended, epoch milliseconds.
    pub at: Option<i64>,
}

/// Follows a topic. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Tail {
    pub board: Board,
    pub pulse: RwSignal<Pulse>,
    pub paused: RwSignal<bool>,
    instance: StoredValue<Arc<str>>,
    run: StoredValue<Option<Rc<Run>>, LocalStorage>,
}

struct Run {
    source: Source,
    partition: Option<u32>,
    ring: RefCell<Ring<Arc<Message>>>,
    follow: RefCell<Follow>,
    flow: RefCell<Flow>,
    /// Time of the newest message that was there before, or has come since.
    newest: Cell<i64>,
    began: Cell<i64>,
    shown: Cell<u64>,
    missed: Cell<u64>,
    calls: Cell<u32>,
}

impl Tail {
    pub fn new(instance: &str, board: Board) -> Self {
        let tail = Self {
            board,
            pulse: RwSignal::new(Pulse::default()),
            paused: RwSignal::new(false),
            instance: StoredValue::new(instance.into()),
            run: StoredValue::new_local(None),
        };
        on_cleanup(move || tail.stop());
        tail
    }

    /// Begins to follow; what was shown goes.
    pub fn start(self, ask: &Ask) {
        self.stop();
        self.board.clear();
        self.pulse.set(Pulse::default());
        self.paused.set(false);
        let source = Source {
            instance: self.instance.get_value(),
            topic: ask.topic.as_str().into(),
            abort: Abort::default(),
        };
        let run = Rc::new(Run {
            source,
            partition: ask.partition,
            ring: RefCell::new(Ring::new(KEPT)),
            follow: RefCell::default(),
            flow: RefCell::default(),
            newest: Cell::new(0),
            began: Cell::new(now()),
            shown: Cell::new(0),
            missed: Cell::new(0),
            calls: Cell::new(0),
        });
        self.run.set_value(Some(Rc::clone(&run)));
        self.round(run);
    }

    /// Ends following; what is shown stays.
    pub fn stop(self) {
        if let Some(Some(run)) = self.run.try_update_value(Option::take) {
            run.source.abort.cancel();
        }
    }

    /// Loads the contents of messages that came without.
    pub fn load(self, places: Vec<Place>) {
        let Some(run) = self.run.with_value(Clone::clone) else { return };
        let board = self.board;
        spawn_local(async move {
            board.loading.try_set(places.len());
            let read = fetch::read(&run.source, places, |_| {}).await;
            let mut ring = run.ring.borrow_mut();
            for message in read.found {
                let place = message.place;
                ring.replace(|m: &Arc<Message>| m.place == place, message);
            }
            board.show(ring.iter().cloned().collect());
            board.loading.try_set(0);
        });
    }

    fn round(self, run: Rc<Run>) {
        let began = now();
        spawn_local(async move {
            let idle = document().hidden() || self.paused.try_get_untracked().unwrap_or(true);
            if !idle {
                let result = run.look(began).await;
                if run.source.abort.is_cancelled() {
                    return;
                }
                self.show(&run, result);
            }
            let took = now() - began;
            let wait = u64::try_from((ROUND - took).max(200)).unwrap_or(200);
            set_timeout(move || self.again(run), Duration::from_millis(wait));
        });
    }

    fn again(self, run: Rc<Run>) {
        if !run.source.abort.is_cancelled() {
            self.round(run);
        }
    }

    fn show(self, run: &Run, result: Result<Round, ApiFailure>) {
        self.board.report.try_update(|report| report.calls = run.calls.get());
        match result {
            Err(failure) => drop(self.board.failure.try_set(Some(failure))),
            Ok(round) => {
                self.board.failure.try_set(None);
                self.pulse.try_update(|pulse| {
                    pulse.arriving = round.arriving;
                    pulse.shown = run.shown.get();
                    pulse.missed = run.missed.get();
                    pulse.dropped = run.ring.borrow().dropped;
                    pulse.gap = round.gap.or(pulse.gap);
                    pulse.at = Some(now());
                });
                if round.changed {
                    self.board.show(run.ring.borrow().iter().cloned().collect());
                }
            }
        }
    }
}

struct Round {
    arriving: u64,
    gap: Option<Stretch>,
    changed: bool,
}

impl Run {
    /// One round: what is new since the last.
    async fn look(&self, began: i64) -> Result<Round, ApiFailure> {
        let detail = self.detail().await?;
        let ends: Vec<(u32, u64)> = detail.partitions.iter().map(|p| (p.partition, p.hw)).collect();
        let ends: Vec<_> =
            ends.into_iter().filter(|(p, _)| self.partition.is_none_or(|only| only == *p)).collect();
        let due = self.follow.borrow_mut().due(&ends);
        if self.newest.get() == 0 {
            let written = detail.partitions.iter().filter_map(|p| p.last_update_timestamp).map(|at| at.0);
            self.newest.set(written.max().filter(|at| *at > 0).unwrap_or(began - FIRST));
        }
        let count = length(&due);
        let arriving = self.flow.borrow_mut().take(self.began.replace(began), began, count);
        if count == 0 {
            return Ok(Round { arriving, gap: None, changed: false });
        }
        let mut found =
            if count <= FEW { self.one_by_one(&due).await? } else { self.pages(&due, count).await? };
        let seen: BTreeSet<Place> = found.iter().map(|m| m.place).collect();
        let mut holes = self.follow.borrow_mut().settle(&due, &seen);
        if count > FEW && length(&holes) <= FEW {
            // Times that are out of order: the few that the range of time did not show.
            found.extend(self.one_by_one(&holes).await?);
            holes.clear();
        }
        if count > FEW {
            self.missed.set(self.missed.get() + length(&holes));
        }
        self.keep(found);
        Ok(Round { arriving, gap: holes.last().copied().filter(|_| count > FEW), changed: true })
    }

    async fn detail(&self) -> Result<TopicDetail, ApiFailure> {
        self.calls.set(self.calls.get() + 1);
        let (instance_id, topic) = (self.source.instance.to_string(), self.source.topic.to_string());
        read_once(&ShowTopic { instance_id, topic }, &self.source.abort).await
    }

    fn keep(&self, mut found: Vec<Arc<Message>>) {
        found.sort_by_key(|m| (m.at, m.place));
        let newest = found.iter().filter_map(|m| m.at).max().unwrap_or(0);
        self.newest.set(self.newest.get().max(newest));
        self.shown.set(self.shown.get() + found.len() as u64);
        let mut ring = self.ring.borrow_mut();
        found.into_iter().for_each(|message| ring.push(message));
    }

    async fn one_by_one(&self, due: &[Stretch]) -> Result<Vec<Arc<Message>>, ApiFailure> {
        let offsets = |s: &Stretch| {
            let partition = s.partition;
            (s.from..s.to).map(move |offset| Place { partition, offset })
        };
        let read = fetch::read(&self.source, due.iter().flat_map(offsets).collect(), |_| {}).await;
        self.calls.set(self.calls.get() + read.calls);
        read.failure.map_or(Ok(read.found), Err)
    }

    /// The due messages by their time, oldest first, several pages at once.
    async fn pages(&self, due: &[Stretch], count: u64) -> Result<Vec<Arc<Message>>, ApiFailure> {
        let start = (self.newest.get() - OVERLAP).max(0);
        // Where more has come than can be read, the older part is left out.
        let skip = count.saturating_sub(PAGES * PAGE);
        let pages = Rc::new(Pages {
            source: self.source.clone(),
            start,
            due: due.to_vec(),
            missing: Cell::new(count - skip),
            next: Cell::new(skip),
            // What is asked for again takes room as well.
            last: skip + (count - skip) + PAGE * 2,
            found: RefCell::default(),
            calls: Cell::new(0),
            failure: RefCell::default(),
        });
        all((0..PARALLEL).map(|_| turn(Rc::clone(&pages)))).await;
        self.calls.set(self.calls.get() + pages.calls.get());
        let failure = pages.failure.take();
        failure.map_or_else(|| Ok(pages.found.take()), Err)
    }
}

struct Pages {
    source: Source,
    start: i64,
    due: Vec<Stretch>,
    /// Due messages that no page has had yet.
    missing: Cell<u64>,
    next: Cell<u64>,
    last: u64,
    found: RefCell<Vec<Arc<Message>>>,
    calls: Cell<u32>,
    failure: RefCell<Option<ApiFailure>>,
}

/// Asks for page after page until nothing is missing, a page is not full, or the limit is reached.
async fn turn(pages: Rc<Pages>) {
    loop {
        let offset = pages.next.get();
        if offset >= pages.last || pages.missing.get() == 0 || pages.failure.borrow().is_some() {
            return;
        }
        pages.next.set(offset + PAGE);
        pages.calls.set(pages.calls.get() + 1);
        let op = FindMessages {
            asc: Some(true),
            start_time: Some(pages.start),
            // Clocks of producers may be ahead of this one.
            end_time: Some(now().max(pages.start) + 3_600_000),
            limit: Some(PAGE as u32),
            offset: Some(offset),
            ..pages.source.find()
        };
        match read_once(&op, &pages.source.abort).await {
            Err(failure) => {
                *pages.failure.borrow_mut() = Some(failure);
                return;
            }
            Ok(answer) => {
                if (answer.messages.len() as u64) < PAGE {
                    pages.next.set(u64::MAX - PAGE);
                }
                pages.take(answer.messages.iter().map(perhaps_without_content));
            }
        }
    }
}

impl Pages {
    fn take(&self, messages: impl Iterator<Item = Message>) {
        let mut found = self.found.borrow_mut();
        for message in messages {
            let place = message.place;
            let is_due = self
                .due
                .iter()
                .any(|s| s.partition == place.partition && (s.from..s.to).contains(&place.offset));
            if is_due && !found.iter().any(|m| m.place == place) {
                self.missing.set(self.missing.get().saturating_sub(1));
                found.push(Arc::new(message));
            }
        }
    }
}
