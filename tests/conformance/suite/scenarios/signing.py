"""Who may ask: signatures of the official signer, temporary keys, tokens, and everything that is none of these."""

import http.client
import json
import urllib.parse
from datetime import datetime, timedelta, timezone

from huaweicloudsdkcore.auth import credentials
from huaweicloudsdkcore.region.region import Region
from huaweicloudsdkcore.sdk_request import SdkRequest
from huaweicloudsdkcore.signer.signer import Signer

from ..operations import client_class
from ..sdk import connect
from ..world import check

REFUSED = (401, "APIGW.0301")


def a_request_as_signed_is_taken(world):
    """With a path that needs encoding, a query out of order, and a body that is not ASCII."""
    check(_send(world, _signed(world)), (204, None), "a signed change")
    path = f"/v2/{world.context['project_id']}/instances"
    query = [("offset", "0"), ("name", "a b&c=%2F|订单"), ("limit", "10"), ("engine", "kafka")]
    check(_send(world, _signed(world, method="GET", path=path, query=query, body="")), (200, None), "a signed list")
    path = (
        f"/v2/{world.context['project_id']}/instances/{_instance(world)}/management/topics/%25DLQ%25a%7Cb%2F%E8%AE%A2"
    )
    check(
        _send(world, _signed(world, method="GET", path=path, body="")),
        (400, "DMS.00400101"),
        "no name of a Kafka topic",
    )


def every_changed_byte_is_noticed(world):
    """Of the path below the instance, the query, and the body; the change itself would be a valid one."""
    _describe(world, "before")
    signed = _signed(world, query=[("trace", "abc")])
    start = signed.uri.index("/instances/") + len("/instances/")
    for at in range(start, len(signed.uri)):
        if signed.uri[at] not in "?=":
            changed = _changed(signed.uri, at)
            check(_send(world, signed, uri=changed), REFUSED, f"byte {at} of the path and query")
    for at in range(len(signed.body)):
        body = signed.body[:at] + bytes([signed.body[at] ^ 1]) + signed.body[at + 1 :]
        check(_send(world, signed, body=body), REFUSED, f"byte {at} of the body")
    for shorter in [signed.body[:-1], b""]:
        check(_send(world, signed, body=shorter), REFUSED, "a shorter body")
    for name, value in signed.header_params.items():
        if name not in ("Authorization", "Host"):
            changed = {**signed.header_params, name: _changed(value, len(value) - 1)}
            check(_send(world, signed, headers=changed), REFUSED, f"header {name}")
    check(_send(world, signed, headers={**signed.header_params, "Host": "elsewhere:80"}), REFUSED, "another host")
    check(_send(world, signed, method="POST")[0] in (401, 405), True, "another method")
    authorization = signed.header_params["Authorization"]
    for wrong in [
        _changed(authorization, len(authorization) - 1),
        authorization.replace("SignedHeaders", "Headers"),
        "x",
    ]:
        check(_send(world, signed, headers={**signed.header_params, "Authorization": wrong}), REFUSED, "the signature")
    check(_described(world), "before", "nothing of this was done")


def wrong_keys_and_clocks(world):
    secret = world.context["secret_key"]
    check(_send(world, _signed(world, secret=secret + "x")), REFUSED, "a wrong secret key")
    check(_send(world, _signed(world, access="NOBODYSACCESSKEY")), REFUSED, "an unknown access key")
    now = datetime.now(timezone.utc)
    for minutes, wanted in [(-16, REFUSED), (16, REFUSED), (-14, (204, None)), (14, (204, None))]:
        date = (now + timedelta(minutes=minutes)).strftime("%Y%m%dT%H%M%SZ")
        check(_send(world, _signed(world, date=date)), wanted, f"a clock {minutes} minutes off")


def temporary_keys(world):
    access, secret = "LOCALTEMPACCESSKEY02", "local-temp-secret-key-for-loopback-only0"
    project = world.context["project_id"]
    keys = credentials.BasicCredentials(access, secret, project).with_security_token("local-demo-security-token")
    client = connect("kafka", world.context, lambda **_: None, keys)
    check(_count(world, client) > 0, True, "instances seen with temporary keys")
    for token in [None, "another"]:
        check(
            _send(world, _signed(world, access=access, secret=secret, token=token)), REFUSED, f"security token {token}"
        )


