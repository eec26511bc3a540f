"""Signing in (K3.1) and projects (K8.4)."""

from ..world import check


def _login(world, password, scope=None):
    domain = {"name": world.context["domain"]}
    user = {"name": world.context["user"], "password": password, "domain": domain}
    auth = {"identity": {"methods": ["password"], "password": {"user": user}}}
    if scope:
        auth["scope"] = scope
    return {"auth": auth}


def token(world):
    body = _login(world, world.context["password"], {"project": {"name": world.context["project_name"]}})
    answer = world.iam.call("keystone_create_user_token_by_password", body=body)
    check(answer.token.project.id, world.context["project_id"], "project of the token")
    check(bool(answer.x_subject_token), True, "the token is in the header")
    body = _login(world, "wrong")
    world.iam.refused("keystone_create_user_token_by_password", "401", 401, body=body)


def projects(world):
    projects = world.iam.call("keystone_list_projects", name=world.context["project_name"]).projects
    check([project.id for project in projects], [world.context["project_id"]], "the project with this name")
    mine = world.iam.call("keystone_list_auth_projects").projects
    check(world.context["project_id"] in [project.id for project in mine], True, "my projects have it, too")
