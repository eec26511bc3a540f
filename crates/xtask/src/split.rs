//! Divides the console's WebAssembly into the file of the first pages and the chunks that are fetched later
//! (`src/lazy.rs`), and makes each of them small.
//!
//! Trunk knows nothing of chunks, so this takes what Cargo has linked and puts the result in place of Trunk's. All
//! files of one build carry the same hash in their names: they only fit each other.

mod names;

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result, ensure};

use crate::finish;
use crate::process::{run, run_quietly};
use crate::project::{Project, read, write};
use crate::wasm::WasmBuild;

/// The name of the program, and the start of the names that Trunk gave.
const NAME: &str = "dms-console";
/// What the division tool calls the script that fetches chunks.
const LOADER: &str = "__wasm_split.js";
/// The style sheets of later pages, fetched with the first chunk; part of the loader.
const STYLES: &str = include_str!("split/styles.js");
/// Size first. Similar functions next to each other compress better. The first kilobyte of memory is the end of a stack
/// that has a whole megabyte: nothing is ever there, so small sums of addresses may become offsets.
const OPTIMISE: [&str; 3] = ["--low-memory-unused", "-Oz", "--reorder-functions-by-name"];
/// What every browser with WebAssembly reference types has, and Rust uses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Does all of it in `dist/`, which Trunk has filled. `styles` is the sheet that comes with the first chunk.
pub fn divide(project: &Project, wasm: &WasmBuild, styles: &str) -> Result<()> {
    let linked = wasm.output(project).join("wasm-release").join(format!("{NAME}.wasm"));
    let work = project.target.join("xtask").join("split");
    let (parts, bound) = (work.join("parts"), work.join("bound"));
    if work.exists() {
        fs::remove_dir_all(&work).with_context(|| format!("cannot empty {}", work.display()))?;
    }
    for dir in [&parts, &bound] {
        fs::create_dir_all(dir).with_context(|| format!("cannot create {}", dir.display()))?;
    }
    println!("console: dividing ...");
    let mut divide = wasm.command(project, "wasm-split-cli")?;
    run_quietly(divide.args(["--target", "web", "--out-name", NAME]).arg(&linked).arg(&parts))?;
    let mut bind = wasm.command(project, "wasm-bindgen")?;
    bind.args(["--target", "web", "--no-typescript", "--no-demangle", "--keep-lld-exports"]);
    run(bind.args(["--out-name", NAME, "--out-dir"]).arg(&bound).arg(parts.join(format!("{NAME}.wasm"))))?;

    let (program, script) = (bound.join(format!("{NAME}_bg.wasm")), bound.join(format!("{NAME}.js")));
    let bytes = fs::read(&program).with_context(|| format!("cannot read {}", program.display()))?;
    let (short, text) = names::shorten(&bytes, &read(&script)?)?;
    fs::write(&program, short).with_context(|| format!("cannot write {}", program.display()))?;

    let dist = project.dist();
    let hash = hash_in(&dist)?;
    let mut jobs = VecDeque::from([(program, dist.join(format!("{NAME}-{hash}_bg.wasm")))]);
    for (file, chunk) in chunks(&parts)? {
        jobs.push_back((file, dist.join(format!("{chunk}-{hash}.wasm"))));
    }
    let loader = loader_in(&read(&parts.join(LOADER))?, &hash, styles);
    write_scripts(&text, &loader, &dist, &hash)?;
    for file in [format!("{NAME}-{hash}.js"), format!("chunks-{hash}.js")] {
        let file = dist.join(file);
        let mut minify = wasm.command(project, "esbuild")?;
        minify.args(["--minify", "--allow-overwrite", "--log-level=warning"]).arg(&file);
        run_quietly(minify.arg(format!("--outfile={}", file.display())))?;
    }
    optimise_all(project, wasm, jobs)
}

/// The hash that Trunk has put into the names.
fn hash_in(dist: &Path) -> Result<String> {
    let names = finish::files(dist)?;
    let names = names.iter().filter_map(|file| file.file_name()?.to_str());
    let hash =
        names.filter_map(|name| name.strip_prefix(NAME)?.strip_prefix('-')?.strip_suffix("_bg.wasm")).next();
    hash.map(str::to_owned).context("Trunk has written no WebAssembly")
}

