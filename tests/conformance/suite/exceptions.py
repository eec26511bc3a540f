"""Where an answer may differ from a model of the SDK, one line per fact.

The API references, the SDK of their time (3.1.49) and today's SDK (3.1.219) describe three editions of one service. The
local DMS answers with the tables' names and types and adds what today's service adds, so one of the SDKs now and then sees
a field it has no name for, or a type that changed between the editions. Each such place is listed here with its reason; an
entry that no answer needs any more fails the suite.

Fields that the *other* version of the SDK or the reference's own table has are no mismatch and need no entry.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Allowed:
    """One allowed difference."""

    #: Id in the catalogue.
    operation: str
    #: As ``strict`` names it, such as ``topics[].name``.
    path: str
    #: ``type``, ``null``, ``extra`` or ``missing``.
    what: str
    why: str
    #: SDK versions that see the difference.
    versions: tuple = ("3.1.49", "3.1.219")


#: The references' own time: what changed since is sent as today.
THEN = ("3.1.49",)

ALLOWED = [
    Allowed("kafka.ListTopics", "topics[].id", "extra", "K5.4.2's example, and V1, call the name id: both are sent"),
    Allowed("kafka.ListInstances", "instances[].publicip_id", "extra", "a form of public access starts from the ids"),
    Allowed("kafka.ShowInstance", "publicip_id", "extra", "a form of public access starts from the ids"),
    Allowed("rocketmq.CreateMigration", "", "type", "a bare text then, {task_id} today: today's is sent", THEN),
    Allowed("rocketmq.ListMessages", "messages[].queue_id", "type", "a text then, a number today", THEN),
    Allowed("rocketmq.ListMessages", "messages[].queue_offset", "type", "a text then, a number today", THEN),
    Allowed("rocketmq.ListMessages", "messages[].reconsume_times", "type", "a text then, a number today", THEN),
    Allowed("rocketmq.ExportDeadLetters", "[].queue_id", "type", "as in rocketmq.ListMessages", THEN),
    Allowed("rocketmq.ExportDeadLetters", "[].queue_offset", "type", "as in rocketmq.ListMessages", THEN),
    Allowed("rocketmq.ExportDeadLetters", "[].reconsume_times", "type", "as in rocketmq.ListMessages", THEN),
    Allowed("rocketmq.ShowTrace", "trace[].retry_times", "type", "a text then, a number today", THEN),
    Allowed("rocketmq.ListTopics", "topics[].topic_desc", "extra", "it can be set, so it is shown"),
    Allowed("rocketmq.ShowTopic", "topic_desc", "extra", "it can be set, so it is shown"),
    Allowed("iam.ListProjects", "links.next", "null", "IAM's own way to say that there is no other page"),
    Allowed("iam.ListProjects", "links.previous", "null", "IAM's own way to say that there is no other page"),
    Allowed("iam.ListProjects", "projects[].links.next", "missing", "the model reuses the list's links for a project"),
    Allowed("iam.ListProjects", "projects[].links.previous", "missing", "the model reuses the list's links"),
    Allowed("iam.ListAuthProjects", "links.next", "extra", "the same list as iam.ListProjects"),
    Allowed("iam.ListAuthProjects", "links.previous", "extra", "the same list as iam.ListProjects"),
]

#: Fields of the reference's answer tables that the local DMS never sends: ``(operation, path): why``.
NEVER_SENT = {
    ("kafka.ListInstances", "instances[].public_bound_width"): "misprint of public_boundwidth",
    ("kafka.ShowInstance", "public_bound_width"): "misprint of public_boundwidth",
    ("rocketmq.CreateGroup", "job_id"): "one section for two operations: the other one's answer",
    ("rocketmq.DeleteGroups", "name"): "one section for two operations: the other one's answer",
    ("rocketmq.CreateTopic", "job_id"): "one section for two operations: the other one's answer",
    ("rocketmq.DeleteTopics", "id"): "one section for two operations: the other one's answer",
    ("rocketmq.ResetOffset", "queues[].timestamp_of_fset"): "timestamp_offset, broken at the end of a line",
    ("rocketmq.ShowGroup", "app_id"): "null in the only example, gone today",
    ("rocketmq.ShowGroup", "app_name"): "null in the only example, gone today",
    ("rocketmq.ListInstances", "instances[].broker_addresses"): "misprint of broker_address",
    ("rocketmq.ShowInstance", "broker_addresses"): "misprint of broker_address",
}

#: Operations of the SDKs that share the line of a catalogue operation but are another form of it: ``(service, name)``.
OTHER_FORMS = {
    ("iam", "keystone_create_user_token_by_password_and_mfa"): "the local user has no second factor",
    ("iam", "keystone_create_scoped_token"): "the console signs in by password; a token from a token is not offered",
    ("iam", "keystone_create_agency_token"): "there are no agencies",
}
