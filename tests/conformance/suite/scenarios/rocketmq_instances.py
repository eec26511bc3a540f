"""RocketMQ instances from order to deletion (R5.1)."""

from ..world import NOWHERE, check, eventually, rocketmq_order


def life(world):
    sdk = world.rocketmq
    instance = world.create(sdk, rocketmq_order("life-rocketmq", description="first"))
    shown = sdk.call("show_instance", instance_id=instance)
    check((shown.name, shown.description, shown.engine), ("life-rocketmq", "first", "reliability"), "as ordered")
    listed = sdk.call("list_instances", engine="reliability", name="life-rocketmq", exact_match_name="true")
    check([one.instance_id for one in listed.instances], [instance], "found by its name")
    sdk.call("update_instance", instance_id=instance, body={"name": "life-rocketmq-2", "description": "second"})
    shown = sdk.call("show_instance", instance_id=instance)
    check((shown.name, shown.description), ("life-rocketmq-2", "second"), "as changed")
    sdk.call("delete_instance", instance_id=instance)
    _gone(sdk, instance)


def with_every_option(world):
    """SSL, ACL, IPv6, public access: fields that a plain instance does not have."""
    sdk = world.rocketmq
    order = rocketmq_order(
        "full-rocketmq",
        ssl_enable=True,
        enable_acl=True,
        enable_publicip=True,
        publicip_id="6f1e1d5c-7e2f-4f0a-8f38-3b6e8a1c0011,6f1e1d5c-7e2f-4f0a-8f38-3b6e8a1c0012,"
        "6f1e1d5c-7e2f-4f0a-8f38-3b6e8a1c0013",
        enterprise_project_id="0",
    )
    instance = world.create(sdk, order)
    tags = {"action": "create", "tags": [{"key": "team", "value": "trade"}]}
    sdk.call("batch_create_or_delete_rocketmq_tag", instance_id=instance, body=tags)
    shown = sdk.call("show_instance", instance_id=instance)
    check((shown.ssl_enable, shown.enable_acl, shown.enable_publicip), (True, True, True), "as ordered")
    sdk.call("list_instances", engine="reliability", instance_id=instance)
    deleted = sdk.call("batch_delete_instances", body={"action": "delete", "instances": [instance]})
    check([(r.instance, r.result) for r in deleted.results], [(instance, "success")], "deletion")
    _gone(sdk, instance)


def wrong_input(world):
    sdk = world.rocketmq
    world.instance(sdk)

    def order(code, **wrong):
        sdk.refused("create_post_paid_instance", code, 400, body=rocketmq_order("wrong-rocketmq") | wrong)

    order("DMS.00400010", name="1st")
    order("DMS.00400060", name="shared-rocketmq")
    order("DMS.00400042", available_zones=["nowhere"])
    order("DMS.00400125", storage_spec_code="floppy")
    order("DMS.00400500", storage_space=10)
    sdk.refused("show_instance", "DMS.00404022", 404, instance_id=NOWHERE)
    sdk.refused("delete_instance", "DMS.00404022", 404, instance_id=NOWHERE)
    sdk.refused("update_instance", "DMS.00404022", 404, instance_id=NOWHERE, body={"name": "other-name"})
    sdk.refused("batch_delete_instances", "DMS.00400064", 400, body={"action": "explode", "all_failure": "reliability"})
    sdk.refused("list_instances", "DMS.10240042", 400, engine="reliability", limit=51)


def _gone(sdk, instance):
    eventually(lambda: not sdk.call("list_instances", engine="reliability", instance_id=instance).instances, "deletion")
    sdk.refused("show_instance", "DMS.00404022", 404, instance_id=instance)