/// The files of the chunks, and what each is called: a declared one by its name, one that several share by a number.
fn chunks(parts: &Path) -> Result<Vec<(PathBuf, String)>> {
    let mut found = Vec::new();
    for file in finish::files(parts)? {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some(stem) = name.strip_suffix(".wasm").filter(|stem| *stem != NAME) {
            let chunk = chunk_name(stem);
            found.push((file, chunk));
        }
    }
    ensure!(!found.is_empty(), "the console has not been divided: is it built with the feature `split`?");
    Ok(found)
}

fn chunk_name(stem: &str) -> String {
    match stem.strip_prefix("chunk_") {
        Some(number) => format!("shared-{number}"),
        None => stem.trim_start_matches("split_").to_owned(),
    }
}

/// The scripts under names with the hash, and the loader known to the page.
fn write_scripts(main: &str, loader: &str, dist: &Path, hash: &str) -> Result<()> {
    let loader_name = format!("chunks-{hash}.js");
    // Not everywhere: the WebAssembly file goes on calling the module by its old name.
    let script = main.replace(&format!("from \"./{LOADER}\""), &format!("from \"./{loader_name}\""));
    write(&dist.join(format!("{NAME}-{hash}.js")), &script)?;
    write(&dist.join(&loader_name), loader)?;
    let page = dist.join("index.html");
    let html = read(&page)?;
    let preload = format!(r#"<link rel="modulepreload" href="./{loader_name}"></head>"#);
    ensure!(html.contains("</head>"), "index.html has no </head>");
    write(&page, &html.replacen("</head>", &preload, 1))
}

/// The loader as it stands in `dist/`: with the names of the files there, and the style sheet with every chunk.
fn loader_in(loader: &str, hash: &str, styles: &str) -> String {
    let loader = with_hash(loader, hash).replace("fetch(new URL(", "fetchStyled(new URL(");
    loader + "\n" + &STYLES.replace("later.css", styles)
}

/// The loader with the names that the files have in `dist/`.
fn with_hash(loader: &str, hash: &str) -> String {
    let mut text = loader.replace(&format!("./{NAME}.js"), &format!("./{NAME}-{hash}.js"));
    for start in ["\"./chunk_", "\"./split_"] {
        let mut rest = std::mem::take(&mut text);
        while let Some((before, after)) = rest.split_once(start) {
            let Some((name, tail)) = after.split_once(".wasm\"") else { break };
            let stem = [start.trim_start_matches("\"./"), name].concat();
            text.push_str(&format!("{before}\"./{}-{hash}.wasm\"", chunk_name(&stem)));
            rest = tail.to_owned();
        }
        text.push_str(&rest);
    }
    text
}

/// Runs `wasm-opt` over (from, to), as many at a time as there are processors: it needs seconds to start.
fn optimise_all(project: &Project, wasm: &WasmBuild, jobs: VecDeque<(PathBuf, PathBuf)>) -> Result<()> {
    println!("console: making {} WebAssembly files small ...", jobs.len());
    let workers = thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    let jobs = Mutex::new(jobs);
    let next = || jobs.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    let work = || -> Result<()> {
        while let Some((from, to)) = next() {
            let mut optimise = wasm.command(project, "wasm-opt")?;
            optimise.args(OPTIMISE).args(FEATURES).arg(&from).arg("--output").arg(&to);
            run_quietly(&mut optimise)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_asks_for_names_with_the_hash() {
        let loader = r#"import { initSync } from "./dms-console.js";
const __chunk_4 = makeLoad(() => fetch(new URL("./chunk_4.wasm", import.meta.url)), []);
export const __wasm_split_load_kafka = () => fetch(new URL("./split_kafka.wasm", import.meta.url));"#;
        let text = with_hash(loader, "00ff");
        assert!(text.contains(r#"from "./dms-console-00ff.js""#), "{text}");
        assert!(text.contains(r#"URL("./shared-4-00ff.wasm""#), "{text}");
        assert!(text.contains(r#"URL("./kafka-00ff.wasm""#), "{text}");
        assert!(text.contains("const __chunk_4 = ") && text.contains("__wasm_split_load_kafka"), "{text}");
    }

    #[test]
    fn the_style_sheet_comes_with_a_chunk() {
        let text =
            loader_in(r#"fetch(new URL("./split_kafka.wasm", import.meta.url))"#, "00ff", "later-1.css");
        assert!(text.contains(r#"fetchStyled(new URL("./kafka-00ff.wasm""#), "{text}");
        assert!(text.contains(r#"new URL("./later-1.css", import.meta.url)"#), "{text}");
    }
}
