//! The three ways to get a session, and what each has to ask IAM and DMS.
