//! Mentions: `zsu[@user:11550965]zsu` on the wire, `@Rui Sá` for people. An agent is named by `zuid`, a team by id and
//! name, a ticket by its id (desk.md §13).

use crate::model::Agent;

const OPEN: &str = "zsu[@";
const CLOSE: &str = "]zsu";

/// Writes mentions as people read them. `name` finds the name for a kind (`user`, `team`, `ticket`) and id; what it does
/// not know stays recognisable: a team brings its name, the others become `@user` or `#`.
pub(super) fn read_with(text: &str, name: impl Fn(&str, &str) -> Option<String>) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once(OPEN) {
        let Some((mention, tail)) = after.split_once(CLOSE).filter(|(mention, _)| mention.len() < 200) else {
            break;
        };
        out.push_str(before);
        let (kind, id) = mention.split_once(':').unwrap_or(("user", mention));
        let (id, own) = id.split_once('_').unwrap_or((id, ""));
        let own = (!own.is_empty()).then(|| own.to_owned());
        let known = name(kind, id).or(own);
        match (kind, known) {
            ("ticket", number) => out.extend(["#", &number.unwrap_or_default()]),
            (_, Some(name)) => out.extend(["@", &name]),
            (kind, None) => out.extend(["@", kind]),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// Writes the mentions of these agents as people read them: `zsu[@user:7]zsu` becomes `@Rui Sá`.
pub fn read_mentions(text: &str, agents: &[Agent]) -> String {
    read_with(text, |kind, id| {
        let found = agents.iter().find(|agent| kind == "user" && agent.zuid.as_deref() == Some(id));
        found.map(|agent| agent.name.clone())
    })
}

/// Writes `@Rui Sá` as Desk wants it. The longest name that fits wins; a name that two agents share, or whose agent has
/// no `zuid`, stays text, for nobody is notified by guess. An `@` inside a word (an e-mail address) is none.
pub fn write_mentions(text: &str, agents: &[Agent]) -> String {
    let (mut out, mut rest, mut before) = (String::with_capacity(text.len()), text, None::<char>);
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        if c == '@'
            && !before.is_some_and(char::is_alphanumeric)
            && let Some((zuid, length)) = named(after, agents)
        {
            out.extend([OPEN, "user:", zuid, CLOSE]);
            (before, rest) = (Some(']'), &after[length..]);
            continue;
        }
        out.push(c);
        (before, rest) = (Some(c), after);
    }
    out
}

/// The agent whose name stands at the start of `text`, and how long it is there.
fn named<'a>(text: &str, agents: &'a [Agent]) -> Option<(&'a str, usize)> {
    let fits = |agent: &&Agent| {
        let rest = text.strip_prefix(agent.name.as_str());
        !agent.name.is_empty() && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let longest = agents.iter().filter(fits).map(|agent| agent.name.len()).max()?;
    let mut same = agents.iter().filter(fits).filter(|agent| agent.name.len() == longest);
    match (same.next(), same.next()) {
        (Some(agent), None) => agent.zuid.as_deref().map(|zuid| (zuid, longest)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::AgentId;

    fn agent(name: &str, zuid: Option<&str>) -> Agent {
        Agent {
            id: AgentId::new(name),
            name: name.into(),
            email: String::new(),
            zuid: zuid.map(str::to_owned),
            active: true,
            departments: vec![],
        }
    }

    fn agents() -> Vec<Agent> {
        vec![
            agent("Rui", Some("1")),
            agent("Rui Sá", Some("2")),
            agent("Ana", Some("3")),
            agent("Ana", Some("4")),
            agent("Eva", None),
        ]
    }

    #[test]
    fn the_longest_name_wins_and_nobody_is_guessed() {
        for (text, want) in [
            ("@Rui Sá: veja", "zsu[@user:2]zsu: veja"),
            ("oi @Rui, e @Rui", "oi zsu[@user:1]zsu, e zsu[@user:1]zsu"),
            ("@Ruivo @Ana @Eva", "@Ruivo @Ana @Eva"),
            ("a@Rui.example", "a@Rui.example"),
        ] {
            assert_eq!(write_mentions(text, &agents()), want);
        }
    }

    #[test]
    fn reads_back_what_it_wrote_and_keeps_strangers_readable() {
        let text = "oi @Rui Sá e @Rui!";
        assert_eq!(read_mentions(&write_mentions(text, &agents()), &agents()), text);
        assert_eq!(read_mentions("zsu[@user:99]zsu ok", &agents()), "@user ok");
        assert_eq!(read_mentions("zsu[@team:5_Nível 2]zsu", &[]), "@Nível 2");
        for broken in ["zsu[@user:1", "]zsu zsu[@", ""] {
            assert_eq!(read_mentions(broken, &agents()), broken);
        }
    }
}
