//! Pages that can be found by their names.

use dms_api::Engine;

use crate::i18n::Locale;
use crate::routes::{ManagePage, RocketMqPage, Route};
use crate::shell::{About, page_name};

/// The pages that are about no instance.
pub fn general() -> [Route; 4] {
    [Route::Instances, Route::NewKafka, Route::NewRocketMq, Route::Journal]
}

/// The pages of an instance that need no other name, in the order of the rail, each before those below it.
pub fn of(about: &About) -> Vec<Route> {
    let instance = || about.id.clone();
    match about.engine {
        Engine::RocketMq => {
            let pages = rocketmq().into_iter();
            pages.map(|page| Route::RocketMq { instance: instance(), page }).collect()
        }
        _ => vec![
            Route::Kafka { instance: instance() },
            Route::Topics { instance: instance() },
            Route::NewTopic { instance: instance() },
            manage(about, ManagePage::CompareTopics),
            Route::Messages { instance: instance() },
            Route::NewMessage { instance: instance() },
            Route::Groups { instance: instance() },
            Route::Coordinators { instance: instance() },
            Route::Users { instance: instance() },
            Route::Permissions { instance: instance() },
            manage(about, ManagePage::Brokers),
            manage(about, ManagePage::Reassign),
            manage(about, ManagePage::Monitoring),
            manage(about, ManagePage::Settings),
            manage(about, ManagePage::Resize),
            manage(about, ManagePage::Tasks),
        ],
    }
}

fn manage(about: &About, page: ManagePage) -> Route {
    Route::Manage { instance: about.id.clone(), page }
}

fn rocketmq() -> [RocketMqPage; 14] {
    use RocketMqPage as Page;
    [
        Page::Overview,
        Page::Topics,
        Page::NewTopic,
        Page::Messages,
        Page::NewMessage,
        Page::Trace,
        Page::Groups,
        Page::NewGroup,
        Page::DeadLetters,
        Page::Users,
        Page::Permissions,
        Page::Migrations,
        Page::NewMigration,
        Page::Tasks,
    ]
}

/// Words for what one does on a page and that are not in its name.
pub fn tasks(route: &Route) -> &'static str {
    match route {
        Route::NewTopic { .. } | Route::RocketMq { page: RocketMqPage::NewTopic, .. } => "create topic",
        Route::NewMessage { .. } | Route::RocketMq { page: RocketMqPage::NewMessage, .. } => {
            "send publish 发送"
        }
        Route::Topics { .. } | Route::RocketMq { page: RocketMqPage::Topics, .. } => "delete edit 删除 修改",
        Route::Users { .. } | Route::RocketMq { page: RocketMqPage::Users, .. } => {
            "password delete 密码 删除"
        }
        Route::Messages { .. } => "tail live search delete 查询 实时 删除",
        Route::RocketMq { page: RocketMqPage::Messages, .. } => "search verify consumption 查询 消费验证",
        Route::RocketMq { page: RocketMqPage::DeadLetters, .. } => "dlq resend retry 重新投递",
        Route::Groups { .. } | Route::RocketMq { page: RocketMqPage::Groups, .. } => {
            "lag offsets reset delete 积压 堆积 重置 进度 删除"
        }
        Route::RocketMq { page: RocketMqPage::NewGroup, .. } => "create group",
        Route::Instances => "delete restart 删除 重启",
        Route::RocketMq { page: RocketMqPage::Migrations, .. } => "import 导入",
        Route::Permissions { .. } | Route::RocketMq { page: RocketMqPage::Permissions, .. } => {
            "acl rights grant access 授权"
        }
        Route::NewKafka | Route::NewRocketMq => "create order 购买",
        Route::Journal => "curl calls errors 错误",
        Route::Manage { page, .. } => match page {
            ManagePage::Brokers => "disk usage health 磁盘 健康",
            ManagePage::Monitoring => "metrics dimensions ces 指标 维度",
            ManagePage::Settings => "password automatic topics addresses 密码 自动创建 跨 VPC",
            ManagePage::Resize => "extend storage brokers flavour scale 扩容 规格",
            ManagePage::Tasks => "jobs progress 进度",
            ManagePage::Reassign => "reassign drain balance replication leader 均衡 迁移 副本",
            ManagePage::CompareTopics => "diff 差异",
        },
        _ => "",
    }
}

/// What a page is called in both languages, the one in use first: a word of the other one finds it as well.
pub fn names(route: &Route, locale: Locale) -> [String; 2] {
    let other = match locale {
        Locale::En => Locale::Zh,
        Locale::Zh => Locale::En,
    };
    [page_name(route, locale), page_name(route, other)]
}
