//! Texts of what the topic pages have beyond the settings: growing, writing, rights, comparing, copying.

crate::messages! {
    MORE = "More", "更多";
    // Partitions
    ADD_PARTITIONS = "Add partitions", "增加分区";
    ADD_TITLE = "Add partitions to {name}", "为 {name} 增加分区";
    ADD_FIELD = "Partitions in all", "分区总数";
    ROOM_ONE = "This instance has {n} partition left.", "该实例还可创建 {n} 个分区。";
    ROOM_OTHER = "This instance has {n} partitions left.", "该实例还可创建 {n} 个分区。";
    ADD_HINT = "There are {now} now. Partitions can never be removed.", "当前 {now} 个，分区只能增加不能减少。";
    ADDED_TOAST = "{name} has {n} partitions now", "{name} 现有 {n} 个分区";

    // Who writes
    WRITING = "Producers and writing", "生产者与写入";
    WRITING_HINT = "Read from the newer calls of the service; older editions do not have them.", "来自新版接口，旧版本服务不支持。";
    WRITING_SHOW = "Look at producers and offsets", "查看生产者与偏移";
    PRODUCERS = "Producers", "生产者";
    NO_PRODUCERS = "Nobody produces to this topic at the moment.", "当前没有生产者向该 Topic 写入。";
    PRODUCER = "Producer", "生产者";
    THROUGH = "Through broker", "所连 Broker";
    SINCE = "Since", "连接时间";
    RANGES = "Offsets, live", "实时偏移";
    GROWN = "Since opened", "打开以来";
    GROWN_BY = "+{n}", "+{n}";

    // Rights
    RIGHTS = "Permissions", "权限";
    RIGHTS_OPEN = "No permission is set: every user may read and write.", "未设置权限：所有用户均可读写。";
    RIGHTS_NO_SASL = "Clients of this instance do not sign in, so there are no permissions.", "该实例未启用 SASL，无需权限控制。";
    RIGHTS_MATRIX = "Change in the permission matrix", "在权限矩阵中修改";

    // Columns of the list
    LAG = "Lag of its groups", "消费组积压";
    GROUPS = "Groups", "消费组数";
    UNKNOWN = "unknown", "未知";
    NO_GROUP = "no group", "无消费组";

    // Compare
    COMPARE = "Compare", "对比";
    COMPARE_INTRO = "Two topics side by side, of this instance or of two.", "并排对比两个 Topic，可跨实例。";
    LEFT = "Topic", "Topic";
    RIGHT = "Compare with", "对比 Topic";
    RIGHT_INSTANCE = "Of instance", "所在实例";
    SAME_INSTANCE = "This instance", "当前实例";
    ONLY_DIFFERENCES = "Only differences", "仅显示差异";
    DIFFERENCES_ONE = "{n} setting differs", "{n} 项配置不同";
    DIFFERENCES_OTHER = "{n} settings differ", "{n} 项配置不同";
    SAME = "All settings are the same.", "所有配置均相同。";
    DIFFERS = "differs", "不同";
    SETTING = "Setting", "配置项";
    CHOOSE_TWO = "Choose two topics to compare.", "请选择要对比的两个 Topic。";
    NOT_THERE = "{name} is not on this instance.", "该实例没有 Topic {name}。";
    EDIT_ONE = "Edit {name}", "编辑 {name}";

    // Copy
    COPY = "Copy settings to a new topic", "复制配置新建 Topic";
    COPY_OF = "With the settings of {name}. Messages are not copied.", "使用 {name} 的配置，不复制消息。";
    COPY_TO = "Instance to create it on", "目标实例";
    COPY_MISSING = "{name} is not there any more, so there is nothing to copy. The form starts with the usual settings.",
        "{name} 已不存在，无法复制，表单使用默认配置。";
}
