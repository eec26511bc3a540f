//! The state of a topic form: one field per setting, checked as the user types.

use std::sync::Arc;

use dms_api::models::kafka::Topic;
use dms_api::rules::{self, Problem};

use super::draft::TopicDraft;
use super::source::Topics;
use crate::data::ApiFailure;
use crate::i18n::problems::problem_text;
use crate::i18n::{plural, topic_extras as words};
use crate::prelude::*;
use crate::shell::brief;
use crate::ui::{FieldState, FormState};

/// What the checks need to know of the instance.
#[derive(Clone, Copy)]
pub struct Facts {
    pub topics: Topics,
    /// Brokers of the instance, once known.
    pub brokers: Signal<Option<i64>>,
}

impl Facts {
    /// Partitions that can still be made, once known.
    pub fn remaining(self) -> Option<i64> {
        let head = self.topics.head().filter(|head| head.max_partitions > 0)?;
        i64::try_from(head.remain_partitions).ok()
    }

    /// How many that are, in a sentence; empty while it is not known.
    pub fn room(self) -> String {
        self.remaining()
            .map(|n| plural(n.unsigned_abs(), words::ROOM_ONE, words::ROOM_OTHER))
            .unwrap_or_default()
    }

    /// What is wrong with the number of partitions of a new topic.
    fn new_partitions(self, raw: &str) -> Option<String> {
        let wanted = match rules::number(raw).and_then(|n| rules::PARTITIONS.check(n).map(|()| n)) {
            Ok(wanted) => wanted,
            Err(problem) => return Some(problem_text(&problem)),
        };
        self.remaining().filter(|left| wanted > *left).map(|_| self.room())
    }
}

/// The fields of a topic form.
#[derive(Clone, Copy)]
pub struct TopicForm {
    pub state: FormState,
    pub name: FieldState,
    pub partitions: FieldState,
    pub replicas: FieldState,
    pub retention: FieldState,
    pub sync_replication: FieldState<bool>,
    pub sync_flush: FieldState<bool>,
    pub timestamp_type: FieldState,
    pub max_message: FieldState,
    pub description: FieldState,
}

impl TopicForm {
    /// A form that creates a topic, starting with these settings.
    pub fn creating(facts: Facts, start: &TopicDraft) -> Self {
        let state = FormState::new();
        let name = state.text(start.name.clone(), move |raw| text(check_name(raw, facts.topics)));
        let partitions = state.text(start.partitions.clone(), move |raw| facts.new_partitions(raw));
        let replicas = state.text(start.replicas.clone(), move |raw| {
            let rule = rules::REPLICAS.at_most(facts.brokers.get().unwrap_or(i64::MAX));
            text(rules::number(raw).and_then(|n| rule.check(n)))
        });
        Self::with(state, start, name, partitions, replicas)
    }

    /// A form that changes `topic`: its name and replicas stay, its partitions can only grow.
    pub fn editing(topic: &Topic, facts: Facts) -> Self {
        let start = TopicDraft::of(topic);
        let state = FormState::new();
        let now = topic.clone();
        let partitions = state.text(start.partitions.clone(), move |raw| {
            let facts = rules::TopicFacts { remaining_partitions: facts.remaining(), ..Default::default() };
            text(rules::number(raw).and_then(|n| rules::more_partitions(n, &now, &facts)))
        });
        let (name, replicas) = (state.free(start.name.clone()), state.free(start.replicas.clone()));
        Self::with(state, &start, name, partitions, replicas)
    }

    fn with(
        state: FormState,
        start: &TopicDraft,
        name: FieldState,
        partitions: FieldState,
        replicas: FieldState,
    ) -> Self {
        let one_replica = move || replicas.get().trim() == "1";
        Self {
            state,
            name,
            partitions,
            replicas,
            retention: state.text(start.retention.clone(), |raw| {
                text(rules::number(raw).and_then(|n| rules::RETENTION_HOURS.check(n)))
            }),
            sync_replication: state.field(start.sync_replication, move |on| {
                (*on && one_replica()).then(|| problem_text(&Problem::NeedsReplicas))
            }),
            sync_flush: state.free(start.sync_flush),
            timestamp_type: state.free(start.timestamp_type.clone()),
            max_message: state.text(start.max_message.clone(), |raw| {
                text(rules::number(raw).and_then(|n| rules::MAX_MESSAGE_BYTES.check(n)))
            }),
            description: state.text(start.description.clone(), |raw| text(rules::TOPIC_DESC.check(raw))),
        }
    }

    /// What the form holds now. Tracked.
    pub fn draft(self) -> TopicDraft {
        TopicDraft {
            name: self.name.get(),
            partitions: self.partitions.get(),
            replicas: self.replicas.get(),
            retention: self.retention.get(),
            sync_replication: self.sync_replication.get(),
            sync_flush: self.sync_flush.get(),
            timestamp_type: self.timestamp_type.get(),
            max_message: self.max_message.get(),
            description: self.description.get(),
        }
    }

    /// Shows a refusal by the service beside the field that it is about, if it is about one.
    pub fn reject(self, failure: &ApiFailure) {
        let field = match failure.api().and_then(|error| error.field_hint()) {
            Some("id" | "name" | "topic") => self.name,
            Some("partition" | "new_partition_numbers") => self.partitions,
            Some("replication") => self.replicas,
            Some("retention_time") => self.retention,
            Some("topic_desc") => self.description,
            _ => return,
        };
        field.reject(brief(failure));
    }
}

fn check_name(raw: &str, topics: Topics) -> Result<(), Problem> {
    let items = topics.items();
    let names: Vec<&str> = items.iter().map(|topic: &Arc<Topic>| topic.name.as_str()).collect();
    rules::topic_name(raw.trim(), &names)
}

fn text(checked: Result<(), Problem>) -> Option<String> {
    checked.err().map(|problem| problem_text(&problem))
}
