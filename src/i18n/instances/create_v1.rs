//! Texts of the form that orders a Kafka instance with version 1 of the API.

crate::messages! {
    TITLE = "Create Kafka instance (API V1)", "创建 Kafka 实例（V1 API）";
    STATE = "Version 1 of the API sells bandwidth: brokers and partitions follow from it.",
        "V1 版 API 按基准带宽售卖，Broker 数量和分区数由带宽决定。";
    FLAVOUR = "Bandwidth", "基准带宽";
    FLAVOUR_HINT = "{tps} messages/s · {partitions} partitions · disks from {storage} GB",
        "{tps} 条/秒 · {partitions} 个分区 · 存储空间 {storage} GB 起";
    STORAGE_HINT = "{min} to {max} GB for all brokers together. It can grow later, never shrink.",
        "总存储空间 {min}~{max} GB。后续只能扩容，不能缩容。";
    SASL = "Clients sign in (SASL)", "开启 SASL 认证";
    SASL_HINT = "This can never be changed after creation.", "创建后不支持更改。";
    LATER = "Tags can be added once the instance is there.", "标签可在实例创建后添加。";
}
