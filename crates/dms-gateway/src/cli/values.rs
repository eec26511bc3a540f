//! Values of options that no type reads by itself.

use std::path::PathBuf;
use std::time::Duration;

/// A time in seconds, fractions allowed.
pub fn seconds(text: &str) -> Result<Duration, String> {
    let number: f64 =
        text.parse().map_err(|_| "expected a number of seconds, such as 5 or 0.2".to_owned())?;
    Duration::try_from_secs_f64(number).map_err(|_| "expected seconds, at least 0".to_owned())
}

/// One or more `host:port`, separated by commas.
pub fn bootstrap(text: &str) -> Result<String, String> {
    let good = |server: &str| {
        let server = server.trim();
        server.rsplit_once(':').is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok())
    };
    if text.split(',').all(good) {
        Ok(text.to_owned())
    } else {
        Err("expected host:port[,host:port...]".to_owned())
    }
}

/// Where this user's programs keep their data.
pub fn user_data_dir() -> Option<PathBuf> {
    let xdg = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from).filter(|p| p.is_absolute());
    let home = || std::env::home_dir().map(|home| home.join(".local/share"));
    xdg.or_else(home).map(|dir| dir.join("dms-console"))
}
