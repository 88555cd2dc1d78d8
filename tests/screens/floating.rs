//! floating
