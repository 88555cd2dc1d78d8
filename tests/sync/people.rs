//! People: they edit both systems whenever a call is under way.

use balcao::sync::{Kind, RecordId, Side, Value};

use super::{
    mapping::{FIELDS, fields_of},
    service::{REFUSED, Who},
    truth::{NOTHING, Token},
    world::World,
};

impl World {
    /// A number that no value had before.
    pub fn fresh(&mut self) -> Token {
        self.last_token += 1;
        self.last_token
    }

    /// The number of a value.
    pub fn token(&self, side: Side, value: &Value) -> Token {
        match value {
            Value::Record(id) => {
                self.service(side).find(*id).map_or(Token::MAX, |record| 1_000_000 + Token::from(record.who))
            }
            _ if value.is_empty() => NOTHING,
            _ => value.as_text().map_or(Token::MAX, |text| {
                let digits = text.bytes().filter(u8::is_ascii_digit);
                digits.fold(0, |sum, digit| sum * 10 + Token::from(digit - b'0'))
            }),
        }
    }

    /// The people and companies that are there when it begins.
    pub fn populate(&mut self) {
        for kind in [Kind::Company, Kind::Contact] {
            let many = 1 + self.people.below(if kind == Kind::Company { 2 } else { 4 });
            for _ in 0..many {
                self.newcomer(kind);
            }
        }
    }

    /// Somebody new, on one side or on both.
    fn newcomer(&mut self, kind: Kind) {
        let who = self.last_who;
        self.last_who += 1;
        let sides = match self.people.below(4) {
            0 => &[Side::Bigin, Side::Desk][..],
            1 => &[Side::Desk],
            _ => &[Side::Bigin],
        };
        // Who has no match field is known by our key alone.
        let keyless = sides.len() == 1 && kind == Kind::Contact && self.people.in_thousand(200);
        for &side in sides {
            self.appear(side, kind, who, keyless);
        }
    }

    /// Somebody who is in Bigin before it begins.
    pub fn settler(&mut self, kind: Kind) {
        let who = self.last_who;
        self.last_who += 1;
        self.appear(Side::Bigin, kind, who, false);
    }

    fn appear(&mut self, side: Side, kind: Kind, who: Who, keyless: bool) {
        let mut values: [Value; FIELDS] = Default::default();
        let key = if kind == Kind::Contact {
            format!("p{}@x.io", 500_000 + u32::from(who))
        } else {
            format!("c{}", 500_000 + u32::from(who))
        };
        if !keyless {
            values[0] = Value::text(&key);
        }
        for (at, value) in values.iter_mut().enumerate().take(fields_of(kind)).skip(1) {
            if self.people.in_thousand(700) {
                *value = self.typed(side, kind, at);
            }
        }
        for (at, value) in values.iter().enumerate() {
            let token = self.token(side, value);
            // The same key on both sides is one value.
            if at > 0 || !self.truth.allows(who, at, token) {
                self.truth.begin(who, at, token);
            }
        }
        let now = self.now;
        let id = self.service_mut(side).add(kind, who, None, now, values);
        self.say(|| format!("somebody adds {side:?} {kind:?} {id} about {who}"));
    }

    /// A second record about somebody who has one on this side.
    fn double(&mut self, side: Side) {
        let at = self.people.index(self.service(side).records.len());
        let record = &self.service(side).records[at];
        let (id, kind, who, key) = (record.id, record.kind, record.who, record.now().values[0].clone());
        if key.is_empty() || self.service(side).records.len() > 12 {
            return;
        }
        let mut values: [Value; FIELDS] = Default::default();
        values[0] = key;
        values[1] = self.typed(side, kind, 1);
        let now = self.now;
        let twin = self.service_mut(side).add(kind, who, None, now, values);
        self.say(|| format!("somebody adds {side:?} {kind:?} {twin} about {who}, though {id} is there"));
    }

