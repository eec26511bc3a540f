//! What the user changed of an instance, and the request that changes it (K5.1.5, R5.1.5).

use dms_api::models::Instance;
use dms_api::operation::Engine;
use dms_api::ops::{kafka, rocketmq};

use crate::i18n::instances as words;
use crate::i18n::instances::{detail as text, fact};
use crate::i18n::{Locale, Msg, core};
use crate::pages::instances::create::ids_of;
use crate::pages::instances::words as api_words;

/// The values that can be changed, as the form holds them. An engine uses those that its API takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editable {
    pub name: String,
    pub description: String,
    pub security_group: String,
    // Kafka only.
    /// `02:00:00-06:00:00`.
    pub window: String,
    pub retention: String,
    pub enterprise_project: String,
    // RocketMQ only.
    pub acl: bool,
    pub public: bool,
    /// Ids of elastic addresses as typed.
    pub public_ips: String,
}

impl Editable {
    /// The values of an instance as it is.
    pub fn of(instance: &Instance) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            name: instance.name.clone(),
            description: instance.description.clone(),
            security_group: instance.security_group_id.clone(),
            window: window_value(&instance.maintain_begin, &instance.maintain_end),
            retention: text(&instance.retention_policy),
            enterprise_project: text(&instance.enterprise_project_id),
            acl: instance.enable_acl.unwrap_or_default(),
            public: instance.enable_publicip,
            public_ips: instance.publicip_id.as_ref().map(|ids| ids.0.join("\n")).unwrap_or_default(),
        }
    }

    /// Blanks around what was typed do not count.
    fn tidy(&self) -> Self {
        Self {
            name: self.name.trim().to_owned(),
            security_group: self.security_group.trim().to_owned(),
            enterprise_project: self.enterprise_project.trim().to_owned(),
            public_ips: if self.public { ids_of(&self.public_ips).join(",") } else { String::new() },
            ..self.clone()
        }
    }
}

/// A window as the form keeps it; empty where the service named none.
fn window_value(begin: &str, end: &str) -> String {
    let full = |time: &str| match time.len() {
        2 => format!("{time}:00:00"),
        5 => format!("{time}:00"),
        _ => time.to_owned(),
    };
    if begin.is_empty() || end.is_empty() { String::new() } else { format!("{}-{}", full(begin), full(end)) }
}

/// One changed value, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub what: Msg,
    pub before: String,
    pub after: String,
    /// What it means for clients.
    pub note: Option<Msg>,
}

/// What changes between two sets of values, in words of `locale`. Only what the engine's API takes.
pub fn changes(engine: Engine, before: &Editable, after: &Editable, locale: Locale) -> Vec<Changed> {
    let (before, after) = (before.tidy(), after.tidy());
    let mut all = Vec::new();
    let mut note = |what: Msg, was: &str, is: &str, note: Option<Msg>| {
        if was != is {
            let shown = |text: &str| {
                if text.is_empty() { text::EMPTY_VALUE.text(locale).to_owned() } else { text.to_owned() }
            };
            all.push(Changed { what, before: shown(was), after: shown(is), note });
        }
    };
    note(core::NAME, &before.name, &after.name, None);
    note(core::DESCRIPTION, &before.description, &after.description, None);
    note(fact::SECURITY_GROUP, &before.security_group, &after.security_group, Some(text::GROUP_WARNING));
    let on_off = |on: bool| (if on { core::ON } else { core::OFF }).text(locale);
    match engine {
        Engine::Kafka => {
            note(fact::WINDOW, &window_words(&before.window), &window_words(&after.window), None);
            let policy = |code: &str| policy_words(code, locale);
            let warning =
                if after.retention == "time_base" { text::TIME_BASE_WARNING } else { text::REJECT_WARNING };
            note(
                fact::RETENTION_POLICY,
                &policy(&before.retention),
                &policy(&after.retention),
                Some(warning),
            );
            note(fact::ENTERPRISE_PROJECT, &before.enterprise_project, &after.enterprise_project, None);
        }
        Engine::RocketMq => {
            let warning = if after.acl { text::ACL_ON_WARNING } else { text::ACL_OFF_WARNING };
            note(fact::ACL, on_off(before.acl), on_off(after.acl), Some(warning));
            let warning = (!after.public).then_some(text::PUBLIC_OFF_WARNING);
            note(fact::PUBLIC_ACCESS, on_off(before.public), on_off(after.public), warning);
            note(fact::PUBLIC_IP_IDS, &before.public_ips, &after.public_ips, None);
        }
    }
    all
}

fn window_words(value: &str) -> String {
    value.split_once('-').map(|(begin, end)| api_words::window(begin, end)).unwrap_or_default()
}

fn policy_words(code: &str, locale: Locale) -> String {
    api_words::retention_policy(code).map_or_else(|| code.to_owned(), |msg| msg.text(locale).to_owned())
}

