//! Pages as a person knows them: what is done on them often, in their own words.

mod frame;
mod sign_in;

pub use sign_in::SignIn;
