//! Groups and lag of the topics in sight. The list of topics says neither, and asking for each of ten thousand would
//! be too much: so only cells on screen ask, and answers are kept for a minute.

use std::collections::BTreeMap;
use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::kafka::{GroupTopicPage, TopicDetail};
use dms_api::ops::kafka::{ListGroupTopics, ShowTopic};

use crate::data::{Each, Told, use_each};
use crate::i18n::{number, t, topic_extras as text};
use crate::prelude::*;

const OLD_MS: i64 = 60_000;

/// Group and topic.
type Pair = (String, String);

/// What is found out, shared by the cells of one list.
#[derive(Clone, Copy)]
struct Peeks {
    /// One at a time: the service takes one such call a second.
    details: Each<String, TopicDetail>,
    lags: Each<Pair, GroupTopicPage>,
}

/// A cell of the topic list.
pub struct PeekProps {
    pub instance: String,
    pub topic: String,
    /// Whether the lag is shown, else the number of groups.
    pub lag: bool,
    /// The list's owner, so that its cells share what is found out.
    pub list: Owner,
}

fn peeks(instance: &str) -> Peeks {
    let (of_details, of_lags) = (instance.to_owned(), instance.to_owned());
    Peeks {
        details: use_each(1, move |topic: &String| ShowTopic {
            instance_id: of_details.clone(),
            topic: topic.clone(),
        }),
        lags: use_each(2, move |(group, topic): &Pair| ListGroupTopics {
            engine: Engine::Kafka,
            instance_id: of_lags.clone(),
            group: group.clone(),
            limit: Some(50),
            topic: Some(topic.clone()),
            ..ListGroupTopics::default()
        }),
    }
}

/// The number of groups that have read a topic, or how far they are behind in all.
pub fn peek_cell(props: PeekProps) -> AnyView {
    let PeekProps { instance, topic, lag, list } = props;
    let peeks = list.with(|| {
        use_context::<Peeks>().unwrap_or_else(|| {
            let peeks = peeks(&instance);
            provide_context(peeks);
            peeks
        })
    });
    peeks.details.want(topic.clone(), OLD_MS);
    let gone = topic.clone();
    on_cleanup(move || peeks.details.unwant(&gone));
    let of_groups = topic.clone();
    let groups = Memo::new(move |_| {
        let told = peeks.details.get(&of_groups)?;
        Some(told.ok().map(|detail| detail.group_subscribed.clone()))
    });
    if !lag {
        return (move || shown(groups.get().map(|groups| groups.map(|groups| groups.len() as u64))))
            .into_any();
    }
    let wanted = topic.clone();
    Effect::new(move |_| {
        for group in groups.get().flatten().unwrap_or_default() {
            peeks.lags.want((group, wanted.clone()), OLD_MS);
        }
    });
    (move || match groups.get() {
        Some(Some(groups)) if groups.is_empty() => {
            view! { <span class="muted">{move || t(text::NO_GROUP)}</span> }.into_any()
        }
        Some(Some(groups)) => {
            let told: BTreeMap<String, Option<Told<GroupTopicPage>>> = groups
                .into_iter()
                .map(|group| (group.clone(), peeks.lags.get(&(group, topic.clone()))))
                .collect();
            shown(total(&topic, &told))
        }
        other => shown(other.map(|_| None)),
    })
    .into_any()
}

/// The lag of all groups together; the outer `None` while an answer is missing, the inner where one cannot say.
fn total(topic: &str, told: &BTreeMap<String, Option<Told<GroupTopicPage>>>) -> Option<Option<u64>> {
    let mut sum = Some(0_u64);
    for answer in told.values() {
        let lag = answer.as_ref()?.as_ref().ok().and_then(|page: &Arc<GroupTopicPage>| {
            page.topics.iter().find(|found| found.topic == topic).map(|found| found.lag)
        });
        sum = sum.zip(lag).map(|(sum, lag)| sum.saturating_add(lag));
    }
    Some(sum)
}

fn shown(known: Option<Option<u64>>) -> AnyView {
    match known {
        Some(Some(n)) => number(n).into_any(),
        Some(None) => view! { <span class="muted">{move || t(text::UNKNOWN)}</span> }.into_any(),
        None => view! { <span class="muted" aria-hidden="true">"…"</span> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::ApiFailure;
    use dms_api::record::FromAnswer;

    #[test]
    fn a_lag_is_known_once_every_group_has_said_it() {
        let page = |topic: &str, lag: u64| {
            let answer = serde_json::json!({"topics": [{"topic": topic, "lag": lag}], "total": 1});
            Some(Ok(Arc::new(GroupTopicPage::from_answer(&answer))))
        };
        let told = |answers: Vec<Option<Told<GroupTopicPage>>>| {
            let named = answers.into_iter().enumerate();
            named.map(|(n, answer)| (n.to_string(), answer)).collect::<BTreeMap<_, _>>()
        };
        assert_eq!(total("a", &told(vec![page("a", 3), page("a", 4)])), Some(Some(7)));
        assert_eq!(total("a", &told(vec![page("a", 3), None])), None);
        assert_eq!(total("a", &told(vec![page("a", 3), Some(Err(ApiFailure::Network))])), Some(None));
        assert_eq!(total("a", &told(vec![page("ab", 3)])), Some(None), "part of a name is not the name");
    }
}
