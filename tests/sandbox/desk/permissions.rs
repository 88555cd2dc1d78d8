//! Permissions and scopes.

use balcao::sandbox::world::desk::Field;
use serde_json::json;

use super::stage::{Stage, has, id};

#[tokio::test]
async fn who_may_not_create_is_told_so_and_nothing_is_made() {
    let mut stage = Stage::open().await;
    let department = stage.department("Support").await;
    let hello =
        stage.stand.sandbox.hello.agents.iter().find(|agent| !agent.may_create_tickets).expect("one").clone();
    stage.sign_in(&hello.email).await;
    let before = stage.get("/ticketsCount").await.body["count"].clone();
    let body = json!({"subject": "x", "departmentId": department, "contact": {"lastName": "y"}});
    let answer = stage.post("/tickets", &body).await;
    assert_eq!((answer.status.as_u16(), answer.body["errorCode"].as_str()), (403, Some("FORBIDDEN")));
    assert_eq!(stage.get("/ticketsCount").await.body["count"], before);
    assert_eq!(stage.get("/myProfilePermissions").await.body["permissions"]["tickets"]["create"], false);
}

#[tokio::test]
async fn a_light_agent_comments_but_does_not_reply() {
    let mut stage = Stage::open().await;
    let billing = stage.department("Billing").await;
    let ticket = stage.ticket(json!({"departmentId": billing})).await;
    stage.sign_in("marta.queiroz@jatoba.example").await;
    let reply = stage.reply(&ticket, json!({"fromEmailAddress": "billing@jatoba.example"})).await;
    assert_eq!((reply.status.as_u16(), reply.body["errorCode"].as_str()), (403, Some("FORBIDDEN")));
    let comment =
        stage.post(&format!("/tickets/{}/comments", id(&ticket)), &json!({"content": "Paid"})).await;
    assert_eq!(
        (comment.status.as_u16(), comment.body["commenter"]["roleName"].as_str()),
        (200, Some("LightAgent"))
    );
}

#[tokio::test]
async fn a_ticket_of_another_department_is_not_shown() {
    let mut stage = Stage::open().await;
    let support = stage.ticket(json!({})).await;
    stage.sign_in("beatriz.nogueira@jatoba.example").await;
    let answer = stage.get(&format!("/tickets/{}", id(&support))).await;
    assert_eq!((answer.status.as_u16(), answer.body["errorCode"].as_str()), (403, Some("FORBIDDEN")));
    let billing = stage.department("Billing").await;
    let me = stage.get("/myinfo").await.body;
    let rows = stage.rows("/tickets?limit=100&sortBy=-createdTime").await;
    assert!(rows.iter().all(|row| row["departmentId"] == billing.as_str() || row["assigneeId"] == me["id"]));
}

#[tokio::test]
async fn a_token_without_the_scope_is_refused() {
    let stage = Stage::open().await;
    {
        let mut world = stage.stand.sandbox.shared.world();
        for access in world.accounts.access.values_mut() {
            access.scopes = vec!["Desk.tickets.READ".to_owned(), "Desk.basic.READ".to_owned()];
        }
    }
    assert_eq!(stage.get("/tickets?limit=1").await.status, 200);
    assert_eq!(stage.get("/departments").await.status, 200, "one of settings and basic is enough");
    for path in ["/tickets/search?subject=abc", "/contacts", "/organizationFields?module=tickets"] {
        let answer = stage.get(path).await;
        assert_eq!(
            (answer.status.as_u16(), answer.body["errorCode"].as_str()),
            (403, Some("SCOPE_MISMATCH")),
            "{path}"
        );
        assert_eq!(
            answer.body["message"],
            "The OAuthToken does not contain the scope required to perform this operation."
        );
    }
}

#[tokio::test]
async fn field_security_drops_keys() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({"cf": {"cf_order_number": "1"}})).await;
    {
        let mut world = stage.stand.sandbox.shared.world();
        let profile = world.desk.settings.agents[0].profile;
        let hide = |field: &mut Field| field.hidden_from.push(profile);
        world
            .desk
            .settings
            .fields
            .iter_mut()
            .filter(|f| f.api_name == "priority" || f.api_name == "cf_order_number")
            .for_each(hide);
    }
    let after = stage.again(&ticket).await;
    assert!(
        !has(&after, "priority")
            && !has(&after["cf"], "cf_order_number")
            && has(&after["cf"], "cf_product_area")
    );
}
