//! Mounts the console, nothing else.

fn main() {
    leptos::mount::mount_to_body(|| "DMS Console");
}
