//! Bringing another broker's topics and groups here: `/rocketmq/{instance}/migrations`, `…/migrations/new` (R5.6).

mod delete;
mod file;
mod list;
mod new;
mod outcome;
mod panel;
mod preview;
mod source;
mod words;

pub use list::MigrationsPage;
pub use new::NewMigrationPage;
