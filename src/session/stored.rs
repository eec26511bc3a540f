//! A session as the tab keeps it. Read and written by hand: derived code for these types is ten times as large.

use dms_api::record::{JsonObject, field};
use serde_json::{Value, json};

use super::{Auth, Connection, Session};

/// The session as JSON. It holds secrets.
pub fn written(session: &Session) -> String {
    let c = &session.connection;
    let auth = match &session.auth {
        Auth::Token { token } => json!({ "token": token.expose() }),
        Auth::Keys { access_key, secret_key, security_token } => json!({
            "access_key": access_key.as_str(),
            "secret_key": secret_key.expose(),
            "security_token": security_token.expose(),
        }),
        Auth::Nobody => Value::Null,
    };
    let session = json!({
        "region": c.region.as_str(),
        "dms": c.dms.as_str(),
        "iam": c.iam.as_str(),
        "project_id": c.project_id.as_str(),
        "project_name": c.project_name.as_str(),
        "domain": c.domain.as_str(),
        "version_1": c.version_1,
        "user": session.user.as_str(),
        "expires_at": session.expires_at,
        "auth": auth,
    });
    // Not by its Display, which brings the pretty printer along.
    serde_json::to_string(&session).unwrap_or_default()
}

/// The session that [`written`] made; `None` for anything else.
pub fn read(text: &str) -> Option<Session> {
    let value: Value = serde_json::from_str(text).ok()?;
    let object = value.as_object()?;
    let text = |name: &str| -> String { field(object, &[name]) };
    let connection = Connection {
        region: text("region"),
        dms: text("dms"),
        iam: text("iam"),
        project_id: text("project_id"),
        project_name: text("project_name"),
        domain: text("domain"),
        version_1: field(object, &["version_1"]),
    };
    let auth = read_auth(object.get("auth")?.as_object()?)?;
    Some(Session { connection, auth, user: text("user"), expires_at: field(object, &["expires_at"]) })
}

fn read_auth(object: &JsonObject) -> Option<Auth> {
    let text = |name: &str| object.get(name).and_then(Value::as_str).map(str::to_owned);
    if let Some(token) = text("token") {
        return Some(Auth::Token { token: token.into() });
    }
    Some(Auth::Keys {
        access_key: text("access_key")?,
        secret_key: text("secret_key")?.into(),
        security_token: text("security_token").unwrap_or_default().into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(auth: Auth, expires_at: Option<i64>) -> Session {
        let connection = Connection {
            region: "eu-west-0".into(),
            dms: "https://dms.example".into(),
            iam: "https://iam.example".into(),
            project_id: "p1".into(),
            project_name: "eu-west-0".into(),
            domain: "acme".into(),
            version_1: true,
        };
        Session { connection, auth, user: "me".into(), expires_at }
    }

    #[test]
    fn a_session_survives_a_reload() {
        let keys =
            Auth::Keys { access_key: "AK".into(), secret_key: "s\"".into(), security_token: "".into() };
        for session in
            [session(Auth::Token { token: "t".into() }, Some(1_790_000_000_123)), session(keys, None)]
        {
            assert_eq!(read(&written(&session)), Some(session));
        }
    }

    #[test]
    fn what_is_no_session_signs_nobody_in() {
        let nobody = session(Auth::Nobody, None);
        for text in ["", "{}", "[]", r#"{"auth": {"access_key": "AK"}}"#, &written(&nobody)] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
