//! Texts of the form that creates a RocketMQ instance, where they are not Kafka's as well.

crate::messages! {
    TITLE = "Create RocketMQ instance", "创建 RocketMQ 实例";
    VERSION = "RocketMQ version", "RocketMQ 版本";
    TOPICS = "Topics", "Topic 数上限";
    GROUP_HINT = "It must let clients reach the ports of the name servers and of the brokers.",
        "需放通客户端访问 NameServer 和 Broker 的端口。";
    PUBLIC_IPS_HINT = "{have} entered. Separate them with commas or line breaks.", "已填 {have} 个。用逗号或换行分隔。";
    IPV6 = "IPv6", "开启 IPv6";
    IPV6_HINT = "The subnet must have IPv6. It cannot be changed later.", "子网需支持 IPv6，创建后不可更改。";
    TLS = "TLS", "SSL 加密";
    TLS_HINT = "Clients connect encrypted. It cannot be changed later.", "客户端通过 SSL 加密连接，创建后不可更改。";
    ACL = "Access control", "访问控制 (ACL)";
    ACL_HINT = "Only users whom you add later may produce and consume.", "仅后续添加并授权的用户可以收发消息。";
}
