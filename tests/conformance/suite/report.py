"""From records to the result that is handed back."""

import json
import traceback
import urllib.request

from . import exceptions, reference, strict


def where(error):
    """An error with the scenario's line that it came from."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "scenarios" in f.filename]
    place = f" (line {frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}{place}: {error}"


def result(world, other, broken):
    """Everything that was found, as plain data."""
    version = world.context["version"]
    ledger, journal = Ledger(version), _journal(world.context["endpoint"])
    rows, outside = [], {}
    for service in world.services.values():
        outside[service.name] = sum(not record.specs for record in service.records.values())
        for name, record in sorted(service.records.items()):
            models = other.get(f"{service.name} {record.operation.shape}", {})
            for spec in record.specs:
                part = Part(record, spec, journal)
                rows.append(row(service.name, name, part, models, ledger))
    return {
        "version": version,
        "operations": rows,
        "outside": outside,
        "broken": broken,
        "stale": ledger.stale({row["id"] for row in rows if row["succeeded"]}),
    }


def _journal(endpoint):
    """Which operation each call was, by request id."""
    with urllib.request.urlopen(f"{endpoint}/__local/journal", timeout=60) as response:
        return {call["request_id"]: call["operation"] for call in json.load(response)["calls"]}


class Part:
    """What is known of an operation of the SDK as far as it was one entry of the catalogue."""

    def __init__(self, record, spec, journal):
        own = {one["id"] for one in record.specs}

        def of_this(request_id):
            operation = journal.get(request_id)
            # A call that never reached the service counts for the first entry, and so does one that both engines share:
            # where nothing in it names an engine, the service writes it down as Kafka's.
            return operation == spec["id"] or (operation not in own and spec is record.specs[0])

        self.spec = spec
        self.answers = [answer for answer in record.answers if of_this(answer.request_id)]
        self.refusals = [request_id for request_id in record.refusals if of_this(request_id)]
        self.failures = [text for request_id, text in record.failures if of_this(request_id)]
        statuses = sorted({answer.status for answer in self.answers} - {spec["success"]})
        self.failures += [f"status {spec['success']} wanted, got {status}" for status in statuses]
        self.seen = set().union(*(answer.seen for answer in self.answers))
        self.differences = {}
        for answer in self.answers:
            for path, what, text in answer.differences:
                self.differences.setdefault((path, what), text)


def row(service, name, part, models, ledger):
    """One operation."""
    spec, allowed, differences = part.spec, 0, []
    fields = reference.answer_fields(service, spec["section"])
    for (path, what), text in sorted(part.differences.items()):
        if what == "extra" and (path in fields or strict.has_field(models, path)):
            continue
        if ledger.allows(spec["id"], path, what):
            allowed += 1
        else:
            differences.append(f"{path}: {what}: {text}")
    unseen = []
    if part.answers:
        for path in sorted(fields - part.seen):
            if ledger.never_sent(spec["id"], path):
                allowed += 1
            else:
                unseen.append(path)
    return {
        "service": service,
        "name": name,
        "id": spec["id"],
        "section": spec["section"],
        "succeeded": len(part.answers),
        "refused": len(part.refusals),
        "failures": part.failures,
        "differences": differences,
        "allowed": allowed,
        "unseen": unseen,
        "other_form": exceptions.OTHER_FORMS.get((service, name)),
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
        left = [
            f"{e.operation} {e.path} {e.what}" for e in self.entries if e not in self.used and e.operation in driven
        ]
        never = [key for key in exceptions.NEVER_SENT if key not in self.used and key[0] in driven]
        return left + [" ".join(key) for key in never]
