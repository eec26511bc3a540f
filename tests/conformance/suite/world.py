"""What scenarios share: the services' SDKs, and an instance of each engine."""

import json
import time
import urllib.parse

import requests
from huaweicloudsdkcore.sdk_request import SdkRequest


class Expectation(AssertionError):
    """A scenario saw something else than it should."""


def check(actual, expected, what):
    """Fails unless both are equal."""
    if actual != expected:
        raise Expectation(f"{what}: {expected!r} wanted, got {actual!r}")


class World:
    """One run's services and fixtures."""

    def __init__(self, services, context):
        self.services = services
        self.context = context
        self.kafka = services["kafka"]
        self.rocketmq = services["rocketmq"]
        self.iam = services["iam"]
        self._instances = {}

    @property
    def newer(self):
        """Whether this is the newer of the two SDKs."""
        return self.context["version"] != "3.1.49"

    def instance(self, service):
        """A running instance that scenarios share and do not delete."""
        if service.name not in self._instances:
            order = kafka_order("shared-kafka") if service is self.kafka else rocketmq_order("shared-rocketmq")
            self._instances[service.name] = self.create(service, order)
        return self._instances[service.name]

    def create(self, service, order):
        """Orders an instance and waits until it runs."""
        if service is self.kafka:
            created = service.call("create_instance_by_engine", engine="kafka", body=order)
        else:
            created = service.call("create_post_paid_instance", body=order)
        self.until(service, created.instance_id, "RUNNING")
        return created.instance_id

    def post(self, path, body):
        """A call that this SDK has no operation for, needed for what comes before or after one that it has."""
        credentials = self.kafka.client.get_credentials()
        endpoint = urllib.parse.urlsplit(self.context["endpoint"])
        headers = {"Content-Type": "application/json"}
        request = SdkRequest("POST", endpoint.scheme, endpoint.netloc, path, None, [], headers, json.dumps(body))
        signed = credentials.sign_request(request)
        response = requests.post(
            self.context["endpoint"] + path, headers=signed.header_params, data=signed.body, timeout=60
        )
        check(response.status_code < 300, True, f"{path}: {response.text}")
        return response.json()

    def until(self, service, instance_id, status):
        """Waits for a state; gives the instance."""

        def ask():
            shown = service.call("show_instance", instance_id=instance_id)
            return shown if shown.status == status else None

        return eventually(ask, f"{instance_id} {status}")


def eventually(ask, what, seconds=20):
    """Asks again until there is an answer."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.02)
    raise Expectation(f"waited in vain for {what}")


#: No instance has this id.
NOWHERE = "00000000-0000-4000-8000-000000000000"
#: Zone of the default offer.
ZONE = "9f1c5806706d4c1fb0eb72f0a9b18c77"
NETWORK = {
    "vpc_id": "3db8490c-4d6d-4d8f-8d3f-047b0de4c5cf",
    "subnet_id": "0a0f1fcb-f019-458d-b9e5-301867394d50",
    "security_group_id": "23c5977f-ff33-4b95-a73e-08d8a0bc4e6c",
    "available_zones": [ZONE],
}


def kafka_order(name, /, **more):
    """A valid order of a Kafka instance."""
    order = {
        "name": name,
        "engine": "kafka",
        "engine_version": "2.7",
        "broker_num": 3,
        "storage_space": 300,
        "storage_spec_code": "dms.physical.storage.ultra.v2",
        "product_id": "c6.2u4g.cluster",
    }
    return order | NETWORK | more


def rocketmq_order(name, /, **more):
    """A valid order of a RocketMQ instance."""
    order = {
        "name": name,
        "engine": "reliability",
        "engine_version": "4.8.0",
        "broker_num": 1,
        "storage_space": 300,
        "storage_spec_code": "dms.physical.storage.high.v2",
        "product_id": "c6.4u8g.cluster",
    }
    return order | NETWORK | more
