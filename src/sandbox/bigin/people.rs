//! `GET /users`, `/org`, `/settings/profiles`, `/settings/roles`.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::super::gate::answer;
use super::super::world::bigin::{Bigin, User};
use super::ask::{Ask, id};
use super::error::BiginError;
use super::page::Page;
use super::show::Show;

/// `GET /users?type=`.
pub async fn users(ask: Ask) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.users.READ"])?;
    let world = ask.shared.world();
    let bigin = &world.bigin;
    let page = Page::plain(&ask, world.now())?;
    let me = ask.user();
    let admin = |user: &User| user.profile == 0;
    let wanted: &dyn Fn(&User) -> bool = match ask.get("type") {
        None | Some("AllUsers") => &|_| true,
        Some("ActiveUsers") => &|user| user.active,
        Some("DeactiveUsers") => &|user| !user.active,
        Some("ConfirmedUsers") => &|user| user.confirmed,
        Some("NotConfirmedUsers") => &|user| !user.confirmed,
        Some("DeletedUsers") => &|_| false,
        Some("ActiveConfirmedUsers") => &|user| user.active && user.confirmed,
        Some("AdminUsers") => &admin,
        Some("ActiveConfirmedAdmins") => &|user| user.active && user.confirmed && admin(user),
        Some("CurrentUser") => &|user| user.id == me,
        Some(_) => return Err(BiginError::parameter("type")),
    };
    let found: Vec<&User> = bigin.settings.users.iter().filter(|user| wanted(user)).collect();
    let rows = found.iter().skip(page.skip()).take(page.size);
    let users: Vec<Value> = rows.map(|user| user_value(bigin, user)).collect();
    if users.is_empty() {
        return Ok(answer::no_content());
    }
    let info = page.info(users.len(), found.len() > page.skip() + users.len());
    Ok(answer::json(StatusCode::OK, &json!({ "users": users, "info": info })))
}

/// `GET /users/{id}`.
pub async fn user(ask: Ask, Path(wanted): Path<String>) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.users.READ"])?;
    let wanted = id(&wanted)?;
    let world = ask.shared.world();
    match world.bigin.user(wanted) {
        Some(user) => Ok(answer::json(StatusCode::OK, &json!({ "users": [user_value(&world.bigin, user)] }))),
        None => Ok(answer::no_content()),
    }
}

fn user_value(bigin: &Bigin, user: &User) -> Value {
    let show = Show::new(bigin);
    let org = &bigin.settings.org;
    let zone = TimeZone::get(&org.time_zone).unwrap_or(TimeZone::UTC);
    let role = bigin.settings.roles.get(user.role);
    let profile = bigin.settings.profiles.get(user.profile);
    json!({
        "id": user.id, "full_name": user.full_name(), "first_name": user.first_name, "last_name": user.last_name,
        "email": user.email, "status": if user.active { "active" } else { "disabled" }, "confirm": user.confirmed,
        "role": role.map(|role| json!({ "name": role.name, "id": role.id })),
        "profile": profile.map(|profile| json!({ "name": profile.name, "id": profile.id })),
        "zuid": user.zuid.to_string(), "time_zone": org.time_zone, "locale": user.locale,
        "language": user.locale, "country_locale": user.locale,
        "offset": i64::from(zone.to_offset(user.created).seconds()) * 1000,
        "created_time": show.time(user.created), "Modified_Time": show.time(user.created),
        "date_format": "dd/MM/yyyy", "time_format": "HH:mm", "alias": null, "phone": null, "mobile": null,
    })
}

/// `GET /org`.
pub async fn org(ask: Ask) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.org.READ"])?;
    let world = ask.shared.world();
    let org = &world.bigin.settings.org;
    let first = world.bigin.settings.users.first();
    let org = json!({
        "id": org.id, "company_name": org.company_name, "zgid": org.zgid, "domain_name": org.domain_name,
        "time_zone": org.time_zone, "iso_code": org.iso_code, "currency": org.currency,
        "currency_symbol": "R$", "primary_email": first.map(|user| &user.email),
        "license_details": {
            "paid": true, "paid_type": "biginpremier", "trial_type": null, "trial_expiry": null,
            "users_license_purchased": world.bigin.settings.users.len(),
            "portal_users_license_purchased": 0,
        },
    });
    Ok(answer::json(StatusCode::OK, &json!({ "org": [org] })))
}

/// `GET /settings/profiles`.
pub async fn profiles(ask: Ask) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.settings.profiles.READ", "ZohoBigin.settings.READ"])?;
    let world = ask.shared.world();
    let bigin = &world.bigin;
    let show = Show::new(bigin);
    let since = bigin.settings.users.first().map_or(Value::Null, |user| show.time(user.created));
    let profiles = bigin.settings.profiles.iter().map(|profile| {
        json!({
            "id": profile.id, "name": profile.name, "display_label": profile.name, "type": "normal_profile",
            "custom": false, "created_time": since, "modified_time": since, "created_by": null,
            "modified_by": null, "description": null,
        })
    });
    let profiles: Vec<Value> = profiles.collect();
    Ok(answer::json(StatusCode::OK, &json!({ "profiles": profiles })))
}

/// `GET /settings/roles`.
pub async fn roles(ask: Ask) -> Result<Response, BiginError> {
    ask.scope(&["ZohoBigin.settings.roles.READ", "ZohoBigin.settings.READ"])?;
    let world = ask.shared.world();
    let roles = &world.bigin.settings.roles;
    let first = roles.first();
    let shown = roles.iter().map(|role| {
        // All others report to the first.
        let above = first.filter(|first| first.id != role.id);
        json!({
            "id": role.id, "name": role.name, "display_label": role.name, "admin_user": false,
            "reporting_to": above.map(|above| json!({ "name": above.name, "id": above.id })),
            "share_with_peers": above.is_none(), "description": null,
        })
    });
    let roles: Vec<Value> = shown.collect();
    Ok(answer::json(StatusCode::OK, &json!({ "roles": roles })))
}
