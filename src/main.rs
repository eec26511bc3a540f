//! Mounts the console, nothing else.

fn main() {
    dms_console::app::start();
}
