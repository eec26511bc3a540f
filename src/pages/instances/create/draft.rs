//! What the form holds, and the request that it becomes.

use dms_api::models::Tag;
use dms_api::ops::kafka::{BssParam, CreateInstanceBody};
use dms_api::secret::Secret;

/// The create form's values. Numbers are the text that was typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    pub name: String,
    pub description: String,
    pub version: String,
    pub enterprise_project: String,

    pub product: String,
    pub arch: String,
    pub brokers: String,
    pub storage: String,
    pub disk: String,
    pub encrypted: bool,
    pub encryption_key: String,
    /// `time_base` or `produce_reject`.
    pub retention: String,

    pub zones: Vec<String>,
    pub vpc: String,
    pub subnet: String,
    pub security_group: String,
    pub public: bool,
    /// Ids of elastic addresses as typed, see [`ids`].
    pub public_ips: String,

    pub sasl: bool,
    pub protocol: String,
    pub mechanisms: Vec<String>,
    pub user: String,
    pub password: Secret,
    pub plain_in_vpc: bool,
    pub manager_user: String,
    pub manager_password: Secret,

    /// Start and end of the maintenance window, `02:00`; empty for the service's own choice.
    pub window: Option<(String, String)>,
    pub auto_topic: bool,
    pub connector: bool,
    pub tags: Vec<Tag>,

    pub prepaid: bool,
    /// `month` or `year`.
    pub period_type: String,
    pub periods: String,
    pub auto_renew: bool,
    pub auto_pay: bool,
}

impl Draft {
    /// The request's body. What the form leaves open is left out, and so is what an unticked box makes pointless.
    pub fn body(&self) -> CreateInstanceBody {
        let secured = |value: String| self.sasl.then_some(value);
        CreateInstanceBody {
            name: self.name.trim().to_owned(),
            description: given(&self.description),
            engine: "kafka".to_owned(),
            engine_version: self.version.clone(),
            broker_num: number(&self.brokers),
            storage_space: number(&self.storage),
            storage_spec_code: self.disk.clone(),
            product_id: self.product.clone(),
            vpc_id: self.vpc.trim().to_owned(),
            subnet_id: self.subnet.trim().to_owned(),
            security_group_id: self.security_group.trim().to_owned(),
            available_zones: self.zones.clone(),
            arch_type: given(&self.arch),
            ssl_enable: Some(self.sasl),
            kafka_security_protocol: secured(self.protocol.clone()),
            sasl_enabled_mechanisms: self.sasl.then(|| self.mechanisms.clone()),
            access_user: secured(self.user.trim().to_owned()),
            password: self.sasl.then(|| self.password.clone()),
            vpc_client_plain: self.sasl.then_some(self.plain_in_vpc),
            kafka_manager_user: given(&self.manager_user),
            kafka_manager_password: Some(self.manager_password.clone()).filter(|p| !p.is_empty()),
            maintain_begin: self.window.as_ref().map(|(begin, _)| begin.clone()),
            maintain_end: self.window.as_ref().map(|(_, end)| end.clone()),
            enable_publicip: Some(self.public),
            publicip_id: self.public.then(|| ids(&self.public_ips).join(",")),
            retention_policy: given(&self.retention),
            disk_encrypted_enable: Some(self.encrypted),
            disk_encrypted_key: self.encrypted.then(|| self.encryption_key.trim().to_owned()),
            connector_enable: Some(self.connector),
            enable_auto_topic: Some(self.auto_topic),
            ipv6_enable: None,
            enterprise_project_id: given(&self.enterprise_project),
            tags: (!self.tags.is_empty()).then(|| self.tags.clone()),
            bss_param: self.prepaid.then(|| self.payment()),
        }
    }

    fn payment(&self) -> BssParam {
        BssParam {
            charging_mode: Some(BssParam::PREPAID.to_owned()),
            period_type: Some(self.period_type.clone()),
            period_num: Some(number(&self.periods)),
            is_auto_renew: Some(self.auto_renew),
            is_auto_pay: Some(self.auto_pay),
        }
    }
}

/// The text without blanks around it, `None` if nothing is left.
pub fn given(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The number typed; 0, which no rule allows, for anything else.
pub fn number(text: &str) -> i64 {
    text.trim().parse().unwrap_or(0)
}

/// Ids typed with commas, blanks or line breaks between them.
pub fn ids(text: &str) -> Vec<String> {
    text.split([',', ';', '，', '；']).flat_map(str::split_whitespace).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            name: " orders ".into(),
            version: "2.7".into(),
            brokers: "3".into(),
            storage: " 300 ".into(),
            zones: vec!["z1".into()],
            user: "app".into(),
            password: "Secr3t!word".into(),
            public_ips: "a, b\nc".into(),
            encryption_key: "key".into(),
            periods: "2".into(),
            period_type: "year".into(),
            ..Draft::default()
        }
    }

    #[test]
    fn what_an_unticked_box_makes_pointless_is_not_sent() {
        let body = draft().body();
        assert_eq!((body.name.as_str(), body.broker_num, body.storage_space), ("orders", 3, 300));
        assert_eq!((body.ssl_enable, body.password, body.access_user), (Some(false), None, None));
        assert_eq!((body.publicip_id, body.disk_encrypted_key, body.bss_param), (None, None, None));
        assert_eq!((body.description, body.maintain_begin, body.tags), (None, None, None));
    }

    #[test]
    fn ticked_boxes_bring_their_fields() {
        let draft = Draft {
            sasl: true,
            mechanisms: vec!["PLAIN".into()],
            protocol: "SASL_SSL".into(),
            public: true,
            encrypted: true,
            prepaid: true,
            auto_pay: true,
            window: Some(("22:00".into(), "02:00".into())),
            ..draft()
        };
        let body = draft.body();
        assert_eq!(body.access_user.as_deref(), Some("app"));
        assert_eq!(body.publicip_id.as_deref(), Some("a,b,c"));
        assert_eq!(body.disk_encrypted_key.as_deref(), Some("key"));
        assert_eq!(body.maintain_end.as_deref(), Some("02:00"));
        let payment = body.bss_param.unwrap_or_default();
        assert_eq!((payment.period_num, payment.period_type.as_deref()), (Some(2), Some("year")));
        assert_eq!((payment.is_auto_pay, payment.is_auto_renew), (Some(true), Some(false)));
    }

    #[test]
    fn ids_may_be_typed_in_any_way() {
        assert_eq!(ids("a, b\n c；d"), ["a", "b", "c", "d"]);
        assert!(ids(" ,\n").is_empty());
    }
}
