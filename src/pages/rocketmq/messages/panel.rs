//! One message beside the list.

use std::sync::Arc;

use super::crc::Checked;
use super::export::{save_body, save_message};
use super::link::{message_href, produce_href, trace_href};
use super::row::Row;
use super::single::{Loader, Single};
use crate::i18n::{
    bytes, date_time_exact, messages as shared, number, rocketmq::messages as text, t, tf, viewer,
};
use crate::pages::browse::copy;
use crate::prelude::*;
use crate::routes::use_query_signal;
use crate::session::config;
use crate::shell::Failure;
use crate::ui::{
    Banner, BodyView, Bound, Button, ButtonKind, EmptyState, Fact, Glyph, IconButton, KeyValues, MenuButton,
    MenuItem, SidePanel, Skeleton, Status, Toasts, Tone, ValueActions, use_toasts,
};

/// What the panel can do besides showing.
#[derive(Clone, Copy)]
pub struct PanelActions {
    /// Goes to another message of the list: so many rows further down.
    pub go: Callback<i32>,
    pub close: Callback<()>,
    /// What else the page does with a message: buttons.
    pub more: Callback<Arc<Row>, AnyView>,
}

/// The message called `id`, which may change while the panel stays.
#[component]
pub fn MessagePanel(
    instance: String,
    topic: Signal<String>,
    id: Signal<String>,
    loader: Loader,
    actions: PanelActions,
) -> AnyView {
    let view = use_query_signal("view");
    let toasts = use_toasts();
    let go = move |by: i32| Callback::new(move |()| actions.go.run(by));
    let owner = StoredValue::new(instance);
    let link = move |()| {
        let origin = window().location().origin().unwrap_or_default();
        let href = message_href(&owner.get_value(), &topic.get_untracked(), &id.get_untracked());
        copy(&format!("{origin}{href}"), toasts);
    };
    let buttons = move || {
        view! {
            <IconButton icon=Glyph::ChevronUp label=shared::PREVIOUS on_click=go(-1)/>
            <IconButton icon=Glyph::ChevronDown label=shared::NEXT on_click=go(1)/>
            <IconButton icon=Glyph::Link label=shared::LINK on_click=link/>
        }
    };
    let body = move || match loader.shown.get() {
        Single::Loading => view! { <Skeleton lines=6/> }.into_any(),
        Single::Missing => {
            let title = move || tf(text::NO_SUCH_TITLE, &[("id", &id.get())]);
            view! { <EmptyState title text=text::NONE_ID/> }.into_any()
        }
        Single::Failed(failure) => {
            let again = move |()| loader.load(&topic.get_untracked(), &id.get_untracked());
            view! { <Failure failure retry=Callback::new(again)/> }.into_any()
        }
        Single::Here(row) => owner.with_value(|instance| shown(instance, &row, actions, view.into(), toasts)),
    };
    let title = move || tf(shared::MESSAGE, &[("place", &id.get())]);
    view! { <SidePanel title actions=buttons on_close=actions.close>{body}</SidePanel> }.into_any()
}

fn shown(
    instance: &str,
    row: &Arc<Row>,
    actions: PanelActions,
    view: Bound<String>,
    toasts: Toasts,
) -> AnyView {
    let content = Arc::clone(row.content());
    let body = if row.message.body.is_empty() {
        view! { <p class="muted">{move || t(shared::EMPTY)}</p> }.into_any()
    } else {
        view! { <BodyView content view actions=value_actions(toasts)/> }.into_any()
    };
    let wrong =
        (row.checked() == Checked::Wrong).then(|| view! { <Banner tone=Tone::Warn title=text::CRC_CUT/> });
    view! {
        {buttons(instance, row, actions, toasts)}
        {facts(instance, row)}
        {wrong}
        <div class="message-body">{body}</div>
        {properties(row)}
    }
    .into_any()
}

