//! What an agent does at the counter.
