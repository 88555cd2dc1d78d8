//! What changed, oldest change first (bigin.md §4.1).

use jiff::{SignedDuration, Timestamp};

use super::{Answered, wanted};
use crate::zoho::{
    Error,
    bigin::{Bigin, list::PER_PAGE},
    records::Slice,
    transport::Call,
};

impl Bigin {
    /// Records of a module that were modified at `from` or later, by the time of change, without the first `skip`, at most
    /// `limit` of them. Bigin pages by token alone beyond 2 000 rows, so `skip` is walked through: keep it small, and move
    /// `from` instead. Scope `ZohoBigin.modules.{m}.READ`.
    pub async fn records_changed(
        &self,
        module: &str,
        fields: &[&str],
        from: Timestamp,
        skip: usize,
        limit: usize,
    ) -> Result<Slice<crate::zoho::records::Record>, Error> {
        // Bigin tells what was modified *after*; times are whole seconds.
        let since = from - SignedDuration::from_secs(1);
        let first = Call::bigin(&[module])
            .with("fields", wanted(fields))
            .with("per_page", PER_PAGE)
            .with("sort_by", "Modified_Time")
            .with("sort_order", "asc")
            .modified_since(since);
        let (mut call, mut rows, mut at) = (first.clone(), Vec::new(), None);
        loop {
            let answer = self.transport.send(&call).await?;
            let at = *at.get_or_insert_with(|| answer.at());
            let Some(page) = answer.json::<Answered>()? else {
                return Ok(cut(rows, skip, limit, false, at));
            };
            let (page, info) = page.records();
            rows.extend(page.into_iter().filter(|row| row.modified >= from));
            let token = info.more_records.yes().then(|| info.next_page_token.some()).flatten();
            match token {
                Some(token) if rows.len() < skip + limit => call = first.clone().with("page_token", token),
                more => return Ok(cut(rows, skip, limit, more.is_some(), at)),
            }
        }
    }
}

fn cut<Row>(mut rows: Vec<Row>, skip: usize, limit: usize, more: bool, at: Timestamp) -> Slice<Row> {
    let more = more || rows.len() > skip + limit;
    rows.truncate(skip + limit);
    rows.drain(..skip.min(rows.len()));
    Slice { rows, more, at }
}
