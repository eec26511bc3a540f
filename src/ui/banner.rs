//! A message across the page or inside a form.

use super::{Glyph, Icon, IconButton, Tone};
use crate::i18n::ui as text;
use crate::prelude::*;

/// Something that holds for the whole page or form. `Bad` interrupts a screen reader, the others do not.
#[component]
pub fn Banner(
    tone: Tone,
    #[prop(into)] title: TextProp,
    /// Shows a close button.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    let role = if tone == Tone::Bad { "alert" } else { "status" };
    view! {
        <div class=format!("banner {}", tone.class()) role=role>
            <Icon of=tone.glyph()/>
            <div class="banner-text">
                <p class="banner-title">{move || title.get()}</p>
                {children.map(|children| view! { <div class="banner-body">{children()}</div> })}
            </div>
            {on_close.map(|close| view! { <IconButton icon=Glyph::Close label=text::CLOSE on_click=close/> })}
        </div>
    }
    .into_any()
}
