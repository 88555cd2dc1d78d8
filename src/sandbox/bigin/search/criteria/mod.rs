//! The grammar of `criteria`: `((Last_Name:equals:Burns)and(Created_Time:greater_than:2026-10-01T00:00:00+00:00))`.
//!
//! `criteria = term { ("and" | "or") term }`, joined from the left; `term = "(" criteria ")" | "(" condition ")"`;
//! `condition = field ":" operator ":" value`; in a value, a backslash takes the next character as it is.

use std::fmt;

/// The most conditions of a criteria (sheet §4.8).
pub const MOST_CONDITIONS: usize = 15;
/// The most values of an `in`.
pub const MOST_VALUES: usize = 100;
/// How deep parentheses may stand in each other.
const DEPTH: usize = 32;

/// How a field is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// The same; on text, all the words.
    Equals,
    /// Not the same.
    NotEqual,
    /// Begins with.
    StartsWith,
    /// One of several.
    In,
    /// More, later.
    GreaterThan,
    /// More or the same.
    GreaterEqual,
    /// Less, earlier.
    LessThan,
    /// Less or the same.
    LessEqual,
    /// From one value to another, both included.
    Between,
}

const OPERATORS: [(&str, Operator); 9] = [
    ("equals", Operator::Equals),
    ("not_equal", Operator::NotEqual),
    ("starts_with", Operator::StartsWith),
    ("in", Operator::In),
    ("greater_than", Operator::GreaterThan),
    ("greater_equal", Operator::GreaterEqual),
    ("less_than", Operator::LessThan),
    ("less_equal", Operator::LessEqual),
    ("between", Operator::Between),
];

/// A comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// API name of the field.
    pub field: String,
    /// How it is compared.
    pub operator: Operator,
    /// With what; one value, but for `in` and `between`.
    pub values: Vec<String>,
}

/// A criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Criteria {
    /// A comparison.
    Is(Condition),
    /// Both must hold.
    Both(Box<Criteria>, Box<Criteria>),
    /// One must hold.
    Either(Box<Criteria>, Box<Criteria>),
}

/// Why a text is no criteria.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unclear {
    /// It does not follow the grammar; at which byte.
    #[error("unexpected text at position {0}")]
    At(usize),
    /// Not an operator that there is.
    #[error("invalid operator found")]
    Operator {
        /// The field that it stands behind.
        field: String,
        /// The operator as it came.
        operator: String,
    },
    /// Too many conditions, or too deep.
    #[error("too many conditions")]
    TooMany,
    /// Too many values for the field of an `in`.
    #[error("too many values for {0}")]
    Values(String),
}

/// Reads a criteria; never panics, whatever the text.
pub fn parse(text: &str) -> Result<Criteria, Unclear> {
    let mut reader = Reader { text, at: 0, conditions: 0 };
    let criteria = if text.trim_start().starts_with('(') {
        reader.criteria(0)?
    } else {
        Criteria::Is(reader.condition()?)
    };
    reader.spaces();
    if reader.at == text.len() { Ok(criteria) } else { Err(Unclear::At(reader.at)) }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    conditions: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.rest().get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
        if found {
            self.at += word.len();
        }
        found
    }

    fn criteria(&mut self, depth: usize) -> Result<Criteria, Unclear> {
        let mut left = self.term(depth)?;
        loop {
            self.spaces();
            if self.take("and") {
                left = Criteria::Both(Box::new(left), Box::new(self.term(depth)?));
            } else if self.take("or") {
                left = Criteria::Either(Box::new(left), Box::new(self.term(depth)?));
            } else {
                return Ok(left);
            }
        }
    }

    fn term(&mut self, depth: usize) -> Result<Criteria, Unclear> {
        if depth > DEPTH {
            return Err(Unclear::TooMany);
        }
        self.spaces();
        if !self.take("(") {
            return Err(Unclear::At(self.at));
        }
        self.spaces();
        let inner = if self.rest().starts_with('(') {
            self.criteria(depth + 1)?
        } else {
            Criteria::Is(self.condition()?)
        };
        self.spaces();
        if self.take(")") { Ok(inner) } else { Err(Unclear::At(self.at)) }
    }

    fn condition(&mut self) -> Result<Condition, Unclear> {
        self.conditions += 1;
        if self.conditions > MOST_CONDITIONS {
            return Err(Unclear::TooMany);
        }
        let field = self.word()?;
        let operator = self.word()?.to_lowercase();
        let known = OPERATORS.iter().find(|(name, _)| *name == operator);
        let Some((_, operator)) = known.copied() else {
            return Err(Unclear::Operator { field, operator });
        };
        let many = matches!(operator, Operator::In | Operator::Between);
        let values = self.values(many);
        if values.len() > MOST_VALUES {
            return Err(Unclear::Values(field));
        }
        if operator == Operator::Between && values.len() != 2 {
            return Err(Unclear::At(self.at));
        }
        Ok(Condition { field, operator, values })
    }

    /// A name up to the next colon.
    fn word(&mut self) -> Result<String, Unclear> {
        let end = self.rest().find([':', '(', ')']).ok_or(Unclear::At(self.text.len()))?;
        let word = self.rest()[..end].trim().to_owned();
        if word.is_empty() || !self.rest()[end..].starts_with(':') {
            return Err(Unclear::At(self.at));
        }
        self.at += end + 1;
        Ok(word)
    }

    /// The value or values up to the closing parenthesis.
    fn values(&mut self, many: bool) -> Vec<String> {
        let mut values = vec![String::new()];
        let mut end = self.text.len();
        let mut chars = self.rest().char_indices();
        while let Some((n, c)) = chars.next() {
            match c {
                ')' => {
                    end = self.at + n;
                    break;
                }
                '\\' => {
                    if let (Some((_, next)), Some(last)) = (chars.next(), values.last_mut()) {
                        last.push(next);
                    }
                }
                ',' if many => values.push(String::new()),
                _ => {
                    if let Some(last) = values.last_mut() {
                        last.push(c);
                    }
                }
            }
        }
        self.at = end;
        values
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = OPERATORS.iter().find(|(_, operator)| operator == self).map_or("", |(name, _)| name);
        f.write_str(name)
    }
}

impl fmt::Display for Criteria {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(condition) => {
                write!(f, "({}:{}:", condition.field, condition.operator)?;
                for (n, value) in condition.values.iter().enumerate() {
                    if n > 0 {
                        f.write_str(",")?;
                    }
                    for c in value.chars() {
                        if matches!(c, '(' | ')' | ',' | '\\') {
                            f.write_str("\\")?;
                        }
                        write!(f, "{c}")?;
                    }
                }
                f.write_str(")")
            }
            Self::Both(left, right) => write!(f, "({left}and{right})"),
            Self::Either(left, right) => write!(f, "({left}or{right})"),
        }
    }
}

#[cfg(test)]
mod tests;
