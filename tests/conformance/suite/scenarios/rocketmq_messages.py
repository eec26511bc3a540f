"""Messages of RocketMQ: sent, found, traced, consumed, dead and sent again (R5.2.7-8, R5.4)."""

import time

from ..sdk import IfKnown
from ..world import NOWHERE, check, eventually
from .rocketmq_groups import MAKE, group
from .rocketmq_topics import topic

ENGINE = {"engine": "reliability"}


def life(world):
    sdk, instance = world.rocketmq, world.instance(world.rocketmq)
    sdk.call("create_topic_or_batch_delete_topic", instance_id=instance, body=topic("mail"))
    sdk.call(MAKE, instance_id=instance, body=group("mailer"))
    begun = int(time.time() * 1000) - 1000
    sent = [_send(world, instance, "mail", f"letter {n}", f"key-{n}") for n in range(5)]
    window = {"start_time": str(begun), "end_time": str(int(time.time() * 1000) + 60_000)}
    _find(world, instance, sent, window)
    _consumption(world, instance)
    body = {"topic": "mail", "timestamp": begun}
    reset = {"group": "mailer"} if world.newer else {"group_id": "mailer"}
    sdk.refused("reset_consume_offset", "DMS.50050004", 400, instance_id=instance, body=body, **reset, **ENGINE)
    client = {"group": "mailer", "client_id": "postman", "subscriptions": {"mail": "*"}}
    world.post(f"/__local/rocketmq/{instance}/consume", client)
    queues = sdk.call("reset_consume_offset", instance_id=instance, body=body, **reset, **ENGINE).queues
    check({queue.queue_id for queue in queues}, {0, 1, 2}, "queues of the reset")
    unknown = {"topic": "nothing", "timestamp": begun}
    sdk.refused("reset_consume_offset", "DMS.10540401", 404, instance_id=instance, body=unknown, **reset, **ENGINE)
    half = {"topic": "mail", "body": "a letter in a transaction", "transaction": "commit"}
    half = world.post(f"/__local/rocketmq/{instance}/produce", half)["unique_key"]
    sdk.call("list_message_trace", instance_id=instance, msg_id=half, **ENGINE)
    check(sdk.last.json()["trace"][1]["transaction_state"], "COMMIT_MESSAGE", "the end of the transaction")
    sdk.call("delete_consumer_group", instance_id=instance, group="mailer")
    sdk.call("delete_topic", instance_id=instance, topic="mail")


def dead_letters(world):
    sdk, instance = world.rocketmq, world.instance(world.rocketmq)
    sdk.call("create_topic_or_batch_delete_topic", instance_id=instance, body=topic("parcels"))
    sdk.call(MAKE, instance_id=instance, body=group("carrier", retry_max_time=1))
    sent = _send(world, instance, "parcels", "a parcel", "key")
    client = {"group": "carrier", "client_id": "van", "subscriptions": {"parcels": "*"}, "outcome": "failed"}
    consume = f"/__local/rocketmq/{instance}/consume"
    world.post(consume, client)
    # RocketMQ tries again after ten seconds.
    world.post("/__local/clock", {"advance_ms": 11_000})
    world.post(consume, client)
    window = {"start_time": "0", "end_time": "9999999999999"}
    found = sdk.call("list_messages", instance_id=instance, topic="%DLQ%carrier", **ENGINE, **window).messages
    check(len(found), 1, "dead letters")
    letter = found[0].msg_id
    body = {"topic": "%DLQ%carrier", "msg_id_list": [letter]}
    if sdk.has("export_dlq_message"):
        sdk.call("export_dlq_message", instance_id=instance, body=body | {"uniq_key_list": []})
        check([one["msg_id"] for one in sdk.last.json()], [letter], "the exported letter")
    results = sdk.call("send_dlq_message", instance_id=instance, body=body, **ENGINE).resend_results
    check([(one.msg_id, one.error_code) for one in results], [(letter, "DMS.00000000")], "sent again")
    world.post(consume, client | {"outcome": "success"})
    body = {"group": "carrier", "topic": IfKnown("parcels"), "client_id": "van", "msg_id_list": [sent]}
    results = sdk.call("validate_consumed_message", instance_id=instance, body=body, **ENGINE).resend_results
    check([one.error_code for one in results], ["DMS.00000000"], "verified")
    body = body | {"client_id": "nobody"}
    sdk.refused("validate_consumed_message", "DMS.50050004", 400, instance_id=instance, body=body, **ENGINE)
    unknown = {"topic": "%DLQ%nothing", "msg_id_list": [letter]}
    sdk.refused("send_dlq_message", "DMS.10540401", 404, instance_id=instance, body=unknown, **ENGINE)
    sdk.call("delete_consumer_group", instance_id=instance, group="carrier")
    sdk.call("delete_topic", instance_id=instance, topic="parcels")


def _send(world, instance, to, text, key):
    """Only today's SDK can send; the other one is helped."""
    body = {
        "topic": to,
        "body": text,
        "property_list": [{"name": "KEYS", "value": key}, {"name": "TAGS", "value": "paper"}],
    }
    if world.rocketmq.has("send_message"):
        return world.rocketmq.call("send_message", instance_id=instance, body=body, **ENGINE).msg_id
    path = f"/v2/reliability/{world.context['project_id']}/instances/{instance}/messages"
    return world.post(path, body)["msg_id"]


