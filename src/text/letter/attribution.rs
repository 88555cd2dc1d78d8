//! The lines by which mail programs introduce the original: `On … wrote:`, header blocks, separators. English,
//! Portuguese, and the neighbours that Brazilian desks meet.

/// Whether a line ends such an introduction: `… wrote:`, `… escreveu:`, `---- On … wrote ----`.
pub(super) fn ends_introduction(line: &str) -> bool {
    const VERBS: [&str; 6] = ["wrote", "escreveu", "escribió", "a écrit", "schrieb", "ha scritto"];
    let line = line.trim();
    let ends = line.ends_with(':') || line.ends_with("----");
    ends && VERBS.iter().any(|verb| line.contains(verb))
}

/// Whether a line starts one that goes over several lines.
pub(super) fn starts_introduction(line: &str) -> bool {
    const STARTS: [&str; 9] = ["On ", "Em ", "No dia ", "El ", "En ", "Le ", "Am ", "Il ", "A "];
    let line = line.trim();
    // Zoho's dashes say enough: what follows them is the word for *on*, in one of many translations.
    (line.starts_with("---- ") || STARTS.iter().any(|start| line.starts_with(start)))
        && line.contains(|c: char| c.is_ascii_digit())
}

/// Whether a whole introduction is in the form of Zoho's programs, `---- On … wrote ----`: what follows it is the
/// original, marked as such or not.
pub(super) fn zoho(said: &str) -> bool {
    let said = said.trim();
    said.starts_with("---- ")
        && said.ends_with("----")
        && ends_introduction(said)
        && names_time_or_mailbox(said)
}

/// Whether an introduction names a time or a mailbox: without either it may be a sentence of somebody's.
pub(super) fn names_time_or_mailbox(text: &str) -> bool {
    text.contains('@') || text.contains(|c: char| c.is_ascii_digit())
}

/// Which header a line gives, in a block that Outlook and others put before the original.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Header {
    From,
    Sent,
    To,
    Cc,
    Subject,
}

pub(super) fn header(line: &str) -> Option<Header> {
    let (name, value) = line.trim().trim_start_matches('*').split_once(':')?;
    if value.trim().is_empty() {
        return None;
    }
    match name.trim().trim_end_matches('*').to_lowercase().as_str() {
        "from" | "de" | "von" => Some(Header::From),
        "sent" | "date" | "enviado" | "enviada" | "enviado em" | "enviada em" | "data" | "fecha"
        | "gesendet" => Some(Header::Sent),
        "to" | "para" | "an" => Some(Header::To),
        "cc" | "bcc" | "cco" => Some(Header::Cc),
        "subject" | "assunto" | "asunto" | "betreff" => Some(Header::Subject),
        _ => None,
    }
}

/// Whether a line says `-----Original Message-----` in one of its spellings.
pub(super) fn original_message(line: &str) -> bool {
    let bare = line.trim().trim_matches(['-', '_', ' ']).to_lowercase();
    line.trim().starts_with("--")
        && matches!(bare.as_str(), "original message" | "mensagem original" | "mensaje original")
}

/// Whether a line says that what follows was forwarded: then it is the message, not its tail.
pub(super) fn forwarded(line: &str) -> bool {
    const SIGNS: [&str; 6] = [
        "forwarded message",
        "mensagem encaminhada",
        "mensaje reenviado",
        "begin forwarded",
        "início da mensagem encaminhada",
        "mensagem reencaminhada",
    ];
    let lower = line.trim().trim_matches(['-', '=', ' ', ':']).to_lowercase();
    lower.chars().count() < 60 && SIGNS.iter().any(|sign| lower.contains(sign))
}

/// Whether somebody says that their answers stand further down, or that what is further down is meant to be read.
pub(super) fn points_down(text: &str) -> bool {
    const SIGNS: [&str; 41] = [
        "below",
        "inline",
        "in-line",
        "in line",
        "interleaved",
        "in red",
        "in blue",
        "in green",
        "between the lines",
        "fyi",
        "forward",
        "abaixo",
        "em vermelho",
        "em azul",
        "em verde",
        "no corpo",
        "entrelinhas",
        "nas perguntas",
        "junto às perguntas",
        "na sequência",
        "encaminh",
        "segue",
        "marcado em",
        "em negrito",
        "destacad",
        "in bold",
        "highlighted",
        "next to your",
        "ao lado de cada",
        "após cada",
        "respondi",
        "minhas respostas",
        "meus comentários",
        "cada ponto",
        "ponto a ponto",
        "item a item",
        "my answers",
        "my comments",
        "answers to your",
        "each point",
        "point by point",
    ];
    let lower = text.to_lowercase();
    // From the start of a word on: “consegue” points nowhere.
    let starts_word = |at: usize| !lower[..at].ends_with(char::is_alphanumeric);
    SIGNS.iter().any(|sign| lower.match_indices(sign).any(|(at, _)| starts_word(at)))
}

#[cfg(test)]
mod tests {
    use super::points_down;

    #[test]
    fn only_whole_words_point_down() {
        assert!(points_down("Segue o comprovante, minhas respostas abaixo."));
        assert!(points_down("My answers are inline."));
        assert!(!points_down("Consegue ver com o banco, por favor?"));
    }
}
