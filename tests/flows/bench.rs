//! How long sorting and filtering 10,000 topics or groups takes, against plain JavaScript in the same page and the same run.
//! Nothing here depends on how fast the machine is: what is measured is written down, not judged.

use anyhow::{Context, ensure};
use dms_api::ops::kafka::ListTopics;
use serde_json::{Value, json};

use crate::support::{Api, Console, SCALE, paths, until_within};

/// Sorts and filters the page's own list by its controls, and the same names by plain JavaScript: once the work
/// alone, once with forty rows drawn as HTML. Answers with medians in milliseconds.
const MEASURE: &str = r#"
const [names, wanted, done] = arguments;
const median = (all) => all.sort((a, b) => a - b)[all.length >> 1];
const pause = () => new Promise((go) => setTimeout(go, 30));
const grid = document.querySelector('[role=grid]');
const top = () => grid.querySelector('[data-position="0"] a')?.textContent;
const count = () => Number(grid.getAttribute('aria-rowcount')) - 1;
// Until the page shows what is expected; not until it is painted, which costs both the same.
const shown = (test) => new Promise((go) => {
    if (test()) { return go(); }
    const watch = new MutationObserver(() => { if (test()) { watch.disconnect(); go(); } });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
});
const timed = async (act, test) => {
    await pause();
    const start = performance.now();
    act();
    await shown(test);
    return performance.now() - start;
};
const rows = names.map((name, i) => ({ name, partitions: i % 12, replicas: 3, retention: 72 }));
const natural = new Intl.Collator('en', { numeric: true }).compare;
const table = document.createElement('div');
const draw = (some) => {
    table.innerHTML = some.slice(0, 40).map((r) =>
        `<div><a>${r.name}</a><span>${r.partitions}</span><span>${r.replicas}</span><span>${r.retention}</span></div>`)
        .join('');
};
const plain = (work, repeat) => {
    const all = [];
    for (let i = 0; i < repeat; i++) {
        const start = performance.now();
        work(i);
        all.push(performance.now() - start);
    }
    return median(all);
};
const run = async () => {
    const sorted = [...names].sort(natural);
    const first = sorted[0], last = sorted[sorted.length - 1];
    const head = [...grid.querySelectorAll('button')].find((b) => b.textContent.trim() === 'Name');
    const sort = [];
    for (let i = 0; i < 8; i++) {
        sort.push(await timed(() => head.click(), () => top() === first));
        sort.push(await timed(() => head.click(), () => top() === last));
        await timed(() => head.click(), () => top() !== last);
    }
    const search = document.querySelector('input[type=search]');
    const type = (text) => { search.value = text; search.dispatchEvent(new Event('input', { bubbles: true })); };
    const passes = (q) => { const word = q.toLowerCase(); return (r) => r.name.toLowerCase().includes(word); };
    const filter = [];
    for (let i = 0; i < 4; i++) {
        for (const q of wanted) {
            const expected = rows.filter(passes(q)).length;
            filter.push(await timed(() => type(q), () => count() === expected));
            await timed(() => type(''), () => count() === names.length);
        }
    }
    const by = (dir) => (a, b) => dir * natural(a.name, b.name);
    return {
        sort: median(sort),
        plain_sort: plain((i) => rows.slice().sort(by(i % 2 ? 1 : -1)), 12),
        plain_sort_drawn: plain((i) => draw(rows.slice().sort(by(i % 2 ? 1 : -1))), 12),
        filter: median(filter),
        plain_filter: plain((i) => rows.filter(passes(wanted[i % 4])), 40),
        plain_filter_drawn: plain((i) => draw(rows.filter(passes(wanted[i % 4]))), 40),
    };
};
run().then(done, (error) => done(String(error)));
"#;

pub async fn ten_thousand_topics_against_plain_arrays(console: Console) -> anyhow::Result<()> {
    let (api, kafka) = enter(&console).await?;
    let list = api.send(&ListTopics { instance_id: kafka.clone(), ..ListTopics::default() }).await?;
    let names: Vec<String> = list.topics.iter().map(|topic| topic.name.clone()).collect();
    ensure!(names.len() >= SCALE as usize, "{} topics", names.len());
    console.open(&format!("/kafka/{kafka}/topics")).await?;
    let wanted = ["fraud-0", "ORDERS-00", "stock-009", "ing-0"];
    measure(&console, "Topics", &names, &wanted, "bench").await
}

pub async fn ten_thousand_groups_against_plain_arrays(console: Console) -> anyhow::Result<()> {
    let (_, kafka) = enter(&console).await?;
    let names: Vec<String> = (0..SCALE).map(|n| format!("reader-{n:05}")).collect();
    console.open(&format!("/kafka/{kafka}/groups?every=0")).await?;
    let wanted = ["reader-01", "READER-009", "00", "er-0500"];
    measure(&console, "Consumer groups", &names, &wanted, "bench-groups").await
}

async fn enter(console: &Console) -> anyhow::Result<(Api<'_>, String)> {
    console.enter("/instances").await?;
    let api = console.api().await?;
    let kafka = api.find_kafka("kafka-scale").await?.context("no kafka-scale")?;
    Ok((api, kafka))
}

/// Measures the list that is open once all of `names` are in it, and leaves what came of it in files.
async fn measure(
    console: &Console,
    list: &str,
    names: &[String],
    wanted: &[&str],
    file: &str,
) -> anyhow::Result<()> {
    let grid = console.role(&["grid"], list);
    let all = (names.len() + 1).to_string();
    until_within(std::time::Duration::from_secs(240), "all rows to be known", || async {
        Ok((grid.attr("aria-rowcount").await?.as_deref() == Some(&all)).then_some(()))
    })
    .await?;
    let arguments = vec![json!(names), json!(wanted)];
    let measured = console.driver.execute_async(MEASURE, arguments).await?.json().clone();
    ensure!(measured.is_object(), "the measurement fails: {measured}");
    let report = format!("{list}: {}", report(&measured));
    println!("{report}");
    let folder = paths::reports();
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join(format!("{file}.json")), serde_json::to_string_pretty(&measured)? + "\n")?;
    std::fs::write(folder.join(format!("{file}.txt")), report + "\n")?;
    Ok(())
}

/// A line for sorting and one for filtering.
fn report(measured: &Value) -> String {
    let ms = |key: &str| measured[key].as_f64().unwrap_or(f64::NAN);
    let line = |what: &str, key: &str| {
        let (ours, plain, drawn) = (ms(key), ms(&format!("plain_{key}")), ms(&format!("plain_{key}_drawn")));
        format!(
            "{what}: {ours:.1} ms in the console; plain JavaScript {plain:.1} ms (x{:.1}), with 40 rows as HTML \
             {drawn:.1} ms (x{:.1})",
            ours / plain,
            ours / drawn
        )
    };
    format!(
        "10,000 rows, medians from the click or key to the new rows in the document\n{}\n{}",
        line("sort by name ", "sort"),
        line("search by name", "filter")
    )
}
