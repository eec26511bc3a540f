//! Checks the colours of tokens.css for contrast, as WCAG 2.2 AA asks: 4.5 for text, 3 for the edges of controls
//! and for icons that mean something.

use std::collections::HashMap;

const TOKENS: &str = include_str!("../../style/tokens.css");

/// Text on the grounds it stands on.
const TEXT: &[(&str, &[&str])] = &[
    ("text", &["ground", "surface", "raised", "hover", "pressed", "selected", "well"]),
    ("text-soft", &["ground", "surface", "raised", "hover", "pressed", "selected", "well"]),
    ("text-faint", &["ground", "surface", "raised", "hover"]),
    ("accent", &["ground", "surface", "raised", "hover", "accent-soft", "selected"]),
    ("ok", &["surface", "ground", "ok-soft", "hover", "selected"]),
    ("warn", &["surface", "ground", "warn-soft", "hover", "selected"]),
    ("bad", &["surface", "ground", "raised", "bad-soft", "hover", "selected"]),
    ("on-accent", &["accent-fill", "accent-fill-hover", "bad-fill", "bad-fill-hover"]),
];

/// Edges and fills against what is around them.
const EDGES: &[(&str, &[&str])] = &[
    ("edge", &["surface", "ground", "raised"]),
    ("ring", &["surface", "ground", "raised"]),
    ("accent-fill", &["surface", "ground"]),
];

#[derive(Clone, Copy, PartialEq)]
struct Rgb([f64; 3]);

impl Rgb {
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0;
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

/// Linear sRGB of an OKLCH colour, cut to what a screen can show. Lightness 0 to 1, hue in degrees.
fn oklch(lightness: f64, chroma: f64, hue: f64) -> Rgb {
    let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    let cube = |x: f64| x * x * x;
    let l = cube(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b);
    let m = cube(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b);
    let s = cube(lightness - 0.089_484_177_5 * a - 1.291_485_548 * b);
    let rgb = [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
    ];
    Rgb(rgb.map(|c| c.clamp(0.0, 1.0)))
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn colour(text: &str) -> Option<Rgb> {
    match text.trim() {
        "#fff" => return Some(Rgb([1.0; 3])),
        "#000" => return Some(Rgb([0.0; 3])),
        _ => {}
    }
    let inner = text.trim().strip_prefix("oklch(")?.strip_suffix(')')?;
    let mut parts = inner.split_whitespace();
    let lightness: f64 = parts.next()?.strip_suffix('%')?.parse().ok()?;
    let chroma: f64 = parts.next()?.parse().ok()?;
    Some(oklch(lightness / 100.0, chroma, parts.next()?.parse().ok()?))
}

/// The two sides of `light-dark(a, b)`; a plain colour is both.
fn both(value: &str) -> Option<[Rgb; 2]> {
    match value.strip_prefix("light-dark(").and_then(|v| v.strip_suffix(')')) {
        Some(inner) => {
            let (light, dark) = inner.split_once(", ")?;
            Some([colour(light)?, colour(dark)?])
        }
        None => colour(value).map(|c| [c, c]),
    }
}

/// The colours of a block of declarations, by name.
fn colours(block: &str) -> HashMap<&str, [Rgb; 2]> {
    let declared = block.split(';').filter_map(|line| {
        let (name, value) =
            line.rsplit_once("--").map_or((line, ""), |(_, d)| d.split_once(": ").unwrap_or((d, "")));
        Some((name, both(value.trim())?))
    });
    declared.collect()
}

fn block(start: &str) -> &'static str {
    let (_, rest) = TOKENS.split_once(start).expect(start);
    rest.split_once("\n  }").expect("end of block").0
}

fn check(theme: &str, colours: &HashMap<&str, [Rgb; 2]>) -> Vec<String> {
    let mut faults = Vec::new();
    for (pairs, least) in [(TEXT, 4.5), (EDGES, 3.0)] {
        for (front, backs) in pairs {
            for back in *backs {
                for (side, name) in ["light", "dark"].iter().enumerate() {
                    let ratio = contrast(colours[front][side], colours[back][side]);
                    if ratio < least {
                        faults
                            .push(format!("{theme} {name}: {front} on {back} is {ratio:.2}, wants {least}"));
                    }
                }
            }
        }
    }
    faults
}

#[test]
fn every_pair_of_colours_can_be_read() {
    let usual = colours(block(":root {"));
    let mut contrast = usual.clone();
    contrast.extend(colours(block("[data-theme=\"contrast\"] {")));
    let faults = [check("usual", &usual), check("contrast", &contrast)].concat();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn knows_black_from_white() {
    let (white, black) = (oklch(1.0, 0.0, 0.0), oklch(0.0, 0.0, 0.0));
    assert!((contrast(white, black) - 21.0).abs() < 0.01);
    // #767676, the lightest grey that passes on white.
    assert!((contrast(white, oklch(0.5659, 0.0, 0.0)) - 4.54).abs() < 0.05);
}
