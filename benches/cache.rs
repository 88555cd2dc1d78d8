//! What the cache costs with 100 000 contacts and 200 000 tickets on disk. A plain program that prints its figures:
//! `cargo bench --bench cache [-- CONTACTS]`. Nothing here fails for being slow; figures are processor time, and depend on
//! the machine.

#![allow(clippy::print_stdout, reason = "printing figures is what it is for")]
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "small numbers of a made-up data set"
)]

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use balcao::{
    model::{
        AccountId, AgentId, AgentRef, CompanyId, Contact, ContactId, DepartmentId, DeskContactId, DeskTwin,
        Module, RecordId, StatusKind, Ticket, TicketId, TicketQuery, TicketScope,
    },
    store::cache::{Cache, Error},
};
use jiff::{SignedDuration, Timestamp};

const FIRST: [&str; 16] = [
    "João",
    "Maria",
    "José",
    "Ana",
    "António",
    "Conceição",
    "Luís",
    "Inês",
    "Paulo",
    "Márcia",
    "Sérgio",
    "Zoë",
    "Ólafur",
    "Chen",
    "Aïsha",
    "William",
];
const LAST: [&str; 16] = [
    "Silva",
    "Souza",
    "Gonçalves",
    "Pereira",
    "Araújo",
    "Müller",
    "Nuñez",
    "Oliveira",
    "Sørensen",
    "Okafor",
    "Nakamura",
    "Costa",
    "Brandão",
    "Fischer",
    "Almeida",
    "D'Ávila",
];
const SUBJECTS: [&str; 8] = [
    "Não consigo entrar no sistema",
    "Boleto vencido",
    "Invoice copy needed",
    "Erro 500 ao salvar pedido",
    "Troca de produto",
    "Login blocked again",
    "Pedido atrasado",
    "Dúvida sobre o contrato",
];

fn main() -> Result<(), Error> {
    let contacts = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(100_000);
    let dir = std::env::temp_dir().join(format!("balcao-bench-{}", std::process::id()));
    let start = Instant::now();
    let now = Timestamp::from_second(1_790_000_000).expect("a time in 2026");
    seed(&dir, contacts, now)?;
    let size = fs::metadata(dir.join("cache.db")).map_or(0, |file| file.len());
    println!(
        "{contacts} contacts, {} tickets: seeded in {:.1?}, cache.db {} MiB",
        contacts * 2,
        start.elapsed(),
        size >> 20
    );
    measure(&dir, contacts, now)?;
    let _ = fs::remove_dir_all(&dir);
    Ok(())
}

fn seed(dir: &Path, contacts: usize, now: Timestamp) -> Result<(), Error> {
    let cache = Cache::open(dir)?.cache;
    let all: Vec<usize> = (0..contacts).collect();
    for part in all.chunks(5000) {
        cache.put_contacts(&part.iter().map(|at| contact(*at)).collect::<Vec<_>>())?;
        let tickets: Vec<_> =
            part.iter().flat_map(|at| [at * 2, at * 2 + 1]).map(|at| ticket(at, now)).collect();
        cache.put_tickets(&tickets, None)?;
    }
    for at in all.iter().step_by(10) {
        let twin = DeskTwin::Contact(DeskContactId::new(format!("d{at}")));
        cache.put_twin(&RecordId::Contact(ContactId::new(id(*at))), &twin, now)?;
    }
    Ok(())
}

fn measure(dir: &Path, contacts: usize, now: Timestamp) -> Result<(), Error> {
    say("open + first window of 50", 20, || {
        let cache = Cache::open(dir)?.cache;
        cache.record_rows(Module::Contacts, "", 0, 50, now).map(|_| ())
    })?;
    let cache = Cache::open(dir)?.cache;
    for offset in [0, contacts / 2, contacts - contacts / 500] {
        say(&format!("contacts, window at {offset}"), 50, || {
            cache.record_rows(Module::Contacts, "", offset, 50, now).map(|_| ())
        })?;
    }
    let somebody = RecordId::Contact(ContactId::new(id(contacts / 3)));
    say("place_of without text", 50, || cache.place_of(&somebody, "").map(|_| ()))?;

    let one = vec![DeskContactId::new(format!("d{}", contacts / 3))];
    let scopes = [
        ("tickets of a contact", TicketScope::Of { contacts: one, accounts: vec![] }),
        ("tickets of a company", TicketScope::Of { contacts: vec![], accounts: vec![AccountId::new("a7")] }),
        ("mine", TicketScope::Mine(AgentId::new("g3"))),
        ("unassigned", TicketScope::Unassigned),
        ("overdue", TicketScope::Overdue),
        ("all open", TicketScope::AllOpen),
    ];
    for (name, scope) in scopes {
        let mut query = TicketQuery { scope, department: None, text: String::new(), meant: Vec::new() };
        let total = cache.tickets(&query, now, 0, 50)?.total;
        say(&format!("{name} ({total}): window"), 50, || cache.tickets(&query, now, 0, 50).map(|_| ()))?;
        say(&format!("{name}: counts"), 50, || cache.counts(&query, now).map(|_| ()))?;
        "pedido 1".clone_into(&mut query.text);
        cache.tickets(&query, now, 0, 50)?;
        say(&format!("{name}: window with text"), 20, || cache.tickets(&query, now, 0, 50).map(|_| ()))?;
    }

    println!("resident before the contacts' finder: {} MiB", resident() >> 10);
    say("finder built", 5, || cache.reader()?.warm(Module::Contacts))?;
    let before = cache.finder_size();
    cache.warm(Module::Contacts)?;
    println!("finder in memory: {:.1} MiB", (cache.finder_size() - before) as f64 / f64::from(1 << 20));
    for typed in ["joao silva", "maria 77", "zylk", "gmail", "55119", "jsilv", "xqzwv", "mrsouza"] {
        let mut worst = Duration::ZERO;
        let mut total = 0;
        for end in 1..=typed.len() {
            // The best of five, each time typed from the start: the machine may have other things to do.
            let mut best = Duration::MAX;
            for _ in 0..5 {
                cache.record_rows(Module::Contacts, &typed[..end - 1], 0, 50, now)?;
                let start = busy();
                total = cache.record_rows(Module::Contacts, &typed[..end], 0, 50, now)?.total;
                best = best.min(busy().saturating_sub(start));
                cache.record_rows(Module::Contacts, "-", 0, 1, now)?;
            }
            worst = worst.max(best);
        }
        println!("{:<40} worst key {worst:>8.2?}, {total} found", format!("typing `{typed}`"));
    }
    say("one contact changed, then a key", 20, || {
        let mut changed = contact(5);
        changed.title = None;
        changed.last_name = format!("Silva {}", fastrand::u32(..));
        cache.put_contacts(&[changed])?;
        cache.record_rows(Module::Contacts, "joao", 0, 50, now).map(|_| ())
    })?;
    for text in ["boleto", "a", "pedido atrasado", "joao"] {
        say(&format!("search `{text}`"), 20, || cache.search(text, 50).map(|_| ()))?;
    }
    let mut cache = cache;
    say("changed", 100, || cache.changed().map(|_| ()))?;
    println!("resident at the end: {} MiB", resident() >> 10);
    Ok(())
}

