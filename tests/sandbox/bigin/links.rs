//! Links between records, a deal's lines, and the lists that show them.

use reqwest::Method;
use serde_json::{Value, json};

use super::{codes, ids};
use crate::sandbox::client::{Stand, open};

async fn deal(stand: &Stand, name: &str) -> String {
    let layouts = stand.get("/bigin/v2/settings/layouts?module=Pipelines").await;
    let fields = layouts.body["layouts"][0]["sections"][0]["fields"].as_array().expect("fields").clone();
    let sub = fields.iter().find(|field| field["api_name"] == "Sub_Pipeline").expect("the field");
    let sub = &sub["pick_list_values"][0];
    let stage = &sub["maps"][0]["pick_list_values"][0]["actual_value"];
    stand
        .create(
            "Pipelines",
            json!({ "Deal_Name": name, "Sub_Pipeline": sub["actual_value"], "Stage": stage }),
        )
        .await
}

#[tokio::test]
async fn a_product_is_joined_and_parted_and_only_the_activity_moves() {
    let stand = open().await;
    let contact = stand.create("Contacts", json!({ "Last_Name": "Linked" })).await;
    let product = stand.create("Products", json!({ "Product_Name": "Zzq widget", "Unit_Price": 10 })).await;
    let before = stand.get(&format!("/bigin/v2/Contacts/{contact}")).await.body["data"][0].clone();
    stand.sandbox.shared.clock.advance(jiff::SignedDuration::from_secs(7));
    let path = format!("/bigin/v2/Contacts/{contact}/Products/{product}");
    for _ in 0..2 {
        let joined = stand.send(Method::PUT, &path, &json!({ "data": [{}] })).await;
        assert_eq!(joined.status, 200, "{}", joined.text);
        assert_eq!(joined.body["data"][0]["message"], "relation added");
        assert_eq!(joined.body["data"][0]["details"], json!({ "id": product }));
    }
    let list = stand.get(&format!("/bigin/v2/Contacts/{contact}/Products?fields=Product_Name")).await;
    assert_eq!(ids(&list.body), std::slice::from_ref(&product), "once, though joined twice");
    let back = stand.get(&format!("/bigin/v2/Products/{product}/Contacts?fields=Last_Name")).await;
    assert_eq!(ids(&back.body), std::slice::from_ref(&contact));
    let after = stand.get(&format!("/bigin/v2/Contacts/{contact}")).await.body["data"][0].clone();
    assert_eq!(after["Modified_Time"], before["Modified_Time"]);
    assert_ne!(after["Last_Activity_Time"], before["Last_Activity_Time"]);
    let parted = stand.delete(&path).await;
    assert_eq!(
        (parted.status.as_u16(), &parted.body["data"][0]["message"]),
        (200, &json!("relation removed"))
    );
    let list = stand.get(&format!("/bigin/v2/Contacts/{contact}/Products?fields=Product_Name")).await;
    assert_eq!((list.status.as_u16(), list.text.as_str()), (204, ""));
    let unknown = stand
        .send(Method::PUT, &format!("/bigin/v2/Contacts/{contact}/Products/7618134000999999999"), &json!({}))
        .await;
    assert_eq!((unknown.status.as_u16(), codes(&unknown.body, "data")), (400, vec!["INVALID_DATA"]));
}

#[tokio::test]
async fn a_deal_has_lines_and_contacts_with_roles() {
    let stand = open().await;
    let deal = deal(&stand, "Zzq lines").await;
    let product = stand.create("Products", json!({ "Product_Name": "Zzq box", "Unit_Price": 12.5 })).await;
    let other = stand.create("Products", json!({ "Product_Name": "Zzq lid", "Unit_Price": 2 })).await;
    let lines =
        json!({ "data": [{ "id": product, "Quantity": 4, "Discount": 5 }, { "id": "1" }, { "id": other }] });
    let path = format!("/bigin/v2/Pipelines/{deal}");
    let joined = stand.send(Method::PUT, &format!("{path}/Products"), &lines).await;
    assert_eq!(
        (joined.status.as_u16(), codes(&joined.body, "data")),
        (202, vec!["SUCCESS", "INVALID_DATA", "SUCCESS"])
    );
    let read = stand.get(&path).await.body["data"][0]["Associated_Products"].clone();
    let read = read.as_array().expect("lines");
    assert_eq!(read[0]["Product"], json!({ "name": "Zzq box", "id": product }));
    assert_eq!((&read[0]["Quantity"], &read[0]["Total"]), (&json!(4.0), &json!(45.0)));
    let anew =
        json!({ "data": [{ "Associated_Products": [{ "Product": { "id": other }, "Quantity": 3 }] }] });
    assert_eq!(stand.send(Method::PUT, &path, &anew).await.status, 200);
    let list = stand.get(&format!("{path}/Associated_Products?fields=Product_Name")).await;
    assert_eq!(ids(&list.body), std::slice::from_ref(&other));
    let contact = stand.create("Contacts", json!({ "Last_Name": "Decider" })).await;
    let role = json!({ "data": [{ "Contact_Role": "Decision Maker" }] });
    assert_eq!(stand.send(Method::PUT, &format!("{path}/Contacts/{contact}"), &role).await.status, 200);
    let deals = stand.get(&format!("/bigin/v2/Contacts/{contact}/Deals?fields=Deal_Name")).await;
    assert_eq!(ids(&deals.body), std::slice::from_ref(&deal));
    let parted = stand.delete(&format!("{path}/Contacts?ids={contact}")).await;
    assert_eq!(parted.status, 200, "{}", parted.text);
    assert_eq!(stand.get(&format!("{path}/Contacts?fields=Last_Name")).await.status, 204);
    let wrong = json!({ "data": [{ "id": other, "Quantity": "many" }] });
    let refused = stand.send(Method::PUT, &format!("{path}/Products"), &wrong).await;
    assert_eq!((refused.status.as_u16(), codes(&refused.body, "data")), (400, vec!["INVALID_DATA"]));
    // A company's contacts are looked up, not joined.
    let company = stand.create("Accounts", json!({ "Account_Name": "Zzq lookups" })).await;
    let refused = stand
        .send(Method::PUT, &format!("/bigin/v2/Accounts/{company}/Contacts/{contact}"), &json!({}))
        .await;
    assert_eq!((refused.status.as_u16(), &refused.body["code"]), (400, &json!("NOT_SUPPORTED")));
}

#[tokio::test]
async fn the_story_has_products_on_its_deals() {
    let stand = open().await;
    let products = stand.get("/bigin/v2/Products?fields=Product_Name,Unit_Price,Product_Active").await;
    assert!(ids(&products.body).len() >= 5, "{}", products.text);
    let deals = stand.get("/bigin/v2/Pipelines?fields=Associated_Products,Tag").await;
    let rows = deals.body["data"].as_array().expect("deals");
    assert!(
        rows.iter().any(|row| row["Associated_Products"].as_array().is_some_and(|lines| lines.len() == 2))
    );
    assert!(rows.iter().any(|row| row["Tag"].as_array().is_some_and(|tags| !tags.is_empty())));
    let lists = stand.get("/bigin/v2/settings/related_lists?module=Pipelines").await;
    let names: Vec<&Value> =
        lists.body["related_lists"].as_array().expect("lists").iter().map(|one| &one["api_name"]).collect();
    assert_eq!(names, ["Contacts", "Products", "Notes", "All_Tasks", "All_Events", "All_Calls"]);
    assert_eq!(stand.get("/bigin/v2/settings/related_lists?module=Notes").await.status, 204);
}
