//! The headers that prove who sends a request.

use dms_api::operation::Request;
use dms_api::sign::{self, Credentials};
use dms_api::time;

use crate::session::Auth;

/// Headers for a request to `host` at `at` (epoch milliseconds). IAM is asked about no project.
pub fn headers(
    auth: &Auth,
    project_id: &str,
    request: &Request,
    host: &str,
    at: i64,
) -> Vec<(&'static str, String)> {
    if let Auth::Keys { access_key, secret_key, security_token } = auth {
        let credentials = Credentials {
            access_key: access_key.clone(),
            secret_key: secret_key.clone(),
            security_token: Some(security_token.clone()).filter(|t| !t.is_empty()),
        };
        let project = (request.spec.service() != "iam" && !project_id.is_empty()).then_some(project_id);
        return sign::sign(request, &credentials, &time::sdk_date(at), host, project);
    }
    let mut headers = Vec::new();
    if request.body.is_some() {
        headers.push(("Content-Type", sign::JSON.to_owned()));
    }
    if let Auth::Token { token } = auth {
        headers.push(("X-Auth-Token", token.expose().to_owned()));
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::operation::{Method, Spec};

    fn sent(auth: &Auth, id: &'static str) -> String {
        let spec: &'static Spec = Box::leak(Box::new(Spec {
            id,
            section: "",
            method: Method::Get,
            path: "/v2/{project_id}/instances",
            action: "",
            success: 200,
        }));
        let path = "/v2/p1/instances".to_owned();
        let request = Request { spec, method: Method::Get, path, query: "engine=kafka".into(), body: None };
        let headers = headers(auth, "p1", &request, "dms.example", 1_700_000_000_000);
        headers.into_iter().map(|(name, value)| format!("{name}: {value}\n")).collect()
    }

    #[test]
    fn a_token_goes_as_it_is() {
        assert_eq!(sent(&Auth::Token { token: "T1".into() }, "kafka.ListInstances"), "X-Auth-Token: T1\n");
        assert_eq!(sent(&Auth::Nobody, "iam.CreateToken"), "");
    }

    #[test]
    fn keys_sign_and_never_leave() {
        let auth = |token: &str| Auth::Keys {
            access_key: "AK1".into(),
            secret_key: "SK1".into(),
            security_token: token.into(),
        };
        let permanent = sent(&auth(""), "kafka.ListInstances");
        assert!(permanent.contains("Access=AK1, SignedHeaders=host;x-project-id;x-sdk-date"), "{permanent}");
        assert!(!permanent.contains("SK1") && !permanent.contains("X-Security-Token"), "{permanent}");
        let temporary = sent(&auth("ST1"), "iam.ListProjects");
        assert!(
            temporary.contains("X-Security-Token: ST1") && !temporary.contains("X-Project-Id"),
            "{temporary}"
        );
    }
}
