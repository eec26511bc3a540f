//! Texts of the monitoring page.

crate::messages! {
    TITLE = "Monitoring names", "监控指标";
    INTRO = "What the monitoring service (CES) measures of this instance, and the names to ask it with. The figures themselves are in CES.",
        "云监控（CES）采集该实例的指标及查询时使用的名称。指标数据请在云监控中查看。";
    DIMENSIONS = "What is measured", "监控维度";
    OF_INSTANCE = "The instance", "实例";
    OF_BROKER = "Brokers", "Broker";
    OF_REST = "REST access", "REST 访问";
    OF_TOPIC = "Topics", "Topic";
    OF_PARTITION = "Partitions", "分区";
    OF_GROUP = "Consumer groups", "消费组";
    PICK = "For which one?", "监控对象";
    INSTANCE = "Instance", "实例";
    BROKER = "Broker", "Broker";
    TOPIC = "Topic", "Topic";
    PARTITION = "Partition", "分区";
    GROUP = "Group", "消费组";
    FIRST = "Choose the one above first", "请先选择上一级";
    METRICS = "Metrics", "指标";
    METRIC = "Metric", "指标名称";
    QUERY = "To ask for it", "查询参数";
    SEARCH = "Search metrics", "搜索指标";
    NAMESPACE = "Namespace", "命名空间";
    DIMENSION = "Dimensions", "维度";
    COPY_ALL = "Names of all", "全部指标名";
    INCOMPLETE = "Choose above what is measured: a query needs every dimension.", "请先选择监控对象，查询时需要完整的维度。";
    NONE = "The service names nothing that is measured.", "服务端未返回任何监控维度。";
    NO_METRICS = "No metric fits.", "没有符合条件的指标。";
    WAITS = "The names show once the instance is running.", "实例进入运行中后显示监控指标。";
}
