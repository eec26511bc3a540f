//! The command line: one option per setting, grouped as a person looks for them.

mod values;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, ValueEnum};

use crate::base_path::BasePath;
use crate::config::{Assets, Config, Limits, ProxyConfig};
use crate::hosts::{AllowList, HostRule};
use crate::origin::Origin;
use crate::security::FrameAncestors;

const ABOUT: &str = "Serves DMS Console, and forwards its calls to Huawei Cloud DMS.";

const EXAMPLES: &str = "\
Examples:
  Try the console against a DMS on this machine, with demo data:
      dms-gateway --local --demo
  Serve it to a team, behind a reverse proxy that speaks TLS:
      dms-gateway --listen 0.0.0.0:8080 --origin https://dms.example.com --trust-forwarded
  Inside a portal, which may frame it, under a path of its own:
      dms-gateway --base-path /portal/dms/ --frame-ancestors https://portal.example.com
  Only look, never change, and only in one region:
      dms-gateway --read-only --no-default-hosts \\
          --allow dms.cn-north-4.myhuaweicloud.com --allow iam.cn-north-4.myhuaweicloud.com

Every answer of the proxy that is the gateway's own carries an error code beginning with GATEWAY.";

/// What the command line says.
#[derive(Debug, Parser)]
#[command(name = "dms-gateway", version, about = ABOUT, after_help = EXAMPLES, max_term_width = 100)]
pub struct Cli {
    #[command(flatten, next_help_heading = "Serving")]
    serving: Serving,
    #[command(flatten, next_help_heading = "Forwarding to DMS")]
    proxy: Forwarding,
    #[command(flatten, next_help_heading = "Limits")]
    limits: LimitArgs,
    #[command(flatten, next_help_heading = "Local DMS")]
    local: Local,
    /// How log lines look: for people, or one JSON object a line
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT", help_heading = "Logging")]
    pub log_format: LogFormat,
    /// Which log lines: error, warn, info, debug, or per module as in info,dms_local=debug
    #[arg(
        long,
        default_value = "info,krafka=error",
        value_name = "FILTER",
        env = "DMS_LOG",
        hide_env_values = true,
        help_heading = "Logging"
    )]
    pub log: String,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    // Doc comments here would make clap spread `--help` over three times as many lines.
    #[allow(missing_docs)]
    Text,
    #[allow(missing_docs)]
    Json,
}

#[derive(Debug, Args)]
struct Serving {
    /// Address and port to listen on
    #[arg(
        long,
        default_value = "127.0.0.1:8080",
        value_name = "ADDR:PORT",
        env = "DMS_LISTEN",
        hide_env_values = true
    )]
    listen: SocketAddr,
    /// Path under which the console is served
    #[arg(long, default_value = "/", value_name = "PATH", env = "DMS_BASE_PATH", hide_env_values = true)]
    base_path: BasePath,
    /// Serve the console from this folder instead of the one inside this binary
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// Pages that may frame the console: none, self, or origins separated by commas
    #[arg(
        long,
        default_value = "none",
        value_name = "ORIGINS",
        env = "DMS_FRAME_ANCESTORS",
        hide_env_values = true
    )]
    frame_ancestors: FrameAncestors,
    /// Another origin under which browsers reach the console, such as that of a reverse proxy; repeatable
    #[arg(
        long = "origin",
        value_name = "ORIGIN",
        env = "DMS_ORIGINS",
        hide_env_values = true,
        value_delimiter = ','
    )]
    origins: Vec<Origin>,
    /// Take a client's address from X-Forwarded-For, which the reverse proxy in front must set
    #[arg(long)]
    trust_forwarded: bool,
}

