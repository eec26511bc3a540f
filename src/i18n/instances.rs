//! Texts of the instances pages.

pub mod create;
pub mod create_rocketmq;
pub mod create_v1;
pub mod detail;
pub mod fact;
pub mod list;
pub mod state;
pub mod tags;

crate::messages! {
    KAFKA = "Kafka", "Kafka";
    ROCKETMQ = "RocketMQ", "RocketMQ";
    ENGINE = "Engine", "引擎";
    INSTANCE_ID = "Instance ID", "实例 ID";
    GB = "{n} GB", "{n} GB";
    UNKNOWN = "unknown", "未知";
    PAY_PER_USE = "Pay per use", "按需计费";
    PREPAID = "Yearly/monthly", "包年/包月";
    TIME_BASE = "Delete the oldest messages", "自动删除最早的消息";
    PRODUCE_REJECT = "Refuse new messages", "拒绝写入新消息";
    DISK_HIGH = "High I/O", "高 I/O";
    DISK_ULTRA = "Ultra-high I/O", "超高 I/O";
}
