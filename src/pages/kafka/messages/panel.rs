//! One message beside the list.

use std::sync::Arc;

use super::ask::Place;
use super::filter::Condition;
use super::filters::Filters;
use super::link::{message_href, produce_href};
use super::message::{Body, Message};
use super::saving::{save_body, save_message};
use super::single::{Loader, Single};
use crate::i18n::{bytes, date_time_exact, messages as text, number, t, tf, viewer};
use crate::pages::browse::copy;
use crate::prelude::*;
use crate::routes::use_query_signal;
use crate::session::config;
use crate::shell::Failure;
use crate::ui::{
    Banner, BodyView, Button, ButtonKind, EmptyState, Fact, Glyph, IconButton, KeyValues, MenuButton,
    MenuItem, SidePanel, Skeleton, Toasts, Tone, ValueActions, use_toasts,
};

/// What the panel can do besides showing.
#[derive(Clone, Copy)]
pub struct PanelActions {
    /// Goes to another message of the list: so many rows further down.
    pub go: Callback<i32>,
    pub close: Callback<()>,
    pub filters: Filters,
}

/// The message at `place`, which may change while the panel stays.
#[component]
pub fn MessagePanel(
    instance: String,
    topic: Signal<String>,
    place: Signal<Option<Place>>,
    loader: Loader,
    actions: PanelActions,
) -> AnyView {
    let view = use_query_signal("view");
    let toasts = use_toasts();
    let go = move |by: i32| Callback::new(move |()| actions.go.run(by));
    let title = move || place.get().map(|place| tf(text::MESSAGE, &[("place", &place)])).unwrap_or_default();
    let owner = StoredValue::new(instance);
    let link = move |()| {
        let origin = window().location().origin().unwrap_or_default();
        if let Some(place) = place.get_untracked() {
            let href = message_href(&owner.get_value(), &topic.get_untracked(), place);
            copy(&format!("{origin}{href}"), toasts);
        }
    };
    let buttons = move || {
        view! {
            <IconButton icon=Glyph::ChevronUp label=text::PREVIOUS on_click=go(-1)/>
            <IconButton icon=Glyph::ChevronDown label=text::NEXT on_click=go(1)/>
            <IconButton icon=Glyph::Link label=text::LINK on_click=link/>
        }
    };
    let body = move || match loader.shown.get() {
        Single::Loading => view! { <Skeleton lines=6/> }.into_any(),
        Single::Missing => missing(place),
        Single::Failed(failure) => {
            let again = move |()| {
                place.get_untracked().iter().for_each(|p| loader.load(&topic.get_untracked(), *p));
            };
            view! { <Failure failure retry=Callback::new(again)/> }.into_any()
        }
        Single::Here(message) => {
            let shown = Shown { instance: owner.get_value(), topic: topic.get_untracked(), message };
            shown.view(loader, actions.filters, view.into(), toasts)
        }
    };
    view! { <SidePanel title actions=buttons on_close=actions.close>{body}</SidePanel> }.into_any()
}

fn missing(place: Signal<Option<Place>>) -> AnyView {
    let title =
        move || place.get().map(|place| tf(text::NO_SUCH_TITLE, &[("place", &place)])).unwrap_or_default();
    view! { <EmptyState title text=text::NO_SUCH_TEXT/> }.into_any()
}

struct Shown {
    instance: String,
    topic: String,
    message: Arc<Message>,
}

