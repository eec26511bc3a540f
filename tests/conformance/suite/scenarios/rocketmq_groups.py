"""Consumer groups of RocketMQ instances (R5.2)."""

from ..sdk import IfKnown
from ..world import NOWHERE, check
from .rocketmq_topics import BROKER

MAKE = "create_consumer_group_or_batch_delete_consumer_group"


def life(world):
    sdk, instance = world.rocketmq, world.instance(world.rocketmq)
    order = group("billing", retry_max_time=3, group_desc=IfKnown("bills"))
    check(sdk.call(MAKE, instance_id=instance, body=order).name, "billing", "name")
    shown = sdk.call("show_group", instance_id=instance, group="billing")
    check((shown.name, shown.enabled, shown.broadcast, shown.retry_max_time), ("billing", True, False, 3), "as ordered")
    listed = sdk.call("list_instance_consumer_groups", instance_id=instance, group="bill", limit=10, offset=0)
    check([one.name for one in listed.groups], ["billing"], "found by its letters")
    change = {"enabled": False, "broadcast": False, "brokers": [BROKER], "name": "billing", "retry_max_time": 5}
    sdk.call("update_consumer_group", instance_id=instance, group="billing", body=change)
    shown = sdk.call("show_group", instance_id=instance, group="billing")
    check((shown.enabled, shown.retry_max_time), (False, 5), "as changed")
    both = [{"name": "billing", "enabled": True, "broadcast": False, "retry_max_time": 7}]
    changed = sdk.call("batch_update_consumer_group", instance_id=instance, body={"groups": both})
    check(bool(changed.job_id), True, "a job")
    check(sdk.call("show_group", instance_id=instance, group="billing").retry_max_time, 7, "as changed")
    for name in ["shipping", "%DLQ%a|b"]:
        sdk.call(MAKE, instance_id=instance, body=group(name))
    sdk.call("show_group", instance_id=instance, group="%DLQ%a|b")
    deleted = sdk.call(MAKE, instance_id=instance, action="delete", body={"groups": ["shipping", "%DLQ%a|b"]})
    check(bool(deleted.job_id), True, "a job")
    sdk.call("delete_consumer_group", instance_id=instance, group="billing")
    left = sdk.call("list_instance_consumer_groups", instance_id=instance, limit=50, offset=0).groups
    check([one.name for one in left if one.name in ("billing", "shipping")], [], "groups left")


def wrong_input(world):
    sdk, instance = world.rocketmq, world.instance(world.rocketmq)

    def order(code, **wrong):
        sdk.refused(MAKE, code, 400, instance_id=instance, body=group("wrong-group") | wrong)

    order("DMS.10240011", name="ab")
    order("DMS.10240007", name="wrong group")
    order("DMS.00400062", retry_max_time=17)
    sdk.call(MAKE, instance_id=instance, body=group("taken-group"))
    order("DMS.10240018", name="taken-group")
    sdk.call("delete_consumer_group", instance_id=instance, group="taken-group")
    for name in ["show_group", "delete_consumer_group", "show_consumer_list_or_details"]:
        sdk.refused(name, UNKNOWN_GROUP, 404, instance_id=instance, group="nothing")
        sdk.refused(name, "DMS.00404022", 404, instance_id=NOWHERE, group="nothing")
    sdk.refused("list_instance_consumer_groups", "DMS.10240042", 400, instance_id=instance, limit=51)


#: No such consumer group.
UNKNOWN_GROUP = "DMS.10240405"


def group(name, **more):
    """A valid group."""
    return {"name": name, "brokers": [BROKER], "broadcast": False, "enabled": True, "retry_max_time": 16} | more
