//! Who may use a topic.

use dms_api::models::kafka::TopicPolicies;
use dms_api::ops::kafka::{ShowInstance, ShowTopicPolicies};

use crate::data::use_query;
use crate::i18n::{t, topic_extras as text};
use crate::pages::kafka::users::{Grant, grant_word};
use crate::prelude::*;
use crate::routes::Route;
use crate::shell::Failure;
use crate::ui::{Section, Skeleton};

/// The users named by the topic's policies, and the way to change them.
#[component]
pub fn Rights(instance: String, topic: String) -> AnyView {
    let shown = ShowInstance { instance_id: instance.clone() };
    let details = use_query(move || Some(shown.clone()));
    let has_sasl = Memo::new(move |_| details.data().map(|instance| instance.ssl_enable));
    let op = ShowTopicPolicies { instance_id: instance.clone(), topic_name: topic.clone() };
    let policies = use_query(move || (has_sasl.get() == Some(true)).then(|| op.clone()));
    let matrix =
        format!("{}?q={}", Route::Permissions { instance }.href(), dms_api::operation::encode(&topic),);
    let body = move || match (has_sasl.get(), policies.data(), policies.error()) {
        (Some(false), ..) => view! { <p class="muted">{move || t(text::RIGHTS_NO_SASL)}</p> }.into_any(),
        (_, Some(answer), _) => {
            let matrix = matrix.clone();
            view! { {list(&answer)} <p><a href=matrix>{move || t(text::RIGHTS_MATRIX)}</a></p> }.into_any()
        }
        (_, None, Some(failure)) => {
            view! { <Failure failure retry=Callback::new(move |()| policies.refresh())/> }.into_any()
        }
        _ => view! { <Skeleton lines=2/> }.into_any(),
    };
    view! { <Section title=text::RIGHTS>{body}</Section> }.into_any()
}

fn list(answer: &TopicPolicies) -> AnyView {
    if answer.policies.is_empty() {
        return view! { <p>{move || t(text::RIGHTS_OPEN)}</p> }.into_any();
    }
    let item = |policy: &dms_api::models::kafka::PolicyEntry| {
        let grant = Grant::of_word(policy.access_policy.as_str());
        view! {
            <li class="name-count">
                <span class="mono">{policy.user_name.clone()}</span>
                <span>{move || t(grant_word(grant))}</span>
            </li>
        }
    };
    view! { <ul class="name-list rights-list">{answer.policies.iter().map(item).collect_view()}</ul> }
        .into_any()
}
