//! What tasks and their states are called.

use dms_api::models::{Task, TaskStatus};

use crate::i18n::{Locale, Msg, locale, t, tasks as text};
use crate::prelude::*;
use crate::ui::{Choice, Tone};

/// Names of tasks as the service writes them. It has no list of them: others show as they come.
const NAMES: [(&str, Msg); 15] = [
    ("createInstance", text::CREATE_INSTANCE),
    ("restartInstance", text::RESTART_INSTANCE),
    ("deleteInstance", text::DELETE_INSTANCE),
    ("extendInstance", text::EXTEND_INSTANCE),
    ("reassignPartitions", text::REASSIGN),
    ("modifyAutoTopic", text::AUTO_TOPIC),
    ("modifyCrossVpcIp", text::CROSS_VPC),
    ("changeRetentionPolicy", text::RETENTION),
    ("resetPassword", text::PASSWORD),
    ("resetManagerPassword", text::MANAGER_PASSWORD),
    ("restartKafkaManager", text::RESTART_MANAGER),
    ("batchDeleteTopics", text::DELETE_TOPICS),
    ("batchDeleteGroups", text::DELETE_GROUPS),
    ("batchUpdateGroups", text::UPDATE_GROUPS),
    ("bindEip", text::PUBLIC_ADDRESS),
];

/// What a task does, in words, or as the service names it. Tracked.
pub fn title(task: &Task) -> String {
    title_in(task, locale())
}

/// [`title`] in a language.
pub fn title_in(task: &Task, locale: Locale) -> String {
    let known = NAMES.iter().find(|(name, _)| *name == task.name);
    known.map_or_else(|| task.name.clone(), |(_, msg)| msg.text(locale).to_owned())
}

const STATES: [(TaskStatus, Tone, Msg); 5] = [
    (TaskStatus::Created, Tone::Idle, text::WAITING),
    (TaskStatus::Executing, Tone::Busy, text::RUNNING),
    (TaskStatus::Success, Tone::Ok, text::SUCCESS),
    (TaskStatus::Failed, Tone::Bad, text::FAILED),
    (TaskStatus::Deleted, Tone::Idle, text::RECORD_DELETED),
];

/// How a state looks and what it is called; a word that this version does not know is shown as it came.
pub fn state(status: &TaskStatus) -> (Tone, TextProp) {
    match STATES.iter().find(|(known, ..)| known == status) {
        Some((_, tone, msg)) => (*tone, (*msg).into()),
        None if status.as_str().is_empty() => (Tone::Idle, text::STATE_UNKNOWN.into()),
        None => (Tone::Idle, status.as_str().to_owned().into()),
    }
}

/// The states to filter by.
pub fn state_choices() -> Vec<Choice> {
    let choice = |(status, _, msg): &(TaskStatus, Tone, Msg)| {
        let (status, msg) = (status.as_str().to_owned(), *msg);
        Choice::new(status, move || t(msg))
    };
    STATES.iter().take(4).map(choice).collect()
}
