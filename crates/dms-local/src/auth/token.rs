//! IAM tokens: issued for 24 hours, kept as digests, checked with every call.

use sha2::{Digest, Sha256};

use super::{Caller, identity};
use crate::fail::{Code, Fail};
use crate::service::Service;
use crate::store::TokenRow;

/// How long a token lives.
const LIFETIME_MS: i64 = 24 * 3600 * 1000;

/// A new token.
#[derive(Debug)]
pub struct Issued {
    /// The token itself.
    pub text: String,
    /// Milliseconds since 1970.
    pub issued_at: i64,
    /// Milliseconds since 1970.
    pub expires_at: i64,
}

/// Issues a token for a user and a project; without a project, for the account.
///
/// # Errors
/// When the store refuses.
pub async fn issue(service: &Service, user: &identity::User, project: Option<&str>) -> Result<Issued, Fail> {
    let issued_at = service.now();
    let expires_at = issued_at + LIFETIME_MS;
    let random = || uuid::Uuid::new_v4().simple().to_string();
    let text = format!("MIIlocal{}{}", random(), random());
    let row = TokenRow {
        user_id: user.id.to_owned(),
        project_id: project.unwrap_or_default().to_owned(),
        expires_at,
    };
    service.store.add_token(digest(&text), row, issued_at).await?;
    Ok(Issued { text, issued_at, expires_at })
}

/// Whose token it is.
///
/// # Errors
/// DMS.10240101 for an unknown token, DMS.10240102 for one that expired.
pub async fn check(service: &Service, text: &str) -> Result<Caller, Fail> {
    let Some(row) = service.store.token(digest(text)).await? else {
        return Err(Code::TOKEN_INVALID.into());
    };
    if row.expires_at <= service.now() {
        return Err(Code::TOKEN_EXPIRED.into());
    }
    Ok(Caller { user_id: row.user_id, project_id: Some(row.project_id) })
}

fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}
