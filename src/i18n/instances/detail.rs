//! Texts of an instance's own page.

crate::messages! {
    NOT_FOUND_TITLE = "No such instance", "实例不存在";
    NOT_FOUND_TEXT = "It may have been deleted, or it belongs to another project or region.", "实例可能已被删除，或属于其他项目、其他区域。";
    NOT_LOADED_TITLE = "The instance could not be loaded", "实例加载失败";
    GONE_TITLE = "The instance has been deleted", "实例已删除";
    TO_LIST = "All instances", "返回实例列表";
    WRONG_ENGINE = "This is a {engine} instance.", "这是一个 {engine} 实例。";
    OPEN_THERE = "Open its page", "打开对应页面";
    STALE = "Could not be refreshed; shown is the last known state.", "刷新失败，当前显示的是上一次获取的信息。";

    CLUSTER = "Cluster", "集群";
    CONTROLLER = "Controller", "控制器";
    BROKER = "Broker", "Broker";
    HOST = "Host", "主机";
    HEALTH = "Health", "健康状态";
    HEALTHY = "Reachable", "正常";
    UNHEALTHY = "Not reachable", "异常";
    SINCE = "Registered", "注册时间";
    TOPICS = "Topics", "Topic 数";
    PARTITIONS = "Partitions", "分区数";
    PARTITIONS_ONLINE = "{online} of {all} online", "在线 {online} / {all}";
    REPLICAS = "Replicas in sync", "同步副本";
    REPLICAS_OF = "{isr} of {all}", "{isr} / {all}";
    CONSUMERS = "Consumer groups", "消费组数";
    CLUSTER_WAITS = "Brokers and counts show once the instance is running.", "实例进入运行中后显示集群信息。";
    OPEN_TOPICS = "Open topics", "查看 Topic";

    CONNECT = "Connect a client", "客户端接入";
    CONNECT_HINT = "Replace the words in angle brackets.", "请替换尖括号中的内容。";
    CONNECT_LOCAL = "The brokers of the local DMS speak SASL_PLAINTEXT with PLAIN, whatever was ordered. The settings below are for them.",
        "本地 DMS 的 Broker 只支持 SASL_PLAINTEXT + PLAIN，与订购的协议无关。以下配置已按此生成。";
    JAVA = "Java properties", "Java 配置";
    KCAT = "kcat", "kcat";
    PYTHON = "Python", "Python";
    CLIENT = "Client", "客户端";
    ADDRESS_CHOICE = "Address", "地址";
    PRIVATE = "Private", "内网";
    PUBLIC = "Public", "公网";
    NO_ADDRESS = "There is no address yet.", "暂无连接地址。";

    EDIT_TITLE = "Edit {name}", "编辑 {name}";
    REVIEW = "Review", "确认变更";
    REVIEW_HINT = "These changes will be sent:", "将提交以下变更：";
    BACK_TO_EDIT = "Back", "返回修改";
    SAVE = "Save changes", "保存变更";
    SAVED = "Changes saved", "变更已保存";
    NOTHING_CHANGED = "Nothing has changed.", "没有任何变更。";
    WINDOW_KEEP = "As it is", "保持不变";
    GROUP_WARNING = "Clients that only the old group lets in are cut off.", "仅被原安全组放通的客户端将无法连接。";
    REJECT_WARNING = "Producers will get errors when the disk is full.", "磁盘写满后生产者将收到错误。";
    TIME_BASE_WARNING = "Old messages will go early when the disk is full.", "磁盘写满后会提前删除最早的消息。";
    ACL_ON_WARNING = "Clients without credentials are cut off.", "未配置密钥的客户端将无法连接。";
    ACL_OFF_WARNING = "Anyone who reaches the ports can read and write.", "能访问端口的客户端均可收发消息。";
    PUBLIC_OFF_WARNING = "Clients on the internet are cut off.", "公网客户端将无法连接。";
    PUBLIC_IPS_HINT = "Separated by commas or line breaks.", "用逗号或换行分隔。";
    NOT_RUNNING = "Only possible while the instance is running.", "仅运行中的实例可修改。";
    READ_ONLY_FIELDS = "VPC, subnet, zones and client authentication are fixed for good; this API changes no more than this.", "虚拟私有云、子网、可用区和客户端认证方式创建后不可更改，本接口仅支持修改以上内容。";
    EMPTY_VALUE = "(empty)", "（空）";
}
