//! Texts that explain failures.

crate::messages! {
    NETWORK = "The service could not be reached", "无法连接到服务";
    NETWORK_TEXT = "No answer came: the connection is down, or the gateway of this console is not running.",
        "没有收到响应：网络可能已断开，或本控制台的网关未运行。";
    NETWORK_DIRECT = "No answer came: the connection is down, or the endpoint does not let browsers call it (CORS). Serve this console with its gateway.",
        "没有收到响应：网络可能已断开，或该终端节点不允许浏览器直接访问（CORS）。请通过网关部署本控制台。";
    NEXT_ATTEMPT = "Trying again in {n} s", "{n} 秒后自动重试";
    TIMEOUT = "The service did not answer in time", "服务响应超时";
    TIMEOUT_TEXT = "No answer within {n} seconds. A change may still have been made: check before trying again.",
        "{n} 秒内没有收到响应。变更操作可能已经生效，请先确认再重试。";
    DECODE = "The answer could not be read", "无法解析响应内容";
    DECODE_TEXT = "The service reported success but the content is damaged. A change may have been made: check before trying again.",
        "服务返回成功，但内容不完整。变更操作可能已经生效，请先确认再重试。";
    NO_TOKEN = "IAM sent no token", "IAM 未返回 Token";
    NO_TOKEN_TEXT = "The sign-in was accepted, but the header X-Subject-Token is missing from the answer. A proxy on the way may have dropped it.",
        "身份验证已通过，但响应中缺少 X-Subject-Token 头，可能被中间代理丢弃。";
    SIGNED_OUT = "You are signed out", "登录已失效";
    SIGNED_OUT_TEXT = "Sign in again, then repeat what you were doing: what you entered is kept.",
        "请重新登录后再次提交，已填写的内容会保留。";
    NOT_DONE = "You are signed in again. What you asked for was not done yet: send it again.",
        "已重新登录。刚才的操作尚未执行，请再次提交。";
    GATEWAY = "The gateway of this console refused the call", "请求被本控制台的网关拒绝";
    FORBIDDEN = "You are not allowed to do this", "没有执行此操作的权限";
    FORBIDDEN_TEXT = "Your user or agency lacks a permission. The request journal names the one that is needed.",
        "当前用户缺少所需权限，可在请求日志中查看所需的授权项。";
    NOT_FOUND = "This does not exist (any more)", "资源不存在或已被删除";
    TOO_MANY = "Too many calls at once", "请求过于频繁";
    TOO_MANY_TEXT = "The service limits how often it can be called. Wait a moment, then try again.",
        "服务对调用频率有限制，请稍后重试。";
    SERVER = "The service has a problem of its own", "服务内部错误";
    SERVER_TEXT = "Trying again in a few minutes may help. If not, give the request ID to support.",
        "请几分钟后重试。如仍失败，请将请求 ID 提供给技术支持。";
    REFUSED = "The service refused the call", "服务拒绝了该请求";
    SAID = "The service says: {message}", "服务返回：{message}";
    CODE = "Error code", "错误码";
    REQUEST_ID = "Request ID", "请求 ID";
}
