//! Settings that connect a client to an instance. Words in angle brackets are for the user to replace.

use dms_api::models::Instance;

use crate::pages::instances::{addresses, split_addresses};

/// A kind of client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    Java,
    Kcat,
    Python,
}

/// Where and how to connect.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// `host:port,host:port`.
    pub servers: String,
    /// `PLAINTEXT`, `SASL_SSL`, `SASL_PLAINTEXT`.
    pub protocol: String,
    /// `SCRAM-SHA-512` where there is a choice; empty without SASL.
    pub mechanism: String,
    pub user: String,
}

impl Access {
    /// The access of an instance from inside its network or from the internet; `None` where it has no address.
    pub fn of(instance: &Instance, public: bool) -> Option<Self> {
        let servers = if public {
            instance.public_connect_address.as_ref().map(|list| list.0.join(",")).unwrap_or_default()
        } else {
            private_servers(instance)
        };
        let sasl = instance.ssl_enable;
        let said = instance.kafka_security_protocol.clone().filter(|p| !p.is_empty());
        let mechanisms = instance.sasl_enabled_mechanisms.clone().unwrap_or_default();
        let scram = mechanisms.is_empty() || mechanisms.iter().any(|m| m == "SCRAM-SHA-512");
        let access = Self {
            servers: split_addresses(&servers).join(","),
            protocol: if sasl { said.unwrap_or_else(|| "SASL_SSL".into()) } else { "PLAINTEXT".into() },
            mechanism: match (sasl, scram) {
                (false, _) => String::new(),
                (true, true) => "SCRAM-SHA-512".into(),
                (true, false) => "PLAIN".into(),
            },
            user: instance.access_user.clone().filter(|u| !u.is_empty()).unwrap_or_else(|| "<user>".into()),
        };
        (!access.servers.is_empty()).then_some(access)
    }

    /// The same at the local DMS: whatever was ordered, its brokers speak SASL/PLAIN without TLS. `None` where that is
    /// what the instance says anyway.
    pub fn at_local_dms(&self) -> Option<Self> {
        let spoken = Self { protocol: "SASL_PLAINTEXT".into(), mechanism: "PLAIN".into(), ..self.clone() };
        (self.sasl() && *self != spoken).then_some(spoken)
    }

    fn sasl(&self) -> bool {
        !self.mechanism.is_empty()
    }

    fn tls(&self) -> bool {
        self.protocol.ends_with("SSL")
    }

    /// The settings for one kind of client.
    pub fn snippet(&self, client: Client) -> String {
        match client {
            Client::Java => self.java(),
            Client::Kcat => self.kcat(),
            Client::Python => self.python(),
        }
    }

    fn java(&self) -> String {
        let mut lines = vec![format!("bootstrap.servers={}", self.servers)];
        if self.sasl() {
            let module = match self.mechanism.as_str() {
                "PLAIN" => "org.apache.kafka.common.security.plain.PlainLoginModule",
                _ => "org.apache.kafka.common.security.scram.ScramLoginModule",
            };
            lines.push(format!("security.protocol={}", self.protocol));
            lines.push(format!("sasl.mechanism={}", self.mechanism));
            lines.push(format!(
                "sasl.jaas.config={module} required username=\"{}\" password=\"<password>\";",
                self.user
            ));
        }
        if self.tls() {
            // The service's certificate does not name the hosts.
            lines.push("ssl.truststore.location=<path to client.jks>".into());
            lines.push("ssl.truststore.password=<truststore password>".into());
            lines.push("ssl.endpoint.identification.algorithm=".into());
        }
        lines.join("\n")
    }

    fn kcat(&self) -> String {
        let mut parts = vec![format!("kcat -b {} -L", self.servers)];
        if self.sasl() {
            parts.push(format!("-X security.protocol={}", self.protocol));
            parts.push(format!("-X sasl.mechanism={}", self.mechanism));
            parts.push(format!("-X sasl.username='{}'", self.user));
            parts.push("-X sasl.password='<password>'".into());
        }
        if self.tls() {
            parts.push("-X ssl.ca.location=<path to client.pem>".into());
            parts.push("-X ssl.endpoint.identification.algorithm=none".into());
        }
        parts.join(" \\\n  ")
    }

