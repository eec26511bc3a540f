//! What a person does, by area. Each test stands alone: it makes what it needs, and names it as no other does.

use crate::flow;
use crate::support::Flow;

mod appearance;
mod sign_in;

/// Every test, in the order they run.
pub fn all() -> Vec<Flow> {
    vec![
        flow!(Demo, sign_in::the_local_dms_opens_in_one_click),
        flow!(Demo, sign_in::an_iam_user_with_a_password),
        flow!(Demo, sign_in::a_wrong_password_keeps_what_was_typed),
        flow!(Demo, sign_in::access_keys),
        flow!(Demo, sign_in::wrong_access_keys_are_told_apart),
        flow!(Demo, sign_in::a_pasted_token),
        flow!(Demo, sign_in::empty_entries_are_pointed_at),
        flow!(Demo, sign_in::a_host_that_the_gateway_does_not_know),
        flow!(Demo, sign_in::the_page_asked_for_opens_afterwards),
        flow!(Demo, sign_in::an_expired_token_keeps_the_form),
        flow!(Demo, sign_in::signing_out_leaves_nothing),
        flow!(Demo, sign_in::by_keyboard_alone),
        flow!(Demo, appearance::the_language_switches_without_a_reload),
        flow!(Demo, appearance::messages_follow_the_language),
        flow!(Demo, appearance::themes),
    ]
}
