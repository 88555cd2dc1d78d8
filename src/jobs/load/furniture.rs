//! Departments, statuses, agents and the like.

use crate::app::effect::Furniture;
use crate::store::cache::{Cache, Error, Slot};

pub(super) fn read(cache: &Cache) -> Result<Furniture, Error> {
    Ok(Furniture {
        me: first(cache.get(&Slot::ME)?),
        permissions: first(cache.get(&Slot::PERMISSIONS)?),
        currency: first(cache.get(&Slot::CURRENCY)?),
        departments: first(cache.get(&Slot::DEPARTMENTS)?)
            .unwrap_or_default()
            .into_iter()
            .filter(|department| department.enabled)
            .collect(),
        statuses: first(cache.get(&Slot::STATUSES)?).unwrap_or_default(),
        priorities: first(cache.get(&Slot::PRIORITIES)?).unwrap_or_default(),
        channels: first(cache.get(&Slot::CHANNELS)?).unwrap_or_default(),
        agents: first(cache.get(&Slot::AGENTS)?).unwrap_or_default(),
        from: first(cache.get(&Slot::FROM_ADDRESSES)?).unwrap_or_default(),
    })
}

fn first<T>(slot: Option<(T, jiff::Timestamp)>) -> Option<T> {
    slot.map(|(value, _)| value)
}
