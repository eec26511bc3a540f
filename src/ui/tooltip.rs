//! Tooltips: any element with `data-tip` shows it on hover and focus.

use std::time::Duration;

use leptos::ev;
use leptos::html;
use web_sys::{EventTarget, HtmlElement};

use super::dom::{closest, float, hide_popover, rect, show_popover};
use super::place::Side;
use crate::prelude::*;

/// Long enough that a pointer on its way elsewhere opens nothing.
const WAIT: Duration = Duration::from_millis(350);
/// Time to move the pointer from the element onto its tip.
const LINGER: Duration = Duration::from_millis(120);
const ID: &str = "tip";
/// What has something to say when the pointer comes.
const SPEAKING: &str = "[data-tip], .table-td, .truncate";

/// What the tip is about to do. Each new wish makes older timers void.
#[derive(Clone, Copy)]
struct Tip {
    node: NodeRef<html::Div>,
    text: RwSignal<String>,
    owner: StoredValue<Option<HtmlElement>, LocalStorage>,
    turn: StoredValue<u32>,
}

impl Tip {
    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }

    fn later(self, after: Duration, then: impl FnOnce() + 'static) {
        let turn = self.next_turn();
        let guarded = move || {
            if self.turn.try_get_value() == Some(turn) {
                then();
            }
        };
        set_timeout(guarded, after);
    }

    fn show(self, element: HtmlElement) {
        let text = text_for(&element);
        if text.is_empty() || !element.is_connected() {
            return;
        }
        self.release();
        // Where the tip repeats the name there is nothing to describe.
        if element.get_attribute("aria-label").as_deref() != Some(text.as_str()) {
            let _ = element.set_attribute("aria-describedby", ID);
        }
        self.text.set(text);
        self.owner.set_value(Some(element.clone()));
        let tip = self;
        request_animation_frame(move || {
            let Some(bubble) = tip.node.get_untracked() else { return };
            if element.is_connected() {
                // Hidden and shown again it comes on top of a dialog that opened later.
                hide_popover(&bubble);
                show_popover(&bubble);
                float(&bubble, rect(&element), Side::Above);
            }
        });
    }

    fn hide(self) {
        self.next_turn();
        self.release();
        if let Some(bubble) = self.node.get_untracked() {
            hide_popover(&bubble);
        }
    }

    fn release(self) {
        if let Some(owner) = self.owner.get_value() {
            if owner.get_attribute("aria-describedby").as_deref() == Some(ID) {
                let _ = owner.remove_attribute("aria-describedby");
            }
            self.owner.set_value(None);
        }
    }

    fn shows_for(self, element: &HtmlElement) -> bool {
        self.owner.with_value(|owner| owner.as_ref() == Some(element))
    }

    fn enter(self, target: Option<EventTarget>) {
        if closest(target.clone(), "#tip").is_some() {
            self.next_turn();
        } else if let Some(element) = closest(target, SPEAKING).filter(|e| !text_for(e).is_empty()) {
            if !self.shows_for(&element) {
                self.later(WAIT, move || self.show(element));
            } else {
                self.next_turn();
            }
        } else {
            self.later(LINGER, move || self.hide());
        }
    }
}

/// What the element says about itself; for one that is cut off at its end, all of its text.
fn text_for(element: &HtmlElement) -> String {
    let cut_off = || element.scroll_width() > element.client_width();
    let own = element.get_attribute("data-tip");
    own.or_else(|| cut_off().then(|| element.text_content()).flatten()).unwrap_or_default()
}

/// The one bubble of the page. Once, in the shell. Any element with a `data-tip` attribute then has a tooltip; Esc
/// closes it, and the pointer may move onto it.
#[component]
pub fn TooltipLayer() -> AnyView {
    let tip = Tip {
        node: NodeRef::new(),
        text: RwSignal::new(String::new()),
        owner: StoredValue::new_local(None),
        turn: StoredValue::new(0),
    };
    let handles = [
        window_event_listener(ev::pointerover, move |event| tip.enter(event.target())),
        window_event_listener(ev::pointerdown, move |_| tip.hide()),
        window_event_listener(ev::focusin, move |event| {
            let element = closest(event.target(), "[data-tip]:focus-visible");
            match element {
                Some(element) => tip.later(Duration::ZERO, move || tip.show(element)),
                None => tip.hide(),
            }
        }),
        window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                tip.hide();
            }
        }),
        window_event_listener(ev::wheel, move |_| tip.hide()),
    ];
    on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
    view! {
        <div class="tip" id=ID role="tooltip" popover="manual" node_ref=tip.node>{move || tip.text.get()}</div>
    }
    .into_any()
}

/// Text with an explanation on hover and focus.
#[component]
pub fn Tooltip(#[prop(into)] text: TextProp, children: Children) -> AnyView {
    view! { <span class="has-tip" tabindex="0" data-tip=move || text.get()>{children()}</span> }.into_any()
}
