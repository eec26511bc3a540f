"""``describe FILE`` writes the SDK's models down; ``run CONTEXT RESULT`` plays all scenarios."""

import json
import sys
import time

from . import reference, report, scenarios
from .operations import SERVICES, operations
from .sdk import Service
from .strict import schema
from .world import World


def describe(file):
    """The models of all answers, for the run of the other version."""
    import importlib

    found = {}
    for service, (module, _) in SERVICES.items():
        package = importlib.import_module(module)
        for name, operation in operations(service).items():
            found[f"{service} {operation.shape}"] = schema(operation.answer, package)
    write(file, found)


def run(context_file, result_file):
    """All scenarios, one after the other; one that breaks off does not stop the others."""
    with open(context_file, encoding="utf-8") as file:
        context = json.load(file)
    context["errors"] = reference.error_codes()
    world = World({service: Service(service, context) for service in SERVICES}, context)
    begun, broken, played = time.monotonic(), [], scenarios.collect()
    for name, scenario in played:
        try:
            scenario(world)
        except Exception as error:  # whatever it is, it is reported
            broken.append(f"{name}: {report.where(error)}")
    with open(context["other_schemas"], encoding="utf-8") as file:
        other = json.load(file)
    result = report.result(world, other, broken)
    result |= {"scenarios": len(played), "seconds": time.monotonic() - begun}
    write(result_file, result)


def write(name, value):
    with open(name, "w", encoding="utf-8") as file:
        json.dump(value, file)


if __name__ == "__main__":
    {"describe": describe, "run": run}[sys.argv[1]](*sys.argv[2:])
