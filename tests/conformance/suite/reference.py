"""The API reference's own tables, as the contract's tests have them."""

import json
from pathlib import Path

CONTRACT = Path(__file__).resolve().parents[3] / "crates" / "dms-api"

#: The name of a field that is the whole answer: a list.
WHOLE_ANSWER = "[数组元素]"


def error_codes():
    """Every documented error code."""
    return set(_read("data/errors.json"))


def answer_fields(service, section):
    """Every field of a section's answer table, as paths; empty for operations that only the SDKs have."""
    for entry in _read(f"tests/data/{service}.json"):
        if section == {"kafka": "K", "rocketmq": "R", "iam": "K"}[service] + entry["section"]:
            return _paths(entry, entry["response"], "", 0)
    return set()


def _paths(entry, fields, prefix, depth):
    found = set()
    for field in fields:
        path, kind = prefix + field["name"], field["type"]
        listed = kind.startswith("Array of ")
        if field["name"] == WHOLE_ANSWER:
            path = prefix
        else:
            found.add(path)
        name = kind.removeprefix("Array of ").removesuffix(" objects").removesuffix(" object")
        inner = entry["objects"].get(f"response:{name}")
        if field["name"].startswith("["):
            # The answer is a bare list, and this line of the table names its entries.
            found |= _paths(entry, inner, "[].", depth + 1)
            continue
        found.add(path)
        if inner and depth < 6:
            found |= _paths(entry, inner, f"{path}[]." if listed else f"{path}.", depth + 1)
    return found


def _read(name):
    with open(CONTRACT / name, encoding="utf-8") as file:
        return json.load(file)
