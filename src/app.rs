//! Start, and which page a route shows.

use leptos::prelude::*;
use leptos_router::components::Router;

