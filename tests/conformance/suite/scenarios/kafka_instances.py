"""Kafka instances from order to deletion (K5.1)."""

from ..sdk import IfKnown
from ..world import NOWHERE, check, eventually, kafka_order


def life(world):
    sdk = world.kafka
    tags = [{"key": "team", "value": "orders"}]
    window = {"maintain_begin": "02:00:00", "maintain_end": "06:00:00"}
    instance = world.create(sdk, kafka_order("life-kafka", description="first", tags=tags, **window))
    shown = sdk.call("show_instance", instance_id=instance)
    check((shown.name, shown.description, shown.storage_space > 0), ("life-kafka", "first", True), "as ordered")
    check(shown.maintain_begin, "02:00:00", "window")
    listed = sdk.call("list_instances", engine="kafka", name="life-kafka", exact_match_name="true")
    check([one.instance_id for one in listed.instances], [instance], "found by its name")
    change = {"name": "life-kafka-2", "description": "second", "maintain_begin": "22:00:00", "maintain_end": "02:00:00"}
    sdk.call("update_instance", instance_id=instance, body=change)
    shown = sdk.call("show_instance", instance_id=instance)
    check((shown.name, shown.description, shown.maintain_begin), ("life-kafka-2", "second", "22:00:00"), "as changed")
    restarted = sdk.call("batch_restart_or_delete_instances", body={"action": "restart", "instances": [instance]})
    check([(r.instance, r.result) for r in restarted.results], [(instance, "success")], "restart")
    world.until(sdk, instance, "RUNNING")
    sdk.call("delete_instance", instance_id=instance)
    _gone(sdk, instance)


def with_every_option(world):
    """SASL, public access, an encrypted disk: fields that a plain instance does not have."""
    sdk = world.kafka
    order = kafka_order(
        "full-kafka",
        access_user="shop",
        password="Shop-2026!",
        ssl_enable=True,
        sasl_enabled_mechanisms=["PLAIN", "SCRAM-SHA-512"],
        retention_policy="time_base",
        enable_auto_topic=True,
        enable_publicip=True,
        publicip_id="6f1e1d5c-7e2f-4f0a-8f38-3b6e8a1c0001,6f1e1d5c-7e2f-4f0a-8f38-3b6e8a1c0002,"
        "6f1e1d5c-7e2f-4f0a-8f38-3b6e8a1c0003",
        kafka_manager_user=IfKnown("keeper"),
        kafka_manager_password=IfKnown("Keeper-2026!"),
        disk_encrypted_enable=IfKnown(True),
        disk_encrypted_key=IfKnown("1f2d6f2c-4d3b-4a52-9f44-9d55e1f7a001"),
        enterprise_project_id="0",
        tags=[{"key": "env", "value": "test"}],
    )
    instance = world.create(sdk, order)
    shown = sdk.call("show_instance", instance_id=instance)
    check((shown.access_user, shown.ssl_enable, shown.enable_publicip), ("shop", True, True), "as ordered")
    check(sdk.last.json().get("password"), None, "no password comes back")
    sdk.call("list_instances", engine="kafka", instance_id=instance)
    deleted = sdk.call("batch_restart_or_delete_instances", body={"action": "delete", "instances": [instance]})
    check([(r.instance, r.result) for r in deleted.results], [(instance, "success")], "deletion")
    _gone(sdk, instance)


def failed_ones_are_removed_together(world):
    sdk = world.kafka
    created = sdk.call("create_instance_by_engine", engine="kafka", body=kafka_order("never-fail"))

    def failed():
        listed = sdk.call("list_instances", engine="kafka", include_failure="true", status="CREATEFAILED")
        return [one.instance_id for one in listed.instances]

    check(eventually(failed, "a failed creation"), [created.instance_id], "failed creations")
    sdk.call("batch_restart_or_delete_instances", body={"action": "delete", "all_failure": "kafka"})
    eventually(lambda: not failed(), "no failed creation")


def paging(world):
    sdk = world.kafka
    created = [world.create(sdk, kafka_order(f"page-{n}")) for n in range(3)]
    seen = []
    for offset in range(3):
        page = sdk.call("list_instances", engine="kafka", name="page-", limit="1", offset=str(offset))
        check((page.instance_num, len(page.instances)), (3, 1), "a page of one")
        seen.append(page.instances[0].instance_id)
    check(sorted(seen), sorted(created), "every instance once")
    sdk.call("batch_restart_or_delete_instances", body={"action": "delete", "instances": created})
    for instance in created:
        _gone(sdk, instance)


def wrong_input(world):
    sdk = world.kafka
    instance = world.instance(sdk)

    def order(code, **wrong):
        body = kafka_order("wrong-kafka") | wrong
        sdk.refused("create_instance_by_engine", code, 400, engine="kafka", body=body)

    order("DMS.00400010", name="1st")
    order("DMS.00400060", name="shared-kafka")
    order("DMS.00400062", broker_num=2)
    order("DMS.00400042", available_zones=["nowhere"])
    order("DMS.00400125", storage_spec_code="floppy")
    order("DMS.00400500", storage_space=10)
    order("DMS.00400106", maintain_begin="02:00:00", maintain_end="03:00:00")
    order("DMS.00400012", access_user="shop", password="short", ssl_enable=True)
    for name, fields in [
        ("show_instance", {}),
        ("delete_instance", {}),
        ("update_instance", {"body": {"name": "other-name"}}),
    ]:
        sdk.refused(name, "DMS.00404022", 404, instance_id=NOWHERE, **fields)
    sdk.refused("update_instance", "DMS.00400010", 400, instance_id=instance, body={"name": "1st"})
    act = "batch_restart_or_delete_instances"
    sdk.refused(act, "DMS.00400064", 400, body={"action": "explode", "instances": [instance]})
    sdk.refused(act, "DMS.00400065", 400, body={"action": "restart", "instances": []})
    sdk.refused(act, "DMS.00400082", 400, body={"action": "restart", "instances": [instance, instance]})
    sdk.refused(act, "DMS.00400100", 400, body={"action": "restart", "instances": [f"i{n}" for n in range(51)]})
    sdk.refused("list_instances", "DMS.10240042", 400, engine="kafka", limit="51")


def _gone(sdk, instance):
    def gone():
        listed = sdk.call("list_instances", engine="kafka", instance_id=instance)
        return not listed.instances

    eventually(gone, f"{instance} to be gone")
    sdk.refused("show_instance", "DMS.00404022", 404, instance_id=instance)
