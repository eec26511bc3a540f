//! The last resort: a bug has stopped the program. Nothing of it can be relied on any more, so the message is
//! put on the page by hand, in both languages.

use std::panic::PanicHookInfo;

use web_sys::Document;

/// Shows a message instead of a page that no longer reacts.
pub fn install() {
    std::panic::set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        web_sys::console::error_1(&info.to_string().into());
        if let Some(document) = web_sys::window().and_then(|w| w.document()) {
            // Without a document there is nobody to tell.
            let _ = show(&document, &info.to_string());
        }
    }));
}

fn show(document: &Document, what: &str) -> Option<()> {
    let element = |tag: &str, text: &str| {
        let element = document.create_element(tag).ok()?;
        element.set_text_content(Some(text));
        Some(element)
    };
    // A second failure adds nothing.
    if document.get_element_by_id("crash").is_some() {
        return None;
    }
    let banner = element("div", "")?;
    banner.set_id("crash");
    banner.set_class_name("crash");
    banner.set_attribute("role", "alertdialog").ok()?;
    let reload = element("a", "Reload · 重新加载")?;
    // With a target, nothing of the program takes the click over.
    reload.set_attribute("target", "_self").ok()?;
    reload.set_attribute("href", &document.location()?.href().ok()?).ok()?;
    reload.set_class_name("btn btn-primary");
    let parts = [
        element("h1", "DMS Console has stopped · 控制台已停止运行")?,
        element("p", "A fault in this program stopped it. Reload the page; you stay signed in.")?,
        element("p", "程序出现故障。请重新加载页面，无需再次登录。")?,
        reload,
        element("pre", what)?,
    ];
    for part in parts {
        banner.append_child(&part).ok()?;
    }
    document.body()?.append_child(&banner).ok()?;
    Some(())
}
