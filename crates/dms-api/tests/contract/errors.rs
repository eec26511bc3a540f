use dms_api::error::{ApiError, Catalogue, field_hint, normalise};
use dms_api::rules::{Problem, dms_code};
use dms_api::sign::sha256;
use proptest::prelude::*;

fn read(status: u16, body: &str) -> (String, String) {
    let error = ApiError::read(status, body, None);
    (error.code, error.message)
}

#[test]
fn the_bodies_of_three_services() {
    let dms = r#"{"error_code":"DMS.00404022","error_msg":"This instance does not exist."}"#;
    assert_eq!(read(404, dms), ("DMS.00404022".into(), "This instance does not exist.".into()));

    let gateway = r#"{"error_msg":"Incorrect IAM authentication information: verify aksk signature fail",
        "error_code":"APIGW.0301","request_id":"acf548ae8ee5f5ed6cdb2087b4cd1e83"}"#;
    let error = ApiError::read(401, gateway, None);
    assert_eq!(error.code, "APIGW.0301");
    assert_eq!(error.request_id.as_deref(), Some("acf548ae8ee5f5ed6cdb2087b4cd1e83"));
    assert!(error.is_auth());
    assert_eq!(ApiError::read(401, gateway, Some("from-header")).request_id.as_deref(), Some("from-header"));

    let iam =
        r#"{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}"#;
    assert_eq!(read(401, iam), ("401".into(), "The username or password is wrong.".into()));
    let iam = r#"{"error_code":"AS.0001","error_msg":"no such format"}"#;
    assert_eq!(read(400, iam).0, "AS.0001");
    let camel = r#"{"errorCode":"DMS.1","errorMsg":"m"}"#;
    assert_eq!(read(400, camel), ("DMS.1".into(), "m".into()));
    let split = r#"{"message":"outer","error":{"error_code":"DMS.2"},"request_id":"r"}"#;
    assert_eq!(read(400, split), ("DMS.2".into(), "outer".into()));
}

