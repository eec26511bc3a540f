"""Tags of instances and of the project (K5.8, R5.7)."""

from ..world import NOWHERE, check

NAMES = {
    "kafka": ("batch_create_or_delete_kafka_tag", "show_kafka_tags", "show_kafka_project_tags"),
    "rocketmq": ("batch_create_or_delete_rocketmq_tag", "show_rocketmq_tags", "show_rocketmq_project_tags"),
}


def of_kafka(world):
    _life(world.kafka, world.instance(world.kafka))


def of_rocketmq(world):
    _life(world.rocketmq, world.instance(world.rocketmq))


def _life(sdk, instance):
    change, show, project = NAMES[sdk.name]
    both = [{"key": "team", "value": "orders"}, {"key": "cost:centre", "value": ""}]
    sdk.call(change, instance_id=instance, body={"action": "create", "tags": both})
    tags = sdk.call(show, instance_id=instance).tags
    check({tag.key: tag.value for tag in tags}, {"team": "orders", "cost:centre": ""}, "tags of the instance")
    if sdk.has(project):
        tags = {tag.key: tag.values for tag in sdk.call(project).tags}
        check("orders" in tags["team"], True, "tags of the project")
    sdk.call(change, instance_id=instance, body={"action": "delete", "tags": both})
    check(sdk.call(show, instance_id=instance).tags, [], "no tag left")

    def refused(code, action, tags, status=400):
        sdk.refused(change, code, status, instance_id=instance, body={"action": action, "tags": tags})

    refused("DMS.10240035", "create", [{"key": "", "value": "x"}])
    refused("DMS.10240036", "create", [{"key": "a*b", "value": "x"}])
    refused("DMS.10240038", "create", [{"key": "a", "value": "x" * 256}])
    refused("DMS.10240040", "paint", [{"key": "a", "value": "x"}])
    refused("DMS.10240044", "create", [{"key": f"k{n}", "value": "x"} for n in range(21)])
    refused("DMS.10240426", "delete", [{"key": "nothing", "value": "x"}], 404)
    sdk.refused(show, "DMS.00404022", 404, instance_id=NOWHERE)
