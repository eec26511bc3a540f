"""An ordinary Kafka client, so that the service has something to tell about groups and messages."""

import time

from confluent_kafka import Consumer, Producer, TopicPartition

from .world import Expectation


def bootstrap(world, instance):
    """Where clients of the instance begin."""
    shown = world.kafka.call("show_instance", instance_id=instance)
    return f"{shown.connect_address}:{shown.port}"


def produce(world, instance, topic, count, first=0):
    """Sends ``count`` keyed messages and returns when all are acknowledged."""
    failed = []
    producer = Producer({"bootstrap.servers": bootstrap(world, instance)})
    for n in range(first, first + count):
        said = lambda error, _: failed.append(error) if error else None
        producer.produce(topic, key=f"key-{n}", value=f'{{"order":{n}}}', headers={"n": str(n)}, on_delivery=said)
    left = producer.flush(30)
    if left or failed:
        raise Expectation(f"{left} messages not sent, {failed[:1]}")


class Member:
    """A consumer in a group, for as long as the block lasts. It commits when it is told to, and when it leaves."""

    def __init__(self, world, instance, group, topic):
        settings = {
            "bootstrap.servers": bootstrap(world, instance),
            "group.id": group,
            "client.id": f"{group}-client",
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
        }
        self.consumer = Consumer(settings)
        self.consumer.subscribe([topic])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.consumer.close()

    def read(self, count):
        """Reads ``count`` messages and commits them."""
        end, got = time.monotonic() + 30, []
        while len(got) < count and time.monotonic() < end:
            message = self.consumer.poll(0.2)
            if message is not None and not message.error():
                got.append(message)
        if len(got) < count:
            raise Expectation(f"{len(got)} of {count} messages read")
        next_offsets = {}
        for message in got:
            next_offsets[(message.topic(), message.partition())] = message.offset() + 1
        offsets = [TopicPartition(topic, partition, offset) for (topic, partition), offset in next_offsets.items()]
        self.consumer.commit(offsets=offsets, asynchronous=False)
        return got
