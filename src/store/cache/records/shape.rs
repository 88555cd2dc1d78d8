//! What lists and the finder need of a record.

use super::super::finder::fold::{fold, fold_into};
use crate::model::{Company, Contact, Deal, Module};

/// A record as the table `record` has it.
pub(super) struct Slim<'a> {
    pub id: &'a str,
    pub name: String,
    pub second: String,
    /// What is searched beside the name.
    pub others: Vec<&'a str>,
    /// Telephone numbers: searched as digits.
    pub numbers: Vec<&'a str>,
    pub company: Option<&'a str>,
    pub contact: Option<&'a str>,
}

/// What has a slim form.
pub(super) trait Record: serde::Serialize {
    const MODULE: Module;
    fn slim(&self) -> Slim<'_>;
}

impl Record for Contact {
    const MODULE: Module = Module::Contacts;

    fn slim(&self) -> Slim<'_> {
        let company = self.company.as_ref();
        let company_name = company.map(|(_, name)| name.as_str());
        Slim {
            id: self.id.as_str(),
            name: self.name(),
            second: company_name.unwrap_or_default().to_owned(),
            others: company_name.into_iter().chain(self.email.as_deref()).collect(),
            numbers: self.phone.iter().chain(&self.mobile).map(String::as_str).collect(),
            company: company.map(|(id, _)| id.as_str()),
            contact: None,
        }
    }
}

impl Record for Company {
    const MODULE: Module = Module::Companies;

    fn slim(&self) -> Slim<'_> {
        let host = self.website.as_deref().map(host).filter(|host| !host.is_empty());
        Slim {
            id: self.id.as_str(),
            name: self.name.clone(),
            second: host.or(self.phone.as_deref()).unwrap_or_default().to_owned(),
            others: host.into_iter().collect(),
            numbers: self.phone.iter().map(String::as_str).collect(),
            company: None,
            contact: None,
        }
    }
}

impl Record for Deal {
    const MODULE: Module = Module::Pipelines;

    fn slim(&self) -> Slim<'_> {
        let (contact, company) = (self.contact.as_ref(), self.company.as_ref());
        let names = company.map(|(_, name)| name.as_str()).into_iter();
        Slim {
            id: self.id.as_str(),
            name: self.name.clone(),
            second: self.stage.clone().unwrap_or_default(),
            others: names
                .chain(contact.map(|(_, name)| name.as_str()))
                .chain(self.stage.as_deref())
                .collect(),
            numbers: Vec::new(),
            company: company.map(|(id, _)| id.as_str()),
            contact: contact.map(|(id, _)| id.as_str()),
        }
    }
}

impl Slim<'_> {
    /// Where it stands in the list: by its folded name from the first letter or digit on, as a catalogue sorts. A name
    /// without any stands last, so that nobody's list begins with an empty row.
    pub fn sort(&self) -> String {
        let folded = fold(&self.name);
        let sorted = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
        if sorted.is_empty() { char::MAX.to_string() } else { sorted.to_owned() }
    }

    /// What the finder searches: folded fields split by line feeds, the name first.
    pub fn find(&self) -> String {
        let mut find = String::new();
        fold_into(&self.name, &mut find);
        for other in &self.others {
            find.push('\n');
            fold_into(other, &mut find);
        }
        for number in &self.numbers {
            find.push('\n');
            find.extend(number.chars().filter(char::is_ascii_digit));
        }
        find
    }
}

/// `https://www.zylker.com/en` → `zylker.com`.
fn host(website: &str) -> &str {
    let rest = website.split_once("://").map_or(website, |(_, rest)| rest);
    let rest = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().trim();
    rest.strip_prefix("www.").unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_website_shows_its_host() {
        for website in ["https://www.zylker.com/en", "zylker.com", "http://zylker.com:8080?x", " zylker.com "]
        {
            assert_eq!(super::host(website), "zylker.com", "{website}");
        }
    }
}
