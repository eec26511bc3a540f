"""Topics of RocketMQ instances (R5.3)."""

from ..sdk import IfKnown
from ..world import NOWHERE, check

BROKER = "broker-0"


def life(world):
    sdk, instance = world.rocketmq, world.instance(world.rocketmq)
    brokers = sdk.call("list_brokers", instance_id=instance).brokers
    check([broker.broker_name for broker in brokers], [BROKER], "brokers")
    sdk.refused("list_brokers", "DMS.00404022", 404, instance_id=NOWHERE)
    order = topic("trade-orders", queue_num=4, permission="all")
    created = sdk.call("create_topic_or_batch_delete_topic", instance_id=instance, body=order)
    check(created.id, "trade-orders", "id")
    shown = sdk.call("show_one_topic", instance_id=instance, topic="trade-orders")
    got = (shown.total_read_queue_num, shown.total_write_queue_num, shown.permission)
    check(got, (4, 4, "all"), "as ordered")
    check([(b.broker_name, b.read_queue_num) for b in shown.brokers], [(BROKER, 4)], "queues of the broker")
    listed = sdk.call("list_rocket_instance_topics", instance_id=instance, limit=10, offset=0)
    check("trade-orders" in [one.name for one in listed.topics], True, "listed")
    change = {"read_queue_num": 6, "write_queue_num": 6, "permission": "sub"}
    sdk.call("update_topic", instance_id=instance, topic="trade-orders", body=change)
    shown = sdk.call("show_one_topic", instance_id=instance, topic="trade-orders")
    check((shown.total_read_queue_num, shown.permission), (6, "sub"), "as changed")
    status = sdk.call("show_topic_status", instance_id=instance, topic="trade-orders")
    check(sorted(queue.id for queue in status.brokers[0].queues), list(range(6)), "queues")
    sdk.call("list_consumer_group_of_topic", instance_id=instance, topic="trade-orders", limit=10, offset=0)
    for name in ["trade-a", "trade%b|c"]:
        sdk.call("create_topic_or_batch_delete_topic", instance_id=instance, body=topic(name))
    sdk.call("show_one_topic", instance_id=instance, topic="trade%b|c")
    body = {"topics": ["trade-a", "trade%b|c"]}
    deleted = sdk.call("create_topic_or_batch_delete_topic", instance_id=instance, action="delete", body=body)
    check(bool(deleted.job_id), True, "a job")
    sdk.call("delete_topic", instance_id=instance, topic="trade-orders")
    left = sdk.call("list_rocket_instance_topics", instance_id=instance, limit=50, offset=0)
    check([one.name for one in left.topics if one.name.startswith("trade")], [], "topics left")


def wrong_input(world):
    sdk, instance = world.rocketmq, world.instance(world.rocketmq)

    def order(code, **wrong):
        body = topic("wrong-topic") | wrong
        sdk.refused("create_topic_or_batch_delete_topic", code, 400, instance_id=instance, body=body)

    order("DMS.10240011", name="ab")
    order("DMS.10240007", name="TBW102")
    order("DMS.00400062", queue_num=51)
    order("DMS.00400062", permission="fly")
    sdk.call("create_topic_or_batch_delete_topic", instance_id=instance, body=topic("taken-topic"))
    order("DMS.00400800", name="taken-topic")
    sdk.call("delete_topic", instance_id=instance, topic="taken-topic")
    for name in ["show_one_topic", "show_topic_status", "delete_topic", "list_consumer_group_of_topic"]:
        sdk.refused(name, "DMS.10540401", 404, instance_id=instance, topic="nothing")
        sdk.refused(name, "DMS.00404022", 404, instance_id=NOWHERE, topic="nothing")
    sdk.refused("update_topic", "DMS.10540401", 404, instance_id=instance, topic="nothing", body={"permission": "all"})
    sdk.refused("list_rocket_instance_topics", "DMS.10240042", 400, instance_id=instance, limit=51)


def topic(name, **more):
    """A valid topic."""
    return {
        "name": name,
        "brokers": [BROKER],
        "queue_num": 3,
        "permission": "all",
        "message_type": IfKnown("NORMAL"),
    } | more
