//! The record that somebody means: by id, by e-mail, by name. Never by guessing.

use jiff::Timestamp;
use serde_json::json;

use super::{name, read};
use crate::app::effect::Record;
use crate::cli::exit::{Exit, Failure};
use crate::cli::target::Open;
use crate::model::{CompanyId, ContactId, DealId, Module, RecordId};
use crate::store::cache::{Cache, Error};
use crate::text::fold;

/// How many that resemble it are looked at, and named.
const NEAR: usize = 200;
const NAMED: usize = 5;

/// Finds the record in the cache, which was brought up to date before.
pub async fn find(module: Module, wanted: &str, open: &Open) -> Result<Record, Failure> {
    let text = wanted.trim().to_owned();
    let (mut exact, near) = open.ask(move |cache| candidates(cache, module, &text)).await?;
    if exact.len() == 1
        && let Some(one) = exact.pop()
    {
        return Ok(one);
    }
    let (kind, id, named) = match (exact.is_empty(), module) {
        (false, _) => ("several", "cli-several", exact),
        (true, Module::Contacts) => ("no_contact", "cli-no-such-contact", near),
        (true, Module::Companies) => ("no_company", "cli-no-such-company", near),
        (true, Module::Pipelines) => ("no_deal", "cli-no-such-deal", near),
    };
    let list = || named.iter().take(NAMED).map(|one| (super::id(one).as_str().to_owned(), name(one)));
    let names: Vec<String> = list().map(|(id, name)| format!("{name} ({id})")).collect();
    let mut sentence = open.words.say_with(id, &[("id", wanted.into()), ("known", names.join(", ").into())]);
    if exact_none(kind) && !names.is_empty() {
        sentence += &format!(" {}", open.words.say_with("cli-near", &[("known", names.join(", ").into())]));
    }
    let known: Vec<_> = list().map(|(id, name)| json!({ "id": id, "name": name })).collect();
    Err(Failure::new(Exit::NotFound, kind, sentence).with("near", json!(known)))
}

fn exact_none(kind: &str) -> bool {
    kind != "several"
}

/// Those that are meant exactly, and those that resemble it.
fn candidates(cache: &Cache, module: Module, text: &str) -> Result<(Vec<Record>, Vec<Record>), Error> {
    if text.len() > 9 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let id = match module {
            Module::Contacts => RecordId::Contact(ContactId::new(text)),
            Module::Companies => RecordId::Company(CompanyId::new(text)),
            Module::Pipelines => RecordId::Deal(DealId::new(text)),
        };
        if let Some(record) = read(cache, &id)? {
            return Ok((vec![record], Vec::new()));
        }
    }
    if text.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let wanted = fold(text);
    let means = |record: &Record| {
        let email = match record {
            Record::Contact(contact) => contact.email.as_deref(),
            _ => None,
        };
        email.is_some_and(|email| email.trim().eq_ignore_ascii_case(text)) || fold(&name(record)) == wanted
    };
    let (mut exact, mut near) = (Vec::new(), Vec::new());
    for row in cache.record_rows(module, text, 0, NEAR, Timestamp::now())?.rows {
        if let Some(record) = read(cache, &row.id)? {
            if means(&record) { exact.push(record) } else { near.push(record) }
        }
    }
    Ok((exact, near))
}
