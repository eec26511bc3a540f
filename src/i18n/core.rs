//! Words that every page uses.

crate::messages! {
    APP = "DMS Console", "DMS 控制台";
    OK = "OK", "确定";
    CANCEL = "Cancel", "取消";
    CLOSE = "Close", "关闭";
    SAVE = "Save", "保存";
    CREATE = "Create", "创建";
    EDIT = "Edit", "编辑";
    DELETE = "Delete", "删除";
    RESTART = "Restart", "重启";
    REFRESH = "Refresh", "刷新";
    RETRY = "Try again", "重试";
    COPY = "Copy", "复制";
    COPIED = "Copied", "已复制";
    CLEAR = "Clear", "清空";
    SEARCH = "Search", "搜索";
    LOADING = "Loading…", "加载中…";
    JUST_NOW = "just now", "刚刚";
    NONE = "None", "无";
    YES = "Yes", "是";
    NO = "No", "否";
    ON = "On", "已开启";
    OFF = "Off", "未开启";
    NAME = "Name", "名称";
    DESCRIPTION = "Description", "描述";
    STATUS = "Status", "状态";
    TAGS = "Tags", "标签";
    CREATED = "Created", "创建时间";
    ACTIONS = "Actions", "操作";
    OPTIONAL = "optional", "可选";
    REQUIRED = "Required", "必填";
    REQUEST = "Request", "请求";
    LEAVE_TITLE = "Discard your changes?", "放弃未保存的修改？";
    LEAVE_TEXT = "What you have entered on this page is not saved yet.", "本页填写的内容尚未保存。";
    LEAVE_ACTION = "Discard", "放弃修改";
}
