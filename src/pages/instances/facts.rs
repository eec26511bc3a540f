//! An instance's facts in groups, ready to be shown: everything that the service says, unknown keys included.

mod network;

use dms_api::models::Instance;
use dms_api::operation::Engine;
use dms_api::record::CommaList;
use serde_json::Value;

use super::{rows, words};
use crate::i18n::Msg;
use crate::i18n::core;
use crate::i18n::instances as text;
use crate::i18n::instances::fact;

/// What a fact is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    Text(Msg),
    /// A key of the API that this version has no words for.
    Key(String),
}

/// What a fact says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Prose.
    Text(String),
    /// Prose in the user's language.
    Word(Msg),
    /// Prose with a number in it, at `{n}`.
    Counted(Msg, u64),
    Number(u64),
    Gigabytes(u64),
    YesNo(bool),
    /// Ids, addresses and other texts to be copied; one line each.
    Codes(Vec<String>),
    /// Technical texts that nobody copies; one line each.
    Lines(Vec<String>),
    /// Names, each with the id that it stands for.
    Named(Vec<(String, String)>),
    /// Words of the API, too many for a line.
    Words(Vec<String>),
    /// Milliseconds since 1970.
    Time(i64),
    /// Storage in use and in all, GB.
    Storage {
        used: u64,
        size: u64,
    },
}

/// Facts under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub title: Msg,
    pub facts: Vec<(Label, Fact)>,
}

/// Collects the facts of a group, leaving out what the service did not say.
struct Collect(Vec<(Label, Fact)>);

impl Collect {
    fn add(&mut self, label: Msg, fact: Fact) {
        self.0.push((Label::Text(label), fact));
    }

    fn text(&mut self, label: Msg, text: &str) {
        if !text.is_empty() {
            self.add(label, Fact::Text(text.to_owned()));
        }
    }

    /// A word of the API in the user's language, or as it is.
    fn word(&mut self, label: Msg, raw: Option<&str>, word: fn(&str) -> Option<Msg>) {
        let raw = raw.unwrap_or_default();
        match word(raw) {
            Some(word) => self.add(label, Fact::Word(word)),
            None => self.text(label, raw),
        }
    }

    fn codes<'a>(&mut self, label: Msg, codes: impl IntoIterator<Item = &'a str>) {
        let codes: Vec<String> = codes.into_iter().filter(|c| !c.is_empty()).map(str::to_owned).collect();
        if !codes.is_empty() {
            self.add(label, Fact::Codes(codes));
        }
    }

    fn code(&mut self, label: Msg, code: Option<&str>) {
        self.codes(label, code);
    }

    fn addresses(&mut self, label: Msg, joined: Option<&str>) {
        let list = rows::split_addresses(joined.unwrap_or_default());
        self.codes(label, list.iter().map(String::as_str));
    }

    fn named(&mut self, label: Msg, name: &str, id: &str) {
        match (name.is_empty(), id.is_empty()) {
            (true, true) => {}
            (true, false) => self.code(label, Some(id)),
            (false, true) => self.text(label, name),
            (false, false) => self.add(label, Fact::Named(vec![(name.to_owned(), id.to_owned())])),
        }
    }

    fn flag(&mut self, label: Msg, flag: Option<bool>) {
        if let Some(flag) = flag {
            self.add(label, Fact::YesNo(flag));
        }
    }

    fn group(self, title: Msg) -> Group {
        Group { title, facts: self.0 }
    }
}

type Fill = fn(&Instance, &mut Collect);

/// Every group that has something to say, in the order of the page.
pub fn groups(of: &Instance) -> Vec<Group> {
    let build: [(Msg, Fill); 9] = [
        (fact::BASICS, basics),
        (fact::CONNECTION, network::connection),
        (fact::STORAGE, storage),
        (fact::SECURITY, security),
        (fact::NETWORK, network::network),
        (fact::MAINTENANCE, maintenance),
        (fact::BILLING, billing),
        (fact::FEATURES, features),
        (fact::OTHER, other),
    ];
    let groups = build.into_iter().map(|(title, fill)| {
        let mut collect = Collect(Vec::new());
        fill(of, &mut collect);
        collect.group(title)
    });
    groups.filter(|group| !group.facts.is_empty()).collect()
}

fn basics(of: &Instance, add: &mut Collect) {
    add.code(text::INSTANCE_ID, Some(&of.instance_id));
    add.text(fact::VERSION, &of.engine_version);
    add.text(core::DESCRIPTION, &of.description);
    match of.r#type.as_str() {
        "cluster" => add.add(fact::TYPE, Fact::Word(fact::TYPE_CLUSTER)),
        "single" => add.add(fact::TYPE, Fact::Word(fact::TYPE_SINGLE)),
        other => add.text(fact::TYPE, other),
    }
    add.text(fact::SPECIFICATION, &words::specification(&of.specification));
    add.text(fact::PRODUCT, &of.product_id);
    add.text(fact::RESOURCE_SPEC, &of.resource_spec_code);
    for (label, n) in [(fact::BROKERS, of.broker_num), (fact::NODES, of.node_num)] {
        if let Some(n) = n {
            add.add(label, Fact::Number(n.into()));
        }
    }
    if let Some(limit) = of.partition_num {
        add.add(fact::PARTITION_LIMIT, Fact::Number(limit.0));
    }
    if let Some(at) = of.created_at {
        add.add(core::CREATED, Fact::Time(at.ms()));
    }
    add.named(fact::CREATED_BY, &of.user_name, &of.user_id);
    add.code(fact::ENTERPRISE_PROJECT, of.enterprise_project_id.as_deref());
}

