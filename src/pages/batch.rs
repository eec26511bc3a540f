//! A change to several things at once: sent call by call, an outcome for each thing, the failed ones again.
//!
//! A page makes a [`Batch`], starts it with the things and a [`Job`] that knows the calls, and puts
//! [`BatchResults`] beside its other dialogs. [`DeleteDialog`] is all of that for deleting things by name,
//! [`DeleteRecordsDialog`] for records of what stays.

mod delete;
mod results;
mod run;

pub use delete::{DeleteDialog, DeleteRecordsDialog, DeleteWords, RecordWords};
pub use results::{BatchResults, BatchWords};
pub use run::{Batch, Job};

use crate::data::ApiFailure;

/// What became of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Its call waits or is on its way.
    Pending,
    Done,
    /// The answer says that it failed, without a reason.
    Failed,
    /// The answer says that it failed, and why, in the service's own words.
    Said(String),
    /// The answer does not mention it.
    Unmentioned,
    /// The call was refused, or its answer lost.
    Call(ApiFailure),
    /// An earlier call ended the session: this one was not made.
    NotSent,
    /// The user stopped the batch before its call.
    Stopped,
}

impl Outcome {
    /// Whether trying again makes sense.
    pub fn is_failure(&self) -> bool {
        !matches!(self, Self::Pending | Self::Done)
    }

    /// Whether the change may have been made all the same.
    pub fn is_unclear(&self) -> bool {
        use ApiFailure::{Decode, Network, Timeout};
        matches!(self, Self::Unmentioned | Self::Call(Network | Timeout { .. } | Decode { .. }))
    }

    /// What a call means that changes one thing only.
    pub fn of_call<T>(result: Result<T, ApiFailure>) -> Self {
        result.map_or_else(Self::Call, |_| Self::Done)
    }

    /// What a call's answer says of each of `keys`: `said` tells whether it was done, `None` where the answer does
    /// not mention it. A call that failed failed for all of them.
    pub fn of_answer<T>(
        keys: &[String],
        result: Result<T, ApiFailure>,
        said: impl Fn(&T, &str) -> Option<bool>,
    ) -> Vec<Self> {
        match result {
            Err(failure) => vec![Self::Call(failure); keys.len()],
            Ok(answer) => {
                let of = |key: &String| match said(&answer, key) {
                    Some(true) => Self::Done,
                    Some(false) => Self::Failed,
                    None => Self::Unmentioned,
                };
                keys.iter().map(of).collect()
            }
        }
    }
}

/// One thing of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What the API knows it by.
    pub key: String,
    /// What people know it by.
    pub name: String,
    pub outcome: Outcome,
}

impl Item {
    /// Something that has not been sent yet.
    pub fn new(key: impl Into<String>, name: impl Into<String>) -> Self {
        Self { key: key.into(), name: name.into(), outcome: Outcome::Pending }
    }

    /// Something that the API and people call the same.
    pub fn named(name: impl Into<String>) -> Self {
        let name = name.into();
        Self::new(name.clone(), name)
    }
}

/// How far a batch is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub done: usize,
    pub failed: usize,
    pub all: usize,
}

impl Counts {
    /// Counts the outcomes.
    pub fn of(items: &[Item]) -> Self {
        let failed = items.iter().filter(|item| item.outcome.is_failure()).count();
        let done = items.iter().filter(|item| item.outcome == Outcome::Done).count();
        Self { done, failed, all: items.len() }
    }

    /// Whether nothing is open and nothing failed.
    pub fn is_success(self) -> bool {
        self.done == self.all
    }
}

/// Keys of what has been done.
pub fn done(items: &[Item]) -> Vec<String> {
    items.iter().filter(|item| item.outcome == Outcome::Done).map(|item| item.key.clone()).collect()
}

/// Writes the outcomes of a call into the list.
fn note(items: &mut [Item], keys: &[String], outcomes: Vec<Outcome>) {
    for (key, outcome) in keys.iter().zip(outcomes) {
        if let Some(item) = items.iter_mut().find(|item| item.key == *key) {
            item.outcome = outcome;
        }
    }
}

/// Makes what failed open again; its keys.
fn reopen(items: &mut [Item]) -> Vec<String> {
    let failed = items.iter_mut().filter(|item| item.outcome.is_failure());
    failed
        .map(|item| {
            item.outcome = Outcome::Pending;
            item.key.clone()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(outcomes: &[Outcome]) -> Vec<Item> {
        let names = ["a", "b", "c", "d"];
        names.into_iter().zip(outcomes).map(|(n, o)| Item { outcome: o.clone(), ..Item::named(n) }).collect()
    }

    #[test]
    fn what_the_answer_forgets_is_not_called_done() {
        let keys = ["a", "b", "c"].map(str::to_owned);
        let said = |answer: &Vec<(&str, bool)>, key: &str| {
            answer.iter().find(|(name, _)| *name == key).map(|(_, ok)| *ok)
        };
        let outcomes = Outcome::of_answer(&keys, Ok(vec![("a", true), ("b", false)]), said);
        assert_eq!(outcomes, [Outcome::Done, Outcome::Failed, Outcome::Unmentioned]);
        let lost = Outcome::of_answer(&keys, Err(ApiFailure::Network), said);
        assert!(lost.len() == 3 && lost.iter().all(Outcome::is_unclear));
    }

    #[test]
    fn only_what_failed_is_tried_again() {
        let mut all = items(&[Outcome::Done, Outcome::Failed, Outcome::NotSent, Outcome::Done]);
        let again = reopen(&mut all);
        assert_eq!(again, ["b", "c"]);
        assert_eq!(Counts::of(&all), Counts { done: 2, failed: 0, all: 4 });
        note(&mut all, &again, vec![Outcome::Done, Outcome::Call(ApiFailure::Network)]);
        assert_eq!(done(&all), ["a", "b", "d"]);
        assert_eq!(Counts::of(&all), Counts { done: 3, failed: 1, all: 4 });
    }
}
