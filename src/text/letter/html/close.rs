//! Where an element ends: what it takes back.

use super::{End, Walk};
use crate::text::letter::{Style, links};

impl Walk {
    pub(super) fn close(&mut self) {
        let Some(end) = self.open.pop() else { return };
        match end {
            End::Nothing => {}
            End::Block => self.page.block(),
            End::Apart => self.page.apart(),
            End::Boxed => {
                self.page.block();
                self.boxes -= 1;
                self.page.mark.boxed = self.boxes > 0;
            }
            End::Quote => {
                self.page.apart();
                self.page.quote -= 1;
            }
            End::Pre => {
                self.pre -= 1;
                self.page.apart();
            }
            End::Heading => {
                self.page.apart();
                self.strong -= 1;
            }
            End::Code => self.code -= 1,
            End::Strong => self.strong -= 1,
            End::Emphasis => self.emphasis -= 1,
            End::Dim => self.dim -= 1,
            End::Vivid => self.vivid -= 1,
            End::VividBlock => {
                self.page.block();
                self.vivid -= 1;
            }
            End::List => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.page.apart();
                }
            }
            End::Item(wide) => {
                self.page.end_item();
                self.page.indent -= wide;
            }
            End::Flat => {
                self.flat -= 1;
                self.page.block();
            }
            End::FlatCell => self.put("  "),
            End::Data => {
                if let Some(cells) = self.cells.take() {
                    cells.set(&mut self.page);
                }
            }
            End::Unhidden => self.put("⟧"),
            End::Link => self.end_link(),
        }
    }

    fn end_link(&mut self) {
        let Some((target, said, before)) = self.link.take() else { return };
        let address = target.strip_prefix("mailto:").or_else(|| target.strip_prefix("tel:"));
        // Nothing to see, or an address that is its own text: no number.
        if self.shown > before && !address.is_some_and(|address| address.eq_ignore_ascii_case(said.trim())) {
            let number = links::number(&mut self.letter.links, &target);
            self.set(&format!(" [{number}]"), Style::Link);
        }
    }
}