fn list(of: &Option<CommaList>) -> impl Iterator<Item = &str> {
    of.iter().flat_map(|list| list.0.iter()).map(String::as_str)
}

fn storage(of: &Instance, add: &mut Collect) {
    if let Some((used, size)) = rows::storage(of) {
        add.add(fact::USED, Fact::Storage { used, size });
    }
    if let Some(bought) = of.total_storage_space.filter(|n| *n > 0 && *n != of.storage_space) {
        add.add(fact::BOUGHT, Fact::Gigabytes(bought));
        add.add(fact::USABLE, Fact::Gigabytes(of.storage_space));
    }
    add.word(fact::DISK_KIND, Some(&of.storage_spec_code), words::disk_kind);
    add.word(fact::RETENTION_POLICY, of.retention_policy.as_deref(), words::retention_policy);
    if let Some(times) = of.extend_times {
        add.add(fact::EXTENDED, Fact::Counted(fact::EXTENDED_OF, times.into()));
    }
    add.flag(fact::LOGICAL_VOLUME, of.is_logical_volume);
    add.flag(fact::ENCRYPTED, of.disk_encrypted);
    add.code(fact::ENCRYPTION_KEY, of.disk_encrypted_key.as_deref());
    add.text(fact::STORAGE_TYPE, &of.storage_type);
    add.code(fact::STORAGE_RESOURCE, Some(&of.storage_resource_id));
}

fn security(of: &Instance, add: &mut Collect) {
    let kafka = of.engine_kind() != Some(Engine::RocketMq);
    add.flag(if kafka { fact::SASL } else { fact::TLS }, Some(of.ssl_enable));
    add.text(fact::PROTOCOL, of.kafka_security_protocol.as_deref().unwrap_or_default());
    add.text(fact::MECHANISMS, &of.sasl_enabled_mechanisms.clone().unwrap_or_default().join(", "));
    add.code(fact::ACCESS_USER, of.access_user.as_deref());
    add.flag(fact::PLAIN_IN_VPC, of.vpc_client_plain);
    add.flag(fact::TWO_WAY, of.ssl_two_way_enable);
    add.flag(fact::CERT_REPLACED, of.cert_replaced);
    add.flag(fact::ACL, of.enable_acl);
}

fn maintenance(of: &Instance, add: &mut Collect) {
    if !of.maintain_begin.is_empty() {
        add.text(fact::WINDOW, &words::window(&of.maintain_begin, &of.maintain_end));
    }
    add.flag(fact::LOG_COLLECTION, of.enable_log_collection);
    add.text(fact::MONITORING, &of.ces_version.as_deref().unwrap_or_default().replace(',', ", "));
    add.flag(fact::AGENT, of.agent_enable);
}

fn billing(of: &Instance, add: &mut Collect) {
    if let Some(mode) = of.charging_mode {
        add.add(fact::CHARGING, Fact::Word(words::charging(mode)));
    }
    add.code(fact::ORDER, of.order_id.as_deref());
    add.flag(fact::NEW_BILLING, of.new_spec_billing_enable);
    add.text(fact::SERVICE_TYPE, &of.service_type);
}

fn features(of: &Instance, add: &mut Collect) {
    add.flag(fact::AUTO_TOPIC, of.enable_auto_topic);
    add.flag(fact::MANAGER, of.kafka_manager_enable);
    add.code(fact::MANAGER_USER, of.kafka_manager_user.as_deref());
    add.flag(fact::CONNECTOR, of.connector_enable);
    add.code(fact::CONNECTOR_ID, of.connector_id.as_deref());
    add.flag(fact::REST, of.rest_enable);
    add.flag(fact::MESSAGE_QUERY, of.message_query_inst_enable);
    add.flag(fact::TRACE, of.trace_enable);
    add.flag(fact::DISASTER, of.dr_enable);
    let supported: Vec<String> = list(&of.support_features).map(str::to_owned).collect();
    if !supported.is_empty() {
        add.add(fact::SUPPORTS, Fact::Words(supported));
    }
}

fn other(of: &Instance, add: &mut Collect) {
    for (key, value) in &of.rest.0 {
        let fact = match value {
            Value::Null => continue,
            Value::Bool(flag) => Fact::YesNo(*flag),
            Value::String(text) if text.is_empty() => continue,
            Value::String(text) => Fact::Codes(vec![text.clone()]),
            other => Fact::Codes(vec![other.to_string()]),
        };
        add.0.push((Label::Key(key.clone()), fact));
    }
}

#[cfg(test)]
mod tests;