def _find(world, instance, sent, window):
    sdk, many, none = (
        world.rocketmq,
        {"limit": _n(world, 10), "offset": _n(world, 0)},
        {"limit": _n(world, 1), "offset": _n(world, 0)},
    )
    found = sdk.call("list_messages", instance_id=instance, topic="mail", **ENGINE, **many, **window)
    check(sorted(message.msg_id for message in found.messages), sorted(sent), "messages of the time")
    one = sdk.call("list_messages", instance_id=instance, topic="mail", msg_id=sent[0], **ENGINE)
    check([message.msg_id for message in one.messages], [sent[0]], "the message with this id")
    page = sdk.call("list_messages", instance_id=instance, topic="mail", **ENGINE, **none, **window)
    check((page.total, len(page.messages)), (5, 1), "a page")
    keyed = sdk.call(
        "list_messages", instance_id=instance, topic="mail", key=IfKnown("key-3"), **ENGINE, **many, **window
    )
    check(len(keyed.messages), 1 if world.newer else 5, "messages with the key")
    sdk.call("list_message_trace", instance_id=instance, msg_id=sent[0], **ENGINE)
    check(sdk.last.json()["trace"][0]["trace_type"], "Pub", "the trace begins with sending")
    sdk.refused("list_messages", "DMS.10540401", 404, instance_id=instance, topic="nothing", **ENGINE, **many, **window)
    sdk.refused("list_messages", "DMS.00404022", 404, instance_id=NOWHERE, topic="mail", **ENGINE, **many, **window)
    sdk.refused("list_message_trace", "DMS.00404022", 404, instance_id=NOWHERE, msg_id=sent[0], **ENGINE)


def _n(world, number):
    """Paging was a text once."""
    return number if world.newer else str(number)


def _consumption(world, instance):
    sdk = world.rocketmq
    listed = sdk.call("show_consumer_list_or_details", instance_id=instance, group="mailer", limit=10, offset=0)
    check(isinstance(listed.topics, list), True, "topics of the group")
    sdk.call("show_consumer_list_or_details", instance_id=instance, group="mailer", topic="mail", limit=10, offset=0)
    sdk.call("show_consumer_connections", instance_id=instance, group="mailer", limit=10, offset=0, is_detail=True)
    sdk.refused("show_consumer_connections", "DMS.00404022", 404, instance_id=NOWHERE, group="mailer")


def dead_letters(world):
    """A client that always fails: its messages end as dead letters, which are exported, verified and sent again."""
    sdk, instance = world.rocketmq, world.instance(world.rocketmq)
    sdk.call("create_topic_or_batch_delete_topic", instance_id=instance, body=topic("parcels"))
    sdk.call(MAKE, instance_id=instance, body=group("porters", retry_max_time=1))
    client = {"group": "porters", "client_id": "porter", "subscriptions": {"parcels": "*"}}
    consume = f"/__local/rocketmq/{instance}/consume"
    world.post(consume, client)
    _send(world, instance, "parcels", "heavy", "parcel")

    for _ in range(3):
        world.post(consume, {**client, "outcome": "failed"})
        world.post("/__local/clock", {"advance_ms": 31_000})

    def dead():
        window = {"start_time": "0", "end_time": str(int(time.time() * 1000) + 600_000)}
        page = {"limit": _n(world, 10), "offset": _n(world, 0)}
        return sdk.call(
            "list_messages", instance_id=instance, topic="%DLQ%porters", **ENGINE, **page, **window
        ).messages

    letter = eventually(dead, "a dead letter")[0]
    body = {"topic": "%DLQ%porters", "msg_id_list": [letter.msg_id]}
    if sdk.has("export_dlq_message"):
        exported = sdk.json("export_dlq_message", instance_id=instance, body=body | {"uniq_key_list": []})
        check([one["body"] for one in exported], ["heavy"], "the dead letter's text")
        unknown = {"topic": "%DLQ%nobody", "msg_id_list": [letter.msg_id], "uniq_key_list": []}
        sdk.refused("export_dlq_message", "DMS.10540401", 404, instance_id=instance, body=unknown)
    verify = {
        "group": "porters",
        "topic": IfKnown("%DLQ%porters"),
        "client_id": "porter",
        "msg_id_list": [letter.msg_id],
    }
    results = sdk.call("validate_consumed_message", instance_id=instance, body=verify, **ENGINE).resend_results
    check([result.msg_id for result in results], [letter.msg_id], "a result for each message")
    results = sdk.call("send_dlq_message", instance_id=instance, body=body, **ENGINE).resend_results
    check([(result.msg_id, result.error_code) for result in results], [(letter.msg_id, "DMS.00000000")], "sent again")
    sdk.refused("send_dlq_message", "DMS.00404022", 404, instance_id=NOWHERE, body=body, **ENGINE)
    sdk.refused("validate_consumed_message", "DMS.00404022", 404, instance_id=NOWHERE, body=verify, **ENGINE)
    sdk.call("delete_consumer_group", instance_id=instance, group="porters")
    sdk.call("delete_topic", instance_id=instance, topic="parcels")


def transactions(world):
    """A message of a transaction has its state in the trace."""
    sdk, instance = world.rocketmq, world.instance(world.rocketmq)
    sdk.call("create_topic_or_batch_delete_topic", instance_id=instance, body=topic("payments"))
    message = {"topic": "payments", "body": "paid", "transaction": "commit", "checked": True}
    sent = world.post(f"/__local/rocketmq/{instance}/produce", message)
    trace = sdk.call("list_message_trace", instance_id=instance, msg_id=sent["msg_id"], **ENGINE).trace
    states = [entry.transaction_state for entry in trace]
    check("COMMIT_MESSAGE" in states, True, f"states {states}")
    sdk.call("delete_topic", instance_id=instance, topic="payments")
