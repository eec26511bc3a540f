//! The stage that all browser tests play on.
//!
//! Environment, all optional:
//! * `DMS_E2E_DIST`: folder of the built console (default `dist` of the workspace).
//! * `DMS_E2E_CHROMEDRIVER`, `DMS_E2E_CHROMIUM`: the programs (default: those on PATH).
//! * `DMS_E2E_AXE`: axe-core's script; `DMS_E2E_PYTHON`: a Python with confluent-kafka.
//! * `DMS_E2E_IMAGES=1`: pictures go to docs/images as well.
//! * `DMS_E2E_HEADED=1`: a window to watch.
//!
//! What a run leaves in `target/e2e`: `gallery/`, `operations.json`, and for each failed test a screenshot, the
//! page's text and the browser's log.

mod api;
pub mod axe;
mod browser;
mod console;
mod failure;
mod gallery;
pub mod kafka;
mod local;
mod locate;
mod operations;
pub mod paths;
mod rocketmq;
mod runner;
mod site;
mod stage;
mod wait;

pub use api::Api;
pub use console::Console;
pub use kafka::Kafka;
pub use locate::{Locator, Name};
pub use rocketmq::{RocketMq, Sent};
pub use runner::{Flow, run};
pub use site::{SCALE, SiteKind};
pub use wait::{until, until_within};

/// A test: its name, the site it plays on, and its function.
#[macro_export]
macro_rules! flow {
    ($site:ident, $area:ident :: $name:ident) => {
        $crate::support::Flow {
            name: concat!(stringify!($area), "::", stringify!($name)),
            site: $crate::support::SiteKind::$site,
            play: |console| Box::pin($area::$name(console)),
        }
    };
}
