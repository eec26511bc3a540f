//! Beside the form: what will be created, and the request that does it.

use dms_api::ops::rocketmq::CreateInstance;

use super::draft::Draft;
use super::form::RocketMqForm;
use crate::i18n::instances::{self as words, create as text, create_rocketmq as own, fact};
use crate::i18n::{Locale, core, locale, number, t};
use crate::pages::instances::create::aside::{Preview, line};
use crate::pages::instances::create::draft::number as typed;
use crate::pages::instances::create::summary::Line;
use crate::pages::instances::words as api_words;
use crate::pages::request_preview::request_of;
use crate::prelude::*;

/// Summary and request preview, following the form as it is filled in.
#[component]
pub fn Aside(form: RocketMqForm) -> AnyView {
    let shown = move || {
        let zones = form.offer.zones();
        let name = |id: &String| zones.iter().find(|z| z.id == *id).map_or(id, |zone| &zone.name).clone();
        let flavour = form.offer.flavour(&form.product.get()).map(|f| f.alias);
        form.draft.with(|draft| {
            let zones: Vec<String> = draft.zones.iter().map(name).collect();
            lines(draft, flavour, &zones.join(", "), locale()).into_iter().map(line).collect_view()
        })
    };
    let request = Signal::derive(move || request_of(&CreateInstance { body: form.draft.with(Draft::body) }));
    view! {
        <h2 class="summary-title">{move || t(text::SUMMARY)}</h2>
        <dl class="summary">{shown}</dl>
        <Preview request/>
    }
    .into_any()
}

/// What will be created; `None` for something that is still needed.
fn lines(draft: &Draft, flavour: Option<String>, zones: &str, locale: Locale) -> Vec<Line> {
    let given = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let disk = api_words::disk_kind(&draft.disk).map_or(draft.disk.as_str(), |msg| msg.text(locale));
    let (brokers, storage) = (typed(&draft.brokers), typed(&draft.storage));
    let storage =
        (storage > 0).then(|| format!("{} · {disk}", words::GB.fill(locale, &[("n", &number(storage))])));
    let on = || Some(core::ON.text(locale).to_owned());
    let mut lines = vec![
        (core::NAME, given(&draft.name)),
        (own::VERSION, given(&draft.version)),
        (text::FLAVOUR, flavour),
        (fact::BROKERS, (brokers > 0).then(|| number(brokers))),
        (fact::STORAGE, storage),
        (text::ZONES, given(zones)),
        (fact::CHARGING, Some(words::PAY_PER_USE.text(locale).to_owned())),
    ];
    for (msg, chosen) in
        [(own::TLS, draft.tls), (own::ACL, draft.acl), (own::IPV6, draft.ipv6), (text::PUBLIC, draft.public)]
    {
        if chosen {
            lines.push((msg, on()));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_and_what_is_off_is_not_listed() {
        let empty = lines(&Draft::default(), None, "", Locale::En);
        let missing = empty.iter().filter(|(_, value)| value.is_none()).count();
        assert_eq!((missing, empty.len()), (6, 7));
        let draft = Draft { acl: true, ..Draft::default() };
        let lines = lines(&draft, Some("rocketmq.4u8g.cluster".into()), "", Locale::Zh);
        assert!(lines.contains(&(text::FLAVOUR, Some("rocketmq.4u8g.cluster".into()))));
        assert!(lines.contains(&(own::ACL, Some("已开启".into()))));
    }
}
