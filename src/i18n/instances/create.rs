//! Texts of the form that creates a Kafka instance.

crate::messages! {
    TITLE = "Create Kafka instance", "创建 Kafka 实例";
    STATE = "Creation takes 10 to 15 minutes; nothing is interrupted meanwhile.", "创建一般需要 10~15 分钟，期间不影响其他实例。";
    SUBMIT = "Create instance", "立即创建";
    SENT = "Instance {name} is being created", "实例 {name} 正在创建";
    SUMMARY = "Summary", "配置概要";
    PREVIEW = "Request", "请求预览";
    PREVIEW_HINT = "What will be sent; passwords are masked.", "即将发送的请求，密码已隐藏。";
    CAPACITY = "Capacity", "容量";
    MISSING = "not chosen yet", "尚未选择";
    NOT_CREATED = "The instance was not created. Everything you entered is still here.", "实例未创建，已填写的内容均已保留。";
    REFUSED = "{message} ({code})", "{message} ({code})";
    NAME_TAKEN = "Another instance has this name ({code}).", "已存在同名实例 ({code})。";

    BASICS = "Basics", "基本信息";
    NAME_HINT = "4 to 64 characters: letters, digits, - and _, starting with a letter.", "4~64 个字符，以英文字母开头，只能包含英文字母、数字、中划线和下划线。";
    VERSION = "Kafka version", "Kafka 版本";
    VERSION_HINT = "It cannot be changed later.", "创建后不可更改。";
    TAGS_HINT = "Up to 20 pairs, to find and bill instances by.", "最多 20 个，便于查找实例和分账。";
    PROJECT_HINT = "Needed by enterprise accounts; 0 is the default project.", "企业项目账号必填，0 表示默认企业项目。";

    SPEC = "Specification", "规格";
    ARCH = "CPU architecture", "CPU 架构";
    FLAVOUR = "Flavour", "产品规格";
    FLAVOUR_COLUMN = "Flavour (per broker)", "规格（单 Broker）";
    PARTITIONS = "Partitions", "分区数上限";
    TPS = "Messages/s", "TPS";
    BANDWIDTH = "MB/s", "带宽 (MB/s)";
    DISK_RANGE = "Disk, GB", "存储空间 (GB)";
    BROKER_RANGE = "Brokers", "Broker 数量";
    NO_PRODUCTS = "The service offers no flavours here.", "当前区域没有可售的产品规格。";
    BROKERS_HINT = "{min} to {max} with this flavour. Brokers can be added later, never removed.", "该规格支持 {min}~{max} 个 Broker。后续只能增加，不能减少。";
    BROKERS_BEFORE = "Choose a flavour first.", "请先选择产品规格。";
    STORAGE = "Storage of all brokers", "总存储空间";
    STORAGE_HINT = "{min} to {max} GB in steps of {step}. It can grow later, never shrink.", "{min}~{max} GB，步长 {step} GB。后续只能扩容，不能缩容。";
    PER_BROKER = "{n} GB per broker", "每个 Broker {n} GB";
    DISK = "Disk type", "磁盘类型";
    DISK_HIGH_HINT = "For everyday load.", "适合一般业务负载。";
    DISK_ULTRA_HINT = "Lower latency, higher throughput.", "时延更低，吞吐量更高。";
    ENCRYPT = "Encrypt the disks", "磁盘加密";
    ENCRYPT_HINT = "Cannot be switched later. Throughput may drop a little.", "创建后不可更改，可能略微影响性能。";
    KEY = "Encryption key ID", "密钥 ID";
    KEY_HINT = "A key of your Key Management Service (DEW), enabled, in this region.", "本区域数据加密服务 (DEW) 中处于启用状态的密钥 ID。";
    RETENTION = "When the disk is full", "容量阈值策略";
    TIME_BASE_HINT = "Old messages go before their retention time is over; producers are not disturbed.", "优先删除最早的消息，可能早于老化时间，不影响生产者。";
    REJECT_HINT = "Nothing is lost early; producers get errors until there is room.", "不会提前删除消息，空间释放前生产者将收到错误。";

    NETWORK = "Network", "网络";
    ZONES = "Availability zones", "可用区";
    ZONES_HINT = "One zone, or three or more to survive the loss of a zone. They cannot be changed later.", "选择 1 个，或 3 个及以上（可容忍单可用区故障）。创建后不可更改。";
    ZONE_SOLD_OUT = "sold out", "已售罄";
    ZONE_NO_DISK = "no disks of this type left", "该磁盘类型已售罄";
    ZONE_DEFAULT = "default", "默认";
    NO_VPC_LIST = "This API cannot list your networks: copy the IDs from the VPC console.", "DMS 接口无法查询您的网络资源，请从虚拟私有云控制台复制相应 ID。";
    VPC = "VPC ID", "虚拟私有云 ID";
    SUBNET = "Subnet network ID", "子网的网络 ID";
    SUBNET_HINT = "The network ID on the subnet's page, with DHCP on. VPC and subnet cannot be changed later.", "子网详情页中的网络 ID，子网需开启 DHCP。虚拟私有云与子网创建后不可更改。";
    GROUP = "Security group ID", "安全组 ID";
    GROUP_HINT = "It must let clients reach the Kafka ports (9092 and up).", "需放通客户端访问 Kafka 的端口（9092 及以上）。";
    PUBLIC = "Reachable from the internet", "开启公网访问";
    PUBLIC_IPS = "Elastic IP IDs", "弹性公网 IP 的 ID";
    PUBLIC_IPS_HINT = "One per broker: {have} of {want} entered. Separate them with commas or line breaks.", "每个 Broker 一个，已填 {have} 个，需要 {want} 个。用逗号或换行分隔。";

    ACCESS = "Access", "访问方式";
    SECURITY = "Client authentication", "客户端认证";
    SECURITY_HINT = "This can never be changed after creation.", "创建后不支持更改。";
    PLAINTEXT = "None (plaintext)", "明文访问";
    PLAINTEXT_HINT = "Anyone who reaches the ports can read and write.", "能访问端口的客户端均可收发消息。";
    SASL = "SASL", "SASL 认证";
    SASL_HINT = "Clients sign in with user and password.", "客户端需使用用户名和密码认证。";
    PROTOCOL = "Security protocol", "安全协议";
    SASL_SSL_HINT = "Encrypted with TLS.", "使用 TLS 加密传输，安全性更高。";
    SASL_PLAINTEXT_HINT = "Not encrypted, faster; SCRAM-SHA-512 only.", "明文传输，性能更好，仅支持 SCRAM-SHA-512。";
    MECHANISMS = "SASL mechanisms", "SASL 认证机制";
    PLAIN_HINT = "Simple; the password travels to the broker.", "简单的用户名密码校验。";
    SCRAM_HINT = "Safer; the password itself is never sent.", "用户凭证校验，安全性更高。";
    USER = "User name", "用户名";
    PASSWORD = "Password", "密码";
    VPC_PLAIN = "Also let clients inside the VPC in without authentication", "同时允许 VPC 内明文访问";
    VPC_PLAIN_HINT = "On a port of its own.", "使用独立端口。";
    MANAGER = "Kafka Manager", "Kafka Manager";
    MANAGER_HINT = "An optional web tool of the instance. Fill in both fields or neither.", "可选。实例自带的 Web 管理工具，用户名和密码需同时填写。";
    MANAGER_USER = "Manager user", "Kafka Manager 用户名";
    MANAGER_PASSWORD = "Manager password", "Kafka Manager 密码";

    OPERATION = "Operation", "运维与功能";
    WINDOW = "Maintenance window", "维护时间窗";
    WINDOW_HINT = "Four hours a day in which the service may restart things.", "平台可能在该时段内进行维护操作。";
    WINDOW_AUTO = "Let the service choose (02:00 – 06:00)", "由系统分配 (02:00 – 06:00)";
    WINDOW_DEFAULT = "default", "默认";
    AUTO_TOPIC = "Create topics automatically", "自动创建 Topic";
    AUTO_TOPIC_HINT = "A topic that a client names for the first time comes into being with 3 partitions and 3 replicas. A typing error makes a topic, too.", "客户端首次使用的 Topic 会自动创建（3 分区、3 副本）。注意：名称写错也会创建。";
    CONNECTOR = "Message dumping", "开启消息转储";
    CONNECTOR_HINT = "Dump tasks copy messages to object storage (OBS).", "可创建转储任务，将消息转储到对象存储服务 (OBS)。";
    CONNECTOR_NONE = "This flavour has no message dumping.", "该规格不支持消息转储。";

    BILLING = "Billing", "计费";
    PREPAID_HINT = "Paid in advance for months or years.", "按月或按年预付费。";
    HOURLY_HINT = "Paid by the hour; can be deleted at any time.", "按实际使用时长计费，可随时删除。";
    PERIOD = "Period", "购买时长";
    MONTHS = "Months", "月";
    YEARS = "Years", "年";
    MONTHS_N = "{n} months", "{n} 个月";
    YEARS_N = "{n} years", "{n} 年";
    PERIOD_HINT = "1 to {max}.", "1~{max}。";
    AUTO_RENEW = "Renew automatically when the period ends", "到期自动续费";
    AUTO_PAY = "Pay from the account at once", "自动支付";
    AUTO_PAY_HINT = "Otherwise the order waits in the billing centre, and creation begins only once it is paid.", "不勾选时，需在费用中心手动支付订单，支付后才开始创建。";

    PERIOD_UNIT = "Period unit", "计费周期";
    ODD_ID = "This does not look like an ID (32 hexadecimal digits). {hint}", "看起来不像资源 ID（32 位十六进制字符），请核对。{hint}";
    RULE_LENGTH = "{min} to {max} characters", "{min}~{max} 个字符";
    RULE_CLASSES = "Three of: lower case, upper case, digits, special characters", "包含小写字母、大写字母、数字、特殊字符中的至少 3 种";
    RULE_OTHER = "Not the user name, not even backwards", "不能是用户名或用户名的倒序";
    CHOOSE_MECHANISM = "Choose at least one mechanism.", "请至少选择一种认证机制。";
}
