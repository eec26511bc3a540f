//! The zones as check boxes.

use dms_api::models::AvailableZone;

use crate::i18n::instances::create as text;
use crate::i18n::{Msg, t};
use crate::prelude::*;
use crate::ui::{Bound, Checkbox, Field, FieldState};

/// One box per zone. A zone that takes no new instances stays in sight, with the reason.
#[component]
pub fn Zones(
    field: FieldState<Vec<String>>,
    #[prop(into)] zones: Signal<Vec<AvailableZone>>,
    /// Whether a zone has none of the chosen disks left. Tracked.
    #[prop(into)]
    no_disk: Callback<AvailableZone, bool>,
) -> AnyView {
    let boxes = move || {
        let each = zones.get().into_iter().map(|zone| {
            let no_disk = no_disk.run(zone.clone());
            zone_box(&zone, no_disk, field)
        });
        each.collect_view()
    };
    let invalid = move || field.error().with(Option::is_some).then_some("true");
    view! {
        <Field label=text::ZONES of=field hint=text::ZONES_HINT required=true group=true>
            <div class="check-row" role="group" aria-label=move || t(text::ZONES) aria-invalid=invalid>
                {boxes}
            </div>
        </Field>
    }
    .into_any()
}

fn zone_box(zone: &AvailableZone, no_disk: bool, field: FieldState<Vec<String>>) -> AnyView {
    let id = zone.id.clone();
    let is_on = {
        let id = id.clone();
        Signal::derive(move || field.value.with(|all| all.contains(&id)))
    };
    let checked = Bound::new(is_on, move |on: bool| {
        field.touched.set(true);
        field.value.update(|all| {
            all.retain(|z| *z != id);
            if on {
                all.push(id.clone());
            }
        });
    });
    let usable = zone.is_usable() && !no_disk;
    let remark: Option<Msg> = match (zone.is_usable(), no_disk, zone.default_az) {
        (false, ..) => Some(text::ZONE_SOLD_OUT),
        (true, true, _) => Some(text::ZONE_NO_DISK),
        (true, false, true) => Some(text::ZONE_DEFAULT),
        _ => None,
    };
    let label = if zone.name.is_empty() { zone.code.clone() } else { zone.name.clone() };
    // A zone that was chosen before it sold out must still be possible to take back.
    let disabled = Signal::derive(move || !usable && !is_on.get());
    let code = zone.code.clone();
    let hint = move || match remark {
        Some(remark) if code.is_empty() => t(remark).to_owned(),
        Some(remark) => format!("{code} · {}", t(remark)),
        None => code.clone(),
    };
    view! { <Checkbox checked label hint disabled/> }.into_any()
}
