//! IAM: tokens and projects (K3.1, K3.2, K8.4).

use serde::{Deserialize, Serialize};

use crate::models::iam::{ProjectList, TokenAnswer};
use crate::operation;
use crate::secret::Secret;

operation! {
    /// Gets a token for a user and a project. The token itself is in the answer's header `X-Subject-Token`; it
    /// lives 24 hours. The only operation that needs no credentials.
    pub CreateToken -> TokenAnswer = "iam.CreateToken" "K3.1" "" 201,
    Post "/v3/auth/tokens",
    path {}
    query {
        /// `true` leaves the list of all services' endpoints out of the answer.
        nocatalog: Option<bool>,
    }
    body: CreateTokenBody
}

operation! {
    /// Lists projects of the account (K8.4).
    pub ListProjects -> ProjectList = "iam.ListProjects" "K8.4" "" 200,
    Get "/v3/projects",
    path {}
    query {
        domain_id: Option<String>,
        /// Exact name; the default project of a region has the region's id.
        name: Option<String>,
        parent_id: Option<String>,
        enabled: Option<bool>,
        is_domain: Option<bool>,
        /// From 1; only together with `per_page`.
        page: Option<u32>,
        /// 1-5000.
        per_page: Option<u32>,
    }
}

operation! {
    /// Lists the projects that the caller may use (K3.2).
    pub ListAuthProjects -> ProjectList = "iam.ListAuthProjects" "K3.2" "" 200,
    Get "/v3/auth/projects",
    path {}
    query {}
}

/// Body of [`CreateToken`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateTokenBody {
    /// Everything.
    pub auth: Auth,
}

impl CreateTokenBody {
    /// The body for a user of an account with a password.
    pub fn password(domain: &str, user: &str, password: &str, scope: Option<TokenScope>) -> Self {
        let user = PasswordUser {
            name: user.to_owned(),
            password: password.into(),
            domain: NameOrId { name: Some(domain.to_owned()), id: None },
        };
        let identity =
            Identity { methods: vec!["password".to_owned()], password: Some(PasswordMethod { user }) };
        Self { auth: Auth { identity, scope } }
    }
}

/// Who asks, and for what.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Auth {
    /// Who asks.
    pub identity: Identity,
    /// What the token is for; without it, for the user's account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<TokenScope>,
}

/// Who asks, and how it is proved.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Identity {
    /// `["password"]`.
    pub methods: Vec<String>,
    /// The proof.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<PasswordMethod>,
}

/// Proof by password.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PasswordMethod {
    /// The user.
    pub user: PasswordUser,
}

/// A user with a password.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PasswordUser {
    /// Name of the IAM user.
    pub name: String,
    /// The password.
    pub password: Secret,
    /// The account it belongs to.
    pub domain: NameOrId,
}

/// What a token is for: one project or one account.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TokenScope {
    /// A project. DMS needs such a token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<NameOrId>,
    /// An account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<NameOrId>,
}

impl TokenScope {
    /// The project with this name, such as `eu-west-0`.
    pub fn project_name(name: &str) -> Self {
        Self { project: Some(NameOrId { name: Some(name.to_owned()), id: None }), domain: None }
    }

    /// The project with this id.
    pub fn project_id(id: &str) -> Self {
        Self { project: Some(NameOrId { name: None, id: Some(id.to_owned()) }), domain: None }
    }
}

/// Something named by its name or by its id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NameOrId {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}
