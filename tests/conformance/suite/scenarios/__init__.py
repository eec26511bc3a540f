"""Everything that is played, in the order of the files below and of the functions in them."""

import importlib
import inspect

FILES = [
    "offers",
    "iam",
    "signing",
    "kafka_instances",
    "kafka_settings",
    "kafka_resize",
    "kafka_topics",
    "kafka_partitions",
    "kafka_cluster",
    "kafka_groups",
    "kafka_messages",
    "kafka_life",
    "kafka_users",
    "tags",
    "rocketmq_instances",
    "rocketmq_topics",
    "rocketmq_groups",
    "rocketmq_messages",
    "rocketmq_users",
    "rocketmq_metadata",
]


def collect():
    """All scenarios with their names: the public functions that take the world alone."""
    found = []
    for file in FILES:
        module = importlib.import_module(f"{__name__}.{file}")
        for name, function in vars(module).items():
            if name.startswith("_") or getattr(function, "__module__", None) != module.__name__:
                continue
            if inspect.isfunction(function) and list(inspect.signature(function).parameters) == ["world"]:
                found.append((f"{file}.{name}", function))
    return found
