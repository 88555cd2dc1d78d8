use super::stand::{MARINA, names, open};

#[tokio::test(flavor = "multi_thread")]
async fn each_shelf_holds_what_it_says() {
    let stand = open().await;
    let all = stand.run(&["ticket", "list", "--limit", "1000", "--json"]).await.json();
    let rows = all["tickets"].as_array().unwrap();
    assert!(rows.len() > 20 && rows.iter().all(|one| one["status_kind"] != "closed"));
    insta::assert_snapshot!("ticket_list", names(&all));
    let of = |shelf: &'static str| {
        let stand = &stand;
        async move { stand.run(&["ticket", "list", shelf, "--limit", "1000", "--json"]).await.json() }
    };
    assert!(
        of("--unassigned").await["tickets"].as_array().unwrap().iter().all(|one| one["assignee"].is_null())
    );
    assert!(of("--overdue").await["tickets"].as_array().unwrap().iter().all(|one| one["overdue"] == true));
    let mine = of("--mine").await;
    assert!(mine["total"].as_u64().unwrap() > 0);
    assert!(mine["tickets"].as_array().unwrap().iter().all(|one| one["assignee"]["name"] == "Ana Lima"));
    let billing = stand.run(&["ticket", "list", "--department", "BILLING", "--json"]).await.json();
    assert!(billing["tickets"].as_array().unwrap().iter().all(|one| one["department"]["name"] == "Billing"));
    let error =
        stand.run(&["ticket", "list", "--department", "Nowhere", "--json"]).await.error(3, "no_department");
    assert!(error["known"].as_array().unwrap().iter().any(|name| name == "Billing"));
    assert_eq!(stand.run(&["ticket", "list", "--mine", "--overdue"]).await.code, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_has_closed_tickets_as_well() {
    let stand = open().await;
    let hers = stand.run(&["ticket", "list", "--contact", MARINA, "--json"]).await.json();
    let hers = hers["tickets"].as_array().unwrap();
    assert!(hers.iter().any(|one| one["status_kind"] == "closed"), "{hers:?}");
    let marina = stand.run(&["contact", "show", MARINA, "--json"]).await.json();
    let company = marina["contact"]["company"]["name"].as_str().unwrap();
    let theirs =
        stand.run(&["ticket", "list", "--company", company, "--limit", "200", "--json"]).await.json();
    let numbers: Vec<_> = theirs["tickets"].as_array().unwrap().iter().map(|one| &one["number"]).collect();
    assert!(hers.iter().all(|one| numbers.contains(&&one["number"])));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_is_text_for_people_and_entries_for_scripts() {
    let stand = open().await;
    let number = stand.number().await;
    let hashed = format!("#{number}");
    let shown = stand.run(&["ticket", "show", &hashed, "--json"]).await.json();
    assert_eq!(shown["ticket"]["number"], number);
    assert_eq!(shown["entries"][0]["direction"], "in");
    assert!(!shown["entries"][0]["text"].as_str().unwrap().is_empty());
    let id = shown["ticket"]["id"].as_str().unwrap();
    assert_eq!(stand.run(&["ticket", "show", id, "--json"]).await.json()["ticket"]["number"], number);
    stand.run_with(&["ticket", "comment", &number], "for us alone").await;
    stand.run_with(&["ticket", "comment", &number, "--public"], "for everybody").await;
    let page = stand.run(&["ticket", "show", &number]).await;
    assert!(page.out.starts_with(&hashed), "{page:?}");
    assert!(page.out.contains("INTERNAL") && page.out.contains("PUBLIC"), "{}", page.out);
    let offline = stand.run(&["ticket", "show", &number, "--cached", "--json"]).await.json();
    assert_eq!(
        (&offline["stale"], offline["entries"].as_array().unwrap().len()),
        (&true.into(), shown["entries"].as_array().unwrap().len() + 2)
    );
    let whole = stand.entries(&number).await;
    insta::assert_snapshot!("ticket_show", names(&serde_json::json!({ "entries": whole })));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_number_is_said() {
    let stand = open().await;
    for wanted in ["999999", "#999999", "x", "1892000000009999999"] {
        stand.run(&["ticket", "show", wanted, "--json"]).await.error(3, "no_ticket");
        stand.run_with(&["ticket", "reply", wanted, "--json"], "hello").await.error(3, "no_ticket");
        stand.run(&["ticket", "status", wanted, "Closed", "--json"]).await.error(3, "no_ticket");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_ticket_of_the_story_reaches_the_terminal_with_a_control_code() {
    let stand = open().await;
    let all = stand.run(&["ticket", "list", "--limit", "1000", "--json"]).await.json();
    let odd = |ticket: &&serde_json::Value| !ticket["subject"].as_str().unwrap().is_ascii();
    for ticket in all["tickets"].as_array().unwrap().iter().filter(odd).take(12) {
        let page = stand.run(&["ticket", "show", ticket["number"].as_str().unwrap(), "--quotes"]).await;
        assert!(!page.out.contains(|c: char| c != '\n' && c.is_control()), "{}", page.out);
    }
}
