//! Who plays: the people and things of the story by their keys, with their ids on both sides.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::world::{Id, Word};
use super::mail::Program;

/// One of us.
#[derive(Clone, Debug)]
pub struct Agent {
    /// Their id in Desk.
    pub id: Id,
    /// Their user in Bigin.
    pub user: Id,
    /// What a mention names.
    pub zuid: u64,
    /// First name.
    pub first: String,
    /// Address.
    pub email: String,
}

/// A customer.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their id in Desk, if they are there.
    pub contact: Option<Id>,
    /// Their id in Bigin, if they are there.
    pub bigin: Option<Id>,
    /// First name.
    pub first: String,
    /// Full name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Language.
    pub language: String,
    /// Mail program.
    pub program: Program,
    /// Key of their company.
    pub company: Option<String>,
}

/// A company.
#[derive(Clone, Debug)]
pub struct Company {
    /// Its id in Desk, if it is there.
    pub account: Option<Id>,
    /// Its id in Bigin, if it is there.
    pub bigin: Option<Id>,
    /// Its name.
    pub name: String,
    /// Its web domain; empty when it has none.
    pub domain: String,
}

/// A department.
#[derive(Clone, Debug)]
pub struct Department {
    /// Its id.
    pub id: Id,
    /// Its reply addresses: name and address.
    pub addresses: Vec<(String, String)>,
    /// The agents who work in it and answer.
    pub agents: Vec<String>,
}

/// Everybody.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// Agents by key.
    pub agents: BTreeMap<String, Agent>,
    /// Customers by key.
    pub people: BTreeMap<String, Person>,
    /// Companies by key.
    pub companies: BTreeMap<String, Company>,
    /// Departments by key.
    pub departments: BTreeMap<String, Department>,
    words: BTreeMap<String, Word>,
}

impl Cast {
    /// A short text that many records share.
    pub fn share(&mut self, text: &str) -> Word {
        if let Some(word) = self.words.get(text) {
            return Arc::clone(word);
        }
        let word: Word = Arc::from(text);
        self.words.insert(text.to_owned(), Arc::clone(&word));
        word
    }

    /// The company of a person.
    pub fn company_of(&self, person: &Person) -> Option<&Company> {
        self.companies.get(person.company.as_ref()?)
    }

    /// The words with every `@agent` as a mention, the way Desk writes it.
    pub fn mentions(&self, words: &str) -> String {
        let mut out = words.to_owned();
        for (key, agent) in &self.agents {
            let (plain, mention) = (format!("@{key}"), format!("zsu[@user:{}]zsu", agent.zuid));
            for end in [" ", ",", ".", "?", ":", "!", "\n"] {
                out = out.replace(&format!("{plain}{end}"), &format!("{mention}{end}"));
            }
            if let Some(head) = out.strip_suffix(&plain) {
                out = format!("{head}{mention}");
            }
        }
        out
    }

    /// The address of a key, or the text itself when it is one.
    pub fn address(&self, key: &str) -> String {
        if let Some(person) = self.people.get(key) {
            return person.email.clone();
        }
        self.agents.get(key).map_or_else(|| key.to_owned(), |agent| agent.email.clone())
    }
}
