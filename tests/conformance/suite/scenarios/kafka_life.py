"""A Kafka client's life is visible: what librdkafka produced, read and committed is what the SDK is told, exactly."""

import random
import time

from confluent_kafka import Consumer, Producer, TopicPartition

from ..kafka_client import Member, bootstrap
from ..world import check, eventually

COUNT = 10_000
PARTITIONS = 6
TOPIC = "life-of-orders"
GROUP = "life-billing"


def of_a_client(world):
    sdk, instance = world.kafka, world.instance(world.kafka)
    body = {"id": TOPIC, "partition": PARTITIONS}
    sdk.call("create_instance_topic", instance_id=instance, body=body)
    sent = _produce(world, instance)
    observer = Consumer({"bootstrap.servers": bootstrap(world, instance), "group.id": GROUP, "enable.auto.commit": False})
    try:
        with Member(world, instance, GROUP, TOPIC) as member:
            member.read(COUNT // 2)
            _group_agrees(world, instance, observer, member)
        _messages_agree(sdk, instance, observer, sent)
        _pages_agree(sdk, instance, sent)
        _times_agree(sdk, instance, observer, sent)
    finally:
        observer.close()
    sdk.call("batch_delete_group", instance_id=instance, body={"group_ids": [GROUP]})
    sdk.call("batch_delete_instance_topic", instance_id=instance, body={"topics": [TOPIC]})


def _produce(world, instance):
    """Sends keyed messages; gives what the broker acknowledged as (time, partition, offset, key, value)."""
    sent, failed = [], []

    def said(error, message):
        if error:
            failed.append(error)
        else:
            place = (message.timestamp()[1], message.partition(), message.offset())
            sent.append((*place, message.key().decode(), message.value().decode()))

    producer = Producer({"bootstrap.servers": bootstrap(world, instance), "linger.ms": 5})
    for n in range(COUNT):
        producer.produce(TOPIC, key=f"customer-{n % 977}", value=f'{{"order":{n},"城市":"苏黎世"}}', on_delivery=said)
        producer.poll(0)
        if n % 500 == 0:
            # Spread over some time, so that times tell messages apart.
            time.sleep(0.01)
    check((producer.flush(60), failed), (0, []), "messages left or failed")
    check(len(sent), COUNT, "acknowledged messages")
    return sorted(sent)


def _ends(observer):
    """Earliest and next offsets as the client sees them, by partition."""
    return {p: observer.get_watermark_offsets(TopicPartition(TOPIC, p), timeout=10) for p in range(PARTITIONS)}


def _group_agrees(world, instance, observer, member):
    sdk = world.kafka
    ends = _ends(observer)
    asked = [TopicPartition(TOPIC, p) for p in range(PARTITIONS)]
    committed = {p.partition: p.offset for p in observer.committed(asked, timeout=10) if p.offset >= 0}
    shown = sdk.call("show_groups", instance_id=instance, group=GROUP).group
    check((shown.group_id, shown.state, len(shown.members)), (GROUP, "STABLE", 1), "the group")
    mine = sorted(p.partition for p in member.consumer.assignment())
    told = [(a.topic, sorted(a.partitions)) for a in shown.members[0].assignment]
    check(told, [(TOPIC, mine)], "what the member reads")
    check(shown.members[0].client_id, f"{GROUP}-client", "the member's name")
    places = {o.partition: o for o in shown.group_message_offsets}
    check({p: o.message_current_offset for p, o in places.items()}, committed, "committed offsets")
    check({p: o.message_log_end_offset for p, o in places.items()}, {p: ends[p][1] for p in places}, "ends")
    lags = {p: ends[p][1] - offset for p, offset in committed.items()}
    check({p: o.lag for p, o in places.items()}, lags, "lag")
    listed = sdk.call("list_instance_consumer_groups", instance_id=instance, group=GROUP).groups[0]
    check((listed.group_id, listed.state), (GROUP, "STABLE"), "the group in the list")
    if world.newer:
        check(listed.lag, sum(lags.values()), "lag in the list")
    read = sum(committed.values())
    check(COUNT // 2 <= read <= COUNT, True, f"half was read: {read}")
    check(sum(o.lag for o in places.values()) + read, sum(ends[p][1] for p in places), "read and unread")


def _messages_agree(sdk, instance, observer, sent):
    for partition, (low, high) in _ends(observer).items():
        place = {"instance_id": instance, "topic": TOPIC, "partition": partition}
        own = [message for message in sent if message[1] == partition]
        first = sdk.call("show_partition_beginning_message", **place)
        last = sdk.call("show_partition_end_message", **place)
        check((first.offset, last.offset), (low, high - 1), "earliest and latest")
        check((first.timestamp, last.timestamp), (own[0][0], own[-1][0]), "their times")
    for at, partition, offset, key, value in random.Random(7).sample(sent, 40):
        place = {"instance_id": instance, "topic": TOPIC, "partition": partition}
        found = sdk.call("show_partition_message", message_offset=str(offset), **place).message
        told = [(m.timestamp, m.partition, m.message_offset, m.key, m.value, m.size) for m in found]
        size = len(key.encode()) + len(value.encode())
        check(told, [(at, partition, offset, key, value, size)], "a message")


def _pages_agree(sdk, instance, sent):
    """Pages by time are those of the messages sorted by time and partition."""
    window = {"start_time": str(sent[0][0]), "end_time": str(sent[-1][0])}
    for skip in (0, 50, 1_234, 5_000, 7_777, COUNT - 20):
        page = sdk.call("show_instance_messages", instance_id=instance, topic=TOPIC, asc=True, limit="50", offset=str(skip), **window)
        check(page.total, COUNT, "messages of the time")
        told = [(m.timestamp, m.partition, m.message_offset) for m in page.messages]
        check(told, [message[:3] for message in sent[skip:skip + 50]], f"the page after {skip}")
    newest = sdk.call("show_instance_messages", instance_id=instance, topic=TOPIC, asc=False, limit="3", offset="0", **window)
    told = [(m.timestamp, m.partition, m.message_offset) for m in newest.messages]
    check(told, [message[:3] for message in sent[:-4:-1]], "the newest")


def _times_agree(sdk, instance, observer, sent):
    """Where the client finds a time is where the service moves the group to, and what it counts from."""
    eventually(lambda: sdk.call("show_groups", instance_id=instance, group=GROUP).group.state == "EMPTY", "nobody reads")
    ends = _ends(observer)
    for at in [sent[0][0] - 1000, sent[COUNT // 3][0], sent[COUNT // 2][0] + 1, sent[-1][0], sent[-1][0] + 1]:
        asked = [TopicPartition(TOPIC, p, at) for p in range(PARTITIONS)]
        found = {p.partition: p.offset for p in observer.offsets_for_times(asked, timeout=10)}
        wanted = {p: offset if offset >= 0 else ends[p][1] for p, offset in found.items()}
        counted = sdk.call("show_messages", instance_id=instance, topic=TOPIC, start_time=str(at), limit=1)
        check(counted.messages_count, sum(ends[p][1] - wanted[p] for p in wanted), f"messages since {at}")
        body = {"topic": TOPIC, "partition": -1, "timestamp": at}
        sdk.call("reset_message_offset", instance_id=instance, group=GROUP, body=body)
        offsets = sdk.call("show_groups", instance_id=instance, group=GROUP).group.group_message_offsets
        check({o.partition: o.message_current_offset for o in offsets}, wanted, f"the group at {at}")
        committed = observer.committed([TopicPartition(TOPIC, p) for p in range(PARTITIONS)], timeout=10)
        check({p.partition: p.offset for p in committed}, wanted, f"what the client sees at {at}")
