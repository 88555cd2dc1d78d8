//! Reading a store back.

use serde::de::DeserializeOwned;

use super::super::world::bigin::Kind;
use super::super::world::{Id, Item, Shelf, World};
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
        world.clock.restore(&setting);
    }
    for kind in Kind::ALL {
        shelf(keeper, kind.api_name(), world.bigin.records_mut(kind))?;
    }
    let desk = &mut world.desk;
    shelf(keeper, "desk contacts", &mut desk.contacts)?;
    shelf(keeper, "desk accounts", &mut desk.accounts)?;
    shelf(keeper, "desk tickets", &mut desk.tickets)?;
    shelf(keeper, "desk threads", &mut desk.threads)?;
    shelf(keeper, "desk comments", &mut desk.comments)?;
    shelf(keeper, "desk attachments", &mut desk.attachments)?;
    shelf(keeper, "desk events", &mut desk.events)?;
    shelf(keeper, "desk ratings", &mut desk.ratings)?;
    shelf(keeper, "desk activities", &mut desk.activities)?;
    shelf(keeper, "desk deliveries", &mut desk.deliveries)?;
    files(keeper, world)
}

fn shelf<T: Item + DeserializeOwned>(
    keeper: &Keeper,
    kind: &str,
    shelf: &mut Shelf<T>,
) -> Result<(), KeepError> {
    let database = |error| KeepError::Database(keeper.path.clone(), error);
    let connection = keeper.connection();
    let mut select =
        connection.prepare("SELECT id, body FROM rows WHERE kind = ?1 ORDER BY id").map_err(database)?;
    let rows = select.query_map([kind], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(1)?)));
    for row in rows.map_err(database)? {
        match row.map_err(database)? {
            (id, None) => drop(shelf.remove(Id(id.cast_unsigned()))),
            (_, Some(body)) => match serde_json::from_str(&body) {
                Ok(item) => shelf.insert(item),
                Err(error) => return Err(KeepError::Unreadable(keeper.path.clone(), error.to_string())),
            },
        }
    }
    shelf.clean();
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
