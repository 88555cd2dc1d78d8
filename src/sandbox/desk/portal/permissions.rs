//! All the permissions that a profile shows. What the story does not speak of is an administrator's.

use std::collections::BTreeMap;

use crate::sandbox::world::desk::Profile;

/// The nouns, and the verbs that each of them has (OAS Profile).
const ALL: &[(&str, &str)] = &[
    (
        "crmInteg",
        "crmAccountsActivityCalls crmAccountsActivityEvents crmAccountsActivityTasks crmAccountsInfo \
         crmAccountsNotes crmAccountsPotentials crmContactsActivityCalls crmContactsActivityEvents \
         crmContactsActivityTasks crmContactsInfo crmContactsNotes crmContactsPotentials",
    ),
    ("reports", "create delete edit export view"),
    (
        "tickets",
        "addFollowers changeOwner closeTicket create delete deleteSharedCustomViews deleteTags edit \
         editSharedCustomViews editTags export handleUnassigned import mailReview mailSend \
         manageOwnCustomViews mergeTickets reshareSharedCustomViews revokeBlueprint shareOwnCustomViews \
         shareTickets unassignedChangeOwner view",
    ),
    ("mobileapp", "deskapp radar"),
    (
        "contracts products tasks events calls accounts contacts",
        "create delete deleteSharedCustomViews edit editSharedCustomViews export import \
         manageOwnCustomViews reshareSharedCustomViews shareOwnCustomViews view",
    ),
    ("zia timeEntry gc im", "create delete edit view"),
    (
        "courses ticketLifeCycleData modules clientEvents componentMapping eventMapping \
         componentEventMappingAssociation clientActionConditions clientAction \
         clientActionModuleAssociation clientActionLocationAssociation",
        "create delete deleteSharedCustomViews edit editSharedCustomViews export manageOwnCustomViews \
         reshareSharedCustomViews shareOwnCustomViews view",
    ),
    ("comments", "delete edit"),
    ("social", "twitterConversationReply twitterPostCreate twitterPostDelete view"),
    ("community", "create delete edit moderate view"),
    ("agents", "create delete edit import overview viewAllFields"),
    ("CommunityTopic CommunityComment chat", "view"),
    (
        "radar",
        "activities agentStats apiUsageAlerts auditLog averageHandlingTime channelTraffic contacts \
         currentStats customerHappiness dailyToast dailyTrend dashboards exceptionHandling fcr feeds im \
         kb liveTraffic manageRadar mostThreadedTickets quickView textContentProtection \
         visualContentProtection",
    ),
    ("kbCategory", "admin create delete edit editAllArticles export import manageKB view"),
    (
        "setup",
        "automation buttons chat community customerHappiness department email exportPortalUsers \
         exportUsers featureConfig fetchAcrossDepartment gamification globalReports googleAnalytics im \
         importHistory layouts localization manageAgents manageMarketplace managerDashboard massComment \
         massReply moveRecords permission pinnedConversations portal portalUsers privacySettings \
         rebranding recycleBin sandbox securitySettings shareSnippet signUpApproval social tabsAndFields \
         teams telephony templates timeTracking webForm webhooks",
    ),
    (
        "financeInteg",
        "createContact createEstimate createInvoice createSalesOrder sendEstimate sendInvoice \
         sendSalesOrder viewEstimate viewInvoice viewSalesOrder viewSubscription",
    ),
    (
        "activities",
        "deleteSharedCustomViews editSharedCustomViews manageOwnCustomViews reshareSharedCustomViews \
         shareOwnCustomViews",
    ),
];

/// What a profile shows: every permission there is.
pub fn of(profile: &Profile, all: bool) -> BTreeMap<&'static str, BTreeMap<&'static str, bool>> {
    let mut shown = BTreeMap::new();
    for (nouns, verbs) in ALL {
        for noun in nouns.split_whitespace() {
            let told = profile.permissions.get(noun);
            let may = |verb: &str| told.and_then(|told| told.get(verb)).copied().unwrap_or(all);
            shown.insert(noun, verbs.split_whitespace().map(|verb| (verb, may(verb))).collect());
        }
    }
    shown
}
