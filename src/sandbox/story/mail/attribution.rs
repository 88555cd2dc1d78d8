//! Who wrote when, in the words of a language and a program.

use jiff::Zoned;
use jiff::civil::Weekday;

use super::html::escaped;
use super::{Earlier, Letter, Program};

const MONTHS: [[&str; 12]; 3] = [
    ["jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
];
const DAYS: [[&str; 7]; 3] = [
    ["seg.", "ter.", "qua.", "qui.", "sex.", "sáb.", "dom."],
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
];

fn row(language: &str) -> usize {
    match language {
        "pt" => 0,
        "es" => 2,
        _ => 1,
    }
}

fn weekday(language: &str, day: Weekday) -> &'static str {
    let at = usize::try_from(day.to_monday_zero_offset()).unwrap_or(0);
    DAYS[row(language)][at]
}

fn month(language: &str, at: &Zoned) -> &'static str {
    MONTHS[row(language)][usize::try_from(at.month() - 1).unwrap_or(0)]
}

/// When, as the language says it.
fn when(language: &str, at: &Zoned) -> String {
    let (year, day, hour, minute) = (at.year(), at.day(), at.hour(), at.minute());
    let (name, month) = (weekday(language, at.weekday()), month(language, at));
    match language {
        "pt" => format!("Em {name}, {day} de {month} de {year} às {hour:02}:{minute:02},"),
        "es" => format!("El {name}, {day} {month} {year} a las {hour}:{minute:02},"),
        "ja" => format!("{year}年{}月{day}日 {hour}:{minute:02}", at.month()),
        "ar" => format!("في {day}/{}/{year} الساعة {hour}:{minute:02}،", at.month()),
        _ => {
            let (half, of) = if hour < 12 { ("AM", hour) } else { ("PM", hour - 12) };
            let of = if of == 0 { 12 } else { of };
            format!("On {name}, {month} {day}, {year} at {of}:{minute:02}\u{202f}{half}")
        }
    }
}

fn wrote(language: &str) -> &'static str {
    match language {
        "pt" => "escreveu:",
        "es" => "escribió:",
        "ja" => ":",
        "ar" => "كتب:",
        _ => "wrote:",
    }
}

/// In plain text.
pub fn plain(letter: &Letter<'_>, earlier: &Earlier) -> String {
    let language = letter.language;
    format!("{} {} <{}> {}", when(language, &earlier.at), earlier.name, earlier.address, wrote(language))
}

/// In the HTML of the letter's program.
pub fn html(letter: &Letter<'_>, earlier: &Earlier) -> String {
    let language = letter.language;
    let (name, address) = (escaped(&earlier.name), escaped(&earlier.address));
    let link = format!("&lt;<a href=\"mailto:{address}\">{address}</a>&gt;");
    match letter.program {
        Program::Outlook => outlook(language, earlier, &name, &address),
        Program::Desk => {
            let at = earlier.at.strftime("%a, %d %b %Y %H:%M:%S %z");
            format!("---- On {at} <b>{name} {link}</b> wrote ----<br>")
        }
        Program::Thunderbird => {
            let at = earlier.at.strftime("%d/%m/%Y %H:%M");
            let on = if language == "pt" { "Em" } else { "On" };
            format!("{on} {at}, {name} {}", wrote(language))
        }
        _ => format!("{} {name} {link} {}", when(language, &earlier.at), wrote(language)),
    }
}

/// The block that Outlook puts above what it quotes.
fn outlook(language: &str, earlier: &Earlier, name: &str, address: &str) -> String {
    let [from, sent, to, subject] = match language {
        "pt" => ["De:", "Enviada em:", "Para:", "Assunto:"],
        "es" => ["De:", "Enviado el:", "Para:", "Asunto:"],
        "ja" => ["差出人:", "送信日時:", "宛先:", "件名:"],
        _ => ["From:", "Sent:", "To:", "Subject:"],
    };
    let at = &earlier.at;
    let sent_at = if language == "ja" {
        format!("{}年{}月{}日 {}:{:02}", at.year(), at.month(), at.day(), at.hour(), at.minute())
    } else {
        let (day, month) = (weekday(language, at.weekday()), month(language, at));
        format!("{day} {} {month} {} {:02}:{:02}", at.day(), at.year(), at.hour(), at.minute())
    };
    format!(
        "<b>{from}</b> {name} &lt;{address}&gt; <br>\n<b>{sent}</b> {sent_at}<br>\n<b>{to}</b> {}<br>\n\
         <b>{subject}</b> {}",
        escaped(&earlier.to),
        escaped(&earlier.subject)
    )
}
