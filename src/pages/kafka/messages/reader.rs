//! Reading messages once: what is asked for, then more of it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use dms_api::ops::kafka::{FindMessages, ListMessages, ShowFirstMessage, ShowLastMessage, ShowTopic};
use dms_api::rules::{SEARCH_RESULTS, SEARCHED_MESSAGES};
use leptos::task::spawn_local;

use super::ask::{Ask, From, Place, Words};
use super::board::{BY_ITSELF, Board};
use super::fetch::{self, Source, listed, perhaps_without_content};
use super::message::Message;
use super::plan::{Offsets, Stretch, Windows};
use super::report::{Report, is_search, is_too_wide};
use crate::data::transport::Abort;
use crate::data::{ApiFailure, read_once, when_resumed};
use crate::i18n::now;
use crate::prelude::*;

/// The times of the one window of a search in the whole topic; they are not sent.
const WHOLE: (i64, i64) = (0, 0);
/// Messages in an answer, the most that the service gives.
const PAGE: usize = 50;

/// Reads what is asked for. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Reader {
    pub board: Board,
    instance: StoredValue<Arc<str>>,
    run: StoredValue<Option<Rc<Run>>, LocalStorage>,
}

/// One reading, which can be continued.
struct Run {
    ask: Ask,
    source: Source,
    started: i64,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    messages: Vec<Arc<Message>>,
    report: Report,
    plan: Plan,
}

#[derive(Default)]
enum Plan {
    /// It is not known yet what there is.
    #[default]
    Unknown,
    Places {
        unread: VecDeque<Place>,
        left: Offsets,
    },
    /// Windows of time, and how many messages of the current one have been read.
    Times {
        windows: Windows,
        read: u64,
    },
}

impl Reader {
    pub fn new(instance: &str, board: Board) -> Self {
        let reader =
            Self { board, instance: StoredValue::new(instance.into()), run: StoredValue::new_local(None) };
        on_cleanup(move || reader.stop());
        when_resumed(move || board.failure.get(), move || reader.again());
        reader
    }

    /// Loads the contents of messages that have been listed without them.
    pub fn load(self, places: Vec<Place>) {
        let source = self.run.with_value(|run| run.as_ref().map(|run| run.source.clone()));
        if let Some(source) = source {
            self.board.load(source, places);
        }
    }

    /// Ends what is on its way.
    pub fn stop(self) {
        if let Some(Some(run)) = self.run.try_update_value(Option::take) {
            run.source.abort.cancel();
        }
        self.board.running.try_set(false);
        self.board.loading.try_set(0);
    }

    /// Starts over with `ask`.
    pub fn read(self, ask: Ask) {
        self.stop();
        self.board.clear();
        let source = Source {
            instance: self.instance.get_value(),
            topic: ask.topic.as_str().into(),
            abort: Abort::default(),
        };
        let run = Rc::new(Run { ask, source, started: now(), state: RefCell::default() });
        self.run.set_value(Some(run));
        self.more();
    }

    /// Does again what failed: the reading, or else the loading of contents.
    pub fn again(self) {
        if !self.board.report.with_untracked(|report| report.done) {
            return self.more();
        }
        self.board.failure.set(None);
        self.load(untrack(|| self.board.unloaded(BY_ITSELF)));
    }

    /// Reads on where the last reading ended, or failed.
    pub fn more(self) {
        let Some(run) = self.run.with_value(Clone::clone) else { return };
        if self.board.running.get_untracked() {
            return;
        }
        self.board.running.set(true);
        self.board.failure.set(None);
        self.board.report.update(|report| report.done = false);
        spawn_local(async move {
            let result = run.go_on(self.board).await;
            if run.source.abort.is_cancelled() {
                return;
            }
            run.publish(self.board, result.is_ok());
            self.board.running.try_set(false);
            match result {
                Err(failure) => drop(self.board.failure.try_set(Some(failure))),
                Ok(()) => {
                    let unloaded = untrack(|| self.board.unloaded(BY_ITSELF));
                    self.board.load(run.source.clone(), unloaded);
                }
            }
        });
    }
}

impl Run {
    async fn go_on(self: &Rc<Self>, board: Board) -> Result<(), ApiFailure> {
        if matches!(self.state.borrow().plan, Plan::Unknown) {
            let plan = self.plan().await?;
            self.state.borrow_mut().plan = plan;
        }
        let by_place = matches!(self.state.borrow().plan, Plan::Places { .. });
        if by_place { self.read_places(board).await } else { self.read_times(board).await }
    }

