//! Texts of the consumer group pages.

use crate::messages;

messages! {
    TITLE = "Consumer groups", "消费组";
    COUNT_ONE = "{n} group", "{n} 个消费组";
    COUNT_OTHER = "{n} groups", "{n} 个消费组";
    LAG_AS_OF = "lag as of {time}", "积压采样时间 {time}";
    TAB_GROUPS = "Groups", "消费组";
    TAB_COORDINATORS = "Coordinators", "协调器";
    TABS = "Consumer groups and coordinators", "消费组与协调器";

    CREATE = "Create group", "创建消费组";
    EXPORT_CSV = "Export CSV", "导出 CSV";
    SEARCH = "Search by name or description", "按名称或描述搜索";
    OPEN_PAGE = "Open page", "打开详情页";
    RESET = "Reset offsets", "重置消费进度";
    DELETE = "Delete", "删除";

    NAME = "Name", "名称";
    STATE = "State", "状态";
    MEMBERS = "Members", "成员数";
    LAG = "Total lag", "总积压";
    TREND = "Trend", "积压趋势";
    RATE = "Lag per minute", "每分钟积压变化";
    READ_RATE = "Committed", "提交速率";
    WRITE_RATE = "Produced", "生产速率";
    DRAIN = "Caught up in", "预计追平";
    COORDINATOR = "Coordinator", "协调器";
    BROKER = "Broker {id}", "Broker {id}";

    STATE_DEAD = "Dead", "已失效";
    STATE_EMPTY = "Empty", "无成员";
    STATE_PREPARING = "Rebalancing", "准备重平衡";
    STATE_COMPLETING = "Assigning", "分配分区中";
    STATE_STABLE = "Stable", "稳定";
    STATE_UNKNOWN = "Unknown", "未知";
    LAG_ANY = "With lag", "有积压";
    LAG_NONE = "Caught up", "无积压";
    LAG_GROWING = "Growing", "积压增长中";

    UNKNOWN = "unknown", "未知";
    MEASURING = "measuring…", "采样中…";
    MEASURING_TIP = "Known after three refreshes: the service gives no history.", "服务端不提供历史数据，刷新三次后得出。";
    UNKNOWN_LAG_TIP = "The service does not say how far this group is behind.", "服务端未提供该消费组的积压。";
    CAUGHT_UP = "no lag", "无积压";
    KEEPS_UP = "keeps up", "消费正常";
    STANDING = "not shrinking", "未减少";
    NOBODY_READS = "nobody reads it", "无人消费";
    GROWING = "growing", "增长中";
    STUCK = "nothing committed for {span}", "{span}无提交";
    ABOUT = "about {span}", "约 {span}";
    SECONDS = "{n} s", "{n} 秒";
    MINUTES = "{n} min", "{n} 分钟";
    HOURS = "{h} h {m} min", "{h} 小时 {m} 分";
    IN_DAYS = "{n} days or more", "{n} 天以上";
    PER_MINUTE = "{n} per minute", "每分钟 {n} 条";
    LESS_THAN_ONE = "less than 1 per minute", "每分钟不到 1 条";
    TREND_LABEL = "Lag of the last {n} s: {first} to {last}", "最近 {n} 秒的积压：{first} → {last}";

    EVERY = "Every {n} s", "每 {n} 秒";
    EVERY_OFF = "Off", "关闭";
    AUTO_REFRESH = "Auto-refresh", "自动刷新";

    EMPTY_TITLE = "No consumer groups yet", "还没有消费组";
    EMPTY_TEXT = "A group appears as soon as a consumer joins it. It can also be created here beforehand.",
        "消费者加入后消费组会自动出现，也可在此提前创建。";
    NOT_FOUND_TITLE = "No such consumer group", "消费组不存在";
    NOT_FOUND_TEXT = "This instance has no group called {name}. It may have been deleted, or expired without members.",
        "该实例没有名为 {name} 的消费组，可能已被删除，或无成员后过期。";
    BACK_TO_LIST = "Back to the group list", "返回消费组列表";

    // Create
    CREATE_TITLE = "Create a consumer group", "创建消费组";
    CREATE_HINT = "Consumers name the group in their group.id. Nothing is consumed until one joins.",
        "消费者通过 group.id 指定消费组，有消费者加入后才会开始消费。";
    CREATED_TOAST = "Group {name} created", "消费组 {name} 已创建";

    // Delete
    DELETE_TITLE_ONE = "Delete group {name}?", "删除消费组 {name}？";
    DELETE_TITLE_OTHER = "Delete {n} groups?", "删除 {n} 个消费组？";
    DELETE_LOSS = "Their committed offsets are lost: consumers that join again start where their own settings say.",
        "已提交的消费进度将丢失：消费者重新加入时按自身配置决定起始位置。";
    DELETE_LIVE_ONE = "{n} of them has members. The service refuses to delete it until its consumers are stopped.",
        "其中 {n} 个仍有成员，须先停止消费者，否则服务端会拒绝删除。";
    DELETE_LIVE_OTHER = "{n} of them have members. The service refuses to delete those until their consumers are stopped.",
        "其中 {n} 个仍有成员，须先停止消费者，否则服务端会拒绝删除。";
    DELETE_LIST = "Groups to be deleted", "将被删除的消费组";
    DELETE_COUNT_WORD = "delete {n}", "删除 {n}";
    DELETED = "Deleted", "已删除";
    NOT_DELETED = "Not deleted", "未删除";
    DELETE_REFUSED = "The service did not delete it and gives no reason.", "服务端未删除且未说明原因。";
    RESULT_TITLE = "{ok} deleted, {failed} failed", "成功 {ok} 个，失败 {failed} 个";
    RETRY_FAILED = "Retry the failed ones", "重试失败项";
    DELETED_TOAST_ONE = "Group {name} deleted", "消费组 {name} 已删除";
    DELETED_TOAST_OTHER = "{n} groups deleted", "已删除 {n} 个消费组";

    // Detail
    STRATEGY = "Assignment strategy", "分区分配策略";
    OFFSETS = "Partitions", "分区消费进度";
    TOPIC = "Topic", "Topic";
    PARTITION = "Partition", "分区";
    COMMITTED = "Committed offset", "已提交偏移";
    END = "End offset", "末尾偏移";
    PARTITION_LAG = "Lag", "积压";
    MEMBER = "Member", "成员";
    NEVER_COMMITTED = "none", "未提交";
    NOBODY = "unassigned", "未分配";
    MEMBERS_TITLE = "Members", "成员";
    CLIENT = "Client ID", "客户端 ID";
    MEMBER_ID = "Member ID", "成员 ID";
    HOST = "Address", "地址";
    ASSIGNED = "Assigned partitions", "分配的分区";
    IDLE_MEMBER = "none: there are more members than partitions", "无：成员数多于分区数";
    NO_MEMBERS = "No consumer is in this group right now.", "该消费组当前没有消费者。";
    TOPICS_TITLE = "Topics", "Topic";
    PARTITIONS = "Partitions", "分区数";
    UNASSIGNED_ONE = "{n} partition is assigned to no member: nobody reads it.", "{n} 个分区未分配给任何成员，无人消费。";
    UNASSIGNED_OTHER = "{n} partitions are assigned to no member: nobody reads them.", "{n} 个分区未分配给任何成员，无人消费。";
    NO_OFFSETS = "The group has neither committed an offset nor been assigned a partition.", "该消费组既未提交消费进度，也未分配分区。";
    ALL_TOPICS = "All topics", "全部 Topic";
    ONLY_LAGGING = "Only with lag", "仅显示有积压";
    DESCRIPTION = "Description", "描述";
    DESCRIBE = "Change the description", "修改描述";
    DESCRIBE_TITLE = "Description of {name}", "{name} 的描述";
    DESCRIBED_TOAST = "Group {name} saved", "消费组 {name} 已保存";
    FORGET = "Forget its offsets…", "清除消费进度…";
    FORGET_LIVE = "Works once the group has no members.", "消费组无成员时可用。";
    FORGET_TITLE = "Forget the group's offsets in {topic}?", "清除该消费组在 {topic} 中的消费进度？";
    FORGET_TEXT = "The group's lag on this topic goes away. Should a consumer of the group read the topic again, it starts where its own settings say.",
        "该 Topic 上的积压将不再统计；若消费者再次消费该 Topic，将按自身配置决定起始位置。";
    FORGET_ACTION = "Forget offsets", "清除进度";
    FORGET_REFUSED = "The service did not forget them ({code}).", "服务端未能清除（{code}）。";
    FORGOTTEN_TOAST = "Offsets in {topic} forgotten", "已清除在 {topic} 中的消费进度";
    SAMPLES = "as of {time}", "采样时间 {time}";

    // Several descriptions
    DESCRIBE_MANY = "Edit description", "修改描述";
    DESCRIBE_MANY_TITLE_ONE = "Description of {n} group", "修改 {n} 个消费组的描述";
    DESCRIBE_MANY_TITLE_OTHER = "Description of {n} groups", "修改 {n} 个消费组的描述";
    DESCRIBE_MANY_HINT = "All of them get the same description. Empty takes it away.", "全部设为同一描述，留空则清除。";
    DESCRIBE_CHANGES = "What changes", "变更内容";
    DESCRIBE_SAME = "No description changes.", "描述均无变化。";
    DESCRIBE_RESULT = "{ok} changed, {failed} failed", "成功 {ok} 个，失败 {failed} 个";
    DESCRIBE_DONE = "Changed", "已修改";
    DESCRIBE_FAILED = "Not changed", "未修改";
    DESCRIBE_UNEXPLAINED = "The service gives no reason.", "服务端未说明原因。";
    DESCRIBE_MANY_TOAST_ONE = "{n} group saved", "已保存 {n} 个消费组";
    DESCRIBE_MANY_TOAST_OTHER = "{n} groups saved", "已保存 {n} 个消费组";

    // Page by page
    VIEWS = "Ways to look at the group", "查看方式";
    VIEW_WHOLE = "Overview", "概览";
    VIEW_PAGES = "For large groups", "分页查看";
    PAGES_INTRO = "For groups too large to be read at once. Searching and sorting are done by the service; needs a newer edition.",
        "适用于无法一次读取的大型消费组，由服务端完成搜索与排序，需新版服务支持。";
    PAGE_SHOWN = "{from}-{to} of {total}", "{from}–{to} / {total}";
    PAGE_EARLIER = "Page before", "上一页";
    PAGE_LATER = "Next page", "下一页";
    BY_LAG = "Most lag first", "积压由高到低";
    BY_NAME = "By name", "按名称";
    BY_PARTITIONS = "Most partitions first", "分区数由多到少";
    SORT = "Order", "排序";
    TOPIC_PART = "Part of the topic's name", "Topic 名称（部分）";
    HOST_PART = "Part of the address", "地址（部分）";
    ID_PART = "Part of the ID", "成员 ID（部分）";
    START = "Start offset", "起始偏移";
    BEHIND_START = "behind the oldest message", "落后于最早消息";
    ONE_TOPIC = "Topic", "Topic";
    NONE_FITS = "Nothing fits.", "没有符合条件的数据。";

    // Coordinators
    COORDINATORS_INTRO = "Each group is managed by one broker, which keeps its offsets and members.",
        "每个消费组由一个 Broker 管理，负责保存其消费进度与成员信息。";
    ADDRESS = "Address", "地址";
    GROUPS_ON_BROKER = "Groups", "消费组数";
    GROUP = "Group", "消费组";
    BROKERS_TITLE = "Groups per broker", "各 Broker 的消费组数";
    NO_COORDINATORS = "No group has a coordinator.", "没有消费组分配协调器。";
    SEARCH_COORDINATORS = "Search by group or broker", "按消费组或 Broker 搜索";

    // Reset
    RESET_TITLE = "Reset offsets of {name}", "重置 {name} 的消费进度";
    RESET_GOING = "Offsets are being moved.", "正在重置消费进度。";
    RESET_OVER = "This plan has been carried out. “Before” is where the group stood.", "该计划已执行，“重置前”为原消费进度。";
    RESET_INTRO = "Nothing moves until the plan has been confirmed.", "确认计划之前不会改变任何消费进度。";
    STEP_TARGET = "Where to", "目标位置";
    STEP_PLAN = "Plan", "计划";
    TO = "Move the group", "重置到";
    TO_EARLIEST = "To the oldest messages", "最早消息";
    TO_EARLIEST_HINT = "Everything kept is read again.", "重新消费全部现存消息。";
    TO_LATEST = "To the end", "最新位置";
    TO_LATEST_HINT = "Everything not read yet is skipped.", "跳过全部未消费消息。";
    TO_TIME = "To a time", "指定时间";
    TO_TIME_HINT = "To the first message at or after it.", "该时间及之后的第一条消息。";
    TO_OFFSET = "To an offset", "指定偏移";
    TO_OFFSET_HINT = "The same in each partition, or one of its own.", "各分区相同，或单独指定。";
    TO_SHIFT = "By a number of messages", "按条数移动";
    TO_SHIFT_HINT = "Negative goes back, positive skips.", "负数回退重读，正数向前跳过。";
    TO_COPY = "To where another group is", "复制其他消费组";
    TO_COPY_HINT = "Copies its offsets of the same partitions.", "复制其在相同分区的消费进度。";
    TO_LIST = "To saved offsets", "已保存的进度";
    TO_LIST_HINT = "From a file saved here before a reset.", "使用重置前保存的文件。";
    TIME = "Time", "时间";
    TIME_ZONE_LOCAL = "local time", "本地时间";
    TIME_ZONE_UTC = "UTC", "UTC";
    TIME_HINT = "Each partition goes to its first message at or after this time. Where that cannot be found out beforehand, the service decides during the reset.",
        "每个分区移动到该时间及之后的第一条消息；无法事先查到的分区由服务端在重置时定位。";
    USUAL_TIMES = "Usual times", "常用时间";
    AGO_15_MIN = "15 min ago", "15 分钟前";
    AGO_1_H = "1 h ago", "1 小时前";
    AGO_6_H = "6 h ago", "6 小时前";
    AGO_24_H = "24 h ago", "24 小时前";
    TODAY = "Start of today", "今天零点";
    TIME_WRONG = "Choose a date and a time.", "请选择日期和时间。";
    OFFSET = "Offset", "偏移";
    SHIFT = "Messages", "消息条数";
    SHIFT_HINT = "-100 replays the last 100 messages of each partition, 100 skips the next 100.",
        "-100 表示每个分区重读最近 100 条，100 表示向前跳过 100 条。";
    SOURCE = "Copy from", "来源消费组";
    SOURCE_SAME = "Choose another group.", "请选择其他消费组。";
    SOURCE_NONE = "Choose a group.", "请选择消费组。";
    LIST = "Offsets", "进度列表";
    LIST_HINT = "One line per partition: topic,partition,offset. Partitions not listed stay where they are.",
        "每行一个分区：topic,partition,offset。未列出的分区保持不变。";
    LIST_WRONG = "Line {n} cannot be read: it should be topic,partition,offset.", "第 {n} 行无法识别，格式应为 topic,partition,offset。";
    OPEN_FILE = "Open a saved file", "打开已保存的文件";
    FILE_UNREAD = "The file cannot be read.", "无法读取该文件。";
    NEWER_CALL = "Send it by the newer way", "使用新版接口";
    NEWER_CALL_HINT = "DMS has two requests that do the same. Choose this one if an instance does not know the usual one.", "DMS 提供两个作用相同的接口；若实例不支持默认接口，请勾选此项。";
    TOPICS = "Topics", "Topic 范围";
    OWN_OFFSET = "Set an offset of its own…", "单独指定偏移…";
    OWN_OFFSET_TITLE = "Offset of {topic}, partition {n}", "{topic} 分区 {n} 的偏移";
    OWN_OFFSET_REMOVE = "Use the common offset", "使用统一偏移";

    OLD = "Now", "当前";
    BEFORE = "Before", "重置前";
    NEW = "New", "重置后";
    EFFECT = "Effect", "影响";
    RESULT = "Result", "结果";
    SKIPS = "skips {n}", "跳过 {n} 条";
    REPLAYS = "replays {n}", "重读 {n} 条";
    EFFECT_NONE = "no message", "无影响";
    EFFECT_UNKNOWN = "unknown", "未知";
    KNOWN_AFTER = "known after the reset", "重置后可知";
    STAYS_THERE = "stays: already there", "不变：已在该位置";
    STAYS_NO_OFFSET = "stays: no offset to move", "不变：无已提交偏移";
    STAYS_NOT_LISTED = "stays: no offset given for it", "不变：未指定其偏移";
    CLAMP_START = "wanted {n}, the oldest kept is {to}", "目标 {n} 早于最早保留的 {to}";
    CLAMP_END = "wanted {n}, the partition ends at {to}", "目标 {n} 超出末尾 {to}";
    CLAMPED = "adjusted", "已修正";
    CLAMPING = "Adjusted", "修正";
    SUM_MOVES_ONE = "{n} partition moves", "{n} 个分区变更";
    SUM_MOVES_OTHER = "{n} partitions move", "{n} 个分区变更";
    SUM_SKIPPED_ONE = "{n} message skipped", "跳过 {n} 条消息";
    SUM_SKIPPED_OTHER = "{n} messages skipped", "跳过 {n} 条消息";
    SUM_REPLAYED_ONE = "{n} message replayed", "重读 {n} 条消息";
    SUM_REPLAYED_OTHER = "{n} messages replayed", "重读 {n} 条消息";
    SUM_CLAMPED = "{n} adjusted to what is kept", "{n} 个已修正";
    SUM_UNKNOWN = "{n} unknown", "{n} 个未知";
    MESSAGES_NOTE = "Messages are counted by offsets; compaction and transactions leave gaps, so there may be fewer.",
        "消息数按偏移计算，压缩或事务会产生空洞，实际可能更少。";
    PICKED_ALL = "All partitions with a change are included. Untick those to leave alone.",
        "默认包含所有变更分区，取消勾选可排除。";
    CHOOSE_TARGET = "Choose where to move the group.", "请选择重置目标。";
    ENTER_TIME = "Enter a time.", "请填写时间。";
    NO_PLAN = "There is no plan yet: something is missing above.", "上方条件不完整，尚无计划。";
    NOTHING_MOVES = "The plan moves nothing.", "该计划不会改变任何分区。";
    LOOKING_UP = "Looking up offsets: {n} of {total}", "正在查询偏移：{n} / {total}";
    BOUNDS_UNKNOWN = "The oldest and newest offsets of {topic} cannot be read, so the plan for it is less certain.",
        "无法读取 {topic} 的最早与最新偏移，其计划可能不准确。";

    LIVE_TITLE = "The group has members, so its offsets cannot be reset", "消费组存在成员，无法重置消费进度";
    LIVE_TEXT_ONE = "{n} consumer is connected. Stop it, then wait until its session times out; this page checks again by itself.",
        "有 {n} 个消费者在线。请停止消费者并等待会话超时，本页会自动重新检查。";
    LIVE_TEXT_OTHER = "{n} consumers are connected. Stop them, then wait until their sessions time out; this page checks again by itself.",
        "有 {n} 个消费者在线。请停止消费者并等待会话超时，本页会自动重新检查。";
    CHECK_AGAIN = "Check again", "重新检查";
    STOPPED = "The group has no members: its offsets can be reset.", "消费组无成员，可以重置。";

    REVIEW = "Review and reset", "确认并重置";
    CONFIRM_TITLE_ONE = "Move {n} partition of {name}?", "重置 {name} 的 {n} 个分区？";
    CONFIRM_TITLE_OTHER = "Move {n} partitions of {name}?", "重置 {name} 的 {n} 个分区？";
    CONFIRM_TEXT = "The offsets of now are kept on this page, so that you can go back.", "当前进度会保留在本页，可用于还原。";
    CONFIRM_ACTION = "Reset offsets", "重置消费进度";
    BECAME_LIVE = "A consumer has joined meanwhile: nothing was changed.", "期间有消费者加入，未做任何修改。";
    APPLYING = "{n} of {total} partitions done", "已完成 {n} / {total} 个分区";
    WAITING = "waiting", "等待中";
    MOVING = "moving", "重置中";
    MOVED = "moved", "已重置";
    MOVED_TO = "moved to {n}", "已重置到 {n}";
    FAILED = "failed", "失败";
    DONE_ALL_ONE = "{n} partition moved", "已重置 {n} 个分区";
    DONE_ALL_OTHER = "{n} partitions moved", "已重置 {n} 个分区";
    DONE_SOME = "{ok} moved, {failed} failed", "成功 {ok} 个，失败 {failed} 个";
    SAVE_FORMER = "Save the former offsets", "保存重置前的进度";
    SAVE_NOW = "Save the current offsets", "保存当前进度";
    UNDO = "Undo this reset…", "撤销此次重置…";
    UNDO_INTRO = "The group was reset at {time}. Its former offsets are still here.", "该消费组于 {time} 被重置，之前的进度仍可还原。";
    UNDO_NO_OFFSET_ONE = "{n} partition had no offset before; no call of the service can take it away again.",
        "{n} 个分区之前没有进度，服务端没有接口可以清除新的进度。";
    UNDO_NO_OFFSET_OTHER = "{n} partitions had no offset before; no call of the service can take one away again.",
        "{n} 个分区之前没有进度，服务端没有接口可以清除新的进度。";
    NEW_PLAN = "Make another plan", "重新制定计划";
    TO_GROUP = "Back to the group", "返回消费组";
}
