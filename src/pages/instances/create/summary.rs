//! The form's values in a few lines.

use super::draft::{Draft, ids, number as typed};
use super::flavour::Flavour;
use crate::i18n::instances as words;
use crate::i18n::instances::create as text;
use crate::i18n::instances::fact;
use crate::i18n::{Locale, Msg, core, number};
use crate::pages::instances::words as api_words;

/// One line: what it is about, and what was chosen; `None` for something that is still needed.
pub type Line = (Msg, Option<String>);

/// What will be created. `zone_name` gives the name of a zone's id.
pub fn lines(
    draft: &Draft,
    flavour: Option<&Flavour>,
    zone_name: impl Fn(&str) -> String,
    locale: Locale,
) -> Vec<Line> {
    let say = |msg: Msg| msg.text(locale).to_owned();
    let brokers = typed(&draft.brokers);
    let storage = typed(&draft.storage);
    let zones: Vec<String> = draft.zones.iter().map(|z| zone_name(z)).collect();
    let disk = api_words::disk_kind(&draft.disk).map_or_else(|| draft.disk.clone(), say);
    let mut lines = vec![
        (core::NAME, given(draft.name.trim().to_owned())),
        (text::VERSION, given(draft.version.clone())),
        (text::FLAVOUR, flavour.map(|f| f.alias.clone())),
        (fact::BROKERS, (brokers > 0).then(|| number(brokers))),
        (
            fact::STORAGE,
            (storage > 0).then(|| format!("{} · {disk}", words::GB.fill(locale, &[("n", &number(storage))]))),
        ),
        (text::ZONES, given(zones.join(", "))),
        (text::SECURITY, Some(security(draft, locale))),
        (fact::CHARGING, Some(payment(draft, locale))),
    ];
    lines.extend(extras(draft, locale).into_iter().map(|(msg, value)| (msg, Some(value))));
    lines
}

/// What the brokers together can take, by the flavour's limits.
pub fn capacity(flavour: &Flavour, brokers: i64) -> Vec<(Msg, String)> {
    let brokers = u64::try_from(brokers).unwrap_or(0);
    let all = [
        (text::PARTITIONS, flavour.partitions),
        (text::TPS, flavour.tps),
        (text::BANDWIDTH, flavour.bandwidth),
    ];
    let known = all.into_iter().filter_map(|(msg, each)| Some((msg, each?)));
    known.filter(|_| brokers > 0).map(|(msg, each)| (msg, number(each.saturating_mul(brokers)))).collect()
}

fn given(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn security(draft: &Draft, locale: Locale) -> String {
    if !draft.sasl {
        return text::PLAINTEXT.text(locale).to_owned();
    }
    format!("{} · {}", draft.protocol, draft.mechanisms.join(", "))
}

fn payment(draft: &Draft, locale: Locale) -> String {
    if !draft.prepaid {
        return words::PAY_PER_USE.text(locale).to_owned();
    }
    let periods = if draft.period_type == "year" { text::YEARS_N } else { text::MONTHS_N };
    let periods = periods.fill(locale, &[("n", &typed(&draft.periods))]);
    format!("{} · {periods}", words::PREPAID.text(locale))
}

/// What is on beyond the usual.
fn extras(draft: &Draft, locale: Locale) -> Vec<(Msg, String)> {
    let on = || core::ON.text(locale).to_owned();
    let mut extras = Vec::new();
    if draft.public {
        extras.push((fact::PUBLIC_ACCESS, ids(&draft.public_ips).len().to_string()));
    }
    if draft.encrypted {
        extras.push((fact::ENCRYPTED, on()));
    }
    if let Some((begin, end)) = &draft.window {
        extras.push((fact::WINDOW, api_words::window(begin, end)));
    }
    if draft.auto_topic {
        extras.push((fact::AUTO_TOPIC, on()));
    }
    if draft.connector {
        extras.push((fact::CONNECTOR, on()));
    }
    if !draft.manager_user.trim().is_empty() {
        extras.push((fact::MANAGER, draft.manager_user.trim().to_owned()));
    }
    if !draft.tags.is_empty() {
        let tags: Vec<String> =
            draft.tags.iter().map(|t| crate::pages::instances::rows::tag_word(&t.key, &t.value)).collect();
        extras.push((core::TAGS, tags.join(", ")));
    }
    extras
}

#[cfg(test)]
mod tests {
    use dms_api::models::Tag;
    use dms_api::models::kafka::ProductList;
    use dms_api::record::FromAnswer;
    use serde_json::json;

    use super::super::flavour::flavours;
    use super::*;

    fn find(lines: &[Line], msg: Msg) -> Option<Option<String>> {
        lines.iter().find(|(m, _)| *m == msg).map(|(_, v)| v.clone())
    }

    #[test]
    fn an_empty_form_names_what_is_missing() {
        let lines = lines(&Draft::default(), None, str::to_owned, Locale::En);
        for needed in [core::NAME, text::VERSION, text::FLAVOUR, fact::BROKERS, fact::STORAGE, text::ZONES] {
            assert_eq!(find(&lines, needed), Some(None), "{}", needed.en);
        }
        assert_eq!(find(&lines, fact::PUBLIC_ACCESS), None, "what is off is not listed");
    }

    #[test]
    fn the_summary_speaks_the_users_language() {
        let draft = Draft {
            brokers: "3".into(),
            storage: "600".into(),
            disk: "dms.physical.storage.ultra.v2".into(),
            zones: vec!["id-1".into()],
            prepaid: true,
            period_type: "year".into(),
            periods: "2".into(),
            tags: vec![Tag { key: "env".into(), value: "prod".into() }],
            ..Draft::default()
        };
        let lines = lines(&draft, None, |_| "可用区1".into(), Locale::Zh);
        assert_eq!(find(&lines, fact::STORAGE), Some(Some("600 GB · 超高 I/O".into())));
        assert_eq!(find(&lines, text::ZONES), Some(Some("可用区1".into())));
        assert_eq!(find(&lines, fact::CHARGING), Some(Some("包年/包月 · 2 年".into())));
        assert_eq!(find(&lines, core::TAGS), Some(Some("env=prod".into())));
    }

    #[test]
    fn capacity_is_that_of_all_brokers() {
        let list = ProductList::from_answer(&json!({"products": [{"product_id": "c6.2u4g.cluster",
            "properties": {"max_partition_per_broker": "250", "max_tps_per_broker": "30000"}}]}));
        let flavour = flavours(&list).remove(0);
        assert_eq!(
            capacity(&flavour, 3),
            [(text::PARTITIONS, "750".to_owned()), (text::TPS, "90\u{202f}000".to_owned())]
        );
        assert!(capacity(&flavour, 0).is_empty());
    }
}
