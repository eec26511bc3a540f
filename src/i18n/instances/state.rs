//! States of instances: their words, and what they mean for the user.

crate::messages! {
    CREATING = "Creating", "创建中";
    CREATE_FAILED = "Creation failed", "创建失败";
    RUNNING = "Running", "运行中";
    ERROR = "Faulty", "故障";
    RESTARTING = "Restarting", "重启中";
    STARTING = "Starting", "启动中";
    STOPPING = "Stopping", "停止中";
    EXTENDING = "Changing", "变更中";
    EXTEND_FAILED = "Change failed", "变更失败";
    FROZEN = "Frozen", "已冻结";
    FREEZING = "Freezing", "冻结中";
    UPGRADING = "Upgrading", "升级中";
    ROLLING_BACK = "Rolling back", "回滚中";
    DELETING = "Deleting", "删除中";
    DELETED = "Deleted", "已删除";

    ABOUT_CREATING = "The instance is being created; that usually takes 10 to 15 minutes. This page follows along, you need not reload.",
        "实例正在创建，一般需要 10~15 分钟。页面会自动刷新状态，无需手动刷新。";
    ABOUT_CREATE_FAILED = "The instance could not be created. It holds no data and costs nothing; all you can do is delete it and create another. Frequent causes: the flavour is sold out in the zone, the subnet has no free addresses, a quota is used up. The API does not say which.",
        "实例创建失败。该实例没有任何数据，也不计费，只能删除后重新创建。常见原因：可用区内该规格已售罄、子网 IP 地址不足、配额已用完。接口未返回具体原因。";
    ABOUT_ERROR = "The instance has a fault: clients may not be able to send or receive. A restart helps in some cases; if it does not, open a service ticket with the instance ID.",
        "实例发生故障，客户端可能无法收发消息。部分情况下重启可恢复；若仍未恢复，请携带实例 ID 提交工单。";
    ABOUT_RESTARTING = "The brokers are being restarted, usually for 3 to 15 minutes. Clients are refused meanwhile.",
        "正在重启，一般需要 3~15 分钟。期间客户端无法收发消息。";
    ABOUT_EXTENDING = "The specification is being changed. Other changes have to wait until this is done.",
        "正在变更规格。变更完成前无法执行其他操作。";
    ABOUT_EXTEND_FAILED = "The last change of specification failed. The instance serves with its old specification where it can; try the change again or open a service ticket.",
        "上一次规格变更失败，实例将尽可能以原规格继续提供服务。请重试变更或提交工单。";
    ABOUT_FROZEN = "The instance is out of service because of an unpaid bill. Pay it to have the instance back; otherwise it will be deleted with all its messages.",
        "实例因欠费已冻结，无法提供服务。续费后可恢复；逾期未续费，实例及全部消息将被删除。";
    ABOUT_UPGRADING = "The software is being upgraded. Clients may be disconnected for moments; they reconnect by themselves.",
        "正在升级版本。期间客户端可能短暂断开，随后会自动重连。";
    ABOUT_ROLLING_BACK = "An upgrade failed and is being undone.", "升级失败，正在回滚到原版本。";
    ABOUT_DELETING = "The instance is being deleted with everything in it.", "正在删除实例及其中的全部数据。";
}
