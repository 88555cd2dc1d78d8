//! The organization of Bigin: its users, custom fields and team pipelines.

use jiff::Timestamp;

use super::super::super::world::World;
use super::super::super::world::bigin::{Field, Kind, Layout, Name, Pick, Role, SubPipeline, User};
use super::super::house::{self, House};

/// Opens it.
pub fn open(world: &mut World, house: &House, since: Timestamp) {
    let bigin = &mut world.bigin;
    bigin.settings.org.company_name.clone_from(&house.name);
    bigin.settings.org.time_zone.clone_from(&house.time_zone);
    let standard = Role { id: bigin.make_id(), name: "Standard".to_owned() };
    bigin.settings.profiles.push(standard);
    let role = Role { id: bigin.make_id(), name: "Support".to_owned() };
    bigin.settings.roles.push(role);
    // The first user of Bigin is its administrator.
    let mut agents: Vec<&house::Agent> = house.agent.iter().collect();
    agents.sort_by_key(|agent| agent.profile != "admin");
    for agent in agents {
        let other = usize::from(agent.profile != "admin");
        let user = User {
            id: bigin.make_id(),
            zuid: agent.zuid.parse().unwrap_or(0),
            first_name: agent.first.clone(),
            last_name: agent.last.clone(),
            email: format!("{}@{}", agent.mail, house.domain),
            role: other,
            profile: other,
            active: true,
            confirmed: true,
            locale: if agent.key == "owen" { "en_GB" } else { "pt_BR" }.to_owned(),
            created: since,
        };
        bigin.settings.users.push(user);
    }
    for field in &house.field {
        custom(world, field);
    }
    for pipeline in &house.pipeline {
        team_pipeline(world, pipeline);
    }
}

/// Adds a custom field, when it is one of Bigin.
pub fn custom(world: &mut World, field: &house::Field) {
    let (Some(kind), Some(placeholder)) = (Kind::of(&field.module), Name::standard("Tag")) else { return };
    if field.side != "bigin" {
        return;
    }
    let bigin = &mut world.bigin;
    let picks = field.values.iter().map(|value| Pick { id: bigin.make_id(), value: value.clone() }).collect();
    let field = Field {
        id: bigin.make_id(),
        name: placeholder, // the module gives it a name of its own
        api_name: field.name.clone(),
        label: field.label.clone(),
        data_type: field.kind.clone(),
        length: match field.kind.as_str() {
            "integer" => 9,
            "date" => 20,
            "picklist" => 120,
            _ => 255,
        },
        mandatory: false,
        writable: true,
        unique: field.unique,
        custom: true,
        hidden: false,
        lookup: None,
        picks,
    };
    bigin.add_field(kind, field);
}

fn team_pipeline(world: &mut World, pipeline: &house::Pipeline) {
    let bigin = &mut world.bigin;
    let mut subs = Vec::new();
    for sub in &pipeline.sub {
        let stages =
            sub.stages.iter().map(|stage| Pick { id: bigin.make_id(), value: stage.clone() }).collect();
        subs.push(SubPipeline { id: bigin.make_id(), name: sub.name.clone(), stages });
    }
    let layout = Layout { id: bigin.make_id(), name: pipeline.name.clone(), subs };
    // The module's own fields list every sub-pipeline and stage once.
    let module = &mut bigin.settings.modules[Kind::Pipelines as usize];
    for field in &mut module.fields {
        for sub in &layout.subs {
            let sub_pick = Pick { id: sub.id, value: sub.name.clone() };
            let picks = match field.api_name.as_str() {
                "Sub_Pipeline" => vec![sub_pick],
                "Stage" => sub.stages.clone(),
                _ => continue,
            };
            for pick in picks {
                if field.picks.iter().all(|known| known.value != pick.value) {
                    field.picks.push(pick);
                }
            }
        }
    }
    module.layouts.push(layout);
}