    /// A value that somebody types into a field.
    fn typed(&mut self, side: Side, kind: Kind, at: usize) -> Value {
        if at == 3 {
            let companies: Vec<RecordId> = self
                .service(side)
                .records
                .iter()
                .filter(|record| record.kind == Kind::Company && record.live())
                .map(|record| record.id)
                .collect();
            if companies.is_empty() {
                return Value::Empty;
            }
            return Value::Record(companies[self.people.index(companies.len())]);
        }
        let refused = self.people.in_thousand(self.faults.refused) && at > 0;
        let token = self.fresh();
        let mark = if refused { REFUSED } else { "v" };
        match (at, kind) {
            (0, Kind::Contact) => Value::text(&format!("q{token}@y")),
            (0, _) => Value::text(&format!("d{token}")),
            _ if self.people.in_thousand(self.faults.blanks) => Value::text(&format!("{mark}{token} ")),
            _ => Value::text(&format!("{mark}{token}")),
        }
    }

    /// While a call is under way, people do a few things, or nothing.
    pub fn people_act(&mut self) {
        if !self.people.in_thousand(self.busy_people) {
            return;
        }
        for _ in 0..=self.people.below(3) {
            self.somebody_acts();
        }
    }

    fn somebody_acts(&mut self) {
        let side = Side::BOTH[self.people.index(2)];
        if self.people.in_thousand(60) && self.last_who < 10 {
            let kind = if self.people.in_thousand(250) { Kind::Company } else { Kind::Contact };
            return self.newcomer(kind);
        }
        if self.service(side).records.is_empty() {
            return;
        }
        if self.people.in_thousand(self.faults.doubles) {
            return self.double(side);
        }
        let at = self.people.index(self.service(side).records.len());
        let record = &self.service(side).records[at];
        let (id, live) = (record.id, record.live());
        let now = self.now;
        self.changed_since(side, id);
        if !live {
            if self.people.in_thousand(self.faults.restores) {
                self.say(|| format!("somebody restores {side:?} {id}"));
                self.service_mut(side).change(id, now, |version| version.live = true);
            }
        } else if self.people.in_thousand(self.faults.deletes) {
            self.say(|| format!("somebody deletes {side:?} {id}"));
            self.service_mut(side).change(id, now, |version| version.live = false);
        } else if self.people.in_thousand(self.faults.touches) {
            self.say(|| format!("somebody touches {side:?} {id}"));
            self.service_mut(side).change(id, now, |_| {});
        } else {
            self.somebody_types(side, id);
        }
    }

    fn somebody_types(&mut self, side: Side, id: RecordId) {
        let record = self.service(side).find(id).expect("it is there");
        let (kind, who) = (record.kind, record.who);
        let mut at = 1 + self.people.index(fields_of(kind) - 1);
        if self.people.in_thousand(50) && self.linked(side, kind, id) {
            at = 0;
        }
        let value =
            if at > 0 && self.people.in_thousand(80) { Value::Empty } else { self.typed(side, kind, at) };
        self.put(side, id, who, at, value.clone());
        // The same on the other side, by somebody who was told.
        if at != 3 && self.people.in_thousand(self.faults.twins) {
            let other = side.other();
            let there = self
                .service(other)
                .records
                .iter()
                .find(|record| record.who == who && record.live() && record.kind == kind);
            if let Some(there) = there.map(|record| record.id) {
                self.put(other, there, who, at, value);
            }
        }
    }

    pub fn put(&mut self, side: Side, id: RecordId, who: Who, at: usize, value: Value) {
        self.changed_since(side, id);
        let before = self.token(side, &self.service(side).find(id).expect("it is there").now().values[at]);
        let token = self.token(side, &value);
        if token == before {
            return;
        }
        self.truth.edit(who, at, before, token);
        let place = self.service(side).at(id).expect("it is there");
        self.say(|| format!("somebody types {token} over {before} into {side:?} {id} field {at} (of {who})"));
        let now = self.now;
        self.service_mut(side).change(id, now, |version| version.values[at] = value);
        self.service_mut(side).find_mut(id).expect("it is there").by_engine[at] = false;
        if self.people.in_thousand(self.faults.dropped) {
            self.drop_one(side, place);
        }
    }
}
