//! Texts of background tasks.

crate::messages! {
    TITLE = "Background tasks", "后台任务";
    COUNT_ONE = "{n} task", "{n} 个任务";
    COUNT_OTHER = "{n} tasks", "{n} 个任务";
    RUNNING_NOW = "{n} under way", "{n} 个进行中";
    SEARCH = "Search tasks", "搜索任务";
    EMPTY_TITLE = "No tasks", "没有任务";
    EMPTY_TEXT = "What takes the service some time, such as a change of size, shows here with its parameters.",
        "耗时的操作（例如变更规格）会显示在这里，可查看其参数和进度。";
    EMPTY_SPAN = "No task began in this stretch of time.", "该时间段内没有任务。";

    TASK = "Task", "任务";
    STATE = "State", "状态";
    PARAMETERS = "Parameters", "参数";
    BEGUN = "Began", "开始时间";
    TOOK = "Took", "耗时";
    ENDED = "Last heard of", "最近更新";
    BY = "By", "执行者";
    TASK_ID = "Task ID", "任务 ID";
    NO_PARAMETERS = "No parameters.", "没有参数。";
    DOCUMENT = "As the service keeps them", "原始参数";
    PROGRESS = "Partitions moved", "已迁移分区";
    MOVED_OF = "{n} of {all} partitions moved", "已迁移 {n} / {all} 个分区";

    TIME = "Time", "时间";
    LAST_HOUR = "Last hour", "最近 1 小时";
    LAST_DAY = "Last 24 hours", "最近 24 小时";
    LAST_WEEK = "Last 7 days", "最近 7 天";
    LAST_MONTH = "Last 30 days", "最近 30 天";
    OWN_SPAN = "From … to …", "自定义时间段";
    FROM = "Began at or after", "开始时间不早于";
    TO = "Began at or before", "开始时间不晚于";
    BACKWARDS = "The end is before the beginning, so no task can be in between.", "结束时间早于开始时间，不会有任何任务。";

    WAITING = "Waiting", "等待中";
    RUNNING = "Under way", "进行中";
    SUCCESS = "Done", "成功";
    FAILED = "Failed", "失败";
    RECORD_DELETED = "Deleted", "已删除";
    STATE_UNKNOWN = "Unknown", "未知";

    DELETE = "Delete the record", "删除记录";
    DELETE_TITLE_ONE = "Delete the record of “{name}”?", "删除“{name}”的记录？";
    DELETE_TITLE_OTHER = "Delete the records of {n} tasks?", "删除 {n} 个任务的记录？";
    DELETE_LOSS = "Only the record goes. A task that is under way goes on, but nothing shows how far it is.",
        "仅删除记录。进行中的任务会继续执行，但无法再查看其进度。";
    DELETE_LIST = "Tasks whose records go", "将删除记录的任务";
    DELETED_TOAST_ONE = "Record deleted", "记录已删除";
    DELETED_TOAST_OTHER = "{n} records deleted", "已删除 {n} 条记录";
    RESULT_TITLE = "{ok} deleted, {failed} failed", "成功 {ok} 条，失败 {failed} 条";
    DELETED = "Deleted", "已删除";
    NOT_DELETED = "Not deleted", "未删除";
    GONE = "This task has no record any more. It may have been deleted.", "该任务已没有记录，可能已被删除。";
    OPEN_LIST = "All tasks", "全部任务";

    CREATE_INSTANCE = "Create instance", "创建实例";
    RESTART_INSTANCE = "Restart instance", "重启实例";
    DELETE_INSTANCE = "Delete instance", "删除实例";
    EXTEND_INSTANCE = "Resize instance", "变更实例规格";
    REASSIGN = "Move partitions", "分区迁移";
    AUTO_TOPIC = "Switch automatic topics", "修改自动创建 Topic";
    CROSS_VPC = "Change cross-VPC addresses", "修改跨 VPC 访问地址";
    RETENTION = "Change full-disk policy", "修改容量阈值策略";
    PASSWORD = "Reset password", "重置密码";
    MANAGER_PASSWORD = "Reset Manager password", "重置 Manager 密码";
    RESTART_MANAGER = "Restart Manager", "重启 Manager";
    DELETE_TOPICS = "Delete topics", "批量删除 Topic";
    DELETE_GROUPS = "Delete groups", "批量删除消费组";
    UPDATE_GROUPS = "Change groups", "批量修改消费组";
    PUBLIC_ADDRESS = "Bind public address", "绑定公网地址";

    P_KIND = "Kind", "类型";
    P_STORAGE = "Disk of all brokers, GB", "总存储空间（GB）";
    P_BROKERS = "Brokers", "Broker 数量";
    P_FLAVOUR = "Flavour", "规格";
    P_AUTO_TOPIC = "Automatic topics", "自动创建 Topic";
    P_RETENTION = "When disks are full", "容量阈值策略";
    P_USER = "User", "用户";
    P_ADDRESSES = "Addresses", "访问地址";
    P_TOPICS = "Topics", "Topic 列表";
    P_TOPIC = "Topic", "Topic";
    P_GROUPS = "Groups", "消费组";
    P_PARTITIONS = "Partitions", "分区";
    P_REASSIGNMENTS = "Topics to move", "迁移的 Topic";
    P_THROTTLE = "Limit, bytes/s", "限流（字节/秒）";
    P_AT = "Begins at", "计划时间";
    P_TO_MOVE = "Partitions to move", "待迁移分区";
    P_MOVED = "Moved", "已迁移";
    P_ENGINE = "Engine", "引擎";
    P_PUBLIC_IP = "Elastic addresses", "弹性公网 IP";
    P_INSTANCE = "Instance", "实例";
    P_PUBLIC = "Public access", "公网访问";
    KIND_STORAGE = "larger disks", "扩容存储";
    KIND_HORIZONTAL = "more brokers", "增加 Broker";
    KIND_VERTICAL = "another flavour", "变更规格";
}
