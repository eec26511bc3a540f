"""Consumer groups of Kafka instances (K5.2): the groups are real clients'."""

from ..kafka_client import Member, produce
from ..world import check


def lists(world):
    sdk, instance = world.kafka, world.instance(world.kafka)
    sdk.call("create_instance_topic", instance_id=instance, body={"id": "grouped", "partition": 3})
    produce(world, instance, "grouped", 30)
    with Member(world, instance, "billing", "grouped") as member:
        member.read(30)
        groups = sdk.call("list_instance_consumer_groups", instance_id=instance, group="bill").groups
        check([group.group_id for group in groups], ["billing"], "groups whose name has these letters")
        check(groups[0].state, "STABLE", "a group with a member")
    page = sdk.call("list_instance_consumer_groups", instance_id=instance, limit="1", offset="0")
    check((page.total, len(page.groups)), (1, 1), "a page of groups")
    check(page.groups[0].state, "EMPTY", "a group without members")
    sdk.call("batch_delete_instance_topic", instance_id=instance, body={"topics": ["grouped"]})
    nowhere = "00000000-0000-4000-8000-000000000000"
    sdk.refused("list_instance_consumer_groups", "DMS.00404022", 404, instance_id=nowhere)
