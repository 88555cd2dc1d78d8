//! The page that a mail program puts around the words.

use super::{Letter, Program};

/// The style sheet that Outlook sends with every mail.
const OUTLOOK: &str = "<style><!--\n/* Font Definitions */\n@font-face\n\t{font-family:Calibri;\n\tpanose-1:2 15 5 2 2 2 4 3 2 4;}\n\
/* Style Definitions */\np.MsoNormal, li.MsoNormal, div.MsoNormal\n\t{margin:0cm;\n\tfont-size:11.0pt;\n\t\
font-family:\"Calibri\",sans-serif;\n\tmso-fareast-language:EN-US;}\na:link, span.MsoHyperlink\n\t{mso-style-priority:99;\n\t\
color:#0563C1;\n\ttext-decoration:underline;}\n.MsoChpDefault\n\t{mso-style-type:export-only;}\n@page WordSection1\n\t\
{size:612.0pt 792.0pt;\n\tmargin:70.85pt 3.0cm 70.85pt 3.0cm;}\ndiv.WordSection1\n\t{page:WordSection1;}\n--></style>";

/// The page.
pub fn around(letter: &Letter<'_>, html: &str) -> String {
    let language = letter.language;
    let charset = "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\">";
    match letter.program {
        Program::Gmail => format!("<div dir=\"{}\">{html}</div>{}", direction(language), pixel(letter)),
        Program::Android => format!("<div dir=\"auto\">{html}</div>"),
        Program::Outlook => format!(
            "<html xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
             xmlns:w=\"urn:schemas-microsoft-com:office:word\" xmlns=\"http://www.w3.org/TR/REC-html40\"><head>\
             {charset}<meta name=\"Generator\" content=\"Microsoft Word 15 (filtered medium)\">{OUTLOOK}\
             <!--[if gte mso 9]><xml><o:shapedefaults v:ext=\"edit\" spidmax=\"1026\" /></xml><![endif]--></head>\
             <body lang=\"{}\" link=\"#0563C1\" vlink=\"#954F72\" style=\"word-wrap:break-word\">\
             <div class=\"WordSection1\">\n{html}</div></body></html>",
            if language == "pt" { "PT-BR" } else { language }
        ),
        Program::Apple => format!(
            "<html><head>{charset}</head><body style=\"overflow-wrap: break-word; -webkit-nbsp-mode: space; \
             line-break: after-white-space;\">{html}</body></html>"
        ),
        Program::Ios => {
            let sent = match language {
                "pt" => "Enviado do meu iPhone",
                "es" => "Enviado desde mi iPhone",
                _ => "Sent from my iPhone",
            };
            // The phone signs between the words and the quote; texts that sign themselves are left alone.
            let signed = if html.contains("iPhone") {
                html.to_owned()
            } else {
                sign(
                    html,
                    &format!("<br id=\"lineBreakAtBeginningOfSignature\"><div dir=\"ltr\">{sent}</div>"),
                )
            };
            format!("<html><head>{charset}</head><body dir=\"auto\">{signed}</body></html>")
        }
        Program::Thunderbird => format!(
            "<!DOCTYPE html>\n<html>\n  <head>\n    {charset}\n  </head>\n  <body>\n    {html}\n  </body>\n</html>\n"
        ),
        Program::Desk => format!(
            "<meta /><div><style>table {{ border-collapse: collapse }}</style><div style=\"font-size: 13px; \
             font-family: Arial, Helvetica, sans-serif\">{html}</div></div>"
        ),
        Program::Plain | Program::Flowed | Program::Note => html.to_owned(),
    }
}

fn direction(language: &str) -> &'static str {
    if language == "ar" { "rtl" } else { "ltr" }
}

/// The signature before the quote, or at the end.
fn sign(html: &str, signature: &str) -> String {
    match html.find("<div dir=\"ltr\"><br><blockquote") {
        Some(at) => format!("{}{signature}{}", &html[..at], &html[at..]),
        None => format!("{html}{signature}"),
    }
}

/// What a tracking add-on leaves behind, in every third company.
fn pixel(letter: &Letter<'_>) -> String {
    let domain = letter.domain;
    if domain.is_empty() || !super::super::dice::hash(domain).is_multiple_of(3) {
        return String::new();
    }
    let n = super::super::dice::hash(letter.words);
    format!(
        "<img width=\"0\" height=\"0\" class=\"mailtrack-img\" alt=\"\" style=\"display:flex\" \
         src=\"https://track.{domain}/trace/mail/{n:x}.png?u=1\">"
    )
}
