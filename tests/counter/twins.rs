//! Whose the tickets are: companies by domain and name, and lists that count what pages show.

use balcao::counter::fetch::{self, scope_of};
use balcao::counter::twin;
use balcao::model::{DeskTwin, Module, Open, RecordId, RecordRow, TicketQuery};

use super::{Counter, now};

/// The rows of a module whose name has this text.
async fn rows(counter: &Counter, module: Module, text: &'static str) -> Vec<RecordRow> {
    counter.ask(move |cache| cache.record_rows(module, text, 0, 50, now()).unwrap().rows).await
}

async fn opened() -> Counter {
    let counter = Counter::open().await;
    for module in [Module::Contacts, Module::Companies, Module::Pipelines] {
        fetch::module(&counter.services, module, now(), || {}).await.unwrap();
    }
    counter
}

/// What the page of a record counts as open, from the cache.
async fn on_page(counter: &Counter, id: RecordId) -> u32 {
    let count = move |cache: &mut balcao::store::cache::Cache| {
        let Some(scope) = scope_of(&twin::known(cache, &id).unwrap()) else { return 0 };
        let query = TicketQuery { scope, department: None, text: String::new(), meant: Vec::new() };
        cache.counts(&query, now()).unwrap().open
    };
    counter.ask(count).await
}

#[tokio::test]
async fn lists_count_what_pages_show() {
    let counter = opened().await;
    let mut counted = 0;
    for (module, text) in [
        (Module::Companies, "clinica sol"),
        (Module::Companies, "aroeira atacado"),
        (Module::Companies, "estrela"),
        (Module::Contacts, "marina souza"),
        (Module::Pipelines, "aroeira atacado"),
    ] {
        let Some(row) = rows(&counter, module, text).await.into_iter().next() else { panic!("no {text}") };
        if module != Module::Pipelines {
            assert_eq!(row.open, Open::Unread, "{text}: nobody looked yet");
        }
        fetch::tickets_of(&counter.services, &row.id, now()).await.unwrap();
        let page = on_page(&counter, row.id.clone()).await;
        let row = rows(&counter, module, text).await.into_iter().find(|other| other.id == row.id).unwrap();
        assert_eq!(row.open, Open::Known(page), "{text}");
        counted += page;
    }
    assert!(counted > 3, "some of them have open tickets");
}

#[tokio::test]
async fn of_two_accounts_with_one_domain_the_name_decides_or_nobody_does() {
    let counter = opened().await;
    let twin_of = async |text| {
        let id = rows(&counter, Module::Companies, text).await.remove(0).id;
        twin::find(&counter.services, &id, now()).await.unwrap().remove(0)
    };
    assert!(matches!(twin_of("aroeira atacado").await, DeskTwin::Account(_)), "one of the two has its name");
    let varejo = twin_of("aroeira varejo").await;
    assert!(matches!(&varejo, DeskTwin::Ambiguous(several) if several.len() == 2), "{varejo:?}");
}