def tokens(world):
    """The SDK has no way to use a token, but its documentation names one: credentials that set the header."""

    class BasicCredentials(credentials.BasicCredentials):
        token = ""

        def sign_request(self, request):
            request.header_params["X-Auth-Token"] = self.token
            Signer.process_request_uri(request)
            return request

    user = {
        "name": world.context["user"],
        "password": world.context["password"],
        "domain": {"name": world.context["domain"]},
    }
    body = {
        "auth": {
            "identity": {"methods": ["password"], "password": {"user": user}},
            "scope": {"project": {"id": world.context["project_id"]}},
        }
    }
    issued = world.iam.call("keystone_create_user_token_by_password", body=body)
    keys = BasicCredentials("none", "none", world.context["project_id"])
    keys.token = issued.x_subject_token
    check(
        _count(world, connect("kafka", world.context, lambda **_: None, keys)) > 0, True, "instances seen with a token"
    )
    keys.token = keys.token[:-1] + ("A" if keys.token[-1] != "A" else "B")
    failed = None
    try:
        _count(world, connect("kafka", world.context, lambda **_: None, keys))
    except Exception as error:
        failed = (error.status_code, error.error_code)
    check(failed, (401, "DMS.10240101"), "a token with another last byte")


def a_project_found_by_the_sdk(world):
    """Without a project the SDK asks IAM for the one that is named like the region."""
    context = world.context
    keys = credentials.BasicCredentials(context["access_key"], context["secret_key"])
    keys = keys.with_iam_endpoint(context["endpoint"])
    builder = client_class("kafka").new_builder().with_credentials(keys)
    client = builder.with_region(Region(context["project_name"], context["endpoint"])).build()
    check(_count(world, client) > 0, True, "instances of the project")


def _count(world, client):
    request = world.kafka.records["list_instances"].operation.request(engine="kafka")
    _instance(world)
    return client.list_instances(request).instance_num


def _instance(world):
    return world.instance(world.kafka)


def _describe(world, text):
    world.kafka.call("update_instance", instance_id=_instance(world), body={"description": text})


def _described(world):
    return world.kafka.call("show_instance", instance_id=_instance(world)).description


def _signed(
    world,
    method="PUT",
    path=None,
    query=(),
    body='{"description": "订单"}',
    access=None,
    secret=None,
    token=None,
    date=None,
):
    """A request as the official signer leaves it."""
    context = world.context
    project = context["project_id"]
    keys = credentials.BasicCredentials(access or context["access_key"], secret or context["secret_key"], project)
    if token:
        keys = keys.with_security_token(token)
    headers = {"Content-Type": "application/json"}
    if date:
        headers["X-Sdk-Date"] = date
    request = SdkRequest(
        method=method,
        schema="http",
        host=urllib.parse.urlsplit(context["endpoint"]).netloc,
        resource_path=path or f"/v2/{project}/instances/{_instance(world)}",
        query_params=list(query),
        header_params=headers,
        body=body,
    )
    return keys.sign_request(request)


def _send(world, signed, method=None, uri=None, headers=None, body=None):
    """Sends it byte for byte, but for what is changed; gives status and error code."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(world.context["endpoint"]).netloc, timeout=60)
    try:
        body = signed.body if body is None else body
        connection.request(method or signed.method, uri or signed.uri, body or None, headers or signed.header_params)
        response = connection.getresponse()
        text = response.read()
        code = json.loads(text).get("error_code") if response.status >= 400 else None
        return response.status, code
    finally:
        connection.close()


def _changed(text, at):
    """Another letter or digit in this place, so that the text stays one of its kind."""
    other = {"-": "_", "/": "-"}.get(text[at], "1" if text[at] != "1" else "2")
    return text[:at] + other + text[at + 1 :]
