//! IAM: tokens and projects (K3.1, K3.2, K8.4).

use std::sync::Arc;

use dms_api::models::iam::{Named, Project, ProjectList, Role, Scoped, Token, TokenAnswer};
use dms_api::ops::iam::{CreateTokenBody, TokenScope};
use dms_api::record::Rest;
use dms_api::time;
use http::{HeaderName, HeaderValue, StatusCode};
use serde_json::{Value, json};

use crate::auth::{identity, token};
use crate::call::{Answer, Call};
use crate::fail::{Code, Fail};
use crate::service::Service;

const SUBJECT_TOKEN: HeaderName = HeaderName::from_static("x-subject-token");

/// `iam.CreateToken`: a signature, if the client sent one, is ignored, as in the cloud.
pub async fn create_token(service: Arc<Service>, call: Call) -> Result<Answer, Fail> {
    let body: CreateTokenBody = serde_json::from_slice(&call.body).map_err(|error| {
        Fail::iam(StatusCode::BAD_REQUEST, format!("The request body is invalid: {error}"))
    })?;
    let user = user(&body)?;
    let project = project(body.auth.scope.as_ref())?;
    let issued = token::issue(&service, user, project.map(|p| p.id)).await?;
    let account = domain();
    let token = Token {
        expires_at: micros(issued.expires_at),
        issued_at: micros(issued.issued_at),
        methods: vec!["password".to_owned()],
        catalog: if call.query("nocatalog") == Some("true") { Vec::new() } else { catalog(&call) },
        roles: vec![Role { name: "te_admin".to_owned(), id: "0".to_owned() }],
        project: project.map(|p| Scoped {
            id: p.id.to_owned(),
            name: p.name.to_owned(),
            domain: account.clone(),
            rest: Rest::default(),
        }),
        domain: project.is_none().then(|| account.clone()),
        user: Scoped {
            id: user.id.to_owned(),
            name: user.name.to_owned(),
            domain: account,
            rest: Rest([("password_expires_at".to_owned(), Value::from(""))].into_iter().collect()),
        },
    };
    let text = HeaderValue::from_str(&issued.text).map_err(|_| Fail::from(Code::INTERNAL))?;
    Ok(Answer::json(&TokenAnswer { token })?.with_header(SUBJECT_TOKEN, text))
}

/// One sentence for every wrong part: IAM does not tell which accounts and users exist.
fn user(body: &CreateTokenBody) -> Result<&'static identity::User, Fail> {
    let identity = &body.auth.identity;
    let wrong = || Fail::iam(StatusCode::UNAUTHORIZED, "The username or password is wrong.");
    let given = identity.password.as_ref().ok_or_else(|| {
        Fail::iam(StatusCode::BAD_REQUEST, "auth.identity.password is missing: methods must be password.")
    })?;
    let of_account = given.user.domain.name.as_deref() == Some(identity::DOMAIN_NAME)
        || given.user.domain.id.as_deref() == Some(identity::DOMAIN_ID);
    let found = identity::USERS.into_iter().find(|u| u.name == given.user.name);
    found.filter(|u| of_account && u.password == given.user.password.expose()).ok_or_else(wrong)
}

fn project(scope: Option<&TokenScope>) -> Result<Option<&'static identity::Project>, Fail> {
    let Some(wanted) = scope.and_then(|scope| scope.project.as_ref()) else { return Ok(None) };
    let found = match (&wanted.id, &wanted.name) {
        (Some(id), _) => identity::project(id),
        (None, Some(name)) => identity::project_named(name),
        (None, None) => None,
    };
    let unknown = || Fail::iam(StatusCode::UNAUTHORIZED, "The project does not exist or is not yours.");
    found.map(Some).ok_or_else(unknown)
}

/// `iam.ListProjects`.
pub async fn list_projects(_: Arc<Service>, call: Call) -> Result<ProjectList, Fail> {
    let wanted = |project: &&identity::Project| {
        call.query("name").is_none_or(|name| name == project.name)
            && call.query("domain_id").is_none_or(|id| id == identity::DOMAIN_ID)
            && call.query("parent_id").is_none_or(|id| id == parent(project))
            && call.query("enabled") != Some("false")
            && call.query("is_domain") != Some("true")
    };
    let found: Vec<_> = identity::PROJECTS.iter().filter(wanted).collect();
    let (page, size) = (call.number::<usize>("page")?, call.number::<usize>("per_page")?);
    let found = match (page, size) {
        (Some(page), Some(size)) => {
            found.into_iter().skip(page.saturating_sub(1).saturating_mul(size)).take(size).collect()
        }
        _ => found,
    };
    Ok(projects(found, &call, "/v3/projects"))
}

/// `iam.ListAuthProjects`.
pub async fn list_auth_projects(_: Arc<Service>, call: Call) -> Result<ProjectList, Fail> {
    Ok(projects(identity::PROJECTS.iter().collect(), &call, "/v3/auth/projects"))
}

fn projects(found: Vec<&identity::Project>, call: &Call, path: &str) -> ProjectList {
    let link = |path: String| format!("{}{path}", call.origin);
    let own = json!({ "self": link(path.to_owned()), "previous": Value::Null, "next": Value::Null });
    let projects = found.into_iter().map(|project| Project {
        id: project.id.to_owned(),
        name: project.name.to_owned(),
        description: project.description.to_owned(),
        domain_id: identity::DOMAIN_ID.to_owned(),
        parent_id: parent(project).to_owned(),
        enabled: true,
        is_domain: false,
        links: json!({ "self": link(format!("/v3/projects/{}", project.id)) }),
        ..Default::default()
    });
    ProjectList { projects: projects.collect(), links: own }
}

/// A sub-project's parent is the region's project, that one's the account.
fn parent(project: &identity::Project) -> &'static str {
    match identity::project_named(identity::REGION) {
        Some(region) if region.id != project.id => region.id,
        _ => identity::DOMAIN_ID,
    }
}

fn catalog(call: &Call) -> Vec<Value> {
    let endpoint = |id: &str, name: &str, kind: &str| {
        json!({ "id": id, "name": name, "type": kind, "endpoints": [{
            "id": id, "interface": "public", "region": identity::REGION, "region_id": identity::REGION,
            "url": call.origin,
        }]})
    };
    vec![
        endpoint("1331e5cff2a74d76b03da12259100001", "iam", "identity"),
        endpoint("1331e5cff2a74d76b03da12259100002", "dms", "dms"),
    ]
}

fn domain() -> Named {
    Named { id: identity::DOMAIN_ID.to_owned(), name: identity::DOMAIN_NAME.to_owned() }
}

/// IAM writes microseconds.
fn micros(ms: i64) -> String {
    time::iso(ms).replace('Z', "000Z")
}
