"""From records to the result that is handed back."""

import traceback

from . import exceptions, reference, strict


def where(error):
    """An error with the scenario's line that it came from."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "scenarios" in f.filename]
    place = f" (line {frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}{place}: {error}"


def result(world, other, broken):
    """Everything that was found, as plain data."""
    version = world.context["version"]
    ledger = Ledger(version)
    rows, outside = [], {}
    for service in world.services.values():
        outside[service.name] = sum(record.spec is None for record in service.records.values())
        for name, record in sorted(service.records.items()):
            if record.spec is not None:
                rows.append(row(service, name, record, other, ledger))
    return {
        "version": version,
        "operations": rows,
        "outside": outside,
        "broken": broken,
        "stale": ledger.stale({row["id"] for row in rows}),
    }


def row(service, name, record, other, ledger):
    """One operation."""
    spec, allowed, differences = record.spec, 0, []
    fields = reference.answer_fields(service.name, spec["section"])
    models = other.get(f"{service.name} {record.operation.shape}", {})
    for (path, what), text in sorted(record.differences.items()):
        if what == "extra" and (path in fields or strict.has_field(models, path)):
            continue
        if ledger.allows(spec["id"], path, what):
            allowed += 1
        else:
            differences.append(f"{path}: {what}: {text}")
    unseen = []
    if record.succeeded:
        for path in sorted(fields - record.seen):
            if ledger.never_sent(spec["id"], path):
                allowed += 1
            else:
                unseen.append(path)
    return {
        "service": service.name,
        "name": name,
        "id": spec["id"],
        "section": spec["section"],
        "succeeded": record.succeeded,
        "refused": record.refused,
        "failures": record.failures,
        "differences": differences,
        "allowed": allowed,
        "unseen": unseen,
        "other_form": exceptions.OTHER_FORMS.get((service.name, name)),
    }


class Ledger:
    """The allowed differences, and which of them were needed."""

    def __init__(self, version):
        self.entries = [e for e in exceptions.ALLOWED if version in e.versions]
        self.used = set()

    def allows(self, operation, path, what):
        """Whether a difference is listed."""
        for entry in self.entries:
            if (entry.operation, entry.path, entry.what) == (operation, path, what):
                self.used.add(entry)
                return True
        return False

    def never_sent(self, operation, path):
        """Whether a field, or what it is in, is listed as one that is never sent."""
        for (listed, start), _ in exceptions.NEVER_SENT.items():
            if listed == operation and (path == start or path.startswith((f"{start}.", f"{start}[]."))):
                self.used.add((listed, start))
                return True
        return False

    def stale(self, driven):
        """What was not needed, of the operations that were driven."""
        left = [f"{e.operation} {e.path} {e.what}" for e in self.entries if e not in self.used and e.operation in driven]
        never = [key for key in exceptions.NEVER_SENT if key not in self.used and key[0] in driven]
        return left + [" ".join(key) for key in never]
