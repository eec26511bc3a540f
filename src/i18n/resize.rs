//! Texts of the page that changes an instance's size.

crate::messages! {
    TITLE = "Resize", "变更规格";
    INTRO = "One change at a time. Nothing can be made smaller again but the flavour.",
        "每次只能进行一种变更。除规格外，其他变更不支持缩容。";
    KIND = "What to change", "变更类型";
    STORAGE = "Larger disks", "扩容存储";
    BROKERS = "More brokers", "增加 Broker";
    FLAVOUR = "Another flavour", "变更规格";
    STORAGE_HINT = "{now} GB now, up to {max} GB", "当前 {now} GB，最大 {max} GB";
    BROKERS_HINT = "{now} now, up to {max}", "当前 {now} 个，最多 {max} 个";
    FLAVOUR_HINT = "{now} now", "当前 {now}";
    OWN_FLAVOUR = "now", "当前";
    STORAGE_FULL = "The disks are as large as this flavour has them.", "存储空间已达到该规格的上限。";
    STORAGE_TIMES = "Disks can grow {max} times, and have.", "存储空间最多可扩容 {max} 次，已用完。";
    BROKERS_FULL = "There are as many brokers as this flavour can have.", "Broker 数量已达到该规格的上限。";
    FLAVOUR_NONE = "No other flavour has room for these brokers and disks.", "没有其他规格能容纳当前的 Broker 和存储。";

    NEW_STORAGE = "Disk of all brokers afterwards", "扩容后总存储空间";
    NEW_STORAGE_HINT = "{min} to {max} GB in steps of {step}: each broker gets at least 100 GB more.",
        "{min}~{max} GB，步长 {step} GB，每个 Broker 至少增加 100 GB。";
    NEW_BROKERS = "Brokers afterwards", "变更后 Broker 数量";
    NEW_BROKERS_HINT = "{min} to {max}. Each new one gets a disk like the others.", "{min}~{max} 个，新增 Broker 的磁盘与现有的相同。";
    PUBLIC_IPS = "Elastic addresses of the new brokers (IDs)", "新增 Broker 的弹性公网 IP（ID）";
    PUBLIC_IPS_HINT = "One for each new broker, separated by commas or line breaks.", "每个新增 Broker 一个，以逗号或换行分隔。";
    PRIVATE_IPS = "Private addresses of the new brokers", "新增 Broker 的内网 IP";
    PRIVATE_IPS_HINT = "Optional, at most one for each new broker.", "可选，每个新增 Broker 最多一个。";
    NEW_FLAVOUR = "New flavour", "新规格";

    PATH = "Path of the API", "接口路径";
    PATH_HINT = "Newer editions of the service have the second one only.", "较新的服务版本仅支持第二种。";
    PATH_OLD = "/v2/kafka/{project}/…/extend", "/v2/kafka/{project}/…/extend";
    PATH_NEW = "/v2/{project}/kafka/…/extend", "/v2/{project}/kafka/…/extend";

    REVIEW = "What it changes", "变更内容";
    L_STORAGE = "Disk of all brokers", "总存储空间";
    L_EACH = "Disk of one broker", "单个 Broker 存储";
    L_TIMES = "Expansions used", "已扩容次数";
    L_BROKERS = "Brokers", "Broker 数量";
    L_FLAVOUR = "Flavour", "规格";
    L_PARTITIONS = "Most partitions", "分区上限";
    L_BANDWIDTH = "Bandwidth, MB/s", "带宽（MB/s）";
    L_TPS = "Messages/s", "TPS";
    OF_TIMES = "{n} of {max}", "{n} / {max}";
    NOTE_LOGICAL = "Brokers go on without a restart. Disks can never shrink again.", "扩容期间 Broker 不重启，存储空间不支持缩容。";
    NOTE_STORAGE = "Brokers may restart one after the other; clients with their addresses reconnect. Disks can never shrink again.",
        "扩容期间 Broker 可能逐个重启，客户端会自动重连。存储空间不支持缩容。";
    NOTE_BROKERS = "Nothing restarts. New brokers hold no partitions until some are moved to them, and brokers can never be taken away again.",
        "不会重启。新增 Broker 上没有分区，需要迁移分区后才会承担流量。Broker 数量不支持减少。";
    NOTE_FLAVOUR = "Brokers restart one after the other: topics with a single replica are away meanwhile, other clients reconnect. Prices change.",
        "Broker 会逐个重启：单副本 Topic 在此期间不可用，其他客户端会自动重连。费用会随之变化。";
    CLIENTS = "Add the addresses of the new brokers to the clients' list of servers.", "请在客户端的服务地址列表中加入新增 Broker 的地址。";

    SUBMIT = "Resize", "提交变更";
    CONFIRM_TITLE = "Resize {name}?", "变更 {name} 的规格？";
    WAITS = "An instance can be resized while it is running.", "仅运行中的实例可以变更规格。";
    NOTHING_YET = "Choose a size first.", "请先选择变更后的规格。";
    BEGUN = "The change has begun", "已开始变更规格";
    DONE = "The instance has its new size", "变更已完成";
    FAILED = "The change failed. Nothing was made smaller; the task below has what the service says.",
        "变更失败，实例未缩容，详情见下方任务。";
    FOLLOW = "Under way", "变更进度";
    AGAIN = "Change something else", "继续变更";
    MOVE = "Move partitions to the new brokers", "迁移分区到新增 Broker";
}
