//! What folds below an answer, and what never does: by the forms of the programs that people write with.

use balcao::model::{Body, BodyKind};
use balcao::text::{Letter, letter, letters, unbroken, whole};

fn html(text: &str) -> Body {
    Body { kind: BodyKind::Html, text: text.to_owned() }
}

fn plain(text: &str) -> Body {
    Body { kind: BodyKind::Plain, text: text.to_owned() }
}

/// What stays in view.
fn open(letter: &Letter) -> String {
    let tail = letter.tail.clone().unwrap_or(0..0);
    let lines = letter.lines.iter().enumerate().filter(|(at, _)| !tail.contains(at));
    lines.map(|(_, line)| line.text()).collect::<Vec<_>>().join("\n")
}

fn seen(body: &Body) -> String {
    open(&letter(body, 80))
}

const ORIGINAL: &str =
    "<div>Olá, o reembolso do pedido 5521 não apareceu na nossa conta.</div><div>Vocês verificam?</div>";

#[test]
fn quotes_in_the_form_of_zoho_fold_in_every_language() {
    for said in [
        "---- On Thu, 19 Nov 2026 09:12:44 -0300 <b>Marina &lt;m@zelo.example&gt;</b> wrote ----",
        "---- Em qui, 19 nov 2026 09:12:44 -0300 <b>Marina &lt;m@zelo.example&gt;</b> escreveu ----",
        "---- Ativado qui, 19 nov 2026 09:12:44 -0300 Marina &lt;m@zelo.example&gt; escreveu ----",
        "---- El jue, 19 nov 2026 09:12:44 -0300 <b>Marina &lt;m@zelo.example&gt;</b> escribió ----",
        "---- En jue, 19 nov 2026 09:12:44 -0300 Marina &lt;m@zelo.example&gt; escribió ----",
    ] {
        for quote in [
            format!(
                "<div class=\"zmail_extra\"><div>{said}</div><blockquote style=\"margin:0px\">{ORIGINAL}</blockquote></div>"
            ),
            format!(
                "<div id=\"Zm-_Id_-Sgn1\">{said}</div><blockquote id=\"blockquote_zmail\">{ORIGINAL}</blockquote>"
            ),
            format!("<div class=\"zm_quote\">{said}<br>{ORIGINAL}</div>"),
            format!("<div>{said}</div><div><br></div>{ORIGINAL}"),
        ] {
            let mail = html(&format!("<div>Foi liberado hoje.</div><div><br></div>{quote}"));
            assert_eq!(seen(&mail).trim(), "Foi liberado hoje.", "{quote}");
            // At a narrow width the introduction goes over several lines.
            assert_eq!(open(&letter(&mail, 44)).trim(), "Foi liberado hoje.", "{quote}");
        }
    }
}

#[test]
fn programs_of_the_web_and_the_telephone_fold() {
    let said = "Em seg., 14 de out. de 2024 às 14:02, Suporte &lt;help@zylker.com&gt; escreveu:";
    for (mail, own) in [
        (
            format!(
                "<div>Chegou.</div><div id=\"ydp39yahoo_quoted_63\" class=\"ydp39yahoo_quoted\"><div>{said}</div><div>{ORIGINAL}</div></div>"
            ),
            "Chegou.",
        ),
        (
            format!(
                "<div>Chegou.</div><br><div dir=\"ltr\">Enviado do meu iPhone</div><div dir=\"ltr\"><br><blockquote type=\"cite\">{said}<br><br></blockquote></div><blockquote type=\"cite\">{ORIGINAL}</blockquote>"
            ),
            "Chegou.\n\nEnviado do meu iPhone",
        ),
        (
            format!(
                "<p>Chegou.</p><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>De:</b> Suporte<br><b>Enviado:</b> segunda-feira, 14 de outubro de 2024 14:02<br><b>Para:</b> Marina<br><b>Assunto:</b> Reembolso</div>{ORIGINAL}"
            ),
            "Chegou.",
        ),
        (
            format!(
                "<p>Chegou.</p><div class=\"moz-cite-prefix\">Em 14/10/2024 14:02, Suporte escreveu:<br></div><blockquote type=\"cite\">{ORIGINAL}</blockquote>"
            ),
            "Chegou.",
        ),
        (
            format!(
                "<div>Chegou.<br clear=\"all\"><div>-- <br>Marina Souza<br>Head of Operations</div></div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">{said}<br></div><blockquote class=\"gmail_quote\">{ORIGINAL}</blockquote></div>"
            ),
            "Chegou.\n--\nMarina Souza\nHead of Operations",
        ),
    ] {
        let shown = seen(&html(&mail));
        let shown: Vec<&str> = shown.lines().map(str::trim_end).filter(|line| !line.contains('─')).collect();
        assert_eq!(shown.join("\n").trim(), own, "{mail}");
    }
    let mail = plain(
        "Chegou.\n\nEm 14/10/2024 14:02, Suporte <help@zylker.com> escreveu:\n> Olá,\n> o valor saiu.\n",
    );
    assert_eq!(seen(&mail).trim(), "Chegou.");
}

