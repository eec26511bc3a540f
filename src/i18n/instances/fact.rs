//! Names of an instance's facts (K5.1.3, R5.1.3), in the groups that the overview shows.

crate::messages! {
    BASICS = "Basics", "基本信息";
    CONNECTION = "Connection", "连接信息";
    NETWORK = "Network", "网络";
    SECURITY = "Security", "安全";
    STORAGE = "Storage", "存储";
    MAINTENANCE = "Maintenance", "维护";
    BILLING = "Billing", "计费";
    FEATURES = "Features", "功能";
    OTHER = "Other", "其他";

    VERSION = "Engine version", "引擎版本";
    TYPE = "Type", "实例类型";
    TYPE_CLUSTER = "Cluster", "集群";
    TYPE_SINGLE = "Single node", "单机";
    SPECIFICATION = "Specification", "规格";
    PRODUCT = "Flavour", "产品规格";
    RESOURCE_SPEC = "Resource specification", "资源规格标识";
    BROKERS = "Brokers", "Broker 数量";
    NODES = "Nodes", "节点数";
    PARTITION_LIMIT = "Partition limit", "分区数上限";
    CREATED_BY = "Created by", "创建人";
    ENTERPRISE_PROJECT = "Enterprise project", "企业项目";

    ADDRESS = "Private address", "内网连接地址";
    PUBLIC_ADDRESS = "Public address", "公网连接地址";
    IPV6_ADDRESS = "IPv6 address", "IPv6 连接地址";
    PRIVATE_ADDRESS = "Private link address", "私有连接地址";
    POD_ADDRESS = "Tenant-side address", "租户侧连接地址";
    MANAGER_ADDRESS = "Kafka Manager", "Kafka Manager 地址";
    MANAGER_PUBLIC_ADDRESS = "Kafka Manager (public)", "Kafka Manager 公网地址";
    REST_ADDRESS = "Kafka REST", "Kafka REST 地址";
    NAMESRV = "Name servers", "元数据地址 (NameServer)";
    BROKER_ADDRESS = "Brokers", "业务数据地址 (Broker)";
    PUBLIC_NAMESRV = "Name servers (public)", "公网元数据地址";
    PUBLIC_BROKER = "Brokers (public)", "公网业务数据地址";
    CROSS_VPC = "Cross-VPC access", "跨 VPC 访问";

    ZONES = "Zones", "可用区";
    VPC = "VPC", "虚拟私有云";
    SUBNET = "Subnet", "子网";
    SUBNET_RANGE = "Subnet range", "子网网段";
    SECURITY_GROUP = "Security group", "安全组";
    PUBLIC_ACCESS = "Public access", "公网访问";
    PUBLIC_STATE = "Public access state", "公网访问状态";
    PUBLIC_SINCE = "Public access switch", "公网访问开关";
    PUBLIC_BANDWIDTH = "Public bandwidth", "公网带宽";
    MBIT = "{n} Mbit/s", "{n} Mbit/s";
    PUBLIC_IPS = "Public IPs", "弹性公网 IP";
    PUBLIC_IP_IDS = "Public IP IDs", "弹性公网 IP 的 ID";
    IPV6 = "IPv6", "IPv6";

    SASL = "SASL authentication", "SASL 认证";
    TLS = "TLS", "TLS 加密";
    PROTOCOL = "Security protocol", "安全协议";
    MECHANISMS = "SASL mechanisms", "SASL 认证机制";
    ACCESS_USER = "First user", "初始用户名";
    TWO_WAY = "Client certificates", "双向认证";
    CERT_REPLACED = "Certificate replaceable", "支持替换证书";
    PLAIN_IN_VPC = "Plaintext inside the VPC", "VPC 内明文访问";
    ACL = "Access control", "访问控制 (ACL)";
    ENCRYPTED = "Disk encryption", "磁盘加密";
    ENCRYPTION_KEY = "Encryption key", "磁盘加密密钥";

    USED = "Used", "已用";
    BOUGHT = "Disk bought", "磁盘总容量";
    USABLE = "Usable for messages", "消息可用容量";
    DISK_KIND = "Disk type", "磁盘类型";
    STORAGE_TYPE = "Storage type (API name)", "存储类型（API 名称）";
    STORAGE_RESOURCE = "Storage resource", "存储资源 ID";
    EXTENDED = "Times extended", "已扩容次数";
    EXTENDED_OF = "{n} of 20", "{n} / 20 次";
    LOGICAL_VOLUME = "Grows without restart", "扩容无需重启";
    RETENTION_POLICY = "When the disk is full", "磁盘写满时";

    WINDOW = "Maintenance window", "维护时间窗";
    LOG_COLLECTION = "Log collection", "日志收集";
    MONITORING = "Monitoring version", "云监控版本";
    AGENT = "Agent", "代理 (Agent)";

    CHARGING = "Billing mode", "计费模式";
    ORDER = "Order", "订单 ID";
    NEW_BILLING = "Billed by new flavours", "新规格计费";
    SERVICE_TYPE = "Service type", "服务类型";

    AUTO_TOPIC = "Automatic topic creation", "自动创建 Topic";
    MANAGER = "Kafka Manager", "Kafka Manager";
    MANAGER_USER = "Kafka Manager user", "Kafka Manager 用户名";
    CONNECTOR = "Message dumping", "消息转储";
    CONNECTOR_ID = "Dump task", "转储任务 ID";
    REST = "Kafka REST", "Kafka REST";
    MESSAGE_QUERY = "Message query", "消息查询";
    TRACE = "Message trace", "消息轨迹";
    DISASTER = "Disaster recovery", "容灾实例";
    SUPPORTS = "Supported features (API names)", "支持的特性（API 名称）";
}
