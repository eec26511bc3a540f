//! Debian's package manager, where it is there and may be used.

use std::sync::OnceLock;

use anyhow::{Result, bail};

use crate::process::{command, find, output, run};

/// Installs packages, or says what to install. `why` completes "... is needed for".
pub fn install(packages: &[&str], why: &str) -> Result<()> {
    let wanted = packages.join(" ");
    let Some(mut apt) = apt_get() else {
        bail!(
            "{wanted} (Debian's names) must be installed for {why}: \
             there is no apt-get here that this user may run, so please install them by hand"
        );
    };
    println!("setup: {why}: apt-get install {wanted}");
    update();
    apt.args(["install", "-y", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends"]).args(packages);
    run(&mut apt)
}

/// The newest package named `{stem}{number}`, such as `lld-22` for `lld-`.
pub fn newest(stem: &str) -> Option<String> {
    update();
    let names = output(command("apt-cache").args(["search", "--names-only", &format!("^{stem}[0-9]+$")]))?;
    newest_of(&names, stem)
}

fn newest_of(search: &str, stem: &str) -> Option<String> {
    let names = search.lines().filter_map(|line| line.split_whitespace().next());
    let numbers = names.filter_map(|name| name.strip_prefix(stem)?.parse::<u32>().ok());
    numbers.max().map(|number| format!("{stem}{number}"))
}

/// Fetches the package lists, once per run. A failure is only reported: the lists there may do.
fn update() {
    static DONE: OnceLock<()> = OnceLock::new();
    DONE.get_or_init(|| {
        if let Some(mut apt) = apt_get() {
            println!("setup: apt-get update");
            if let Err(error) = run(apt.args(["-qq", "update"])) {
                println!("setup: {error}; going on with the package lists that are there");
            }
        }
    });
}

/// `apt-get` as root, or through sudo where that asks no password.
fn apt_get() -> Option<std::process::Command> {
    find("apt-get")?;
    let mut apt = if output(command("id").arg("-u"))? == "0" {
        command("apt-get")
    } else {
        output(command("sudo").args(["-n", "true"]))?;
        let mut sudo = command("sudo");
        sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    };
    apt.env("DEBIAN_FRONTEND", "noninteractive").stdin(std::process::Stdio::null());
    Some(apt)
}

#[cfg(test)]
mod tests {
    use super::newest_of;

    #[test]
    fn newest_is_by_number_not_by_text() {
        let found = "lld-9 - linker\nlld-22 - linker\nlld-16 - linker\nlld-dev - other\n";
        assert_eq!(newest_of(found, "lld-").as_deref(), Some("lld-22"));
        assert_eq!(newest_of("", "lld-"), None);
    }
}
