//! Texts of the component kit.

crate::messages! {
    ALL = "All", "全部";
    CANCEL = "Cancel", "取消";
    CLOSE = "Close", "关闭";
    COLUMNS = "Columns", "列设置";
    COPIED = "Copied", "已复制";
    COPY = "Copy", "复制";
    COPY_FAILED = "Copying failed", "复制失败";
    HIDE_PASSWORD = "Hide password", "隐藏密码";
    LOADING = "Loading…", "加载中…";
    NO_CHANGES = "Nothing changes.", "没有变更。";
    OPTIONAL = "optional", "可选";
    RETRY = "Try again", "重试";
    RULE_KEPT = "met", "已满足";
    RULE_OPEN = "not met yet", "尚未满足";
    SHOW_PASSWORD = "Show password", "显示密码";
}
