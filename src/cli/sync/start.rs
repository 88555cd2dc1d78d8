//! What the verbs begin with: the pairing, how far it goes, and what fields the services have.

use serde_json::json;

use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::target::Open;
use crate::config::Budget;
use crate::pairing::{self, Pairing, Setup, Way, call::Caller, carry};
use crate::store::ledger::{Lead, LeadError};
use crate::sync::{Kind, Per, Side, engine::Limits};
use crate::text::line;

impl Open {
    /// Opens the pairing of this profile.
    pub(super) fn pair(&self) -> Result<Pairing, Failure> {
        if self.unkept {
            return Err(Failure::new(Exit::Machine, "store", self.words.say("sync-needs-disk")));
        }
        Pairing::open(self.pairing.clone()).map_err(|error| self.pairing_failure(&error))
    }

    /// What is wrong with the pairing, as this reader is told.
    pub(super) fn pairing_failure(&self, error: &pairing::Error) -> Failure {
        use pairing::Error;
        let words = &self.words;
        match error {
            Error::Zoho(error) => self.failure(&crate::counter::Error::Zoho(error.clone())),
            Error::Lead(LeadError::Taken) => {
                Failure::new(Exit::Away, "led_elsewhere", words.say("sync-taken"))
            }
            Error::Mapping { path, faults } => {
                let all: Vec<String> = faults.iter().map(ToString::to_string).collect();
                let args = [("path", path.display().to_string().into()), ("faults", all.join("\n").into())];
                Failure::new(Exit::Usage, "mapping", words.say_with("sync-mapping-wrong", &args))
                    .with("faults", json!(all))
            }
            other => {
                let args = [("why", other.to_string().into())];
                Failure::new(Exit::Machine, "store", words.say_with("sync-ledger-failed", &args))
            }
        }
    }

    /// How far the two are brought together: as the command line says, else the profile; a sandbox may be written.
    pub(super) fn way(&self, asked: Option<Way>) -> Result<Way, Failure> {
        match (asked, &self.sync) {
            (Some(way), _) => Ok(way),
            (None, Some(word)) => word.parse().map_err(|_| {
                let known = Way::ALL.map(Way::name).join(", ");
                let args = [("word", word.as_str().into()), ("known", known.into())];
                Failure::new(Exit::Machine, "setup", self.words.say_with("sync-no-such-mode", &args))
            }),
            (None, None) if self.sandbox => Ok(Way::Both),
            (None, None) => Err(Failure::new(Exit::Usage, "no_mode", self.words.say("sync-no-mode"))),
        }
    }

    /// Where the pairing lies and what it may do, for the screen.
    pub fn setup(&self) -> Setup {
        let way = self.way(None).map_err(|failure| failure.sentence);
        Setup { place: self.pairing.clone(), way, limits: self.limits() }
    }

    /// Sizes and times, and what may be spent.
    pub(super) fn limits(&self) -> Limits {
        let Budget { bigin, desk } = self.budget;
        let budget = Per { bigin: bigin.unwrap_or(u32::MAX), desk: desk.unwrap_or(u32::MAX) };
        Limits { budget, ..Limits::default() }
    }

    /// Takes the right to lead.
    pub(super) fn lead(&self, pairing: &Pairing) -> Result<Lead, Failure> {
        pairing.lead().map_err(|error| self.pairing_failure(&error))
    }

    /// Gets ready to call, with what fields there are. Says which fields for our key are missing.
    pub(super) async fn caller(&self, pairing: &Pairing) -> Result<Caller, Failure> {
        let got = carry::caller(pairing, &self.services.zoho).await;
        let (caller, missing) = got.map_err(|error| self.pairing_failure(&error))?;
        let missing: Vec<String> =
            missing.into_iter().map(|(kind, side, name)| self.field_of(kind, side, &name)).collect();
        if !missing.is_empty() {
            let args = [("fields", missing.join(", ").into())];
            print::note(&self.words.say_with("sync-no-mark", &args));
        }
        Ok(caller)
    }

    fn field_of(&self, kind: Kind, side: Side, name: &str) -> String {
        format!("{} ({}, {})", line(name), side.name(), self.kind(kind))
    }

    /// The word for a kind.
    pub(super) fn kind(&self, kind: Kind) -> String {
        self.words.say(match kind {
            Kind::Company => "sync-company",
            Kind::Contact => "sync-contact",
            Kind::Product => "sync-product",
        })
    }
}
