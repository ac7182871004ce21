//! What every word of the trade is written with: measures, identities, refusals, French and English.

mod address;
mod catalogue;
mod id;
mod measure;
mod refusal;
mod show;

pub use address::{folded, valid_mail};
pub use catalogue::{Args, Catalogue, Lang};
pub use id::{
    AccountId, CaseId, ContactId, ConversationId, FileId, OrderId, PersonId, ProductId, PromiseId, TenantId,
};
pub use measure::{Currency, Minutes, Money, Period, Share, Week, Yield};
pub use refusal::{Place, Refusal, Refusals, Value};
pub use show::Show;
