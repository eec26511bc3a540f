//! Texts of the trace page.

use crate::messages;

messages! {
    TITLE = "Message trace", "消息轨迹";
    INTRO = "What happened to one message: producer, broker, each consumer group.",
        "一条消息的完整经过：生产者、Broker、各消费组。";
    FORM = "Which message", "查询消息轨迹";
    ID = "Message ID", "消息 ID";
    TOPIC = "Topic (optional)", "Topic（可选）";
    SHOW = "Show", "查询";
    WHICH_TITLE = "Which message?", "查询哪条消息？";
    WHICH_TEXT = "Enter the ID that the producer or the broker gave it, or come here from a message's panel.",
        "请填写生产者或 Broker 生成的消息 ID，也可以从消息详情进入本页。";
    OPEN_MESSAGE = "Open the message", "打开消息";

    // What it tells
    SUMMARY = "What the trace tells", "轨迹说明";
    SENT_WELL = "{producer} sent it to {broker} at {at}; that took {cost}.", "{producer} 于 {at} 发送到 {broker}，耗时 {cost}。";
    SENT_BADLY = "{producer} could not send it at {at}.", "{producer} 于 {at} 发送失败。";
    COMMITTED = "Its transaction was committed: consumers get it.", "事务已提交，消费者可以收到。";
    ROLLED_BACK = "Its transaction was rolled back: no consumer ever gets it.", "事务已回滚，消费者不会收到。";
    UNDECIDED = "Its transaction is not decided: the broker asks the producer again until it is.",
        "事务尚未决定，Broker 会继续向生产者回查。";
    CHECKED = "The broker had to ask for it.", "结果由 Broker 回查得到。";
    CONSUMED_ONE = "{group} consumed it at the first delivery.", "{group} 首次投递即消费成功。";
    CONSUMED_MORE = "{group} consumed it; {n} deliveries.", "{group} 已消费成功，共投递 {n} 次。";
    FAILING_ONE = "{group} failed at the only delivery so far: {how}.", "{group} 仅投递 1 次，失败：{how}。";
    FAILING = "{group} failed at all {n} deliveries so far: {how}.", "{group} 已投递 {n} 次，全部失败：{how}。";
    WAITING = "{group} got it and has not told the end: still at work, or the client has died.",
        "{group} 已收到，但没有结束记录：可能仍在处理，或客户端已退出。";
    SEE_DEAD = "Dead letters of {group}", "{group} 的死信消息";
    SEE_RETRIES = "Its retries", "重试消息";
    NO_CONSUMER = "No consumer group has told of it: none subscribes to it, none has got that far, or their clients do not trace.",
        "没有消费组的记录：没有订阅该消息、尚未消费到，或消费者客户端未开启轨迹。";
    NO_PRODUCER = "Nobody has told of the sending: the producer does not trace, or its part has been removed.",
        "没有发送记录：生产者未开启轨迹，或该部分记录已被清理。";

    // Time axis
    AXIS = "Time axis", "时间轴";
    TO_SCALE = "True to scale", "按实际比例";
    SHORTENED = "Long waits are shortened.", "较长的等待已缩短显示。";
    AXIS_NAME = "Time axis with {n} events; the table below has the same", "时间轴，{n} 个事件，内容与下方表格相同";
    PRODUCER = "Producer", "生产者";
    BROKER = "Broker", "Broker";
    GROUP = "Consumer group", "消费组";
    EVENTS = "Events", "事件";
    AT = "Time", "时间";
    AFTER = "After", "距开始";
    WHO = "Who", "角色";
    WHAT = "What", "事件";
    RESULT = "Result", "结果";
    COST = "Took", "耗时";
    CLIENT = "Client", "客户端";
    IN_TOPIC = "In topic", "所在 Topic";

    SENT = "Sent", "发送";
    STORED = "Stored", "存储";
    TRANSACTION = "Transaction ended", "事务结束";
    TRANSACTION_CHECK = "Transaction check", "事务回查";
    DELIVERED = "Delivered", "投递";
    RETRIED = "Delivered, retry {n}", "投递（第 {n} 次重试）";
    WELL = "Done", "成功";
    FAILED = "Failed", "失败";
    COMMIT = "Commit", "提交";
    ROLLBACK = "Rollback", "回滚";
    UNKNOWN = "Not decided", "未决定";
    NO_END = "No end told", "无结束记录";
    HOW_TIMEOUT = "took too long", "消费超时";
    HOW_EXCEPTION = "exception in the consumer", "消费者抛出异常";
    HOW_NULL = "the consumer returned nothing", "消费者返回空";
    HOW_FAILED = "the consumer wants it again later", "消费者要求稍后重试";
    HOW_OTHER = "status {n}", "状态 {n}";

    // Facts
    KEYS = "Keys", "Key";
    TAG = "Tag", "Tag";
    BODY_LENGTH = "Body", "消息体";
    KIND = "Kind", "消息类型";
    KIND_NORMAL = "Normal", "普通消息";
    KIND_HALF = "Transaction, not ended", "事务消息（未结束）";
    KIND_COMMIT = "Transaction", "事务消息";
    KIND_DELAY = "Delayed", "延时消息";
    KIND_ORDER = "Ordered", "顺序消息";
    MORE = "The service has {total} entries; {n} were given.", "服务端共有 {total} 条记录，返回了 {n} 条。";

    // Nothing there
    NONE_TITLE = "No trace of {id}", "没有 {id} 的轨迹";
    NONE_TEXT = "The likely reasons, and what to do:", "可能的原因及处理办法：";
    IS_THERE = "The message itself is there, stored {at}: so its ID is right.", "消息本身存在，存储于 {at}，因此消息 ID 无误。";
    IS_NOT_THERE = "The topic has no message with this ID: check both, or search the messages.",
        "该 Topic 中没有此 ID 的消息：请核对 ID 和 Topic，或先查询消息。";
    WHY_OFF = "The clients do not trace. In Java, producer and consumer are made with enableMsgTrace = true; other clients have an option of their own.",
        "客户端未开启轨迹。Java 客户端创建生产者和消费者时需设置 enableMsgTrace = true，其他语言有各自的选项。";
    WHY_SOON = "It is too early: clients send traces in batches, a few seconds later. Refresh.",
        "时间太短：客户端每隔几秒批量上报轨迹，请稍后刷新。";
    WHY_ID = "The ID is not the message's. Dead letters and retries keep the producer's ID and have another one of the broker's.",
        "消息 ID 不对。死信和重试消息保留生产者的消息 ID，但 Broker 的消息 ID 不同。";
    WHY_OLD = "It is too long ago: traces are messages, too, and go when their time is over.",
        "时间太久：轨迹也是消息，超过保留时间后会被清理。";
    WHY_RIGHTS = "With access control, the clients' user needs the right to publish to the trace topic.",
        "开启 ACL 时，客户端所用的用户需要有轨迹 Topic 的发布权限。";
    SEARCH_MESSAGES = "Search the messages", "查询消息";
}
