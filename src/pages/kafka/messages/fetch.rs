//! Single requests for messages, and what they mean.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use dms_api::models::kafka::{ListedMessage, Message as Found, MessageList};
use dms_api::ops::kafka::{FindMessages, ShowMessage};

use super::ask::Place;
use super::message::{Body, Message};
use crate::data::transport::Abort;
use crate::data::{ApiFailure, all, read_once};

/// Requests on their way at the same time.
pub const PARALLEL: usize = 4;

/// Whose messages.
#[derive(Clone)]
pub struct Source {
    pub instance: Arc<str>,
    pub topic: Arc<str>,
    pub abort: Abort,
}

impl Source {
    /// A search with nothing given yet.
    pub fn find(&self) -> FindMessages {
        FindMessages {
            instance_id: self.instance.to_string(),
            topic: self.topic.to_string(),
            asc: None,
            start_time: None,
            end_time: None,
            limit: None,
            offset: None,
            download: None,
            message_offset: None,
            partition: None,
            keyword: None,
            key: None,
            include: None,
            exclude: None,
        }
    }

    /// The message at a place with the beginning of its content; `None` where there is none.
    ///
    /// # Errors
    /// See [`ApiFailure`].
    pub async fn at(&self, place: Place) -> Result<Option<Message>, ApiFailure> {
        let op = FindMessages {
            partition: Some(place.partition),
            message_offset: Some(place.offset),
            download: Some(false),
            ..self.find()
        };
        match read_once(&op, &self.abort).await {
            Ok(MessageList { messages, .. }) => {
                let found = messages.iter().find(|m| place_of(m) == place);
                Ok(found.map(with_content))
            }
            Err(failure) if is_missing(&failure) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// The message at a place with its whole content.
    ///
    /// # Errors
    /// See [`ApiFailure`].
    pub async fn whole(&self, place: Place) -> Result<Option<Message>, ApiFailure> {
        let op = ShowMessage {
            instance_id: self.instance.to_string(),
            topic: self.topic.to_string(),
            partition: place.partition,
            message_offset: place.offset,
        };
        let answer = match read_once(&op, &self.abort).await {
            Err(failure) if is_missing(&failure) => return Ok(None),
            other => other?,
        };
        let found = answer.message.into_iter().find(|m| m.message_offset == place.offset);
        Ok(found.map(|m| {
            let body = Body::Whole(m.value.0.map(Into::into));
            Message::new(place, at(m.timestamp.0), m.size, m.key.0.map(Into::into), body)
        }))
    }
}

/// Whether a refusal means that there is no such message: an offset before the first or after the last is answered
/// with DMS.00400800.
fn is_missing(failure: &ApiFailure) -> bool {
    failure.is_not_found() || failure.code() == "DMS.00400800"
}

/// A message from an answer that has contents.
fn with_content(found: &Found) -> Message {
    let value = found.value.as_deref().map(Arc::from);
    let body = match (value, found.huge_message) {
        (Some(text), true) => Body::Start(text),
        (None, true) => Body::Unloaded,
        (value, false) => Body::Whole(value),
    };
    Message::new(place_of(found), at(found.timestamp.0), found.size, key_of(found), body)
}

/// A message from an answer that may leave contents out.
pub fn perhaps_without_content(found: &Found) -> Message {
    match found.value.as_deref() {
        Some(_) => with_content(found),
        None => {
            Message::new(place_of(found), at(found.timestamp.0), found.size, key_of(found), Body::Unloaded)
        }
    }
}

/// A message from a list without contents.
pub fn listed(found: &ListedMessage) -> Message {
    let place = Place { partition: found.partition, offset: found.message_offset };
    Message::new(place, at(found.timestamp.0), found.size, None, Body::Unloaded)
}

fn key_of(found: &Found) -> Option<Arc<str>> {
    found.key.as_deref().map(Arc::from)
}

fn place_of(found: &Found) -> Place {
    Place { partition: found.partition, offset: found.message_offset }
}

/// A time; 0 and less mean that the producer gave none.
fn at(ms: i64) -> Option<i64> {
    Some(ms).filter(|ms| *ms > 0)
}

/// Messages read place by place, several at a time.
pub struct Places {
    pub found: Vec<Arc<Message>>,
    /// Places without a message.
    pub holes: u64,
    /// Requests sent.
    pub calls: u32,
    /// Not read because of a failure.
    pub unread: VecDeque<Place>,
    pub failure: Option<ApiFailure>,
}

/// Shown what has been found so far.
type Progress = Box<dyn Fn(&[Arc<Message>])>;

struct Work {
    source: Source,
    queue: RefCell<VecDeque<Place>>,
    found: RefCell<Vec<Arc<Message>>>,
    holes: Cell<u64>,
    calls: Cell<u32>,
    failure: RefCell<Option<ApiFailure>>,
    progress: Progress,
}

/// Reads places; `progress` is shown what has been found so far, after each.
pub async fn read(
    source: &Source,
    places: Vec<Place>,
    progress: impl Fn(&[Arc<Message>]) + 'static,
) -> Places {
    let workers = places.len().min(PARALLEL);
    let work = Rc::new(Work {
        source: source.clone(),
        queue: RefCell::new(places.into()),
        found: RefCell::default(),
        holes: Cell::new(0),
        calls: Cell::new(0),
        failure: RefCell::default(),
        progress: Box::new(progress),
    });
    all((0..workers).map(|_| work_off(Rc::clone(&work)))).await;
    Places {
        found: work.found.take(),
        holes: work.holes.get(),
        calls: work.calls.get(),
        unread: work.queue.take(),
        failure: work.failure.take(),
    }
}

async fn work_off(work: Rc<Work>) {
    loop {
        let next = work.queue.borrow_mut().pop_front();
        let Some(place) = next.filter(|_| work.failure.borrow().is_none()) else { return };
        work.calls.set(work.calls.get() + 1);
        match work.source.at(place).await {
            Ok(Some(message)) => {
                work.found.borrow_mut().push(Arc::new(message));
                (work.progress)(&work.found.borrow());
            }
            Ok(None) => work.holes.set(work.holes.get() + 1),
            Err(failure) => {
                work.queue.borrow_mut().push_front(place);
                *work.failure.borrow_mut() = Some(failure);
                return;
            }
        }
    }
}
