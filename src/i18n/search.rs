//! Texts of the search for everything.

crate::messages! {
    TITLE = "Search", "搜索";
    WHAT = "Page, instance, topic, group, user or message ID", "页面、实例、Topic、消费组、用户或消息 ID";
    RESULTS = "Results", "搜索结果";
    NOTHING = "Nothing found", "没有找到匹配项";
    NAMES_OF = "Topics, groups and users of {instances}", "{instances} 的 Topic、消费组和用户";
    NAMES_WHOLE = "Topics and groups of {instances}", "{instances} 的 Topic 和消费组";
    NAMES_FIRST = "The first {n} topics and groups of {instances}", "{instances} 的前 {n} 个 Topic 和消费组";
    INSTANCES = "{n} instances", "{n} 个实例";
    NAMES_NOT_ONE = "{n} other only once it was opened", "另有 {n} 个实例打开后可搜索";
    NAMES_NOT_OTHER = "{n} others only once they were opened", "另有 {n} 个实例打开后可搜索";
    NO_NAMES = "Type to search names of topics and groups, too.", "输入后也会搜索 Topic 和消费组的名称。";
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
