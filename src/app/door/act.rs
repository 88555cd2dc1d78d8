//! What somebody does at the door.

use super::{Door, Effect, Field, Left, Shown, Step, Waiting, Way, Wish};
use crate::app::Action;
use crate::app::parts::line::Line;
use crate::keys::{Code, Key, Resolution};

impl Door {
    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        // Nothing typed here is lost by leaving that is not typed again in a minute; and who is asked for secrets wants a
        // way out that always works.
        if key.ctrl && key.code == Code::Char('c') {
            return vec![Effect::Leave(Left::Home)];
        }
        let pending = std::mem::take(&mut self.pending);
        match self.keymap.resolve(self.contexts(), &pending, key) {
            Resolution::Action(action) => self.act(action),
            Resolution::Pending => {
                self.pending = pending;
                self.pending.push(key);
                Vec::new()
            }
            Resolution::None(_) => {
                if let Some(line) = self.line() {
                    line.key(key);
                }
                Vec::new()
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        // What is copied often brings a line end along.
        if let Some(line) = self.line() {
            line.insert(text.trim());
        }
    }

    /// The line that is being typed.
    fn line(&mut self) -> Option<&mut Line> {
        if self.step != Step::Client {
            return None;
        }
        Some(match self.field {
            Field::Address => &mut self.address,
            Field::Id => &mut self.client,
            Field::Secret => &mut self.secret.0,
            Field::Code => &mut self.code.0,
        })
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Quit => return vec![Effect::Leave(Left::Home)],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Open if self.step == Step::Client => return self.next_line(),
            Action::Open | Action::Send => return self.forward(),
            Action::Back => return self.back(),
            Action::Copy => return self.copied().map(Effect::Copy).into_iter().collect(),
            Action::Down => self.walk(1),
            Action::Up => self.walk(-1),
            Action::PageDown => self.walk(isize::try_from(self.room.1).unwrap_or(isize::MAX)),
            Action::PageUp => self.walk(-isize::try_from(self.room.1).unwrap_or(isize::MAX)),
            Action::First => self.walk(isize::MIN),
            Action::Last => self.walk(isize::MAX),
            Action::NextPane => self.turn(1),
            Action::PreviousPane => self.turn(-1),
            _ => {}
        }
        Vec::new()
    }

    /// Moves what is chosen, or the lines in view.
    fn walk(&mut self, by: isize) {
        let portals = self.arrived.as_ref().map_or(0, |arrived| arrived.portals.len());
        let (at, many) = match self.step {
            Step::Welcome => (&mut self.welcome, 3),
            Step::Place => (&mut self.place, self.centres.len() + 1),
            Step::Way => (&mut self.way, Way::ALL.len()),
            Step::Rights => (&mut self.top, self.room.0.saturating_sub(self.room.1) + 1),
            Step::Portal => (&mut self.portal, portals),
            Step::Client | Step::Wait | Step::Done => return,
        };
        *at = at.saturating_add_signed(by).min(many.saturating_sub(1));
    }

    /// The next line of the client's page, or the one before.
    fn turn(&mut self, by: isize) {
        let fields = self.fields();
        let at = fields.iter().position(|field| *field == self.field).unwrap_or(0);
        let many = isize::try_from(fields.len()).unwrap_or(1);
        let next = (isize::try_from(at).unwrap_or(0) + by).rem_euclid(many);
        self.field = fields[usize::try_from(next).unwrap_or(0)];
    }

    fn next_line(&mut self) -> Vec<Effect> {
        if self.fields().last() == Some(&self.field) {
            return self.forward();
        }
        self.turn(1);
        Vec::new()
    }

    fn forward(&mut self) -> Vec<Effect> {
        self.trouble = None;
        match self.step {
            Step::Welcome => match self.welcome {
                0 => self.step = Step::Place,
                1 => return vec![Effect::Leave(Left::Demo)],
                _ => return vec![Effect::Leave(Left::Home)],
            },
            Step::Place => self.step = Step::Way,
            Step::Way => self.step = Step::Rights,
            Step::Rights => {
                self.step = Step::Client;
                self.field = self.empty().unwrap_or(self.fields()[0]);
            }
            Step::Client => return self.sign_in(),
            Step::Wait => {}
            Step::Portal => {
                let portals = self.arrived.as_ref().map_or(&[][..], |arrived| &arrived.portals);
                let id = portals.get(self.portal).map(|portal| portal.id.clone());
                return vec![Effect::Keep(id)];
            }
            Step::Done => return vec![Effect::Leave(Left::In)],
        }
        Vec::new()
    }

    /// The first line that nothing was typed into.
    fn empty(&self) -> Option<Field> {
        self.fields().into_iter().find(|field| match field {
            Field::Address => self.address.text().trim().is_empty(),
            Field::Id => self.client.text().trim().is_empty(),
            Field::Secret => self.secret.is_empty(),
            Field::Code => self.code.is_empty(),
        })
    }

    fn sign_in(&mut self) -> Vec<Effect> {
        if let Some(empty) = self.empty() {
            self.field = empty;
            self.trouble = Some(self.words.say("door-incomplete"));
            return Vec::new();
        }
        let place = match self.chosen_centre() {
            Some(centre) => Ok(centre.code.clone()),
            None => Err(self.address.text().trim().to_owned()),
        };
        self.step = Step::Wait;
        self.waiting = Waiting { shown: None, trouble: None, moved: None };
        vec![Effect::SignIn(Box::new(Wish {
            place,
            way: self.chosen_way(),
            client: self.client.text().trim().to_owned(),
            secret: self.secret.secret(),
            code: self.code.secret(),
        }))]
    }

    /// One step back. What was typed stays.
    fn back(&mut self) -> Vec<Effect> {
        self.trouble = None;
        let before = match self.step {
            Step::Welcome | Step::Place => Step::Welcome,
            Step::Way => Step::Place,
            Step::Rights => Step::Way,
            Step::Client => Step::Rights,
            Step::Wait | Step::Portal => {
                self.step = Step::Client;
                return vec![Effect::GiveUp];
            }
            // The profile is written: there is nothing to go back to.
            Step::Done => Step::Done,
        };
        self.step = before;
        Vec::new()
    }

    /// What the page has to copy.
    fn copied(&self) -> Option<String> {
        match (self.step, &self.waiting.shown) {
            (Step::Rights, _) => {
                let scopes: Vec<_> = self.rights.iter().map(|right| right.scope.as_str()).collect();
                Some(scopes.join(","))
            }
            (Step::Wait, Some((Shown::Code { address, with_code, .. }, _))) => {
                Some(with_code.as_ref().unwrap_or(address).clone())
            }
            (Step::Wait, Some((Shown::Page(address), _))) => Some(address.clone()),
            _ => None,
        }
    }
}
