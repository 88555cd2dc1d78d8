//! Contacts, companies, deals, and what the portal is furnished with.

use balcao::app::effect::{Furniture, Person, Record, RecordPage};
use balcao::model::{
    Activity, ActivityKind, Agent, AgentId, Candidate, Channel, Company, CompanyId, Contact, ContactId, Deal,
    DealId, Department, DepartmentId, DeskContactId, DeskPerson, DeskTwin, FromAddress, Me, Open,
    Permissions, RecordId, RecordRow, Status, StatusKind, TicketCounts, TicketScope, UserId, UserRef,
};
use jiff::{SignedDuration, Timestamp};

use super::{Twist, now};

fn ago(hours: i64) -> Timestamp {
    now() - SignedDuration::from_hours(hours)
}

fn contact_id(n: usize) -> RecordId {
    RecordId::Contact(ContactId::new(format!("c{n}")))
}

pub fn rows(twist: Twist<'_>) -> Vec<RecordRow> {
    let row = |id, name: &str, second: &str, open: Option<u32>, overdue| RecordRow {
        id,
        name: twist(name),
        second: twist(second),
        open: open.map_or(Open::Unread, Open::Known),
        overdue,
    };
    let people = [
        ("Marina Souza", "Zylker Ltda", Some(3), 1),
        ("Paulo Souza", "Norte Logística e Transportes S.A.", Some(0), 0),
        ("Renata de Souza", "Clínica Sol", Some(1), 0),
        ("Tiago Souza Lima", "Zylker Ltda", None, 0),
        ("王小明 (Xiaoming Wang)", "東京都港区システム株式会社", Some(12), 2),
        ("José 🙂 da Conceição", "Padaria Pão Quente", Some(1), 0),
        ("محمد الأحمد", "Almacen Central", None, 0),
        (
            "Maximiliana Wolfeschlegelsteinhausenbergerdorff",
            "International Business Consulting Group",
            Some(1243),
            0,
        ),
    ];
    let mut rows: Vec<_> = people
        .iter()
        .enumerate()
        .map(|(at, (name, second, open, overdue))| row(contact_id(at), name, second, *open, *overdue))
        .collect();
    for at in people.len()..60 {
        rows.push(row(contact_id(at), &format!("Contato Número {at}"), "Zylker Ltda", None, 0));
    }
    rows.push(row(RecordId::Company(CompanyId::new("a0")), "Zylker Ltda", "zylker.example", Some(4), 1));
    rows.push(row(RecordId::Company(CompanyId::new("a1")), "Clínica Sol", "+55 41 3322-1100", Some(1), 0));
    rows.push(row(RecordId::Deal(DealId::new("d0")), "Zylker: 40 licenças", "Proposta", Some(4), 1));
    rows
}

pub fn pages(twist: Twist<'_>) -> Vec<(RecordId, RecordPage)> {
    let scope = |id: &str| TicketScope::Of { contacts: vec![DeskContactId::new(id)], accounts: Vec::new() };
    let page = |record: Record, twins: Vec<DeskTwin>, scope, activities| RecordPage {
        twin_names: twins.iter().map(|twin| twin_name(twin, twist)).collect(),
        deals: if matches!(record, Record::Deal(_)) { Vec::new() } else { vec![deal(twist)] },
        related: if let Record::Company(_) = record {
            let (name, second) = (twist("Marina Souza"), twist("Head of Operations"));
            vec![RecordRow { id: contact_id(0), name, second, open: Open::Unread, overdue: 0 }]
        } else {
            Vec::new()
        },
        candidates: twins.iter().flat_map(several).collect(),
        people: people(&record, twist),
        record,
        twins,
        scope,
        counts: TicketCounts::default(),
        activities,
        tickets_fetched: Some(ago(0)),
        activities_fetched: Some(ago(0)),
    };
    let marina = || vec![DeskTwin::Contact(DeskContactId::new("8812"))];
    vec![
        (
            contact_id(0),
            page(Record::Contact(marina_souza(twist)), marina(), Some(scope("8812")), activities(twist)),
        ),
        (
            contact_id(1),
            page(
                Record::Contact(contact(twist, "Paulo", "Norte Logística e Transportes S.A.")),
                vec![DeskTwin::None],
                None,
                Vec::new(),
            ),
        ),
        (
            contact_id(2),
            page(
                Record::Contact(contact(twist, "Renata de", "Clínica Sol")),
                vec![DeskTwin::Ambiguous(vec![
                    candidate(twist, "9001", "Renata Souza", "Clínica Sol"),
                    candidate(twist, "9002", "R. Souza", ""),
                ])],
                None,
                Vec::new(),
            ),
        ),
        (
            RecordId::Company(CompanyId::new("a0")),
            page(Record::Company(zylker(twist)), marina(), Some(scope("8812")), Vec::new()),
        ),
        (
            RecordId::Deal(DealId::new("d0")),
            page(Record::Deal(deal(twist)), marina(), Some(scope("8812")), Vec::new()),
        ),
    ]
}

