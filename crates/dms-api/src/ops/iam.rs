//! IAM: tokens and projects (K3.1, K3.2, K8.4).

use serde::{Deserialize, Serialize};

use crate::models::iam::TokenAnswer;
use crate::operation;

operation! {
    /// Gets a token for a user and a project. The token itself is in the answer's header `X-Subject-Token`.
    pub CreateToken -> TokenAnswer = "iam.CreateToken" "K3.1" "" 201,
    Post "/v3/auth/tokens",
    path {}
    query {}
    body: CreateTokenBody
}

/// Body of [`CreateToken`].
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct CreateTokenBody {
    pub auth: Auth,
}

impl std::fmt::Debug for CreateTokenBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CreateTokenBody(…)")
    }
}

/// To come.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Auth {}
