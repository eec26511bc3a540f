"""Consumer groups of Kafka instances (K5.2): the groups are real clients'."""

from ..kafka_client import Member, produce
from ..sdk import IfKnown
from ..world import NOWHERE, check, eventually

ENGINE = {"engine": "kafka"}


def of_a_client(world):
    """30 messages, 18 of them read by a group: what every operation says of it agrees."""
    sdk, instance = world.kafka, world.instance(world.kafka)
    sdk.call("create_instance_topic", instance_id=instance, body={"id": "grouped", "partition": 1})
    produce(world, instance, "grouped", 30)
    with Member(world, instance, "billing", "grouped") as member:
        member.read(18)
        _lists(world, instance)
        _with_a_member(world, instance)
    _reset(world, instance)
    _delete(world, instance)
    sdk.call("batch_delete_instance_topic", instance_id=instance, body={"topics": ["grouped"]})


def _lists(world, instance):
    sdk = world.kafka
    groups = sdk.call("list_instance_consumer_groups", instance_id=instance, group="bill").groups
    check([(group.group_id, group.state) for group in groups], [("billing", "STABLE")], "groups with these letters")
    if world.newer:
        check(groups[0].lag, 12, "lag")
    page = sdk.call("list_instance_consumer_groups", instance_id=instance, limit="1", offset="0")
    check((page.total, len(page.groups)), (1, 1), "a page of groups")
    sdk.refused("list_instance_consumer_groups", "DMS.00404022", 404, instance_id=NOWHERE)
    coordinators = sdk.call("show_coordinators", instance_id=instance).coordinators
    check([one.group_id for one in coordinators], ["billing"], "groups with their coordinator")
    sdk.refused("show_coordinators", "DMS.00404022", 404, instance_id=NOWHERE)


def _with_a_member(world, instance):
    sdk = world.kafka
    group = sdk.call("show_groups", instance_id=instance, group="billing").group
    check((group.group_id, group.state, group.assignment_strategy), ("billing", "STABLE", "range"), "the group")
    check([member.client_id for member in group.members], ["billing-client"], "members")
    check([(a.topic, a.partitions) for a in group.members[0].assignment], [("grouped", [0])], "assignment")
    offset = group.group_message_offsets[0]
    got = (offset.topic, offset.partition, offset.message_current_offset, offset.message_log_end_offset, offset.lag)
    check(got, ("grouped", 0, 18, 30, 12), "offsets")
    sdk.refused("show_groups", "DMS.00404022", 404, instance_id=NOWHERE, group="billing")
    if sdk.has("show_group"):
        check(sdk.call("show_group", instance_id=instance, group="billing").group.state, "STABLE", "state")
    if sdk.has("list_instance_consumer_group"):
        shown = sdk.call("list_instance_consumer_group", instance_id=instance, group="billing", **ENGINE)
        check(shown.group.state, "STABLE", "state")
    if sdk.has("list_instance_consumer_group_members"):
        members = sdk.call("list_instance_consumer_group_members", instance_id=instance, group="billing", **ENGINE)
        check((members.total, members.members[0].client_id), (1, "billing-client"), "members")
    if sdk.has("list_instance_consumer_group_message_offset"):
        name = "list_instance_consumer_group_message_offset"
        offsets = sdk.call(name, instance_id=instance, group="billing", topic="grouped", **ENGINE)
        check(offsets.group_message_offsets[0].lag, 12, "lag of the partition")
    if sdk.has("list_instance_consumer_group_topics"):
        topics = sdk.call("list_instance_consumer_group_topics", instance_id=instance, group="billing", **ENGINE)
        check([(t.topic, t.partitions, t.lag) for t in topics.topics], [("grouped", 1, 12)], "topics of the group")
    # Nobody may move the offsets of a group that is at work, nor delete it.
    body = {"topic": "grouped", "partition": 0, "message_offset": 5}
    sdk.refused("reset_message_offset", IN_USE, 400, instance_id=instance, group="billing", body=body)
    answer = sdk.call("batch_delete_group", instance_id=instance, body={"group_ids": ["billing"]})
    check([failed.group_id for failed in answer.failed_groups], ["billing"], "a group at work is not deleted")