    async fn plan(&self) -> Result<Plan, ApiFailure> {
        let newest_first = self.ask.from == From::Newest;
        let mut stretches = match &self.ask.from {
            From::Time { start, end } => {
                return Ok(Plan::Times { windows: Windows::new(*start, *end), read: 0 });
            }
            From::Content { times, .. } => {
                // A time range is searched in all partitions, whichever is wanted.
                if times.is_none() || self.ask.partition.is_none() {
                    self.measure().await;
                }
                let (start, end) = times.unwrap_or(WHOLE);
                return Ok(Plan::Times { windows: Windows::new(start, end), read: 0 });
            }
            _ => self.stretches().await?,
        };
        if let From::Offset(first) = self.ask.from {
            stretches.iter_mut().for_each(|s| s.from = s.from.max(first));
        }
        let left = Offsets::new(stretches, newest_first);
        Ok(Plan::Places { unread: VecDeque::new(), left })
    }

    /// Notes how much there is to search through, as far as the service looks through all of it.
    async fn measure(&self) {
        // A search does without.
        let Ok(stretches) = self.stretches().await else { return };
        let all = stretches.iter().fold(0_u64, |sum, s| sum.saturating_add(s.to.saturating_sub(s.from)));
        let searched = Some(all).filter(|all| *all <= SEARCHED_MESSAGES as u64);
        self.state.borrow_mut().report.searched = searched;
    }

    /// What the topic, or the one partition, has.
    async fn stretches(&self) -> Result<Vec<Stretch>, ApiFailure> {
        let abort = &self.source.abort;
        let (instance_id, topic) = (self.source.instance.to_string(), self.ask.topic.clone());
        let Some(partition) = self.ask.partition else {
            self.called();
            let detail = read_once(&ShowTopic { instance_id, topic }, abort).await?;
            let stretch = |p: &dms_api::models::kafka::Partition| Stretch {
                partition: p.partition,
                from: p.lso,
                to: p.hw.max(p.lso),
            };
            return Ok(detail.partitions.iter().map(stretch).collect());
        };
        let first = ShowFirstMessage { instance_id: instance_id.clone(), topic: topic.clone(), partition };
        self.called();
        let first = read_once(&first, abort).await?;
        self.called();
        let last = read_once(&ShowLastMessage { instance_id, topic, partition }, abort).await?;
        // In an empty partition it is where the next message will be.
        let is_empty = last.timestamp.is_none() && first.timestamp.is_none() && first.offset >= last.offset;
        let to = if is_empty { first.offset } else { last.offset + 1 };
        Ok(vec![Stretch { partition, from: first.offset, to }])
    }

    /// A request that fails has been sent, too.
    fn called(&self) {
        self.state.borrow_mut().report.calls += 1;
    }

    async fn read_places(self: &Rc<Self>, board: Board) -> Result<(), ApiFailure> {
        let places: Vec<Place> = {
            let mut state = self.state.borrow_mut();
            let Plan::Places { unread, left } = &mut state.plan else { return Ok(()) };
            let mut places: Vec<Place> = unread.drain(..).collect();
            let more = self.ask.most.saturating_sub(places.len());
            places.extend(left.take(more));
            places
        };
        let run = Rc::clone(self);
        let read = fetch::read(&self.source, places, move |found| {
            board.show_soon(|| run.sorted_with(found));
        })
        .await;
        let mut state = self.state.borrow_mut();
        state.report.calls += read.calls;
        state.report.holes += read.holes;
        state.report.looked_at += read.holes + read.found.len() as u64;
        state.messages.extend(read.found);
        if let Plan::Places { unread, left } = &mut state.plan {
            unread.extend(read.unread);
            let still = left.len() + unread.len() as u64;
            state.report.left = still;
        }
        read.failure.map_or(Ok(()), Err)
    }

    async fn read_times(self: &Rc<Self>, board: Board) -> Result<(), ApiFailure> {
        let goal = self.state.borrow().messages.len() + self.ask.most;
        loop {
            let (window, read, have) = {
                let state = self.state.borrow();
                let Plan::Times { windows, read } = &state.plan else { return Ok(()) };
                (windows.current(), *read, state.messages.len())
            };
            let Some((start, end)) = window.filter(|_| have < goal) else { return Ok(()) };
            let limit = (goal - have).min(PAGE);
            let answer = self.page(start, end, read, limit).await;
            let mut state = self.state.borrow_mut();
            state.report.calls += 1;
            let (messages, total) = match answer {
                Ok(answer) => answer,
                Err(failure) => {
                    let Plan::Times { windows, read } = &mut state.plan else { return Err(failure) };
                    if !is_too_wide(failure.status()) || *read > 0 || !windows.split() {
                        return Err(failure);
                    }
                    let splits = windows.splits;
                    state.report.splits = splits;
                    continue;
                }
            };
            state.take(messages, total, limit, is_search(&self.ask));
            drop(state);
            board.show_soon(|| self.sorted_with(&[]));
        }
    }

