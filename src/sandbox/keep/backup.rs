//! Backups of one service: how everything in it was at a moment. A service that is restored from one has forgotten what
//! came later; the others have not.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Error;

use super::super::gate::Service;
use super::super::world::accounts::Accounts;
use super::super::world::{Bigin, Desk, Id, World};

/// A backup.
#[derive(Debug)]
pub struct Backup {
    /// Whose it is.
    pub service: Service,
    /// When it was taken.
    pub taken: Timestamp,
    settings: Settings,
    rows: HashMap<&'static str, HashMap<Id, String>>,
}

/// Everything that is no record.
#[derive(Debug)]
enum Settings {
    Accounts(Box<Accounts>),
    Other(String),
}

/// Whether a shelf belongs to a service.
fn owns(service: Service, shelf: &str) -> bool {
    match service {
        Service::Desk => shelf.starts_with("desk "),
        Service::Bigin => !shelf.starts_with("desk "),
        _ => false,
    }
}

impl Backup {
    /// Takes a backup of Accounts, Bigin or Desk.
    pub fn take(world: &mut World, service: Service) -> Result<Self, Error> {
        let settings = match service {
            Service::Bigin => Settings::Other(serde_json::to_string(&world.bigin.settings)?),
            Service::Desk => Settings::Other(serde_json::to_string(&world.desk.settings)?),
            _ => Settings::Accounts(Box::new(world.accounts.clone())),
        };
        let mut rows = HashMap::new();
        for (name, shelf) in world.shelves() {
            if owns(service, name) {
                rows.insert(name, shelf.all()?.into_iter().collect());
            }
        }
        Ok(Self { service, taken: world.now(), settings, rows })
    }

    /// How many records it has.
    pub fn records(&self) -> usize {
        self.rows.values().map(HashMap::len).sum()
    }

    /// Brings the service back to what it was; gives how many records changed by that. Ids and tokens that were given
    /// since are not given again, and switches stay.
    pub fn put_back(&self, world: &mut World) -> Result<usize, Error> {
        let mut changed = 0;
        for (name, shelf) in world.shelves() {
            let Some(then) = self.rows.get(name) else { continue };
            for (id, now) in shelf.all()? {
                match then.get(&id) {
                    Some(was) if *was == now => {}
                    was => {
                        shelf.put(id, was.map(String::as_str))?;
                        changed += 1;
                    }
                }
            }
            for (id, was) in then {
                if shelf.row(*id)?.is_none() {
                    shelf.put(*id, Some(was))?;
                    changed += 1;
                }
            }
        }
        match &self.settings {
            Settings::Accounts(was) => put_accounts(&mut world.accounts, was),
            Settings::Other(was) if self.service == Service::Bigin => put_bigin(&mut world.bigin, was)?,
            Settings::Other(was) => put_desk(&mut world.desk, was)?,
        }
        Ok(changed)
    }
}

fn put_accounts(accounts: &mut Accounts, was: &Accounts) {
    let (made, switches) = (accounts.made, accounts.switches);
    *accounts = Accounts { made, switches, dirty: true, ..was.clone() };
}

fn put_bigin(bigin: &mut Bigin, was: &str) -> Result<(), Error> {
    let (ids, switches) = (bigin.settings.ids.clone(), bigin.settings.switches);
    bigin.settings = serde_json::from_str(was)?;
    bigin.settings.ids = ids;
    bigin.settings.switches = switches;
    bigin.dirty = true;
    Ok(())
}

fn put_desk(desk: &mut Desk, was: &str) -> Result<(), Error> {
    let (ids, switches) = (desk.settings.ids.clone(), desk.settings.switches);
    desk.settings = serde_json::from_str(was)?;
    desk.settings.ids = ids;
    desk.settings.switches = switches;
    desk.swept = None;
    desk.dirty = true;
    Ok(())
}

/// What a list of backups says of one.
#[derive(Debug, Serialize)]
pub struct Line<'a> {
    name: &'a str,
    service: Service,
    taken: Timestamp,
    records: usize,
}

impl Backup {
    /// Its line in a list.
    pub fn line<'a>(&self, name: &'a str) -> Line<'a> {
        Line { name, service: self.service, taken: self.taken, records: self.records() }
    }
}
