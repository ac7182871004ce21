//! The flow of conversations by firm (*flux des conversations*): held, due, promised, silent.

use super::brief::days;
use super::{Conversation, Promise, SILENT_DAYS};
use crate::execution::market::{Case, Standing};
use crate::execution::order::ActionOrder;
use crate::language::{AccountId, CaseId};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// Days back in which a conversation is shown as held.
const HELD_DAYS: i32 = 30;
/// Most lines of a cell.
const SHOWN: usize = 5;

/// One firm on the board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlowLine<'a> {
    /// Conversations of the last thirty days, newest first, at most five.
    pub held: Vec<&'a Conversation>,
    /// Actions ahead by date, at most five.
    pub due: Vec<&'a ActionOrder>,
    /// Promises to be kept on both sides, by due date.
    pub promised: Vec<&'a Promise>,
    /// Days without a conversation, from three weeks on, while an opportunity is open.
    pub silent_days: Option<i32>,
}

impl FlowLine<'_> {
    /// Promises whose day is past.
    pub fn overdue(&self, today: Date) -> usize {
        self.promised.iter().filter(|one| one.is_overdue(today)).count()
    }
}

/// The firms of these opportunities, the most urgent first: promises past their day, then the longest silence,
/// then the next action.
///
/// `held` are newest first. Silence is counted from the last conversation, else from the first engagement.
pub fn flow<'a>(
    cases: &'a [Case],
    held: &'a [Conversation],
    promises: &'a [Promise],
    ahead: &'a [ActionOrder],
    today: Date,
) -> Vec<(AccountId, FlowLine<'a>)> {
    let firm: HashMap<CaseId, AccountId> =
        cases.iter().filter_map(|case| Some((case.id, case.account?))).collect();
    let mut lines: BTreeMap<AccountId, FlowLine<'a>> =
        firm.values().map(|account| (*account, FlowLine::default())).collect();
    for one in held.iter().filter(|one| days(one.held_on, today) <= HELD_DAYS) {
        if let Some(line) = one.account.and_then(|account| lines.get_mut(&account)) {
            line.held.push(one);
        }
    }
    for one in promises {
        if let Some(line) = one.account.and_then(|account| lines.get_mut(&account)) {
            line.promised.push(one);
        }
    }
    for order in ahead {
        let account = order.case.and_then(|case| firm.get(&case));
        if let Some(line) = account.and_then(|account| lines.get_mut(account)) {
            line.due.push(order);
        }
    }
    for (account, line) in &mut lines {
        line.silent_days = silence(*account, cases, held, today).filter(|days| *days >= SILENT_DAYS);
        line.held.truncate(SHOWN);
        line.due.sort_by_key(|order| (order.start.is_none(), order.start, order.id));
        line.due.truncate(SHOWN);
        line.promised.sort_by_key(|one| (one.due_on.unwrap_or(Date::MAX), one.id));
    }
    let mut sorted: Vec<_> = lines.into_iter().collect();
    sorted.sort_by_key(|(account, line)| {
        let next = line.due.first().and_then(|order| order.start);
        (
            std::cmp::Reverse(line.overdue(today)),
            std::cmp::Reverse(line.silent_days),
            next.is_none(),
            next,
            *account,
        )
    });
    sorted
}

fn silence(account: AccountId, cases: &[Case], held: &[Conversation], today: Date) -> Option<i32> {
    let mut open = cases
        .iter()
        .filter(|case| case.account == Some(account) && case.standing == Standing::Open)
        .peekable();
    open.peek()?;
    let last = held.iter().find(|one| one.account == Some(account)).map(|one| one.held_on);
    let since = last.or_else(|| open.filter_map(|case| case.engaged_on).min())?;
    Some(days(since, today))
}

#[cfg(test)]
#[path = "board_tests.rs"]
mod tests;
