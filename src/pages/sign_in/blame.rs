//! Which entry a refused sign-in blames.

use crate::data::ApiFailure;
use crate::i18n::{Msg, sign_in as text};

/// How the user signs in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    #[default]
    Password,
    Keys,
    Token,
}

impl Method {
    /// Every method, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Password, Self::Keys, Self::Token];

    /// The word that is remembered.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Keys => "keys",
            Self::Token => "token",
        }
    }

    /// Reads [`Method::word`]; anything else is the first method.
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|m| m.word() == word).unwrap_or_default()
    }

    pub const fn label(self) -> Msg {
        match self {
            Self::Password => text::METHOD_PASSWORD,
            Self::Keys => text::METHOD_KEYS,
            Self::Token => text::METHOD_TOKEN,
        }
    }
}

/// An entry of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Password,
    AccessKey,
    SecretKey,
    Token,
    ProjectId,
    /// Of the service that was called.
    Endpoint,
}

/// The entry to correct and what to say there; `None` where the failure has to speak for itself. `at_project`:
/// the call was for one project.
pub fn blame(failure: &ApiFailure, method: Method, at_project: bool) -> Option<(Entry, Msg)> {
    let error = failure.api()?;
    let said = error.message.to_ascii_lowercase();
    match error.code.as_str() {
        "GATEWAY.HOST_NOT_ALLOWED" | "GATEWAY.PRIVATE_ADDRESS" | "GATEWAY.BAD_TARGET" => {
            return Some((Entry::Endpoint, text::ENDPOINT_NOT_ALLOWED));
        }
        "GATEWAY.UNREACHABLE" => return Some((Entry::Endpoint, text::ENDPOINT_UNREACHABLE)),
        _ => {}
    }
    if matches!(failure, ApiFailure::Gateway(_)) {
        return None;
    }
    let project_unknown = at_project && (error.is_forbidden() || error.is_not_found() || says_project(&said));
    match method {
        _ if project_unknown => Some((Entry::ProjectId, text::WRONG_PROJECT)),
        _ if !error.is_auth() => None,
        Method::Password => Some((Entry::Password, text::WRONG_PASSWORD)),
        Method::Token => Some((Entry::Token, text::BAD_TOKEN)),
        Method::Keys if said.contains("expired") || said.contains("server time") => {
            Some((Entry::SecretKey, text::CLOCK))
        }
        Method::Keys if said.contains("not exist") => Some((Entry::AccessKey, text::UNKNOWN_KEY)),
        Method::Keys => Some((Entry::SecretKey, text::WRONG_SECRET)),
    }
}

fn says_project(said: &str) -> bool {
    said.contains("project")
        && (said.contains("not match") || said.contains("invalid") || said.contains("mismatch"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::ApiError;

    fn refused(status: u16, code: &str, message: &str) -> ApiFailure {
        let error = ApiError { status, code: code.into(), message: message.into(), request_id: None };
        if code.starts_with("GATEWAY.") { ApiFailure::Gateway(error) } else { ApiFailure::Api(error) }
    }

    #[test]
    fn the_services_words_point_at_the_wrong_entry() {
        let cases = [
            ("Incorrect IAM authentication information: ak X not exist", Entry::AccessKey),
            ("Incorrect IAM authentication information: verify aksk signature fail", Entry::SecretKey),
        ];
        for (said, entry) in cases {
            let found = blame(&refused(401, "APIGW.0301", said), Method::Keys, true);
            assert_eq!(found.map(|f| f.0), Some(entry), "{said}");
        }
        let late = "calc aksk signature fail:signature expired, signature time:20200101,server time:20200102";
        let found = blame(&refused(401, "APIGW.0301", late), Method::Keys, true);
        assert_eq!(found, Some((Entry::SecretKey, text::CLOCK)));
        let found =
            blame(&refused(401, "401", "The username or password is wrong."), Method::Password, false);
        assert_eq!(found, Some((Entry::Password, text::WRONG_PASSWORD)));
    }

    #[test]
    fn the_gateways_words_point_at_the_endpoint() {
        let found = blame(&refused(403, "GATEWAY.HOST_NOT_ALLOWED", ""), Method::Token, false);
        assert_eq!(found.map(|f| f.0), Some(Entry::Endpoint));
        assert_eq!(blame(&refused(429, "GATEWAY.TOO_MANY_REQUESTS", ""), Method::Token, false), None);
    }

    #[test]
    fn what_no_entry_is_to_blame_for_speaks_for_itself() {
        assert_eq!(blame(&ApiFailure::Network, Method::Keys, false), None);
        assert_eq!(blame(&refused(500, "DMS.00500006", "oops"), Method::Keys, true), None);
        let found = blame(&refused(403, "DMS.10240102", ""), Method::Keys, true);
        assert_eq!(found.map(|f| f.0), Some(Entry::ProjectId));
    }
}
