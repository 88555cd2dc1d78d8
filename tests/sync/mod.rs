//! The simulation of the sync core: two services with people editing at every call, everything that can go wrong, and a
//! crash at every effect. See `docs/sync.md`.

mod case;
mod dice;
mod faults;
mod mapping;
mod people;
mod service;
mod truth;
mod verdict;
mod wire;
mod world;

pub use case::{Way, plain, run};
