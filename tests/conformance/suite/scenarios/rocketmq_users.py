"""Users of RocketMQ instances with ACL, and what they may do (R5.5)."""

from ..world import NOWHERE, check, rocketmq_order
from .rocketmq_groups import MAKE, group
from .rocketmq_topics import topic


def life(world):
    sdk = world.rocketmq
    instance = world.create(sdk, rocketmq_order("users-rocketmq", enable_acl=True))
    sdk.call("create_topic_or_batch_delete_topic", instance_id=instance, body=topic("guarded"))
    sdk.call(MAKE, instance_id=instance, body=group("readers"))
    made = sdk.call("create_user", instance_id=instance, body=user("reader01"))
    check((made.access_key, made.admin, made.default_topic_perm), ("reader01", False, "SUB"), "as ordered")
    check("Reader-2026!" in sdk.last.text, False, "the secret does not come back")
    listed = sdk.call("list_user", instance_id=instance, limit=_n(world, 10), offset=_n(world, 0))
    check([one.access_key for one in listed.users], ["reader01"], "users")
    change = user("reader01", default_topic_perm="DENY", white_remote_address="192.168.0.*")
    sdk.call("update_user", instance_id=instance, user_name="reader01", body=change)
    shown = sdk.call("show_user", instance_id=instance, user_name="reader01")
    check((shown.default_topic_perm, shown.white_remote_address), ("DENY", "192.168.0.*"), "as changed")
    check([(perm.name, perm.perm) for perm in shown.topic_perms], [("guarded", "PUB|SUB")], "permission of the topic")
    page = {"limit": _n(world, 10), "offset": _n(world, 0)}
    policies = sdk.call("list_topic_access_policy", instance_id=instance, topic="guarded", **page)
    check([(p.access_key, p.perm) for p in policies.policies], [("reader01", "PUB|SUB")], "policies of the topic")
    name = {"group": "readers"} if world.newer else {"group_id": "readers"}
    call = "list_consume_group_access_policy"
    policies = sdk.call(call, engine="reliability", instance_id=instance, **name, **page)
    check([(p.access_key, p.perm) for p in policies.policies], [("reader01", "SUB")], "policies of the group")
    _refusals(sdk, instance)
    sdk.call("delete_user", instance_id=instance, user_name="reader01")
    check(sdk.call("list_user", instance_id=instance).users, [], "users left")
    sdk.call("delete_instance", instance_id=instance)


def _n(world, number):
    """Paging was a text once."""
    return number if world.newer else str(number)


def _refusals(sdk, instance):
    def order(code, **wrong):
        sdk.refused("create_user", code, 400, instance_id=instance, body=user("wrong001") | wrong)

    order("DMS.00400015", access_key="short")
    order("DMS.00400012", secret_key="weak")
    order("DMS.00400062", default_topic_perm="FLY")
    order("DMS.00400062", access_key="reader01")
    unknown = "DMS.00404001"
    sdk.refused("show_user", unknown, 404, instance_id=instance, user_name="nobody01")
    sdk.refused("delete_user", unknown, 404, instance_id=instance, user_name="nobody01")
    sdk.refused("update_user", unknown, 404, instance_id=instance, user_name="nobody01", body=user("nobody01"))
    sdk.refused("list_user", "DMS.00404022", 404, instance_id=NOWHERE)
    sdk.refused("list_topic_access_policy", "DMS.10540401", 404, instance_id=instance, topic="nothing")


def user(name, **more):
    """A valid user."""
    valid = {
        "access_key": name,
        "secret_key": "Reader-2026!",
        "white_remote_address": "",
        "admin": False,
        "default_topic_perm": "SUB",
        "default_group_perm": "SUB",
        "topic_perms": [{"name": "guarded", "perm": "PUB|SUB"}],
        "group_perms": [{"name": "readers", "perm": "SUB"}],
    }
    return valid | more
