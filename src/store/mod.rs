//! What lives on disk.