/// The people of a company: one whom Desk knows, one whom it does not, one whom it knows twice.
fn people(record: &Record, twist: Twist<'_>) -> Vec<Person> {
    if !matches!(record, Record::Company(_)) {
        return Vec::new();
    }
    let several =
        [candidate(twist, "9001", "Renata Souza", "Clínica Sol"), candidate(twist, "9002", "R. Souza", "")];
    let person = |first: &str, twin| Person { contact: contact(twist, first, "Zylker Ltda"), twin };
    vec![
        Person { contact: marina_souza(twist), twin: Some(DeskTwin::Contact(DeskContactId::new("8812"))) },
        Person {
            contact: Contact {
                email: Some(twist("tiago@zylker.example")),
                ..contact(twist, "Tiago", "Zylker Ltda")
            },
            twin: Some(DeskTwin::None),
        },
        person("Renata de", Some(DeskTwin::Ambiguous(several.to_vec()))),
    ]
}

fn candidate(twist: Twist<'_>, id: &str, name: &str, company: &str) -> Candidate {
    Candidate::Contact(DeskPerson {
        id: DeskContactId::new(id),
        name: twist(name),
        email: Some(twist("renata@sol.example")),
        secondary_email: None,
        account: None,
        account_name: twist(company),
    })
}

fn several(twin: &DeskTwin) -> Vec<Candidate> {
    match twin {
        DeskTwin::Ambiguous(several) => several.clone(),
        _ => Vec::new(),
    }
}

fn rui(twist: Twist<'_>) -> UserRef {
    UserRef { id: UserId::new("u1"), name: twist("Rui Prado") }
}

fn marina_souza(twist: Twist<'_>) -> Contact {
    Contact {
        id: ContactId::new("c0"),
        first_name: twist("Marina"),
        last_name: twist("Souza"),
        title: Some(twist("Head of Operations")),
        email: Some(twist("marina@zylker.example")),
        phone: Some(twist("+55 11 3322-1100")),
        mobile: Some(twist("+55 11 99888-7766")),
        company: Some((CompanyId::new("a0"), twist("Zylker Ltda"))),
        address: vec![
            twist("Rua das Flores 12"),
            twist("São Paulo"),
            twist("SP"),
            twist("01310-100"),
            twist("Brasil"),
        ],
        description: Some(twist(
            "Prefers to be called in the afternoon.\nSpeaks English and Portuguese; decides about everything that costs less than R$ 50 000.",
        )),
        owner: Some(rui(twist)),
        tags: vec![twist("VIP"), twist("renovação")],
        custom: vec![(twist("Lifecycle"), twist("Customer"))],
        created: ago(24 * 400),
        modified: ago(26),
    }
}

fn contact(twist: Twist<'_>, first: &str, company: &str) -> Contact {
    Contact {
        first_name: twist(first),
        title: None,
        company: Some((CompanyId::new("a9"), twist(company))),
        ..marina_souza(twist)
    }
}

fn zylker(twist: Twist<'_>) -> Company {
    Company {
        id: CompanyId::new("a0"),
        name: twist("Zylker Ltda"),
        phone: Some(twist("+55 11 3322-1100")),
        website: Some(twist("https://zylker.example")),
        address: vec![twist("São Paulo"), twist("Brasil")],
        description: None,
        owner: Some(rui(twist)),
        tags: Vec::new(),
        custom: Vec::new(),
        created: ago(24 * 400),
        modified: ago(26),
    }
}

