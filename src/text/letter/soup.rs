//! HTML as it comes, taken apart: a flat list of events in which everything opened is closed again, in linear time,
//! however broken or deep the source. html5ever's tokenizer reads; its tree builder is not used here, because its
//! work is not linear for hostile input.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};

use super::tags::{Role, role};

/// Elements inside each other; deeper ones only give their text.
const DEEPEST: usize = 60;

/// How far up an end tag may reach for its start tag.
const REACH: usize = 80;

/// A step through the document.
#[derive(Debug)]
pub(super) enum Event {
    /// An element starts; its [`Event::Close`] stands at `end`.
    Open { tag: Tag, end: usize },
    /// The element that was opened last ends.
    Close,
    /// `br`, `hr` or `img`.
    Void(Tag),
    /// Text with its entities resolved.
    Text(StrTendril),
}

/// Takes HTML apart.
pub(super) fn events(html: &str) -> Vec<Event> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Sink::default(), html5ever::tokenizer::TokenizerOpts::default());
    let _ = tokenizer.feed(&input); // the sink never asks for a script to be run, so one call reads all
    tokenizer.end();
    let mut soup = tokenizer.sink.0.into_inner();
    while !soup.stack.is_empty() {
        soup.pop();
    }
    soup.events
}

#[derive(Default)]
struct Sink(RefCell<Soup>);

/// The document so far.
#[derive(Default)]
struct Soup {
    events: Vec<Event>,
    /// What is open: its name, and the place of its event unless it lies too deep to have one.
    stack: Vec<(String, Option<usize>)>,
}

impl Soup {
    fn pop(&mut self) {
        if let Some((_, Some(place))) = self.stack.pop() {
            let here = self.events.len();
            if let Event::Open { end, .. } = &mut self.events[place] {
                *end = here;
            }
            self.events.push(Event::Close);
        }
    }

    /// Closes the nearest open element of one of these names, with all in it, unless a `wall` stands before it.
    fn close(&mut self, names: &[&str], walls: &[&str]) {
        for (up, (open, _)) in self.stack.iter().rev().take(REACH).enumerate() {
            if names.contains(&open.as_str()) {
                for _ in 0..=up {
                    self.pop();
                }
                return;
            }
            if walls.contains(&open.as_str()) {
                return;
            }
        }
    }

    fn start(&mut self, tag: Tag) {
        let name = &*tag.name;
        match name {
            // What a start tag ends by itself, when authors left the end tag out.
            "li" => self.close(&["li"], &["ul", "ol", "menu", "table", "td", "th", "blockquote"]),
            "td" | "th" => self.close(&["td", "th"], &["table"]),
            "tr" => self.close(&["tr"], &["table"]),
            "thead" | "tbody" | "tfoot" => self.close(&["thead", "tbody", "tfoot"], &["table"]),
            _ => {}
        }
        if matches!(role(name), Role::Block(_) | Role::Table)
            && self.stack.last().is_some_and(|(open, _)| open == "p")
        {
            self.pop();
        }
        match role(name) {
            Role::Nothing => {}
            Role::Void => self.events.push(Event::Void(tag)),
            _ if tag.self_closing && role(name) == Role::Through => {}
            _ => {
                let place = (self.stack.len() < DEEPEST).then_some(self.events.len());
                self.stack.push((name.to_owned(), place));
                if place.is_some() {
                    self.events.push(Event::Open { tag, end: 0 });
                }
            }
        }
    }

    fn end(&mut self, tag: Tag) {
        let name = &*tag.name;
        match role(name) {
            Role::Nothing => {}
            Role::Void => {
                // `</br>` is shown as `<br>` by every program.
                if name == "br" {
                    self.events.push(Event::Void(tag));
                }
            }
            Role::Table => self.close(&[name], if name == "table" { &[] } else { &["table"] }),
            _ => self.close(&[name], &["td", "th", "table"]),
        }
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut soup = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => soup.events.push(Event::Text(text)),
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => soup.end(tag),
            Token::TagToken(tag) => {
                let raw = match &*tag.name {
                    "script" => Some(RawKind::ScriptData),
                    "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
                    "title" | "textarea" => Some(RawKind::Rcdata),
                    _ => None,
                };
                soup.start(tag);
                if let Some(raw) = raw {
                    return TokenSinkResult::RawData(raw);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
