//! Hostile text arrives as it is, and mails look like those of their programs.

use super::world;
use crate::sandbox::world::desk::Turn;

#[test]
fn hostile_text_arrives_as_it_is() {
    let world = world(None);
    let desk = &world.desk;
    let mut all = String::new();
    for ticket in desk.tickets.iter().filter(|ticket| ticket.subject.contains("[security test]")) {
        all.push_str(&ticket.subject);
        for turn in &ticket.conversation {
            if let Turn::Thread(id) = turn {
                all.push_str(&world.text(&desk.threads.get(*id).expect("a thread").body).content);
            }
        }
    }
    let wanted = [
        "\u{1b}[2J",
        "\u{1b}]0;",
        "\u{1b}]52;c;",
        "\u{9b}",
        "\u{9d}",
        "\u{7}",
        "\u{0}",
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{feff}",
        "\u{2028}",
        "\u{e0041}",
        "\u{336}",
        "\u{200d}",
        "\u{fe0f}",
        "🇧🇷",
        "漢字",
        "שלום",
        "شكرا",
        "<script",
        "&#27;[2J",
        "onload=",
        "file:///etc/passwd",
    ];
    for text in wanted {
        assert!(all.contains(text), "no {text:?}");
    }
    let blank = |contact: &&crate::sandbox::world::desk::Contact| {
        let invisible = |c: char| c.is_whitespace() || c == '\u{200b}';
        contact.last_name.chars().all(invisible)
    };
    assert!(desk.contacts.iter().any(|contact| blank(&contact)), "no name of spaces");
}

#[test]
fn mails_look_like_those_of_their_programs() {
    let world = world(None);
    let marks = [
        ("Gmail", "<blockquote class=\"gmail_quote\""),
        ("Outlook", "<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>"),
        ("Outlook's quote", "border-top:solid #E1E1E1 1.0pt"),
        ("Outlook's table", "class=\"MsoTableGrid\""),
        ("Apple Mail", "<br class=\"Apple-interchange-newline\">"),
        ("an iPhone", "Sent from my iPhone"),
        ("Thunderbird", "<div class=\"moz-cite-prefix\">"),
        ("Desk", "<div class=\"zmail_extra\">"),
        ("a tracker", "class=\"mailtrack-img\""),
        ("a newsletter", "https://click.capivara.example/open/8f2a.gif"),
        ("plain text", "\n>> "),
        ("format=flowed", " \n"),
    ];
    for (name, mark) in marks {
        let found = world.desk.threads.iter().any(|thread| world.text(&thread.body).content.contains(mark));
        assert!(found, "no mail of {name}");
    }
}
