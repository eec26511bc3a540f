//! Texts of the search for everything.

crate::messages! {
    TITLE = "Search", "搜索";
    WHAT = "Page, instance, topic, group, user or message ID", "页面、实例、Topic、消费组、用户或消息 ID";
    RESULTS = "Results", "搜索结果";
    NOTHING = "Nothing found", "没有找到匹配项";
    NAMES_OF = "Names of topics, groups and users: {instances}", "Topic、消费组和用户的搜索范围：{instances}";
    NO_NAMES = "Topics, groups and users are found in the instances that this tab has shown.",
        "Topic、消费组和用户仅在本标签页打开过的实例中搜索。";
    LOADING = "Loading names…", "正在加载名称…";
    OPEN = "open", "打开";
    NEW_TAB = "new tab", "在新标签页打开";

    PAGE = "Page", "页面";
    INSTANCE = "Instance", "实例";
    TOPIC = "Topic", "Topic";
    GROUP = "Consumer group", "消费组";
    USER = "User", "用户";
    TRACE_OF = "Trace of {id}", "消息轨迹：{id}";
}
