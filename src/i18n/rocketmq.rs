//! Texts of RocketMQ instances: one module per area as in `src/pages/rocketmq/`, and here what several use.

pub mod dead_letters;
pub mod groups;
pub mod messages;
pub mod migrations;
pub mod overview;
pub mod topics;
pub mod trace;
pub mod users;
pub mod verify;

crate::messages! {
    BROKER = "Broker", "Broker";
    BROKERS = "Brokers", "Broker";
    BROKERS_HINT = "Can be chosen in version 4.8.0 only.", "仅 4.8.0 版本支持指定。";
    QUEUE = "Queue", "队列";
    QUOTA = "{used} of {max} used, {left} left", "已用 {used} / {max}，剩余 {left}";
    UNKNOWN = "unknown", "未知";
    VERSION_FIVE_ONLY = "Version 5 only.", "仅 5.x 版本支持。";
    NEWER_ONLY = "Newer editions of the service only; older ones ignore it.", "仅新版服务支持，旧版会忽略。";
    AS_OF = "as of {time}", "数据时间 {time}";

    // Who may use it
    POLICIES = "Authorised users", "授权用户";
    USER = "User", "用户";
    ADMIN = "Administrator", "管理员";
    RIGHT = "May", "权限";
    WHITE_LIST = "Addresses without a key", "免密 IP 地址";
    MAY_PRODUCE = "produce", "发布";
    MAY_CONSUME = "consume", "订阅";
    MAY_BOTH = "produce and consume", "发布和订阅";
    MAY_NOTHING = "nothing (denied)", "无权限（拒绝）";
    NO_POLICIES = "No user has a right to it.", "没有用户获得授权。";
    NO_ACL = "Access control is off: every client that reaches the instance may use it.",
        "访问控制 (ACL) 未开启：能连接到实例的客户端均可使用。";
    ACL_UNKNOWN = "Whether access is controlled cannot be read, so the users are not known.",
        "无法获取访问控制 (ACL) 状态，因此授权用户未知。";
    TO_PERMISSIONS = "All permissions of the instance", "查看实例的全部权限";
}