#[test]
fn nothing_that_was_written_now_is_hidden() {
    let said = "On Mon, Oct 14, 2024 at 2:02 PM Support &lt;help@zylker.com&gt; wrote:";
    let five = format!("{}{ORIGINAL}{}", "<blockquote>".repeat(5), "</blockquote>".repeat(5));
    for (mail, own) in [
        // Above the answer.
        (format!("<div>{said}</div><blockquote type=\"cite\">{ORIGINAL}</blockquote><p>It was order 5521.</p>"), "It was order 5521."),
        // Between quotes.
        (format!("<div>{said}</div><blockquote>Which order?</blockquote><p>5521.</p><blockquote>Which bank?<br>And branch?</blockquote>"), "5521."),
        // Below five quotes in each other.
        (format!("<div>{said}</div>{five}<p>Deep, but mine.</p>"), "Deep, but mine."),
        // In a box that the program made, between its quotes.
        (format!("<p>Hi.</p><div class=\"gmail_quote\"><div>{said}</div><blockquote>Which order?</blockquote><div>Order 5521.</div><blockquote>And bank?</blockquote></div>"), "Order 5521."),
        // In colour, inside the quote.
        (format!("<p>Hi.</p><div>{said}</div><blockquote>Which order?<div style=\"color:#c00000\">Order 5521.</div>And bank?</blockquote>"), "Order 5521."),
        // A page of tables with a dashed line in it.
        ("<table><tr><td>Order 5521</td></tr><tr><td>--------</td></tr><tr><td>From: our shop, with love</td></tr><tr><td>Track it today</td></tr></table>".to_owned(), "Track it today"),
        // A sentence that begins like an introduction.
        ("<p>On 14 Oct we paid twice.</p><p>Please refund what remains.</p>".to_owned(), "Please refund what remains."),
        // Passed on: the original is the message.
        (format!("<p>Please see.</p><div class=\"gmail_quote\"><div>---------- Forwarded message ---------<br>From: Bank<br>Date: Mon<br>To: me</div>{ORIGINAL}</div>"), "o reembolso do pedido"),
    ] {
        assert!(seen(&html(&mail)).contains(own), "{mail}\n{}", seen(&html(&mail)));
    }
    // Only a quote: there is nothing to fold it away from.
    assert_eq!(letter(&html(&format!("<blockquote>{ORIGINAL}</blockquote>")), 80).tail, None);
    assert!(
        seen(&plain("> Which order?\n5521.\n> And bank?\n> And branch?\nBanco Sol.\n"))
            .contains("Banco Sol.")
    );
}

#[test]
fn five_quotes_in_each_other_fold_as_one() {
    let mut quote = ORIGINAL.to_owned();
    for _ in 0..5 {
        quote = format!(
            "<div>On Mon, Oct 14, 2024, Ana &lt;a@b.example&gt; wrote:</div><blockquote>{quote}</blockquote>"
        );
    }
    assert_eq!(seen(&html(&format!("<p>Thanks!</p>{quote}"))).trim(), "Thanks!");
}

#[test]
fn a_doubtful_quote_folds_when_all_of_it_was_said_before() {
    let quote = |said: &str| {
        format!(
            "<div class=\"zmail_extra\"><div>---- On Thu, 19 Nov 2026 09:12:44 -0300 Marina &lt;m@zelo.example&gt; wrote ----</div><blockquote>{said}</blockquote></div>"
        )
    };
    let first = html(ORIGINAL);
    let answer = html(&format!("<p>Você confirma os dados abaixo?</p>{}", quote(ORIGINAL)));
    // Alone, “abaixo” keeps it open; after the message that it quotes, it folds.
    assert_eq!(letter(&answer, 80).tail, None);
    let read = letters([&first, &answer], 60);
    assert_eq!(open(&read[1]).trim(), "Você confirma os dados abaixo?");
    // An answer typed into the quote was not said before.
    let inside = ORIGINAL.replace("Vocês verificam?", "Vocês verificam? Sim, hoje.");
    let typed = html(&format!("<p>Respondi abaixo.</p>{}", quote(&inside)));
    assert_eq!(letters([&first, &typed], 60)[1].tail, None);
    // So was one letter of it.
    let sign = html(&format!("<p>Veja abaixo.</p>{}", quote(&format!("{ORIGINAL}<div>✓</div>"))));
    assert_eq!(letters([&first, &sign], 60)[1].tail, None);
}

#[test]
fn what_a_message_hides_is_counted_and_can_be_read() {
    let mail = html(
        "<p>Pay <span style=\"display:none\">not </span>now\u{202e}.</p><div style=\"display:none\">&zwnj;&nbsp;</div>",
    );
    let read = letter(&mail, 80);
    assert_eq!((read.hidden, read.tricks.len()), (3, 1));
    assert!(!read.text().contains("not"));
    assert_eq!(whole(&mail, 80).trim(), "Pay ⟦not ⟧now\\u{202E}.");
    let long = html(&"<p>Hello, the refund</p>".repeat(20_000));
    assert!(letter(&long, 80).cut && whole(&long, 80).matches("refund").count() == 20_000);
    assert!(!whole(&plain("a\u{1b}[31mb"), 80).chars().any(|c| c.is_control() && c != '\n'));
}

#[test]
fn what_is_copied_has_the_lines_of_its_writer_and_not_those_of_the_screen() {
    let long = "A nota sai como NF-e ou como MDF-e, dependendo do transporte. ".repeat(20);
    let mail = html(&format!(
        "<p>{long}</p><hr><ul><li>uma</li><li>duas</li></ul><p><a href=\"https://a.example/b\">aqui</a></p>"
    ));
    let copied = unbroken(&mail);
    let lines: Vec<_> = copied.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines[0], long.trim());
    assert!(lines[1].chars().all(|c| c == '─') && lines[1].chars().count() <= 40, "{copied}");
    assert!(lines.last().is_some_and(|line| line.ends_with("https://a.example/b")), "{copied}");
    assert!(!unbroken(&plain("a\u{1b}[31mb\u{202e}c")).chars().any(|c| c == '\u{1b}' || c == '\u{202e}'));
}
