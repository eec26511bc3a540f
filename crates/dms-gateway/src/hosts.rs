//! The allow-list: which hosts the proxy forwards to, and how it reaches them.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use dms_api::regions;

/// How the proxy speaks to a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// TLS with a certificate that the public authorities vouch for.
    Https,
    /// Plain text: the local DMS, or a test.
    Http,
}

impl Scheme {
    /// `https` or `http`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Https => "https",
            Self::Http => "http",
        }
    }

    const fn default_port(self) -> u16 {
        match self {
            Self::Https => 443,
            Self::Http => 80,
        }
    }
}

/// A host the proxy may call, as one of the allow-list's entries describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// How to reach it.
    pub scheme: Scheme,
    /// Lower-case name or address; IPv6 in brackets.
    pub host: String,
    /// Port, also where it is the scheme's own.
    pub port: u16,
}

impl Target {
    /// What the `Host` header says and signatures cover: a default port is left out, as browsers do.
    pub fn authority(&self) -> String {
        if self.port == self.scheme.default_port() {
            self.host.clone()
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }
}

/// One entry of the allow-list: `host`, `host:port`, `http://host:port` or `*.suffix`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostRule {
    scheme: Scheme,
    /// Lower-case; for a wildcard the suffix with its leading dot.
    host: String,
    wildcard: bool,
    port: u16,
    private: bool,
}

/// Why a text is no entry of the allow-list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadHost {
    /// Something other than a host name, an address or a port.
    #[error("expected a host such as dms.cn-north-4.myhuaweicloud.com, host:port or http://host:port")]
    NotAHost,
    /// Such as `*` or `*.com`.
    #[error("a wildcard needs at least two labels after the star, as in *.myhuaweicloud.com")]
    TooWide,
    /// Neither `http://` nor `https://`.
    #[error("only http:// and https:// are known")]
    Scheme,
}

impl FromStr for HostRule {
    type Err = BadHost;

    /// Without a scheme it is https. An address names its network itself and so may be a private one; a name may
    /// not resolve to one, unless [`HostRule::or_private`] says so.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (scheme, rest) = match text.split_once("://") {
            None => (Scheme::Https, text),
            Some(("https", rest)) => (Scheme::Https, rest),
            Some(("http", rest)) => (Scheme::Http, rest),
            Some(_) => return Err(BadHost::Scheme),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (rest, wildcard) = match rest.strip_prefix('*') {
            Some(suffix) => (suffix.strip_prefix('.').ok_or(BadHost::TooWide)?, true),
            None => (rest, false),
        };
        let (host, port) = split_authority(rest).ok_or(BadHost::NotAHost)?;
        let address = address_of(&host);
        if wildcard && (!host.contains('.') || address.is_some()) {
            return Err(BadHost::TooWide);
        }
        let private = address.is_some();
        let host = if wildcard { format!(".{host}") } else { host };
        Ok(Self { scheme, host, wildcard, port: port.unwrap_or(scheme.default_port()), private })
    }
}

impl fmt::Display for HostRule {
    /// As the console shows it: without the scheme and its default port.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let star = if self.wildcard { "*" } else { "" };
        write!(f, "{star}{}", self.host)?;
        if self.port == self.scheme.default_port() { Ok(()) } else { write!(f, ":{}", self.port) }
    }
}

impl HostRule {
    /// The same host, which may also resolve to a private or loopback address.
    #[must_use]
    pub fn or_private(self) -> Self {
        Self { private: true, ..self }
    }

    /// The plain-text address of a service on this machine.
    pub fn local(addr: std::net::SocketAddr) -> Self {
        let host = match addr.ip() {
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        };
        Self { scheme: Scheme::Http, host, wildcard: false, port: addr.port(), private: true }
    }

    fn covers(&self, host: &str) -> bool {
        if self.wildcard {
            host.len() > self.host.len() && host.ends_with(&self.host)
        } else {
            host == self.host
        }
    }
}

/// The hosts the proxy forwards to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllowList(Vec<HostRule>);

impl AllowList {
    /// Nothing allowed.
    pub fn empty() -> Self {
        Self::default()
    }

    /// DMS and IAM of every region of the public cloud.
    pub fn public_endpoints() -> Self {
        let endpoints = regions::ALL.iter().flat_map(|region| [region.dms, region.iam]);
        let mut list = Self::empty();
        endpoints.filter_map(|url| url.parse().ok()).for_each(|rule| list.add(rule));
        list
    }

    /// Adds an entry.
    pub fn add(&mut self, rule: HostRule) {
        if !self.0.contains(&rule) {
            self.0.push(rule);
        }
    }

    /// The target that `authority` (`host` or `host:port`, as the console puts it into the path) means.
    pub fn find(&self, authority: &str) -> Option<Target> {
        let (host, port) = split_authority(authority)?;
        let rule =
            self.0.iter().find(|r| r.covers(&host) && port.unwrap_or(r.scheme.default_port()) == r.port)?;
        Some(Target { scheme: rule.scheme, host, port: rule.port })
    }

