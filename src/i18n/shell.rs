//! Texts of the frame around the pages, sign-in and the request journal.

crate::messages! {
    INSTANCES = "Instances", "实例";
    OVERVIEW = "Overview", "概览";
    TOPICS = "Topics", "Topic";
    JOURNAL = "Request journal", "请求记录";
    NOT_FOUND = "Page not found", "页面不存在";
    SIGN_IN = "Sign in", "登录";
}
