//! How the service is configured, and what it tells about itself once it runs.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

/// Where the messages of Kafka instances live.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum KafkaBackend {
    /// A broker per instance inside this process, each on loopback ports of its own.
    #[default]
    Embedded,
    /// An existing Kafka cluster serves every Kafka instance.
    External {
        /// `host:port`, several separated by commas.
        bootstrap: String,
    },
}

/// What to start. [`Options::default`] is a usable service: loopback, port 8635, nothing kept.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where to listen. Port 0 takes a free port; see [`Running::addr`](crate::Running::addr).
    pub listen: SocketAddr,
    /// Folder for everything that outlives the process; `None` keeps nothing.
    pub data_dir: Option<PathBuf>,
    /// Fills an empty service with a believable company and keeps its messages moving.
    pub demo: bool,
    /// Adds one instance with this many topics to the demo, for load.
    pub demo_scale: Option<u32>,
    /// How long a lifecycle step such as creating or restarting an instance takes. Zero means at once.
    pub pace: Duration,
    /// Where messages live.
    pub kafka: KafkaBackend,
    /// How often messages are written to `data_dir`: what a `kill -9` can lose.
    pub flush: Duration,
    /// Refuses a second topic detail (K5.4.5) of one instance within a second, as the cloud does.
    pub flow_control: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8635)),
            data_dir: None,
            demo: false,
            demo_scale: None,
            pace: Duration::from_secs(6),
            kafka: KafkaBackend::Embedded,
            flush: Duration::from_millis(500),
            flow_control: true,
        }
    }
}

/// Where the running service is and how to sign in. The credentials are public: they guard a loopback service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalInfo {
    /// `http://host:port` of the DMS API.
    pub endpoint: String,
    /// `http://host:port` of the IAM API.
    pub iam_endpoint: String,
    /// IAM domain (account) name.
    pub domain: String,
    /// IAM user name.
    pub user: String,
    /// Password of `user`.
    pub password: String,
    /// Access key for signed requests.
    pub access_key: String,
    /// Secret key for signed requests.
    pub secret_key: String,
    /// Project that the instances are in.
    pub project_id: String,
    /// Name of that project, which in the cloud is the region's id.
    pub project_name: String,
}
