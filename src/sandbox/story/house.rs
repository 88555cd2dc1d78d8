//! Reads `house.toml`: the company whose counter this is.

use serde::Deserialize;

use super::assets;

/// The company.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct House {
    /// What people call it.
    pub name: String,
    /// Its portal's name in web addresses.
    pub portal: String,
    /// Its mail domain.
    pub domain: String,
    /// Website.
    pub website: String,
    /// Phone.
    pub phone: String,
    /// City.
    pub city: String,
    /// Country.
    pub country: String,
    /// Zone, an IANA name.
    pub time_zone: String,
    /// Currency, ISO 4217.
    pub currency: String,
    /// Departments of Desk.
    pub department: Vec<Department>,
    /// Profiles of Desk.
    pub profile: Vec<Profile>,
    /// Agents, the one at the counter first.
    pub agent: Vec<Agent>,
    /// Statuses of tickets.
    pub status: Vec<Status>,
    /// Custom fields of both sides.
    pub field: Vec<Field>,
    /// Custom fields that were added after everything else.
    pub late_field: Vec<Field>,
    /// Team pipelines of Bigin.
    pub pipeline: Vec<Pipeline>,
}

/// A department.
#[derive(Debug, Deserialize)]
pub struct Department {
    /// Its key in the story.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Its reply addresses: name and address, the usual one first.
    pub addresses: Vec<(String, String)>,
}

/// A profile.
#[derive(Debug, Deserialize)]
pub struct Profile {
    /// Its key in the story: `admin`, `agent`, `answers`, `light`.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Desk's `rolePermissionType`.
    pub kind: String,
}

/// An agent.
#[derive(Debug, Deserialize)]
pub struct Agent {
    /// Their key in the story.
    pub key: String,
    /// First name.
    pub first: String,
    /// Last name.
    pub last: String,
    /// Their address before the `@`.
    pub mail: String,
    /// What a mention names, digits.
    pub zuid: String,
    /// Key of their profile.
    pub profile: String,
    /// Keys of their departments.
    pub departments: Vec<String>,
    /// Phone.
    pub phone: String,
    /// What they say of themselves.
    pub about: String,
}

/// A status.
#[derive(Debug, Deserialize)]
pub struct Status {
    /// Its name.
    pub name: String,
    /// `Open`, `On Hold` or `Closed`.
    pub kind: String,
}

/// A custom field.
#[derive(Debug, Deserialize)]
pub struct Field {
    /// `desk` or `bigin`.
    pub side: String,
    /// Its module, as that side calls it.
    pub module: String,
    /// Its API name.
    pub name: String,
    /// Its name on the screen.
    pub label: String,
    /// Its type, as that side calls it.
    pub kind: String,
    /// The choices of a picklist.
    #[serde(default)]
    pub values: Vec<String>,
    /// Whether no two records may share a value; Bigin's side.
    #[serde(default)]
    pub unique: bool,
}

/// A team pipeline.
#[derive(Debug, Deserialize)]
pub struct Pipeline {
    /// Its key in the story.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its sub-pipelines.
    pub sub: Vec<Sub>,
}

/// A sub-pipeline.
#[derive(Debug, Deserialize)]
pub struct Sub {
    /// Its name.
    pub name: String,
    /// Its stages, in order.
    pub stages: Vec<String>,
}

/// The house. The text is compiled in and a test reads it, so what can't be read is a house without people.
pub fn house() -> House {
    toml::from_str(assets::HOUSE).unwrap_or_else(|error| {
        tracing::error!(%error, "the story's house can't be read");
        House::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_can_be_read() {
        let house: House = toml::from_str(assets::HOUSE).expect("house.toml can be read");
        assert_eq!(house.agent.len(), 7);
        assert!(house.agent.iter().all(|agent| agent.zuid.parse::<u64>().is_ok()));
    }
}
