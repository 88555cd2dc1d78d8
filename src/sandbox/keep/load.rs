//! Reading a store back.

use super::super::world::shelves::Rows;
use super::super::world::{Id, World};
use super::{KeepError, Keeper};

/// Lays what is kept over a world that was just told; afterwards nothing counts as changed.
pub fn restore(keeper: &Keeper, world: &mut World) -> Result<(), KeepError> {
    if let Some(accounts) = keeper.part("accounts")? {
        world.accounts = accounts;
    }
    if let Some(settings) = keeper.part("bigin")? {
        world.bigin.settings = settings;
    }
    if let Some(settings) = keeper.part("desk")? {
        world.desk.settings = settings;
    }
    if let Some(setting) = keeper.part("clock")? {
        world.clocks.restore(&setting);
    }
    for (kind, rows) in world.shelves() {
        shelf(keeper, kind, rows)?;
    }
    files(keeper, world)
}

fn shelf(keeper: &Keeper, kind: &str, shelf: &mut dyn Rows) -> Result<(), KeepError> {
    let database = |error| KeepError::Database(keeper.path.clone(), error);
    let connection = keeper.connection();
    let mut select =
        connection.prepare("SELECT id, body FROM rows WHERE kind = ?1 ORDER BY id").map_err(database)?;
    let rows = select.query_map([kind], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(1)?)));
    for row in rows.map_err(database)? {
        let (id, body) = row.map_err(database)?;
        let put = shelf.put(Id(id.cast_unsigned()), body.as_deref());
        put.map_err(|error| KeepError::Unreadable(keeper.path.clone(), error.to_string()))?;
    }
    shelf.is_kept();
    Ok(())
}

fn files(keeper: &Keeper, world: &mut World) -> Result<(), KeepError> {
    let database = |error| KeepError::Database(keeper.path.clone(), error);
    let connection = keeper.connection();
    let mut select = connection.prepare("SELECT id, bytes FROM files").map_err(database)?;
    let rows = select.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)));
    for row in rows.map_err(database)? {
        let (id, bytes) = row.map_err(database)?;
        world.keep_bytes(Id(id.cast_unsigned()), bytes);
    }
    drop(world.take_dirty_bytes());
    Ok(())
}