#[test]
fn bodies_that_are_no_answer() {
    assert_eq!(read(502, ""), ("502".into(), String::new()));
    assert_eq!(read(429, "slow down"), ("429".into(), "slow down".into()));
    let html = "<html><head><title>502 Bad Gateway</title></head><body>…</body></html>";
    assert_eq!(read(502, html), ("502".into(), "502 Bad Gateway".into()));
    let cut = r#"{"error_code":"DMS.00400026","error_msg":"This operation is not all"#;
    assert_eq!(read(400, cut), ("DMS.00400026".into(), "This operation is not all".into()));
    assert_eq!(read(400, r#"{"error_msg":"say \"hi\"","error_code":"DMS. 004"#).0, "DMS.004");
    assert_eq!(read(400, "[]"), ("400".into(), String::new()));
    assert_eq!(read(500, "null").0, "500");
    assert_eq!(read(400, &"x".repeat(5000)).1.len(), 300);
}

#[test]
fn codes_are_told_apart() {
    assert_eq!(normalise("DMS. 00400012"), "DMS.00400012");
    let flow = ApiError::read(404, r#"{"error_code":"DMS.10240407","error_msg":""}"#, None);
    assert!(flow.is_flow_control() && !flow.is_not_found());
    assert!(ApiError::read(404, "", None).is_not_found());
    assert!(ApiError::read(429, "", None).is_flow_control());
    assert!(ApiError::read(503, "", None).is_server_fault());
    assert!(ApiError::read(403, "", None).is_forbidden());
    assert_eq!(field_hint("DMS.00400010"), Some("name"));
    assert_eq!(field_hint("DMS.00400026"), None);
}

/// Status, code and hash of the message of every code that the references print.
fn printed_codes() -> impl Iterator<Item = (u16, &'static str, &'static str)> {
    let lines = include_str!("../data/error-codes.txt").lines().filter(|l| !l.starts_with('#'));
    lines.map(|line| {
        let mut parts = line.split(' ');
        let mut next = || parts.next().unwrap_or_default();
        (next().parse().unwrap(), next(), next())
    })
}

#[test]
fn every_printed_code_is_explained_in_our_own_words() {
    let catalogue = Catalogue::embedded();
    assert_eq!(printed_codes().count(), 167);
    for (status, code, message) in printed_codes() {
        let entry = catalogue.0.get(code).unwrap_or_else(|| panic!("{code} is missing"));
        assert_eq!(entry.status, status, "{code}");
        for text in [&entry.en.explain, &entry.en.remedy, &entry.zh.explain, &entry.zh.remedy] {
            let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
            assert_ne!(sha256(letters.to_lowercase().as_bytes()), message, "{code} copies the reference");
        }
    }
}

#[test]
fn every_text_is_there_and_in_its_language() {
    let chinese = |text: &str| text.chars().any(|c| ('一'..='鿿').contains(&c));
    for (code, entry) in &Catalogue::embedded().0 {
        for text in [&entry.en.explain, &entry.en.remedy] {
            assert!(text.ends_with('.') && !chinese(text), "{code}: {text}");
        }
        for text in [&entry.zh.explain, &entry.zh.remedy] {
            assert!(text.ends_with('。') && chinese(text), "{code}: {text}");
        }
        assert!((200..600).contains(&entry.status), "{code}");
    }
}

#[test]
fn an_error_without_a_code_is_explained_by_its_status() {
    let catalogue = Catalogue::embedded();
    let known = ApiError::read(404, r#"{"error_code":"DMS.00404022","error_msg":""}"#, None);
    assert_eq!(catalogue.explain(&known), catalogue.0.get("DMS.00404022"));
    assert_eq!(catalogue.explain(&ApiError::read(502, "<html>", None)), catalogue.0.get("502"));
    let unheard = ApiError::read(404, r#"{"error_code":"NEW.1","error_msg":""}"#, None);
    assert_eq!(catalogue.explain(&unheard), catalogue.0.get("404"));
    assert_eq!(Catalogue::read(&serde_json::json!([1])), Catalogue::default());
}

#[test]
fn codes_of_rules_and_hints_of_fields_agree_with_the_catalogue() {
    let known: Vec<&str> = printed_codes().map(|(_, code, _)| code).collect();
    let fields = [
        "name",
        "description",
        "engine",
        "engine_version",
        "product_id",
        "broker_num",
        "storage_space",
        "vpc_id",
        "subnet_id",
        "security_group_id",
        "available_zones",
        "access_user",
        "password",
        "kafka_manager_user",
        "kafka_manager_password",
        "maintain_begin",
        "maintain_end",
        "publicip_id",
        "tags",
        "tags.key",
        "tags.value",
        "period_type",
        "period_num",
        "id",
        "partition",
        "replication",
        "retention_time",
        "topic_desc",
        "instances",
        "action",
        "storage_spec_code",
        "disk_encrypted_key",
        "topic_other_configs.max.message.bytes",
    ];
    for field in fields {
        for problem in [Problem::Required, Problem::Duplicate, Problem::TooLong { max: 1 }, Problem::Unknown]
        {
            let code = dms_code(field, &problem);
            assert!(known.contains(&code), "{field}: {code}");
        }
    }
    let hints = known.iter().filter(|code| field_hint(code).is_some()).count();
    assert_eq!(hints, 53, "every code with a hint is printed");
    assert_eq!(field_hint(dms_code("name", &Problem::Required)), Some("name"));
    assert_eq!(field_hint(dms_code("storage_space", &Problem::TooSmall { min: 1 })), Some("storage_space"));
}

proptest! {
    #[test]
    fn any_body_is_read(status in 400_u16..600, body: String) {
        let error = ApiError::read(status, &body, None);
        prop_assert!(!error.code.is_empty());
    }
}
