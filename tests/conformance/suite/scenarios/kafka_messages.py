"""Messages of Kafka topics (K5.6): what a client sent is what the service shows."""

import time

from ..kafka_client import produce
from ..sdk import IfKnown
from ..world import NOWHERE, check


def of_a_client(world):
    sdk, instance = world.kafka, world.instance(world.kafka)
    sdk.call("create_instance_topic", instance_id=instance, body={"id": "messages", "partition": 1})
    begun = int(time.time() * 1000) - 1000
    produce(world, instance, "messages", 25)
    ended = int(time.time() * 1000) + 60_000
    window = {"start_time": str(begun), "end_time": str(ended)}
    _by_time(sdk, instance, window)
    _by_offset(sdk, instance)
    place = {"instance_id": instance, "topic": "messages", "partition": 0}
    first = sdk.call("show_partition_beginning_message", **place)
    last = sdk.call("show_partition_end_message", **place)
    check((first.topic, first.partition, first.offset), ("messages", 0, 0), "the first message")
    check(last.offset in (24, 25), True, "the last message")
    check(begun <= first.timestamp <= last.timestamp <= ended, True, "times")
    if sdk.has("send_kafka_message"):
        body = {
            "topic": "messages",
            "body": "sent by REST",
            "property_list": [{"name": "KEY", "value": "rest"}, {"name": "PARTITION", "value": "0"}],
        }
        sdk.call("send_kafka_message", instance_id=instance, action_id="send", body=body)
        found = sdk.call("show_partition_message", message_offset="25", **place).message[0]
        check((found.key, found.value), ("rest", "sent by REST"), "the message")
        body["topic"] = "nothing"
        sdk.refused("send_kafka_message", "DMS.10540401", 404, instance_id=instance, action_id="send", body=body)
    if sdk.has("delete_kafka_topic_messages"):
        body = {"partitions": [{"partition": 0, "offset": 10}]}
        answer = sdk.call("delete_kafka_topic_messages", instance_id=instance, topic="messages", body=body)
        check([(p.partition, p.result) for p in answer.partitions], [(0, "success")], "deleted messages")
        check(sdk.call("show_partition_beginning_message", **place).offset, 10, "the first message left")
    if sdk.has("list_topic_partitions"):
        listed = sdk.call("list_topic_partitions", instance_id=instance, topic="messages")
        check((listed.total, listed.partitions[0].partition), (1, 0), "partitions")
    if sdk.has("list_topic_producers"):
        sdk.call("list_topic_producers", instance_id=instance, topic="messages")
    if sdk.has("show_kafka_topic_detail"):
        sdk.call("show_kafka_topic_detail", instance_id=instance, topic="messages")
    _refusals(sdk, instance, window)
    sdk.call("batch_delete_instance_topic", instance_id=instance, body={"topics": ["messages"]})


def _by_time(sdk, instance, window):
    page = sdk.call(
        "show_instance_messages", instance_id=instance, topic="messages", asc=True, limit="10", offset="0", **window
    )
    check((page.total, len(page.messages)), (25, 10), "the first page")
    message = page.messages[0]
    got = (message.topic, message.partition, message.message_offset, message.key)
    check(got, ("messages", 0, 0, "key-0"), "the first message")
    check(message.size >= len('{"order":0}'), True, "its size")
    page = sdk.call(
        "show_instance_messages", instance_id=instance, topic="messages", asc=True, limit="10", offset="2", **window
    )
    newest = sdk.call(
        "show_instance_messages", instance_id=instance, topic="messages", asc=False, limit="1", offset="0", **window
    )
    check(newest.messages[0].message_offset, 24, "the newest first")
    sdk.call(
        "show_instance_messages",
        instance_id=instance,
        topic="messages",
        partition="0",
        message_offset="7",
        limit="1",
        offset="0",
    )
    sdk.call(
        "show_instance_messages",
        instance_id=instance,
        topic="messages",
        key=IfKnown("key-3"),
        limit="10",
        offset="0",
        **window,
    )
    page = sdk.call(
        "show_messages", instance_id=instance, topic="messages", limit=10, offset=1, partition="0", **window
    )
    check((page.messages_count, page.offsets_count, len(page.messages)), (25, 3, 10), "messages and pages")


def _by_offset(sdk, instance):
    name = "show_partition_message"
    found = sdk.call(name, instance_id=instance, topic="messages", partition=0, message_offset="7").message
    check([(m.message_offset, m.key, m.value) for m in found], [(7, "key-7", '{"order":7}')], "the message")


def _refusals(sdk, instance, window):
    query = {"limit": "10", "offset": "0", **window}
    sdk.refused("show_instance_messages", "DMS.10540401", 404, instance_id=instance, topic="nothing", **query)
    sdk.refused("show_instance_messages", "DMS.00404022", 404, instance_id=NOWHERE, topic="messages", **query)
    many = {**query, "limit": "1000"}
    sdk.refused("show_instance_messages", "DMS.10240042", 400, instance_id=instance, topic="messages", **many)
    place = {"instance_id": instance, "topic": "messages"}
    sdk.refused("show_partition_message", BAD_PLACE, 400, partition=99, message_offset="0", **place)
    sdk.refused("show_partition_beginning_message", BAD_PLACE, 400, partition=99, **place)
    sdk.refused("show_partition_end_message", BAD_PLACE, 400, partition=99, **place)
    sdk.refused("show_messages", "DMS.00404022", 404, instance_id=NOWHERE, topic="messages", **window)


#: The references name no code for a partition or an offset that is not there.
BAD_PLACE = "DMS.00400800"
