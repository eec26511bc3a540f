//! Texts of changes to several things at once.

crate::messages! {
    TITLE = "{ok} done, {failed} failed", "成功 {ok} 个，失败 {failed} 个";
    SENDING = "{n} of {all} done…", "正在处理：{n} / {all}";
    LIST = "Results", "执行结果";
    PENDING = "Waiting", "等待中";
    DONE = "Done", "成功";
    FAILED = "Failed", "失败";
    UNCLEAR = "Not certain", "结果未知";
    UNEXPLAINED = "The service did not do it and gives no reason.", "服务端未执行且未说明原因。";
    UNMENTIONED = "The service's answer does not mention it. Check before you try again.", "服务端的响应中没有该项的结果，请先确认当前状态再重试。";
    NOT_SENT = "Not sent, because the sign-in had ended.", "登录已失效，未发送。";
    STOP = "Stop", "停止";
    STOPPED = "Not sent: stopped before.", "已停止，未发送。";
    MORE = "{n} more", "另有 {n} 项";
    COPY_FAILED = "Names of the failed ones", "失败项的名称";
    RETRY = "Retry the failed ones", "重试失败项";
}