    fn python(&self) -> String {
        let mut entries = vec![format!("    \"bootstrap.servers\": \"{}\",", self.servers)];
        let mut entry = |key: &str, value: &str| entries.push(format!("    \"{key}\": \"{value}\","));
        if self.sasl() {
            entry("security.protocol", &self.protocol);
            entry("sasl.mechanism", &self.mechanism);
            entry("sasl.username", &self.user);
            entry("sasl.password", "<password>");
        }
        if self.tls() {
            entry("ssl.ca.location", "<path to client.pem>");
            entry("ssl.endpoint.identification.algorithm", "none");
        }
        format!("from confluent_kafka import Producer\n\nproducer = Producer({{\n{}\n}})", entries.join("\n"))
    }
}

/// Every broker, where one list names more of them than the other.
fn private_servers(instance: &Instance) -> String {
    let told = addresses(instance);
    let all =
        instance.kafka_private_connect_address.as_ref().map(|list| list.0.as_slice()).unwrap_or_default();
    if all.len() > told.len() { all.join(",") } else { told.join(",") }
}

#[cfg(test)]
mod tests {
    use dms_api::record::FromAnswer;
    use serde_json::json;

    use super::*;

    fn access(json: serde_json::Value) -> Option<Access> {
        Access::of(&Instance::from_answer(&json), false)
    }

    #[test]
    fn a_plaintext_instance_needs_only_its_addresses() {
        let access = access(json!({"engine": "kafka", "connect_address": "10.0.0.1,10.0.0.2", "port": 9092}));
        let access = access.unwrap_or_default();
        assert_eq!(access.snippet(Client::Java), "bootstrap.servers=10.0.0.1:9092,10.0.0.2:9092");
        assert_eq!(access.snippet(Client::Kcat), "kcat -b 10.0.0.1:9092,10.0.0.2:9092 -L");
    }

    #[test]
    fn sasl_brings_mechanism_user_and_trust() {
        let access = access(
            json!({"engine": "kafka", "connect_address": "10.0.0.1", "port": 9093, "ssl_enable": true,
            "kafka_security_protocol": "SASL_SSL", "sasl_enabled_mechanisms": ["PLAIN", "SCRAM-SHA-512"],
            "access_user": "app"}),
        )
        .unwrap_or_default();
        let java = access.snippet(Client::Java);
        assert!(java.contains("sasl.mechanism=SCRAM-SHA-512") && java.contains("ScramLoginModule"), "{java}");
        assert!(
            java.contains("username=\"app\" password=\"<password>\"") && java.contains("truststore"),
            "{java}"
        );
        assert!(access.snippet(Client::Kcat).contains("-X sasl.username='app'"));
        assert!(access.snippet(Client::Python).contains("\"ssl.ca.location\""));
    }

    #[test]
    fn without_tls_there_is_nothing_to_trust() {
        let access =
            access(json!({"engine": "kafka", "connect_address": "h", "port": 9095, "ssl_enable": true,
            "kafka_security_protocol": "SASL_PLAINTEXT", "sasl_enabled_mechanisms": "SCRAM-SHA-512"}))
            .unwrap_or_default();
        let java = access.snippet(Client::Java);
        assert!(!java.contains("truststore") && java.contains("username=\"<user>\""), "{java}");
    }

    #[test]
    fn every_broker_is_named() {
        let access = access(json!({"engine": "kafka", "connect_address": "127.0.0.1", "port": 9000,
            "kafka_private_connect_address": "127.0.0.1:9000,127.0.0.1:9001,127.0.0.1:9002"}))
        .unwrap_or_default();
        assert_eq!(access.servers, "127.0.0.1:9000,127.0.0.1:9001,127.0.0.1:9002");
    }

    #[test]
    fn the_local_dms_has_neither_tls_nor_scram() {
        let of = |json| access(json).unwrap_or_default();
        let plain = of(json!({"engine": "kafka", "connect_address": "h", "port": 9092}));
        assert_eq!(plain.at_local_dms(), None);
        let ordered = of(json!({"engine": "kafka", "connect_address": "h", "port": 9093, "ssl_enable": true,
            "kafka_security_protocol": "SASL_SSL", "access_user": "app"}));
        let spoken = ordered.at_local_dms().unwrap_or_default();
        let java = spoken.snippet(Client::Java);
        assert!(java.contains("SASL_PLAINTEXT") && java.contains("PlainLoginModule"), "{java}");
        assert!(!java.contains("truststore") && java.contains("username=\"app\""), "{java}");
        assert_eq!(spoken.at_local_dms(), None);
    }

    #[test]
    fn no_address_no_snippet() {
        assert_eq!(access(json!({"engine": "kafka", "status": "CREATING"})), None);
    }
}
