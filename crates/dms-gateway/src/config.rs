//! Everything that can be set, with defaults that are safe to run.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use crate::base_path::BasePath;
use crate::hosts::AllowList;
use crate::origin::Origin;
use crate::security::FrameAncestors;

/// Where the files of the built console come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Assets {
    /// Those that were in `dist` when this binary was built.
    #[default]
    Embedded,
    /// A folder, read at each request.
    Dir(PathBuf),
}

/// What one client, and one call, may use of the proxy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Largest request body in bytes; DMS itself takes 12 MB.
    pub body: usize,
    /// How long connecting may take, TLS not included.
    pub connect: Duration,
    /// How long a call may take in all, the answer's body included.
    pub total: Duration,
    /// Calls per second and client in the long run.
    pub rate: u32,
    /// Calls that a client may make at once after a pause.
    pub burst: u32,
    /// Calls of one client that may run at the same time.
    pub concurrent: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 12 * 1024 * 1024,
            connect: Duration::from_secs(5),
            total: Duration::from_secs(60),
            rate: 100,
            burst: 400,
            concurrent: 32,
        }
    }
}

/// The proxy's settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProxyConfig {
    /// The hosts it forwards to; that of a local DMS is added at the start.
    pub allow: AllowList,
    /// What a client may use.
    pub limits: Limits,
    /// Forwards only operations that read, and the login.
    pub read_only: bool,
    /// Takes the client's address from the last entry of `X-Forwarded-For`.
    pub trust_forwarded: bool,
}

/// What [`crate::serve`] starts. The default serves the embedded console on 127.0.0.1:8080 and calls nobody.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen. Port 0 takes a free one.
    pub listen: SocketAddr,
    /// The path under which the console is served.
    pub base_path: BasePath,
    /// The console's files.
    pub assets: Assets,
    /// `None` serves files only; the console then calls the endpoints itself.
    pub proxy: Option<ProxyConfig>,
    /// Pages that may frame the console.
    pub frame_ancestors: FrameAncestors,
    /// Origins, besides the gateway's own, from which the proxy may be used.
    pub origins: Vec<Origin>,
    /// Also runs a local DMS, and offers it to the console.
    pub local: Option<dms_local::Options>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            base_path: BasePath::default(),
            assets: Assets::default(),
            proxy: Some(ProxyConfig::default()),
            frame_ancestors: FrameAncestors::None,
            origins: Vec::new(),
            local: None,
        }
    }
}
