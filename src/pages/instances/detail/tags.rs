//! An instance's tags: shown, and changed in a dialog (K5.8, R5.7).

use std::sync::Arc;

use dms_api::models::{Instance, ProjectTagList, Tag, TagList};
use dms_api::operation::Engine;
use dms_api::ops::shared::ChangeTagsBody;
use dms_api::ops::{kafka, rocketmq};
use leptos::task::spawn_local;

use crate::data::{ApiFailure, Query, mutate, use_query};
use crate::i18n::instances::{detail as text, tags as own};
use crate::i18n::{core, now, t, tf};
use crate::pages::instances::create::tag_problem;
use crate::pages::instances::focus_first_error;
use crate::pages::instances::panel::TagBadges;
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{
    Bound, Button, ButtonKind, Change, Dialog, DiffTable, Field, FieldState, Form, FormState, Glyph,
    Skeleton, TagPair, TagsInput, use_toasts,
};

/// The dialog's state. Cheap to copy.
#[derive(Clone, Copy)]
pub struct TagEdit {
    engine: Engine,
    /// The instance whose tags are being changed; the dialog is open while there is one.
    of: RwSignal<Option<Arc<Instance>>>,
    /// When the dialog opened, epoch milliseconds: it starts from no answer that is older.
    opened: StoredValue<i64>,
    /// The tags as they were when the dialog opened.
    before: RwSignal<Option<Vec<Tag>>>,
    state: FormState,
    tags: FieldState<Vec<TagPair>>,
    failure: RwSignal<Option<ApiFailure>>,
}

impl TagEdit {
    /// A closed dialog.
    pub fn new(engine: Engine) -> Self {
        let state = FormState::new();
        let tags = state.field(Vec::new(), |all: &Vec<TagPair>| {
            (0..all.len()).filter(|i| all.get(*i).is_some_and(is_filled)).find_map(|i| tag_problem(all, i))
        });
        Self {
            engine,
            of: RwSignal::new(None),
            opened: StoredValue::new(0),
            before: RwSignal::new(None),
            state,
            tags,
            failure: RwSignal::new(None),
        }
    }

    fn open(self, instance: Arc<Instance>) {
        self.opened.set_value(now());
        self.before.set(None);
        self.failure.set(None);
        self.of.set(Some(instance));
    }

    fn close(self) {
        self.of.set(None);
    }

    /// Starts from what the service has now.
    fn start(self, tags: &[Tag]) {
        let pair = |tag: &Tag| TagPair { key: tag.key.clone(), value: tag.value.clone() };
        self.tags.restart(tags.iter().map(pair).collect());
        self.before.set(Some(tags.to_vec()));
    }

    fn changes(self) -> TagChanges {
        let before = self.before.get().unwrap_or_default();
        TagChanges::between(&before, &self.tags.get())
    }

    fn save(self) {
        let Some(instance) = self.of.get_untracked() else { return };
        let (changes, toasts) = (untrack(|| self.changes()), use_toasts());
        self.state.sending.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let result = send(self.engine, &instance.instance_id, changes, self.before).await;
            self.state.sending.try_set(false);
            match result {
                Ok(()) => {
                    self.of.try_set(None);
                    toasts.ok(own::SAVED);
                }
                Err(why) => drop(self.failure.try_set(Some(why))),
            }
        });
    }
}

fn is_filled(pair: &TagPair) -> bool {
    !pair.key.is_empty() || !pair.value.is_empty()
}

/// What turns one set of tags into another.
#[derive(Clone, Debug, Default, PartialEq)]
struct TagChanges {
    /// Tags whose keys go.
    removed: Vec<Tag>,
    /// Tags that come, with the value that their key had before.
    put: Vec<(Option<String>, Tag)>,
}

impl TagChanges {
    /// Rows that were left empty do not count.
    fn between(before: &[Tag], after: &[TagPair]) -> Self {
        let after: Vec<&TagPair> = after.iter().filter(|pair| is_filled(pair)).collect();
        let gone = |tag: &&Tag| !after.iter().any(|pair| pair.key == tag.key);
        let put = after.iter().filter_map(|pair| {
            let old = before.iter().find(|tag| tag.key == pair.key).map(|tag| tag.value.clone());
            let tag = Tag { key: pair.key.clone(), value: pair.value.clone() };
            (old.as_ref() != Some(&pair.value)).then_some((old, tag))
        });
        Self { removed: before.iter().filter(gone).cloned().collect(), put: put.collect() }
    }

    fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.put.is_empty()
    }

    fn rows(self) -> Vec<Change> {
        let shown =
            |value: &str| if value.is_empty() { t(text::EMPTY_VALUE).to_owned() } else { value.to_owned() };
        let none = || t(own::NONE).to_owned();
        let removed = self.removed.into_iter().map(|tag| Change::new(tag.key, shown(&tag.value), none()));
        let put = self.put.into_iter().map(|(old, tag)| {
            Change::new(tag.key, old.as_deref().map_or_else(none, shown), shown(&tag.value))
        });
        removed.chain(put).collect()
    }
}

/// Takes tags away first, so that others have room. What has been done is noted in `before`, so that a second try
/// sends the rest only.
async fn send(
    engine: Engine,
    id: &str,
    changes: TagChanges,
    before: RwSignal<Option<Vec<Tag>>>,
) -> Result<(), ApiFailure> {
    let put: Vec<Tag> = changes.put.into_iter().map(|(_, tag)| tag).collect();
    for (action, tags) in [(ChangeTagsBody::DELETE, changes.removed), (ChangeTagsBody::CREATE, put)] {
        if tags.is_empty() {
            continue;
        }
        let body = ChangeTagsBody { action: action.to_owned(), tags: tags.clone() };
        let instance_id = id.to_owned();
        match engine {
            Engine::Kafka => mutate(kafka::ChangeTags { instance_id, body }).await?,
            Engine::RocketMq => mutate(rocketmq::ChangeTags { instance_id, body }).await?,
        };
        before.try_update(|before| {
            let before = before.get_or_insert_default();
            before.retain(|old| !tags.iter().any(|tag| tag.key == old.key));
            if action == ChangeTagsBody::CREATE {
                before.extend(tags);
            }
        });
    }
    Ok(())
}

