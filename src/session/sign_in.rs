//! The three ways to get a session, and what each has to ask IAM and DMS.

use dms_api::config::LocalDms;
use dms_api::models::iam::Project;
use dms_api::ops::iam::{CreateToken, CreateTokenBody, ListAuthProjects, ListProjects, NameOrId, TokenScope};
use dms_api::ops::kafka::ListInstances;
use dms_api::{Engine, Secret, time};

use crate::data::ApiFailure;
use crate::data::client::call_as;
use crate::order::in_order;
use crate::session::{self, Auth, Connection, Session};

/// An IAM user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Name of the account.
    pub domain: String,
    pub name: String,
    pub password: Secret,
}

/// Projects that can be signed in to.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    None,
    /// Only this one is possible, or it is the usual one of the region and has no sub-projects beside it.
    One(Project),
    /// The user has to choose; the likely ones first.
    Many(Vec<Project>),
}

/// Which of an account's projects belong to `region` (`""` for unknown: any of them may).
pub fn choose(mut projects: Vec<Project>, region: &str) -> Found {
    projects.retain(|p| !p.is_domain && !p.id.is_empty());
    // Sub-projects are called `region_name`.
    let of_region = |p: &Project| p.name == region || p.name.starts_with(&format!("{region}_"));
    let mut likely: Vec<Project> = projects.iter().filter(|p| of_region(p)).cloned().collect();
    if region.is_empty() || likely.is_empty() {
        likely = projects;
    }
    likely = in_order(&likely, |a, b| a.name.cmp(&b.name));
    match (likely.pop(), likely.is_empty()) {
        (None, _) => Found::None,
        (Some(only), true) => Found::One(only),
        (Some(last), false) => {
            likely.push(last);
            Found::Many(likely)
        }
    }
}

/// The projects of the account that `user` may use.
///
/// # Errors
/// See [`ApiFailure`]; a wrong name or password is IAM's 401.
pub async fn projects_of_user(connection: &Connection, user: &User) -> Result<Vec<Project>, ApiFailure> {
    let domain = NameOrId { name: Some(user.domain.clone()), id: None };
    let scope = TokenScope { project: None, domain: Some(domain) };
    let whole_account = token(connection, user, scope).await?;
    projects(connection, &whole_account.auth).await
}

/// The projects that other credentials may use.
///
/// # Errors
/// See [`ApiFailure`].
pub async fn projects(connection: &Connection, auth: &Auth) -> Result<Vec<Project>, ApiFailure> {
    let session = bare(connection.clone(), auth.clone());
    let answer = match auth {
        // Keys may ask for a project by name without the right to list them all.
        Auth::Keys { .. } if !connection.region.is_empty() => {
            let by_name = ListProjects {
                domain_id: None,
                name: Some(connection.region.clone()),
                parent_id: None,
                enabled: None,
                is_domain: None,
                page: None,
                per_page: None,
            };
            call_as(&session, &by_name).await?.0
        }
        _ => call_as(&session, &ListAuthProjects {}).await?.0,
    };
    Ok(answer.projects)
}

/// Signs `user` in to the project of `connection`.
///
/// # Errors
/// See [`ApiFailure`].
pub async fn as_user(connection: Connection, user: &User) -> Result<Session, ApiFailure> {
    let scope = TokenScope::project_id(&connection.project_id);
    token(&connection, user, scope).await
}

/// Signs in to the DMS on the user's own machine.
///
/// # Errors
/// See [`ApiFailure`].
pub async fn as_local(local: &LocalDms) -> Result<Session, ApiFailure> {
    let connection = Connection {
        region: String::new(),
        dms: local.endpoint.clone(),
        iam: local.iam_endpoint.clone(),
        project_id: local.project_id.clone(),
        project_name: local.project_name.clone(),
        domain: local.domain.clone(),
        // A session that has ended goes on as it was.
        version_1: session::current_untracked().is_some_and(|session| session.connection.version_1),
    };
    let (domain, name) = (local.domain.clone(), local.user.clone());
    as_user(connection, &User { domain, name, password: local.password.clone() }).await
}

/// Signs in with keys or a pasted token, after asking DMS whether it accepts them.
///
/// # Errors
/// See [`ApiFailure`].
pub async fn with(connection: Connection, auth: Auth) -> Result<Session, ApiFailure> {
    let mut session = bare(connection, auth);
    if let Auth::Keys { access_key, .. } = &session.auth {
        session.user = access_key.clone();
    }
    let one = ListInstances {
        engine: Engine::Kafka,
        name: None,
        instance_id: None,
        status: None,
        include_failure: None,
        exact_match_name: None,
        enterprise_project_id: None,
        limit: Some(1),
        offset: None,
    };
    call_as(&session, &one).await?;
    Ok(session)
}

/// Asks IAM for a token and makes a session of it.
async fn token(connection: &Connection, user: &User, scope: TokenScope) -> Result<Session, ApiFailure> {
    let body = CreateTokenBody::password(&user.domain, &user.name, user.password.expose(), Some(scope));
    let nobody = bare(connection.clone(), Auth::Nobody);
    let (answer, token) = call_as(&nobody, &CreateToken { nocatalog: Some(true), body }).await?;
    let token = token.filter(|t| !t.is_empty()).ok_or(ApiFailure::NoToken)?;
    let mut connection = connection.clone();
    connection.domain.clone_from(&user.domain);
    if let Some(project) = answer.token.project {
        connection.project_name = project.name;
    }
    Ok(Session {
        connection,
        auth: Auth::Token { token: token.into() },
        user: user.name.clone(),
        expires_at: time::parse(&answer.token.expires_at),
    })
}

fn bare(connection: Connection, auth: Auth) -> Session {
    Session { connection, auth, user: String::new(), expires_at: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(name: &str) -> Project {
        Project { id: format!("id-{name}"), name: name.to_owned(), enabled: true, ..Project::default() }
    }

    fn names(found: Found) -> Vec<String> {
        match found {
            Found::None => Vec::new(),
            Found::One(one) => vec![one.name],
            Found::Many(many) => many.into_iter().map(|p| p.name).collect(),
        }
    }

    #[test]
    fn the_only_project_of_the_region_is_taken() {
        let all = vec![project("cn-north-4"), project("eu-west-0"), project("eu-west-01")];
        assert_eq!(choose(all, "eu-west-0"), Found::One(project("eu-west-0")));
    }

    #[test]
    fn sub_projects_are_offered() {
        let all = vec![project("eu-west-0_team"), project("cn-north-4"), project("eu-west-0")];
        assert_eq!(names(choose(all, "eu-west-0")), ["eu-west-0", "eu-west-0_team"]);
    }

    #[test]
    fn without_a_match_everything_is_offered_but_domains() {
        let domain = Project { is_domain: true, ..project("eu-west-0") };
        let all = vec![domain, project("b"), project("a")];
        assert_eq!(names(choose(all, "eu-west-0")), ["a", "b"]);
        assert_eq!(choose(Vec::new(), ""), Found::None);
    }
}
