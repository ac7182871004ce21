//! What is really going on: cases, action orders, evidence, and the import of a former system.

mod advance;
mod archive;
mod aside;
mod asking;
mod consent;
mod contact;
mod conversation;
mod declare;
mod deferral;
mod erasure;
mod flow;
mod front;
mod glance;
mod hand;
pub mod import;
mod in_hand;
mod kept;
mod launch;
mod market;
mod merge;
mod order;
mod origin;
mod planned;
mod promised;
mod replan;
mod rope;
mod siren;
mod staffing;
mod strain;
mod summary;
mod wip;
mod workplan;
mod written;

pub use advance::{Advance, advance, given_up};
pub use archive::{Archive, Ground};
pub use aside::{Aside, Reminded, Reminder};
pub use asking::Asking;
pub use consent::{Aim as ContactAim, Channel, Choice, Consent, Reach, Sayings, may_contact};
pub use contact::Contact;
pub use conversation::{
    Captured, Cause, Chance, Change, Conversation, EvidenceFile, FILE_BYTES, FileOf, FlowLine, GiveBack,
    Grade, HEALTH_POINTS, Had, Health, Promise, PromiseOutcome, PromiseSaid, PromiseState, SILENT_DAYS,
    Scene, Side, Situation, Suggestion, SuggestionRule, Talk, capture, evidence_had, evidence_wanted, flow,
    give_back, given_to, goal, health, media_of, promises_to_read, unplanned,
};
pub use declare::{Around, Declaration, Declared, Effect, declare};
pub use deferral::{Deferral, DeferralAsked, Deferred, OrderGiven, Put};
pub use erasure::{Erasure, ErasureReason};
pub use flow::Flow;
pub use glance::{Glance, Timing};
pub use hand::{Before, Busy, Conflict, Hand, Naming, Starts, reason_of};
pub use launch::{Launch, Wait};
pub use market::{Account, Case, Passage, Person, Product, Standing};
pub use merge::{AccountField, ContactField, Merge, MergeOf, Merged, strictest};
pub use order::{ActionOrder, Backing, Outcome, Phase, Proof, Report, State};
pub use origin::{NamedAction, Origin};
pub use planned::{Bounds, PlannedOrder, jobs, renewed, schedule_of, settle};
pub use replan::{Event, InForce, Proposal, propose, slots};
pub use rope::{Moved, Roped};
pub use siren::{OF_FIRM, Registered, Unregistered};
pub use staffing::Crew;
pub use strain::{Asked, Strain, strains, strains_of, too_full_next_week};
pub use summary::{AimFigures, KindFigures, LineFigures, ObjectiveFigures, Summary, WeekFigures};
pub use wip::{Age, Line, Register, Stand, Yardstick, register};
pub use workplan::{Aim, Ask, Strand, WorkPlan, workplan};
pub use written::Known;
