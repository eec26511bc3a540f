"""Where partitions are: more of them, other brokers, disks, monitoring names (K5.2.9-11, K5.2.15, K5.9.4)."""

import time

from ..kafka_client import Member, produce
from ..world import NOWHERE, check, eventually


def move(world):
    sdk, instance = world.kafka, world.instance(world.kafka)
    sdk.call("create_instance_topic", instance_id=instance, body={"id": "moving", "partition": 3, "replication": 1})
    produce(world, instance, "moving", 300)
    sdk.call("create_partition", instance_id=instance, topic="moving", body={"partition": 4})
    check(len(_detail(sdk, instance)), 4, "partitions")
    sdk.refused("create_partition", "DMS.00400102", 400, instance_id=instance, topic="moving", body={"partition": 3})
    sdk.refused("create_partition", "DMS.10540401", 404, instance_id=instance, topic="nothing", body={"partition": 3})
    if sdk.has("update_topic_replica"):
        body = {"partitions": [{"partition": 0, "replicas": [2, 0]}]}
        sdk.call("update_topic_replica", instance_id=instance, topic="moving", body=body)
        _until(sdk, instance, {0: [2, 0]})
        for wrong in [[0, 0], [99], []]:
            body = {"partitions": [{"partition": 0, "replicas": wrong}]}
            sdk.refused("update_topic_replica", "DMS.00400062", 400, instance_id=instance, topic="moving", body=body)
    name = "create_kafka_reassignment_task" if world.newer else "create_reassignment_task"
    assignment = [{"partition": 0, "partition_brokers": [1]}, {"partition": 1, "partition_brokers": [0, 2]}]
    body = {"reassignments": [{"topic": "moving", "assignment": assignment}], "throttle": -1}
    check(bool(sdk.call(name, instance_id=instance, body=body).job_id), True, "a job")
    _until(sdk, instance, {0: [1], 1: [0, 2]})
    spread = {"topic": "moving", "brokers": [0, 1], "replication_factor": 2}
    sdk.call(name, instance_id=instance, body={"reassignments": [spread], "throttle": 10_000_000})

    def on_two():
        return all(set(replicas) == {0, 1} for replicas in _detail(sdk, instance).values())

    eventually(on_two, "all partitions on two brokers")
    if world.newer:
        answer = sdk.call(name, instance_id=instance, body={"reassignments": [spread], "time_estimate": True})
        check(answer.reassignment_time is not None, True, "an estimate")
    unknown = {"reassignments": [{"topic": "nothing", "brokers": [0]}]}
    sdk.refused(name, "DMS.10540401", 404, instance_id=instance, body=unknown)
    away = {"reassignments": [{"topic": "moving", "brokers": [0, 99]}]}
    sdk.refused(name, "DMS.00400062", 400, instance_id=instance, body=away)
    sdk.call("batch_delete_instance_topic", instance_id=instance, body={"topics": ["moving"]})


def disks_and_names(world):
    sdk, instance = world.kafka, world.instance(world.kafka)
    sdk.call("create_instance_topic", instance_id=instance, body={"id": "stored", "partition": 3, "replication": 3})
    produce(world, instance, "stored", 3000)

    def used():
        answer = sdk.call("show_kafka_topic_partition_diskusage", instance_id=instance, minSize="1K")
        return len(answer.broker_list) == 3 and all(broker.topic_list for broker in answer.broker_list)

    eventually(used, "sizes")
    top = sdk.call("show_kafka_topic_partition_diskusage", instance_id=instance, top="1")
    check({len(broker.topic_list) for broker in top.broker_list}, {1}, "the largest of each broker")
    sdk.call("show_kafka_topic_partition_diskusage", instance_id=instance, percentage="0")
    sdk.refused("show_kafka_topic_partition_diskusage", "DMS.00404022", 404, instance_id=NOWHERE)
    with Member(world, instance, "watchers", "stored") as member:
        member.read(1)
    names = sdk.call("show_ces_hierarchy", instance_id=instance)
    check(["stored"] in [[queue.name for queue in group.queues] for group in names.groups], True, "topics of the group")
    check([one.name for one in names.instance_ids], [instance], "the instance")
    check((len(names.nodes), "stored" in [queue.name for queue in names.queues]), (3, True), "nodes and topics")
    sdk.refused("show_ces_hierarchy", "DMS.00404022", 404, instance_id=NOWHERE)
    sdk.call("batch_delete_group", instance_id=instance, body={"group_ids": ["watchers"]})
    sdk.call("batch_delete_instance_topic", instance_id=instance, body={"topics": ["stored"]})


def _detail(sdk, instance):
    time.sleep(1.01)
    detail = sdk.call("show_instance_topic_detail", instance_id=instance, topic="moving")
    return {p.partition: [replica.broker for replica in p.replicas] for p in detail.partitions}


def _until(sdk, instance, wanted):
    def there():
        replicas = _detail(sdk, instance)
        return all(replicas[partition] == brokers for partition, brokers in wanted.items())

    eventually(there, f"partitions {wanted}")
