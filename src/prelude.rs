//! What a module with a view imports: all of leptos, with attributes and listeners that cost less.
//!
//! The framework makes one type of each attribute for each kind of its value, and one of each event, all with code of
//! their own. The traits here have the framework's names, so they take its place: they set attributes by name and
//! listen by name, and few types are left. In a view nothing changes.

use std::borrow::Cow;

pub use leptos::prelude::*;
use leptos::tachys::html::attribute::AttributeValue;
use leptos::tachys::html::attribute::custom::{CustomAttr, custom_attribute};
use leptos::tachys::html::element::{ElementType, HasElementType, HtmlElement};
use leptos::tachys::html::event::{EventDescriptor, On, Targeted, on};
use wasm_bindgen::JsValue;

/// A trait of methods that each set the attribute of that name.
macro_rules! attributes {
    ($(#[$meta:meta])* $name:ident { $($method:ident = $attribute:literal,)* }) => {
        $(#[$meta])*
        pub trait $name: Sized + AddAnyAttr {
            $(
                #[doc = concat!("Sets `", $attribute, "`.")]
                fn $method<V: AttributeValue>(self, value: V) -> Self::Output<CustomAttr<&'static str, V>> {
                    self.add_any_attr(custom_attribute($attribute, value))
                }
            )*
        }

        impl<E: ElementType, At, Ch> $name for HtmlElement<E, At, Ch> where Self: AddAnyAttr {}
    };
}

attributes! {
    /// Attributes of every element. One that is missing here is added when it is needed.
    GlobalAttributes {
        autocapitalize = "autocapitalize",
        autofocus = "autofocus",
        hidden = "hidden",
        id = "id",
        inputmode = "inputmode",
        lang = "lang",
        popover = "popover",
        role = "role",
        spellcheck = "spellcheck",
        tabindex = "tabindex",
        title = "title",
    }
}

attributes! {
    /// Attributes that tell assistive technology what an element is. One that is missing here is added when it is
    /// needed.
    AriaAttributes {
        aria_activedescendant = "aria-activedescendant",
        aria_autocomplete = "aria-autocomplete",
        aria_busy = "aria-busy",
        aria_checked = "aria-checked",
        aria_controls = "aria-controls",
        aria_current = "aria-current",
        aria_describedby = "aria-describedby",
        aria_disabled = "aria-disabled",
        aria_expanded = "aria-expanded",
        aria_haspopup = "aria-haspopup",
        aria_hidden = "aria-hidden",
        aria_invalid = "aria-invalid",
        aria_keyshortcuts = "aria-keyshortcuts",
        aria_label = "aria-label",
        aria_labelledby = "aria-labelledby",
        aria_level = "aria-level",
        aria_live = "aria-live",
        aria_multiselectable = "aria-multiselectable",
        aria_orientation = "aria-orientation",
        aria_posinset = "aria-posinset",
        aria_pressed = "aria-pressed",
        aria_required = "aria-required",
        aria_rowcount = "aria-rowcount",
        aria_rowindex = "aria-rowindex",
        aria_selected = "aria-selected",
        aria_setsize = "aria-setsize",
        aria_sort = "aria-sort",
        aria_valuemax = "aria-valuemax",
        aria_valuemin = "aria-valuemin",
        aria_valuenow = "aria-valuenow",
        aria_valuetext = "aria-valuetext",
    }
}

/// Any event, by its name.
#[derive(Clone)]
pub struct NamedEvent(Cow<'static, str>);

impl EventDescriptor for NamedEvent {
    type EventType = JsValue;

    const BUBBLES: bool = false;

    fn name(&self) -> Cow<'static, str> {
        self.0.clone()
    }

    fn event_delegation_key(&self) -> Cow<'static, str> {
        self.0.clone()
    }
}

type Listener = On<NamedEvent, Box<dyn FnMut(JsValue)>>;

fn listener<E>(event: &E, mut callback: impl FnMut(E::EventType) + 'static) -> Listener
where
    E: EventDescriptor,
    E::EventType: From<JsValue>,
{
    const { assert!(!E::CAPTURE, "listeners of the capture phase are leptos' own") };
    on(NamedEvent(event.name()), Box::new(move |event| callback(event.into())))
}

/// Listens for an event.
pub trait OnAttribute: Sized + AddAnyAttr {
    /// Calls `callback` each time.
    fn on<E>(self, event: E, callback: impl FnMut(E::EventType) + 'static) -> Self::Output<Listener>
    where
        E: EventDescriptor,
        E::EventType: From<JsValue>,
    {
        self.add_any_attr(listener(&event, callback))
    }
}

impl<T: ElementType, At, Ch> OnAttribute for HtmlElement<T, At, Ch> where Self: AddAnyAttr {}

/// Listens for an event whose target is the element itself.
pub trait OnTargetAttribute: Sized + AddAnyAttr + HasElementType {
    /// Calls `callback` each time.
    fn on_target<E>(
        self,
        event: E,
        mut callback: impl FnMut(Targeted<E::EventType, Self::ElementType>) + 'static,
    ) -> Self::Output<Listener>
    where
        E: EventDescriptor,
        E::EventType: From<JsValue>,
    {
        self.add_any_attr(listener(&event, move |event: E::EventType| callback(event.into())))
    }
}

impl<T: ElementType, At, Ch> OnTargetAttribute for HtmlElement<T, At, Ch> where
    Self: AddAnyAttr + HasElementType
{
}
