//! Texts of the brokers' page.

crate::messages! {
    TITLE = "Brokers", "Broker";
    INTRO = "The cluster and what takes its disks.", "集群状态和磁盘使用情况。";

    ALL_WELL = "All brokers reachable, every partition has a leader, every replica is in sync",
        "全部 Broker 正常，所有分区均有 Leader，所有副本均已同步";
    BROKERS_DOWN = "Brokers not reachable: {n}", "{n} 个 Broker 异常";
    LEADERLESS = "Partitions without a leader: {n}", "{n} 个分区没有 Leader";
    OUT_OF_SYNC = "Replicas not in sync: {n}", "{n} 个副本未同步";
    NO_CONTROLLER = "No controller", "没有控制器";
    DRAIN = "Drain…", "清空…";
    DRAIN_OF = "Drain… broker {id}", "清空… Broker {id}";
    OPEN_BROKERS = "Brokers and disks", "查看 Broker 与磁盘";

    DISKS = "Disks", "磁盘";
    DISKS_HINT = "As the service measured them when asked.", "查询时由服务端采集。";
    DISK_OF = "Disk of {broker}", "{broker} 的磁盘";
    USED_OF = "{used} of {size} · {free} free", "已用 {used} / {size}，剩余 {free}";
    NOT_MEASURED = "Could not be measured: {why}", "采集失败：{why}";
    NO_DISKS = "The service names no disks.", "服务端未返回磁盘信息。";
    DISKS_WAIT = "Disks show once the instance is running.", "实例进入运行中后显示磁盘信息。";

    LARGEST = "What takes the disks", "占用最多的分区";
    LARGEST_HINT = "Replicas count: a topic with three replicas takes three times its messages.",
        "包含副本：3 副本的 Topic 占用 3 倍消息大小的空间。";
    VIEW = "Grouped by", "统计方式";
    BY_TOPIC = "topic", "按 Topic";
    BY_PARTITION = "partition", "按分区";
    BROKER = "Broker", "Broker";
    TOPIC = "Topic", "Topic";
    PARTITION = "Partition", "分区";
    REPLICAS = "Replicas", "副本数";
    SIZE = "Size", "大小";
    SHARE = "Share of the disk", "磁盘占比";
    SHARE_ALL = "Share of all disks", "总磁盘占比";
    MIN_SIZE = "Size from", "最小大小";
    ANY_SIZE = "1 KB", "1 KB";
    TOP = "How many", "数量";
    TOP_N = "{n} per broker", "每个 Broker {n} 个";
    MORE_THAN = "Disk share above", "占比超过";
    PERCENT = "{n} %", "{n}%";
    SEARCH = "Search topics", "搜索 Topic";
    CAPPED = "Only the {n} largest of each broker were asked for: sums by topic may be too small.",
        "每个 Broker 仅查询了最大的 {n} 个分区，按 Topic 的合计可能偏小。";
    NOTHING = "No partition is that large.", "没有达到该大小的分区。";
    LIST = "Largest partitions", "占用列表";
}
