//! The component kit: knows nothing of DMS.