    /// Whether `host` may resolve to a private or loopback address.
    pub fn may_be_private(&self, host: &str) -> bool {
        self.0.iter().any(|rule| rule.private && rule.covers(host))
    }

    /// The entries as the console shows them.
    pub fn names(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }
}

/// Host (lower-case) and port of `host`, `host:port`, `[v6]` or `[v6]:port`; `None` for anything else, which
/// takes user info, escapes and other tricks out of the game.
fn split_authority(text: &str) -> Option<(String, Option<u16>)> {
    let (host, port) = match text.strip_prefix('[') {
        Some(rest) => {
            let (v6, tail) = rest.split_once(']')?;
            let v6: Ipv6Addr = v6.parse().ok()?;
            let port = if tail.is_empty() { None } else { Some(tail.strip_prefix(':')?) };
            (format!("[{v6}]"), port)
        }
        None => match text.split_once(':') {
            Some((host, port)) => (host.to_ascii_lowercase(), Some(port)),
            None => (text.to_ascii_lowercase(), None),
        },
    };
    let plain =
        |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if !host.starts_with('[') && (host.len() > 253 || !host.split('.').all(plain)) {
        return None;
    }
    let port = match port {
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => {
            Some(digits.parse().ok().filter(|p| *p > 0)?)
        }
        Some(_) => return None,
        None => None,
    };
    Some((host, port))
}

/// The address that `host` spells, if it is one.
fn address_of(host: &str) -> Option<IpAddr> {
    host.trim_start_matches('[').trim_end_matches(']').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(rules: &[&str]) -> AllowList {
        let mut list = AllowList::empty();
        rules.iter().for_each(|r| list.add(r.parse().unwrap()));
        list
    }

    fn authority(list: &AllowList, host: &str) -> Option<String> {
        list.find(host).map(|t| format!("{}://{}", t.scheme.as_str(), t.authority()))
    }

    #[test]
    fn only_the_listed_host_and_port_match() {
        let list =
            list(&["dms.example.com", "http://10.0.0.7:8635", "https://x.example.com:8443", "[::1]:9"]);
        assert_eq!(authority(&list, "DMS.example.com").as_deref(), Some("https://dms.example.com"));
        assert_eq!(authority(&list, "dms.example.com:443").as_deref(), Some("https://dms.example.com"));
        assert_eq!(authority(&list, "10.0.0.7:8635").as_deref(), Some("http://10.0.0.7:8635"));
        assert_eq!(authority(&list, "x.example.com:8443").as_deref(), Some("https://x.example.com:8443"));
        assert_eq!(authority(&list, "[::1]:9").as_deref(), Some("https://[::1]:9"));
        for host in [
            "dms.example.com:80",
            "a.dms.example.com",
            "x.example.com",
            "example.com",
            "10.0.0.7",
            "evil",
            "",
        ] {
            assert_eq!(authority(&list, host), None, "{host}");
        }
    }

    #[test]
    fn tricks_in_the_host_never_match() {
        let list = list(&["*.example.com", "dms.example.com"]);
        for host in [
            "dms.example.com@evil.com",
            "evil.com%2F.example.com",
            "dms.example.com.",
            "..example.com",
            ".example.com",
            "dms.example.com:443:80",
            "dms.example.com:",
            "dms.example.com:+443",
            "evil.com#.example.com",
            "example.com",
            "evilexample.com",
        ] {
            assert_eq!(authority(&list, host), None, "{host}");
        }
        assert_eq!(authority(&list, "a.b.example.com").as_deref(), Some("https://a.b.example.com"));
    }

    #[test]
    fn bad_entries_say_what_is_wrong() {
        for (text, error) in [
            ("*", BadHost::TooWide),
            ("*.com", BadHost::TooWide),
            ("*evil.com", BadHost::TooWide),
            ("ftp://a.example.com", BadHost::Scheme),
            ("a.example.com/path", BadHost::NotAHost),
            ("a.example.com:99999", BadHost::NotAHost),
            ("a b", BadHost::NotAHost),
            ("", BadHost::NotAHost),
        ] {
            assert_eq!(text.parse::<HostRule>(), Err(error), "{text}");
        }
    }

    #[test]
    fn only_what_says_so_may_be_private() {
        let mut list = list(&["dms.example.com", "10.0.0.7", "localhost", "*.corp.example.com"]);
        list.add("mq.example.com".parse::<HostRule>().unwrap().or_private());
        for host in ["10.0.0.7", "mq.example.com"] {
            assert!(list.may_be_private(host), "{host}");
        }
        for host in ["dms.example.com", "localhost", "a.corp.example.com", "10.0.0.8"] {
            assert!(!list.may_be_private(host), "{host}");
        }
    }
}
