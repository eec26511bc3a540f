//! Migrations in words.

use dms_api::models::rocketmq::{
    Migration, MigrationKind, MigrationOutcome, MigrationResult, MigrationStatus,
};
use dms_api::time;

use crate::i18n::{Msg, TimeAgo, rocketmq::migrations as text, t};
use crate::prelude::*;
use crate::ui::{Status, Tone};

/// The state of a task: icon and word. A word that is not known shows as it came.
///
/// The service calls a task failed as soon as one entry is; where it tells the results, a task that brought something
/// over is called done in part.
pub fn status_view(task: &Migration) -> AnyView {
    let made = |one: &MigrationResult| {
        matches!(one.result, MigrationOutcome::Created | MigrationOutcome::Overwritten)
    };
    let (tone, msg) = match &task.status {
        MigrationStatus::Creating => (Tone::Busy, text::CREATING),
        MigrationStatus::Starting => (Tone::Busy, text::STARTING),
        MigrationStatus::Failed => match &task.results {
            Some(results) if results.iter().any(made) => (Tone::Warn, text::PARTLY),
            Some(_) => (Tone::Bad, text::FAILED),
            None => {
                let label = view! { <Status tone=Tone::Warn label=text::WITH_FAILURES/> };
                return view! { <span data-tip=move || t(text::WITH_FAILURES_TIP)>{label}</span> }.into_any();
            }
        },
        MigrationStatus::Finished => (Tone::Ok, text::FINISHED),
        MigrationStatus::Other(word) => {
            return view! { <Status tone=Tone::Idle label=word.clone()/> }.into_any();
        }
    };
    view! { <Status tone=tone label=msg/> }.into_any()
}

/// What a task reads. Tracks the language.
pub fn kind_text(kind: &MigrationKind) -> String {
    match kind {
        MigrationKind::RocketMq => t(text::KIND_ROCKETMQ).to_owned(),
        MigrationKind::RabbitMq => t(text::KIND_RABBITMQ).to_owned(),
        MigrationKind::Other(word) => word.clone(),
    }
}

/// When a task began: as an age where the service's text can be read, else that text.
pub fn started_view(task: &Migration) -> AnyView {
    match time::parse(&task.start_date) {
        Some(ms) => view! { <TimeAgo ms=Some(ms)/> }.into_any(),
        None if task.start_date.is_empty() => "–".into_any(),
        None => task.start_date.clone().into_any(),
    }
}

/// What was done with an entry.
pub fn outcome_look(outcome: &MigrationOutcome) -> (Tone, Option<Msg>) {
    match outcome {
        MigrationOutcome::Created => (Tone::Ok, Some(text::CREATED)),
        MigrationOutcome::Overwritten => (Tone::Info, Some(text::OVERWRITTEN)),
        MigrationOutcome::Skipped => (Tone::Idle, Some(text::SKIPPED)),
        MigrationOutcome::Failed => (Tone::Bad, Some(text::FAILED)),
        MigrationOutcome::Other(_) => (Tone::Idle, None),
    }
}
