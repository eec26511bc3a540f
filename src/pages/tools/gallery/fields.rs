//! Every kind of form control.

use crate::prelude::*;
use crate::ui::{
    Checkbox, Choice, Combobox, DateTimeInput, Field, FormState, Glyph, NumberInput, PasswordInput,
    RadioGroup, RadioLook, RuleState, Section, Select, Switch, TagPair, TagsInput, TextArea, TextInput,
};

crate::messages! {
    FIELDS = "Fields", "表单控件";
    NAME = "Name", "名称";
    NAME_HINT = "3 to 200 letters, digits, hyphens, underscores.", "3 到 200 个字符，可包含字母、数字、中划线和下划线。";
    TOO_SHORT = "Must have at least 3 characters.", "长度不能少于 3 个字符。";
    ADDRESS = "Endpoint", "终端节点";
    NOTE = "Description", "描述";
    RETENTION = "Retention time", "老化时间";
    HOURS = "hours", "小时";
    ENGINE = "Version", "版本";
    PICK = "Choose a version", "请选择版本";
    REGION = "Region", "区域";
    REGION_FIND = "Type to search", "输入以搜索";
    POLICY = "When the disk is full", "磁盘写满时";
    POLICY_STOP = "Stop producing", "停止生产";
    POLICY_STOP_HINT = "Nothing is lost; producers get errors.", "不丢失数据，生产者会报错。";
    POLICY_DROP = "Delete the oldest messages", "删除最早的消息";
    POLICY_DROP_HINT = "Producing goes on.", "生产不受影响。";
    KIND = "Message type", "消息类型";
    SYNC = "Synchronous replication", "同步复制";
    SYNC_HINT = "A write is answered once every in-sync replica has it.", "所有同步副本写入后才返回结果。";
    FLUSH = "Synchronous flushing", "同步落盘";
    PUBLIC = "Public access", "公网访问";
    TAGS = "Tags", "标签";
    KEY_EMPTY = "A tag needs a key.", "标签必须有键。";
    KEY_TWICE = "This key is there twice.", "键重复。";
    AT = "Execute at", "执行时间";
    PASSWORD = "Password", "密码";
    RULE_LENGTH = "8 to 32 characters", "8 到 32 个字符";
    RULE_DIGIT = "A digit", "包含数字";
    RULE_UPPER = "An upper-case letter", "包含大写字母";
    OFF = "Not available here", "当前不可用";
}

fn options() -> Vec<Choice> {
    vec![Choice::plain("1.1.0"), Choice::plain("2.7"), Choice::plain("3.x").hint(OFF)]
}

fn regions() -> Vec<Choice> {
    let region = |id: &'static str, name: &'static str| Choice::new(id, name).hint(id);
    vec![
        region("cn-north-4", "CN North-Beijing4"),
        region("cn-north-9", "CN North-Ulanqab1"),
        region("cn-east-3", "CN East-Shanghai1"),
        region("cn-south-1", "CN South-Guangzhou"),
        region("ap-southeast-1", "CN-Hong Kong"),
        region("eu-west-101", "EU-Dublin").disabled(true),
    ]
}

