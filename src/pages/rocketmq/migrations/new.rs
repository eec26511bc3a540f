//! `/rocketmq/{instance}/migrations/new`: a migration from an exported file.

use std::collections::HashMap;
use std::sync::Arc;

use dms_api::ops::rocketmq::CreateMigration;
use dms_api::rules::{self, MIGRATION_FILE_BYTES};

use super::file::{BadFile, Export, open, suggested_name};
use super::outcome::{Outcome, Present, Verdict, count, outcomes};
use super::preview::Preview;
use super::words::kind_text;
use crate::data::Mutation;
use crate::i18n::problems::complaint;
use crate::i18n::{Msg, bytes, core, plural, rocketmq::migrations as text, t, tf};
use crate::pages::request_preview::{RequestPreview, request_of};
use crate::pages::rocketmq::topics::topics_and_groups;
use crate::pages::rocketmq::users::use_things;
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage, Route, go_to_href, use_leave_guard};
use crate::shell::{Failure, brief};
use crate::ui::{
    Banner, Button, ButtonKind, Checkbox, ConfirmDialog, EmptyState, Fact, Field, FieldState, FileInput,
    Form, FormState, Glyph, KeyValues, PageHeader, PickedFile, Section, TextInput, Tone, use_toasts,
};

type Opened = Option<Result<Arc<Export>, BadFile>>;

/// The form's state. Cheap to copy.
#[derive(Clone, Copy)]
struct NewMigration {
    instance: StoredValue<String>,
    state: FormState,
    name: FieldState,
    overwrite: FieldState<bool>,
    file: FieldState<Option<PickedFile>>,
    opened: Memo<Opened>,
    outcomes: Memo<Arc<Vec<Arc<Outcome>>>>,
    mutation: Mutation,
}

impl NewMigration {
    fn new(instance: &str) -> Self {
        let state = FormState::new();
        let file = RwSignal::new(None::<PickedFile>);
        let opened =
            Memo::new(move |_| file.with(|file| file.as_ref().and_then(open)).map(|read| read.map(Arc::new)));
        let checked = state.field(None::<PickedFile>, move |picked: &Option<PickedFile>| {
            match (picked, opened.get()) {
                (None, _) => Some(t(text::FILE_NONE).to_owned()),
                (Some(_), Some(Err(bad))) => Some(bad.words()),
                (Some(_), None) => Some(t(text::FILE_BUSY).to_owned()),
                (Some(_), Some(Ok(_))) => None,
            }
        });
        Effect::new(move |_| file.set(checked.value.get()));
        let overwrite = state.free(false);
        let things = use_things(instance);
        let outcomes = Memo::new(move |_| {
            let Some(Ok(export)) = opened.get() else { return Arc::default() };
            let (topics, groups) = (things.topics.items(), things.groups.items());
            let topics: HashMap<_, _> = topics.iter().map(|topic| (topic.name.as_str(), &**topic)).collect();
            let groups: HashMap<_, _> = groups.iter().map(|group| (group.name.as_str(), &**group)).collect();
            let present = Present {
                topics: things.topics.progress().done.then_some(&topics),
                groups: things.groups.progress().done.then_some(&groups),
            };
            let all = outcomes(&export.entries, present, overwrite.value.get());
            Arc::new(all.into_iter().map(Arc::new).collect())
        });
        Self {
            instance: StoredValue::new(instance.to_owned()),
            state,
            name: state.text("", |raw| complaint(rules::MIGRATION_NAME.check(raw.trim()))),
            overwrite,
            file: checked,
            opened,
            outcomes,
            mutation: Mutation::pending_in(state.sending),
        }
    }

    /// A file was chosen, or has been read.
    fn take(self, picked: PickedFile) {
        if self.name.value.with_untracked(String::is_empty) {
            self.name.set(suggested_name(&picked.name));
        }
        self.file.touched.set(true);
        self.mutation.failure.set(None);
        self.file.set(Some(picked));
    }