/// Runs it so many times; prints the best, the median and the worst.
fn say(name: &str, times: usize, mut run: impl FnMut() -> Result<(), Error>) -> Result<(), Error> {
    let mut took = Vec::new();
    for _ in 0..times {
        let start = busy();
        run()?;
        took.push(busy().saturating_sub(start));
    }
    took.sort();
    let [best, median, worst] = [took[0], took[times / 2], took[times - 1]];
    println!("{name:<40} best {best:>8.2?}, median {median:>8.2?}, worst {worst:>8.2?}");
    Ok(())
}

/// Time of the processor that this thread has used: what else the machine does is not counted.
fn busy() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
}

fn id(at: usize) -> String {
    format!("4{at:017}")
}

/// Spreads numbers without order, the same ones in every run.
fn spread(at: usize) -> usize {
    (at as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29) as usize >> 8
}

fn contact(at: usize) -> Contact {
    let (first, last) = (FIRST[spread(at) % 16], LAST[spread(at + 1) % 16]);
    let company = at % 2000;
    let ascii = |name: &str| balcao::store::cache::fold(name).replace('\'', "");
    Contact {
        id: ContactId::new(id(at)),
        first_name: first.to_owned(),
        last_name: format!("{last} {}", LAST[spread(at + 2) % 16]),
        title: Some("Compras".to_owned()),
        email: Some(format!("{}.{}{at}@empresa{company}.example", ascii(first), ascii(last))),
        phone: Some(format!("+55 11 9{:04}-{:04}", spread(at) % 10000, at % 10000)),
        mobile: None,
        company: Some((CompanyId::new(format!("c{company}")), format!("Empresa {company} Ltda"))),
        address: vec!["Rua das Flores 10".to_owned(), "São Paulo".to_owned()],
        description: None,
        owner: None,
        tags: vec![],
        custom: vec![],
        created: Timestamp::UNIX_EPOCH,
        modified: Timestamp::UNIX_EPOCH,
    }
}

fn ticket(at: usize, now: Timestamp) -> Ticket {
    let who = contact(at / 2);
    let age = SignedDuration::from_mins((spread(at) % 500_000) as i64);
    let kind = match spread(at + 3) % 10 {
        0..2 => StatusKind::Open,
        2 => StatusKind::OnHold,
        _ => StatusKind::Closed,
    };
    Ticket {
        id: TicketId::new(format!("t{at}")),
        number: at.to_string(),
        subject: format!("{} {at}", SUBJECTS[spread(at + 4) % 8]),
        status: format!("{kind:?}"),
        kind,
        channel: "Email".to_owned(),
        priority: None,
        department: DepartmentId::new(format!("p{}", at % 4)),
        contact: Some(DeskContactId::new(format!("d{}", at / 2))),
        contact_name: who.name(),
        email: who.email,
        account: Some(AccountId::new(format!("a{}", at / 2 % 2000))),
        account_name: who.company.map(|(_, name)| name).unwrap_or_default(),
        assignee: (!at.is_multiple_of(3))
            .then(|| AgentRef { id: AgentId::new(format!("g{}", at % 20)), name: "Rui".to_owned() }),
        created: now - age,
        due: Some(now - age + SignedDuration::from_hours(24 * 200)),
        response_due: None,
        closed: None,
        customer_response: None,
        threads: 1,
        comments: 0,
        read: None,
        escalated: false,
    }
}

/// Kibibytes of memory in use, as Linux counts them; 0 elsewhere.
fn resident() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}
