"""What the installed SDKs can do, read from the SDKs themselves.

An operation's method, path, request and answer type are not written down anywhere in the SDK but inside its client's
functions, so those are run with an empty request: 3.1.219 returns them, 3.1.49 hands them to ``call_api``.
"""

import importlib
import inspect
import re
from dataclasses import dataclass

#: The service and the client in its package.
SERVICES = {
    "kafka": ("huaweicloudsdkkafka.v2", "KafkaClient"),
    "rocketmq": ("huaweicloudsdkrocketmq.v2", "RocketMQClient"),
    "iam": ("huaweicloudsdkiam.v3", "IamClient"),
}


@dataclass(frozen=True)
class Operation:
    """One operation of an SDK."""

    service: str
    #: As the client's function is called, such as ``create_instance_topic``.
    name: str
    method: str
    #: With ``{placeholders}``.
    path: str
    #: Class of the request, and of the answer.
    request: type
    answer: type

    @property
    def shape(self):
        """What tells operations apart: method and path without the names of the placeholders."""
        return shape(self.method, self.path)


def shape(method, path):
    """``GET /v2/{}/instances``."""
    return f"{method} {re.sub(r'{[^}]*}', '{}', path)}"


def client_class(service):
    """The class of the service's client."""
    module, name = SERVICES[service]
    return getattr(importlib.import_module(module), name)


def operations(service):
    """All operations of a service's SDK by name."""
    client = client_class(service)
    package = importlib.import_module(SERVICES[service][0])
    found = {}
    for name, function in inspect.getmembers(client, inspect.isfunction):
        match = re.search(r":class:`[\w.]+\.(\w+)`\n\s*:rtype", function.__doc__ or "")
        if name.startswith("_") or not match:
            continue
        request = getattr(package, match.group(1))
        facts = _facts(client, name, request())
        if facts:
            answer = getattr(package, facts["response_type"])
            found[name] = Operation(service, name, facts["method"], facts["resource_path"], request, answer)
    return found


def _facts(client, name, request):
    if hasattr(client, f"_{name}_http_info"):
        return getattr(client, f"_{name}_http_info")(request)
    if hasattr(client, f"_{name}_with_http_info"):
        recorder = _Recorder()
        getattr(client, f"_{name}_with_http_info")(recorder, request)
        return recorder.facts
    return None


class _Recorder:
    """Stands in for a client and keeps what it is told to call."""

    facts = None

    def call_api(self, **facts):
        self.facts = facts
