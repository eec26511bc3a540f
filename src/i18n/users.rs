//! Texts of the user and permission pages.

use crate::messages;

messages! {
    TITLE = "Users", "用户";
    TAB_PERMISSIONS = "Permissions", "权限";
    TABS = "Users and permissions", "用户与权限";
    COUNT_ONE = "{n} user", "{n} 个用户";
    COUNT_OTHER = "{n} users", "{n} 个用户";
    NO_SASL_TITLE = "This instance has no users", "该实例没有用户";
    NO_SASL_TEXT = "SASL is off, so clients connect without a name and every one of them may use every topic. Users and permissions need an instance with SASL; it is turned on when an instance is created.",
        "该实例未开启 SASL，客户端无需身份即可连接并使用全部 Topic。用户与权限仅适用于开启 SASL 的实例，需在创建实例时开启。";
    TO_OVERVIEW = "Show the instance", "查看实例";

    CREATE = "Create user", "创建用户";
    SEARCH = "Search by name or description", "按名称或描述搜索";
    NAME = "User name", "用户名";
    ROLE = "Role", "角色";
    FIRST_USER = "First user", "初始用户";
    FIRST_USER_TIP = "Named when the instance was created; it cannot be deleted.",
        "创建实例时设置，不能删除。";
    EXPORT_CSV = "Export CSV", "导出 CSV";
    EMPTY_TITLE = "No users yet", "还没有用户";
    EMPTY_TEXT = "Clients sign in to the brokers with a user's name and password.", "客户端使用用户名和密码连接 Broker。";

    CREATE_TITLE = "Create a user", "创建用户";
    NAME_HINT = "4-64 characters: letters, digits, hyphen, underscore; begins with a letter.",
        "4–64 个字符：字母、数字、中划线和下划线，以字母开头。";
    PASSWORD = "Password", "密码";
    PASSWORD_AGAIN = "Password again", "确认密码";
    PASSWORD_DIFFERS = "This is not the same password.", "两次输入的密码不一致。";
    RULE_LENGTH = "8-32 characters", "8–32 个字符";
    RULE_CLASSES = "Three of: lower case, upper case, digits, special characters", "包含小写字母、大写字母、数字、特殊字符中的三种";
    RULE_NAME = "Neither the user name nor its reverse", "不能是用户名或其倒序";
    CREATED_TOAST = "User {name} created", "用户 {name} 已创建";
    CREATED_NOTE = "The password is not shown again. A new user may use only topics without permissions until it is granted more.",
        "密码不会再次显示。新用户在获得授权前，只能使用未设置权限的 Topic。";
    USERS_LEFT = "{n} of {max} users", "已用 {n} / {max} 个用户";

    RESET_PASSWORD = "Reset password", "重置密码";
    RESET_TITLE = "New password for {name}", "重置 {name} 的密码";
    RESET_TEXT = "Clients that use the old password are refused the next time they connect.", "使用旧密码的客户端在下次连接时会被拒绝。";
    RESET_TOAST = "Password of {name} changed", "用户 {name} 的密码已修改";
    DESCRIBE = "Change the description", "修改描述";
    DESCRIBE_TITLE = "Description of {name}", "{name} 的描述";
    DESCRIBED_TOAST = "User {name} saved", "用户 {name} 已保存";
    SHOW_RIGHTS = "Show permissions", "查看权限";

    DELETE = "Delete", "删除";
    DELETE_TITLE_ONE = "Delete user {name}?", "删除用户 {name}？";
    DELETE_TITLE_OTHER = "Delete {n} users?", "删除 {n} 个用户？";
    DELETE_LOSS = "Their clients cannot connect any more, and their permissions are lost.", "使用这些用户的客户端将无法连接，其权限也会丢失。";
    DELETE_FIRST = "The first user of the instance is left out.", "已排除实例的初始用户。";
    DELETE_LIST = "Users to be deleted", "将被删除的用户";
    DELETE_COUNT_WORD = "delete {n}", "删除 {n}";
    DELETED = "Deleted", "已删除";
    NOT_DELETED = "Not deleted", "未删除";
    DELETE_SILENT = "The service gives no reason.", "服务端未说明原因。";
    RESULT_TITLE = "{ok} deleted, {failed} failed", "成功 {ok} 个，失败 {failed} 个";
    DELETED_TOAST_ONE = "User {name} deleted", "用户 {name} 已删除";
    DELETED_TOAST_OTHER = "{n} users deleted", "已删除 {n} 个用户";

    // Permissions
    PERMISSIONS_TITLE = "Permissions", "权限";
    PERMISSIONS_INTRO = "What each user may really do. A topic without any permission is open to everybody.",
        "各用户的实际权限。未设置任何权限的 Topic 对所有用户开放。";
    SEARCH_TOPICS = "Search topics", "搜索 Topic";
    USER = "User", "用户";
    RIGHT = "Permission", "权限";
    MAY_WRITE = "Write", "可写";
    MAY_READ = "Read", "可读";
    ACCESS = "Topic access", "访问控制";
    ACCESS_OPEN = "Open to all", "对所有人开放";
    ACCESS_RESTRICTED = "Restricted", "已限制";
    TOPIC = "Topic", "Topic";
    MATRIX = "Users by topics", "用户与 Topic 权限";
    TOPICS_SHOWN = "Topics {from}-{to} of {total}", "Topic {from}–{to} / {total}";
    USERS_SHOWN = "Users {from}-{to} of {total}", "用户 {from}–{to} / {total}";
    EARLIER_TOPICS = "Earlier topics", "上一页 Topic";
    LATER_TOPICS = "Later topics", "下一页 Topic";
    EARLIER_USERS = "Earlier users", "上一页用户";
    LATER_USERS = "Later users", "下一页用户";
    NOT_LOADED_ONE = "{n} topic has not been asked about yet, so this filter cannot tell whether it fits.",
        "尚有 {n} 个 Topic 未查询，按权限筛选的结果不完整。";
    NOT_LOADED_OTHER = "{n} topics have not been asked about yet, so this filter cannot tell which of them fit. Each takes one request.",
        "尚有 {n} 个 Topic 未查询，按权限筛选的结果不完整。每个 Topic 需调用一次接口。";
    LOAD_REST = "Ask about the rest", "查询其余 Topic";
    LOADING_REST = "{n} left to ask about", "剩余 {n} 个待查询";
    NO_TOPICS = "No topic fits.", "没有符合条件的 Topic。";
    FAILED_CELL = "cannot be read", "读取失败";
    LOADING_CELL = "loading", "加载中";

    GRANT_NONE = "Nothing", "无权限";
    GRANT_WRITE = "Write", "写";
    GRANT_READ = "Read", "读";
    GRANT_BOTH = "Read and write", "读写";
    SHORT_NONE = "–", "–";
    BY_POLICY = "granted", "已授权";
    BY_OPEN = "open topic", "Topic 未设权限";
    BY_NOTHING = "not granted", "未授权";
    CHANGED = "changed", "已修改";
    CELL = "{user} on {topic}: {right} ({source})", "{user} 对 {topic}：{right}（{source}）";
    LEGEND = "Bold: granted to the user. Grey: follows from the topic. –: no right.", "加粗：已单独授权；浅色：由 Topic 决定；–：无权限";
    SELECT_TOPIC = "Select topic {name}", "选择 Topic {name}";
    SELECT_USER = "Select user {name}", "选择用户 {name}";
    SET_SELECTED = "Set for the selection", "批量设置";
    SET_SELECTED_TIP = "Tick topics and users first.", "请先勾选 Topic 与用户。";
    SELECTION = "Topics: {topics}, users: {users}", "{topics} 个 Topic，{users} 个用户";

    CHANGES_ONE = "{n} change", "{n} 处修改";
    CHANGES_OTHER = "{n} changes", "{n} 处修改";
    REVIEW = "Review changes", "查看变更";
    DISCARD = "Discard", "放弃修改";
    REVIEW_TITLE_ONE = "Change permissions of {n} topic?", "修改 {n} 个 Topic 的权限？";
    REVIEW_TITLE_OTHER = "Change permissions of {n} topics?", "修改 {n} 个 Topic 的权限？";
    CLOSES = "{topic} was open to everybody. From now on only the users named may use it.",
        "{topic} 原对所有用户开放，修改后仅被授权的用户可用。";
    OPENS = "{topic} loses its last permission: it becomes open to everybody.", "{topic} 的最后一项授权被移除，将对所有用户开放。";
    APPLY = "Apply", "应用修改";
    APPLIED_TITLE = "Topics changed: {ok}, failed: {failed}", "成功 {ok} 个 Topic，失败 {failed} 个";
    APPLIED = "Changed", "已修改";
    NOT_APPLIED = "Not changed", "未修改";
    APPLIED_TOAST_ONE = "Permissions of {n} topic changed", "已修改 {n} 个 Topic 的权限";
    APPLIED_TOAST_OTHER = "Permissions of {n} topics changed", "已修改 {n} 个 Topic 的权限";
    LEAVES = "Applying may interrupt clients of these topics for a moment.", "应用期间，相关 Topic 的客户端可能短暂报错。";
}
