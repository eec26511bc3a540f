//! What a person does, by area. Each test stands alone: it makes what it needs, and names it as no other does.

use crate::flow;
use crate::support::Flow;

mod access;
mod appearance;
mod bench;
mod client;
mod instances;
mod portal;
mod read_only;
mod rocketmq_instances;
mod scale;
mod sign_in;
mod tags;
mod topics;

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
        flow!(Demo, sign_in::an_expired_local_session_comes_back_in_one_click),
        flow!(Demo, sign_in::signing_out_leaves_nothing),
        flow!(Demo, sign_in::by_keyboard_alone),
        flow!(Demo, appearance::the_language_switches_without_a_reload),
        flow!(Demo, appearance::messages_follow_the_language),
        flow!(Demo, appearance::ages_are_counted),
        flow!(Demo, appearance::themes),
        flow!(Demo, topics::a_topic_is_created),
        flow!(Demo, topics::every_rule_is_said_in_both_languages),
        flow!(Demo, topics::a_refusal_of_the_service_keeps_the_form),
        flow!(Demo, topics::a_write_is_never_sent_twice),
        flow!(Demo, topics::changes_are_shown_before_they_are_saved),
        flow!(Demo, topics::several_are_deleted_with_a_result_for_each),
        flow!(Demo, topics::those_that_stay_are_tried_again_alone),
        flow!(Demo, topics::one_is_deleted_by_typing_its_name),
        flow!(Demo, topics::the_address_keeps_what_is_shown),
        flow!(Demo, topics::the_request_can_be_read_before_it_is_sent),
        flow!(Demo, topics::unsaved_entries_are_not_lost_by_a_click),
        flow!(Demo, topics::unsaved_entries_are_not_lost_by_the_browsers_back),
        flow!(Demo, topics::a_list_that_cannot_be_read_is_not_called_empty),
        flow!(Demo, topics::names_that_need_care_in_addresses),
        flow!(Demo, topics::a_read_that_fails_is_tried_again),
        flow!(Demo, topics::a_list_that_cannot_be_read_says_why),
        flow!(Demo, instances::both_engines_are_listed_and_found),
        flow!(Demo, instances::an_instance_is_created_and_runs_without_a_reload),
        flow!(Demo, instances::every_rule_of_the_form_is_said_in_both_languages),
        flow!(Demo, instances::every_rule_of_its_options_is_said_in_both_languages),
        flow!(Demo, instances::arrow_keys_step_by_the_disks_of_all_brokers),
        flow!(Demo, instances::rows_are_called_by_their_names),
        flow!(Demo, instances::a_name_that_is_taken_is_said_at_the_name),
        flow!(Demo, instances::the_overview_tells_how_to_connect),
        flow!(Demo, instances::changes_are_reviewed_then_saved),
        flow!(Demo, instances::a_restart_is_followed_to_its_end),
        flow!(Demo, instances::one_is_deleted_by_typing_its_name),
        flow!(Demo, instances::several_are_deleted_with_a_result_for_each),
        flow!(Demo, instances::a_prepaid_instance_is_ordered),
        flow!(Demo, rocketmq_instances::one_is_created_and_runs_without_a_reload),
        flow!(Demo, rocketmq_instances::every_rule_of_the_form_is_said_in_both_languages),
        flow!(Demo, rocketmq_instances::changes_are_reviewed_then_saved),
        flow!(Demo, rocketmq_instances::one_is_deleted_by_typing_its_name),
        flow!(Demo, rocketmq_instances::several_are_deleted_with_one_call),
        flow!(Demo, tags::a_kafka_instances_tags_are_changed),
        flow!(Demo, tags::a_rocketmq_instances_tags_are_changed),
        flow!(ReadOnly, read_only::everything_can_be_seen_and_nothing_changed),
        flow!(Demo, client::produced_messages_move_the_end_offset),
        flow!(Demo, client::a_topic_made_by_a_client_shows_in_the_list),
        flow!(Demo, access::pages_in_the_light_theme),
        flow!(Demo, access::pages_in_the_light_theme_in_chinese),
        flow!(Demo, access::pages_in_the_dark_theme),
        flow!(Demo, access::pages_in_the_dark_theme_in_chinese),
        flow!(Demo, access::pages_in_high_contrast),
        flow!(Portal, portal::deep_links_reloads_and_history),
        flow!(Portal, portal::a_topic_is_created_and_deleted),
        flow!(Portal, portal::nothing_is_asked_of_the_host_outside_its_path),
        flow!(Scale, scale::ten_thousand_topics),
        flow!(Scale, bench::ten_thousand_topics_against_plain_arrays),
    ]
}