#: The references name no code for a group that has members.
IN_USE = "DMS.00400800"


def _reset(world, instance):
    sdk = world.kafka

    def offset():
        group = sdk.call("show_groups", instance_id=instance, group="billing").group
        return group.group_message_offsets[0].message_current_offset if group.state == "EMPTY" else None

    eventually(lambda: offset() == 18, "an empty group")
    reset = "reset_message_offset"
    sdk.call(reset, instance_id=instance, group="billing", body={"topic": "grouped", "partition": 0, "message_offset": 5})
    check(offset(), 5, "offset")
    sdk.call(reset, instance_id=instance, group="billing", body={"topic": "grouped", "partition": -1, "timestamp": 0})
    check(offset(), 0, "offset of the first message")
    if sdk.has("reset_message_offset_with_engine"):
        body = {"topic": "grouped", "partition": 0, "message_offset": 7}
        sdk.call("reset_message_offset_with_engine", instance_id=instance, group="billing", body=body)
        check(offset(), 7, "offset")
    both = {"topic": "grouped", "partition": 0, "message_offset": 5, "timestamp": 0}
    sdk.refused(reset, "DMS.00400005", 400, instance_id=instance, group="billing", body=both)
    body = {"topic": "nothing", "partition": 0, "message_offset": 5}
    sdk.refused(reset, "DMS.10540401", 404, instance_id=instance, group="billing", body=body)
    sdk.refused(reset, "DMS.00404022", 404, instance_id=NOWHERE, group="billing", body=body)


def _delete(world, instance):
    sdk = world.kafka
    if sdk.has("delete_consumer_group_offsets"):
        body = {"topics": ["grouped"]}
        answer = sdk.call("delete_consumer_group_offsets", instance_id=instance, group="billing", body=body)
        check([(t.name, t.success) for t in answer.topics], [("grouped", True)], "offsets deleted")
    answer = sdk.call("batch_delete_group", instance_id=instance, body={"group_ids": ["billing", "nothing"]})
    check([failed.group_id for failed in answer.failed_groups], ["nothing"], "what could not be deleted")
    check(sdk.call("list_instance_consumer_groups", instance_id=instance).groups, [], "groups left")
    sdk.refused("batch_delete_group", "DMS.00404022", 404, instance_id=NOWHERE, body={"group_ids": ["billing"]})


def made_beforehand(world):
    sdk, instance = world.kafka, world.instance(world.kafka)
    if not sdk.has("create_kafka_consumer_group"):
        return
    body = {"group_name": "planned", "group_desc": IfKnown("for later")}
    sdk.call("create_kafka_consumer_group", instance_id=instance, body=body)
    groups = sdk.call("list_instance_consumer_groups", instance_id=instance).groups
    check([(group.group_id, group.state) for group in groups], [("planned", "EMPTY")], "groups")
    if sdk.has("update_instance_consumer_group"):
        body = {"group_name": "planned", "group_desc": "for now"}
        sdk.call("update_instance_consumer_group", instance_id=instance, group="planned", body=body, **ENGINE)
        groups = sdk.call("list_instance_consumer_groups", instance_id=instance).groups
        check(groups[0].group_desc, "for now", "description")
    if sdk.has("update_instance_group"):
        body = {"groups": [{"group_name": "planned", "group_desc": "for good"}]}
        sdk.call("update_instance_group", instance_id=instance, body=body, **ENGINE)
    sdk.refused("create_kafka_consumer_group", "DMS.10240018", 400, instance_id=instance, body={"group_name": "planned"})
    sdk.refused("create_kafka_consumer_group", "DMS.10240007", 400, instance_id=instance, body={"group_name": "a b"})
    if sdk.has("delete_group"):
        sdk.call("delete_group", instance_id=instance, group="planned")
    elif sdk.has("delete_instance_consumer_group"):
        sdk.call("delete_instance_consumer_group", instance_id=instance, group="planned", **ENGINE)
    else:
        sdk.call("batch_delete_group", instance_id=instance, body={"group_ids": ["planned"]})
    check(sdk.call("list_instance_consumer_groups", instance_id=instance).groups, [], "groups left")
