//! Texts of the Kafka topic pages.

use crate::messages;

messages! {
    TITLE = "Topics", "Topic";
    COUNT_ONE = "{n} topic", "{n} 个 Topic";
    COUNT_OTHER = "{n} topics", "{n} 个 Topic";
    PARTITIONS_USED = "{used} of {max} partitions used", "已用分区 {used} / {max}";

    CREATE = "Create topic", "创建 Topic";
    EDIT_TITLE = "Edit {name}", "编辑 {name}";
    OPEN_PAGE = "Open page", "打开详情页";
    EXPORT_CSV = "Export CSV", "导出 CSV";

    SEARCH = "Search by name or description", "按名称或描述搜索";

    NAME = "Name", "名称";
    PARTITIONS = "Partitions", "分区数";
    REPLICAS = "Replicas", "副本数";
    RETENTION = "Retention", "保留时间";
    SYNC_REPLICATION = "Sync replication", "同步复制";
    SYNC_FLUSH = "Sync flush", "同步落盘";
    TIMESTAMP_TYPE = "Timestamp type", "时间戳类型";
    MAX_MESSAGE = "Max. message size", "最大消息大小";
    KIND = "Type", "类型";

    KIND_NORMAL = "Normal", "普通";
    KIND_INTERNAL = "Internal", "内部";
    HOURS = "h", "小时";
    BYTES = "bytes", "字节";

    EMPTY_TITLE = "No topics yet", "还没有 Topic";
    EMPTY_TEXT = "Create the first topic here, or let a client create one if automatic creation is on.",
        "在这里创建第一个 Topic；若已开启自动创建，也可由客户端创建。";

    // Form
    CREATE_INTRO = "Partitions can be added later but never removed; the number of replicas stays.",
        "分区数之后只能增加，不能减少；副本数创建后不可更改。";
    SECTION_BASICS = "Basics", "基本信息";
    SECTION_DURABILITY = "Retention and durability", "保留与可靠性";
    SECTION_MESSAGES = "Messages", "消息";
    NAME_HINT = "3-200 characters: letters, digits, hyphen, underscore, dot; begins with a letter.",
        "3–200 个字符：字母、数字、中划线、下划线和点，以字母开头。";
    PARTITIONS_HINT = "Sets how many consumers of a group can read at the same time. 1-{max}.",
        "决定一个消费组内可同时消费的消费者数，取值 1–{max}。";
    PARTITIONS_EDIT_HINT = "At least {min}, the present number: partitions cannot be removed.",
        "不少于当前的 {min} 个：分区不能减少。";
    REPLICAS_HINT = "Copies of each message on different brokers. 1-3.", "每条消息在不同 Broker 上的副本数，取值 1–3。";
    RETENTION_HINT = "1-720 hours, 72 by default. Older messages are removed.", "1–720 小时，默认 72 小时，过期消息将被清理。";
    SYNC_REPLICATION_HINT = "A write is acknowledged only once all in-sync replicas have it. Producers must use acks=-1.",
        "所有同步副本写入后才确认；生产者须设置 acks=-1。";
    SYNC_FLUSH_HINT = "A write is acknowledged only once it is on disk. Slower.", "消息落盘后才确认，性能会降低。";
    TIMESTAMP_HINT = "CreateTime is set by the producer, LogAppendTime by the broker.",
        "CreateTime 由生产者设置，LogAppendTime 由 Broker 写入时设置。";
    MAX_MESSAGE_HINT = "Largest batch in bytes, 0-10485760 (10 MB).", "单批消息的最大字节数，0–10485760（10 MB）。";
    DESCRIPTION_HINT = "Up to 200 characters.", "最多 200 个字符。";
    SUMMARY = "Summary", "概要";
    STORED_COPIES = "Partition replicas in all", "分区副本总数";
    PARTITIONS_AFTER = "Partitions left afterwards", "创建后剩余分区";
    CREATED_TOAST = "Topic {name} created", "Topic {name} 已创建";

    // Edit
    REVIEW = "Review changes", "查看变更";
    SUBMIT_EDIT = "Save changes", "保存修改";
    SAVED_TOAST = "Topic {name} saved", "Topic {name} 已保存";
    MORE_PARTITIONS_WARNING = "Adding partitions changes which partition a key goes to: messages of one key written before and after may be in different partitions.",
        "增加分区会改变 key 到分区的映射：同一 key 在变更前后的消息可能位于不同分区。";
    SHORTER_RETENTION_WARNING = "With a shorter retention, messages older than {n} h are removed and cannot be brought back.",
        "缩短保留时间后，超过 {n} 小时的消息会被清理且无法恢复。";

    // Delete
    DELETE_TITLE_ONE = "Delete topic {name}?", "删除 Topic {name}？";
    DELETE_TITLE_OTHER = "Delete {n} topics?", "删除 {n} 个 Topic？";
    DELETE_LOSS = "All their messages and settings are lost. Producers and consumers that use them will fail.",
        "其全部消息与配置将丢失，正在使用的生产者和消费者会报错。";
    DELETE_INTERNAL_ONE = "{n} internal topic is left out: it belongs to Kafka itself.", "已排除 {n} 个内部 Topic：它们由 Kafka 自身使用。";
    DELETE_INTERNAL_OTHER = "{n} internal topics are left out: they belong to Kafka itself.", "已排除 {n} 个内部 Topic：它们由 Kafka 自身使用。";
    DELETE_LIST = "Topics to be deleted", "将被删除的 Topic";
    DELETE_COUNT_WORD = "delete {n}", "删除 {n}";
    DELETED = "Deleted", "已删除";
    NOT_DELETED = "Not deleted", "未删除";
    DELETE_REFUSED = "The service did not delete it and gives no reason. Check that it still exists and that all brokers are up.",
        "服务端未删除且未说明原因。请确认 Topic 仍存在且所有 Broker 正常。";
    RESULT_TITLE = "{ok} deleted, {failed} failed", "成功 {ok} 个，失败 {failed} 个";
    DELETED_TOAST_ONE = "Topic {name} deleted", "Topic {name} 已删除";
    DELETED_TOAST_OTHER = "{n} topics deleted", "已删除 {n} 个 Topic";

    // Detail
    SETTINGS = "Settings", "配置";
    PARTITION = "Partition", "分区";
    LEADER = "Leader", "Leader";
    NO_LEADER = "No leader", "无 Leader";
    REPLICA_BROKERS = "Replicas", "副本";
    ISR = "In sync", "同步副本 (ISR)";
    START_OFFSET = "Start offset", "起始偏移";
    END_OFFSET = "End offset", "末尾偏移";
    HIGH_WATERMARK = "High watermark", "高水位";
    MESSAGES = "Messages", "消息数";
    SIZE = "Size", "大小";
    LAST_WRITE = "Last write", "最后写入";
    NEVER_WRITTEN = "Never", "从未写入";
    SUBSCRIBERS = "Consumer groups", "消费组";
    NO_SUBSCRIBERS = "No group has consumed this topic.", "没有消费组消费过该 Topic。";
    ALL_IN_SYNC = "All replicas in sync", "所有副本均已同步";
    OUT_OF_SYNC = "out of sync", "未同步";
    MESSAGES_TOTAL = "Messages kept", "现存消息数";
    SIZE_TOTAL = "Size with replicas", "总大小（含副本）";
    NOT_FOUND_TITLE = "No such topic", "Topic 不存在";
    NOT_FOUND_TEXT = "This instance has no topic called {name}. It may have been deleted.", "该实例没有名为 {name} 的 Topic，可能已被删除。";
    BACK_TO_LIST = "Back to the topic list", "返回 Topic 列表";
    PARTITION_ONE = "{n} partition", "{n} 个分区";
    PARTITION_OTHER = "{n} partitions", "{n} 个分区";
    UNDER_REPLICATED_ONE = "{n} partition has replicas out of sync", "{n} 个分区存在未同步副本";
    UNDER_REPLICATED_OTHER = "{n} partitions have replicas out of sync", "{n} 个分区存在未同步副本";
    LEADERLESS_ONE = "{n} partition has no leader", "{n} 个分区没有 Leader";
    LEADERLESS_OTHER = "{n} partitions have no leader", "{n} 个分区没有 Leader";
    IN_HOURS = "{n} h", "{n} 小时";
    HOURS_AND_DAYS = "{n} h ({days} d)", "{n} 小时 ({days} 天)";
    RETENTION_HOURS = "Retention (h)", "保留时间（小时）";
    MAX_MESSAGE_BYTES = "Max. message size (bytes)", "最大消息大小（字节）";
    DELETE_MENU = "Delete", "删除";
    INTERNAL_FIXED = "Kafka's own topics cannot be changed here.", "Kafka 内部 Topic 不可在此修改。";
    NO_CHANGES = "Nothing has been changed.", "没有修改任何内容。";
    NO_CHANGES_TIP = "Works once something has been changed.", "修改后可保存。";
}