#[derive(Debug, Args)]
struct Forwarding {
    /// Another host to forward to: host, host:port, http://host:port or *.example.com; repeatable
    #[arg(long, value_name = "HOST", env = "DMS_ALLOW", hide_env_values = true, value_delimiter = ',')]
    allow: Vec<HostRule>,
    /// The same for a host name that resolves to a private address; repeatable
    #[arg(
        long,
        value_name = "HOST",
        env = "DMS_ALLOW_PRIVATE",
        hide_env_values = true,
        value_delimiter = ','
    )]
    allow_private: Vec<HostRule>,
    /// Forward only to hosts of --allow, not to every public endpoint of DMS and IAM
    #[arg(long)]
    no_default_hosts: bool,
    /// Forward only operations that read, and the login
    #[arg(long, env = "DMS_READ_ONLY", hide_env_values = true)]
    read_only: bool,
    /// Forward nothing: the console calls the endpoints itself, which must then allow it by CORS
    #[arg(long, conflicts_with_all = ["allow", "allow_private", "read_only", "local"])]
    no_proxy: bool,
}

#[derive(Debug, Args)]
struct LimitArgs {
    /// Longest time for a call, answer included
    #[arg(long, default_value = "60", value_name = "SECONDS", value_parser = values::seconds)]
    #[arg(allow_negative_numbers = true)]
    timeout: Duration,
    /// Longest time to connect
    #[arg(long, default_value = "5", value_name = "SECONDS", value_parser = values::seconds)]
    #[arg(allow_negative_numbers = true)]
    connect_timeout: Duration,
    /// Calls per second and client address
    #[arg(long, default_value = "100", value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rate: u32,
    /// Calls that a client may make at once
    #[arg(long, default_value = "400", value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    burst: u32,
    /// Calls of one client that may run at the same time
    #[arg(long, default_value = "32", value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    concurrency: u32,
}

#[derive(Debug, Args)]
struct Local {
    /// Also run a local DMS, with real Kafka brokers on loopback ports
    #[arg(long)]
    local: bool,
    /// Fill it with demo instances and keep their messages moving
    #[arg(long, requires = "local")]
    demo: bool,
    /// Add an instance of each engine with this many topics and consumer groups to the demo
    #[arg(long, value_name = "N", requires = "local")]
    demo_scale: Option<u32>,
    /// Port of its REST API on 127.0.0.1, for SDKs and scripts; 0 for a free one
    #[arg(long, default_value = "8635", value_name = "PORT", requires = "local")]
    local_port: u16,
    /// Folder that keeps its state and messages [default: dms-console in the user's data folder]
    #[arg(
        long,
        value_name = "DIR",
        requires = "local",
        conflicts_with = "ephemeral",
        env = "DMS_DATA_DIR",
        hide_env_values = true
    )]
    data_dir: Option<PathBuf>,
    /// Keep nothing when it stops
    #[arg(long, requires = "local")]
    ephemeral: bool,
    /// How long creating, restarting or resizing an instance takes; 0 for no time
    #[arg(long, default_value = "6", value_name = "SECONDS", requires = "local", value_parser = values::seconds)]
    #[arg(allow_negative_numbers = true)]
    pace: Duration,
    /// Refuse a second detail of a topic within a second, as the cloud does
    #[arg(long, requires = "local")]
    flow_control: bool,
    /// Use this Kafka cluster instead of brokers of its own: host:port, several separated by commas
    #[arg(long, value_name = "BOOTSTRAP", requires = "local", value_parser = values::bootstrap)]
    kafka: Option<String>,
}

impl Cli {
    /// The settings.
    pub fn into_config(self) -> Config {
        let Self { serving, proxy, limits, local, .. } = self;
        let limits = Limits {
            connect: limits.connect_timeout,
            total: limits.timeout,
            rate: limits.rate,
            burst: limits.burst,
            concurrent: limits.concurrency,
            ..Limits::default()
        };
        Config {
            listen: serving.listen,
            base_path: serving.base_path,
            assets: serving.dist.map_or(Assets::Embedded, Assets::Dir),
            frame_ancestors: serving.frame_ancestors,
            origins: serving.origins,
            proxy: (!proxy.no_proxy).then(|| ProxyConfig {
                read_only: proxy.read_only,
                trust_forwarded: serving.trust_forwarded,
                allow: proxy.allow_list(),
                limits,
            }),
            local: local.local.then(|| local.into_options()),
        }
    }
}

