//! Texts of the body viewer.

crate::messages! {
    VIEWS = "Ways to show the body", "消息体的显示方式";
    JSON = "JSON", "JSON";
    TEXT = "Text", "文本";
    HEX = "Bytes", "字节";
    FORM = "Looks like: {form}", "识别为：{form}";
    FORM_EMPTY = "nothing, it is empty", "空内容";
    FORM_JSON = "JSON", "JSON";
    FORM_MARKUP = "XML or HTML", "XML 或 HTML";
    FORM_TEXT = "text", "文本";
    FORM_BINARY = "binary data", "二进制数据";
    DECODE_BASE64 = "Decode Base64", "解码 Base64";
    LINE_PER_VALUE = "One value per line", "每行一个值";
    DAMAGED = "Some bytes are no UTF-8. The service has replaced them, so they cannot be shown.",
        "部分字节不是 UTF-8，服务端已将其替换，无法还原显示。";
    SCHEMA = "Written with schema {id} of a schema registry (Avro, Protobuf or JSON Schema). It cannot be decoded here.",
        "使用 Schema Registry 中编号 {id} 的 Schema 写入（Avro、Protobuf 或 JSON Schema），此处无法解码。";
    COMPRESSED = "Compressed with {kind}. It cannot be unpacked here.", "使用 {kind} 压缩，此处无法解压。";
    CUT = "Cut into {lines} lines of at most {columns} columns for showing. Copying and downloading give the original.",
        "为便于显示，已拆为 {lines} 行，每行最多 {columns} 列；复制和下载得到的是原文。";
    MORE = "{n} more", "还有 {n} 项";
    COPY_VALUE = "Copy value", "复制值";
    COPY_PATH = "Copy path", "复制路径";
}
