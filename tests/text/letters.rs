//! Mail in the manner of real programs: what is read, what folds, what never does.

use balcao::model::{Body, BodyKind};
use balcao::text::{Letter, Style, letter};

macro_rules! mail {
    ($name:literal) => {{
        let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/text/mails/", $name));
        let kind = if $name.ends_with(".html") { BodyKind::Html } else { BodyKind::Plain };
        letter(&Body { kind, text: text.into() }, 78)
    }};
}

/// The letter as one text, a mark where its trailing quote is folded away.
fn folded(letter: &Letter) -> String {
    let mut text = String::new();
    for (place, line) in letter.lines.iter().enumerate() {
        match &letter.tail {
            Some(tail) if tail.start == place => text.push_str("[folded]\n"),
            Some(tail) if tail.contains(&place) => {}
            _ => {
                text.push_str(&"| ".repeat(line.quote.into()));
                text.push_str(line.text().trim_end());
                text.push('\n');
            }
        }
    }
    text
}

#[test]
fn gmail_folds_below_an_answer() {
    let mail = mail!("gmail-top-pt.html");
    assert_eq!(
        folded(&mail),
        "Oi Ana,\n\nAinda não caiu na conta. Pode conferir o pedido 5521 [1]?\n\nObrigada,\nMarina\n\n[folded]\n"
    );
    assert_eq!(mail.links, ["https://zylker.example/orders/5521"]);
    assert_eq!(mail.remote, 1);
    assert!(mail.lines[mail.tail.expect("folds").start].text().starts_with("Em seg., 14 de out."));
}

#[test]
fn gmail_inline_answers_stay_open() {
    assert_eq!(
        folded(&mail!("gmail-inline-en.html")),
        "Hi Ana,\n\nOn Mon, Oct 14, 2024 at 2:02 PM Support <help@zylker.com> wrote:\n\n\
         | Which order was it?\n\nIt was order 5521.\n\n| And which bank?\n\nBanco Sol, branch 12.\n\n[folded]\n"
    );
}

#[test]
fn what_was_forwarded_is_the_message() {
    let mail = mail!("gmail-forward-pt.html");
    assert_eq!(mail.tail, None);
    assert!(folded(&mail).contains("A transferência de R$ 1.250,00 foi devolvida."));
}

#[test]
fn outlook_folds_from_its_header_block() {
    assert_eq!(
        folded(&mail!("outlook-desktop-en.html")),
        "Dear Ana,\n\nThe export still stops at row 500. Please see our log.\n\nPaul Norton\nNorte Logistics\n\n[folded]\n"
    );
    let mail = mail!("outlook-web-pt.html");
    assert!(folded(&mail).starts_with("Boa tarde, Ana. Funcionou, obrigado!\n\nTiago Souza Lima\n"));
    assert!(folded(&mail).ends_with("[folded]\n"));
    assert!(!folded(&mail).contains("Tente o novo link"));
    assert!(folded(&mail!("plain-outlook-en.txt")).ends_with("Paul\n\n[folded]\n"));
}

#[test]
fn answers_typed_in_colour_into_the_original_stay_open() {
    let mail = mail!("outlook-inline-red-pt.html");
    assert_eq!(mail.tail, None);
    assert!(folded(&mail).contains("Firefox em todas as máquinas."));
    // Without colours only the words on top tell that answers stand below.
    let plain = |top: &str| {
        let text = format!(
            "{top}\n\nDe: Suporte\nEnviado: segunda-feira\nPara: Renata\nAssunto: Login\n\nQual?\n\nFirefox.\n"
        );
        letter(&Body { kind: BodyKind::Plain, text }, 78).tail
    };
    assert_eq!(plain("Respondi cada ponto."), None);
    assert_eq!(plain("Minhas respostas em azul, abaixo."), None);
    assert!(plain("Obrigada, funcionou.").is_some());
}

#[test]
fn apple_and_thunderbird_fold_when_the_answer_is_on_top() {
    assert_eq!(
        folded(&mail!("apple-en.html")),
        "Thanks, that solved it.\n\nKind regards\nHelen\n\n[folded]\n"
    );
    assert_eq!(folded(&mail!("thunderbird-top-pt.html")), "Pode fechar, obrigado.\n\nJoão\n\n[folded]\n");
}

#[test]
fn answers_below_the_original_stay_open() {
    let mail = mail!("thunderbird-bottom-en.html");
    assert_eq!(mail.tail, None);
    assert!(folded(&mail).contains("Yes, please close it."));
    assert_eq!(mail!("plain-inline-en.txt").tail, None);
    // Nothing tells where the original ends: it stays open.
    assert_eq!(mail!("plain-unmarked-pt.txt").tail, None);
}

#[test]
fn telephones_and_zoho_fold_too() {
    assert!(folded(&mail!("samsung-pt.html")).ends_with("Enviado do meu Galaxy\n\n[folded]\n"));
    assert_eq!(
        folded(&mail!("zoho-en.html")),
        "Dear customer, it was released on Friday.\n\nAna Lima\n\n[folded]\n"
    );
}

#[test]
fn plain_quotes_have_depth_and_fold_with_their_introduction() {
    let mail = mail!("plain-quoted-pt.txt");
    assert_eq!(
        folded(&mail),
        "Olá,\n\ncontinua igual. Veja https://zylker.example/status [1].\n\n[folded]\n"
    );
    assert_eq!(mail.lines.iter().map(|line| line.quote).max(), Some(2));
    assert_eq!(mail.links, ["https://zylker.example/status"]);
    let link = mail.lines.iter().flat_map(|line| &line.spans).find(|span| span.style == Style::Link);
    assert_eq!(link.map(|span| span.text.as_str()), Some("https://zylker.example/status [1]"));
}

#[test]
fn tables_lists_and_pictures_read_as_text() {
    let mail = mail!("newsletter-table-en.html");
    let text = folded(&mail);
    assert!(text.contains("\nItem    Qty  Price\nCoffee  2    R$ 30,00\nFilter  1    R$ 12,50\n"), "{text}");
    assert!(text.contains("- Ships today\n- Track it here [1]\n"), "{text}");
    assert!(text.contains("[Track your order] [1]"), "{text}");
    assert!(
        !text.contains("Preview text") && !text.contains("alert") && !text.contains("color:red"),
        "{text}"
    );
    assert_eq!(mail.links, ["https://shop.example/t/5521"]);
    assert_eq!(mail.remote, 2);
    let heading = mail.lines.iter().find(|line| line.text() == "Order 5521").expect("the heading");
    assert_eq!(heading.spans[0].style, Style::Strong);
}

#[test]
fn hostile_mail_is_inert() {
    let mail = mail!("hostile.html");
    let text = folded(&mail);
    assert!(text.starts_with("Pay fdp.exe now ␛]0;owned␇ and ?? pay x [1]\n"), "{text}");
    assert_eq!(mail.links, ["https://evil.example/[2J"]);
    assert!(text.contains("| | | | | | | | deep"), "{text}");
}
