//! Every address served, with the permission it asks for. An address outside this table is not routed,
//! and a handler that takes no [`Access`] cannot be put in it, but for the few that open the door.
//! The description of the API is made from this table and the types of its handlers, and from nothing else.

use super::describe::{Answering, Asking, Describing};
use super::market::{BULK_BYTES, accounts, cases, confirmations, consents, contacts, merges, verdicts};
use super::{
    App, BODY, Problem, accesses, archives, assets, board, bottlenecks, catalogue, compared, day, director,
    door, exports, feed, health, imports, jobs, keys, ledger, load, metrics, objectives, orders, people,
    persons, plans, processes, provider, replan, roles, search, second, sessions, talks, versions, views,
    waivers, webhooks,
};
use crate::rights::{Access, Permit};
use atelier_domain::controls::Permission;
use atelier_domain::execution::FILE_BYTES;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::handler::Handler;
use axum::http::{Method, StatusCode, Uri};
use axum::routing::{MethodFilter, MethodRouter, on};

/// One address and method.
pub struct Route {
    /// Method.
    pub method: Method,
    /// Path; `{id}` stands for an object.
    pub path: &'static str,
    /// What it asks for; nothing for what serves to come in.
    pub permission: Option<Permission>,
    /// Its name in the description of the API.
    pub name: &'static str,
    /// What it does, in a line.
    pub says: &'static str,
    /// Tells what it reads and writes.
    pub describe: fn(&mut Describing),
    /// Most bytes of a body.
    pub limit: usize,
    serving: MethodRouter<App>,
}

impl Route {
    /// With bodies larger than the others'.
    fn sized(mut self, bytes: usize) -> Self {
        self.serving = self.serving.layer(DefaultBodyLimit::max(bytes));
        self.limit = bytes;
        self
    }
}

