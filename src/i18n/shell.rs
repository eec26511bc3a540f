//! Texts of the frame around the pages.

crate::messages! {
    INSTANCES = "Instances", "实例";
    OVERVIEW = "Overview", "概览";
    TOPICS = "Topics", "Topic";
    NEW_TOPIC = "New topic", "创建 Topic";
    EDIT_TOPIC = "Edit", "编辑";
    GROUPS = "Consumer groups", "消费组";
    RESET_GROUP = "Reset offsets", "重置消费进度";
    COORDINATORS = "Coordinators", "协调器";
    USERS = "Users", "用户";
    PERMISSIONS = "Permissions", "权限";
    BROKERS = "Brokers", "Broker";
    MONITORING = "Monitoring", "监控指标";
    SETTINGS = "Settings", "设置";
    RESIZE = "Resize", "变更规格";
    TASKS = "Background tasks", "后台任务";
    REASSIGN = "Move partitions", "分区迁移";
    COMPARE_TOPICS = "Compare topics", "对比 Topic";
    NEW_GROUP = "New consumer group", "创建消费组";
    TRACE = "Message trace", "消息轨迹";
    DEAD_LETTERS = "Dead letters", "死信消息";
    MIGRATIONS = "Metadata migration", "元数据迁移";
    NEW_MIGRATION = "New migration", "创建迁移任务";
    NEW_KAFKA = "New Kafka instance", "创建 Kafka 实例";
    NEW_ROCKETMQ = "New RocketMQ instance", "创建 RocketMQ 实例";
    JOURNAL = "Request journal", "请求日志";
    GALLERY = "Components", "组件";
    TOOLS = "Tools", "工具";
    SIGN_IN = "Sign in", "登录";

    NAVIGATION = "Main", "主导航";
    BREADCRUMB = "You are here", "当前位置";
    SKIP = "Skip to content", "跳到正文";
    COLLAPSE = "Collapse the navigation", "收起导航";
    EXPAND = "Expand the navigation", "展开导航";
    SWITCH_INSTANCE = "Switch instance", "切换实例";
    CURRENT_INSTANCE = "Current instance", "当前实例";

    LANGUAGE = "Language", "语言";
    DISPLAY = "Display", "显示设置";
    THEME_AUTO = "Theme like the system", "主题：跟随系统";
    THEME_LIGHT = "Light", "浅色";
    THEME_DARK = "Dark", "深色";
    THEME_CONTRAST = "High contrast", "高对比度";
    DENSITY_NORMAL = "Normal rows", "标准行高";
    DENSITY_COMPACT = "Compact rows", "紧凑行高";
    ZONE_LOCAL = "Local time", "本地时间";
    ZONE_UTC = "UTC", "UTC 时间";

    CONNECTION = "Connection", "当前连接";
    SIGNED_IN_AS = "Signed in as {user}", "登录用户：{user}";
    PROJECT = "Project {name}", "项目：{name}";
    COPY_PROJECT_ID = "Copy project ID", "复制项目 ID";
    PROJECT_ID_COPIED = "Project ID copied", "项目 ID 已复制";
    VERSION_1 = "Version 1 of the API for Kafka", "Kafka 使用 V1 版 API";
    VERSION_1_SHORT = "API V1", "V1 API";
    VERSION_1_TIP = "Kafka instances and topics are asked for with version 1 of the API, which says less: what it leaves out shows as unknown. Switch in the menu of the connection.",
        "Kafka 实例和 Topic 通过 V1 版 API 查询，返回的信息较少，缺失内容显示为未知。可在连接菜单中切换。";
    SIGN_OUT = "Sign out", "退出登录";
    READ_ONLY = "Read-only", "只读";
    READ_ONLY_TIP = "This console only reads: every change is refused.", "本控制台为只读模式，所有变更操作都会被拒绝。";

    OFFLINE = "You are offline. What you see may be out of date.", "网络已断开，当前显示的内容可能不是最新的。";
    ENDS_SOON = "Session ends {when}", "登录将于{when}失效";
    RENEW = "Renew", "续期";

    AGAIN_TITLE = "Sign in again", "重新登录";
    AGAIN_ENDED = "Your sign-in is no longer accepted. Nothing on this page is lost.",
        "登录已失效。本页面内容不会丢失，重新登录后可继续操作。";
    AGAIN_RENEW = "A new sign-in replaces the one that is about to end.", "重新登录将替换即将失效的登录。";
    AGAIN_LEAVE = "Sign out instead", "退出登录";

    STAY = "Stay", "留在本页";

    NOT_FOUND = "There is no such page", "页面不存在";
    NOT_FOUND_TEXT = "The address may be mistyped, or from another version of this console.",
        "地址可能有误，或来自其他版本的控制台。";
    TO_INSTANCES = "Go to the instances", "前往实例列表";

    PART_TITLE = "This part of the console could not be loaded", "控制台的这一部分加载失败";
    PART_TEXT = "The network may be down. If the console has been updated since you opened it, reload the page.",
        "可能是网络中断。如果打开页面后控制台已更新，请刷新页面。";
    RELOAD = "Reload the page", "刷新页面";
}
