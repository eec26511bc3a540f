//! Who is connected to what: the connection, its credentials, sign-in and the runtime configuration.

pub mod storage;