fn twin_name(twin: &DeskTwin, twist: Twist<'_>) -> String {
    match twin {
        DeskTwin::Contact(_) => twist("Marina Souza"),
        DeskTwin::Account(_) => twist("Zylker Ltda"),
        DeskTwin::None | DeskTwin::Ambiguous(_) => String::new(),
    }
}

fn deal(twist: Twist<'_>) -> Deal {
    Deal {
        id: DealId::new("d0"),
        name: twist("Zylker: 40 licenças"),
        pipeline: Some(twist("Vendas")),
        sub_pipeline: Some(twist("Novos negócios")),
        stage: Some(twist("Proposta")),
        amount_cents: Some(1_840_000),
        closing: Some(jiff::civil::date(2026, 11, 30)),
        contact: Some((ContactId::new("c0"), twist("Marina Souza"))),
        company: Some((CompanyId::new("a0"), twist("Zylker Ltda"))),
        description: None,
        owner: Some(rui(twist)),
        tags: Vec::new(),
        custom: Vec::new(),
        created: ago(24 * 20),
        modified: ago(3),
    }
}

fn activities(twist: Twist<'_>) -> Vec<Activity> {
    let one = |kind, title: &str, text: &str, at, done| Activity {
        id: title.to_owned(),
        kind,
        title: twist(title),
        text: twist(text),
        at,
        done,
        owner: twist("Rui Prado"),
    };
    vec![
        one(ActivityKind::Task, "Send the new price list", "", ago(5), false),
        one(ActivityKind::Meeting, "Quarterly review", "Room 2, or by video.", ago(-48), false),
        one(ActivityKind::Call, "Asked about the refund", "Promised an answer by Friday.", ago(30), true),
        one(
            ActivityKind::Note,
            "Contract",
            "The contract is renewed every October. Legal has a copy; the signed one lies with finance, second shelf, \
             and nobody but Marina may sign for Zylker, as she said herself on the telephone in March.",
            ago(24 * 30),
            false,
        ),
    ]
}

pub fn furniture(twist: Twist<'_>) -> Furniture {
    let agent = |id: &str, name: &str, email: &str| Agent {
        id: AgentId::new(id),
        name: twist(name),
        email: twist(email),
        zuid: None,
        active: true,
        departments: vec![DepartmentId::new("s")],
    };
    let ana = agent("ana", "Ana Lima", "ana@zylker.example");
    let status = |name: &str, kind| Status { name: twist(name), kind };
    Furniture {
        me: Some(Me {
            agent: ana.clone(),
            language: None,
            time_zone: None,
            portal: twist("Zylker"),
            administrator: Some(true),
        }),
        permissions: Some(Permissions {
            view_tickets: true,
            create_tickets: true,
            edit_tickets: true,
            close_tickets: true,
            change_owner: true,
            send_mail: true,
            comment: true,
        }),
        currency: Some("BRL".to_owned()),
        departments: vec![
            Department { id: DepartmentId::new("s"), name: twist("Support"), enabled: true },
            Department { id: DepartmentId::new("f"), name: twist("Finance"), enabled: true },
        ],
        statuses: vec![
            status("Open", StatusKind::Open),
            status("On hold", StatusKind::OnHold),
            status("Waiting for finance", StatusKind::OnHold),
            status("Escalated", StatusKind::Open),
            status("Closed", StatusKind::Closed),
        ],
        priorities: ["High", "Medium", "Low"].map(twist).to_vec(),
        channels: vec![
            Channel { code: "EMAIL".into(), name: twist("Email") },
            Channel { code: "PHONE".into(), name: twist("Phone") },
        ],
        agents: vec![ana, agent("rui", "Rui Prado", "rui@zylker.example")],
        from: vec![
            FromAddress {
                email: twist("help@zylker.example"),
                name: twist("Support"),
                department: DepartmentId::new("s"),
            },
            FromAddress {
                email: twist("sales@zylker.example"),
                name: twist("Sales"),
                department: DepartmentId::new("s"),
            },
        ],
    }
}
