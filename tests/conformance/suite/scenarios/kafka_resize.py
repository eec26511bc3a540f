"""Larger disks, more brokers, another flavour (K5.3), and the tasks that tell about it (K5.7)."""

import json

from ..world import NOWHERE, check, eventually, kafka_order


def in_three_ways(world):
    sdk = world.kafka
    instance = world.create(sdk, kafka_order("resized-kafka"))
    products = _products(world, instance)
    check("c6.4u8g.cluster" in [product.product_id for product in products], True, "a larger flavour is on offer")
    steps = [
        ({"oper_type": "storage", "new_storage_space": 600}, ("total_storage_space", 600)),
        ({"oper_type": "horizontal", "new_storage_space": 800, "new_broker_num": 4}, ("broker_num", 4)),
        ({"oper_type": "vertical", "new_product_id": "c6.4u8g.cluster"}, ("product_id", "c6.4u8g.cluster")),
    ]
    for n, (body, (field, value)) in enumerate(steps):
        # Today's SDK has two paths for it.
        if world.newer and n == 1:
            started = sdk.call("resize_kafka_instance", instance_id=instance, body=body)
        else:
            started = sdk.call("resize_engine_instance", engine="kafka", instance_id=instance, body=body)
        check(bool(started.job_id), True, "a job")

        def done():
            shown = sdk.call("show_instance", instance_id=instance)
            return shown.status == "RUNNING" and getattr(shown, field) == value

        eventually(done, f"{field} {value}")
    _refusals(sdk, instance)
    _tasks(sdk, instance)
    sdk.call("delete_instance", instance_id=instance)


def _products(world, instance):
    sdk = world.kafka
    if world.newer:
        return sdk.call("show_kafka_instance_extend_product_info", instance_id=instance, type="advanced").products
    name = "show_engine_instance_extend_product_info"
    return sdk.call(name, engine="kafka", instance_id=instance, type="advanced").products


def _refusals(sdk, instance):
    def refused(code, **body):
        sdk.refused("resize_engine_instance", code, 400, engine="kafka", instance_id=instance, body=body)

    refused("DMS.00400500", oper_type="storage", new_storage_space=300)
    refused("DMS.00400062", oper_type="horizontal", new_storage_space=900, new_broker_num=3)
    refused("DMS.00400009", oper_type="vertical", new_product_id="c6.1u1g.cluster")
    body = {"oper_type": "storage", "new_storage_space": 900}
    sdk.refused("resize_engine_instance", "DMS.00404022", 404, engine="kafka", instance_id=NOWHERE, body=body)


def _tasks(sdk, instance):
    listed = sdk.call("list_background_tasks", instance_id=instance, start=1, limit=50)
    check(listed.task_count, str(len(listed.tasks)), "tasks")
    check(all(task.status == "SUCCESS" for task in listed.tasks), True, "all are done")
    check(
        all(isinstance(json.loads(task.params), dict) for task in listed.tasks if task.params), True, "params are JSON"
    )
    check(len(listed.tasks) >= 3, True, "a task for each change")
    task = listed.tasks[0]
    shown = sdk.call("show_background_task", instance_id=instance, task_id=task.id)
    check([one.id for one in shown.tasks], [task.id], "one task")
    page = sdk.call("list_background_tasks", instance_id=instance, start=2, limit=1)
    check(len(page.tasks), 1, "a page of one")
    none = {"begin_time": "20200101000000", "end_time": "20200102000000"}
    check(sdk.call("list_background_tasks", instance_id=instance, **none).tasks, [], "tasks of a day long ago")
    sdk.call("delete_background_task", instance_id=instance, task_id=task.id)
    left = sdk.call("list_background_tasks", instance_id=instance, start=1, limit=50)
    check(len(left.tasks), len(listed.tasks) - 1, "tasks left")
    for name in ["show_background_task", "delete_background_task"]:
        sdk.refused(name, "DMS.00404001", 404, instance_id=instance, task_id=task.id)
    sdk.refused("list_background_tasks", "DMS.00404022", 404, instance_id=NOWHERE)
