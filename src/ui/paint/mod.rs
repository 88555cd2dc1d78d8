//! Small tools to draw with. The only place that computes coordinates in a buffer: everything is clipped to the area
//! it belongs to, and every text is made inert on its way in ([`Row::push`]).

mod area;
mod canvas;
mod row;

pub(super) use area::{bottom, inset, left, middle, top};
pub(super) use canvas::Canvas;
pub(super) use row::Row;
