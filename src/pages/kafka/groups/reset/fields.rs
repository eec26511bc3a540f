//! The fields that say where to.

use super::facts::Facts;
use super::target::{TargetForm, Way};
use crate::i18n::{Zone, groups as text, t, tf, zone};
use crate::pages::kafka::groups::detail::Shown;
use crate::pages::kafka::groups::source::use_groups;
use crate::pages::time_shortcuts::TimeShortcuts;
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{
    Banner, Checkbox, Choice, Combobox, DateTimeInput, Field, FileButton, FilterMenu, NumberInput,
    RadioGroup, RadioLook, TextArea, Tone,
};

/// The ways as cards, then what the chosen one needs.
#[component]
pub fn TargetFields(form: TargetForm, facts: Facts, shown: Shown) -> AnyView {
    let ways = Signal::derive(|| Way::ALL.into_iter().map(choice).collect::<Vec<_>>());
    let way =
        crate::ui::Bound::new(Signal::derive(move || form.way().word().to_owned()), move |word: String| {
            form.way.set(word)
        });
    let details = move || match form.way() {
        Way::Unchosen | Way::Earliest | Way::Latest => ().into_any(),
        Way::Time => view! {
            <Field label=text::TIME of=form.time hint=text::TIME_HINT required=true>
                <DateTimeInput value=form.time seconds=true zone=move || zone_word()/>
            </Field>
            <TimeShortcuts field=form.time/>
        }
        .into_any(),
        Way::Offset => view! {
            <Field label=text::OFFSET of=form.offset required=true>
                <NumberInput value=form.offset min=Signal::stored(0)/>
            </Field>
        }
        .into_any(),
        Way::Shift => view! {
            <Field label=text::SHIFT of=form.shift hint=text::SHIFT_HINT required=true>
                <NumberInput value=form.shift step=100/>
            </Field>
        }
        .into_any(),
        Way::Copy => view! { <Source form facts/> }.into_any(),
        Way::List => view! {
            <Field label=text::LIST of=form.list hint=text::LIST_HINT required=true>
                <TextArea value=form.list rows=6 mono=true/>
            </Field>
            <OpenFile form/>
        }
        .into_any(),
    };
    view! {
        <div class="stack reset-fields">
            <RadioGroup value=way options=ways label=text::TO look=RadioLook::Cards/>
            {details}
            <Scope form facts/>
            <Checkbox checked=form.newer label=text::NEWER_CALL hint=text::NEWER_CALL_HINT/>
            {move || facts.unbounded().into_iter().map(|topic| view! {
                <Banner tone=Tone::Warn title=move || tf(text::BOUNDS_UNKNOWN, &[("topic", &topic)])/>
            }).collect_view()}
            {move || shown.detail.error().map(|failure| view! { <Failure failure/> })}
        </div>
    }
    .into_any()
}

fn choice(way: Way) -> Choice {
    let (label, hint) = match way {
        Way::Unchosen => (text::CHOOSE_TARGET, text::CHOOSE_TARGET),
        Way::Earliest => (text::TO_EARLIEST, text::TO_EARLIEST_HINT),
        Way::Latest => (text::TO_LATEST, text::TO_LATEST_HINT),
        Way::Time => (text::TO_TIME, text::TO_TIME_HINT),
        Way::Offset => (text::TO_OFFSET, text::TO_OFFSET_HINT),
        Way::Shift => (text::TO_SHIFT, text::TO_SHIFT_HINT),
        Way::Copy => (text::TO_COPY, text::TO_COPY_HINT),
        Way::List => (text::TO_LIST, text::TO_LIST_HINT),
    };
    Choice::new(way.word(), label).hint(hint)
}

fn zone_word() -> String {
    crate::i18n::t(if zone() == Zone::Utc { text::TIME_ZONE_UTC } else { text::TIME_ZONE_LOCAL }).to_owned()
}

/// Takes the list from a file that was saved before. A file that is no list shows in the field with what is wrong.
#[component]
fn OpenFile(form: TargetForm) -> AnyView {
    let failed = RwSignal::new(false);
    let read = move |text: Option<String>| {
        failed.try_set(text.is_none());
        if let Some(text) = text {
            form.list.set(text);
        }
    };
    view! {
        <div class="row-wrap">
            <FileButton label=text::OPEN_FILE accept=".csv,.txt,text/csv,text/plain" on_text=read/>
            <span role="alert">{move || failed.get().then(|| t(text::FILE_UNREAD))}</span>
        </div>
    }
    .into_any()
}

/// The group to copy from.
#[component]
fn Source(form: TargetForm, facts: Facts) -> AnyView {
    let groups = use_groups(&facts.instance());
    let options = Signal::derive(move || {
        let all = groups.items();
        all.iter().map(|group| Choice::plain(group.group_id.clone())).collect::<Vec<_>>()
    });
    view! {
        <Field label=text::SOURCE of=form.source required=true>
            <Combobox value=form.source options/>
        </Field>
        {move || facts.source.error().map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| facts.source.refresh())/> }
        })}
    }
    .into_any()
}

/// Which topics the plan is about; the URL has those left out.
#[component]
fn Scope(form: TargetForm, facts: Facts) -> AnyView {
    let all = Memo::new(move |_| facts.all_topics());
    let options = Signal::derive(move || all.with(|all| all.iter().map(Choice::plain).collect::<Vec<_>>()));
    let value = crate::ui::Bound::new(
        Signal::derive(move || {
            let left_out = form.left_out();
            if left_out.is_empty() {
                return String::new();
            }
            let kept = |topic: &&String| !left_out.contains(*topic);
            all.with(|all| all.iter().filter(kept).cloned().collect::<Vec<_>>().join(","))
        }),
        move |picked: String| {
            let picked: Vec<&str> = picked.split(',').filter(|topic| !topic.is_empty()).collect();
            let left_out = all.with_untracked(|all| {
                let gone = |topic: &&String| !picked.is_empty() && !picked.contains(&topic.as_str());
                all.iter().filter(gone).cloned().collect::<Vec<_>>()
            });
            form.topics.set(left_out.join(","));
        },
    );
    (move || {
        (all.with(|all| all.len()) > 1)
            .then(|| view! { <div><FilterMenu label=text::TOPICS options value many=true/></div> })
    })
    .into_any()
}
