//! Who asks: IAM tokens ([`token`]) and request signatures ([`signature`]).

pub mod identity;
pub mod password;
mod signature;
pub mod token;

use dms_api::{Operation, Spec};
use http::header::AUTHORIZATION;
use http::request::Parts;

use crate::call::Call;
use crate::fail::{Code, Fail};
use crate::service::Service;

/// Whoever sent a request, as far as it was proved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caller {
    /// Id of the IAM user; empty where nobody had to be anybody.
    pub user_id: String,
    /// The one project that the proof is good for; `None` for every project of the account.
    pub project_id: Option<String>,
}

/// Whether an operation needs no proof, because it is the way to get one.
pub fn is_open(spec: &Spec) -> bool {
    spec.id == dms_api::ops::iam::CreateToken::SPEC.id
}

/// Finds out who sent a request.
///
/// # Errors
/// DMS's 401 for tokens, the gateway's 401 for signatures.
pub async fn authenticate(service: &Service, parts: &Parts, body: &[u8]) -> Result<Caller, Fail> {
    if let Some(token) = parts.headers.get("x-auth-token") {
        let token = token.to_str().map_err(|_| Fail::from(Code::TOKEN_INVALID))?;
        return token::check(service, token).await;
    }
    if parts.headers.contains_key(AUTHORIZATION) {
        return signature::verify(service, parts, body);
    }
    Err(Code::TOKEN_MISSING.into())
}

/// Checks that the caller may use the project in the path.
///
/// # Errors
/// DMS.10240104 if not.
pub fn check_project(call: &Call) -> Result<(), Fail> {
    let wanted = call.param("project_id");
    if wanted.is_empty() {
        return Ok(());
    }
    let allowed = match &call.caller.project_id {
        Some(own) => own == wanted,
        None => identity::project(wanted).is_some(),
    };
    if allowed { Ok(()) } else { Err(Code::TOKEN_PROJECT.into()) }
}
