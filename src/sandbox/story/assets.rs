//! The story's texts, as they lie in `assets/story/`.

/// The house: departments, agents, statuses, custom fields, team pipelines.
pub const HOUSE: &str = include_str!("../../../assets/story/house.toml");
/// Companies, on both sides.
pub const COMPANIES: &str = include_str!("../../../assets/story/companies.txt");
/// People, on both sides.
pub const PEOPLE: &str = include_str!("../../../assets/story/people.txt");
/// Deals.
pub const DEALS: &str = include_str!("../../../assets/story/deals.txt");
/// Notes, tasks, calls and meetings in Bigin.
pub const ACTIVITIES: &str = include_str!("../../../assets/story/activities.txt");
/// Products, where they stand, and what else is known of deals.
pub const PRODUCTS: &str = include_str!("../../../assets/story/products.txt");
/// What fills the slots of the patterns.
pub const WORDS: &str = include_str!("../../../assets/story/words.toml");

/// The hand-written conversations.
pub const PLAYS: [&str; 6] = [
    include_str!("../../../assets/story/tickets/billing.play"),
    include_str!("../../../assets/story/tickets/nota.play"),
    include_str!("../../../assets/story/tickets/loja.play"),
    include_str!("../../../assets/story/tickets/api.play"),
    include_str!("../../../assets/story/tickets/world.play"),
    include_str!("../../../assets/story/tickets/hostile.play"),
];

/// Conversations with slots, and the language of each file (`world` holds several).
pub const PATTERNS: [(&str, &str); 3] = [
    ("pt", include_str!("../../../assets/story/patterns/pt.play")),
    ("en", include_str!("../../../assets/story/patterns/en.play")),
    ("world", include_str!("../../../assets/story/patterns/world.play")),
];

/// The short messages of the very long ticket.
pub const SPIN: &str = include_str!("../../../assets/story/patterns/spin.play");

/// A mail that is kept whole.
pub fn mail(name: &str) -> Option<&'static str> {
    match name {
        "newsletter.html" => Some(include_str!("../../../assets/story/mail/newsletter.html")),
        "hostile.html" => Some(include_str!("../../../assets/story/mail/hostile.html")),
        _ => None,
    }
}
