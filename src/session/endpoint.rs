//! Endpoint addresses as people type them.

use dms_api::RuntimeConfig;

/// What is wrong with an endpoint address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndpointProblem {
    Missing,
    /// Not `https://host` or `http://host`.
    Malformed,
    /// The gateway of this console does not forward to this host.
    NotAllowed,
}

/// The address with scheme and without a path: `dms.example/` becomes `https://dms.example`.
///
/// # Errors
/// When it is empty or names no host.
pub fn normalise(text: &str) -> Result<String, EndpointProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(EndpointProblem::Missing);
    }
    let (scheme, rest) = text.split_once("://").unwrap_or(("https", text));
    let rest = rest.trim_end_matches('/');
    let scheme = scheme.to_ascii_lowercase();
    let host_ok =
        !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:[]".contains(&b));
    match scheme.as_str() {
        "https" | "http" if host_ok => Ok(format!("{scheme}://{}", rest.to_ascii_lowercase())),
        _ => Err(EndpointProblem::Malformed),
    }
}

/// Whether the gateway forwards to this (normalised) endpoint; unknown counts as yes.
pub fn is_allowed(endpoint: &str, config: &RuntimeConfig) -> bool {
    let host = crate::data::client::host(endpoint);
    config.proxy.is_empty() || config.hosts.is_empty() || config.hosts.iter().any(|h| is_host(h, host))
}

/// `*.myhuaweicloud.com` means every host below.
fn is_host(pattern: &str, host: &str) -> bool {
    match pattern.strip_prefix('*') {
        Some(suffix) => host.len() > suffix.len() && host.ends_with(suffix),
        None => pattern.eq_ignore_ascii_case(host),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_people_type() {
        assert_eq!(normalise(" dms.Example.com/ ").as_deref(), Ok("https://dms.example.com"));
        assert_eq!(normalise("http://127.0.0.1:8635").as_deref(), Ok("http://127.0.0.1:8635"));
        for (text, problem) in [
            ("", EndpointProblem::Missing),
            ("https://", EndpointProblem::Malformed),
            ("ftp://dms.example.com", EndpointProblem::Malformed),
            ("https://dms.example.com/v2", EndpointProblem::Malformed),
            ("https://dms example.com", EndpointProblem::Malformed),
        ] {
            assert_eq!(normalise(text), Err(problem), "{text:?}");
        }
    }

    #[test]
    fn knows_hosts_that_the_gateway_refuses() {
        let hosts = vec!["*.myhuaweicloud.com".to_owned(), "127.0.0.1:8635".to_owned()];
        let config = RuntimeConfig { hosts, ..RuntimeConfig::default() };
        assert!(is_allowed("https://dms.eu-west-0.myhuaweicloud.com", &config));
        assert!(is_allowed("http://127.0.0.1:8635", &config));
        assert!(!is_allowed("http://127.0.0.1:9999", &config));
        assert!(!is_allowed("https://myhuaweicloud.com.evil.example", &config));
        assert!(is_allowed("https://any.example", &RuntimeConfig::default()));
    }
}