/// `after` where it differs.
fn changed(before: &str, after: &str) -> Option<String> {
    (before != after).then(|| after.to_owned())
}

/// The body for Kafka: what did not change is left out. Both ends of a window go together.
pub fn kafka_body(before: &Editable, after: &Editable) -> kafka::ModifyInstanceBody {
    let (before, after) = (before.tidy(), after.tidy());
    let window = changed(&before.window, &after.window)
        .and_then(|w| w.split_once('-').map(|(begin, end)| (begin.to_owned(), end.to_owned())));
    let (begin, end) = window.unzip();
    kafka::ModifyInstanceBody {
        name: changed(&before.name, &after.name),
        description: changed(&before.description, &after.description),
        maintain_begin: begin,
        maintain_end: end,
        security_group_id: changed(&before.security_group, &after.security_group),
        retention_policy: changed(&before.retention, &after.retention),
        enterprise_project_id: changed(&before.enterprise_project, &after.enterprise_project),
    }
}

/// The body for RocketMQ. The addresses go with the switch of public access.
pub fn rocketmq_body(before: &Editable, after: &Editable) -> rocketmq::ModifyInstanceBody {
    let (before, after) = (before.tidy(), after.tidy());
    let access = before.public != after.public || before.public_ips != after.public_ips;
    rocketmq::ModifyInstanceBody {
        name: changed(&before.name, &after.name),
        description: changed(&before.description, &after.description),
        security_group_id: changed(&before.security_group, &after.security_group),
        enable_acl: (before.acl != after.acl).then_some(after.acl),
        enable_publicip: access.then_some(after.public),
        publicip_id: (access && after.public).then(|| after.public_ips.clone()),
    }
}

/// The words for the retention policies, for the form.
pub const POLICIES: [(&str, Msg); 2] =
    [("time_base", words::TIME_BASE), ("produce_reject", words::PRODUCE_REJECT)];

#[cfg(test)]
mod tests {
    use dms_api::record::FromAnswer;
    use serde_json::json;

    use super::*;

    fn before() -> Editable {
        Editable::of(&Instance::from_answer(&json!({
            "name": "orders", "description": "", "security_group_id": "sg-1", "maintain_begin": "02:00:00",
            "maintain_end": "06:00:00", "retention_policy": "time_base", "enable_publicip": false,
            "enable_acl": true})))
    }

    #[test]
    fn nothing_touched_changes_nothing() {
        let same = Editable { name: " orders ".into(), ..before() };
        for engine in [Engine::Kafka, Engine::RocketMq] {
            assert!(changes(engine, &before(), &same, Locale::En).is_empty());
        }
        assert_eq!(kafka_body(&before(), &same), kafka::ModifyInstanceBody::default());
        assert_eq!(rocketmq_body(&before(), &same), rocketmq::ModifyInstanceBody::default());
    }

    #[test]
    fn a_window_is_sent_whole() {
        let after = Editable { window: "22:00:00-02:00:00".into(), ..before() };
        let body = kafka_body(&before(), &after);
        assert_eq!(body.maintain_begin.as_deref(), Some("22:00:00"));
        assert_eq!(body.maintain_end.as_deref(), Some("02:00:00"));
        assert_eq!(body.name, None);
        let change = changes(Engine::Kafka, &before(), &after, Locale::En).remove(0);
        assert_eq!((change.before.as_str(), change.after.as_str()), ("02:00 – 06:00", "22:00 – 02:00"));
    }

    #[test]
    fn an_emptied_description_is_sent_as_empty() {
        let before = Editable { description: "old".into(), ..before() };
        let after = Editable { description: String::new(), ..before.clone() };
        assert_eq!(kafka_body(&before, &after).description.as_deref(), Some(""));
        let change = changes(Engine::Kafka, &before, &after, Locale::Zh).remove(0);
        assert_eq!((change.before.as_str(), change.after.as_str()), ("old", "（空）"));
    }

    #[test]
    fn public_access_brings_its_addresses_and_its_warning() {
        let on = Editable { public: true, public_ips: "a\n b".into(), ..before() };
        let body = rocketmq_body(&before(), &on);
        assert_eq!((body.enable_publicip, body.publicip_id.as_deref()), (Some(true), Some("a,b")));
        let body = rocketmq_body(&on, &before());
        assert_eq!((body.enable_publicip, body.publicip_id), (Some(false), None));
        let notes: Vec<_> =
            changes(Engine::RocketMq, &on, &before(), Locale::En).iter().map(|c| c.note).collect();
        assert!(notes.contains(&Some(text::PUBLIC_OFF_WARNING)));
        assert!(
            changes(Engine::Kafka, &before(), &on, Locale::En).is_empty(),
            "Kafka's API does not take it"
        );
    }
}
