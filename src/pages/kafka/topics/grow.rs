//! Adding partitions to a topic.

use std::sync::Arc;

use dms_api::models::kafka::Topic;
use dms_api::ops::kafka::{AddPartitions, AddPartitionsBody};
use dms_api::rules::{self, Problem, TopicFacts};

use super::form::Facts;
use crate::data::{Mutation, use_mutation};
use crate::i18n::problems::complaint;
use crate::i18n::{core, tf, topic_extras as text, topics};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{
    Banner, Bound, Button, ButtonKind, Dialog, Field, Form, FormState, NumberInput, Tone, use_toasts,
};

/// Asks how many partitions there shall be in all.
#[component]
pub fn GrowDialog(instance: String, topic: Arc<Topic>, open: RwSignal<bool>, facts: Facts) -> AnyView {
    let mutation = use_mutation();
    let name = topic.name.clone();
    let bound = Bound::new(open, move |on: bool| {
        open.set(on);
        mutation.failure.set(None);
    });
    view! {
        <Dialog open=bound title=move || tf(text::ADD_TITLE, &[("name", &name)]) busy=mutation.pending>
            <Fields instance=instance.clone() topic=Arc::clone(&topic) open facts mutation/>
        </Dialog>
    }
    .into_any()
}

#[component]
fn Fields(
    instance: String,
    topic: Arc<Topic>,
    open: RwSignal<bool>,
    facts: Facts,
    mutation: Mutation,
) -> AnyView {
    let state = FormState::new();
    let now = topic.partition;
    let checked = Arc::clone(&topic);
    let wanted = state.text(now.saturating_add(1).to_string(), move |raw| {
        let facts = TopicFacts { remaining_partitions: facts.remaining(), ..TopicFacts::default() };
        complaint(more(raw, &checked, &facts))
    });
    let toasts = use_toasts();
    let submit = move |()| {
        let Ok(partition) = rules::number(&wanted.value.get_untracked()) else { return };
        let name = topic.name.clone();
        let op = AddPartitions {
            instance_id: instance.clone(),
            topic: name.clone(),
            body: AddPartitionsBody { partition },
        };
        mutation.run(op, move |_| {
            toasts.ok(tf(text::ADDED_TOAST, &[("name", &name), ("n", &partition)]));
            open.set(false);
        });
    };
    view! {
        <Form of=state on_submit=submit>
            <Field
                label=text::ADD_FIELD
                of=wanted
                hint=move || format!("{} {}", tf(text::ADD_HINT, &[("now", &now)]), facts.room())
                required=true
            >
                <NumberInput value=wanted min=Signal::stored(i64::from(now) + 1)/>
            </Field>
            <Banner tone=Tone::Warn title=topics::MORE_PARTITIONS_WARNING/>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            <div class="dialog-foot">
                <Button label=core::CANCEL disabled=mutation.pending on_click=move |()| open.set(false)/>
                <Button
                    label=text::ADD_PARTITIONS
                    kind=ButtonKind::Primary
                    submit=true
                    busy=mutation.pending
                />
            </div>
        </Form>
    }
    .into_any()
}

/// More than there are, and no more than there may be.
fn more(raw: &str, topic: &Topic, facts: &TopicFacts<'_>) -> Result<(), Problem> {
    let wanted = rules::number(raw)?;
    let now = i64::from(topic.partition);
    if wanted <= now {
        return Err(Problem::TooSmall { min: now + 1 });
    }
    rules::more_partitions(wanted, topic, facts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_grows_by_at_least_one_and_within_the_quota() {
        let topic = Topic { partition: 3, ..Topic::default() };
        let facts = TopicFacts { remaining_partitions: Some(4), ..TopicFacts::default() };
        assert_eq!(more("3", &topic, &facts), Err(Problem::TooSmall { min: 4 }));
        assert_eq!(more("7", &topic, &facts), Ok(()));
        assert_eq!(more("8", &topic, &facts), Err(Problem::TooLarge { max: 7 }));
        assert!(more("many", &topic, &facts).is_err());
    }
}
