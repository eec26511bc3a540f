"""Compares an answer, as it came over the wire, with what the SDK's models say about it.

The SDKs convert whatever they get: ``bool("false")`` becomes true, ``int("3")`` three, an object where a list belongs
becomes a list of one, an unknown key vanishes. A client in another language does not, so here nothing is converted.
"""

import inspect
import re

SCALARS = {"str": str, "int": int, "float": float, "bool": bool}


def schema(cls, package, inside=()):
    """What the model says of its JSON, with all models inside it spelled out, as plain data."""
    if list(cls.attribute_map) == ["body"]:
        # The SDK's way to say that the answer is no object: this is the whole of it.
        return _kind(cls.openapi_types["body"], package, inside)
    fields, required = {}, []
    source = inspect.getsource(cls.__init__)
    for attribute, kind in cls.openapi_types.items():
        key = cls.attribute_map[attribute]
        fields[key] = _kind(kind, package, (*inside, cls))
        if f"if {attribute} is not None" not in source:
            required.append(key)
    return {"fields": fields, "required": required}


def _kind(name, package, inside):
    match = re.fullmatch(r"list\[(.*)\]", name)
    if match:
        return {"list": _kind(match.group(1), package, inside)}
    match = re.fullmatch(r"dict\([^,]*, (.*)\)", name)
    if match:
        return {"dict": _kind(match.group(1), package, inside)}
    model = getattr(package, name, None)
    if model is None:
        return {"is": name}
    # Two models of the IAM SDK contain themselves.
    return {"is": "object"} if model in inside else schema(model, package, inside)


def differences(expected, value, path=""):
    """How a JSON value differs from its schema: ``(path, what, text)`` with ``what`` one of type, null, extra, missing."""
    if value is None:
        return [(path, "null", "null")]
    if "fields" in expected:
        return _object(expected, value, path)
    if "list" in expected:
        if not isinstance(value, list):
            return [(path, "type", f"list wanted, got {_name(value)}")]
        found = [d for item in value for d in differences(expected["list"], item, f"{path}[]")]
        return list(dict.fromkeys(found))
    if "dict" in expected:
        if not isinstance(value, dict):
            return [(path, "type", f"object wanted, got {_name(value)}")]
        found = [d for item in value.values() for d in differences(expected["dict"], item, f"{path}{{}}")]
        return list(dict.fromkeys(found))
    return _scalar(expected["is"], value, path)


def _object(expected, value, path):
    if not isinstance(value, dict):
        return [(path, "type", f"object wanted, got {_name(value)}")]
    found = []
    for key, item in value.items():
        inner = f"{path}.{key}" if path else key
        if key in expected["fields"]:
            found += differences(expected["fields"][key], item, inner)
        else:
            found.append((inner, "extra", f"the model has no such field ({_name(item)})"))
    for key in expected["required"]:
        if key not in value:
            found.append((f"{path}.{key}" if path else key, "missing", "mandatory in the model"))
    return found


def _scalar(kind, value, path):
    if kind == "object":
        return []
    wanted = SCALARS.get(kind)
    if wanted is None:
        # Times: the models call them date or datetime, JSON has texts.
        fits = isinstance(value, str)
    elif wanted is float:
        fits = isinstance(value, (int, float)) and not isinstance(value, bool)
    else:
        fits = type(value) is wanted
    return [] if fits else [(path, "type", f"{kind} wanted, got {_name(value)} {str(value)[:40]!r}")]


def _name(value):
    names = {str: "str", bool: "bool", int: "int", float: "float", list: "list", dict: "object", type(None): "null"}
    return names[type(value)]


def paths(value, path=""):
    """Every key in a JSON value, such as ``topics[].name``."""
    found = set()
    if isinstance(value, dict):
        for key, item in value.items():
            inner = f"{path}.{key}" if path else key
            found |= {inner} | paths(item, inner)
    elif isinstance(value, list):
        for item in value:
            found |= paths(item, f"{path}[]")
    return found


def has_field(expected, path):
    """Whether the schema has the key that a path names."""
    for part in re.findall(r"[^.\[\]{}]+|\[\]|{}", path):
        if part == "[]":
            expected = expected.get("list")
        elif part == "{}":
            expected = expected.get("dict")
        else:
            expected = expected.get("fields", {}).get(part) if expected else None
        if expected is None:
            return False
    return True
