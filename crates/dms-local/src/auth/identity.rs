//! The one account of the local IAM. Everything here is public: it guards a loopback service.

/// An IAM user.
#[derive(Debug, PartialEq, Eq)]
pub struct User {
    /// 32 hex digits.
    pub id: &'static str,
    /// Name to sign in with.
    pub name: &'static str,
    /// Password to sign in with.
    pub password: &'static str,
}

/// A key pair to sign requests with.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// Access key.
    pub access: &'static str,
    /// Secret key.
    pub secret: &'static str,
    /// The security token that must come with a temporary key.
    pub security_token: Option<&'static str>,
    /// Whose key it is.
    pub user: &'static User,
}

/// A project.
#[derive(Debug, PartialEq, Eq)]
pub struct Project {
    /// 32 hex digits.
    pub id: &'static str,
    /// Name; the first project's is the region's id.
    pub name: &'static str,
    /// What it is for.
    pub description: &'static str,
}

/// Id of the account.
pub const DOMAIN_ID: &str = "d78cbac186b744899480f25bd022f468";
/// Name of the account.
pub const DOMAIN_NAME: &str = "lakeside";
/// Id of the region, which is the name of its default project.
pub const REGION: &str = "local";

/// Who may do everything.
pub static DEMO: User = User { id: "7116d09f88fa41908676fdd4b039e95b", name: "demo", password: "Demo-2026!" };

/// All users.
pub static USERS: [&User; 1] = [&DEMO];

/// All key pairs: a permanent and a temporary one.
pub static KEYS: [Key; 2] = [
    Key {
        access: "LOCALDEMOACCESSKEY01",
        secret: "local-demo-secret-key-for-loopback-only0",
        security_token: None,
        user: &DEMO,
    },
    Key {
        access: "LOCALTEMPACCESSKEY02",
        secret: "local-temp-secret-key-for-loopback-only0",
        security_token: Some("local-demo-security-token"),
        user: &DEMO,
    },
];

/// All projects: the region's own, and one under it.
pub static PROJECTS: [Project; 2] = [
    Project { id: "0c0a1d5e9f2b4c6d8e7f00112233aabb", name: REGION, description: "Lakeside, production" },
    Project {
        id: "1d1b2e6fa03c4d7e9f801122334455cc",
        name: "local_staging",
        description: "Lakeside, staging",
    },
];

/// The project with this id.
pub fn project(id: &str) -> Option<&'static Project> {
    PROJECTS.iter().find(|project| project.id == id)
}

/// The project with this name.
pub fn project_named(name: &str) -> Option<&'static Project> {
    PROJECTS.iter().find(|project| project.name == name)
}
