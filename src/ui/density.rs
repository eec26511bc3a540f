//! How tall rows are.

use crate::prelude::*;

/// Heights of table rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    #[default]
    Normal,
    Compact,
}

impl Density {
    /// Height of a table row in pixels; the same as `--row` in tokens.css.
    pub const fn row_height(self) -> i32 {
        match self {
            Self::Normal => 32,
            Self::Compact => 26,
        }
    }

    /// Value of `data-density` on `<html>`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Compact => "compact",
        }
    }
}

#[derive(Clone, Copy)]
struct DensityContext(Signal<Density>);

/// Tells the tables below how tall rows are. The caller also sets `data-density` on `<html>`.
pub fn provide_density(density: Signal<Density>) {
    provide_context(DensityContext(density));
}

pub(crate) fn row_height() -> Signal<i32> {
    let density = use_context::<DensityContext>();
    Signal::derive(move || density.map(|d| d.0.get()).unwrap_or_default().row_height())
}
