//! Version 1 of Kafka's API (K7.1), where the connection asks for it: calls about instances and topics go to its
//! paths. It has the same fields under the same names but for a few, which are renamed here, and its answers read the
//! same. What it has no call for goes to version 2.
//!
//! Ordering an instance is not among these: version 1 sells bandwidth, so that is a form of its own.

use dms_api::operation::{Operation, Request, Spec};
use dms_api::ops::kafka::v1;

/// Operations of version 2 and their counterparts.
const PAIRS: [(&str, &Spec); 10] = [
    ("kafka.ListInstances", v1::ListInstances::SPEC),
    ("kafka.ShowInstance", v1::ShowInstance::SPEC),
    ("kafka.ModifyInstance", v1::ModifyInstance::SPEC),
    ("kafka.DeleteInstance", v1::DeleteInstance::SPEC),
    ("kafka.BatchAction", v1::BatchAction::SPEC),
    ("kafka.CreateTopic", v1::CreateTopic::SPEC),
    ("kafka.ListTopics", v1::ListTopics::SPEC),
    ("kafka.DeleteTopics", v1::DeleteTopics::SPEC),
    ("kafka.ListAvailableZones", v1::ListAvailableZones::SPEC),
    ("kafka.ListMaintainWindows", v1::ListMaintainWindows::SPEC),
];

/// The request of version 1 that does the same; `None` where there is none.
pub fn translated(request: &Request) -> Option<Request> {
    let (_, spec) = PAIRS.iter().find(|(id, _)| *id == request.spec.id)?;
    let query = match spec.id {
        "kafka.V1ListInstances" => instances_query(&request.query),
        _ => String::new(),
    };
    // The only key that is spelled differently. Nothing else in the body can hold it: it has ids and a word.
    let body = request.body.as_ref().map(|body| match spec.id {
        "kafka.V1BatchAction" => body.replace("\"all_failure\":", "\"allFailure\":"),
        _ => body.clone(),
    });
    Some(Request { spec, method: spec.method, path: path(spec, request)?, query, body })
}

/// The path of `spec` with the encoded segments that fill the placeholders of `request`'s own.
fn path(spec: &Spec, request: &Request) -> Option<String> {
    let mut path = String::new();
    for segment in spec.path.split('/').skip(1) {
        path.push('/');
        if !segment.starts_with('{') {
            path.push_str(segment);
            continue;
        }
        let mut places = request.spec.path.split('/').zip(request.path.split('/'));
        path.push_str(places.find(|(name, _)| *name == segment)?.1);
    }
    Some(path)
}

/// Version 1 counts instances from 1 and writes two names in another way.
fn instances_query(query: &str) -> String {
    let part = |part: &str| match part.split_once('=') {
        Some(("offset", n)) => format!("start={}", n.parse::<u64>().unwrap_or_default() + 1),
        Some(("instance_id", id)) => format!("id={id}"),
        Some(("include_failure", value)) => format!("includeFailure={value}"),
        Some(("exact_match_name", value)) => format!("exactMatchName={value}"),
        _ => part.to_owned(),
    };
    query.split('&').filter(|p| !p.is_empty()).map(part).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use dms_api::ops::kafka::{
        BatchAction, DeleteTopics, DeleteTopicsBody, ListInstances, ListTopics, ListUsers,
    };
    use dms_api::ops::shared::InstanceActionBody;
    use dms_api::{Engine, Scope};

    use super::*;

    fn of(op: &impl Operation) -> Option<Request> {
        translated(&op.request(&Scope { project_id: "p1".into() }).unwrap())
    }

    #[test]
    fn paths_keep_their_names() {
        let body = DeleteTopicsBody { topics: vec!["a".into()] };
        let request = of(&DeleteTopics { instance_id: "i 1".into(), body: body.clone() }).unwrap();
        assert_eq!(request.path, "/v1.0/p1/instances/i%201/topics/delete");
        assert_eq!(request.spec.id, "kafka.V1DeleteTopics");
        assert_eq!(request.body, Some(serde_json::to_string(&body).unwrap()));
        let topics = of(&ListTopics { instance_id: "i1".into(), limit: Some(50), offset: Some(0) }).unwrap();
        assert_eq!(topics.target(), "/v1.0/p1/instances/i1/topics");
    }

    #[test]
    fn names_that_differ_are_renamed() {
        let list = ListInstances {
            engine: Engine::Kafka,
            include_failure: Some(true),
            offset: Some(50),
            limit: Some(50),
            ..ListInstances::default()
        };
        let target = of(&list).unwrap().target();
        assert_eq!(target, "/v1.0/p1/instances?engine=kafka&includeFailure=true&start=51&limit=50");
        let failed = InstanceActionBody::delete_failed(Engine::Kafka);
        let body = of(&BatchAction { body: failed }).unwrap().body.unwrap();
        assert!(body.contains(r#""allFailure":"kafka""#) && !body.contains("all_failure"), "{body}");
    }

    #[test]
    fn what_version_1_lacks_stays_with_version_2() {
        assert_eq!(of(&ListUsers { instance_id: "i1".into() }), None);
    }
}
