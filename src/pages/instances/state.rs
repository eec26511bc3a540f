//! States of instances: word, tone, and what they mean for the user.

use dms_api::models::InstanceStatus as S;

use crate::i18n::instances::state as text;
use crate::i18n::{Msg, t};
use crate::prelude::*;
use crate::ui::{Status, Tone};

/// The state in the user's language; a word that this version does not know stays as it is. Tracks the language.
pub fn word(status: &S) -> String {
    match msg(status) {
        Some(msg) => t(msg).to_owned(),
        None => status.as_str().to_owned(),
    }
}

/// The words for a state, `None` for an unknown one.
pub fn msg(status: &S) -> Option<Msg> {
    Some(match status {
        S::Creating => text::CREATING,
        S::CreateFailed => text::CREATE_FAILED,
        S::Running => text::RUNNING,
        S::Error => text::ERROR,
        S::Restarting => text::RESTARTING,
        S::Starting => text::STARTING,
        S::Stopping => text::STOPPING,
        S::Extending => text::EXTENDING,
        S::ExtendedFailed => text::EXTEND_FAILED,
        S::Frozen => text::FROZEN,
        S::Freezing => text::FREEZING,
        S::Upgrading => text::UPGRADING,
        S::RollingBack => text::ROLLING_BACK,
        S::Deleting => text::DELETING,
        S::Deleted => text::DELETED,
        S::Other(_) => return None,
    })
}

/// What the state means and what to do, `None` where all is well.
pub fn explanation(status: &S) -> Option<Msg> {
    Some(match status {
        S::Creating => text::ABOUT_CREATING,
        S::CreateFailed => text::ABOUT_CREATE_FAILED,
        S::Error => text::ABOUT_ERROR,
        S::Restarting | S::Starting | S::Stopping => text::ABOUT_RESTARTING,
        S::Extending => text::ABOUT_EXTENDING,
        S::ExtendedFailed => text::ABOUT_EXTEND_FAILED,
        S::Frozen | S::Freezing => text::ABOUT_FROZEN,
        S::Upgrading => text::ABOUT_UPGRADING,
        S::RollingBack => text::ABOUT_ROLLING_BACK,
        S::Deleting => text::ABOUT_DELETING,
        S::Running | S::Deleted | S::Other(_) => return None,
    })
}

/// How much the state should stand out.
pub fn tone(status: &S) -> Tone {
    match status {
        S::Running => Tone::Ok,
        S::CreateFailed | S::Error | S::ExtendedFailed => Tone::Bad,
        S::Frozen | S::Freezing | S::RollingBack => Tone::Warn,
        status if status.is_transient() => Tone::Busy,
        _ => Tone::Idle,
    }
}

/// The state with icon and word.
#[component]
pub fn StateBadge(status: S) -> AnyView {
    let tone = tone(&status);
    view! { <Status tone=tone label=move || word(&status)/> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_state_has_a_word_and_all_but_the_quiet_ones_an_explanation() {
        for status in S::ALL {
            assert!(msg(status).is_some(), "{}", status.as_str());
            let quiet = matches!(status, S::Running | S::Deleted);
            assert_eq!(explanation(status).is_none(), quiet, "{}", status.as_str());
        }
    }

    #[test]
    fn what_changes_by_itself_looks_busy_unless_it_needs_attention() {
        assert_eq!(tone(&S::Creating), Tone::Busy);
        assert_eq!(tone(&S::Freezing), Tone::Warn);
        assert_eq!(tone(&S::CreateFailed), Tone::Bad);
        assert_eq!(tone(&S::from_word("BRAND_NEW")), Tone::Idle);
    }
}