    /// One page of a range of time, newest first, with the number of messages in the whole range.
    async fn page(
        &self,
        start: i64,
        end: i64,
        offset: u64,
        limit: usize,
    ) -> Result<(Vec<Message>, u64), ApiFailure> {
        let limit = u32::try_from(limit).ok();
        let nothing = Words::default();
        let (times, words) = match &self.ask.from {
            From::Content { times, words } => (times.map(|_| (start, end)), words),
            _ => (Some((start, end)), &nothing),
        };
        match self.ask.partition.filter(|_| words.is_empty()) {
            Some(partition) => {
                let op = ListMessages {
                    instance_id: self.source.instance.to_string(),
                    topic: self.ask.topic.clone(),
                    start_time: Some(start),
                    end_time: Some(end),
                    limit,
                    offset: Some(offset),
                    partition: Some(partition.into()),
                };
                let answer = read_once(&op, &self.source.abort).await?;
                Ok((answer.messages.iter().map(listed).collect(), answer.messages_count))
            }
            None => {
                let op = FindMessages {
                    asc: Some(false),
                    start_time: times.map(|(start, _)| start),
                    end_time: times.map(|(_, end)| end),
                    limit,
                    offset: Some(offset),
                    // It means nothing with times.
                    partition: self.ask.partition.filter(|_| times.is_none()),
                    ..with_words(self.source.find(), words)
                };
                let answer = read_once(&op, &self.source.abort).await?;
                let found = answer.messages.iter().map(perhaps_without_content);
                // In a time range the service cannot search in one partition only.
                let wanted = found.filter(|m| self.ask.partition.is_none_or(|p| m.place.partition == p));
                Ok((wanted.collect(), answer.total))
            }
        }
    }

    /// All messages, with those that are still arriving, in the order they are shown.
    fn sorted_with(&self, arriving: &[Arc<Message>]) -> Vec<Arc<Message>> {
        let mut all = self.state.borrow().messages.clone();
        all.extend_from_slice(arriving);
        let oldest_first = matches!(self.ask.from, From::Oldest | From::Offset(_));
        all.sort_by(|a, b| {
            let order =
                (a.at, a.place.partition, a.place.offset).cmp(&(b.at, b.place.partition, b.place.offset));
            if oldest_first { order } else { order.reverse() }
        });
        all
    }

    fn publish(&self, board: Board, done: bool) {
        board.show(self.sorted_with(&[]));
        let mut report = self.state.borrow().report.clone();
        report.took = u32::try_from(now() - self.started).unwrap_or(u32::MAX);
        report.done = done;
        report.more = self.state.borrow().has_more();
        board.report.try_set(report);
    }
}

impl State {
    fn has_more(&self) -> bool {
        match &self.plan {
            Plan::Unknown => false,
            Plan::Places { unread, left } => !unread.is_empty() || left.len() > 0,
            Plan::Times { windows, .. } => windows.current().is_some(),
        }
    }

    /// Takes in a page of a range of time. An empty one ends the range whatever the service said about it; so does any
    /// of a search by content, which the service cuts off itself.
    fn take(&mut self, messages: Vec<Message>, total: u64, limit: usize, search: bool) {
        let Plan::Times { windows, read } = &mut self.plan else { return };
        let first = *read == 0;
        let came = messages.len();
        *read += came as u64;
        let ended = search || came == 0 || *read >= total.max(came as u64) && (total > 0 || came < limit);
        let left = if ended { 0 } else { total.saturating_sub(*read) };
        if ended {
            windows.done();
            *read = 0;
        }
        if first {
            self.report.found = Some(self.report.found.unwrap_or(0) + total.max(came as u64));
        }
        self.report.left = left;
        let stopped_early = came >= SEARCH_RESULTS || self.report.searched.is_none();
        self.report.capped |= search && stopped_early;
        self.messages.extend(messages.into_iter().map(Arc::new));
    }
}

fn with_words(op: FindMessages, words: &Words) -> FindMessages {
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    FindMessages { key: some(&words.key), include: some(&words.with), exclude: some(&words.without), ..op }
}
