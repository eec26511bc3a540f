use dms_api::error::{ApiError, field_hint, normalise};
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
    let iam = r#"{"error_code":"IAM.0011","error_msg":"Request parameter error"}"#;
    assert_eq!(read(400, iam).0, "IAM.0011");
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

proptest! {
    #[test]
    fn any_body_is_read(status in 400_u16..600, body: String) {
        let error = ApiError::read(status, &body, None);
        prop_assert!(!error.code.is_empty());
    }
}