fn buttons(instance: &str, row: &Arc<Row>, actions: PanelActions, toasts: Toasts) -> AnyView {
    let copied = Arc::clone(row);
    let saved = Arc::clone(row);
    let items = move |()| {
        let (body, message) = (Arc::clone(&saved), Arc::clone(&saved));
        vec![
            MenuItem::new(shared::DOWNLOAD_BODY, move || save_body(&body)),
            MenuItem::new(shared::DOWNLOAD_ALL, move || save_message(&message)),
        ]
    };
    let m = &row.message;
    let trace = trace_href(instance, row.home(), m.unique_key().unwrap_or(&m.msg_id));
    let again = produce_href(instance, row.home(), Some((m.topic.as_str(), row.id().as_str())));
    let again = move || {
        let again = again.clone();
        (!config::read_only()).then(|| {
            view! { <a class=ButtonKind::Secondary.class() href=again>{move || t(shared::REPRODUCE)}</a> }
        })
    };
    let more = actions.more.run(Arc::clone(row));
    view! {
        <div class="row-wrap panel-buttons">
            <a class=ButtonKind::Secondary.class() href=trace>{move || t(text::TRACE)}</a>
            <Button
                label=shared::COPY_BODY
                icon=Glyph::Copy
                on_click=move |()| copy(&copied.message.body, toasts)
            />
            <MenuButton label=shared::DOWNLOAD items=items/>
            {again}
            {more}
        </div>
    }
    .into_any()
}

fn facts(instance: &str, row: &Arc<Row>) -> AnyView {
    let time = |at: Option<i64>| move || at.map_or_else(|| t(shared::NO_TIME).to_owned(), date_time_exact);
    let origin = row.origin().map(|(topic, id)| {
        let (href, name) = (message_href(instance, topic, id), topic.to_owned());
        view! { <Fact label=text::ORIGIN wide=true><a href=href class="mono">{name}</a></Fact> }
    });
    let (tone, words) = match row.checked() {
        Checked::Right => (Tone::Ok, text::CRC_RIGHT),
        Checked::Wrong => (Tone::Warn, text::CRC_WRONG),
        Checked::Unknown => (Tone::Idle, text::CRC_NONE),
    };
    let row = Arc::clone(row);
    let inside = move || {
        let m = &row.message;
        view! {
            <Fact label=text::STORED value=time(row.stored_at())/>
            <Fact label=text::BORN value=time(row.born_at())/>
            <Fact label=shared::TOPIC value=m.topic.clone() mono=true/>
            <Fact label=text::TAG value=m.tags().unwrap_or_default().to_owned() mono=true/>
            <Fact label=text::KEYS value=m.keys().join("  ") mono=true copy=true/>
            <Fact label=text::RETRIES value=number(m.reconsume_times)/>
            <Fact label=text::QUEUE value=number(m.queue_id)/>
            <Fact label=text::QUEUE_OFFSET value=number(m.queue_offset)/>
            <Fact label=text::BORN_HOST value=m.born_host.clone() mono=true/>
            <Fact label=text::STORE_HOST value=m.store_host.clone() mono=true/>
            <Fact label=shared::SIZE value=bytes(m.store_size)/>
            <Fact label=text::CRC><Status tone=Signal::stored(tone) label=words/></Fact>
            <Fact label=text::ID value=m.msg_id.clone() mono=true copy=true wide=true/>
            <Fact label=text::UNIQUE_KEY value=m.unique_key().unwrap_or_default().to_owned() mono=true copy=true wide=true/>
            {origin}
        }
    };
    view! { <KeyValues>{inside()}</KeyValues> }.into_any()
}

/// Every property that says something, in the service's order.
fn properties(row: &Row) -> AnyView {
    let given = row.message.property_list.iter().filter(|p| !p.value.is_empty());
    let lines: Vec<AnyView> = given
        .map(|p| {
            let (name, value) = (p.name.clone(), p.value.clone());
            view! { <tr><th scope="row" class="mono">{name}</th><td class="mono">{value}</td></tr> }
                .into_any()
        })
        .collect();
    let content = if lines.is_empty() {
        view! { <p class="muted">{move || t(text::NO_PROPERTIES)}</p> }.into_any()
    } else {
        view! {
            <table class="plain">
                <thead>
                    <tr>
                        <th scope="col">{move || t(text::PROPERTY)}</th>
                        <th scope="col">{move || t(text::VALUE)}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="message-properties" aria-label=move || t(text::PROPERTIES)>
            <h3>{move || t(text::PROPERTIES)}</h3>
            {content}
        </section>
    }
    .into_any()
}

/// What can be done with a value of the tree.
fn value_actions(toasts: Toasts) -> ValueActions {
    Arc::new(move |path, value| {
        let (of_path, of_value) = (path.to_owned(), value.to_owned());
        vec![
            MenuItem::new(viewer::COPY_VALUE, move || copy(&of_value, toasts)).icon(Glyph::Copy),
            MenuItem::new(viewer::COPY_PATH, move || copy(&of_path, toasts)).icon(Glyph::Copy),
        ]
    })
}
