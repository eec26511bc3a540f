//! What became of each topic of a batch. Pure.

use dms_api::models::kafka::DeletedTopics;

use crate::data::ApiFailure;

/// The result for one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub name: String,
    /// `Ok` if it is gone; the failure of the call where the service said why, `None` where it did not.
    pub result: Result<(), Option<ApiFailure>>,
}

/// Results in the order asked for. A topic that the answer does not mention counts as not deleted.
pub fn of_answer(asked: &[String], answer: &DeletedTopics) -> Vec<Outcome> {
    let deleted = |name: &String| answer.topics.iter().any(|t| t.id == *name && t.success);
    asked
        .iter()
        .map(|name| Outcome { name: name.clone(), result: if deleted(name) { Ok(()) } else { Err(None) } })
        .collect()
}

/// Results of a call that failed as a whole.
pub fn of_failure(asked: &[String], failure: &ApiFailure) -> Vec<Outcome> {
    asked.iter().map(|name| Outcome { name: name.clone(), result: Err(Some(failure.clone())) }).collect()
}

/// Names of those that are gone.
pub fn deleted(all: &[Outcome]) -> Vec<String> {
    all.iter().filter(|o| o.result.is_ok()).map(|o| o.name.clone()).collect()
}

/// The topics to try again.
pub fn failed(outcomes: &[Outcome]) -> Vec<String> {
    outcomes.iter().filter(|o| o.result.is_err()).map(|o| o.name.clone()).collect()
}

/// `earlier` with the results of a second try put in their places.
pub fn merged(mut earlier: Vec<Outcome>, later: Vec<Outcome>) -> Vec<Outcome> {
    for new in later {
        match earlier.iter_mut().find(|o| o.name == new.name) {
            Some(old) => *old = new,
            None => earlier.push(new),
        }
    }
    earlier
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::record::FromAnswer;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|n| (*n).to_owned()).collect()
    }

    fn answer() -> DeletedTopics {
        DeletedTopics::from_answer(&serde_json::json!({"topics": [
            {"id": "a", "success": true}, {"id": "b", "success": false},
        ]}))
    }

    #[test]
    fn a_topic_the_answer_forgets_is_not_called_deleted() {
        let outcomes = of_answer(&names(&["a", "b", "c"]), &answer());
        assert_eq!(failed(&outcomes), names(&["b", "c"]));
    }

    #[test]
    fn a_retry_replaces_only_what_was_retried() {
        let first = of_answer(&names(&["a", "b", "c"]), &answer());
        let second = of_answer(
            &names(&["b", "c"]),
            &DeletedTopics::from_answer(&serde_json::json!({
                "topics": [{"id": "b", "success": "true"}, {"id": "c", "success": false}],
            })),
        );
        let all = merged(first, second);
        assert_eq!(all.iter().map(|o| o.name.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(failed(&all), names(&["c"]));
    }
}
