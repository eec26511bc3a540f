//! `/rocketmq/{instance}/groups/new`: creating a consumer group.

use dms_api::ops::rocketmq::CreateGroup;

use super::draft::GroupDraft;
use super::form::{BrokerFields, ConsumeFields, GroupForm, NameFields};
use super::source::use_groups;
use crate::data::Mutation;
use crate::i18n::{core, number, rocketmq::groups as text, t, tf};
use crate::pages::request_preview::{RequestPreview, request_of};
use crate::pages::rocketmq::facts::{route, use_facts};
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage, go, use_leave_guard};
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, Fact, Form, KeyValues, PageHeader, Section, use_toasts};

/// The form on the left, what will be made of it on the right.
#[component]
pub fn NewGroupPage(instance: String) -> AnyView {
    let (groups, facts) = (use_groups(&instance), use_facts(&instance));
    let form = GroupForm::creating(facts, groups);
    let mutation = Mutation::pending_in(form.state.sending);
    let toasts = use_toasts();
    let op = {
        let instance = instance.clone();
        move |draft: &GroupDraft| CreateGroup { instance_id: instance.clone(), body: draft.create_body() }
    };
    let (preview_op, after) = (op.clone(), instance.clone());
    let submit = move |()| {
        let draft = untrack(|| form.draft());
        let (name, instance) = (draft.name.trim().to_owned(), after.clone());
        mutation.run(op(&draft), move |_| {
            toasts.ok(tf(text::CREATED_TOAST, &[("name", &name)]));
            go(&route(&instance, RocketMqPage::Group(name)));
        });
    };
    Effect::new(move || {
        if let Some(failure) = mutation.failure.get() {
            form.reject(&failure);
        }
    });
    use_leave_guard(Signal::derive(move || form.state.is_dirty() && !form.state.sending.get()));
    let list = route(&instance, RocketMqPage::Groups);
    let left = move || {
        let head = groups.head().filter(|head| head.max > 0);
        head.map_or_else(|| "\u{2013}".to_owned(), |head| number(head.remaining.saturating_sub(1)))
    };
    view! {
        <div class="page page-form">
            <PageHeader title=text::CREATE state=move || t(text::CREATE_INTRO)/>
            <Form of=form.state on_submit=submit>
                <Section title=text::SECTION_BASICS><NameFields form/></Section>
                <Section title=text::SECTION_CONSUMING><ConsumeFields form present=false/></Section>
                <Section title=crate::i18n::rocketmq::BROKERS><BrokerFields form present=false/></Section>
                {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
                <div class="form-foot">
                    <Link to=list.clone() class=ButtonKind::Secondary.class()>{move || t(core::CANCEL)}</Link>
                    <Button label=text::CREATE kind=ButtonKind::Primary submit=true busy=form.state.sending/>
                </div>
            </Form>
            <aside class="page-aside" aria-label=move || t(text::SUMMARY)>
                <Section title=text::SUMMARY>
                    <KeyValues>
                        <Fact label=text::NAME value=move || form.name.get() mono=true wide=true/>
                        <Fact label=text::GROUPS_AFTER value=left/>
                    </KeyValues>
                </Section>
                <Section title=core::REQUEST>
                    <RequestPreview request=Signal::derive(move || request_of(&preview_op(&form.draft())))/>
                </Section>
            </aside>
        </div>
    }
    .into_any()
}
