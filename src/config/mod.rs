//! Settings, paths, profiles, secrets.
