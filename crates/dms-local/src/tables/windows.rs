//! Maintenance windows (K5.9.1).

use dms_api::models::kafka::{MaintainWindow, hour};

/// Hours at which a window can begin; each lasts four.
const BEGINS: [u8; 6] = [22, 2, 6, 10, 14, 18];
const DEFAULT: u8 = 2;
const LENGTH: u8 = 4;

/// All windows as the API shows them.
pub fn answer() -> Vec<MaintainWindow> {
    let windows = BEGINS.into_iter().zip(1..).map(|(begin, seq)| MaintainWindow {
        seq,
        begin: format!("{begin:02}"),
        end: format!("{:02}", (begin + LENGTH) % 24),
        default: begin == DEFAULT,
        ..Default::default()
    });
    windows.collect()
}

/// The window that a request asks for, as instances keep it (`HH:mm:ss`); nothing asked means the default.
/// `None` for times that are no window.
pub fn choose(begin: Option<&str>, end: Option<&str>) -> Option<(String, String)> {
    let given = |text: Option<&str>| text.filter(|t| !t.is_empty()).map(hour);
    let begin = match (given(begin), given(end)) {
        (None, None) => DEFAULT,
        (Some(Some(begin)), Some(Some(end))) if BEGINS.contains(&begin) && end == (begin + LENGTH) % 24 => {
            begin
        }
        _ => return None,
    };
    let text = |hour: u8| format!("{:02}:00:00", hour % 24);
    Some((text(begin), text(begin + LENGTH)))
}

#[cfg(test)]
mod tests {
    use super::choose;

    #[test]
    fn only_the_six_windows_are_taken() {
        assert_eq!(choose(None, None), Some(("02:00:00".into(), "06:00:00".into())));
        assert_eq!(choose(Some("22:00"), Some("02:00")), Some(("22:00:00".into(), "02:00:00".into())));
        assert_eq!(choose(Some("22:00"), None), None);
        assert_eq!(choose(Some("03:00:00"), Some("07:00:00")), None);
        assert_eq!(choose(Some("02:00:00"), Some("08:00:00")), None);
    }
}
