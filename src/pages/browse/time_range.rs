//! Two moments, and the usual spans up to now.

use crate::i18n::{Msg, Zone, messages as text, now, t, tf, zone};
use crate::pages::time_field::{from_field, to_field};
use crate::prelude::*;
use crate::ui::{Bound, DateTimeInput, MenuButton, MenuItem};

/// The spans of the menu, in milliseconds.
const SPANS: [(i64, Msg); 4] = [
    (900_000, text::MINUTES_15),
    (3_600_000, text::HOUR_1),
    (86_400_000, text::DAY_1),
    (604_800_000, text::DAYS_7),
];

/// A time range. `start` and `end` are epoch milliseconds as text, `""` for none.
#[component]
pub fn TimeRange(
    start: Bound<String>,
    end: Bound<String>,
    /// Called with start and end when a span up to now is chosen.
    #[prop(into)]
    on_span: Callback<(i64, i64)>,
) -> AnyView {
    let zone_name = || t(if zone() == Zone::Utc { text::UTC } else { text::LOCAL_TIME });
    let last = move |()| {
        let item = |(span, name): (i64, Msg)| {
            MenuItem::new(TextProp::from(move || tf(text::LAST, &[("span", &t(name))])), move || {
                let now = now();
                on_span.run((now - span, now));
            })
        };
        SPANS.map(item).to_vec()
    };
    view! {
        <MenuButton label=text::RECENT items=last/>
        <span class="ask-range">
            // Both are in the zone that the second names: saying it twice costs the room of a button.
            <DateTimeInput value=shown(start) label=text::START seconds=true/>
            <span aria-hidden="true">"–"</span>
            <DateTimeInput value=shown(end) label=text::END zone=zone_name seconds=true/>
        </span>
    }
    .into_any()
}

/// A moment as the browser's control has it.
fn shown(moment: Bound<String>) -> Bound<String> {
    let value = Signal::derive(move || moment.with(|ms| to_field(ms)));
    Bound::new(value, move |new: String| moment.set(from_field(&new)))
}
