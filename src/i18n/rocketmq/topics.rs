//! Texts of the pages about RocketMQ topics.

crate::messages! {
    TITLE = "Topics", "Topic";
    COUNT_ONE = "{n} topic", "{n} 个 Topic";
    WITH_GROUPS = "{topics}, {groups}", "{topics}，{groups}";
    COUNT_OTHER = "{n} topics", "{n} 个 Topic";
    CREATE = "Create topic", "创建 Topic";
    OPEN_PAGE = "Open page", "打开详情页";
    EXPORT_CSV = "Export CSV", "导出 CSV";
    SEARCH = "Search by name or description", "按名称或描述搜索";
    EMPTY_TITLE = "No topics yet", "还没有 Topic";
    EMPTY_TEXT = "Producers send to a topic, consumer groups read from it. Create the first one.",
        "生产者向 Topic 发送消息，消费组从中消费。请先创建一个 Topic。";

    NAME = "Name", "名称";
    PERMISSION = "Permission", "权限";
    READ_QUEUES = "Read queues", "读队列数";
    WRITE_QUEUES = "Write queues", "写队列数";
    KIND = "Purpose", "用途";
    MESSAGE_TYPE = "Message type", "消息类型";
    QUEUES_ONE = "{n} queue", "{n} 个队列";
    QUEUES_OTHER = "{n} queues", "{n} 个队列";

    KIND_NORMAL = "Application", "业务";
    KIND_RETRY = "Retries", "重试";
    KIND_DEAD = "Dead letters", "死信";
    PERM_ALL = "Produce and consume", "发布和订阅";
    PERM_ALL_HINT = "Clients may send to it and read from it.", "客户端可发送也可消费。";
    PERM_PUB = "Produce only", "仅发布";
    PERM_PUB_HINT = "Nobody can read what is sent.", "只能发送，无法消费。";
    PERM_SUB = "Consume only", "仅订阅";
    PERM_SUB_HINT = "What is there can be read; new messages are refused.", "只能消费现有消息，拒绝写入新消息。";
    TYPE_DEFAULT = "As the service decides", "由服务端决定";
    TYPE_NORMAL = "Normal", "普通消息";
    TYPE_FIFO = "Ordered (FIFO)", "顺序消息 (FIFO)";
    TYPE_DELAY = "Delayed", "定时/延时消息";
    TYPE_TRANSACTION = "Transactional", "事务消息";
    UNKNOWN = "unknown", "未知";

    // Create
    CREATE_INTRO = "A topic is divided into queues, which lie on the brokers. Name and message type stay; the rest can be changed.",
        "Topic 由分布在各 Broker 上的队列组成。名称和消息类型创建后不可更改，其余可修改。";
    SECTION_BASICS = "Basics", "基本信息";
    SECTION_QUEUES = "Queues", "队列";
    NAME_HINT = "3-64 characters: letters, digits, “%”, “|”, “-”, “_”. Monitoring shows “%” and “|” as “_”.",
        "3–64 个字符：字母、数字、“%”、“|”、“-”、“_”。监控中“%”和“|”会显示为“_”。";
    SPREAD = "How the queues are spread", "队列分布方式";
    SPREAD_ALL = "The same on every broker", "所有 Broker 相同";
    SPREAD_ALL_HINT = "The usual way.", "常用方式。";
    SPREAD_SOME = "The same on some brokers", "指定 Broker 且数量相同";
    SPREAD_EACH = "Broker by broker", "逐个 Broker 设置";
    QUEUES_EACH = "Queues per broker", "每个 Broker 的队列数";
    QUEUES_HINT = "1-50, 3 by default. A queue is read by one consumer of a group at a time.",
        "1–50，默认 3。每个队列同一时间只被消费组内的一个消费者消费。";
    QUEUES_BY_BROKER = "Queues of each broker", "各 Broker 的队列数";
    QUEUES_OF = "Queues on {broker}", "{broker} 的队列数";
    EACH_HINT = "1-50 each. A broker without a number gets none.", "每个 1–50。留空的 Broker 不分配队列。";
    OF_BROKER = "{broker}: {problem}", "{broker}：{problem}";
    BROKERS_UNKNOWN = "The brokers' names cannot be read, so none can be chosen.", "无法获取 Broker 列表，暂不能指定 Broker。";
    SUMMARY = "Summary", "概要";
    QUEUES_TOTAL = "Queues in all", "队列总数";
    TOPICS_AFTER = "Topics left afterwards", "创建后剩余 Topic";
    OWN_NAME_WARNING = "RocketMQ itself gives such names to retries and dead letters of a group.",
        "此类名称由 RocketMQ 用于消费组的重试或死信 Topic。";
    CREATED_TOAST = "Topic {name} created", "Topic {name} 已创建";

    // Edit
    EDIT_TITLE = "Edit {name}", "编辑 {name}";
    EVEN = "Spread evenly", "平均分布";
    EVEN_HINT = "Every broker gets the same.", "每个 Broker 数量相同。";
    TOTAL_HINT = "Of all brokers together, a multiple of {n}.", "所有 Broker 合计，须为 {n} 的整数倍。";
    READ_QUEUES_OF = "Read queues on {broker}", "{broker} 的读队列数";
    WRITE_QUEUES_OF = "Write queues on {broker}", "{broker} 的写队列数";
    REVIEW = "What will change", "变更内容";
    SUBMIT_EDIT = "Save changes", "保存修改";
    NO_CHANGES_TIP = "Works once something has been changed.", "修改后可保存。";
    SAVED_TOAST = "Topic {name} saved", "Topic {name} 已保存";
    FEWER_READ_WARNING = "Messages in queues that go can no longer be read. To lose none, lower the write queues first, and the read queues once those are empty.",
        "被移除的队列中的消息将无法消费。为避免丢失，请先减少写队列，待其消费完后再减少读队列。";
    READ_BELOW_WRITE_WARNING = "There are fewer read than write queues: what is sent to the others is not read by anybody.",
        "读队列少于写队列：写入多余队列的消息不会被消费。";
    PERMISSION_WARNING = "Clients that do what is no longer allowed get errors at once.", "超出新权限的客户端操作会立即报错。";

    // Delete
    DELETE_TITLE_ONE = "Delete topic {name}?", "删除 Topic {name}？";
    DELETE_TITLE_OTHER = "Delete {n} topics?", "删除 {n} 个 Topic？";
    DELETE_LOSS = "All messages are lost, read or not. Producers and consumers will fail.",
        "其全部消息（无论是否已消费）将丢失，正在使用的生产者和消费者会报错。";
    DELETE_OWN = "{n} of them were made by RocketMQ for retries or dead letters; the messages in them are lost too.",
        "其中 {n} 个是 RocketMQ 的重试或死信 Topic，其中的消息也会丢失。";
    DELETE_LIST = "Topics to be deleted", "将被删除的 Topic";
    DELETE_COUNT_WORD = "delete {n}", "删除 {n}";
    DELETED = "Deleted", "已删除";
    NOT_DELETED = "Not deleted", "未删除";
    DELETE_REFUSED = "The task of the service failed and gives no reason; the topic is still there.",
        "服务端任务失败且未说明原因，该 Topic 仍存在。";
    RESULT_TITLE = "{ok} deleted, {failed} failed", "成功 {ok} 个，失败 {failed} 个";
    DELETED_TOAST_ONE = "Topic {name} deleted", "Topic {name} 已删除";
    DELETED_TOAST_OTHER = "{n} topics deleted", "已删除 {n} 个 Topic";

    // Detail
    SETTINGS = "Settings", "配置";
    ON_BROKERS = "Per broker", "按 Broker";
    QUEUES = "Queues", "队列";
    MIN_OFFSET = "Min. offset", "最小偏移";
    MAX_OFFSET = "Max. offset", "最大偏移";
    MESSAGES = "Messages", "消息数";
    MESSAGES_KEPT = "Messages kept", "现存消息数";
    LAST_MESSAGE = "Last message", "最新消息";
    NEVER_WRITTEN = "never", "从未写入";
    NO_QUEUES = "No queue can be read.", "没有可读队列。";
    SUBSCRIBERS = "Consumer groups", "消费组";
    NO_SUBSCRIBERS = "No group consumes this topic.", "没有消费组消费该 Topic。";
    NOT_FOUND_TITLE = "No such topic", "Topic 不存在";
    NOT_FOUND_TEXT = "This instance has no topic called {name}. It may have been deleted.", "该实例没有名为 {name} 的 Topic，可能已被删除。";
    BACK_TO_LIST = "Back to the topic list", "返回 Topic 列表";
}
