//! Whole numbers with a unit.

use leptos::ev::KeyboardEvent;

use super::Bound;
use super::field::Control;
use crate::prelude::*;

/// A whole number, kept as the text that was typed so that nothing the user wrote is lost. Arrow keys go to the
/// next multiple of `step` (with Shift ten steps on) within `min` and `max`.
#[component]
pub fn NumberInput(
    #[prop(into)] value: Bound<String>,
    #[prop(optional, into)] label: Option<TextProp>,
    #[prop(optional, into)] unit: Option<TextProp>,
    #[prop(optional, into)] placeholder: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional, into)] min: Option<Signal<i64>>,
    #[prop(optional, into)] max: Option<Signal<i64>>,
    #[prop(default = Signal::stored(1), into)] step: Signal<i64>,
) -> AnyView {
    let control = Control::new(label);
    let blur = control.clone();
    let keys = move |event: KeyboardEvent| {
        let steps = match event.key().as_str() {
            "ArrowUp" => 1,
            "ArrowDown" => -1,
            _ => return,
        };
        event.prevent_default();
        let steps = if event.shift_key() { steps * 10 } else { steps };
        let (low, high) = (min.map(|m| m.get_untracked()), max.map(|m| m.get_untracked()));
        value.set(stepped(&value.peek(), steps, step.get_untracked(), low, high).to_string());
    };
    view! {
        <span class="input input-number">
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                role="spinbutton"
                id=control.id()
                aria-valuenow=move || value.with(|v| v.trim().parse::<i64>().ok().map(|n| n.to_string()))
                aria-valuemin=min.map(|m| move || m.get().to_string())
                aria-valuemax=max.map(|m| move || m.get().to_string())
                aria-label=control.aria_label()
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
                aria-required=control.required()
                placeholder=placeholder.map(|text| move || text.get())
                disabled=move || disabled.get()
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
                on:keydown=keys
                on:blur=move |_| blur.touch()
            />
            {unit.map(|unit| view! { <span class="input-unit">{move || unit.get()}</span> })}
        </span>
    }
    .into_any()
}

/// The number after some steps: a multiple of `size`, inside the limits. A number between two multiples reaches
/// the next one with the first step. A text that is no number counts as the lower limit.
fn stepped(raw: &str, steps: i64, size: i64, min: Option<i64>, max: Option<i64>) -> i64 {
    let (low, high) = (min.unwrap_or(i64::MIN), max.unwrap_or(i64::MAX));
    let size = size.max(1);
    let next = match raw.trim().parse::<i64>() {
        Ok(n) => {
            let off = n.rem_euclid(size);
            let begun = if off > 0 && steps < 0 { size } else { 0 };
            n.saturating_sub(off).saturating_add(begun).saturating_add(steps.saturating_mul(size))
        }
        Err(_) => min.unwrap_or(0),
    };
    next.min(high).max(low)
}

#[cfg(test)]
mod tests {
    use super::stepped;

    #[test]
    fn steps_stay_inside_the_limits() {
        assert_eq!(stepped("3", 1, 1, Some(1), Some(200)), 4);
        assert_eq!(stepped("199", 10, 1, Some(1), Some(200)), 200);
        assert_eq!(stepped("1", -1, 1, Some(1), Some(200)), 1);
        assert_eq!(stepped("900", -1, 100, Some(300), None), 800);
    }

    #[test]
    fn steps_lead_to_multiples_of_their_size() {
        assert_eq!(stepped("400", 1, 300, Some(300), None), 600);
        assert_eq!(stepped("400", -1, 300, Some(300), None), 300);
        assert_eq!(stepped("650", -1, 300, Some(300), None), 600);
        assert_eq!(stepped("600", 10, 300, Some(300), Some(2000)), 2000);
    }

    #[test]
    fn an_empty_field_starts_at_the_lower_limit() {
        assert_eq!(stepped("", 1, 100, Some(300), Some(9000)), 300);
        assert_eq!(stepped("abc", -1, 1, None, None), 0);
    }
}
