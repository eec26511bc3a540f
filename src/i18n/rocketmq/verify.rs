//! Texts of the dialog that gives messages to one client.

crate::messages! {
    VERIFY = "Verify consumption", "消费验证";
    VERIFY_ONE = "Verify consumption of a message", "验证 1 条消息的消费";
    VERIFY_OTHER = "Verify consumption of {n} messages", "验证 {n} 条消息的消费";
    VERIFY_TEXT = "The client below gets the messages and really processes them, with all that follows. Positions do not move.",
        "下方选定的客户端会真正收到并处理这些消息，业务影响真实发生；消费进度不变。";
    GROUP = "Consumer group", "消费组";
    GROUP_PLACEHOLDER = "Choose a group", "选择消费组";
    GROUP_HINT = "Suggested are those that consume the topic.", "列表为订阅该 Topic 的消费组。";
    CLIENT = "Client of {group}", "{group} 的客户端";
    CLIENTS_NONE = "No client of {group} is connected: there is nobody to verify with. Start a consumer and look again.",
        "{group} 没有在线客户端，无法验证。请启动消费者后重试。";
    INCONSISTENT = "The clients of this group subscribe to different things: messages may get lost.",
        "该消费组的客户端订阅关系不一致，可能丢失消息。";
    VERIFY_ACTION = "Send to this client", "发送到该客户端";
    VERIFIED_TITLE = "{ok} consumed, {failed} not", "消费成功 {ok} 条，失败 {failed} 条";
    VERIFIED_DONE = "Consumed", "消费成功";
    VERIFIED_FAILED = "Not consumed", "消费失败";
    VERIFIED_ONE = "The client consumed the message", "客户端已成功消费该消息";
    VERIFIED_OTHER = "The client consumed {n} messages", "客户端已成功消费 {n} 条消息";
}
