//! What a mapping file may say beside its lines: filters, people, and how a value is spelled across.

use std::collections::BTreeMap;

use toml::Spanned;

use super::{
    compile::Compiler,
    raw::{self, Field},
    wrong::Wrong,
};
use crate::sync::{
    FieldId, Per, Side, Value,
    mapping::{Case, Filter, Flow, KindMap, Leaving, Line, Test, Transform, day::Order},
};

impl<F: Fn(usize) -> usize> Compiler<F> {
    /// The filters of a kind.
    pub(super) fn filters(&mut self, raw: &raw::Filters, map: &KindMap) -> Per<Option<Filter>> {
        Per {
            bigin: raw.bigin.as_ref().and_then(|raw| self.filter(raw, map)),
            desk: raw.desk.as_ref().and_then(|raw| self.filter(raw, map)),
        }
    }

    fn filter(&mut self, spanned: &Spanned<raw::Filter>, map: &KindMap) -> Option<Filter> {
        let (raw, at) = (spanned.get_ref(), spanned.span().start);
        let field = FieldId(raw.field);
        if map.line(field).is_none() {
            self.fault(at, None, Wrong::NoSuchLine(raw.field));
            return None;
        }
        let values = |words: &[String]| words.iter().map(|word| Value::text(word)).collect();
        let test = match (&raw.is, &raw.not) {
            (None, None) => Test::Something,
            (Some(words), None) => Test::OneOf(values(words)),
            (None, Some(words)) => Test::NoneOf(values(words)),
            (Some(_), Some(_)) => {
                self.fault(at, None, Wrong::BothTests);
                return None;
            }
        };
        let words = [("rests", Leaving::Rests), ("goes-on", Leaving::GoesOn)];
        let leaving = self.word(raw.leaving.as_ref(), None, Leaving::GoesOn, &words, "rests, goes-on");
        Some(Filter { field, test, leaving })
    }

    /// How a value is spelled across: by a table, as people, in one of a few ways, or always the same. At most one of them.
    pub(super) fn spelling(&mut self, field: &Field, flow: Flow) -> Transform {
        let day = |text, order| Transform::Day { text, order };
        let ways = [
            ("same", Transform::Same),
            ("phone", Transform::Phone),
            ("small", Transform::Case(Case::Small)),
            ("capital", Transform::Case(Case::Capital)),
            ("bigin-day-month-year", day(Side::Bigin, Order::DayFirst)),
            ("bigin-month-day-year", day(Side::Bigin, Order::MonthFirst)),
            ("bigin-year-month-day", day(Side::Bigin, Order::YearFirst)),
            ("desk-day-month-year", day(Side::Desk, Order::DayFirst)),
            ("desk-month-day-year", day(Side::Desk, Order::MonthFirst)),
            ("desk-year-month-day", day(Side::Desk, Order::YearFirst)),
        ];
        let may = "same, phone, small, capital, bigin-day-month-year, bigin-month-day-year, bigin-year-month-day, \
                   desk-day-month-year, desk-month-day-year, desk-year-month-day";
        if field.values.is_some() {
            return self.table(field, flow);
        }
        if field.people {
            return self.people();
        }
        if let Some(always) = &field.always {
            return Transform::Always(Value::text(always));
        }
        let Some(spanned) = &field.spelled else { return Transform::Same };
        let found = ways.into_iter().find(|(name, _)| name == spanned.get_ref());
        let Some((_, way)) = found else {
            let word = spanned.get_ref().clone();
            self.fault(spanned.span().start, Some(field), Wrong::Word { word, may });
            return Transform::Same;
        };
        way
    }

    /// A line that goes both ways needs a spelling that comes back.
    pub(super) fn comes_back(&mut self, at: usize, field: &Field, line: &Line) {
        let table = matches!(line.transform, Transform::Table(_));
        if line.flow == Flow::Both && !table && !line.transform.comes_back(line.shape) {
            self.fault(at, Some(field), Wrong::DoesNotComeBack);
        }
    }

    fn people(&self) -> Transform {
        let rows = self.people.table.iter();
        let rows = rows.map(|(bigin, desk)| (Value::text(bigin), Value::text(desk))).collect();
        let otherwise = |name: &Option<String>| name.as_deref().map_or(Value::Empty, Value::text);
        let otherwise = Per {
            bigin: otherwise(&self.people.otherwise_bigin),
            desk: otherwise(&self.people.otherwise_desk),
        };
        Transform::People { rows, otherwise }
    }
}

/// Users of Bigin and agents of Desk, by their ids.
pub(super) type Table = BTreeMap<String, String>;
