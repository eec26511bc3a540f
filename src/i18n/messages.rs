//! Texts of the Kafka message pages.

use crate::messages;

messages! {
    TITLE = "Messages", "消息";
    PRODUCE = "Produce message", "生产消息";
    READ = "Read", "读取";
    STOP = "Stop", "停止";
    MORE = "Read more", "继续读取";

    // What to read
    ASK = "What to read", "读取条件";
    TOPIC = "Topic", "Topic";
    TOPIC_PLACEHOLDER = "Choose a topic", "选择 Topic";
    PARTITION = "Partition", "分区";
    ALL_PARTITIONS = "All partitions", "全部分区";
    FROM = "From", "起点";
    NEWEST = "Newest", "最新";
    OLDEST = "Oldest", "最早";
    AT_OFFSET = "Offset", "指定偏移";
    IN_TIME = "Time range", "时间范围";
    LIVE = "Live", "实时";
    OFFSET = "Offset", "偏移";
    START = "From", "开始";
    END = "To", "结束";
    BY_CONTENT = "Content", "内容";
    KEY_HAS = "Key contains", "Key 包含";
    BODY_HAS = "Body contains", "消息体包含";
    BODY_LACKS = "Body does not contain", "消息体不含";
    WORDS_HINT = "word, another word", "关键词，用逗号分隔";
    WORD_HINT = "part of the key", "Key 的一部分";
    WHERE = "Where to look", "搜索范围";
    WHOLE_TOPIC = "Whole topic", "整个 Topic";
    FIND = "Search", "搜索";
    FIND_TITLE = "What to look for?", "搜索什么内容？";
    FIND_TEXT = "With several words, separated by commas, the body has to contain each. The service returns 10 messages at most.",
        "多个关键词用逗号分隔，消息体须全部包含。服务端最多返回 10 条。";
    NEEDS_WORDS = "Enter what the body or the key has to contain.", "请填写消息体或 Key 应包含的内容。";
    COUNT = "Messages", "条数";
    NEEDS_PARTITION = "Choose a partition: an offset belongs to one.", "请选择分区：偏移属于具体分区。";
    NEEDS_OFFSET = "Enter an offset.", "请填写偏移。";
    TIME_BACKWARDS = "The range ends before it begins.", "结束时间早于开始时间。";
    RECENT = "Recent", "最近";
    LAST = "Last {span}", "最近{span}";
    MINUTES_15 = "15 min", " 15 分钟";
    HOUR_1 = "hour", " 1 小时";
    DAY_1 = "day", " 1 天";
    DAYS_7 = "7 days", " 7 天";
    UTC = "UTC", "UTC";
    LOCAL_TIME = "local", "本地";

    NO_TOPIC_TITLE = "Which topic?", "查看哪个 Topic？";
    NO_TOPIC_TEXT = "Choose a topic above to read its messages.", "请在上方选择 Topic 以读取消息。";
    INCOMPLETE_TITLE = "Not yet complete", "条件不完整";
    NONE_TITLE = "No messages here", "没有消息";
    NONE_TEXT = "Nothing was found with what is asked above. Try another partition, a wider time range, or Oldest.",
        "按上述条件没有读到消息。可换分区、放宽时间范围，或从最早开始读取。";
    NONE_FOUND_TEXT = "Nothing that the service looked through has this. Capital and small letters may make a difference.",
        "服务端查看的消息中没有符合条件的。大小写可能有影响。";
    NONE_LIVE_TITLE = "Waiting for messages", "等待新消息";
    NONE_LIVE_TEXT = "What is produced from now on appears here.", "此后生产的消息会显示在这里。";

    // Columns
    TIME = "Time", "时间";
    KEY = "Key", "Key";
    BODY = "Body", "消息体";
    SIZE = "Size", "大小";
    NOT_LOADED = "not loaded", "未加载";
    DELETION = "no body (deletes its key)", "无消息体（删除该 key）";
    EMPTY = "empty", "空";
    NO_TIME = "no time", "无时间";

    // What has been read
    READING = "Reading…", "读取中…";
    REPORT = "Report of the reading", "读取说明";
    ASKED_NEWEST = "Asked: newest {n}, {where}", "请求：最新 {n} 条，{where}";
    ASKED_OLDEST = "Asked: oldest {n}, {where}", "请求：最早 {n} 条，{where}";
    ASKED_OFFSET = "Asked: {n} from offset {offset}, {where}", "请求：从偏移 {offset} 起 {n} 条，{where}";
    ASKED_TIME = "Asked: {n} from {start} to {end}, {where}", "请求：{start} 至 {end} 的 {n} 条，{where}";
    ASKED_SEARCH = "Asked: a search by content from {start} to {end}, {where}", "请求：{start} 至 {end} 按内容搜索，{where}";
    ASKED_WHOLE = "Asked: a search by content, {where}", "请求：按内容搜索，{where}";
    IN_PARTITION = "partition {p}", "分区 {p}";
    IN_ALL = "all partitions", "全部分区";
    LOOKED_AT_ONE = "Looked at {n} offset", "查看了 {n} 个偏移";
    LOOKED_AT_OTHER = "Looked at {n} offsets", "查看了 {n} 个偏移";
    HOLES = "{n} of them empty (compacted or deleted)", "其中 {n} 个无消息（已压缩或删除）";
    FOUND = "The service found {n}", "服务端查到 {n} 条";
    RETURNED = "Returned {n}", "返回 {n} 条";
    CALLS_ONE = "1 request, {took}", "1 次请求，{took}";
    CALLS = "{n} requests, {took}", "{n} 次请求，{took}";
    LEFT = "{n} more not read", "另有 {n} 条未读取";
    LEFT_SOME = "More may be there", "可能还有更多";
    ALL_READ = "That is all there is", "已全部读取";
    READING_FAILED = "The reading failed", "读取失败";
    THEN_FAILED = "Then the reading failed", "之后读取失败";
    STOPPED = "Stopped before the end", "已中途停止";
    STOPPED_TEXT = "Nothing was read yet. What is there is not known.", "尚未读到消息，是否有消息未知。";
    SPLIT = "The range was too wide for the service and was read in {n} parts", "时间范围过大，已拆成 {n} 段读取";
    CAPPED = "The service returns 10 at most of such a search and looks through 10 000 messages or 200 MB; more may match.",
        "按内容搜索时，服务端最多查看 10 000 条或 200 MB 消息，最多返回 10 条，可能还有其他匹配。";
    SEARCHED_ONE = "The topic has 1 message, and the service looks through it.", "Topic 只有 1 条消息，服务端会查看。";
    SEARCHED_OTHER = "There are {n} messages. The service looks through all of them unless they have more than 200 MB together.",
        "共有 {n} 条消息。总大小不超过 200 MB 时，服务端会全部查看。";
    TIME_NOTE = "Messages without a time of their own are not found by time.", "没有创建时间的消息无法按时间查到。";
    TOO_WIDE = "The service could not answer for this range, not even in parts. Try a narrower one.",
        "服务端无法返回该时间范围的结果（拆分后仍失败），请缩小范围。";
    CONTENTS = "Contents of {n} of {all} loaded", "已加载 {n} / {all} 条内容";
    LOAD_CONTENTS = "Load the contents of {n} more", "再加载 {n} 条内容";
    LOADING_CONTENTS = "Loading the contents of {n}…", "正在加载 {n} 条内容…";
    LEFT_OUT = "Messages whose contents are not loaded are left out by the filter.", "筛选时会略过未加载内容的消息。";

    // Following
    PAUSE = "Pause", "暂停";
    RESUME = "Resume", "继续";
    FOLLOWING = "Following {where}, asking every second", "正在跟踪{where}，每秒查询一次";
    PAUSED = "Paused; nothing is asked", "已暂停，不再查询";
    ARRIVING = "{n} per second arriving", "每秒到达 {n} 条";
    SHOWN = "{n} shown", "已显示 {n} 条";
    KEPT_LAST = "the last {n} kept, {dropped} older let go", "仅保留最近 {n} 条，已移除 {dropped} 条更早的消息";
    MISSED = "{n} not shown: more came than can be read, or their times are out of order", "{n} 条未显示：到达过快，或消息时间乱序";
    SHOW_GAP = "Show the last gap", "查看最近的缺口";

    // Filters
    SEARCH = "Search in what is loaded", "在已加载的消息中搜索";
    FILTER = "Filter", "筛选";
    FILTER_PLACEHOLDER = "$.customer.city = Oslo", "$.customer.city = Oslo";
    FILTER_HINT = "A path, key, body or partition; then = != ~ !~ < > <= >=; then a value", "路径、key、body 或 partition，加 = != ~ !~ < > <= >=，再加值";
    ONLY_LOADED = "{found} found in the {n} loaded; the other messages of the topic were not searched.", "已加载的 {n} 条中找到 {found} 条，未搜索 Topic 中的其余消息。";
    SEARCH_TOPIC = "Search in the whole topic", "搜索整个 Topic";
    SEARCH_RANGE = "Search in this time range", "搜索此时间范围";
    ADD_FILTER = "Add filter", "添加筛选";
    REMOVE_FILTER = "Remove filter {text}", "移除筛选 {text}";
    BAD_FILTER = "Write for example: $.customer.city = Oslo, key ~ order, $.total > 100", "示例：$.customer.city = Oslo，key ~ order，$.total > 100";
    BAD_PATH = "The path cannot be understood at character {at}.", "路径在第 {at} 个字符处无法识别。";
    ONLY_THIS = "Only messages with this value", "只看该值的消息";
    NOT_THIS = "Leave out messages with this value", "排除该值的消息";
    AS_COLUMN = "Show as a column", "显示为列";
    NO_COLUMN = "Remove the column", "移除该列";
    REMOVE_COLUMN = "Remove column {text}", "移除列 {text}";
    FIELD_COLUMNS = "Field columns", "字段列";

    // One message
    MESSAGE = "Message {place}", "消息 {place}";
    PREVIOUS = "Previous message (k)", "上一条 (k)";
    NEXT = "Next message (j)", "下一条 (j)";
    LINK = "Copy link", "复制链接";
    COPY_BODY = "Copy body", "复制消息体";
    COPY_KEY = "Copy key", "复制 key";
    DOWNLOAD = "Download", "下载";
    DOWNLOAD_BODY = "Body", "消息体";
    DOWNLOAD_ALL = "Message as JSON", "整条消息 (JSON)";
    REPRODUCE = "Edit and produce again", "编辑并重新生产";
    NO_KEY = "none", "无";
    HEADERS = "Headers", "消息头";
    NO_HEADERS = "The API does not give them", "API 不提供";
    START_ONLY = "This is the beginning. The whole body has {size}.", "仅显示开头部分，完整内容 {size}。";
    LOAD_WHOLE = "Load all of it", "加载全部";
    NO_SUCH_TITLE = "No message at {place}", "{place} 处没有消息";
    NO_SUCH_TEXT = "It may have been removed by retention or compaction, or not been written yet.", "可能已因保留时间或压缩而清理，或尚未写入。";

    // Export
    EXPORT = "Export", "导出";
    EXPORT_JSON = "JSON", "JSON";
    EXPORT_CSV = "CSV", "CSV";

    // Produce
    NEW_TITLE = "Produce a message", "生产消息";
    NEW_INTRO = "It is sent once, as it stands here; a message cannot be taken back.", "消息将按此处内容发送一次，发送后无法撤回。";
    BY_KEY = "Chosen by the key", "由 key 决定";
    PARTITION_HINT = "Without one, Kafka chooses: equal keys go to the same partition.", "不指定时由 Kafka 选择：相同 key 进入同一分区。";
    KEY_HINT = "Leave empty for a message without a key.", "留空表示没有 key。";
    SECTION_MESSAGE = "Message", "消息内容";
    BODY_LABEL = "Body", "消息体";
    BODY_SIZE = "{n} of at most {max}", "{n}，上限 {max}";
    BODY_JSON = "valid JSON", "有效 JSON";
    BODY_NOT_JSON = "not JSON: it ends to make sense at character {at}", "不是 JSON：第 {at} 个字符处无法识别";
    FORMAT = "Format JSON", "格式化 JSON";
    TOO_LARGE = "Key and body together have {size}; the topic takes {max} at most.", "key 与消息体共 {size}，超过 Topic 上限 {max}。";
    SEND = "Produce", "生产";
    AND_ANOTHER = "Stay here to produce another", "发送后留在此页继续";
    SENT = "Message produced to {topic}", "已向 {topic} 生产消息";
    SHOW_SENT = "Show it", "查看";
    COPY_OF = "A copy of message {place}, to be edited", "消息 {place} 的副本，可编辑";
    NO_CHARSET = "The body of the original cannot be sent as text without loss: parts of it were replaced by the service.",
        "原消息体含被服务端替换的字节，按文本重新发送会有丢失。";
    READ_ONLY = "This console is read-only.", "此控制台为只读模式。";
    SIZE_SUMMARY = "Size of key and body", "key 与消息体大小";
    GOES_TO = "Goes to", "发送到";

    // Delete
    DELETE = "Delete messages", "删除消息";
    DELETE_TITLE = "Delete messages of {topic}?", "删除 {topic} 的消息？";
    DELETE_BEFORE = "Before offset", "该偏移之前";
    DELETE_BEFORE_HINT = "This offset stays; empty deletes all there are now.", "该偏移本身保留；留空则删除现有全部消息。";
    DELETE_LOSS = "Messages that are lost: {n}. Partitions: {partitions}.", "将丢失 {partitions} 个分区的 {n} 条消息。";
    DELETE_FOR_GOOD = "They cannot be brought back, and consumers that have not read them never will.",
        "删除后无法恢复，尚未消费的消费者将读不到这些消息。";
    DELETED_TOAST = "Messages deleted", "消息已删除";
}
