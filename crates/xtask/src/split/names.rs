//! Short names for what the main WebAssembly file imports from its script.
//!
//! wasm-bindgen ends each of some 300 names with a hash of 16 digits. No compression can shorten those, and they
//! stand in both files.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

/// Sections with this number list the imports.
const IMPORTS: u8 = 2;
/// Magic number and version.
const HEADER: usize = 8;
/// What wasm-bindgen's own names begin with.
const GENERATED: &str = "__wb";

/// The WebAssembly file and its script, with the names of the imports shortened in both.
///
/// # Errors
/// When the file is not what WebAssembly files are.
pub fn shorten(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let wasm = renamed(wasm, &mut names).context("the WebAssembly file cannot be read")?;
    Ok((wasm, replaced(script, &names)))
}

/// The file with short names, which are noted in `names`.
fn renamed(wasm: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut out = wasm.get(..HEADER)?.to_vec();
    let mut rest = Reader(wasm.get(HEADER..)?);
    while let Some(id) = rest.byte() {
        let length = rest.number()?;
        let section = rest.bytes(length)?;
        let section = if id == IMPORTS { imports(section, names)? } else { section.to_vec() };
        out.push(id);
        push_number(&mut out, section.len());
        out.extend(section);
    }
    Some(out)
}

fn imports(section: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut rest = Reader(section);
    let mut out = Vec::new();
    let count = rest.number()?;
    push_number(&mut out, count);
    for _ in 0..count {
        push_text(&mut out, rest.text()?);
        let name = std::str::from_utf8(rest.text()?).ok()?;
        if name.starts_with(GENERATED) {
            let short = format!("_{:x}", names.len());
            push_text(&mut out, names.entry(name.to_owned()).or_insert(short).as_bytes());
        } else {
            push_text(&mut out, name.as_bytes());
        }
        out.extend(rest.kind()?);
    }
    Some(out)
}

/// The script with every identifier in `names` replaced.
fn replaced(script: &str, names: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(GENERATED) {
        let (before, name) = rest.split_at(start);
        let end = name.find(|c: char| c != '_' && c != '$' && !c.is_alphanumeric()).unwrap_or(name.len());
        let (name, after) = name.split_at(end);
        out.push_str(before);
        out.push_str(names.get(name).map_or(name, String::as_str));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// WebAssembly's binary format, as far as imports need it. `None` is an end that comes too early.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    /// LEB128.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.bytes(length)
    }

    /// What is imported: a function, table, memory or global with its type.
    fn kind(&mut self) -> Option<&'a [u8]> {
        let start = self.0;
        match self.byte()? {
            0 => drop(self.number()?),
            1 => {
                self.byte()?;
                self.limits()?;
            }
            2 => self.limits()?,
            3 => drop(self.bytes(2)?),
            _ => return None,
        }
        start.get(..start.len() - self.0.len())
    }

    fn limits(&mut self) -> Option<()> {
        let flags = self.byte()?;
        self.number()?;
        if flags & 1 == 1 {
            self.number()?;
        }
        Some(())
    }
}

fn push_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn push_text(out: &mut Vec<u8>, text: &[u8]) {
    push_number(out, text.len());
    out.extend(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports two functions and a memory, and has an empty section after that.
    fn module() -> Vec<u8> {
        let mut section = vec![3];
        for (name, kind) in [
            ("__wbg_log_0123456789abcdef", [0, 5].as_slice()),
            ("memory", &[2, 1, 17, 255, 1]),
            ("__wbindgen_throw", &[0, 200, 1]),
        ] {
            push_text(&mut section, b"./app.js");
            push_text(&mut section, name.as_bytes());
            section.extend(kind);
        }
        let mut module = b"\0asm\x01\0\0\0\x02".to_vec();
        push_number(&mut module, section.len());
        module.extend(section);
        module.extend([10, 1, 0]);
        module
    }

    #[test]
    fn both_files_get_the_same_names() {
        let script =
            "x = { __wbg_log_0123456789abcdef: f, __wbindgen_throw(a) {}, __wbindgen_other: 1, memory };";
        let (wasm, script) = shorten(&module(), script).unwrap();
        assert_eq!(script, "x = { _0: f, _1(a) {}, __wbindgen_other: 1, memory };");
        let text = String::from_utf8_lossy(&wasm);
        assert!(text.contains("\u{8}./app.js\u{2}_0\0\u{5}") && text.contains("memory"), "{text:?}");
        assert!(!text.contains("__wb") && wasm.ends_with(&[10, 1, 0]), "{text:?}");
    }

    #[test]
    fn what_is_cut_off_is_an_error() {
        let module = module();
        assert!(shorten(&module[..40], "").is_err());
        assert!(shorten(b"\0asm", "").is_err());
    }
}