impl Shown {
    fn view(
        self,
        loader: Loader,
        filters: Filters,
        view: crate::ui::Bound<String>,
        toasts: Toasts,
    ) -> AnyView {
        let message = Arc::clone(&self.message);
        let at = message.at;
        let time = move || at.map_or_else(|| t(text::NO_TIME).to_owned(), date_time_exact);
        let key = message.key.clone();
        let key_fact = match key {
            Some(key) => {
                let key = key.to_string();
                view! { <Fact label=text::KEY value=key mono=true copy=true wide=true/> }.into_any()
            }
            None => view! { <Fact label=text::KEY value=move || t(text::NO_KEY) wide=true/> }.into_any(),
        };
        let place = message.place;
        let start_only = (!message.is_whole()).then(|| {
            let size = message.size;
            view! {
                <Banner tone=Tone::Info title=move || tf(text::START_ONLY, &[("size", &bytes(size))])>
                    <Button
                        label=text::LOAD_WHOLE
                        busy=loader.loading_whole
                        on_click=move |()| loader.load_whole(place)
                    />
                </Banner>
            }
        });
        let buttons = self.buttons(toasts);
        let content = match &message.body {
            Body::Whole(None) => view! { <p class="muted">{move || t(text::DELETION)}</p> }.into_any(),
            Body::Unloaded => ().into_any(),
            _ => {
                let actions = value_actions(filters, toasts);
                let content = message.content().map(Arc::clone);
                content.map(|content| view! { <BodyView content view actions/> }).into_any()
            }
        };
        view! {
            {buttons}
            <KeyValues>
                <Fact label=text::TIME value=time/>
                <Fact label=text::PARTITION value=number(place.partition)/>
                <Fact label=text::OFFSET value=number(place.offset)/>
                <Fact label=text::SIZE value=bytes(message.size)/>
                {key_fact}
                <Fact label=text::HEADERS value=move || t(text::NO_HEADERS) wide=true/>
            </KeyValues>
            {start_only}
            <div class="message-body">{content}</div>
        }
        .into_any()
    }

    fn buttons(&self, toasts: Toasts) -> AnyView {
        let message = Arc::clone(&self.message);
        let has_body = message.text().is_some();
        let copied = Arc::clone(&message);
        let copy_body = move |()| {
            copied.text().iter().for_each(|body| copy(body, toasts));
        };
        let (topic, saved) = (self.topic.clone(), Arc::clone(&message));
        let items = move |()| {
            let (topic, message) = (topic.clone(), Arc::clone(&saved));
            let (of_body, body) = (topic.clone(), Arc::clone(&message));
            let mut items = vec![MenuItem::new(text::DOWNLOAD_ALL, move || save_message(&topic, &message))];
            if has_body {
                items.insert(0, MenuItem::new(text::DOWNLOAD_BODY, move || save_body(&of_body, &body)));
            }
            items
        };
        let again = produce_href(&self.instance, &self.topic, Some(message.place));
        let again = move || {
            let again = again.clone();
            (!config::read_only()).then(|| {
                view! { <a class=ButtonKind::Secondary.class() href=again>{move || t(text::REPRODUCE)}</a> }
            })
        };
        view! {
            <div class="row-wrap panel-buttons">
                {has_body.then(|| view! {
                    <Button label=text::COPY_BODY icon=Glyph::Copy on_click=copy_body/>
                })}
                <MenuButton label=text::DOWNLOAD items=items/>
                {again}
            </div>
        }
        .into_any()
    }
}

/// What can be done with a value of the tree.
fn value_actions(filters: Filters, toasts: Toasts) -> ValueActions {
    Arc::new(move |path, value| {
        let condition = |is| Condition::of_value(path, value, is);
        let (only, not) = (condition(true), condition(false));
        let (column, of_path, of_value) = (path.to_owned(), path.to_owned(), value.to_owned());
        let shown = filters.has_field(path);
        vec![
            MenuItem::new(text::ONLY_THIS, move || filters.add(&only)).icon(Glyph::Filter),
            MenuItem::new(text::NOT_THIS, move || filters.add(&not)).icon(Glyph::Minus),
            MenuItem::new(if shown { text::NO_COLUMN } else { text::AS_COLUMN }, move || {
                filters.toggle_field(&column);
            })
            .icon(Glyph::Columns),
            MenuItem::new(viewer::COPY_VALUE, move || copy(&of_value, toasts)).icon(Glyph::Copy).separated(),
            MenuItem::new(viewer::COPY_PATH, move || copy(&of_path, toasts)).icon(Glyph::Copy),
        ]
    })
}
