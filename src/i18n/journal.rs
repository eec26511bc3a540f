//! Texts of the request journal.

crate::messages! {
    INTRO = "Every call since the page was loaded, newest first. The last {n} are kept; secrets never are.",
        "本次打开页面以来发出的所有请求，最新的在前，保留最近 {n} 条，刷新页面后清空，不记录任何敏感信息。";
    EMPTY = "No calls yet", "暂无请求";
    EMPTY_TEXT = "Open any page: what it asks the service appears here.", "打开任意页面后，发出的请求会显示在这里。";
    SEARCH = "Search operation, path, request ID", "搜索操作、路径、请求 ID";
    RESULT = "Result", "结果";
    FAILED = "Failed", "失败";
    DONE = "Succeeded", "成功";

    TIME = "Time", "时间";
    OPERATION = "Operation", "操作";
    METHOD = "Method", "方法";
    PATH = "Path", "路径";
    HOST = "Host", "主机";
    STATUS = "Status", "状态码";
    TOOK = "Took", "耗时";
    SIZE = "Size", "大小";
    CODE = "Error code", "错误码";
    REQUEST_ID = "Request ID", "请求 ID";
    ATTEMPT = "Attempt", "尝试次数";
    SECTION = "API reference", "API 文档章节";
    PERMISSION = "IAM action", "所需授权项";
    NO_PERMISSION = "none named in the reference", "文档未注明";
    BODY = "Request body", "请求体";
    CURL = "As a command", "命令行";
    CURL_HINT = "Put a token into DMS_TOKEN first; masked values have to be filled in.",
        "运行前请将 Token 写入环境变量 DMS_TOKEN，并补全被隐藏的值。";
    NO_ANSWER = "no answer", "无响应";
    DAMAGED = "damaged", "内容不完整";
}
