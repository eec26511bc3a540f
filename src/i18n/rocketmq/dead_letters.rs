//! Texts of the page of dead letters.

use crate::messages;

messages! {
    TITLE = "Dead letters", "死信消息";
    INTRO = "Messages that a group could not consume, after all its retries. They stay after they are resent.",
        "消费组多次重试后仍未消费成功的消息，重发后仍会保留。";
    GROUP = "Consumer group", "消费组";
    GROUP_PLACEHOLDER = "Choose a consumer group", "选择消费组";
    GROUPS_TITLE = "Groups with dead letters", "有死信消息的消费组";
    NEWEST = "Newest", "最新";
    LOOKED_REPORT = "What was looked at", "读取情况";
    LOOKING = "{looked} of {wanted} groups looked at, {n} with dead letters so far…", "已查看 {looked} / {wanted} 个消费组，目前 {n} 个有死信消息…";
    LOOKED_ONE = "{n} group looked at", "已查看 {n} 个消费组";
    LOOKED_OTHER = "{n} groups looked at", "已查看 {n} 个消费组";
    HAVE_ONE = "{n} has dead letters", "其中 {n} 个有死信消息";
    HAVE_OTHER = "{n} have dead letters", "其中 {n} 个有死信消息";
    NOT_READ = "{n} could not be read", "{n} 个读取失败";
    LOOK_AGAIN = "Look again", "重新查看";
    LOOK_ON = "Look at {n} more groups", "再查看 {n} 个消费组";
    NONE_AT_ALL_TITLE = "No group has dead letters", "没有消费组存在死信消息";
    NONE_AT_ALL_TEXT = "A group has its first one when a message fails more often than its retries allow.",
        "消息失败次数超过消费组的最大重试次数后才会成为死信。";
    NO_GROUPS_TEXT = "Only a consumer group can have dead letters.", "死信消息属于消费组。";
    NONE_TITLE = "No dead letters", "没有死信消息";
    NONE_TEXT = "None were found with what is asked above. A group has its first one when a message fails more often than its retries allow.",
        "按上述条件没有死信消息。消息失败次数超过消费组的最大重试次数后才会成为死信。";

    // Marks
    RESENT = "Resent", "已重发";
    RESENT_NO = "Not resent", "未重发";
    MARK_HINT = "Resent from this browser. The service does not say what was resent elsewhere.",
        "由本浏览器重发。服务端不记录重发情况，其他途径的重发不会显示。";
    MARKS = "{n} marked as resent in this browser", "本浏览器标记已重发 {n} 条";
    FORGET_MARKS = "Forget the marks", "清除标记";
    MARKS_FORGOTTEN = "Marks of {group} forgotten", "已清除 {group} 的标记";

    // Resend
    RESEND = "Resend", "重发";
    RESEND_ONE = "Resend a dead letter?", "重发 1 条死信消息？";
    RESEND_OTHER = "Resend {n} dead letters?", "重发 {n} 条死信消息？";
    RESEND_TEXT = "Group {group} gets them once more, as new messages in {topic}. They stay here: what is resent twice is consumed twice.",
        "消费组 {group} 会在 {topic} 中再次收到这些消息。死信仍会保留，重复重发会导致重复消费。";
    SKIP = "Leave out those that are marked as resent: {n}", "跳过已标记重发的 {n} 条";
    SIZE = "Messages per call", "每次调用条数";
    RATE = "Messages per second, at most", "每秒最多条数";
    PLAN = "{n} in {calls}, at least {span}.", "{n}，{calls}，至少 {span}。";
    PLAN_MESSAGES_ONE = "{n} message", "共 {n} 条";
    PLAN_MESSAGES_OTHER = "{n} messages", "共 {n} 条";
    PLAN_CALLS_ONE = "{n} call", "{n} 次调用";
    PLAN_CALLS_OTHER = "{n} calls", "{n} 次调用";
    PLAN_NOTHING = "Nothing is left to resend.", "没有需要重发的消息。";
    NUMBER_RANGE = "A whole number from {min} to {max}.", "请输入 {min} 到 {max} 的整数。";
    RESULT_TITLE = "{ok} resent, {failed} not", "成功重发 {ok} 条，失败 {failed} 条";
    RESULT_DONE = "Resent", "已重发";
    RESULT_FAILED = "Not resent", "未重发";
    RESENT_ONE = "Dead letter resent", "已重发 1 条死信消息";
    RESENT_OTHER = "{n} dead letters resent", "已重发 {n} 条死信消息";

    // Export
    EXPORT_JSON = "These as JSON", "当前消息 (JSON)";
    EXPORT_CSV = "These as CSV", "当前消息 (CSV)";
    EXPORT_ALL_JSON = "All of the group as JSON", "该组全部死信 (JSON)";
    EXPORT_ALL_CSV = "All of the group as CSV", "该组全部死信 (CSV)";
    EXPORTED = "{n} dead letters saved", "已保存 {n} 条死信消息";
    EXPORTED_SOME = "{n} of {all} dead letters saved", "已保存 {all} 条中的 {n} 条死信消息";
    EXPORTED_SOME_TEXT = "The service did not give the others; they may have been removed.", "其余消息服务端未返回，可能已被清理。";
    EXPORTED_READ = "The service does not export: what was read here was saved", "服务端未能导出，已保存页面上读取的内容";
    EXPORT_FAILED = "The dead letters could not be exported", "导出死信消息失败";
    EXPORTING = "Asking the service for the dead letters…", "正在向服务端获取死信消息…";
}