pub(super) fn part() -> AnyView {
    let form = FormState::new();
    let short = |raw: &str| (raw.len() < 3).then(|| crate::i18n::t(TOO_SHORT).to_owned());
    let (good, wrong) = (form.text("orders", short), form.text("ab", short));
    wrong.touched.set(true);
    let text = |initial: &str| RwSignal::new(initial.to_owned());
    let kind = text("normal");
    let kinds = || vec![Choice::plain("normal"), Choice::plain("FIFO"), Choice::plain("delay")];
    let policies = || {
        vec![
            Choice::new("stop", POLICY_STOP).hint(POLICY_STOP_HINT),
            Choice::new("drop", POLICY_DROP).hint(POLICY_DROP_HINT),
        ]
    };
    let flag = |on: bool| RwSignal::new(on);
    view! {
        <Section title=FIELDS>
            <div class="gallery-columns">
                <Field label=NAME hint=NAME_HINT of=good required=true><TextInput value=good mono=true/></Field>
                <Field label=NAME hint=NAME_HINT of=wrong required=true><TextInput value=wrong/></Field>
                <Field label=ADDRESS>
                    <TextInput value=text("") placeholder="https://dms.cn-north-4.myhuaweicloud.com" icon=Glyph::Globe/>
                </Field>
                <Field label=NAME hint=OFF><TextInput value=text("kafka-orders") disabled=true/></Field>
                <Field label=NOTE><TextArea value=text("Orders of the web shop") max_chars=200/></Field>
                <Field label=RETENTION hint="1 – 720"><NumberInput value=text("72") unit=HOURS min=1 max=720/></Field>
                <Field label=ENGINE required=true>
                    <Select value=text("") options placeholder=PICK/>
                </Field>
                <Field label=REGION required=true>
                    <Combobox value=text("cn-north-4") options=regions placeholder=REGION_FIND/>
                </Field>
                <Field label=KIND group=true required=true><RadioGroup value=kind options=kinds/></Field>
                <Field label=AT><DateTimeInput value=text("2026-11-21T23:30") zone="UTC+8"/></Field>
                <Field label=POLICY group=true required=true>
                    <RadioGroup value=text("stop") look=RadioLook::Cards options=policies/>
                </Field>
                <Field label=POLICY group=true required=true>
                    <RadioGroup value=text("drop") look=RadioLook::List options=policies/>
                </Field>
                <div class="stack-small">
                    <Checkbox checked=flag(true) label=SYNC hint=SYNC_HINT/>
                    <Checkbox checked=flag(false) label=FLUSH/>
                    <Checkbox checked=flag(false) label=FLUSH mixed=true/>
                    <Checkbox checked=flag(true) label=FLUSH disabled=true/>
                </div>
                <div class="stack-small">
                    <Switch checked=flag(true) label=PUBLIC hint=SYNC_HINT/>
                    <Switch checked=flag(false) label=PUBLIC/>
                    <Switch checked=flag(true) label=PUBLIC busy=true/>
                    <Switch checked=flag(false) label=PUBLIC disabled=true/>
                </div>
                {password()}
                {tags()}
            </div>
        </Section>
    }
    .into_any()
}

fn password() -> AnyView {
    let value = RwSignal::new("Secret".to_owned());
    let rules = move || {
        value.with(|v| {
            vec![
                RuleState::new(RULE_LENGTH, (8..=32).contains(&v.chars().count())),
                RuleState::new(RULE_UPPER, v.chars().any(|c| c.is_ascii_uppercase())),
                RuleState::new(RULE_DIGIT, v.chars().any(|c| c.is_ascii_digit())),
            ]
        })
    };
    view! {
        <Field label=PASSWORD required=true><PasswordInput value rules autocomplete="new-password"/></Field>
    }
    .into_any()
}

fn tags() -> AnyView {
    let pair = |key: &str, value: &str| TagPair { key: key.to_owned(), value: value.to_owned() };
    let value = RwSignal::new(vec![pair("team", "payments"), pair("env", "prod"), pair("team", "")]);
    let check = |(all, i): (Vec<TagPair>, usize)| {
        let key = &all.get(i)?.key;
        let twice = all.iter().filter(|tag| tag.key == *key).count() > 1;
        let problem = if key.is_empty() { Some(KEY_EMPTY) } else { twice.then_some(KEY_TWICE) };
        problem.map(|problem| crate::i18n::t(problem).to_owned())
    };
    view! {
        <Field label=TAGS group=true>
            <TagsInput value check=Callback::new(check) keys=|| vec!["team".to_owned(), "env".to_owned()]/>
        </Field>
    }
    .into_any()
}
