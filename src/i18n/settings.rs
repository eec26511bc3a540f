//! Texts of a Kafka instance's settings.

crate::messages! {
    TITLE = "Settings", "实例设置";
    INTRO = "Each change is shown before it is sent.", "提交前会显示变更前后的内容。";
    CHANGE = "Change", "修改";

    GENERAL = "Name, window, full disks", "基本信息";
    GENERAL_HINT = "Nothing restarts. A new security group cuts off clients that only the old one lets in.",
        "修改不会重启实例。更换安全组后，仅被原安全组放通的客户端将无法连接。";
    WINDOW_NOTE = "UTC; upgrades and repairs happen in these hours", "UTC 时间，升级和维护在此时段进行";

    AUTO = "Automatic topics", "自动创建 Topic";
    AUTO_HINT = "Whether a topic comes into being when a client first names it. Brokers heed a change at once, without a restart.",
        "客户端首次访问不存在的 Topic 时，是否自动创建。修改立即生效，无需重启。";
    AUTO_STATE = "Automatic topics", "自动创建";
    TURN_ON = "Turn on", "开启";
    TURN_OFF = "Turn off", "关闭";
    AUTO_ON_TITLE = "Create topics automatically?", "开启自动创建 Topic？";
    AUTO_OFF_TITLE = "Stop creating topics automatically?", "关闭自动创建 Topic？";
    AUTO_ON_TEXT = "A mistyped name in a client makes a topic as well. New ones get 3 partitions and 3 replicas.",
        "客户端误写的 Topic 名称也会被创建。自动创建的 Topic 默认 3 分区、3 副本。";
    AUTO_OFF_TEXT = "Clients that name a topic that is not there get an error from now on. Topics that exist stay.",
        "之后客户端访问不存在的 Topic 会报错，已有的 Topic 不受影响。";
    AUTO_DONE = "Automatic topics switched", "已修改自动创建 Topic 设置";

    CROSS = "Addresses for other networks", "跨 VPC 访问地址";
    CROSS_HINT = "What clients in other VPCs are told about each broker. A wrong address cuts these clients off; those in the instance's own VPC are not touched.",
        "其他 VPC 中的客户端访问各 Broker 时使用的地址。地址有误会导致这些客户端无法连接，同一 VPC 内的客户端不受影响。";
    CROSS_NONE = "The service names no addresses for this instance.", "服务端未返回该实例的跨 VPC 访问地址。";
    LISTENS = "Broker listens on", "Broker 监听地址";
    ADVERTISED = "Clients are told", "对外通告地址";
    SAME = "the same", "与监听地址相同";
    CROSS_TITLE = "Addresses for other networks", "修改跨 VPC 访问地址";
    CROSS_FIELD = "Address for {ip}", "{ip} 的对外地址";
    CROSS_FIELD_HINT = "An IP address or a domain name.", "IP 地址或域名。";
    CROSS_TWICE = "Two brokers would have the same address: clients cannot tell them apart, and the service may refuse one of them.",
        "有两个 Broker 使用相同的地址，客户端无法区分，服务端可能会拒绝其中之一。";
    CROSS_UNCHANGED = "Nothing has changed yet.", "尚未修改。";
    REVIEW = "What changes", "变更内容";
    APPLY = "Change addresses", "修改地址";
    CROSS_RESULT = "Brokers changed: {ok}, failed: {failed}", "成功 {ok} 个 Broker，失败 {failed} 个";
    CROSS_DONE = "Changed", "已修改";
    CROSS_FAILED = "Not changed", "未修改";
    CROSS_SILENT = "The service did not take this address and gives no reason. Another broker may have it.",
        "服务端未接受该地址且未说明原因，可能已被其他 Broker 使用。";
    CROSS_TOAST = "Addresses changed", "跨 VPC 访问地址已修改";

    PASSWORDS = "Password of the first user", "初始用户密码";
    PASSWORDS_HINT = "The SASL user that was named when the instance was created. Other users' passwords are changed on the page of users.",
        "创建实例时设置的 SASL 用户。其他用户的密码请在用户页面修改。";
    NO_SASL = "SASL is off: clients connect without a password.", "未开启 SASL，客户端无需密码即可连接。";
    RESET_PASSWORD = "Reset password", "重置密码";
    PASSWORD_TITLE = "New password for {name}", "重置 {name} 的密码";
    PASSWORD_TEXT = "Clients that use the old password are refused the next time they connect. Nothing restarts.",
        "使用旧密码的客户端在下次连接时会被拒绝，实例不会重启。";
    PASSWORD_DONE = "Password of {name} changed", "用户 {name} 的密码已修改";

    MANAGER = "Kafka Manager", "Kafka Manager";
    MANAGER_HINT = "The vendor's own web page of this instance, with a user of its own.", "该实例自带的 Web 管理页面，使用独立的用户。";
    MANAGER_OFF = "Kafka Manager is off. It can only be turned on when an instance is created.", "未开启 Kafka Manager，仅可在创建实例时开启。";
    MANAGER_ADDRESS = "Address", "访问地址";
    MANAGER_PASSWORD_TEXT = "Who is signed in to Kafka Manager has to sign in again. Producers and consumers are not touched.",
        "已登录 Kafka Manager 的用户需要重新登录，生产者和消费者不受影响。";
    MANAGER_RESTART = "Restart Kafka Manager", "重启 Kafka Manager";
    MANAGER_RESTART_TITLE = "Restart Kafka Manager?", "重启 Kafka Manager？";
    MANAGER_RESTART_TEXT = "Its page cannot be reached for some minutes. The brokers go on: producers and consumers notice nothing.",
        "管理页面将有数分钟无法访问。Broker 不受影响，生产和消费正常进行。";
    MANAGER_RESTARTED = "Kafka Manager restarts; the task shows when it is done", "Kafka Manager 正在重启，可在后台任务中查看进度";

    PUBLIC = "Public access", "公网访问";
    PUBLIC_HINT = "Decided when the instance is created. The API can show it but not switch it: use the vendor's console for that.",
        "创建实例时设置。API 只能查询，不能开关公网访问，如需修改请使用华为云控制台。";
    USER = "User", "用户";

    SIZE = "Size", "规格";
    SIZE_HINT = "Larger disks, more brokers, another flavour.", "扩容存储、增加 Broker 或变更规格。";
    RESIZE = "Resize", "变更规格";
    FLAVOUR = "Flavour", "规格";
    DISK = "Disk of all brokers", "总存储空间";
}