impl Forwarding {
    fn allow_list(self) -> AllowList {
        let mut list = if self.no_default_hosts { AllowList::empty() } else { AllowList::public_endpoints() };
        self.allow.into_iter().for_each(|rule| list.add(rule));
        self.allow_private.into_iter().for_each(|rule| list.add(rule.or_private()));
        list
    }
}

impl Local {
    fn into_options(self) -> dms_local::Options {
        let kafka = match self.kafka {
            Some(bootstrap) => dms_local::KafkaBackend::External { bootstrap },
            None => dms_local::KafkaBackend::Embedded,
        };
        dms_local::Options {
            listen: SocketAddr::from(([127, 0, 0, 1], self.local_port)),
            data_dir: if self.ephemeral { None } else { self.data_dir.or_else(values::user_data_dir) },
            demo: self.demo,
            demo_scale: self.demo_scale,
            pace: self.pace,
            kafka,
            flow_control: self.flow_control,
            ..dms_local::Options::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn parse(args: &[&str]) -> Result<Config, String> {
        let all = std::iter::once("dms-gateway").chain(args.iter().copied());
        Cli::try_parse_from(all).map(Cli::into_config).map_err(|e| e.to_string())
    }

    #[test]
    fn the_options_do_not_contradict_each_other() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_bad_option_is_named_and_explained() {
        for (args, words) in [
            (&["--listen", "8080"][..], &["--listen", "8080"][..]),
            (&["--base-path", "/a b/"], &["--base-path", "letters, digits"]),
            (&["--allow", "*"], &["--allow", "at least two labels"]),
            (&["--allow", "ftp://x.example.com"], &["--allow", "http://"]),
            (&["--origin", "portal.example.com"], &["--origin", "https://portal.example.com"]),
            (&["--frame-ancestors", "*"], &["--frame-ancestors", "none, self"]),
            (&["--timeout", "soon"], &["--timeout", "seconds"]),
            (&["--rate", "0"], &["--rate", "0"]),
            (&["--local", "--pace", "-1"], &["--pace", "seconds"]),
            (&["--local", "--kafka", "broker"], &["--kafka", "host:port"]),
            (&["--demo"], &["--local"]),
            (&["--local", "--ephemeral", "--data-dir", "x"], &["--ephemeral", "--data-dir"]),
            (&["--no-proxy", "--read-only"], &["--no-proxy", "--read-only"]),
            (&["--lisen", "1"], &["--lisen", "--listen"]),
        ] {
            let error = parse(args).expect_err(&args.join(" "));
            for word in words {
                assert!(error.contains(word), "{args:?}: no {word:?} in: {error}");
            }
        }
    }

    #[test]
    fn without_options_every_public_endpoint_is_allowed_and_no_other() {
        let allow = parse(&[]).unwrap().proxy.unwrap().allow;
        assert!(allow.find("dms.cn-north-4.myhuaweicloud.com").is_some());
        assert!(allow.find("iam.eu-west-101.myhuaweicloud.eu").is_some());
        assert!(allow.find("obs.cn-north-4.myhuaweicloud.com").is_none());
        let allow = parse(&["--no-default-hosts", "--allow", "a.example.com"]).unwrap().proxy.unwrap().allow;
        assert_eq!(allow.names(), ["a.example.com"]);
    }

    #[test]
    fn help_is_grouped_and_has_examples() {
        let help = Cli::command().render_long_help().to_string();
        for part in ["Serving:", "Forwarding to DMS:", "Limits:", "Local DMS:", "Logging:", "Examples:"] {
            assert!(help.contains(part), "{part}");
        }
    }
}
