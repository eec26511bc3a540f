//! A small line of samples.

use crate::prelude::*;

const WIDTH: u64 = 96;
const HEIGHT: u64 = 24;

/// The course of a value, oldest first. `label` says in words what it shows.
#[component]
pub fn Sparkline(#[prop(into)] label: TextProp, #[prop(into)] samples: Signal<Vec<u64>>) -> AnyView {
    view! {
        <svg
            class="sparkline"
            role="img"
            aria-label=move || label.get()
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            preserveAspectRatio="none"
        >
            <path d=move || samples.with(|s| line(s))/>
        </svg>
    }
    .into_any()
}

/// Path data through the samples: the largest at the top, zero at the bottom.
fn line(samples: &[u64]) -> String {
    let top = samples.iter().copied().max().unwrap_or(0).max(1);
    let last = samples.len().saturating_sub(1).max(1) as u64;
    let mut path = String::new();
    for (i, sample) in samples.iter().enumerate() {
        let x = i as u64 * WIDTH / last;
        // One pixel free at both edges for the width of the line.
        let rise = u128::from(*sample) * u128::from(HEIGHT - 2) / u128::from(top);
        let y = u128::from(HEIGHT - 1).saturating_sub(rise);
        path.push_str(if i == 0 { "M" } else { "L" });
        path.push_str(&format!("{x} {y}"));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn spans_the_whole_box() {
        assert_eq!(line(&[0, 5, 10]), "M0 23L48 12L96 1");
        assert_eq!(line(&[]), "");
        assert_eq!(line(&[u64::MAX]), "M0 1");
    }
}
