//! The simulation of the sync core: two services with people editing at every call, everything that can go wrong, and a
//! crash at every effect. See `docs/sync.md`.

pub mod case;
mod corpus;
mod dice;
#[cfg(test)]
mod economy;
mod faults;
#[cfg(test)]
mod gate;
mod looks;
mod mapping;
mod mishaps;
mod people;
mod perform;
#[cfg(test)]
mod rehearse;
#[cfg(test)]
mod seeds;
mod service;
pub mod soak;
mod truth;
mod turn;
mod verdict;
mod whims;
mod wire;
pub mod world;
