//! How the console looks on this browser: theme, density, width of the rail.

use std::sync::LazyLock;

use crate::prelude::*;
use crate::session::storage;
use crate::ui::Density;

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Like the system.
    #[default]
    Auto,
    Light,
    Dark,
    Contrast,
}

impl Theme {
    /// Every theme, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Contrast];

    const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Prefs {
    theme: Theme,
    density: Density,
    rail_small: bool,
}

static PREFS: LazyLock<ArcRwSignal<Prefs>> = LazyLock::new(ArcRwSignal::default);

const THEME: &str = "dms.theme";
const DENSITY: &str = "dms.density";
const RAIL: &str = "dms.rail";

/// Applies what was chosen on an earlier visit.
pub fn init() {
    let stored = |key| storage::local_get(key).unwrap_or_default();
    let theme = Theme::ALL.into_iter().find(|t| t.word() == stored(THEME)).unwrap_or_default();
    set_theme(theme);
    if stored(DENSITY) == "compact" {
        set_density(Density::Compact);
    }
    PREFS.update(|p| p.rail_small = stored(RAIL) == "small");
}

/// Tracked.
pub fn theme() -> Theme {
    PREFS.with(|p| p.theme)
}

/// Tracked.
pub fn density() -> Density {
    PREFS.with(|p| p.density)
}

/// Whether the user has collapsed the rail. Tracked.
pub fn rail_small() -> bool {
    PREFS.with(|p| p.rail_small)
}

pub fn set_theme(theme: Theme) {
    storage::local_set(THEME, theme.word());
    mark("data-theme", (theme != Theme::Auto).then_some(theme.word()));
    PREFS.update(|p| p.theme = theme);
}

pub fn set_density(density: Density) {
    let word = (density == Density::Compact).then_some("compact");
    storage::local_set(DENSITY, word.unwrap_or("normal"));
    mark("data-density", word);
    PREFS.update(|p| p.density = density);
}

pub fn toggle_rail() {
    PREFS.update(|p| p.rail_small = !p.rail_small);
    let small = PREFS.with_untracked(|p| p.rail_small);
    storage::local_set(RAIL, if small { "small" } else { "wide" });
}

/// Sets an attribute of `<html>`, which the style sheets read.
fn mark(name: &str, value: Option<&str>) {
    let Some(html) = document().document_element() else { return };
    let _ = match value {
        Some(value) => html.set_attribute(name, value),
        None => html.remove_attribute(name),
    };
}
