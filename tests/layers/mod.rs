//! The house keeps its order: who may import whom, which crate lives where, and how tidy the files are. The rules are
//! tables ([`rules`]); what they are for is told in `docs/architecture.md`.

mod imports;
mod outside;
mod rules;
mod source;
mod tidy;
