//! The rules of writing to a customer: who gets it, what is quoted, what is asked before it leaves. Pure; shared by the
//! screen and the command line. Not here: keeping drafts (`store`), sending them (`counter`).

mod check;
mod inside;
mod recipients;
mod start;

pub use check::{Concern, check};
pub use inside::customer_domains;
pub use recipients::{Recipients, forward_to, reply_all_to, reply_to};
pub use start::{Writer, natural, seen, start, subject};
