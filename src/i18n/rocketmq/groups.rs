//! Texts of the pages about RocketMQ consumer groups.

crate::messages! {
    TITLE = "Consumer groups", "消费组";
    COUNT_ONE = "{n} group", "{n} 个消费组";
    COUNT_OTHER = "{n} groups", "{n} 个消费组";
    CREATE = "Create group", "创建消费组";
    OPEN_PAGE = "Open page", "打开详情页";
    EXPORT_CSV = "Export CSV", "导出 CSV";
    RESET = "Reset offsets", "重置消费进度";
    SEARCH = "Search by name or description", "按名称或描述搜索";
    EMPTY_TITLE = "No consumer groups yet", "还没有消费组";
    EMPTY_TEXT = "Consumers belong to a group, and a group has to be there before they connect. Create the first one.",
        "消费者必须属于某个消费组，且需先创建消费组才能连接。请先创建一个消费组。";

    NAME = "Name", "名称";
    STATE = "State", "状态";
    ENABLED = "Enabled", "已启用";
    DISABLED = "Disabled", "已禁用";
    CONSUMERS = "Consumers", "消费者";
    ONLINE = "Connected", "在线";
    OFFLINE = "None connected", "离线";
    MODE = "Mode", "消费模式";
    CLUSTERING = "Clustering", "集群消费";
    BROADCAST = "Broadcast", "广播消费";
    RETRIES = "Max. retries", "最大重试次数";
    ORDERLY = "Ordered", "顺序消费";
    FROM_BEGINNING = "Starts at the oldest message", "从最早消息开始";
    NOT_TOLD = "the service does not say", "服务端未返回";
    TOPICS = "Topics", "Topic";

    // Form
    CREATE_INTRO = "Consumers name the group when they connect. The name stays; the rest can be changed.",
        "消费者连接时指定该消费组。名称创建后不可更改，其余可修改。";
    SECTION_BASICS = "Basics", "基本信息";
    SECTION_CONSUMING = "Consuming", "消费设置";
    NAME_HINT = "3-64 characters: letters, digits, “%”, “|”, “-”, “_”. Monitoring shows “%” and “|” as “_”.",
        "3–64 个字符：字母、数字、“%”、“|”、“-”、“_”。监控中“%”和“|”会显示为“_”。";
    ENABLED_SWITCH = "May consume", "允许消费";
    ENABLED_HINT = "Without it, its consumers get no messages.", "关闭后消费者无法收到消息。";
    BROADCAST_SWITCH = "Broadcast", "广播消费";
    BROADCAST_HINT = "Every consumer gets every message. Otherwise each message goes to one of them.",
        "每个消费者都会收到全部消息；关闭则每条消息只由其中一个消费者处理。";
    RETRIES_HINT = "1-16. After that a message becomes a dead letter.", "1–16 次，超过后消息进入死信队列。";
    FROM_BEGINNING_HINT = "In a topic that the group has never read. Newer editions of the service ignore it and do not tell.",
        "首次消费某个 Topic 时的起始位置，新版服务会忽略且不返回该设置。";
    SERVICE_DECIDES = "As the service decides", "由服务端决定";
    AS_IT_IS = "As it is", "保持不变";
    ALL_BROKERS = "All brokers", "所有 Broker";
    SOME_BROKERS = "Some brokers", "指定 Broker";
    SUMMARY = "Summary", "概要";
    GROUPS_AFTER = "Groups left afterwards", "创建后剩余消费组";
    CREATED_TOAST = "Group {name} created", "消费组 {name} 已创建";

    // Edit
    EDIT_TITLE = "Edit {name}", "编辑 {name}";
    REVIEW = "What will change", "变更内容";
    SUBMIT_EDIT = "Save changes", "保存修改";
    NO_CHANGES_TIP = "Works once something has been changed.", "修改后可保存。";
    SAVED_TOAST = "Group {name} saved", "消费组 {name} 已保存";
    MODE_WARNING = "The mode has to be the same in the consumers' own settings, or messages get lost or come twice.",
        "须与消费者自身配置的消费模式一致，否则会漏消费或重复消费。";
    EDIT_TITLE_ONE = "Edit {n} group", "编辑 {n} 个消费组";
    EDIT_TITLE_OTHER = "Edit {n} groups", "编辑 {n} 个消费组";
    RETRIES_BATCH_HINT = "1-16.", "1–16 次。";
    OF_GROUP = "{name} · {setting}", "{name} · {setting}";
    MORE_LINES = "{n} more changes are not listed.", "另有 {n} 项变更未列出。";
    STAY_SAME = "{n} of the selected groups are like this already.", "所选消费组中有 {n} 个无需变更。";
    CHANGE_ONE = "Change {n} group", "修改 {n} 个消费组";
    CHANGE_OTHER = "Change {n} groups", "修改 {n} 个消费组";
    CHANGED_TOAST_ONE = "{n} group changed", "已修改 {n} 个消费组";
    CHANGED_TOAST_OTHER = "{n} groups changed", "已修改 {n} 个消费组";
    CHANGE_RESULT_TITLE = "{ok} changed, {failed} failed", "成功 {ok} 个，失败 {failed} 个";
    CHANGED = "Changed", "已修改";
    NOT_CHANGED = "Not changed", "未修改";
    CHANGE_REFUSED = "The task of the service failed and gives no reason; the group is as it was.",
        "服务端任务失败且未说明原因，该消费组未改变。";

    // Delete
    DELETE_TITLE_ONE = "Delete group {name}?", "删除消费组 {name}？";
    DELETE_TITLE_OTHER = "Delete {n} groups?", "删除 {n} 个消费组？";
    DELETE_LOSS = "Positions, retries and dead letters are lost. Consumers get no messages any more.",
        "其消费进度、重试消息与死信消息将丢失，正在使用的消费者将无法收到消息。";
    DELETE_LIVE = "Consumers are connected to {n} of them.", "其中 {n} 个有消费者在线。";
    DELETE_LIST = "Groups to be deleted", "将被删除的消费组";
    DELETE_COUNT_WORD = "delete {n}", "删除 {n}";
    DELETED = "Deleted", "已删除";
    NOT_DELETED = "Not deleted", "未删除";
    DELETE_REFUSED = "The task of the service failed and gives no reason; the group is still there.",
        "服务端任务失败且未说明原因，该消费组仍存在。";
    RESULT_TITLE = "{ok} deleted, {failed} failed", "成功 {ok} 个，失败 {failed} 个";
    DELETED_TOAST_ONE = "Group {name} deleted", "消费组 {name} 已删除";
    DELETED_TOAST_OTHER = "{n} groups deleted", "已删除 {n} 个消费组";

    // Detail
    TOTAL_LAG = "Total lag", "总积压";
    AT_LEAST = "at least {n}", "至少 {n}";
    LAG = "Lag", "积压";
    LAG_BROADCAST_TIP = "Each consumer of a broadcast group keeps a position of its own, which the service does not know.",
        "广播消费组的每个消费者各自保存消费进度，服务端并不知晓。";
    LAG_PART_TIP = "In the topics that could be read. The group's page has all of them.", "仅统计已读取的 Topic，全部见消费组详情页。";
    LAG_UNKNOWN_TIP = "Could not be read. The group's page says why.", "读取失败，原因见消费组详情页。";
    DEAD_UNKNOWN_TIP = "Could not be read.", "读取失败。";
    TOPIC = "Topic", "Topic";
    QUEUES = "Queues", "队列数";
    QUEUES_TITLE = "Queues", "队列消费进度";
    POSITION = "Position", "消费位点";
    END = "End", "最大位点";
    LAST_MESSAGE = "Last message", "最新消息";
    CLIENT = "Client ID", "客户端 ID";
    NEVER = "never", "从未";
    ONLY_LAGGING = "Only with lag", "仅显示有积压";
    RESET_TOPIC = "Reset in this topic", "重置该 Topic 的进度";
    NO_TOPICS = "The group has not consumed any topic.", "该消费组尚未消费任何 Topic。";
    NO_QUEUES = "No queue can be read.", "没有可读队列。";
    BROADCAST_TITLE = "A broadcast group", "广播消费组";
    BROADCAST_TEXT = "Each of its consumers keeps a position of its own, which the service does not know. Positions and lag here are only what the brokers have noted.",
        "每个消费者各自保存消费进度，服务端并不知晓。此处的位点与积压仅为 Broker 上的记录。";
    CLIENTS = "Connected consumers", "在线消费者";
    NO_CLIENTS = "No consumer is connected right now.", "当前没有消费者在线。";
    ADDRESS = "Address", "地址";
    CLIENT_VERSION = "Client", "客户端版本";
    CONSUME_TYPE = "How", "消费方式";
    PULL = "Pull", "拉取 (Pull)";
    PUSH = "Push", "推送 (Push)";
    POP = "Pop", "Pop";
    SUBSCRIPTIONS = "Subscriptions", "订阅关系";
    INCONSISTENT = "The consumers do not subscribe to the same", "消费者的订阅关系不一致";
    INCONSISTENT_TEXT = "All consumers of a group have to subscribe to the same topics with the same filters. Otherwise messages get lost.",
        "同一消费组的消费者须订阅相同的 Topic 并使用相同的过滤条件，否则会漏消费。";
    NOT_FOUND_TITLE = "No such consumer group", "消费组不存在";
    NOT_FOUND_TEXT = "This instance has no group called {name}. It may have been deleted.", "该实例没有名为 {name} 的消费组，可能已被删除。";
    BACK_TO_LIST = "Back to the group list", "返回消费组列表";

    // Reset
    PLAN_HINT = "Consumers go on while you look: what you see is a moment old.", "消费仍在进行，以下为采样时刻的数据。";
    TO_TIME_HINT = "To the first message stored at this time or later.", "到该时间及之后存储的第一条消息。";
    TIME_HINT = "Which message that is in each queue, the service tells only after the reset. Where the newest message of a queue is older, the group goes to its end.",
        "各队列对应的具体位点须重置后才能得知；若队列最新消息早于该时间，则移动到队列末尾。";
    SCOPE_HINT = "All queues of a topic are moved together.", "同一 Topic 的所有队列会一起重置。";
    SUM_QUEUES_ONE = "{n} queue", "{n} 个队列";
    SUM_QUEUES_OTHER = "{n} queues", "{n} 个队列";
    SUM_UNKNOWN = "{n} cannot be told beforehand", "{n} 个无法预知";
    SAVE_NOW = "Save the positions of now", "保存当前位点";
    NO_TOPIC_CHOSEN = "Choose a topic.", "请选择 Topic。";
    PLAN_EMPTY = "Nothing is known of the queues yet.", "暂无队列数据。";
    PLAN_UNKNOWN = "Works once a target is chosen and the queues are known.", "选定目标并获取队列数据后可用。";
    CONFIRM_ONE = "Move {name} in {n} topic?", "重置 {name} 在 {n} 个 Topic 中的进度？";
    CONFIRM_OTHER = "Move {name} in {n} topics?", "重置 {name} 在 {n} 个 Topic 中的进度？";
    NO_WAY_BACK = "There is no way back to the positions of now: the service moves a group by time only.",
        "无法还原到当前位点：服务端仅支持按时间重置。";
    PLAN_MOVES_ON = "The numbers are those of the last look; consumers and producers go on meanwhile.",
        "数字为最近一次采样结果，期间生产与消费仍在进行。";
    BARRED_OFFLINE = "No consumer is connected, so the group cannot be moved", "没有消费者在线，无法重置消费进度";
    BARRED_OFFLINE_TEXT = "The service moves a group through its connected consumers. Start one; this page checks again by itself.",
        "服务端通过在线的消费者重置进度。请启动至少一个消费者，本页会自动重新检查。";
    BARRED_BROADCAST = "A broadcast group cannot be moved", "广播消费组无法重置消费进度";
    BARRED_BROADCAST_TEXT = "Each of its consumers keeps a position of its own, which the service does not know.",
        "每个消费者各自保存消费进度，服务端并不知晓。";
    WENT_OFFLINE = "The consumers have gone meanwhile: nothing was changed.", "期间消费者已全部离线，未做任何修改。";
    NOT_MENTIONED = "not in the answer: look at its position", "响应中未提及，请查看其位点";
    APPLYING = "{n} of {total} topics done", "已完成 {n} / {total} 个 Topic";
    MOVED_ONE = "{n} queue moved", "已重置 {n} 个队列";
    MOVED_OTHER = "{n} queues moved", "已重置 {n} 个队列";
    TOPICS_FAILED_ONE = "{n} topic failed", "{n} 个 Topic 失败";
    TOPICS_FAILED_OTHER = "{n} topics failed", "{n} 个 Topic 失败";
}
