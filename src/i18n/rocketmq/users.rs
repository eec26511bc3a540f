//! Texts of the pages about users of RocketMQ instances and their rights.

use crate::messages;

messages! {
    NO_ACL_TITLE = "Access control is off", "未开启访问控制 (ACL)";
    NO_ACL_TEXT = "Clients connect without a name, and every one of them may use every topic and group. Users and rights need access control.",
        "客户端无需身份即可连接，并可使用全部 Topic 和消费组。用户与权限需先开启访问控制。";

    CREATE = "Create user", "创建用户";
    EMPTY_TEXT = "With access control on, clients connect with a user's name and secret key. Without users nobody can connect.",
        "开启访问控制后，客户端使用用户名和密钥连接。没有用户时，任何客户端都无法连接。";
    SEARCH = "Search by name or address", "按用户名或地址搜索";
    ADMIN = "Administrator", "管理员";
    ADMIN_TIP = "May do everything, whatever the rights below say.", "拥有全部权限，不受下方权限设置限制。";
    WHITE_LIST = "Trusted addresses", "IP 白名单";
    DEFAULT_TOPIC = "Default for topics", "默认 Topic 权限";
    DEFAULT_GROUP = "Default for groups", "默认消费组权限";
    SPECIAL_TOPICS = "Rights to single topics", "指定 Topic 权限";
    SPECIAL_GROUPS = "Rights to single groups", "指定消费组权限";
    SPECIAL = "Single rights", "单独授权";
    NONE = "None", "无";

    PUB = "Produce", "发布";
    SUB = "Consume", "订阅";
    PUB_SUB = "Produce and consume", "发布和订阅";
    DENY = "Nothing", "禁止";
    AS_DEFAULT = "As the default says", "跟随默认权限";
    UNKNOWN_RIGHT = "“{word}” is no right that RocketMQ knows. It knows PUB, SUB, PUB|SUB and DENY; what the service makes of this word is not certain. Save the user with a right from the list.",
        "“{word}”不是 RocketMQ 支持的权限。支持的权限为 PUB、SUB、PUB|SUB 和 DENY，服务端如何处理该值无法确定。请重新选择权限并保存。";
    UNKNOWN_SHORT = "unknown word", "未知权限";

    CREATE_TITLE = "Create a user", "创建用户";
    EDIT = "Edit", "编辑";
    EDIT_TITLE = "Edit {name}", "编辑 {name}";
    NAME_HINT = "7-64 characters: letters, digits, hyphen, underscore; begins with a letter. It cannot be changed later.",
        "7–64 个字符：字母、数字、中划线和下划线，以字母开头。创建后不可修改。";
    KEY = "Secret key", "密钥";
    KEY_AGAIN = "Secret key again", "确认密钥";
    KEY_KEPT = "Leave the secret key empty and the old one stays.", "密钥留空则保持不变。";
    KEY_RULE = "Neither the user name nor its reverse", "不能是用户名或其倒序";
    KEY_NOTE = "The service never shows a secret key again.", "密钥不会再次显示。";
    WHITE_LIST_HINT = "Clients at these addresses need no key. Several are separated by commas: 10.10.*.*, 192.168.7.{4,5}, 172.16.5-20.1",
        "来自这些地址的客户端无需密钥。多个地址用逗号分隔，例如 10.10.*.*、192.168.7.{4,5}、172.16.5-20.1。";
    SECTION_RIGHTS = "Rights", "权限";
    DEFAULTS_HINT = "For everything that has no right of its own below.", "适用于下方未单独授权的资源。";
    LINES_HINT = "One per line: name=RIGHT, with PUB, SUB, PUB|SUB or DENY.", "每行一条：名称=权限，权限为 PUB、SUB、PUB|SUB 或 DENY。";
    LINES_HINT_GROUPS = "One per line: name=RIGHT, with SUB or DENY.", "每行一条：名称=权限，权限为 SUB 或 DENY。";
    PICK_TOPIC = "Topic to add", "选择 Topic";
    PICK_GROUP = "Group to add", "选择消费组";
    PICK_RIGHT = "Its right", "选择权限";
    ADD = "Add", "添加";
    LINE_NO_RIGHT = "Line {line}: write name=RIGHT.", "第 {line} 行：格式应为 名称=权限。";
    LINE_WRONG = "Line {line}: “{word}” is no right. Write {allowed}.", "第 {line} 行：“{word}”不是有效权限，可选 {allowed}。";
    LINE_GROUP = "Line {line}: a group can only consume. Write {allowed}, not “{word}”.", "第 {line} 行：消费组只能订阅，可选 {allowed}，不能使用“{word}”。";
    LINE_TWICE = "Line {line}: {name} is there already.", "第 {line} 行：{name} 重复。";
    NOT_HERE = "Not on this instance now: {names}", "该实例上不存在：{names}";
    CREATED_TOAST = "User {name} created", "用户 {name} 已创建";
    SAVED_TOAST = "User {name} saved", "用户 {name} 已保存";
    KEY_OLD = "as it is", "保持不变";
    KEY_NEW = "a new one", "已更换";
    CHANGE_NOTE = "Clients are told within seconds; those that lose a right get errors.", "变更在数秒内对客户端生效，失去权限的客户端会报错。";

    DELETE_LOSS = "Their clients are refused from now on, and their rights are lost.", "使用这些用户的客户端将被拒绝，其权限也会丢失。";

    PERMISSIONS_INTRO = "What each user may really do: an administrator everything, others what they were given for a topic or group, or else their default.",
        "各用户的实际权限：管理员拥有全部权限；其他用户以单独授权为准，未单独授权的按默认权限。";
    SEARCH_THINGS = "Search topics and groups", "搜索 Topic 和消费组";
    KIND = "Show", "显示";
    KIND_TOPIC = "Topics", "Topic";
    KIND_GROUP = "Groups", "消费组";
    MAY_PRODUCE = "Produce", "发布";
    MAY_CONSUME = "Consume", "订阅";
    MATRIX = "Users by topics and groups", "用户与 Topic、消费组权限";
    THING = "Topic or group", "Topic 或消费组";
    TOPIC = "topic", "Topic";
    GROUP = "group", "消费组";
    SELECT_THING = "Select {name}", "选择 {name}";
    SELECTION = "Selected: topics and groups {topics}, users {users}", "{topics} 个资源，{users} 个用户";
    SHOWN = "{from}-{to} of {total} topics and groups", "资源 {from}–{to} / {total}";
    EARLIER = "Earlier topics and groups", "上一页资源";
    LATER = "Later topics and groups", "下一页资源";
    NOTHING_FITS = "No topic or group fits.", "没有符合条件的 Topic 或消费组。";
    BY_ADMIN = "administrator", "管理员";
    BY_OWN = "own right", "单独授权";
    BY_DEFAULT = "default", "默认权限";
    LEGEND = "Bold: granted or denied to the user. Grey: by default, or as an administrator. –: no right.", "加粗：已单独授权或禁止；浅色：默认权限或管理员；–：无权限";
    ADMIN_FIXED = "An administrator may do everything; edit the user to change that.", "管理员拥有全部权限，请编辑用户以修改。";
    REVIEW_TITLE_ONE = "Change the rights of {n} user?", "修改 {n} 个用户的权限？";
    REVIEW_TITLE_OTHER = "Change the rights of {n} users?", "修改 {n} 个用户的权限？";
    APPLIED_TITLE = "{ok} changed, {failed} failed", "成功 {ok} 个用户，失败 {failed} 个";
    APPLIED_TOAST_ONE = "Rights of {n} user changed", "已修改 {n} 个用户的权限";
    APPLIED_TOAST_OTHER = "Rights of {n} users changed", "已修改 {n} 个用户的权限";
    WITHOUT_EFFECT = "{user} is an administrator: these rights matter only once that ends.", "{user} 是管理员，这些权限在取消管理员后才生效。";

    WHO_TOPIC = "Who may use topic {name}", "Topic {name} 的授权用户";
    WHO_GROUP = "Who may use group {name}", "消费组 {name} 的授权用户";
    WHO_OPEN = "Who may use {name}", "查看 {name} 的授权用户";
    WHO_TEXT = "The service's own answer.", "以下为服务端返回的结果。";
    WHO_AGREES = "It agrees with the users' settings.", "与用户设置一致。";
    WHO_DIFFERS = "It differs from the users' settings for: {names}. A change may still be on its way to the brokers.",
        "与用户设置不一致：{names}。变更可能仍在同步到 Broker。";
    WHO_NOBODY = "Nobody but administrators", "仅管理员可用";
    RIGHT = "Right", "权限";
    OPEN_TOPIC = "Open the topic", "查看 Topic";
    OPEN_GROUP = "Open the group", "查看消费组";

    USER_GONE = "User {name} is not there any more", "用户 {name} 已不存在";

    ACL_ON = "Turn on access control", "开启访问控制";
    ACL_OFF = "Turn off access control", "关闭访问控制";
    ACL_ON_TITLE = "Turn on access control?", "开启访问控制？";
    ACL_OFF_TITLE = "Turn off access control?", "关闭访问控制？";
    ACL_ON_LOSS = "Clients without a user's name and secret key are cut off. Create the users right after; until then nobody can connect.",
        "未配置用户名和密钥的客户端将被断开。开启后请立即创建用户，否则任何客户端都无法连接。";
    ACL_OFF_LOSS = "Anyone who reaches the ports can read and write every topic. Users are kept for later.",
        "能访问端口的客户端均可读写全部 Topic。已有用户会保留。";
    ACL_ON_TOAST = "Access control is on", "访问控制已开启";
    ACL_OFF_TOAST = "Access control is off", "访问控制已关闭";
}
