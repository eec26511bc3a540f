//! The zones as check boxes.

use dms_api::models::AvailableZone;
use leptos::prelude::*;

use super::form::KafkaForm;
use crate::i18n::instances::create as text;
use crate::i18n::{Msg, t};
use crate::ui::{Bound, Checkbox, Field};

/// One box per zone. A zone that takes no new instances stays in sight, with the reason.
#[component]
pub fn Zones(form: KafkaForm) -> AnyView {
    let boxes = move || {
        let (flavour, disk) = (form.flavour(), form.disk.get());
        let zones = form.offer.zones();
        let each = zones.into_iter().map(|zone| {
            let no_disk = flavour.as_ref().is_some_and(|f| f.is_sold_out(&disk, &zone.id, &zone.code));
            zone_box(&zone, no_disk, form)
        });
        each.collect_view()
    };
    let invalid = move || form.zones.error().with(Option::is_some).then_some("true");
    view! {
        <Field label=text::ZONES of=form.zones hint=text::ZONES_HINT required=true group=true>
            <div class="check-row" role="group" aria-label=move || t(text::ZONES) aria-invalid=invalid>
                {boxes}
            </div>
        </Field>
    }
    .into_any()
}

fn zone_box(zone: &AvailableZone, no_disk: bool, form: KafkaForm) -> AnyView {
    let id = zone.id.clone();
    let is_on = {
        let id = id.clone();
        Signal::derive(move || form.zones.value.with(|all| all.contains(&id)))
    };
    let checked = Bound::new(is_on, move |on: bool| {
        form.zones.touched.set(true);
        form.zones.value.update(|all| {
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
