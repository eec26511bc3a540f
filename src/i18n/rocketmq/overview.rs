//! Texts of a RocketMQ instance's overview.

use crate::messages;

messages! {
    ACCESS = "Access", "访问";
    ACL = "Access control", "访问控制 (ACL)";
    ON = "On", "已开启";
    OFF = "Off", "未开启";
    ACL_OFF_NOTE = "Anyone who reaches the ports can read and write every topic.", "能访问端口的客户端均可读写全部 Topic。";
    ACL_ON_NOTE = "Clients need a user's name and secret key.", "客户端需要用户名和密钥。";
    TO_USERS = "Users", "用户";
    PUBLIC = "Public access", "公网访问";
    PUBLIC_NOTE = "Changed with Edit: it needs the IDs of elastic IPs.", "通过“编辑”修改，需要弹性公网 IP 的 ID。";
    TLS = "TLS", "TLS 加密";
    TLS_NOTE = "Fixed when the instance was created.", "创建实例时设置，不可修改。";
    NOT_RUNNING = "Only possible while the instance is running.", "仅运行中的实例可操作。";

    BROKERS = "Brokers", "Broker";
    BROKER = "Broker", "Broker";
    MASTER = "Master", "主节点";
    REPLICAS = "Replicas", "副本";
    REPLICA_ID = "ID {id}", "ID {id}";
    NO_MASTER = "none named", "未返回";
    NO_BROKERS = "The service names no brokers.", "服务端未返回 Broker。";
    WAITS = "Shown once the instance is running.", "实例进入运行中后显示。";

    CROSS_VPC = "Access from other networks", "跨 VPC 访问";
    CROSS_VPC_HINT = "What clients in other VPCs are told in place of the private address.", "其他 VPC 的客户端使用的地址。";
    PRIVATE_ADDRESS = "Private address", "内网地址";
    ADVERTISED = "Advertised address", "对外地址";
    ROLE = "Role", "角色";
    ROLE_BROKER = "Broker", "Broker";
    ROLE_SERVER = "Name server", "NameServer";
    PORT = "Port", "端口";
    PORT_ID = "Network port ID", "网络端口 ID";
    UNREADABLE = "The service's text names no address:", "服务端返回的内容中没有地址：";

    MONITORING = "Names for monitoring", "监控名称";
    MONITORING_HINT = "Dimensions, metrics and names as Cloud Eye wants them in queries and alarms, ready to copy.",
        "云监控查询与告警所需的维度、指标和名称，可直接复制。";
    MONITORING_SHOW = "Show names", "显示名称";
    DIMENSION = "Dimension", "维度";
    METRICS = "Metrics", "指标";
    KEYS = "Key in the list below", "下方列表中的键";
    ROUTE = "Path", "路径";
    INSTANCES = "Instance", "实例";
    NODES = "Nodes", "节点";
    TOPICS = "Topics", "Topic";
    GROUPS = "Groups", "消费组";
    DEAD_LETTERS = "Dead-letter topics", "死信 Topic";
    NAMES_MORE = "{n} more; copying takes all.", "还有 {n} 个，复制时包含全部。";
    COPY_ALL = "Names: {n}", "共 {n} 个名称";
    NOTE_SIGNS = "In metrics the signs % and | of a name show as _.", "监控指标中，名称里的 % 和 | 显示为 _。";
    NO_NAMES = "None", "无";
}
