"""The official SDK's clients with a recorder between them and the network."""

import importlib
import json
import re
from dataclasses import dataclass

from huaweicloudsdkcore.auth.credentials import BasicCredentials, GlobalCredentials
from huaweicloudsdkcore.exceptions.exceptions import ServiceResponseException
from huaweicloudsdkcore.http.http_config import HttpConfig
from huaweicloudsdkcore.http.http_handler import HttpHandler

from . import strict
from .operations import SERVICES, client_class, operations, shape

#: Id of the local account. With it the SDK need not ask who it is.
DOMAIN_ID = "d78cbac186b744899480f25bd022f468"


class Failed(AssertionError):
    """What the service did is not what the contract says."""


class IfKnown:
    """A field that one of the SDKs does not have; there it is left out."""

    def __init__(self, value):
        self.value = value


class Record:
    """What is known of one operation of an SDK at the end."""

    def __init__(self, operation, specs):
        self.operation = operation
        #: The catalogue's entries; none for an operation outside it, two where one call creates and deletes.
        self.specs = specs
        #: Answers that were good, and refusals that were wanted.
        self.answers = []
        self.refusals = []
        #: ``(request id, text)`` of what went wrong.
        self.failures = []


@dataclass
class Answer:
    """An answer as it came. Which catalogue entry it belongs to, the service's journal knows."""

    request_id: str
    status: int
    #: ``(path, what, text)`` of each difference from the model.
    differences: list
    #: Every key in it.
    seen: set


class Service:
    """One of the SDKs: calls its operations and checks every answer."""

    def __init__(self, service, context):
        self.name = service
        self.package = importlib.import_module(SERVICES[service][0])
        self.errors = context["errors"]
        own = [spec for spec in context["catalogue"] if spec["service"] == service]
        specs = {}
        for spec in own:
            specs.setdefault(shape(spec["method"], spec["path"]), []).append(spec)
        self.records = {}
        for name, operation in operations(service).items():
            self.records[name] = Record(operation, self._specs(operation, specs))
        self.last = None
        self.client = connect(service, context, self._keep)

    def _specs(self, operation, specs):
        own = "kafka" if self.name == "kafka" else "reliability"
        named = operation.shape.replace("/v2/{}/{}", f"/v2/{own}/{{}}", 1)
        return specs.get(operation.shape) or specs.get(named, [])

    def _keep(self, **kwargs):
        self.last = kwargs["response"]

    def has(self, name):
        """Whether this version of the SDK has the operation and the catalogue, too."""
        return name in self.records and bool(self.records[name].specs)

    def call(self, name, /, **fields):
        """Calls an operation that must succeed, and gives what the SDK made of the answer."""
        record = self.records[name]
        self.last = None
        try:
            answer = self._send(record, fields)
        except ServiceResponseException as error:
            raise self._fail(record, f"refused with {error.status_code} {error.error_code}: {error.error_msg}")
        except Exception as error:
            raise self._fail(record, f"{type(error).__name__}: {error}") from error
        self._check(record)
        return answer

    def json(self, name, /, **fields):
        """The same, and gives the JSON as it came."""
        self.call(name, **fields)
        return json.loads(self.last.text) if self.last.text else None

    def refused(self, name, code, status, /, **fields):
        """Calls an operation that must be refused with this documented code and status."""
        record = self.records[name]
        self.last = None
        try:
            self._send(record, fields)
        except ServiceResponseException as error:
            # IAM's codes are numbers.
            got = (error.status_code, str(error.error_code))
            if got != (status, code):
                raise self._fail(record, f"{status} {code} wanted, got {got[0]} {got[1]}: {error.error_msg}") from None
            if got[1] not in self.errors:
                raise self._fail(record, f"{got[1]} is no documented code") from None
            if not error.request_id or error.request_id != self.last.headers.get("X-Request-Id"):
                raise self._fail(record, "a refusal without a request id") from None
            record.refusals.append(error.request_id)
            return error
        raise self._fail(record, f"{code} wanted, but it was done: {self.last.text[:200]}")

    def _send(self, record, fields):
        request = self._build(record.operation.request, fields)
        return getattr(self.client, record.operation.name)(request)

    def _build(self, cls, fields):
        """The SDK's own object from plain data, models inside it included."""
        made = {}
        for key, value in fields.items():
            attribute = next((a for a, k in cls.attribute_map.items() if key in (a, k)), None)
            optional, value = isinstance(value, IfKnown), getattr(value, "value", value)
            if attribute is not None:
                made[attribute] = self._value(cls.openapi_types[attribute], value)
            elif not optional:
                raise TypeError(f"{cls.__name__} has no field {key}")
        return cls(**made)

    def _value(self, kind, value):
        match = re.fullmatch(r"list\[(.*)\]", kind)
        if match and isinstance(value, list):
            return [self._value(match.group(1), item) for item in value]
        model = getattr(self.package, kind, None)
        if isinstance(model, type) and isinstance(value, dict):
            return self._build(model, value)
        return value

    def _fail(self, record, text):
        request_id = self.last.headers.get("X-Request-Id") if self.last is not None else None
        record.failures.append((request_id, text))
        return Failed(f"{self.name} {record.operation.name}: {text}")

    def _check(self, record):
        """The answer that came last."""
        response = self.last
        if not record.specs:
            raise self._fail(record, "is not in the catalogue: it cannot be driven")
        request_id = response.headers.get("X-Request-Id")
        if not request_id:
            raise self._fail(record, "an answer without X-Request-Id")
        expected = strict.schema(record.operation.answer, self.package)
        body = _body(response.text, expected)
        differences = strict.differences(expected, body)
        record.answers.append(Answer(request_id, response.status_code, differences, strict.paths(body)))


def _body(text, expected):
    """An answer's JSON. No answer at all is no difference: nothing in it is mandatory."""
    if not text:
        return {} if "fields" in expected else [] if "list" in expected else ""
    if expected == {"is": "str"} and text[0] not in '"{[':
        return text
    return json.loads(text)


def connect(service, context, keep, credentials=None):
    """The SDK's client for a service, telling ``keep`` every answer."""
    if credentials is None:
        keys = (context["access_key"], context["secret_key"])
        if service == "iam":
            credentials = GlobalCredentials(*keys, DOMAIN_ID)
        else:
            credentials = BasicCredentials(*keys, context["project_id"])
    builder = client_class(service).new_builder()
    handler = HttpHandler().add_response_handler(keep)
    config = HttpConfig.get_default_config()
    config.timeout = (5, 60)
    builder = builder.with_http_config(config).with_credentials(credentials).with_http_handler(handler)
    return builder.with_endpoint(context["endpoint"]).build()
