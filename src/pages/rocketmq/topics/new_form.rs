//! The state of the form of a new topic: one field per setting, checked as the user types.

use std::sync::Arc;

use dms_api::models::rocketmq::{Topic, TopicPermission};
use dms_api::rules::{self, Problem};

use super::new_draft::{NewDraft, Spread};
use super::source::Topics;
use crate::data::ApiFailure;
use crate::i18n::problems::{complaint, problem_text};
use crate::i18n::{rocketmq::topics as text, tf};
use crate::pages::rocketmq::facts::{Facts, some_broker};
use crate::prelude::*;
use crate::shell::brief;
use crate::ui::{FieldState, FormState};

/// The fields.
#[derive(Clone, Copy)]
pub struct NewForm {
    pub state: FormState,
    pub facts: Facts,
    pub name: FieldState,
    /// See [`Spread::word`].
    pub spread: FieldState,
    pub queues: FieldState,
    pub brokers: FieldState<Vec<String>>,
    /// Broker and number, for those typed.
    pub each: FieldState<Vec<(String, String)>>,
    pub permission: FieldState,
    pub message_type: FieldState,
}

impl NewForm {
    /// Empty fields, with the service's own defaults where it has some.
    pub fn new(facts: Facts, topics: Topics) -> Self {
        let state = FormState::new();
        let spread = state.free(Spread::All.word().to_owned());
        let is = move |wanted: Spread| spread.value.with(|word| Spread::of_word(word) == wanted);
        Self {
            state,
            facts,
            spread,
            name: state.text("", move |raw| complaint(check_name(raw.trim(), topics))),
            queues: state.text("3", move |raw| {
                let check = || rules::number(raw).and_then(|n| rules::QUEUES.check(n));
                (!is(Spread::Each)).then(|| complaint(check())).flatten()
            }),
            brokers: state.field(Vec::new(), move |chosen: &Vec<String>| {
                is(Spread::Some).then(|| some_broker(chosen)).flatten()
            }),
            each: state.field(Vec::new(), move |each: &Vec<(String, String)>| {
                is(Spread::Each).then(|| wrong_broker(each)).flatten()
            }),
            permission: state.free(TopicPermission::All.as_str().to_owned()),
            message_type: state.free(String::new()),
        }
    }

    /// The way chosen, tracked.
    pub fn spread(self) -> Spread {
        self.spread.value.with(|word| Spread::of_word(word))
    }

    /// What the form holds now. Tracked.
    pub fn draft(self) -> NewDraft {
        NewDraft {
            name: self.name.get(),
            spread: self.spread(),
            queues: self.queues.get(),
            brokers: self.brokers.get(),
            each: self.each.get(),
            permission: self.permission.get(),
            message_type: self.message_type.get(),
        }
    }

    /// Shows a refusal by the service beside the field that it is about, if it is about one.
    pub fn reject(self, failure: &ApiFailure) {
        match failure.field() {
            Some("id" | "name" | "topic") => self.name.reject(brief(failure)),
            Some("queue_num") => self.queues.reject(brief(failure)),
            Some("brokers") => self.brokers.reject(brief(failure)),
            Some("queues") => self.each.reject(brief(failure)),
            _ => {}
        }
    }
}

fn check_name(name: &str, topics: Topics) -> Result<(), Problem> {
    let items = topics.items();
    let names: Vec<&str> = items.iter().map(|topic: &Arc<Topic>| topic.name.as_str()).collect();
    rules::rocketmq_topic_name(name, &names)?;
    match topics.head() {
        // Where the quota is not told, the service decides.
        Some(head) if head.max > 0 && head.remaining == 0 => {
            Err(Problem::TooMany { max: usize::try_from(head.max).unwrap_or(usize::MAX) })
        }
        _ => Ok(()),
    }
}

/// The first broker whose number cannot be sent, and why; or that there is no number at all.
pub fn wrong_broker(each: &[(String, String)]) -> Option<String> {
    let mut typed = each.iter().filter(|(_, queues)| !queues.trim().is_empty()).peekable();
    if typed.peek().is_none() {
        return Some(problem_text(&Problem::Required));
    }
    typed.find_map(|(broker, queues)| {
        let problem = rules::number(queues).and_then(|n| rules::QUEUES.check(n)).err()?;
        Some(tf(text::OF_BROKER, &[("broker", broker), ("problem", &problem_text(&problem))]))
    })
}