/// The tags, and the button that opens the dialog.
#[component]
pub fn TagLine(instance: Arc<Instance>, edit: TagEdit) -> AnyView {
    let target = instance.clone();
    let none = instance.tags().is_empty();
    view! {
        <div class="tag-line">
            {if none {
                view! { <span class="muted">{move || t(own::NO_TAGS)}</span> }.into_any()
            } else {
                view! { <TagBadges row=instance/> }.into_any()
            }}
            <Button
                label=own::EDIT
                icon=Glyph::Edit
                kind=ButtonKind::Ghost
                on_click=move |()| edit.open(target.clone())
            />
        </div>
    }
    .into_any()
}

/// The dialog behind [`TagEdit`]; once per page.
#[component]
pub fn TagDialog(edit: TagEdit) -> AnyView {
    let open = Bound::new(Signal::derive(move || edit.of.with(Option::is_some)), move |open: bool| {
        if !open {
            edit.close();
        }
    });
    let title = move || {
        let name = edit.of.with(|of| of.as_ref().map(|i| i.name.clone()).unwrap_or_default());
        tf(own::TITLE, &[("name", &name)])
    };
    let body = move || view! { <TagForm edit/> };
    let save = move |()| {
        if edit.state.submit() {
            edit.save();
        } else {
            focus_first_error();
        }
    };
    let nothing = Signal::derive(move || edit.changes().is_empty());
    let footer = move || {
        view! {
            <Button label=core::CANCEL disabled=edit.state.sending on_click=move |()| edit.close()/>
            <Button
                label=text::SAVE
                kind=ButtonKind::Primary
                busy=edit.state.sending
                disabled=nothing
                on_click=save
            />
        }
    };
    view! { <Dialog open title busy=edit.state.sending wide=true footer>{body}</Dialog> }.into_any()
}

#[component]
fn TagForm(edit: TagEdit) -> AnyView {
    let tags = use_tags(edit);
    let project = use_project_tags(edit.engine);
    let keys = Signal::derive(move || {
        let list = project.data();
        list.iter().flat_map(|list| list.tags.iter()).map(|tag| tag.key.clone()).collect::<Vec<_>>()
    });
    let waiting = Memo::new(move |_| edit.before.with(Option::is_none));
    // What is kept from an earlier time shows no change made since.
    Effect::new(move |_| tags.refresh());
    Effect::new(move |_| {
        let fresh = tags.loaded_at().is_some_and(|at| at >= edit.opened.get_value());
        if let Some(list) = tags.data().filter(|_| fresh && waiting.get()) {
            edit.start(&list.tags);
        }
    });
    let check = |(all, index): (Vec<TagPair>, usize)| tag_problem(&all, index);
    let view = move || {
        if !waiting.get() {
            return view! {
                <Form of=edit.state on_submit=move |()| edit.save()>
                    <Field label=core::TAGS of=edit.tags hint=own::HINT group=true>
                        <TagsInput value=edit.tags keys check/>
                    </Field>
                </Form>
                <DiffTable changes=Signal::derive(move || edit.changes().rows())/>
                {move || edit.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            }
            .into_any();
        }
        match tags.error() {
            Some(failure) => view! { <Failure failure retry=move |()| tags.refresh()/> }.into_any(),
            None => view! { <Skeleton lines=3/> }.into_any(),
        }
    };
    view! { <div class="stack">{view}</div> }.into_any()
}

/// The instance's tags as the service has them now.
fn use_tags(edit: TagEdit) -> Query<TagList> {
    let id = move || edit.of.with(|of| of.as_ref().map(|i| i.instance_id.clone()));
    match edit.engine {
        Engine::Kafka => use_query(move || Some(kafka::ListTags { instance_id: id()? })),
        Engine::RocketMq => use_query(move || Some(rocketmq::ListTags { instance_id: id()? })),
    }
}

/// Tags of the project's other instances, whose keys are suggested.
fn use_project_tags(engine: Engine) -> Query<ProjectTagList> {
    match engine {
        Engine::Kafka => use_query(|| Some(kafka::ListProjectTags {})),
        Engine::RocketMq => use_query(|| Some(rocketmq::ListProjectTags {})),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(key: &str, value: &str) -> Tag {
        Tag { key: key.to_owned(), value: value.to_owned() }
    }

    fn pair(key: &str, value: &str) -> TagPair {
        TagPair { key: key.to_owned(), value: value.to_owned() }
    }

    #[test]
    fn only_what_differs_is_sent() {
        let before = [tag("env", "prod"), tag("team", "shop"), tag("old", "")];
        let after = [pair("env", "prod"), pair("team", "trade"), pair("new", "1"), pair("", "")];
        let changes = TagChanges::between(&before, &after);
        assert_eq!(changes.removed, [tag("old", "")]);
        assert_eq!(changes.put, [(Some("shop".to_owned()), tag("team", "trade")), (None, tag("new", "1"))]);
    }

    #[test]
    fn another_order_and_empty_rows_change_nothing() {
        let before = [tag("a", "1"), tag("b", "2")];
        assert!(TagChanges::between(&before, &[pair("b", "2"), pair("", ""), pair("a", "1")]).is_empty());
    }
}
