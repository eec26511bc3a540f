"""What an instance is made of (K5.2.5)."""

from ..world import NOWHERE, check


def cluster(world):
    sdk, instance = world.kafka, world.instance(world.kafka)
    cluster = sdk.call("show_cluster", instance_id=instance).cluster
    check(len(cluster.brokers), 3, "brokers")
    check(sum(broker.is_controller for broker in cluster.brokers), 1, "controllers")
    check(cluster.controller in [broker.broker_id for broker in cluster.brokers], True, "the controller is a broker")
    sdk.refused("show_cluster", "DMS.00404022", 404, instance_id=NOWHERE)
