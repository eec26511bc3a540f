//! What the form holds, and the request that it becomes.

use dms_api::ops::rocketmq::CreateInstanceBody;

use crate::pages::instances::create::draft::{given, ids, number};

/// The form's values. Numbers are the text that was typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    pub name: String,
    pub description: String,
    pub version: String,
    pub enterprise_project: String,
    pub product: String,
    pub brokers: String,
    pub storage: String,
    pub disk: String,
    pub zones: Vec<String>,
    pub vpc: String,
    pub subnet: String,
    pub security_group: String,
    pub ipv6: bool,
    pub public: bool,
    /// Ids of elastic addresses as typed.
    pub public_ips: String,
    pub tls: bool,
    pub acl: bool,
}

impl Draft {
    /// The request's body. What the form leaves open is left out.
    pub fn body(&self) -> CreateInstanceBody {
        CreateInstanceBody {
            name: self.name.trim().to_owned(),
            description: given(&self.description),
            engine: "reliability".to_owned(),
            engine_version: self.version.clone(),
            broker_num: number(&self.brokers),
            storage_space: number(&self.storage),
            storage_spec_code: self.disk.clone(),
            product_id: self.product.clone(),
            vpc_id: self.vpc.trim().to_owned(),
            subnet_id: self.subnet.trim().to_owned(),
            security_group_id: self.security_group.trim().to_owned(),
            available_zones: self.zones.clone(),
            ssl_enable: Some(self.tls),
            enable_acl: Some(self.acl),
            ipv6_enable: Some(self.ipv6),
            enable_publicip: Some(self.public),
            publicip_id: self.public.then(|| ids(&self.public_ips).join(",")),
            enterprise_project_id: given(&self.enterprise_project),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_field_of_the_form_is_sent() {
        let draft = Draft {
            name: " trade ".into(),
            description: "All trades".into(),
            version: "4.8.0".into(),
            enterprise_project: "0".into(),
            product: "c6.4u8g.cluster".into(),
            brokers: "2".into(),
            storage: "600".into(),
            disk: "dms.physical.storage.ultra.v2".into(),
            zones: vec!["z1".into()],
            vpc: "v".into(),
            subnet: "s".into(),
            security_group: "g".into(),
            ipv6: true,
            public: true,
            public_ips: "a\nb".into(),
            tls: true,
            acl: false,
        };
        assert_eq!(
            serde_json::to_value(draft.body()).unwrap(),
            json!({"name": "trade", "description": "All trades", "engine": "reliability",
                "engine_version": "4.8.0", "broker_num": 2, "storage_space": 600,
                "storage_spec_code": "dms.physical.storage.ultra.v2", "product_id": "c6.4u8g.cluster",
                "vpc_id": "v", "subnet_id": "s", "security_group_id": "g", "available_zones": ["z1"],
                "ssl_enable": true, "enable_acl": false, "ipv6_enable": true, "enable_publicip": true,
                "publicip_id": "a,b", "enterprise_project_id": "0"})
        );
    }

    #[test]
    fn what_is_left_open_is_left_out() {
        let body = serde_json::to_value(Draft::default().body()).unwrap();
        for key in ["description", "publicip_id", "enterprise_project_id"] {
            assert!(body.get(key).is_none(), "{key}");
        }
    }
}
