//! What frames cost, in bytes: never in time.

use balcao::term::{Cursor, ScreenOptions};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::show::{OPTIONS, Show};

/// A screen with a title, a list of 36 rows from `first` on with one selected, and a line of hints.
fn list(buffer: &mut Buffer, first: usize, selected: usize) -> Option<Cursor> {
    let width = buffer.area.width;
    buffer.set_string(1, 0, "balcão  1 Contacts  2 Companies", Style::new().add_modifier(Modifier::BOLD));
    for row in 0..36u16 {
        let number = first + usize::from(row);
        let y = row + 2;
        buffer.set_string(1, y, format!("#{number:05}"), Style::new().fg(Color::DarkGray));
        buffer.set_string(
            9,
            y,
            format!("Refund of order {} has not arrived", number * 7919 % 99_991),
            Style::new(),
        );
        buffer.set_string(70, y, format!("customer{}@zylker.example", number * 31 % 997), Style::new());
        buffer.set_string(104, y, "overdue 2h", Style::new().fg(Color::Red));
        if number == selected {
            buffer.set_style(Rect::new(0, y, width, 1), Style::new().add_modifier(Modifier::REVERSED));
        }
    }
    buffer.set_string(1, 39, "enter open  + ticket  / find  ? all keys", Style::new());
    None
}

#[test]
fn a_first_frame_is_small_and_the_same_frame_costs_nothing() {
    let mut show = Show::new(120, 40, OPTIONS);
    let first = show.draw(|buffer| list(buffer, 0, 3));
    assert!(first.len() <= 7_000, "{} bytes", first.len());
    assert!(first.starts_with(b"\x1b[r\x1b[m\x1b[?25l\x1b[2J\x1b[?2026h") && first.ends_with(b"\x1b[?2026l"));
    assert_eq!(show.draw(|buffer| list(buffer, 0, 3)).len(), 0);
}

#[test]
fn moving_the_selection_rewrites_two_rows() {
    let mut show = Show::new(120, 40, OPTIONS);
    show.draw(|buffer| list(buffer, 0, 3));
    let moved = show.draw(|buffer| list(buffer, 0, 4));
    assert!((1..=350).contains(&moved.len()), "{} bytes", moved.len());
}

#[test]
fn scrolling_by_a_row_moves_the_rows() {
    let mut show = Show::new(120, 40, OPTIONS);
    show.draw(|buffer| list(buffer, 100, 135));
    for step in 1..5 {
        let down = show.draw(|buffer| list(buffer, 100 + step, 135 + step));
        assert!((1..=600).contains(&down.len()), "{} bytes", down.len());
    }
    show.draw(|buffer| list(buffer, 100, 100));
    let up = show.draw(|buffer| list(buffer, 99, 99));
    assert!((1..=600).contains(&up.len()), "{} bytes", up.len());
}

#[test]
fn scrolling_is_right_for_the_emulator() {
    let mut show = Show::new(120, 40, OPTIONS);
    for first in [0, 1, 2, 20, 19, 18, 36, 35, 0] {
        let mut frame = Buffer::empty(Rect::new(0, 0, 120, 40));
        list(&mut frame, first, first + 35);
        show.check(&frame);
    }
}

#[test]
fn without_scroll_regions_none_is_set() {
    let mut show = Show::new(120, 40, ScreenOptions { scroll_region: false, sync: false, ..OPTIONS });
    show.draw(|buffer| list(buffer, 100, 135));
    let bytes = show.draw(|buffer| list(buffer, 101, 136));
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("r\x1b[") && !text.contains("\x1b[r") && !text.contains("2026"), "{text:?}");
}

#[test]
fn typing_a_letter_costs_a_few_bytes_and_keeps_the_cursor_right() {
    let mut show = Show::new(80, 24, OPTIONS);
    let typed = |text: &'static str| {
        move |buffer: &mut Buffer| {
            buffer.set_string(0, 10, text, Style::new());
            Some(Cursor::new(u16::try_from(text.len()).expect("short"), 10))
        }
    };
    show.draw(typed("Hell"));
    let bytes = show.draw(typed("Hello"));
    assert!((1..=50).contains(&bytes.len()), "{} bytes", bytes.len());
    assert_eq!(show.terminal.screen().cursor_position(), (10, 5));
    assert!(!show.terminal.screen().hide_cursor());
    show.draw(|_| None);
    assert!(show.terminal.screen().hide_cursor());
}

#[test]
fn what_follows_a_doubtful_width_is_placed_by_itself() {
    let mut show = Show::new(40, 3, OPTIONS);
    let bytes = show.draw(|buffer| {
        buffer.set_string(0, 0, "👨‍👩‍👧 family", Style::new());
        buffer.set_string(20, 0, "next column", Style::new());
        None
    });
    let text = String::from_utf8(bytes).expect("text");
    assert!(text.contains("👨‍👩‍👧\x1b[4Gfamily"), "{text:?}");
    assert!(text.contains("\x1b[21Gnext column"), "{text:?}");
}
