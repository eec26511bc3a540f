//! Amounts and progress.

use super::Tone;
use crate::prelude::*;

/// How full something is: bar and text ("120 of 300 GB"). The tone follows the share unless given.
#[component]
pub fn Meter(
    #[prop(into)] label: TextProp,
    #[prop(into)] used: Signal<u64>,
    #[prop(into)] total: Signal<u64>,
    /// What stands beside the bar.
    #[prop(into)]
    text: TextProp,
) -> AnyView {
    let share = move || permille(used.get(), total.get());
    let tone = move || match share() {
        900.. => Tone::Bad,
        750.. => Tone::Warn,
        _ => Tone::Info,
    };
    view! {
        <span class="meter">
            <span
                role="meter"
                class=move || format!("bar {}", tone().class())
                aria-label=move || label.get()
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || (share() / 10).to_string()
            >
                <span class="bar-fill" style:width=move || percent(share())></span>
            </span>
            <span class="meter-text">{move || text.get()}</span>
        </span>
    }
    .into_any()
}

/// How far something has come, 0 to 100; `None` while nobody knows.
#[component]
pub fn Progress(#[prop(into)] label: TextProp, #[prop(into)] percent: Signal<Option<u8>>) -> AnyView {
    let now = move || percent.get().map(|p| p.min(100));
    view! {
        <span
            role="progressbar"
            class="bar tone-busy"
            class:is-unknown=move || now().is_none()
            aria-label=move || label.get()
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || now().map(|p| p.to_string())
        >
            <span class="bar-fill" style:width=move || now().map(|p| format!("{p}%"))></span>
        </span>
    }
    .into_any()
}

/// Thousandths, 0 to 1000. Something out of nothing is full.
fn permille(used: u64, total: u64) -> u16 {
    if total == 0 {
        return if used == 0 { 0 } else { 1000 };
    }
    let share = u128::from(used) * 1000 / u128::from(total);
    u16::try_from(share.min(1000)).unwrap_or(1000)
}

fn percent(permille: u16) -> String {
    format!("{}.{}%", permille / 10, permille % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_stay_between_nothing_and_all() {
        assert_eq!(permille(0, 0), 0);
        assert_eq!(permille(1, 0), 1000);
        assert_eq!(permille(1, 3), 333);
        assert_eq!(permille(u64::MAX, 2), 1000);
        assert_eq!(percent(333), "33.3%");
    }
}
