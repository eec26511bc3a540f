//! What the user has chosen: which topics, and where to.

use dms_api::rules;

use super::plan::Target;
use crate::i18n::problems::complaint;
use crate::i18n::{groups as shared, t};
use crate::pages::rocketmq::groups::consumption::Consumed;
use crate::pages::rocketmq::topics::Kind;
use crate::pages::time_field::from_field;
use crate::prelude::*;
use crate::routes::{QueryText, use_query_signal};
use crate::ui::{FieldState, FormState};

/// In the URL where no topic is chosen: too short for a topic's name.
const NONE: &str = "-";

/// The ways to say where a group shall go, as they stand in the URL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// Nothing has been chosen yet.
    #[default]
    Unchosen,
    Earliest,
    Latest,
    Time,
}

impl Way {
    /// In the order of the form.
    pub const ALL: [Self; 3] = [Self::Earliest, Self::Latest, Self::Time];

    /// The word in the URL.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unchosen => "",
            Self::Earliest => "earliest",
            Self::Latest => "latest",
            Self::Time => "time",
        }
    }

    fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|way| way.word() == word).unwrap_or_default()
    }
}

/// The fields of the page.
#[derive(Clone, Copy)]
pub struct TargetForm {
    pub way: QueryText,
    /// Chosen topics with commas, which no name of a topic has; empty: those of applications.
    topics: QueryText,
    /// As the browser's own control writes it.
    pub time: FieldState,
    consumed: Consumed,
}

impl TargetForm {
    /// Fields for moving the group of `consumed`.
    pub fn new(consumed: Consumed) -> Self {
        let way = use_query_signal("to");
        let time = FormState::new().text("", move |raw| {
            if Way::of_word(&way.get()) != Way::Time {
                return None;
            }
            match from_field(raw).parse() {
                Ok(ms) => complaint(rules::RESET_TIME.check(ms)),
                Err(_) => Some(t(shared::TIME_WRONG).to_owned()),
            }
        });
        Self { way, topics: use_query_signal("topics"), time, consumed }
    }

    /// The way chosen, tracked.
    pub fn way(self) -> Way {
        Way::of_word(&self.way.get())
    }

    /// Where to, tracked; `None` while nothing is chosen, or the time is missing or wrong.
    pub fn target(self) -> Option<Target> {
        match self.way() {
            Way::Unchosen => None,
            Way::Earliest => Some(Target::Earliest),
            Way::Latest => Some(Target::Latest),
            Way::Time if self.time.problem().is_some() => None,
            Way::Time => from_field(&self.time.get()).parse().ok().map(Target::Time),
        }
    }

    /// The topics chosen, tracked. At first those of applications: retries and dead letters are RocketMQ's.
    pub fn topics(self) -> Vec<String> {
        let chosen = self.topics.get();
        let all = self.consumed.topics.items();
        let is_chosen = |name: &str| match chosen.as_str() {
            "" => Kind::of(name) == Kind::Normal,
            list => list.split(',').any(|one| one == name),
        };
        all.iter().filter(|name| is_chosen(name)).map(|name| (**name).clone()).collect()
    }

    /// Adds a topic, or takes it out.
    pub fn choose(self, topic: &str, on: bool) {
        let mut chosen = untrack(|| self.topics());
        chosen.retain(|name| name != topic);
        if on {
            chosen.push(topic.to_owned());
        }
        self.topics.set(if chosen.is_empty() { NONE.to_owned() } else { chosen.join(",") });
    }
}
