//! What clients in other networks are told about each broker: before, after, and the request.

use std::collections::BTreeMap;

use dms_api::models::Instance;
use dms_api::models::kafka::CrossVpcResults;
use dms_api::ops::kafka::CrossVpcBody;
use dms_api::record::Json;

/// One broker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Broker {
    /// The address that it listens on, which names it.
    pub listener: String,
    /// What clients are told.
    pub told: String,
}

/// The brokers of an instance in the order of the service; none where it does not say.
pub fn brokers(instance: &Instance) -> Vec<Broker> {
    let info = instance.cross_vpc_info.as_ref().and_then(|info| info.0.as_object());
    let broker = |(listener, entry): (&String, &Json)| {
        let told = entry.get("advertised_ip").and_then(Json::as_str).filter(|told| !told.is_empty());
        Broker { listener: listener.clone(), told: told.unwrap_or(listener).to_owned() }
    };
    info.into_iter().flatten().map(broker).collect()
}

/// Names of the brokers whose address differs; `wanted` is in the order of `before`.
pub fn changed(before: &[Broker], wanted: &[String]) -> Vec<String> {
    let differs = |(broker, wanted): &(&Broker, &String)| broker.told != wanted.trim();
    before.iter().zip(wanted).filter(differs).map(|(broker, _)| broker.listener.clone()).collect()
}

/// Whether a changed broker would have the address of another one.
pub fn has_twins(before: &[Broker], wanted: &[String]) -> bool {
    let count = |address: &str| wanted.iter().filter(|one| one.trim() == address).count();
    let mut pairs = before.iter().zip(wanted);
    pairs.any(|(broker, one)| broker.told != one.trim() && count(one.trim()) > 1)
}

/// The request that changes the brokers of `keys`. The service wants all of them: the others keep what they have.
pub fn body(now: &[Broker], wanted: &BTreeMap<String, String>, keys: &[String]) -> CrossVpcBody {
    let told = |broker: &Broker| match wanted.get(&broker.listener) {
        Some(wanted) if keys.contains(&broker.listener) => wanted.clone(),
        _ => broker.told.clone(),
    };
    let advertised_ip_contents = now.iter().map(|broker| (broker.listener.clone(), told(broker))).collect();
    CrossVpcBody { advertised_ip_contents }
}

/// What the answer says of one broker.
pub fn said(answer: &CrossVpcResults, listener: &str) -> Option<bool> {
    answer.results.iter().find(|result| result.ip == listener).map(|result| result.success)
}

#[cfg(test)]
mod tests {
    use dms_api::record::FromAnswer;
    use serde_json::json;

    use super::*;

    fn before() -> Vec<Broker> {
        let info =
            r#"{"10.0.0.1":{"advertised_ip":"a.example"},"10.0.0.2":{"advertised_ip":""},"10.0.0.3":{}}"#;
        brokers(&Instance::from_answer(&json!({ "cross_vpc_info": info })))
    }

    fn texts(all: [&str; 3]) -> Vec<String> {
        all.map(str::to_owned).to_vec()
    }

    #[test]
    fn a_broker_without_an_address_announces_its_own() {
        let told: Vec<String> = before().into_iter().map(|broker| broker.told).collect();
        assert_eq!(told, ["a.example", "10.0.0.2", "10.0.0.3"]);
        assert!(brokers(&Instance::default()).is_empty());
    }

    #[test]
    fn all_brokers_are_sent_and_only_the_wanted_ones_changed() {
        let wanted = texts(["b.example", " 10.0.0.2 ", "c.example"]);
        assert_eq!(changed(&before(), &wanted), ["10.0.0.1", "10.0.0.3"]);
        let by_broker = before().iter().map(|b| b.listener.clone()).zip(wanted).collect();
        let body = body(&before(), &by_broker, &["10.0.0.3".to_owned()]);
        let sent: Vec<&str> = body.advertised_ip_contents.values().map(String::as_str).collect();
        assert_eq!(sent, ["a.example", "10.0.0.2", "c.example"]);
    }

    #[test]
    fn twins_are_noticed() {
        let told = |all: [&str; 3]| has_twins(&before(), &texts(all));
        assert!(told(["a.example", "b", " b "]) && told(["10.0.0.2", "10.0.0.2", "10.0.0.3"]));
        assert!(!told(["a", "b", "c"]) && !told(["a.example", "10.0.0.2", "10.0.0.3"]));
    }
}
