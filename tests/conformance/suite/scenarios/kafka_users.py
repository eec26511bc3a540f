"""SASL users and what they may do with topics (K5.5)."""

from ..sdk import IfKnown
from ..world import NOWHERE, check, kafka_order

PASSWORD = "Reader-2026!"


def life(world):
    sdk = world.kafka
    instance = world.create(sdk, kafka_order("users-kafka", access_user="shop", password="Shop-2026!", ssl_enable=True))
    body = {"user_name": "reader", "user_passwd": PASSWORD, "user_desc": IfKnown("reads")}
    sdk.call("create_instance_user", instance_id=instance, body=body)
    users = {user.user_name: user for user in sdk.call("show_instance_users", instance_id=instance).users}
    check(sorted(users), ["reader", "shop"], "users")
    check((users["shop"].default_app, users["reader"].default_app), (True, False), "the instance's own user")
    check("passw" in str(sdk.last.text).lower() or PASSWORD in sdk.last.text, False, "no password comes back")
    if sdk.has("update_instance_user"):
        body = {"user_name": "reader", "user_desc": "reads much"}
        sdk.call("update_instance_user", engine="kafka", instance_id=instance, user_name="reader", body=body)
    body = {"new_password": "Another-2026!"}
    sdk.call("reset_user_passwrod", instance_id=instance, user_name="reader", body=body)
    _policies(sdk, instance)
    _refusals(sdk, instance)
    sdk.call("batch_delete_instance_users", instance_id=instance, body={"action": "delete", "users": ["reader"]})
    users = sdk.call("show_instance_users", instance_id=instance).users
    check([user.user_name for user in users], ["shop"], "users left")
    sdk.call("delete_instance", instance_id=instance)


def _policies(sdk, instance):
    sdk.call("create_instance_topic", instance_id=instance, body={"id": "guarded"})
    policies = [{"user_name": "reader", "access_policy": "sub"}]
    body = {"topics": [{"name": "guarded", "policies": policies}]}
    sdk.call("update_topic_access_policy", instance_id=instance, body=body)
    shown = sdk.call("show_topic_access_policy", instance_id=instance, topic_name="guarded")
    found = {policy.user_name: policy.access_policy for policy in shown.policies}
    check((shown.name, found.get("reader")), ("guarded", "sub"), "policy")
    body = {"topics": [{"name": "guarded", "policies": [{"user_name": "reader", "access_policy": "fly"}]}]}
    sdk.refused("update_topic_access_policy", "DMS.00400062", 400, instance_id=instance, body=body)
    sdk.refused("show_topic_access_policy", "DMS.10540401", 404, instance_id=instance, topic_name="nothing")
    sdk.refused("show_topic_access_policy", "DMS.00404022", 404, instance_id=NOWHERE, topic_name="guarded")


def _refusals(sdk, instance):
    def user(code, name, password=PASSWORD):
        body = {"user_name": name, "user_passwd": password}
        sdk.refused("create_instance_user", code, 400, instance_id=instance, body=body)

    user("DMS.00400015", "1st")
    user("DMS.00400012", "weak-user", "weak")
    user("DMS.00400062", "reader")
    new = {"new_password": "Another-2026!"}
    weak = {"new_password": "weak"}
    sdk.refused("reset_user_passwrod", "DMS.00400012", 400, instance_id=instance, user_name="reader", body=weak)
    sdk.refused("reset_user_passwrod", "DMS.00400062", 400, instance_id=instance, user_name="nobody", body=new)
    sdk.refused("show_instance_users", "DMS.00404022", 404, instance_id=NOWHERE)
    body = {"action": "promote", "users": ["reader"]}
    sdk.refused("batch_delete_instance_users", "DMS.00400064", 400, instance_id=instance, body=body)
