"""Everything that is played, in the order of the files below and of the functions in them."""

import importlib

FILES = [
    "offers",
    "iam",
    "signing",
    "kafka_instances",
    "kafka_topics",
    "kafka_cluster",
    "kafka_groups",
    "tags",
    "rocketmq_instances",
]


def collect():
    """All scenarios with their names: the public functions that take a world."""
    found = []
    for file in FILES:
        module = importlib.import_module(f"{__name__}.{file}")
        for name, function in vars(module).items():
            if callable(function) and function.__module__ == module.__name__ and not name.startswith("_"):
                found.append((f"{file}.{name}", function))
    return found