/// The policy's other half: which address asks for which permission.
#[rustfmt::skip] // one line for one address
#[allow(clippy::too_many_lines)] // and one address for one thing that may be asked
pub fn routes() -> Vec<Route> {
    use Method as M;
    let mut all = vec![
        open(M::GET, "/api/openapi.json", "describe", "This description.", describe),
        open(M::GET, "/health/live", "live", "Whether the program runs.", health::live),
        open(M::GET, "/health/ready", "ready", "Whether it can serve.", health::ready),
        open(M::POST, "/api/session", "signIn", "Opens a session.", door::sign_in),
        guarded(M::GET, "/api/session", "me", "Who I am and how far I may go.", door::me),
        guarded(M::DELETE, "/api/session", "signOut", "Ends the session.", door::sign_out),
        guarded(M::POST, "/api/session/password", "changePassword", "Changes my password.", door::password),
        open(M::POST, "/api/session/second", "secondStep", "Gives the code after the password.", second::step),
        guarded(M::POST, "/api/session/second-factor", "proposeSecondFactor", "Asks for a secret to share with a device.", second::propose),
        guarded(M::POST, "/api/session/second-factor/confirm", "confirmSecondFactor", "Confirms it by a first code.", second::confirm),
        guarded(M::POST, "/api/session/second-factor/give-up", "giveUpSecondFactor", "Gives it up.", second::give_up),
        open(M::GET, "/api/session/provider", "offerProvider", "By whom else one may sign in.", provider::offer),
        open(M::POST, "/api/session/provider", "setOut", "Sets out to the provider of identities.", provider::set_out),
        open(M::POST, "/api/session/provider/code", "comeBack", "Comes back from it, and in.", provider::come_back),
        open(M::POST, "/api/invitation", "readInvitation", "Whom an invitation is for.", door::invitation),
        open(M::POST, "/api/invitation/accept", "acceptInvitation", "Takes an invitation.", door::accept),
        guarded(M::GET, "/api/sessions", "listSessions", "My sessions.", sessions::list),
        guarded(M::DELETE, "/api/sessions", "endOtherSessions", "Ends my other sessions.", sessions::end_others),
        guarded(M::DELETE, "/api/sessions/{id}", "endSession", "Ends one of my sessions.", sessions::end),
        guarded(M::GET, "/api/tokens", "listTokens", "My keys.", keys::list),
        guarded(M::POST, "/api/tokens", "makeToken", "Makes a key.", keys::make),
        guarded(M::DELETE, "/api/tokens/{id}", "withdrawToken", "Withdraws a key.", keys::withdraw),
        guarded(M::GET, "/api/users", "listUsers", "The users of the company.", people::list),
        guarded(M::POST, "/api/users", "addUser", "Adds a user.", people::add),
        guarded(M::GET, "/api/users/{id}", "getUser", "One user.", people::one),
        guarded(M::PATCH, "/api/users/{id}", "changeUser", "Changes or disables a user.", people::change),
        guarded(M::POST, "/api/users/{id}/invitation", "inviteUser", "A new invitation.", people::invite),
        guarded(M::DELETE, "/api/users/{id}/sessions", "endUserSessions", "Ends the sessions of a user.", sessions::end_theirs),
        guarded(M::DELETE, "/api/users/{id}/second-factor", "resetSecondFactor", "Takes away a lost second factor.", sessions::reset_second),
        guarded(M::DELETE, "/api/users/{id}/identity", "untieUser", "Unties a user from the provider of identities.", sessions::untie),
        guarded(M::GET, "/api/units", "listUnits", "The units, and those that nobody runs.", people::units),
        guarded(M::PUT, "/api/units", "keepUnit", "Keeps a unit.", people::keep_unit),
        guarded(M::GET, "/api/accesses", "listAccesses", "Who was refused what, what the privileged read.", accesses::list),
        guarded(M::GET, "/api/companies", "listCompanies", "My company.", load::companies),
        guarded(M::GET, "/api/load", "load", "Load against capacity by week.", load::load),
        guarded(M::GET, "/api/overload", "nextWeekTooFull", "Whose next week is too full, within reach.", load::next_week::next_week),
        guarded(M::GET, "/api/load/week", "loadOfWeek", "What makes the load of a week.", load::week::week),
        guarded(M::GET, "/api/bottlenecks", "listBottlenecks", "What holds the plan back.", bottlenecks::list),
        guarded(M::POST, "/api/plans", "makePlan", "Asks for a plan of the whole company; a job makes it.", plans::make),
        guarded(M::GET, "/api/jobs", "listJobs", "The jobs, newest first.", jobs::list),
        guarded(M::GET, "/api/jobs/{id}", "getJob", "One job.", jobs::one),
        guarded(M::DELETE, "/api/jobs/{id}", "cancelJob", "Cancels a job.", jobs::cancel),
        guarded(M::GET, "/api/jobs/{id}/progress", "followJob", "How far a job is, until it ends.", jobs::progress),
        guarded(M::POST, "/api/verifications", "verifyNow", "Asks that the ledger be verified now; a job does it.", jobs::verify),
        guarded(M::GET, "/api/board", "board", "People, their hours and actions in a window of days.", board::board),
        guarded(M::GET, "/api/board/events", "followBoard", "When the board changes.", board::events),
        guarded(M::POST, "/api/board/moves/preview", "previewMove", "What a move by hand would do.", board::preview),
        guarded(M::POST, "/api/board/moves", "moveByHand", "Moves an action by hand.", board::apply),
        guarded(M::GET, "/api/orders/{id}/seats", "listSeats", "Where an action could start, by person.", board::seats),
        guarded(M::GET, "/api/orders/{id}/slots", "listSlots", "The earliest times of an action.", replan::slots),
        guarded(M::POST, "/api/replan/preview", "previewReplan", "What an event would change of the plan.", replan::preview),
        guarded(M::POST, "/api/replan", "replan", "Publishes what an event changes.", replan::accept),
        guarded(M::GET, "/api/people", "listPeople", "The people of the plan.", day::people),
        guarded(M::GET, "/api/day", "day", "A person's day.", day::day),
        guarded(M::GET, "/api/why", "why", "Why an order has its date.", day::why),
        guarded(M::GET, "/api/accounts", "listAccounts", "Firms within reach.", accounts::list),
        guarded(M::POST, "/api/accounts", "addAccount", "Adds a firm.", accounts::add),
        guarded(M::POST, "/api/accounts/bulk", "addAccounts", "Adds firms, all or none.", accounts::add_many).sized(BULK_BYTES),
        guarded(M::GET, "/api/accounts/{id}", "getAccount", "One firm.", accounts::one),
        guarded(M::PATCH, "/api/accounts/{id}", "changeAccount", "Changes a firm.", accounts::change),
        guarded(M::GET, "/api/accounts/{id}/merges", "accountMerges", "What was merged into a firm.", merges::of_account),
        guarded(M::POST, "/api/accounts/{id}/merges", "mergeAccount", "Merges a firm into this one.", merges::merge_accounts),
        guarded(M::GET, "/api/contacts", "listContacts", "People at customers, within reach.", contacts::list),
        guarded(M::POST, "/api/contacts", "addContact", "Writes down somebody at a customer.", contacts::add),
        guarded(M::GET, "/api/contacts/{id}", "getContact", "Somebody at a customer.", contacts::one),
        guarded(M::PATCH, "/api/contacts/{id}", "changeContact", "Changes somebody at a customer.", contacts::change),
        guarded(M::GET, "/api/contacts/{id}/merges", "contactMerges", "What was merged into a card.", merges::of_contact),
        guarded(M::POST, "/api/contacts/{id}/merges", "mergeContact", "Merges a card into this one.", merges::merge_contacts),
        guarded(M::DELETE, "/api/merges/{id}", "undoMerge", "Makes two again what was merged.", merges::undo),
        guarded(M::GET, "/api/contacts/{id}/consents", "listConsents", "What they agreed to and object to.", consents::list),
        guarded(M::POST, "/api/contacts/{id}/consents", "addConsent", "Writes down what they said.", consents::add),
        guarded(M::GET, "/api/contacts/{id}/reach", "getReach", "Whether they may be contacted, and why.", consents::reach),
        guarded(M::POST, "/api/contacts/{id}/erasure", "erasePerson", "Erases them, for ever.", persons::erase),
        guarded(M::GET, "/api/contacts/{id}/package", "getPackage", "Everything known of them, to be handed over.", persons::package),
        guarded(M::GET, "/api/retention", "listRetention", "Those whose term of keeping is over.", persons::retention),
        guarded(M::POST, "/api/retention", "endTerms", "Archives or erases those whose term of keeping is over.", persons::end_terms),
        guarded(M::POST, "/api/contacts/{id}/archive", "archivePerson", "Puts them into the archive apart before the end of their term.", archives::archive),
        guarded(M::GET, "/api/archives", "listArchives", "Who is in the archive apart.", archives::list),
        guarded(M::GET, "/api/archives/{id}/package", "getArchivedPackage", "Everything known of somebody in the archive apart, with the files about them.", archives::package),
        guarded(M::DELETE, "/api/archives/{id}", "takeOutOfArchive", "Takes them out of the archive apart: everything is shown as before.", archives::take_out),
        guarded(M::GET, "/api/contacts/{id}/asking", "questionDraft", "The draft of the question whether they want to stay.", persons::question),
        guarded(M::POST, "/api/contacts/{id}/asking", "askToStay", "Writes down that they were asked whether they want to stay.", persons::ask),
        guarded(M::GET, "/api/gate", "getGate", "The gate of the works council.", persons::gate),
        guarded(M::GET, "/api/gate/file", "getCouncilFile", "What is kept of those who work here, for the works council.", persons::council),
        guarded(M::GET, "/api/gate/document", "getCouncilDocument", "The same, as a document to print.", persons::council_document),
        guarded(M::PUT, "/api/gate", "recordGate", "Records that the works council was consulted.", persons::record_gate),
        guarded(M::GET, "/api/webhooks", "listWebhooks", "Who outside is told what happens.", webhooks::list),
        guarded(M::POST, "/api/webhooks", "addWebhook", "Subscribes; shows the secret once.", webhooks::add),
        guarded(M::DELETE, "/api/webhooks/{id}", "removeWebhook", "Ends a subscription.", webhooks::remove),
        guarded(M::POST, "/api/webhooks/{id}/rotation", "rotateWebhook", "Gives it a new secret, shown once.", webhooks::rotate),
        guarded(M::POST, "/api/webhooks/{id}/test", "testWebhook", "Sends it a test message.", webhooks::test),
        guarded(M::GET, "/api/opportunities", "listOpportunities", "Opportunities within reach.", cases::list),
        guarded(M::POST, "/api/opportunities", "addOpportunity", "Adds an opportunity.", cases::add),
        guarded(M::GET, "/api/opportunities/{id}", "getOpportunity", "One opportunity.", cases::one),
        guarded(M::PATCH, "/api/opportunities/{id}", "changeOpportunity", "Changes an opportunity.", cases::change),
        guarded(M::GET, "/api/opportunities/{id}/confirmation", "getConfirmation", "Whether a won deal is confirmed, by whom and on what.", confirmations::one),
        guarded(M::POST, "/api/opportunities/{id}/confirmation", "confirmOpportunity", "Confirms or refuses a won deal of others.", confirmations::judge),
        guarded(M::DELETE, "/api/opportunities/{id}/confirmation", "takeVerdictBack", "Takes one's own verdict on a won deal back.", confirmations::take_back),
        guarded(M::GET, "/api/approvals", "listApprovals", "The won deals that wait to be confirmed.", confirmations::list),
        guarded(M::POST, "/api/approvals", "judgeOpportunities", "Confirms or refuses several won deals of others, all or none.", verdicts::judge),
        guarded(M::GET, "/api/orders", "listOrders", "Action orders within reach.", orders::list),
        guarded(M::GET, "/api/orders/operations", "listOperations", "What some days hold of the orders within reach, by operation.", orders::operations),
        guarded(M::GET, "/api/orders/{id}", "getOrder", "One action order.", orders::one),
        guarded(M::POST, "/api/orders/{id}/declarations", "declareOnOrder", "Declares on an action order.", orders::declare),
        guarded(M::GET, "/api/plans", "listPlans", "The versions of the plan.", versions::list),
        guarded(M::GET, "/api/plans/{id}", "getPlan", "One version of the plan.", versions::one),
        guarded(M::GET, "/api/plans/{id}/compare/{other}", "comparePlans", "Two versions of the plan side by side.", compared::versions),
        guarded(M::GET, "/api/scenarios", "listScenarios", "The scenarios kept, and what levers can be pulled on.", director::scenarios),
        guarded(M::POST, "/api/scenarios", "keepScenario", "Keeps what was tried as a scenario.", director::keep),
        guarded(M::DELETE, "/api/scenarios/{id}", "forgetScenario", "Takes a scenario out.", director::forget),
        guarded(M::GET, "/api/scenarios/compare", "compareScenarios", "The scenarios beside the plan as it is.", director::compare),
        guarded(M::POST, "/api/scenarios/compare", "pullLevers", "Levers pulled on the spot, side by side.", director::pull),
        guarded(M::GET, "/api/promise", "promise", "Whether objectives can be met.", director::promise),
        guarded(M::GET, "/api/funnel", "funnel", "Needs of a process by step and week.", director::funnel),
        guarded(M::GET, "/api/wip", "listWip", "Work in progress by step.", director::wip),
        guarded(M::GET, "/api/indicators", "listIndicators", "Indicators planned against actual.", director::indicators),
        guarded(M::GET, "/api/indicators/{id}/facts", "indicatorFacts", "The facts behind an indicator.", director::facts),
        guarded(M::GET, "/api/cascade", "cascade", "From the lines of the strategy to the actions.", director::cascade),
        guarded(M::GET, "/api/processes/{id}/objectives/{other}", "objectiveActions", "The actions that serve an objective.", director::of_objective),
        guarded(M::GET, "/api/orders/{id}/cascade", "climb", "From an action up to the line of the strategy.", director::of_order),
        guarded(M::GET, "/api/processes", "listProcesses", "The catalogue of processes.", catalogue::list),
        guarded(M::POST, "/api/processes/check", "checkProcess", "Reads a process without keeping it.", processes::check).sized(BULK_BYTES),
        guarded(M::GET, "/api/processes/{id}", "getProcess", "One process, as written.", processes::one),
        guarded(M::PUT, "/api/processes/{id}", "keepProcess", "Keeps a new version of a process.", processes::keep).sized(BULK_BYTES),
        guarded(M::POST, "/api/processes/{id}/waivers", "waiveFinding", "Lets a warning of the design of a process pass for ninety days.", waivers::waive),
        guarded(M::DELETE, "/api/processes/{id}/waivers", "takeBackWaiver", "Takes a waiver back.", waivers::take_back),
        guarded(M::GET, "/api/workshop", "getWorkshop", "People and calendars, as written.", processes::workshop),
        guarded(M::PUT, "/api/workshop", "keepWorkshop", "Keeps a new version of the workshop.", processes::keep_workshop).sized(BULK_BYTES),
        guarded(M::GET, "/api/roles", "listRoles", "Counterparts of the processes, and what each wants to reach.", roles::list),
        guarded(M::GET, "/api/objectives", "listObjectives", "The objectives of the processes.", objectives::list),
        guarded(M::GET, "/api/imports", "listImports", "What was imported.", imports::list),
        guarded(M::POST, "/api/imports", "addImport", "Imports files, all or nothing.", imports::add).sized(imports::FORM),
        guarded(M::POST, "/api/imports/jobs", "importByJob", "Imports files by a job: followed, cancelled, all or nothing.", imports::by_job).sized(imports::FORM),
        guarded(M::DELETE, "/api/imports/{id}", "undoImport", "Undoes an import.", imports::undo),
        guarded(M::GET, "/api/exports/{id}", "exportList", "A whole list as a file.", exports::file),
        guarded(M::GET, "/api/search", "search", "What begins with a text, each kind within its own right.", search::search),
        guarded(M::GET, "/api/views", "listViews", "My views of pages, and those shared with my unit.", views::list),
        guarded(M::PUT, "/api/views/{id}", "keepView", "Keeps a view of mine.", views::keep),
        guarded(M::DELETE, "/api/views/{id}", "forgetView", "Forgets a view of mine.", views::forget),
        guarded(M::GET, "/api/facts", "listFacts", "The facts of the company, without what they say.", ledger::list),
        guarded(M::GET, "/api/facts/{id}/proof", "proveFact", "A proof of a fact or an object.", ledger::proof),
        guarded(M::GET, "/api/checkpoint", "getCheckpoint", "The newest signed checkpoint.", ledger::checkpoint),
        guarded(M::GET, "/metrics", "metrics", "Figures of the program, for Prometheus.", metrics::text),
        guarded(M::GET, "/calendar.ics", "calendar", "A person's calendar.", day::calendar),
        open(M::GET, "/feed/{id}", "readFeed", "The appointments that a secret address opens.", feed::read),
        guarded(M::GET, "/api/feed", "getFeed", "Whether a calendar program may read my appointments.", feed::mine),
        guarded(M::POST, "/api/feed", "makeFeed", "Makes the secret address of my appointments; ends the one before.", feed::make),
        guarded(M::DELETE, "/api/feed", "endFeed", "Ends the secret address of my appointments.", feed::withdraw),
    ];
    all.extend(of_sellers());
    all
}

