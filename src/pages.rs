//! One file or folder per route.

pub mod auto_refresh;
pub mod batch;
pub mod browse;
pub mod cell_grid;
pub mod date_time;
pub mod export;
pub mod instances;
pub mod kafka;
pub mod list_count;
pub mod matrix;
pub mod name_link;
pub mod new_password;
pub mod not_found;
pub mod request_preview;
pub mod rocketmq;
pub mod search;
pub mod sign_in;
pub mod tasks;
pub mod time_field;
pub mod time_shortcuts;
pub mod tools;
