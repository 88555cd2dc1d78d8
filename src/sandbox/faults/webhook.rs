//! What goes wrong with the messages of webhooks. Whoever delivers them asks [`Faults::mishaps`] once for each message,
//! before its first try.

use jiff::SignedDuration;

use super::super::gate::Service;
use super::{Faults, Kind};

/// A mishap of one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// It never comes.
    Lose,
    /// It comes twice.
    Duplicate,
    /// The next one of the same webhook comes first.
    Reorder,
    /// It comes that much later.
    Delay(SignedDuration),
}

impl Faults {
    /// The mishaps that befall a message about an event (`Ticket_Update`, `Contacts.edit`), each counted.
    pub fn mishaps(&mut self, service: Service, event: &str) -> Vec<Mishap> {
        let (seed, met) = (self.seed, &mut self.met);
        let mut mishaps = Vec::new();
        for rule in self.rules.iter_mut().filter(|rule| rule.covers_event(service, event)) {
            if !rule.is_due() || !super::falls(seed, met, rule.probability) {
                continue;
            }
            rule.count = rule.count.map(|count| count - 1);
            mishaps.push(match rule.kind {
                Kind::WebhookLose => Mishap::Lose,
                Kind::WebhookDuplicate => Mishap::Duplicate,
                Kind::WebhookReorder => Mishap::Reorder,
                _ => {
                    let ms = i64::try_from(rule.ms.unwrap_or(0)).unwrap_or(i64::MAX);
                    Mishap::Delay(SignedDuration::from_millis(ms))
                }
            });
            self.dirty = true;
        }
        mishaps
    }
}

#[cfg(test)]
mod tests {
    use super::super::Rule;
    use super::*;

    fn rules(rules: &str) -> Faults {
        let mut faults = Faults::new(1);
        let rules: Vec<Rule> = serde_json::from_str(rules).expect("rules");
        assert_eq!(rules.iter().find_map(Rule::fault), None);
        faults.put(rules);
        faults
    }

    #[test]
    fn rules_befall_the_events_they_name_as_often_as_they_say() {
        let mut faults = rules(
            r#"[{"kind":"webhook_lose","service":"desk","event":"Ticket_*","after":1,"count":1},
                {"kind":"webhook_duplicate","service":"bigin"},
                {"kind":"webhook_delay","ms":1500,"event":"Contacts.edit"}]"#,
        );
        assert_eq!(faults.mishaps(Service::Desk, "Contact_Add"), []);
        assert_eq!(faults.mishaps(Service::Desk, "Ticket_Add"), [], "one passes first");
        assert_eq!(faults.mishaps(Service::Desk, "Ticket_Add"), [Mishap::Lose]);
        assert_eq!(faults.mishaps(Service::Desk, "Ticket_Add"), [], "only once");
        let delay = Mishap::Delay(SignedDuration::from_millis(1500));
        assert_eq!(faults.mishaps(Service::Bigin, "Contacts.edit"), [Mishap::Duplicate, delay]);
        assert!(faults.meet(Service::Bigin, "GET", "/bigin/v2/Contacts").is_empty(), "calls are not met");
    }
}
