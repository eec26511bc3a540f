"""Topics of Kafka instances (K5.4)."""

import time

from ..sdk import IfKnown
from ..world import NOWHERE, check, eventually


def life(world):
    sdk, instance = world.kafka, world.instance(world.kafka)
    order = {
        "id": "orders",
        "partition": 3,
        "replication": 3,
        "retention_time": 48,
        "sync_replication": True,
        "sync_message_flush": False,
        "topic_desc": "all orders",
        "topic_other_configs": [{"name": "max.message.bytes", "value": "1048576"}],
    }
    created = sdk.call("create_instance_topic", instance_id=instance, body=order)
    check(created.name, "orders", "name of the topic")
    topic = _find(sdk, instance, "orders")
    got = (topic.partition, topic.replication, topic.retention_time, topic.sync_replication, topic.sync_message_flush)
    check(got, (3, 3, 48, True, False), "as ordered")
    detail = _detail(sdk, instance, "orders")
    check(len(detail.partitions), 3, "partitions")
    check(all(len(p.replicas) == 3 for p in detail.partitions), True, "three replicas each")
    change = {"id": "orders", "retention_time": 24, "new_partition_numbers": 6, "sync_replication": False}
    sdk.call("update_instance_topic", instance_id=instance, body={"topics": [change]})
    topic = _find(sdk, instance, "orders")
    check((topic.partition, topic.retention_time, topic.sync_replication), (6, 24, False), "as changed")
    for name in ["orders-2", "orders.3"]:
        sdk.call("create_instance_topic", instance_id=instance, body={"id": name})
    page = sdk.call("list_instance_topics", instance_id=instance, limit=IfKnown(1), offset=IfKnown(1))
    check(page.total, 3, "topics in all")
    check(len(page.topics), 1 if world.newer else 3, "topics on the page")
    deleted = sdk.call("batch_delete_instance_topic", instance_id=instance, body={"topics": ["orders", "nothing"]})
    check({t.id: t.success for t in deleted.topics}, {"orders": True, "nothing": False}, "result of each")
    sdk.call("batch_delete_instance_topic", instance_id=instance, body={"topics": ["orders-2", "orders.3"]})
    check(sdk.call("list_instance_topics", instance_id=instance).total, 0, "topics left")


def wrong_input(world):
    sdk, instance = world.kafka, world.instance(world.kafka)

    def order(code, **wrong):
        body = {"id": "wrong", **wrong}
        sdk.refused("create_instance_topic", code, 400, instance_id=instance, body=body)

    order("DMS.00400101", id="1st")
    order("DMS.00400101", id="ab")
    order("DMS.00400102", partition=0)
    order("DMS.00400103", replication=4)
    order("DMS.00400105", retention_time=721)
    sdk.call("create_instance_topic", instance_id=instance, body={"id": "taken"})
    order("DMS.00400800", id="taken")
    sdk.refused(
        "update_instance_topic", "DMS.10540401", 404, instance_id=instance, body={"topics": [{"id": "nothing"}]}
    )
    fewer = {"topics": [{"id": "taken", "new_partition_numbers": 1}]}
    sdk.refused("update_instance_topic", "DMS.00400102", 400, instance_id=instance, body=fewer)
    time.sleep(1.01)
    sdk.refused("show_instance_topic_detail", "DMS.10540401", 404, instance_id=instance, topic="nothing")
    sdk.refused("list_instance_topics", "DMS.00404022", 404, instance_id=NOWHERE)
    sdk.call("batch_delete_instance_topic", instance_id=instance, body={"topics": ["taken"]})


def one_detail_a_second(world):
    sdk, instance = world.kafka, world.instance(world.kafka)
    sdk.call("create_instance_topic", instance_id=instance, body={"id": "busy"})
    _detail(sdk, instance, "busy")
    sdk.refused("show_instance_topic_detail", "DMS.10240407", 404, instance_id=instance, topic="busy")
    sdk.call("batch_delete_instance_topic", instance_id=instance, body={"topics": ["busy"]})


def _find(sdk, instance, name):
    topics = sdk.call("list_instance_topics", instance_id=instance).topics
    return next(topic for topic in topics if topic.name == name)


def _detail(sdk, instance, name):
    """The service answers this question once in a second."""
    time.sleep(1.01)
    return sdk.call("show_instance_topic_detail", instance_id=instance, topic=name)
