//! The portal and what it is set up with.

use serde_json::{Value, json};

use super::stage::{Stage, id};

#[tokio::test]
async fn organizations_need_no_org_id_and_a_wrong_one_is_refused() {
    let stage = Stage::open().await;
    for path in ["/organizations", "/accessibleOrganizations"] {
        let rows = stage.rows(path).await;
        assert_eq!(rows[0]["id"], stage.stand.sandbox.hello.org_id.as_str());
    }
    let request = stage.stand.request(reqwest::Method::GET, "/api/v1/myinfo").header("orgId", "1");
    let answer = super::super::client::read(request).await;
    assert_eq!(
        (answer.status.as_u16(), answer.body["errorCode"].as_str()),
        (403, Some("OAUTH_ORG_MISMATCH"))
    );
}

#[tokio::test]
async fn the_caller_is_told_who_they_are_and_what_they_may() {
    let stage = Stage::open().await;
    let me = stage.get("/myinfo?include=profile,associatedDepartments").await.body;
    assert_eq!(
        (me["emailId"].as_str(), me["zuid"].as_str()),
        (Some("ana.lima@jatoba.example"), Some("60011550902"))
    );
    assert!(me["profile"]["name"].is_string() && me["associatedDepartments"][0]["name"].is_string());
    let permissions = stage.get("/myProfilePermissions").await.body;
    assert_eq!(permissions["permissions"]["tickets"]["create"], true);
    assert!(permissions["permissions"]["tickets"]["delete"].is_boolean());
}

#[tokio::test]
async fn departments_and_their_agents() {
    let stage = Stage::open().await;
    let rows = stage.rows("/departments?isEnabled=true").await;
    assert_eq!(rows.iter().filter(|row| row["isDefault"] == true).count(), 1);
    let billing = stage.department("Billing").await;
    let agents = stage.rows(&format!("/departments/{billing}/agents?limit=50")).await;
    assert!(
        agents
            .iter()
            .all(|a| a["associatedDepartmentIds"].as_array().expect("ids").contains(&json!(billing)))
    );
    assert!(agents.iter().any(|a| a["emailId"] == "ana.lima@jatoba.example"));
    let one = stage.get(&format!("/departments/{billing}")).await.body;
    assert_eq!(one["associatedAgentIds"].as_array().expect("ids").len(), agents.len());
    assert_eq!(stage.get("/agents?searchStr=nobody").await.status, 204);
    let by_id = stage.get(&format!("/agents/{}", id(&agents[0]))).await.body;
    assert_eq!(by_id["emailId"], agents[0]["emailId"]);
}

#[tokio::test]
async fn the_status_field_knows_its_types_and_the_form_plain_words() {
    let stage = Stage::open().await;
    let fields = stage.rows("/organizationFields?module=tickets").await;
    let status = fields.iter().find(|field| field["apiName"] == "status").expect("the status field");
    let values = status["allowedValues"].as_array().expect("values");
    assert!(values.contains(&json!({"value": "Waiting for finance", "statusType": "On Hold"})));
    assert!(values.contains(&json!({"value": "Escalated", "statusType": "Open"})));
    let custom = fields.iter().find(|field| field["apiName"] == "cf_product_area").expect("a custom field");
    assert_eq!(custom["allowedValues"][0], json!({"value": "Jatobá Nota"}));
    let layouts = stage.rows("/layouts?module=tickets").await;
    assert_eq!(layouts[0]["module"], "Cases");
    let form = stage.get(&format!("/myForm?layoutId={}", id(&layouts[0]))).await.body;
    let all: Vec<&Value> = form["sections"]
        .as_array()
        .expect("sections")
        .iter()
        .flat_map(|section| section["fields"].as_array().expect("fields"))
        .collect();
    let status = all.iter().find(|field| field["apiName"] == "status").expect("the status field");
    assert!(status["allowedValues"].as_array().expect("values").contains(&json!("On Hold")));
    assert!(status["restoreOnReplyValues"].is_array() && status["isReadOnly"].is_boolean());
    assert_eq!(stage.get("/organizationFields").await.status, 422);
    assert_eq!(stage.get("/organizationFields?module=tasks").await.status, 204);
}

#[tokio::test]
async fn from_addresses_belong_to_a_department() {
    let stage = Stage::open().await;
    let support = stage.department("Support").await;
    let rows = stage.rows(&format!("/mailReplyAddress?departmentId={support}")).await;
    let addresses: Vec<&str> = rows.iter().filter_map(|row| row["address"].as_str()).collect();
    assert_eq!(addresses, ["suporte@jatoba.example", "help@jatoba.example"]);
    assert_eq!(stage.get("/mailReplyAddress").await.status, 422);
    let channels = stage.rows("/channels").await;
    let mail = channels.iter().find(|channel| channel["code"] == "EMAIL").expect("mail");
    assert_eq!((mail["name"].as_str(), &mail["acceptsReplies"]), (Some("Email"), &json!(true)));
}

#[tokio::test]
async fn views_filter_lists() {
    let stage = Stage::open().await;
    for view in stage.rows("/views?module=tickets").await {
        let answer = stage.get(&format!("/tickets?viewId={}&limit=50", id(&view))).await;
        assert!([200, 204].contains(&answer.status.as_u16()), "{}: {}", view["name"], answer.text);
    }
}
