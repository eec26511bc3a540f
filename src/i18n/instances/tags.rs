//! Texts about an instance's tags.

crate::messages! {
    TITLE = "Tags of {name}", "{name} 的标签";
    EDIT = "Edit tags", "编辑标签";
    HINT = "Up to 20 pairs. A key stands for one value only.", "最多 20 个标签，同一个键只能有一个值。";
    NO_TAGS = "No tags", "暂无标签";
    NONE = "(none)", "（无）";
    SAVED = "Tags saved", "标签已保存";
}
