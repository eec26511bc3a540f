//! Texts of the instance list, of restarting and deleting.

crate::messages! {
    TITLE = "Instances", "实例";
    STATE_ONE = "{n} instance", "{n} 个实例";
    STATE_OTHER = "{n} instances", "{n} 个实例";
    CHANGING_ONE = "{n} is changing", "{n} 个正在变更";
    CHANGING_OTHER = "{n} are changing", "{n} 个正在变更";
    TROUBLE_ONE = "{n} needs attention", "{n} 个需要关注";
    TROUBLE_OTHER = "{n} need attention", "{n} 个需要关注";
    TROUBLE_TIP = "Show only these", "仅显示这些实例";
    CREATE = "Create Kafka instance", "创建 Kafka 实例";
    CREATE_ROCKETMQ = "Create RocketMQ instance", "创建 RocketMQ 实例";
    SEARCH = "Search name, ID, address, tag", "搜索名称、ID、地址、标签";
    FILTER_ENGINE = "Engine", "引擎";
    FILTER_STATUS = "Status", "状态";
    FILTER_TAG = "Tag", "标签";
    CLEAR_FILTERS = "Clear filters", "清除筛选";
    SPECIFICATION = "Specification", "规格";
    BROKERS = "Brokers", "Broker";
    STORAGE = "Storage", "存储";
    STORAGE_UNDER_1 = "< 1 / {size} GB", "< 1 / {size} GB";
    STORAGE_OF = "{used} / {size} GB", "{used} / {size} GB";
    PARTITIONS = "Partition limit", "分区数上限";
    ADDRESS = "Address", "连接地址";
    CHARGING = "Billing", "计费模式";
    ZONES = "Zones", "可用区";
    MORE = "+{n}", "+{n}";

    EMPTY_TITLE = "No instances yet", "还没有实例";
    EMPTY_TEXT = "Create one here; it is ready in about a quarter of an hour. Instances that are created elsewhere show up here as well.",
        "您可以在此创建实例，约 15 分钟后即可使用。在其他途径创建的实例也会显示在这里。";
    ONE_FAILED = "{engine} instances could not be loaded", "{engine} 实例加载失败";

    FAILED_ONE = "{n} instance could not be created", "{n} 个实例创建失败";
    FAILED_OTHER = "{n} instances could not be created", "{n} 个实例创建失败";
    FAILED_TEXT = "Failed creations hold nothing and cost nothing. The API gives no reason.", "创建失败的实例不含数据，也不计费。接口未返回失败原因。";
    FAILED_SHOW = "Show", "查看";
    FAILED_DELETE = "Delete all failed", "全部删除";
    FAILED_DELETE_TITLE = "Delete all failed creations", "删除全部创建失败的实例";
    FAILED_DELETE_TEXT = "These records go away. Nothing else is touched.", "仅删除以下创建失败的记录，不影响其他实例。";
    FAILED_DELETED = "Failed creations deleted", "创建失败的实例已删除";

    RESTART_TITLE_ONE = "Restart {name}", "重启 {name}";
    RESTART_TITLE = "Restart {n} instances", "重启 {n} 个实例";
    RESTART_LOSS = "Brokers restart for 3 to 15 minutes. Clients are refused meanwhile: producers get errors, consumers stop. No message is lost.",
        "重启一般需要 3~15 分钟，期间客户端无法收发消息：生产者会收到错误，消费者会暂停消费。消息不会丢失。";
    RESTART_ACTION = "Restart", "重启";
    DELETE_TITLE_ONE = "Delete {name}", "删除 {name}";
    DELETE_TITLE = "Delete {n} instances", "删除 {n} 个实例";
    DELETE_LOSS = "All topics, messages, consumer groups and users of these instances are deleted. There is no backup, and nobody can bring them back.",
        "实例中的所有 Topic、消息、消费组和用户将被删除。数据没有备份，删除后无法恢复。";
    DELETE_LOSS_ONE = "All topics, messages, consumer groups and users of this instance are deleted. There is no backup, and nobody can bring them back.",
        "实例中的所有 Topic、消息、消费组和用户将被删除。数据没有备份，删除后无法恢复。";
    DELETE_ACTION = "Delete", "删除";
    DELETE_WORD = "delete {n}", "delete {n}";
    LEFT_OUT = "Left out", "不会处理";
    REFUSED_STATE = "not possible while: {state}", "当前状态不支持：{state}";
    REFUSED_ENGINE = "the API has no restart for RocketMQ", "接口不支持重启 RocketMQ 实例";
    NOTHING_LEFT = "None of the chosen instances can be handled now.", "所选实例目前均无法执行该操作。";
    USED_NOW = "{used} GB of messages", "{used} GB 消息";

    RESULT_OK = "Accepted", "已受理";
    RESULT_FAILED = "Refused", "失败";
    RESULT_UNEXPLAINED = "The service gives no reason. Look at the instance's state before you try again.",
        "服务端未说明原因，请先确认实例状态再重试。";
    RESULT_SUMMARY = "{ok} accepted, {failed} failed", "{ok} 个已受理，{failed} 个失败";
    ACCEPTED_RESTART = "{name} is restarting", "{name} 正在重启";
    ACCEPTED_DELETE = "{name} is being deleted", "{name} 正在删除";
    ACCEPTED_RESTART_OTHER = "{n} instances are restarting", "{n} 个实例正在重启";
    ACCEPTED_DELETE_OTHER = "{n} instances are being deleted", "{n} 个实例正在删除";
    OPEN = "Open", "打开";
    DETAILS = "Details", "详情";
    OPEN_TOPICS = "Topics", "Topic 列表";
}
