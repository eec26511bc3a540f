//! Loads the pages of one list, whatever the records are.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use dms_api::operation::Request;
use leptos::task::spawn_local;
use serde_json::Value;

use crate::data::cache::{self, Entry, Ticket};
use crate::data::client::{self, Answer};
use crate::data::plan::{PARALLEL, Plan};
use crate::data::{ApiFailure, PageAt};
use crate::i18n::now;

/// Between two updates of a list that fills in: often enough to look alive, seldom enough to stay smooth.
const UPDATE_MS: i64 = 120;

/// A list with the records that have arrived.
pub struct List {
    /// The first answer without its records.
    pub head: Arc<dyn Any + Send + Sync>,
    pub rows: Vec<Answer>,
    pub total: Option<u64>,
    pub done: bool,
}

/// One answer taken apart.
pub struct Taken {
    pub head: Arc<dyn Any + Send + Sync>,
    pub rows: Vec<Answer>,
    pub total: Option<u64>,
}

/// Where the pages of a list come from.
#[derive(Clone)]
pub struct Source {
    pub request: Rc<dyn Fn(PageAt) -> Option<Request>>,
    pub read: Rc<dyn Fn(&Value) -> Taken>,
}

/// The cache entry of a list; `None` if the operation cannot be written.
pub fn entry(source: Source) -> Option<Entry> {
    let first = (source.request)(PageAt { index: 0, offset: 0, limit: crate::data::plan::LIMIT })?;
    let load = move |ticket: Ticket| Run::start(source.clone(), ticket);
    let key = format!("list {} {}", first.spec.id, first.target());
    Some(cache::entry(key, &first.path, Rc::new(load)))
}

/// One loading of the list, shared by the workers that fetch its pages.
struct Run {
    source: Source,
    ticket: Ticket,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    plan: Plan,
    /// By index, as they come.
    pages: Vec<(u32, Taken)>,
    /// The body of the page before, to notice a service that sends the same page for ever.
    last_body: Value,
    workers: usize,
    published_at: i64,
    failure: Option<ApiFailure>,
}

impl Run {
    fn start(source: Source, ticket: Ticket) {
        let run = Rc::new(Self { source, ticket, state: RefCell::default() });
        spawn_worker(run);
    }

    /// The next page to fetch, if there is one for another worker.
    fn ask(&self) -> Option<PageAt> {
        let mut state = self.state.borrow_mut();
        if state.failure.is_some() { None } else { state.plan.ask() }
    }

    async fn fetch(&self, page: PageAt) {
        let Some(request) = (self.source.request)(page) else { return };
        let result = client::send(&request, &self.ticket.abort).await;
        let mut state = self.state.borrow_mut();
        match result {
            Ok(body) => {
                let taken = (self.source.read)(&body);
                let repeated = page.index > 0 && taken.total.is_none() && body == state.last_body;
                state.plan.arrived(taken.rows.len(), taken.total, repeated);
                state.last_body = body;
                if !repeated {
                    let place = state.pages.iter().take_while(|(index, _)| *index < page.index).count();
                    state.pages.insert(place, (page.index, taken));
                }
            }
            Err(failure) => state.failure = Some(failure),
        }
    }

    /// Shows what has arrived, or where something better is shown, how much has; if it is time.
    fn publish(&self) {
        let list = {
            let mut state = self.state.borrow_mut();
            if now() - state.published_at < UPDATE_MS || state.pages.is_empty() {
                return;
            }
            state.published_at = now();
            if !self.ticket.is_first() {
                let progress = state.progress();
                drop(state);
                progress.iter().for_each(|(arrived, of)| self.ticket.progress(*arrived, *of));
                return;
            }
            state.list(false)
        };
        if let Some(list) = list {
            self.ticket.publish(Arc::new(list));
        }
    }

    fn finish(&self) {
        let (list, failure) = {
            let mut state = self.state.borrow_mut();
            let done = state.failure.is_none();
            (state.list(done), state.failure.take())
        };
        let result = match (failure, list) {
            (None, Some(list)) => Ok(Arc::new(list) as Answer),
            (Some(failure), list) => {
                if let Some(list) = list.filter(|_| self.ticket.is_first()) {
                    self.ticket.publish(Arc::new(list));
                }
                Err(failure)
            }
            (None, None) => Err(ApiFailure::Cancelled),
        };
        self.ticket.clone().finish(result);
    }
}

impl State {
    /// Records that have come, of how many; `None` where the service does not say or all are there.
    fn progress(&self) -> Option<(u64, u64)> {
        let (_, first) = self.pages.first()?;
        let arrived = self.pages.iter().map(|(_, page)| page.rows.len() as u64).sum();
        first.total.filter(|total| *total > arrived).map(|total| (arrived, total))
    }

    fn list(&self, done: bool) -> Option<List> {
        let (_, first) = self.pages.first()?;
        let rows = self.pages.iter().flat_map(|(_, page)| page.rows.iter().cloned()).collect();
        Some(List { head: Arc::clone(&first.head), rows, total: first.total, done })
    }
}

/// Fetches one page after the other; calls for help as soon as more pages may be asked for.
fn spawn_worker(run: Rc<Run>) {
    run.state.borrow_mut().workers += 1;
    spawn_local(async move {
        while let Some(page) = run.ask() {
            run.fetch(page).await;
            run.publish();
            call_help(&run);
        }
        let left = {
            let mut state = run.state.borrow_mut();
            state.workers -= 1;
            state.workers
        };
        if left == 0 {
            run.finish();
        }
    });
}

fn call_help(run: &Rc<Run>) {
    let missing = {
        let state = run.state.borrow();
        let mut plan = state.plan.clone();
        let wanted = std::iter::from_fn(|| plan.ask()).count();
        // One of the pages is for the worker that asks.
        wanted.saturating_sub(1).min(PARALLEL.saturating_sub(state.workers))
    };
    for _ in 0..missing {
        spawn_worker(Rc::clone(run));
    }
}
