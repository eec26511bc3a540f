//! Who may use the proxy: the console's own pages, and pages of origins that were listed.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use http::header::{HOST, ORIGIN};
use http::{HeaderMap, Uri};

/// An origin as browsers write it: `https://portal.example.com`, port only where it is not the default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

/// Why a text is no origin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an origin is scheme and host, as in https://portal.example.com, without a path")]
pub struct BadOrigin;

impl FromStr for Origin {
    type Err = BadOrigin;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let uri: Uri = text.strip_suffix('/').unwrap_or(text).parse().map_err(|_| BadOrigin)?;
        let (Some(scheme @ ("http" | "https")), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(BadOrigin);
        };
        if uri.path_and_query().is_some_and(|p| p.as_str() != "/") || authority.as_str().contains(['@', '*'])
        {
            return Err(BadOrigin);
        }
        let default = if scheme == "https" { ":443" } else { ":80" };
        let host = authority.as_str().to_ascii_lowercase();
        Ok(Self(format!("{scheme}://{}", host.strip_suffix(default).unwrap_or(&host))))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Origin {
    fn authority(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, authority)| authority)
    }
}

/// What the origin check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caller {
    /// A page of this gateway, or no browser at all.
    Own,
    /// A page of a listed origin, which needs CORS headers to read the answer.
    Listed(Origin),
    /// A page of somebody else.
    Foreign,
}

/// Judges by `Sec-Fetch-Site`, which scripts cannot forge, then by `Origin`. Browsers leave out the first on
/// plain-http sites and the second on same-origin GETs; a caller with neither is no cross-site script that
/// could read the answer.
pub fn caller(headers: &HeaderMap, listed: &[Origin]) -> Caller {
    let origin = text(headers, ORIGIN.as_str());
    if let Some(found) = listed.iter().find(|o| Some(o.0.as_str()) == origin) {
        return Caller::Listed(found.clone());
    }
    match text(headers, "sec-fetch-site") {
        Some("same-origin") => Caller::Own,
        Some(_) => Caller::Foreign,
        None => match origin {
            None => Caller::Own,
            Some(origin) => {
                let own =
                    origin.split_once("://").is_some_and(|(_, a)| Some(a) == text(headers, HOST.as_str()));
                if own { Caller::Own } else { Caller::Foreign }
            }
        },
    }
}

/// Whether the `Host` header may reach a gateway that listens on `listen`. On loopback only this machine's own
/// names and the listed origins may: a foreign name there means that somebody's DNS points at 127.0.0.1 to make
/// the visitor's browser take this gateway for theirs.
pub fn host_may_reach(headers: &HeaderMap, listen: SocketAddr, listed: &[Origin]) -> bool {
    if !listen.ip().is_loopback() {
        return true;
    }
    let Some(host) = text(headers, HOST.as_str()) else { return true };
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split_once(']').map_or(rest, |(v6, _)| v6),
        None => host.split_once(':').map_or(host, |(name, _)| name),
    };
    name == "localhost"
        || name.ends_with(".localhost")
        || name.parse::<IpAddr>().is_ok()
        || listed.iter().any(|o| o.authority().eq_ignore_ascii_case(host))
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|v| v.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(k, v)| (k.parse().unwrap(), v.parse().unwrap())).collect()
    }

    #[test]
    fn origins_are_written_as_browsers_do() {
        assert_eq!(
            "https://Portal.example.com:443/".parse(),
            Ok(Origin("https://portal.example.com".into()))
        );
        assert_eq!("http://p:8080".parse(), Ok(Origin("http://p:8080".into())));
        for bad in ["portal.example.com", "https://p/x", "ftp://p", "https://*.p", "null", "https://a@b", ""]
        {
            assert_eq!(bad.parse::<Origin>(), Err(BadOrigin), "{bad}");
        }
    }

    #[test]
    fn only_own_and_listed_pages_may_call() {
        let listed = ["https://portal.example.com".parse().unwrap()];
        let judge = |pairs| caller(&headers(pairs), &listed);
        assert_eq!(judge(&[("sec-fetch-site", "same-origin")]), Caller::Own);
        assert_eq!(judge(&[]), Caller::Own);
        assert_eq!(judge(&[("origin", "http://h:1"), ("host", "h:1")]), Caller::Own);
        for site in ["cross-site", "same-site", "none"] {
            let pairs = HeaderMap::from_iter([("sec-fetch-site".parse().unwrap(), site.parse().unwrap())]);
            assert_eq!(caller(&pairs, &listed), Caller::Foreign, "{site}");
        }
        assert_eq!(judge(&[("origin", "http://evil"), ("host", "h:1")]), Caller::Foreign);
        assert_eq!(judge(&[("origin", "null"), ("host", "h:1")]), Caller::Foreign);
        let portal = [("origin", "https://portal.example.com"), ("sec-fetch-site", "cross-site")];
        assert!(matches!(caller(&headers(&portal), &listed), Caller::Listed(_)));
    }

    #[test]
    fn a_foreign_name_on_loopback_is_rebound_dns() {
        let loopback: SocketAddr = "127.0.0.1:8080".parse().unwrap();
        let listed = ["https://portal.example.com".parse().unwrap()];
        let reach = |host, listen| host_may_reach(&headers(&[("host", host)]), listen, &listed);
        for host in ["localhost:8080", "127.0.0.1:8080", "[::1]:8080", "dms.localhost", "portal.example.com"]
        {
            assert!(reach(host, loopback), "{host}");
        }
        assert!(!reach("evil.example.com:8080", loopback));
        assert!(reach("dms.example.com", "10.0.0.7:8080".parse().unwrap()));
    }
}
