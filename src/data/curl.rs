//! A call as a command line that anyone can run, with placeholders where secrets belong.

use crate::data::journal::Call;

/// The `curl` command that repeats `call`. The token comes from the environment, masked fields of the body have
/// to be filled in again.
pub fn command(call: &Call) -> String {
    let mut lines = vec![format!("curl -X {} {}", call.method, quote(&call.url()))];
    if !call.operation.starts_with("iam.CreateToken") {
        lines.push("-H \"X-Auth-Token: $DMS_TOKEN\"".to_owned());
    }
    if let Some(body) = &call.body {
        lines.push("-H 'Content-Type: application/json'".to_owned());
        lines.push(format!("--data {}", quote(body)));
    }
    lines.join(" \\\n  ")
}

/// Quotes for a POSIX shell.
fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::journal::tests::call;

    #[test]
    fn a_read_is_one_address_and_the_token_from_the_environment() {
        assert_eq!(
            command(&call("/v2/p1/instances?engine=kafka", None)),
            "curl -X GET 'https://dms.example/v2/p1/instances?engine=kafka' \\\n  -H \"X-Auth-Token: $DMS_TOKEN\""
        );
    }

    #[test]
    fn quotes_survive_the_shell() {
        let command = command(&call("/v2/p1/instances", Some(r#"{"description":"it's; rm -rf /"}"#)));
        assert!(command.ends_with(r#"--data '{"description":"it'\''s; rm -rf /"}'"#), "{command}");
        assert!(command.contains("-H 'Content-Type: application/json'"));
    }
}
