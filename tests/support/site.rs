//! A gateway with a local DMS behind it: what a test's browser talks to.

use std::sync::Arc;
use std::time::Duration;

use dms_gateway::config::{Assets, Config, ProxyConfig};
use dms_gateway::hosts::AllowList;
use dms_gateway::{Running, serve};
use dms_local::LocalInfo;

use super::local::Local;
use super::paths;

/// The sites that tests may play on. Each is started when its first test comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SiteKind {
    /// Demo data, at the root.
    Demo,
    /// Demo data, under `/portal/dms/`.
    Portal,
    /// Demo data, behind a gateway that only reads.
    ReadOnly,
    /// An instance with 10,000 topics.
    Scale,
}

/// Topics of [`SiteKind::Scale`]'s large instance.
pub const SCALE: u32 = 10_000;

/// A region of the cloud that can be chosen. No test calls it.
const REGION_HOSTS: [&str; 2] = ["dms.cn-north-4.myhuaweicloud.com", "iam.cn-north-4.myhuaweicloud.com"];

/// How long creating or restarting an instance takes: long enough to be seen, short enough to wait for.
const PACE: Duration = Duration::from_millis(600);

/// A running site.
pub struct Site {
    pub local: Local,
    gateway: Running,
}

impl Site {
    /// Starts gateway and local DMS on free ports; nothing is kept.
    pub async fn start(kind: SiteKind) -> anyhow::Result<Arc<Self>> {
        let base_path = match kind {
            SiteKind::Portal => "/portal/dms/".parse()?,
            _ => "/".parse()?,
        };
        let mut allow = AllowList::empty();
        for host in REGION_HOSTS {
            allow.add(host.parse()?);
        }
        let config = Config {
            listen: "127.0.0.1:0".parse()?,
            base_path,
            assets: Assets::Dir(paths::dist()?),
            local: Some(dms_local::Options {
                listen: "127.0.0.1:0".parse()?,
                data_dir: None,
                demo: true,
                demo_scale: (kind == SiteKind::Scale).then_some(SCALE),
                pace: PACE,
                flow_control: false,
                ..dms_local::Options::default()
            }),
            proxy: Some(ProxyConfig {
                allow,
                read_only: kind == SiteKind::ReadOnly,
                ..ProxyConfig::default()
            }),
            ..Config::default()
        };
        let gateway = serve(config).await?;
        let info = gateway.local.as_ref().expect("asked for").info().clone();
        Ok(Arc::new(Self { local: Local::new(info), gateway }))
    }

    /// The console's address, with the slash at its end.
    pub fn url(&self) -> String {
        self.gateway.url()
    }

    /// How to sign in to the local DMS.
    pub fn info(&self) -> &LocalInfo {
        self.local.info()
    }

    /// Stops it all, if nobody holds it any more.
    pub async fn stop(self: Arc<Self>) {
        if let Ok(site) = Arc::try_unwrap(self) {
            site.gateway.shutdown().await;
        }
    }
}