/// The seller's work.
#[rustfmt::skip] // one line for one address
fn of_sellers() -> Vec<Route> {
    use Method as M;
    vec![
        guarded(M::GET, "/api/orders/{id}/sheet", "preparationSheet", "The preparation sheet of a conversation.", talks::sheet::one),
        guarded(M::POST, "/api/orders/{id}/conversation", "captureConversation", "Captures the conversation that an order was.", talks::capture::capture),
        guarded(M::POST, "/api/orders/{id}/deferral", "deferOrder", "Postpones or refuses an action order.", talks::deferrals::put_off),
        guarded(M::DELETE, "/api/orders/{id}/deferral", "takeBackDeferral", "Takes a postponement or a refusal back.", talks::deferrals::take_back),
        guarded(M::POST, "/api/suggestions/{id}/deferral", "putSuggestionAside", "Postpones or refuses a suggestion that has no action.", talks::deferrals::put_aside),
        guarded(M::DELETE, "/api/suggestions/{id}/deferral", "takeSuggestionBack", "Suggests again what was put aside.", talks::deferrals::take_aside_back),
        guarded(M::GET, "/api/orders/{id}/files", "listFiles", "The files of an action order.", talks::files::list),
        guarded(M::POST, "/api/orders/{id}/files", "addFile", "Adds a file to an action order.", talks::files::add).sized(FILE_BYTES),
        guarded(M::GET, "/api/files/{id}", "getFile", "A file, as it came.", talks::files::one),
        guarded(M::DELETE, "/api/files/{id}", "removeFile", "Takes a file away.", talks::files::remove),
        guarded(M::GET, "/api/give-back", "giveBack", "Minutes entered against minutes given back.", talks::give_back::meter),
        guarded(M::GET, "/api/flow", "flowBoard", "A seller's conversations, firm by firm.", talks::flow::board),
        guarded(M::GET, "/api/accounts/{id}/timeline", "accountTimeline", "What happened at a firm.", talks::account::timeline),
        guarded(M::GET, "/api/accounts/{id}/health", "relationshipHealth", "How the relationship with a firm stands, and why.", talks::account::of_relationship),
        guarded(M::POST, "/api/conversations", "noteConversation", "Notes a conversation that nothing had planned.", talks::note::note),
        guarded(M::GET, "/api/conversations/{id}/letter", "letterDraft", "The draft of a letter that confirms a conversation.", talks::letter::draft),
        guarded(M::GET, "/api/conversations/{id}", "getConversation", "One conversation held.", talks::capture::one),
        guarded(M::DELETE, "/api/conversations/{id}", "undoConversation", "Undoes the capture of a conversation.", talks::capture::undo),
        guarded(M::GET, "/api/promises", "listPromises", "Promises within reach.", talks::promises::list),
        guarded(M::POST, "/api/promises/{id}/outcome", "settlePromise", "Says what became of a promise.", talks::promises::settle),
    ]
}

