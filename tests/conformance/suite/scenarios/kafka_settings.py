"""Settings of Kafka instances: passwords, automatic topics, addresses for other networks (K5.2.1-4)."""

import json

from ..world import NOWHERE, check, kafka_order

PASSWORD = {"new_password": "Another-2026!"}


def passwords(world):
    sdk = world.kafka
    order = kafka_order(
        "secured-kafka",
        access_user="shop",
        password="Shop-2026!",
        ssl_enable=True,
        kafka_manager_user="keeper",
        kafka_manager_password="Keeper-2026!",
    )
    # Today's SDK cannot order Kafka Manager, but has the operations for one.
    instance = world.post(f"/v2/kafka/{world.context['project_id']}/instances", order)["instance_id"]
    world.until(sdk, instance, "RUNNING")
    for name in ["reset_password", "reset_manager_password"]:
        sdk.call(name, instance_id=instance, body=PASSWORD)
        sdk.refused(name, "DMS.00400012", 400, instance_id=instance, body={"new_password": "short"})
        sdk.refused(name, "DMS.00404022", 404, instance_id=NOWHERE, body=PASSWORD)
    sdk.call("restart_manager", instance_id=instance)
    sdk.refused("restart_manager", "DMS.00404022", 404, instance_id=NOWHERE)
    sdk.refused("restart_manager", "DMS.00400800", 400, instance_id=world.instance(sdk))
    world.until(sdk, instance, "RUNNING")
    sdk.call("delete_instance", instance_id=instance)


def automatic_topics(world):
    sdk, instance = world.kafka, world.instance(world.kafka)
    for wanted in [True, False]:
        sdk.call("update_instance_auto_create_topic", instance_id=instance, body={"enable_auto_topic": wanted})
        shown = sdk.call("show_instance", instance_id=instance)
        check(shown.enable_auto_topic, wanted, "automatic topics")
    body = {"enable_auto_topic": True}
    sdk.refused("update_instance_auto_create_topic", "DMS.00404022", 404, instance_id=NOWHERE, body=body)


def addresses_for_other_networks(world):
    sdk, instance = world.kafka, world.instance(world.kafka)
    addresses = json.loads(sdk.call("show_instance", instance_id=instance).cross_vpc_info)
    contents = {address: f"kafka{n}.example.com" for n, address in enumerate(addresses)}
    body = {"advertised_ip_contents": contents}
    answer = sdk.call("update_instance_cross_vpc_ip", instance_id=instance, body=body)
    check((answer.success, all(result.success for result in answer.results)), (True, True), "all were set")
    check({result.ip: result.advertised_ip for result in answer.results}, contents, "as wanted")
    shown = json.loads(sdk.call("show_instance", instance_id=instance).cross_vpc_info)
    check({ip: entry["advertised_ip"] for ip, entry in shown.items()}, contents, "shown")
    back = {"advertised_ip_contents": {ip: entry["advertised_ip"] for ip, entry in addresses.items()}}
    sdk.call("update_instance_cross_vpc_ip", instance_id=instance, body=back)
    sdk.refused("update_instance_cross_vpc_ip", "DMS.00404022", 404, instance_id=NOWHERE, body=back)
    sdk.refused("update_instance_cross_vpc_ip", NO_CODE, 400, instance_id=instance, body={"advertised_ip_contents": {}})


#: The references name no code for it.
NO_CODE = "DMS.00400062"
