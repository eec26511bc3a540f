//! Texts of the pages about migrations to RocketMQ instances.

use crate::messages;

messages! {
    TITLE = "Metadata migration", "元数据迁移";
    COUNT_ONE = "{n} task", "{n} 个任务";
    COUNT_OTHER = "{n} tasks", "{n} 个任务";
    NEW = "New migration", "创建迁移任务";
    SEARCH = "Search by name or ID", "按名称或 ID 搜索";
    NAME = "Task name", "任务名称";
    KIND = "From", "来源";
    KIND_ROCKETMQ = "RocketMQ", "RocketMQ";
    KIND_RABBITMQ = "RabbitMQ", "RabbitMQ";
    STATUS = "State", "状态";
    STARTED = "Started", "开始时间";
    TASK_ID = "Task ID", "任务 ID";
    CREATING = "Being set up", "创建中";
    STARTING = "At work", "进行中";
    FAILED = "Failed", "失败";
    PARTLY = "Partly done", "部分完成";
    WITH_FAILURES = "With failures", "有失败条目";
    WITH_FAILURES_TIP = "At least one entry could not be brought over. Open the task to see which.", "至少一个条目迁移失败，打开任务查看详情。";
    FINISHED = "Finished", "已完成";
    EMPTY_TITLE = "No migrations yet", "还没有迁移任务";
    EMPTY_TEXT = "Bring topics and groups here from the export file of another RocketMQ, or from the definitions of a RabbitMQ.",
        "通过其他 RocketMQ 的导出文件或 RabbitMQ 的 definitions 文件，将 Topic 和消费组迁移到该实例。";

    DELETE = "Delete", "删除";
    DELETE_TITLE_ONE = "Delete the migration {name}?", "删除迁移任务 {name}？";
    DELETE_TITLE_OTHER = "Delete {n} migrations?", "删除 {n} 个迁移任务？";
    DELETE_LOSS = "Only the record of the task goes. The topics and groups it made stay.", "仅删除任务记录，已创建的 Topic 和消费组会保留。";
    DELETE_LIST = "Tasks to be deleted", "将被删除的任务";
    DELETED = "Deleted", "已删除";
    NOT_DELETED = "Not deleted", "未删除";
    DELETE_SILENT = "The answer does not name it among those deleted.", "服务端返回的已删除列表中没有该任务。";
    RESULT_TITLE = "{ok} deleted, {failed} failed", "成功 {ok} 个，失败 {failed} 个";
    DELETED_ONE = "Migration {name} deleted", "迁移任务 {name} 已删除";
    DELETED_OTHER = "{n} migrations deleted", "已删除 {n} 个迁移任务";

    GONE = "This task is not there any more", "该任务已不存在";
    RESULTS = "What became of each entry", "各条目结果";
    RESULTS_SILENT = "The service does not say what became of each entry. Compare the lists of topics and groups with the file.",
        "服务端未返回各条目的结果，请对照 Topic 和消费组列表与导出文件检查。";
    RESULTS_WAIT = "The results show when the task is done.", "任务完成后显示结果。";
    RESULT_COUNTS = "{created} created, {changed} overwritten, {skipped} skipped, {failed} failed", "新建 {created}，覆盖 {changed}，跳过 {skipped}，失败 {failed}";
    RESULTS_MORE = "{n} more; export the results to see them.", "还有 {n} 条，请导出查看。";
    EXPORT_CSV = "Export CSV", "导出 CSV";
    ENTRY = "Name", "名称";
    RESULT = "Result", "结果";
    CREATED = "Created", "已新建";
    OVERWRITTEN = "Overwritten", "已覆盖";
    SKIPPED = "Skipped", "已跳过";

    NEW_INTRO = "Topics and groups only: messages and positions of consumers are not brought over.",
        "仅迁移 Topic 和消费组，不包含消息和消费进度。";
    FILE = "Export file", "导出文件";
    FILE_HINT = "RocketMQ: topics.json or subscriptionGroup.json of a broker's store/config, one task each. RabbitMQ: the definitions exported by its management page. Up to {max}.",
        "RocketMQ：Broker 的 store/config 目录下的 topics.json 或 subscriptionGroup.json，各建一个任务。RabbitMQ：管理界面导出的 definitions 文件。不超过 {max}。";
    FILE_DROP = "Drop the file here, or choose one", "将文件拖到此处，或点击选择";
    FILE_READ = "{name} · {size}", "{name} · {size}";
    FILE_NONE = "Choose the file first.", "请先选择文件。";
    FILE_BUSY = "Reading…", "读取中…";
    NAME_HINT = "4-64 characters: letters, digits, hyphen, underscore; begins with a letter.", "4–64 个字符：字母、数字、中划线和下划线，以字母开头。";
    OVERWRITE = "Overwrite what has the same name", "覆盖同名的 Topic 和消费组";
    OVERWRITE_HINT = "Otherwise entries that are there already fail; the others are made all the same.", "不覆盖时，同名条目会失败，其他条目仍会创建。";
    START = "Start the migration", "开始迁移";
    STARTED_TOAST = "Migration {name} has begun", "迁移任务 {name} 已开始";

    BAD_SIZE = "The file has {size}; the service takes {max} at most.", "文件大小为 {size}，超过上限 {max}。";
    BAD_EMPTY = "The file is empty.", "文件为空。";
    BAD_UNREADABLE = "The browser could not read the file.", "浏览器无法读取该文件。";
    BAD_BINARY = "This is no text file. Choose the JSON file itself, not an archive of it.", "这不是文本文件，请选择 JSON 文件本身，而非压缩包。";
    BAD_JSON = "Line {line}, character {column}: this is no JSON.", "第 {line} 行第 {column} 个字符：不是有效的 JSON。";
    BAD_OTHER = "This JSON is neither RocketMQ's (topicConfigTable, subscriptionGroupTable) nor RabbitMQ's (exchanges, queues).",
        "该 JSON 既不是 RocketMQ 导出文件（topicConfigTable、subscriptionGroupTable），也不是 RabbitMQ 导出文件（exchanges、queues）。";
    BAD_NOTHING = "The file has no topics and no groups.", "文件中没有 Topic 和消费组。";

    PREVIEW = "What will happen", "迁移预览";
    PREVIEW_HINT = "Compared with the topics and groups that are here now.", "与该实例现有的 Topic 和消费组对比。";
    PREVIEW_EMPTY = "Choose a file to see what will be created, what overwritten.", "选择文件后，此处显示将新建和覆盖的内容。";
    SEARCH_ENTRIES = "Search entries", "搜索条目";
    WHAT = "Kind", "类型";
    TOPIC = "Topic", "Topic";
    GROUP = "Group", "消费组";
    FATE = "What happens", "处理方式";
    SETTINGS = "Settings (queues per broker)", "配置（每个 Broker 的队列数）";
    WILL_CREATE = "Will be created", "将新建";
    WILL_OVERWRITE = "Will be overwritten", "将覆盖";
    WILL_FAIL = "Is here already: will fail", "已存在，将失败";
    WILL_SKIP = "Skipped: built in", "跳过（系统自带）";
    CANNOT = "Cannot be made: {why}", "无法创建：{why}";
    UNKNOWN_YET = "Not known yet", "对比中";
    TWICE = "same name as an earlier entry", "与前面的条目重名";
    TOPIC_SETTINGS = "read {read}, write {write}; {permission}", "读 {read}、写 {write}；{permission}";
    TOPIC_QUEUES = "read {read}, write {write}", "读 {read}、写 {write}";
    GROUP_SETTINGS = "{retries} attempts", "最多重试 {retries} 次";
    GROUP_DISABLED = "consuming off", "禁止消费";
    GROUP_BROADCAST = "broadcast", "广播消费";
    GROUP_FROM_END = "from the end", "从最新位置消费";
    PERM_ALL = "produce and consume", "发布和订阅";
    PERM_PUB = "produce only", "仅发布";
    PERM_SUB = "consume only", "仅订阅";
    BEFORE = "now {before}", "当前 {before}";
    SUMMARY = "Summary", "摘要";
    SUMMARY_CREATE = "To be created", "将新建";
    SUMMARY_OVERWRITE = "To be overwritten", "将覆盖";
    SUMMARY_FAIL = "Will fail", "将失败";
    SUMMARY_SKIP = "Skipped", "跳过";
    LEFT_OUT = "Users with their password hashes and everything else that the service does not read are left out of what is sent.",
        "文件中的用户、密码哈希等服务端不读取的内容不会被发送。";
    NO_FILE_YET = "Choose a file first.", "请先选择文件。";
    BODY_SIZE = "Body: the file's tables, {size}", "请求体：文件中的相关内容，{size}";
    NOTHING_TO_DO = "Nothing in this file can be brought over as things are.", "按当前设置，该文件没有可迁移的内容。";
    OVERWRITE_TITLE_ONE = "Overwrite {n} topic or group?", "覆盖 {n} 个 Topic 或消费组？";
    OVERWRITE_TITLE_OTHER = "Overwrite {n} topics and groups?", "覆盖 {n} 个 Topic 和消费组？";
    OVERWRITE_LOSS = "Their settings become those of the file. Messages stay.", "其配置将变为文件中的配置，消息会保留。";
    OVERWRITE_LIST = "Topics and groups to be overwritten", "将被覆盖的 Topic 和消费组";
}
