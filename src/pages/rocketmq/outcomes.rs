//! What the service says became of each message (R5.4.4, R5.4.5). Pure.

use std::sync::Arc;

use dms_api::models::rocketmq::ResendResults;

use crate::data::ApiFailure;
use crate::pages::batch::Outcome;

/// An outcome for each of the ids, in their order.
pub fn outcomes(ids: &[String], result: Result<Arc<ResendResults>, ApiFailure>) -> Vec<Outcome> {
    let answer = match result {
        Ok(answer) => answer,
        Err(failure) => return vec![Outcome::Call(failure); ids.len()],
    };
    let of = |id: &String| match answer.resend_results.iter().find(|result| result.msg_id == *id) {
        Some(result) if result.is_success() => Outcome::Done,
        Some(result) => match (result.error_message.as_str(), result.error_code.as_str()) {
            ("", "") => Outcome::Failed,
            (said, "") => Outcome::Said(said.to_owned()),
            ("", code) => Outcome::Said(code.to_owned()),
            (said, code) => Outcome::Said(format!("{said} ({code})")),
        },
        None => Outcome::Unmentioned,
    };
    ids.iter().map(of).collect()
}

/// The ids of what was done.
pub fn done(ids: &[String], outcomes: &[Outcome]) -> Vec<String> {
    let pairs = ids.iter().zip(outcomes);
    pairs.filter(|(_, outcome)| **outcome == Outcome::Done).map(|(id, _)| id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::models::rocketmq::ResendResult;

    #[test]
    fn each_message_has_its_own_outcome() {
        let result = |id: &str, code: &str, said: &str| ResendResult {
            msg_id: id.to_owned(),
            error_code: code.to_owned(),
            error_message: said.to_owned(),
            ..Default::default()
        };
        let resend_results = vec![
            result("b", "DMS.00400062", "There is no such dead letter."),
            result("a", ResendResult::SUCCESS, "ok"),
        ];
        let ids = ["a", "b", "c"].map(str::to_owned);
        let found = outcomes(&ids, Ok(Arc::new(ResendResults { resend_results })));
        let said = Outcome::Said("There is no such dead letter. (DMS.00400062)".to_owned());
        assert_eq!(found, [Outcome::Done, said, Outcome::Unmentioned]);
        assert_eq!(done(&ids, &found), ["a"]);
        assert_eq!(outcomes(&ids, Err(ApiFailure::Network)).len(), 3);
    }
}
