//! The plan board: people and their hours, what they have in a window of days, what has no date. Told in
//! columns, since there are hundreds of people and thousands of actions.

mod drawing;
mod shape;

use super::{Office, PLAN, Published, Workbench, frame};
use crate::fault::Fault;
use atelier_domain::execution::Glance;
use atelier_domain::language::{Lang, Period, Refusal, Week};
use atelier_domain::process::Resource;
use atelier_store::Reader;
use drawing::Drawing;
use jiff::Span;
use jiff::civil::Date;

pub use drawing::{minute, zone_code};
pub use shape::Board;

/// Most days of a window.
pub const WINDOW_DAYS: i64 = 62;
/// Days of a window when nothing is asked.
const USUAL_DAYS: i64 = 14;
/// An action may have begun so many days before the window and still go on in it.
const DAYS_BEFORE: i64 = 7;

/// What a board is asked for.
pub struct BoardAsked<'a> {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Names of teams; none: all.
    pub teams: Vec<String>,
    /// Who may be seen.
    pub within: &'a (dyn Fn(&Resource) -> bool + Sync),
    /// Language of its sentences.
    pub lang: Lang,
}

/// The days asked for; else from `usual` on.
///
/// # Errors
/// `app/empty-period`, `planning/window-too-long`.
pub fn window(from: Option<Date>, to: Option<Date>, usual: Date) -> Result<Period, Refusal> {
    let first = from.unwrap_or(usual);
    let last = to.unwrap_or_else(|| first.saturating_add(Span::new().days(USUAL_DAYS - 1)));
    let empty = || Refusal::new("app/empty-period").field("to").with("from", first).with("to", last);
    let period = Period::through(first, last).ok_or_else(empty)?;
    let days = i64::from(period.first.until(period.after).map_or(i32::MAX, |span| span.get_days()));
    if days > WINDOW_DAYS {
        return Err(Refusal::new("planning/window-too-long").field("to").with("most", WINDOW_DAYS));
    }
    Ok(period)
}

impl Workbench {
    /// A window of the latest plan.
    ///
    /// # Errors
    /// `app/no-plan`, those of [`window`].
    pub async fn board(&self, office: &Office, asked: &BoardAsked<'_>) -> Result<Board, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        let frame = self.frame_in(&mut reader, office).await?;
        let usual = Week::of(frame.summary.today.max(frame.summary.period.first)).monday();
        let period = window(asked.from, asked.to, usual)?;
        let orders = glances(&mut reader, period).await?;
        let waiting = reader.orders_unplaced(PLAN).await?;
        let waiting = Published::of_orders(frame.clone(), frame::orders(&waiting)?);
        Ok(Drawing::of(&frame, period, asked).board(&orders, &waiting))
    }

    /// What changes whenever a board would: an order, a plan, a sheet or the people.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn board_mark(&self, reader: &mut Reader, office: &Office) -> Result<String, Fault> {
        let last = reader.last_fact().await?;
        let kept = self.touched.lock().ok().and_then(|kept| kept.get(&office.tenant).copied());
        let (seen, mut touched) = kept.unwrap_or((last, last));
        if last < seen {
            // A moment older than what is kept: it is marked by itself.
            touched = last;
        } else if last > seen {
            touched = reader.orders_touched_since(seen).await?.unwrap_or(touched);
        }
        if let Ok(mut kept) = self.touched.lock()
            && last >= seen
        {
            kept.insert(office.tenant, (last, touched));
        }
        Ok(format!("{touched}/{}", reader.plan_mark().await?))
    }
}

/// The orders that are under way in a period, without the reasons of their dates.
///
/// # Errors
/// An incident of the store.
pub(super) async fn glances(reader: &mut Reader, period: Period) -> Result<Vec<Glance>, Fault> {
    let first = period.first.saturating_sub(Span::new().days(DAYS_BEFORE));
    let stored = reader.orders_starting_in(PLAN, Period { first, after: period.after }).await?;
    let midnight = period.first.at(0, 0, 0, 0);
    let mut found = Vec::with_capacity(stored.len());
    for one in &stored {
        let glance: Glance = serde_json::from_str(&one.payload).map_err(anyhow::Error::from)?;
        if glance.order.end.is_some_and(|end| end > midnight) {
            found.push(glance);
        }
    }
    Ok(found)
}
