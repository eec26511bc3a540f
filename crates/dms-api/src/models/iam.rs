//! Answers of IAM.

use serde_json::Value;

use crate::record;

record! {
    /// Answer of `iam.CreateToken` (K3.1). The token itself is in the header `X-Subject-Token`.
    pub struct TokenAnswer {
        /// The token, described.
        pub token: Token,
    }
}

record! {
    /// A token, described. Times are UTC with microseconds: `2020-01-04T09:05:22.701000Z`; read them with
    /// [`crate::time::parse`].
    pub struct Token {
        /// When it ends, 24 hours after it was issued.
        pub expires_at: String,
        /// When it was made.
        pub issued_at: String,
        /// How the caller proved who it is: `password`.
        pub methods: Vec<String>,
        /// Endpoints of the services; left out on `?nocatalog=true`.
        pub catalog: Vec<Value>,
        /// Roles of the user in the scope.
        pub roles: Vec<Role>,
        /// The project that the token is for; `None` for a token of a whole domain.
        pub project: Option<Scoped>,
        /// The domain that the token is for, if it is not for a project.
        pub domain: Option<Named>,
        /// Whose token it is.
        pub user: Scoped,
    }
}

record! {
    /// A role.
    pub struct Role {
        /// Its name, such as `te_admin`.
        pub name: String,
        /// Its id, or `"0"`.
        pub id: String,
    }
}

record! {
    /// A domain (the account).
    pub struct Named {
        /// Its id.
        pub id: String,
        /// Its name.
        pub name: String,
    }
}

record! {
    /// A project or a user, with the domain it belongs to.
    pub struct Scoped {
        /// Its id.
        pub id: String,
        /// Its name.
        pub name: String,
        /// Its domain.
        pub domain: Named,
        ..rest
    }
}

record! {
    /// Answer of `iam.ListProjects` and `iam.ListAuthProjects` (K8.4).
    pub struct ProjectList {
        /// Addresses of this and the neighbouring pages.
        pub links: Value,
        /// The projects.
        pub projects: Vec<Project>,
    }
}

record! {
    /// A project: by default one per region, named like the region.
    pub struct Project {
        /// 32 hex digits.
        pub id: String,
        /// `eu-west-0`, or `eu-west-0_team` for a sub-project.
        pub name: String,
        /// What the project is for.
        pub description: String,
        /// The account that owns it.
        pub domain_id: String,
        /// The project or domain above it.
        pub parent_id: String,
        /// Whether it can be used.
        pub enabled: bool,
        /// Whether it is a domain; projects that hold DMS instances are not.
        pub is_domain: bool,
        /// Its own address.
        pub links: Value,
        ..rest
    }
}
