use super::stand::{MARINA, names, open};

#[tokio::test(flavor = "multi_thread")]
async fn lists_are_found_in_without_accents() {
    let stand = open().await;
    let all = stand.run(&["contact", "list", "--limit", "500", "--json"]).await.json();
    let rows = all["contacts"].as_array().unwrap();
    assert_eq!(all["total"], rows.len(), "more than one window is read");
    assert_eq!(all["stale"], false);
    insta::assert_snapshot!("contact_list", names(&all));
    let some = stand.run(&["company", "list", "zelo cosmeticos", "--json"]).await.json();
    assert_eq!(some["companies"][0]["name"], "Zelo Cosméticos");
    insta::assert_snapshot!(
        "deal_list",
        names(&stand.run(&["deal", "list", "--limit", "500", "--json"]).await.json())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn people_get_a_table_with_nothing_hostile_in_it() {
    let stand = open().await;
    for module in ["contact", "company", "deal"] {
        let said = stand.run(&[module, "list", "--limit", "500"]).await;
        assert_eq!(said.code, 0, "{said:?}");
        assert!(said.out.lines().count() > 20, "{}", said.out);
        let hostile = |c: char| {
            c != '\n' && c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!said.out.contains(hostile), "{module}");
    }
    let cut = stand.run(&["contact", "list", "--limit", "2"]).await;
    assert_eq!(cut.out.lines().count(), 3);
    assert!(cut.err.contains("use --limit"), "{cut:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_is_shown_with_its_twin_and_its_tickets() {
    let stand = open().await;
    let marina = stand.run(&["contact", "show", MARINA, "--json"]).await.json();
    assert_eq!(marina["desk"][0]["state"], "contact");
    assert!(marina["tickets"]["all"].as_u64().unwrap() > 0);
    insta::assert_snapshot!("contact_show", names(&marina));
    let id = marina["contact"]["id"].as_str().unwrap();
    assert_eq!(stand.run(&["contact", "show", id, "--json"]).await.json()["contact"]["email"], MARINA);
    let company = marina["contact"]["company"]["name"].as_str().unwrap();
    let company = stand.run(&["company", "show", company, "--json"]).await.json();
    let of_company = company["tickets"]["all"].as_u64().unwrap();
    assert!(of_company >= marina["tickets"]["all"].as_u64().unwrap(), "a company has its people's tickets");
    let page = stand.run(&["contact", "show", MARINA]).await;
    assert!(page.out.starts_with("Marina Souza\n") && page.out.contains(MARINA), "{page:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_there_is_not_guessed() {
    let stand = open().await;
    let error = stand.run(&["contact", "show", "souza", "--json"]).await.error(3, "no_contact");
    assert!(error["near"].as_array().unwrap().len() > 1, "{error}");
    stand.run(&["company", "show", "no such company", "--json"]).await.error(3, "no_company");
    stand.run(&["deal", "show", "7618134000009999999", "--json"]).await.error(3, "no_deal");
    assert_eq!(stand.run(&["contact", "show"]).await.code, 2, "clap's usage error has the same code");
    let empty = stand.run(&["contact", "list", "qqqqqqqq"]).await;
    assert_eq!((empty.code, empty.out.as_str()), (0, ""));
}
