//! Texts of the sign-in page.

crate::messages! {
    TITLE = "Sign in to DMS", "登录 DMS";
    INTRO = "A console for Distributed Message Service: Kafka and RocketMQ.", "分布式消息服务 Kafka 版与 RocketMQ 版控制台。";

    LOCAL_TITLE = "Local DMS", "本地 DMS";
    LOCAL_TEXT = "A complete DMS on this computer, with example instances, topics and messages. Nothing leaves the computer.",
        "在本机运行的完整 DMS，内置示例实例、Topic 和消息，数据不会离开本机。";
    LOCAL_OPEN = "Open the local DMS", "进入本地 DMS";
    OR_CLOUD = "or sign in to the cloud", "或登录云上环境";

    METHOD = "Sign in with", "登录方式";
    METHOD_PASSWORD = "IAM user", "IAM 用户";
    METHOD_KEYS = "Access keys", "访问密钥";
    METHOD_TOKEN = "Token", "Token";

    REGION = "Region", "区域";
    REGION_PICK = "Choose a region", "请选择区域";
    REGION_CUSTOM = "Other endpoints", "自定义终端节点";
    REGION_NOT_ALLOWED = "not forwarded by the gateway", "网关未放行";
    ENDPOINTS = "Endpoints", "终端节点";
    DMS_ENDPOINT = "DMS endpoint", "DMS 终端节点";
    IAM_ENDPOINT = "IAM endpoint", "IAM 终端节点";
    ENDPOINT_HINT = "Partner and private clouds have addresses of their own.", "合作伙伴云和私有云使用各自的地址。";

    DOMAIN = "Account", "账号名";
    DOMAIN_HINT = "Name of the account that the user belongs to.", "IAM 用户所属的账号名（租户名）。";
    USER = "IAM user", "IAM 用户名";
    PASSWORD = "Password", "密码";
    ACCESS_KEY = "Access key ID (AK)", "访问密钥 ID（AK）";
    SECRET_KEY = "Secret access key (SK)", "秘密访问密钥（SK）";
    SECURITY_TOKEN = "Security token", "SecurityToken";
    SECURITY_TOKEN_HINT = "Only for temporary keys.", "仅临时访问密钥需要填写。";
    TOKEN = "Token", "Token";
    TOKEN_HINT = "The value of X-Subject-Token, for a project.", "获取 Token 接口返回的 X-Subject-Token 值，须为项目级 Token。";
    PROJECT_ID = "Project ID", "项目 ID";
    PROJECT_ID_HINT = "Looked up if left empty.", "留空时自动查询。";

    SUBMIT = "Sign in", "登录";
    KEPT = "Kept in this tab only, until you sign out or close it.", "凭据仅保存在当前标签页中，退出登录或关闭标签页后清除。";

    CHOOSE_PROJECT = "Choose a project", "选择项目";
    CHOOSE_TEXT = "This account has several projects here.", "该账号下有多个可用项目。";
    PROJECT_DISABLED = "disabled", "已停用";
    CONTINUE = "Continue", "继续";
    OTHER_ACCOUNT = "Back", "返回";

    MISSING = "Please fill this in.", "请填写此项。";
    REGION_MISSING = "Choose a region, or “Other endpoints” to enter them.", "请选择区域，或选择“自定义终端节点”后填写。";
    ENDPOINT_MALFORMED = "An address looks like https://dms.region.example.com, without a path.",
        "请输入形如 https://dms.region.example.com 的地址，不含路径。";
    ENDPOINT_NOT_ALLOWED = "The gateway of this console does not forward to this host. Its operator has to allow it.",
        "本控制台的网关未放行该主机，请联系管理员添加。";
    ENDPOINT_UNREACHABLE = "The gateway could not connect to this address.", "网关无法连接到该地址。";
    HAS_BLANKS = "There must be no blanks in it.", "不能包含空格。";

    VERSION_1 = "Version 1 of the API for Kafka", "Kafka 使用 V1 版 API";
    VERSION_1_HINT = "For older portals. Calls about Kafka instances and topics go to /v1.0; what it has no call for uses version 2.",
        "适用于较旧的平台。Kafka 实例和 Topic 的调用使用 /v1.0 接口，V1 未提供的接口仍使用 V2。";

    WRONG_PASSWORD = "Account, user or password is wrong.", "账号名、用户名或密码错误。";
    UNKNOWN_KEY = "This access key does not exist or is disabled.", "访问密钥不存在或已停用。";
    WRONG_SECRET = "The secret key does not belong to this access key.", "秘密访问密钥与访问密钥 ID 不匹配。";
    CLOCK = "The clock of this computer is too far off: signatures are good for 15 minutes. Set it, then try again.",
        "本机时间与服务器相差过大（签名有效期为 15 分钟），请校准时间后重试。";
    BAD_TOKEN = "The token is wrong, or its 24 hours are over.", "Token 无效或已超过 24 小时有效期。";
    WRONG_PROJECT = "This project does not exist, or not for these credentials.", "项目不存在，或当前凭据无权访问该项目。";
    NO_PROJECT = "No project was found for these credentials. Enter the project ID.", "未查询到可用项目，请填写项目 ID。";
    NO_PROJECT_USER = "This user may use no project of the account.", "该用户没有可用的项目。";
}
