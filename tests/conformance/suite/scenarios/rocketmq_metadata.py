"""Topics and groups taken over from RocketMQ and RabbitMQ (R5.6), tasks, names for monitoring, flavours."""

import json

from ..world import NOWHERE, check, eventually

TOPIC = {
    "topicName": "taken-over",
    "readQueueNums": 3,
    "writeQueueNums": 3,
    "perm": 6,
    "topicFilterType": "SINGLE_TAG",
    "topicSysFlag": 0,
    "order": False,
}
GROUP = {
    "groupName": "taken-group-over",
    "consumeEnable": True,
    "consumeBroadcastEnable": False,
    "retryQueueNums": 1,
    "retryMaxTimes": 16,
}


def from_rocketmq(world):
    sdk, instance = world.rocketmq, world.instance(world.rocketmq)
    if world.newer:
        body = {
            "topic_config_table": {"taken-over": _snake(sdk, "MigrationRocketMqTopicConfig", TOPIC)},
            "subscription_group_table": {"taken-group-over": _snake(sdk, "MigrationRocketMqSubscriptionGroup", GROUP)},
        }
    else:
        body = json.dumps(
            {"topicConfigTable": {"taken-over": TOPIC}, "subscriptionGroupTable": {"taken-group-over": GROUP}}
        )
    query = {"overwrite": "true", "name": "first-migration", "type": "rocketmq"}
    sdk.call("create_rocket_mq_migration_task", instance_id=instance, body=body, **query)

    def finished():
        tasks = sdk.call("list_rocket_mq_migration_task", instance_id=instance, type="rocketmq").task
        return [task for task in tasks if task.name == "first-migration" and task.status == "finished"]

    task = eventually(finished, "the migration")[0]
    sdk.call("show_one_topic", instance_id=instance, topic="taken-over")
    sdk.call("show_group", instance_id=instance, group="taken-group-over")
    sdk.refused("list_rocket_mq_migration_task", "DMS.00404022", 404, instance_id=NOWHERE, type="rocketmq")
    if sdk.has("batch_delete_rocket_mq_migration_task"):
        name, body = "batch_delete_rocket_mq_migration_task", {"task_ids": [task.id]}
    else:
        name, body = "delete_rocket_mq_migration_task", {"taskIds": [task.id]}
    sdk.call(name, instance_id=instance, body=body)
    check(finished(), [], "migrations left")
    sdk.call("delete_topic", instance_id=instance, topic="taken-over")
    sdk.call("delete_consumer_group", instance_id=instance, group="taken-group-over")


def _snake(sdk, model, values):
    """The newer SDK's names of the same fields."""
    cls = getattr(sdk.package, model)
    wanted = {key.replace("_", "").lower(): key for key in cls.attribute_map.values()}
    return {wanted[key.lower()]: value for key, value in values.items() if key.lower() in wanted}


def around(world):
    sdk, instance = world.rocketmq, world.instance(world.rocketmq)
    if sdk.has("list_background_tasks"):
        tasks = sdk.call("list_background_tasks", instance_id=instance, start=1, limit=50).tasks
        sdk.call("show_background_task", instance_id=instance, task_id=tasks[0].id)
        sdk.call("delete_background_task", instance_id=instance, task_id=tasks[0].id)
        sdk.refused("show_background_task", TASK_UNKNOWN, 404, instance_id=instance, task_id=tasks[0].id)
    if sdk.has("show_ces_hierarchy"):
        names = sdk.call("show_ces_hierarchy", instance_id=instance)
        check([one.name for one in names.instance_ids], [instance], "the instance")
    if sdk.has("list_engine_products"):
        products = sdk.call("list_engine_products", engine="reliability").products
        check(len(products) > 1, True, "flavours")


TASK_UNKNOWN = "DMS.00404001"
