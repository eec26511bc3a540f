//! Texts of the pages about RocketMQ's messages, beside those that Kafka's have.

use crate::messages;

messages! {
    // What to look for
    BY = "Look for", "查询方式";
    BY_TIME = "Time", "时间";
    BY_KEY = "Key", "Key";
    BY_ID = "Message ID", "消息 ID";
    KEY = "Message key", "消息 Key";
    ID = "Message ID", "消息 ID";
    TOPIC_PLACEHOLDER = "Topic, %RETRY%… or %DLQ%…", "Topic、%RETRY%… 或 %DLQ%…";
    RETRIES_OF = "Retries of {group}", "{group} 的重试消息";
    DEAD_OF = "Dead letters of {group}", "{group} 的死信消息";
    NEEDS_KEY = "Enter a key.", "请填写 Key。";
    NEEDS_ID = "Enter a message ID: the broker's or the producer's.", "请填写消息 ID（Broker 或生产者生成的均可）。";
    NEEDS_TIME = "A time in the address cannot be read.", "地址中的时间无法识别。";
    NONE_TIME = "No message was stored in this time. Try a wider range.", "该时间范围内没有存储消息，可放宽时间范围。";
    NONE_KEY = "No message of this time has this key. Keys are matched whole, and upper and lower case count.",
        "该时间范围内没有此 Key 的消息。Key 需完全匹配，区分大小写。";
    NONE_ID = "The topic has no message with this ID. It may have been removed when its time was over.",
        "该 Topic 中没有此 ID 的消息，可能已过保留时间被清理。";

    // What has been read
    ASKED_TIME = "Asked: {start} to {end}", "请求：{start} 至 {end}";
    ASKED_KEY = "Asked: key {key}, {start} to {end}", "请求：Key {key}，{start} 至 {end}";
    ASKED_ID = "Asked: ID {id}", "请求：ID {id}";
    READ_OF = "Read {n} of {total}", "已读取 {n} / {total}";
    READ = "Read {n}", "已读取 {n} 条";
    READ_MORE = "Read {n} more", "再读取 {n} 条";
    READ_ALL = "Read all", "读取全部";
    FILTERS_WHAT_IS_READ = "Search and filters look only at what has been read.", "搜索和筛选仅针对已读取的消息。";
    STRANGERS_ONE = "The service does not search by key: {n} message without it was read and left out. Read on to look further.",
        "服务端不支持按 Key 查询：已读取并略过 {n} 条不含该 Key 的消息，可继续读取。";
    STRANGERS_OTHER = "The service does not search by key: {n} messages without it were read and left out. Read on to look further.",
        "服务端不支持按 Key 查询：已读取并略过 {n} 条不含该 Key 的消息，可继续读取。";
    BUSY = "The service is busy with queries, or the range holds too much. Wait a moment, or shorten the range.",
        "服务端查询繁忙或范围内数据过多，请稍候或缩短时间范围。";

    // Columns and facts
    STORED = "Stored", "存储时间";
    BORN = "Produced", "生产时间";
    TAG = "Tag", "Tag";
    KEYS = "Keys", "Key";
    QUEUE = "Queue", "队列";
    QUEUE_OFFSET = "Offset", "偏移";
    RETRIES = "Retries", "重试次数";
    BORN_HOST = "Producer address", "生产者地址";
    STORE_HOST = "Broker address", "Broker 地址";
    UNIQUE_KEY = "Producer's ID", "生产者消息 ID";
    ORIGIN = "Original message", "原消息";
    FROM_TOPIC = "From topic", "来源 Topic";
    CRC = "Checksum", "校验和";
    CRC_RIGHT = "matches the body", "与消息体一致";
    CRC_WRONG = "does not match", "不一致";
    CRC_NONE = "not given", "未提供";
    CRC_CUT = "The body shown is not what the broker stored. The service replaces bytes that are no UTF-8, and may cut long bodies.",
        "所示消息体与 Broker 存储的不一致。服务端会替换非 UTF-8 字节，也可能截断较长的消息体。";
    PROPERTIES = "Properties", "属性";
    PROPERTY = "Property", "属性";
    VALUE = "Value", "值";
    NO_PROPERTIES = "None", "无";
    TRACE = "Trace", "查看轨迹";
    NO_SUCH_TITLE = "No message {id}", "没有消息 {id}";

    // Produce
    TO_TOPIC = "Topic", "Topic";
    KEYS_HINT = "To find it by, with blanks between.", "用于查询，多个以空格分隔。";
    TAG_HINT = "What consumers choose by; one.", "消费者按它过滤，只能有一个。";
    SHARDING = "Ordering key", "顺序 Key";
    SHARDING_HINT = "Messages with the same one stay in order.", "相同 Key 的消息保持顺序。";
    DELAY = "Delay", "延时";
    NO_DELAY = "None", "不延时";
    DELAY_LEVEL = "{span} (level {n})", "{span}（级别 {n}）";
    MORE_PROPERTIES = "More properties", "其他属性";
    PROPERTIES_HINT = "One per line: name=value. Write a line break in a value as \\n, a backslash as \\\\.",
        "每行一个：名称=值。值中的换行写作 \\n，反斜杠写作 \\\\。";
    BAD_LINE = "Line {n}: write name=value.", "第 {n} 行：请写作 名称=值。";
    OWN_FIELD = "Line {n}: {name} has a field of its own above.", "第 {n} 行：{name} 请在上方对应字段填写。";
    TWICE = "Line {n}: {name} is there already.", "第 {n} 行：{name} 重复。";
    BODY_TOO_LARGE = "The body has {size}; the service takes {max} at most.", "消息体 {size}，超过上限 {max}。";
    SENT_LATER = "Message accepted; {topic} gets it after the delay", "消息已接收，延时结束后进入 {topic}";
    COPY_OF = "A copy of message {id}, to be edited. It gets an ID of its own.", "消息 {id} 的副本，可编辑；发送后有新的消息 ID。";
    COPY_DAMAGED = "The body of the original cannot be sent again without loss: what is shown is not what the broker stored.",
        "原消息体无法无损重发：所示内容与 Broker 存储的不一致。";
    SPAN_SECONDS = "{n} s", "{n} 秒";
    SPAN_MINUTES = "{n} min", "{n} 分钟";
    SPAN_HOURS = "{n} h", "{n} 小时";
}