/// The permission and the shapes are read from the handler's own type: the table cannot say others.
fn guarded<P, H, M, T, A, F>(
    method: Method,
    path: &'static str,
    name: &'static str,
    says: &'static str,
    handler: H,
) -> Route
where
    P: Permit,
    T: Asking + 'static,
    A: Answering,
    M: 'static,
    H: Fn(State<App>, Access<P>, T) -> F + Handler<(M, State<App>, Access<P>, T), App>,
    F: Future<Output = Result<A, Problem>>,
{
    let describe = |into: &mut Describing| {
        T::describe(into);
        A::describe(into);
    };
    let serving = on(filter(&method), handler);
    Route { serving, method, path, name, says, describe, limit: BODY, permission: Some(P::PERMISSION) }
}

fn open<H, M, T, A, F>(
    method: Method,
    path: &'static str,
    name: &'static str,
    says: &'static str,
    handler: H,
) -> Route
where
    T: Asking + 'static,
    A: Answering,
    M: 'static,
    H: Fn(State<App>, T) -> F + Handler<(M, State<App>, T), App>,
    F: Future<Output = Result<A, Problem>>,
{
    let describe = |into: &mut Describing| {
        T::describe(into);
        A::describe(into);
    };
    let serving = on(filter(&method), handler);
    Route { serving, method, path, name, says, describe, limit: BODY, permission: None }
}

fn filter(method: &Method) -> MethodFilter {
    match *method {
        Method::POST => MethodFilter::POST,
        Method::PUT => MethodFilter::PUT,
        Method::PATCH => MethodFilter::PATCH,
        Method::DELETE => MethodFilter::DELETE,
        _ => MethodFilter::GET,
    }
}

/// The routes of the table, and the interface for everything else.
pub fn router() -> Router<App> {
    routes()
        .into_iter()
        .fold(Router::new(), |router, route| router.route(route.path, route.serving))
        .method_not_allowed_fallback(wrong_method)
        .fallback(assets::serve)
}

async fn wrong_method(uri: Uri) -> Problem {
    Problem::bare(StatusCode::METHOD_NOT_ALLOWED, "app/wrong-method", &uri)
}

/// The description of the API.
async fn describe(State(_): State<App>, _: super::Asked) -> Result<axum::Json<serde_json::Value>, Problem> {
    let told = super::describe::openapi(&routes());
    Ok(axum::Json(serde_json::to_value(told).unwrap_or_default()))
}