    fn export(self) -> Option<Arc<Export>> {
        self.opened.get()?.ok()
    }

    /// The request as the form stands; `None` without a file that can be sent. Tracked.
    fn op(self) -> Option<CreateMigration> {
        let export = self.export()?;
        Some(CreateMigration {
            instance_id: self.instance.get_value(),
            overwrite: self.overwrite.get(),
            name: self.name.get().trim().to_owned(),
            kind: export.kind.clone(),
            body: export.body.clone(),
        })
    }

    /// Topics and groups with a verdict. Tracked.
    fn count(self, fits: fn(&Verdict) -> bool) -> (usize, usize) {
        self.outcomes.with(|all| count(all.iter().map(|one| &**one), fits))
    }

    fn send(self) {
        let Some(op) = untrack(|| self.op()) else { return };
        let (name, instance, toasts) = (op.name.clone(), op.instance_id.clone(), use_toasts());
        self.mutation.run(op, move |answer| {
            toasts.ok(tf(text::STARTED_TOAST, &[("name", &name)]));
            let list = Route::RocketMq { instance, page: RocketMqPage::Migrations }.href();
            let id = dms_api::operation::encode(&answer.task_id);
            go_to_href(format!("{list}?row={id}"));
        });
    }
}

/// The file and the options on the left, what they come to on the right, the entries below.
#[component]
pub fn NewMigrationPage(instance: String) -> AnyView {
    let form = NewMigration::new(&instance);
    let confirming = RwSignal::new(false);
    let submit = move |()| {
        let (topics, groups) = untrack(|| form.count(|verdict| *verdict == Verdict::Overwrite));
        if topics + groups > 0 { confirming.set(true) } else { form.send() }
    };
    Effect::new(move || {
        let Some(failure) = form.mutation.failure.get() else { return };
        if let Some("name") = failure.field() {
            form.name.reject(brief(&failure));
        }
    });
    use_leave_guard(Signal::derive(move || form.state.is_dirty() && !form.state.sending.get()));
    let list = Route::RocketMq { instance, page: RocketMqPage::Migrations };
    let request = Signal::derive(move || {
        let request = request_of(&form.op()?)?;
        // The body is the file: too long to be read here.
        Some(dms_api::operation::Request { body: None, ..request })
    });
    view! {
        <div class="page page-form with-table">
            <PageHeader title=text::NEW state=move || t(text::NEW_INTRO)/>
            <Form of=form.state on_submit=submit>
                <Fields form/>
                <Section title=text::PREVIEW hint=text::PREVIEW_HINT><Entries form/></Section>
                {move || form.mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
                <div class="form-foot">
                    <Link to=list.clone() class=ButtonKind::Secondary.class()>{move || t(core::CANCEL)}</Link>
                    <Button
                        label=text::START
                        kind=ButtonKind::Primary
                        submit=true
                        busy=form.state.sending
                    />
                </div>
            </Form>
            <aside class="page-aside" aria-label=move || t(text::SUMMARY)>
                <Section title=text::SUMMARY><Summary form/></Section>
                <Section title=core::REQUEST>
                    {move || match form.export() {
                        Some(export) => {
                            let hint = tf(text::BODY_SIZE, &[("size", &bytes(export.size))]);
                            view! { <RequestPreview request/> <p class="field-hint">{hint}</p> }.into_any()
                        }
                        None => view! { <p class="muted">{t(text::NO_FILE_YET)}</p> }.into_any(),
                    }}
                </Section>
            </aside>
            <OverwriteDialog form open=confirming/>
        </div>
    }
    .into_any()
}

#[component]
fn Fields(form: NewMigration) -> AnyView {
    let chosen = move || {
        let file = form.file.get()?;
        let words = tf(text::FILE_READ, &[("name", &file.name), ("size", &bytes(file.size))]);
        Some(view! { <p class="file-chosen mono" role="status">{words}</p> })
    };
    let hint = move || tf(text::FILE_HINT, &[("max", &bytes(MIGRATION_FILE_BYTES as u64))]);
    view! {
        <Field label=text::FILE of=form.file hint required=true>
            <FileInput
                prompt=text::FILE_DROP
                accept=".json,application/json"
                most=MIGRATION_FILE_BYTES as u64
                on_file=Callback::new(move |picked| form.take(picked))
            />
        </Field>
        {chosen}
        <Field label=text::NAME of=form.name hint=text::NAME_HINT required=true>
            <TextInput value=form.name mono=true/>
        </Field>
        <Checkbox checked=form.overwrite label=text::OVERWRITE hint=text::OVERWRITE_HINT/>
    }
    .into_any()
}

/// The entries, or what to do to see them.
#[component]
fn Entries(form: NewMigration) -> AnyView {
    let there = Memo::new(move |_| form.export().is_some());
    let nothing = Memo::new(move |_| {
        let of = |fits: fn(&Verdict) -> bool| {
            let (topics, groups) = form.count(fits);
            topics + groups
        };
        let makes =
            |verdict: &Verdict| matches!(verdict, Verdict::Create | Verdict::Overwrite | Verdict::Unknown);
        there.get() && of(makes) == 0
    });
    let outcomes = form.outcomes;
    (move || match there.get() {
        true => view! {
            {move || nothing.get().then(|| view! {
                <Banner tone=Tone::Warn title=text::NOTHING_TO_DO/>
            })}
            <Preview outcomes/>
        }
        .into_any(),
        false => view! { <EmptyState title=text::PREVIEW_EMPTY icon=Glyph::Upload/> }.into_any(),
    })
    .into_any()
}

#[component]
fn Summary(form: NewMigration) -> AnyView {
    let counted = move |label: Msg, fits: fn(&Verdict) -> bool| {
        let words = move || {
            if form.export().is_none() {
                return String::new();
            }
            let (topics, groups) = form.count(fits);
            topics_and_groups(topics as u64, groups as u64)
        };
        view! { <Fact label value=words wide=true/> }
    };
    let kind = move || form.export().map(|export| kind_text(&export.kind)).unwrap_or_default();
    let cut = Memo::new(move |_| form.export().is_some_and(|export| export.cut));
    view! {
        <KeyValues>
            <Fact label=text::KIND value=kind wide=true/>
            {counted(text::SUMMARY_CREATE, |verdict| *verdict == Verdict::Create)}
            {counted(text::SUMMARY_OVERWRITE, |verdict| *verdict == Verdict::Overwrite)}
            {counted(text::SUMMARY_FAIL, |verdict| matches!(verdict, Verdict::Exists | Verdict::Refuse(_)))}
            {counted(text::SUMMARY_SKIP, |verdict| *verdict == Verdict::Skip)}
        </KeyValues>
        {move || cut.get().then(|| view! { <p class="field-hint">{t(text::LEFT_OUT)}</p> })}
    }
    .into_any()
}

/// Names what is about to be overwritten.
#[component]
fn OverwriteDialog(form: NewMigration, open: RwSignal<bool>) -> AnyView {
    let names = Memo::new(move |_| {
        form.outcomes.with(|all| {
            let doomed = all.iter().filter(|one| one.verdict == Verdict::Overwrite);
            doomed.map(|one| one.entry.name.clone()).collect::<Vec<_>>()
        })
    });
    let title =
        move || plural(names.with(Vec::len) as u64, text::OVERWRITE_TITLE_ONE, text::OVERWRITE_TITLE_OTHER);
    let confirm = move |()| {
        open.set(false);
        form.send();
    };
    view! {
        <ConfirmDialog open title action=text::START on_confirm=Callback::new(confirm)>
            <p>{move || t(text::OVERWRITE_LOSS)}</p>
            <ul class="name-list mono" aria-label=move || t(text::OVERWRITE_LIST) tabindex="0">
                {move || names.get().into_iter().take(500).map(|name| view! { <li>{name}</li> }).collect_view()}
            </ul>
        </ConfirmDialog>
    }
    .into_any()
}
