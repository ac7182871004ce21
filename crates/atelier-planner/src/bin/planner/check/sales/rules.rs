//! The rules of such a folder, one function each, and the objective.

use super::Verdict;
use super::instance::{Action, Instance, Kind, Planned, Seller, Stretch};
use std::collections::{BTreeMap, HashMap, HashSet};

pub fn judge(instance: &Instance, rows: &[Planned]) -> Verdict {
    let mut judge = Judge { instance, breaches: Vec::new(), plan: HashMap::new() };
    judge.once(rows);
    let mut verdict = judge.figures();
    for action in &instance.actions {
        judge.times(action);
        judge.doer(action);
    }
    judge.one_at_a_time();
    judge.lags();
    verdict.breaches = judge.breaches;
    verdict
}

struct Judge<'a> {
    instance: &'a Instance,
    breaches: Vec<String>,
    /// By action.
    plan: HashMap<i64, Planned>,
}

impl Judge<'_> {
    /// An action is planned once, and is one of the folder. The last row counts.
    fn once(&mut self, rows: &[Planned]) {
        let known: HashSet<i64> = self.instance.actions.iter().map(|action| action.id).collect();
        for row in rows {
            let (id, line) = (row.action, row.line);
            if !known.contains(&id) {
                self.breaches.push(format!("line {line}: there is no action {id}"));
            } else if self.plan.insert(id, *row).is_some() {
                self.breaches.push(format!("line {line}: action {id} is planned twice"));
            }
        }
    }

    fn breach(&mut self, row: &Planned, what: &str) {
        self.breaches.push(format!("line {}: action {} {what}", row.line, row.action));
    }

    /// Release, window and horizon.
    fn times(&mut self, action: &Action) {
        let Some(row) = self.plan.get(&action.id).copied() else { return };
        let (opens, closes) = action.window;
        let early = row.start < action.release.max(opens);
        let late = row.end > self.instance.horizon || (closes >= 0 && row.end > closes);
        if early || late {
            self.breach(&row, "outside its release, window or the horizon");
        }
    }

    /// The seller: the owner, or of the team, with the skill at the level; free for as long as it takes.
    fn doer(&mut self, action: &Action) {
        let Some(row) = self.plan.get(&action.id).copied() else { return };
        let seller = match (action.kind, row.seller) {
            (Kind::Machine, None) if row.end - row.start == action.duration => return,
            (Kind::Machine, _) => {
                return self.breach(&row, &format!("is automated and lasts {}", action.duration));
            }
            (_, None) => return self.breach(&row, "has no seller"),
            (_, Some(id)) => id,
        };
        let Some(who) = self.instance.sellers.get(&seller) else {
            return self.breach(&row, &format!("has seller {seller}, who is not there"));
        };
        if !self.may(action, seller, who) {
            self.breach(&row, &format!("cannot be done by seller {seller}"));
        }
        let need = div_up(action.duration * 100, who.speed);
        let got = worked(&who.hours, (row.start, row.end));
        let whole = action.split || row.end - row.start == need;
        let ends =
            worked(&who.hours, (row.start, row.start + 1)) + worked(&who.hours, (row.end - 1, row.end));
        if got != need || !whole || ends != 2 {
            let Planned { start, end, .. } = row;
            let what = format!("seller {seller} works {got} slots in [{start},{end}), {need} are needed");
            self.breach(&row, &what);
        }
    }

    fn may(&self, action: &Action, id: i64, who: &Seller) -> bool {
        let skilled = who.skills.get(&action.skill).copied().unwrap_or(0) >= action.level;
        let owner = action.owner.is_none_or(|owner| owner == id);
        let of_team = self.instance.team_of_deal.get(&action.deal) == Some(&who.team);
        skilled && owner && (action.kind != Kind::Team || of_team)
    }

    /// No two actions of a seller meet, nor does one lie in the breaks of another.
    fn one_at_a_time(&mut self) {
        let mut work: BTreeMap<i64, Vec<Planned>> = BTreeMap::new();
        for action in self.instance.actions.iter().filter(|action| action.kind != Kind::Machine) {
            if let Some(row) = self.plan.get(&action.id)
                && let Some(seller) = row.seller
            {
                work.entry(seller).or_default().push(*row);
            }
        }
        for (seller, mut rows) in work {
            rows.sort_by_key(|row| (row.start, row.end, row.action));
            let mut longest = rows[0];
            for row in &rows[1..] {
                if row.start < longest.end {
                    let other = longest.action;
                    self.breach(row, &format!("meets action {other} in the time of seller {seller}"));
                }
                if row.end > longest.end {
                    longest = *row;
                }
            }
        }
    }

    fn lags(&mut self) {
        for lag in &self.instance.lags {
            let Some(after) = self.plan.get(&lag.after).copied() else { continue };
            let Some(before) = self.plan.get(&lag.before) else {
                self.breach(&after, &format!("is planned but its predecessor {} is not", lag.before));
                continue;
            };
            let gap = after.start - before.end;
            if gap < lag.least || (lag.most >= 0 && gap > lag.most) {
                let (least, most) = (lag.least, lag.most);
                let what = format!("starts {gap} after action {}: {least} to {most}", lag.before);
                self.breach(&after, &what);
            }
        }
    }

    /// What the plan costs. An action that needs somebody and has nobody is not counted as late.
    fn figures(&self) -> Verdict {
        let (mut unplanned, mut late, mut tardiness) = (0, 0, 0);
        let mut sellers_of: HashMap<i64, HashSet<i64>> = HashMap::new();
        for action in &self.instance.actions {
            let Some(row) = self.plan.get(&action.id) else {
                unplanned += 1;
                continue;
            };
            match row.seller {
                _ if action.kind == Kind::Machine => {}
                None => continue,
                Some(seller) => drop(sellers_of.entry(action.deal).or_default().insert(seller)),
            }
            let by = (row.end - action.due).max(0);
            late += u64::from(by > 0);
            tardiness += i128::from(action.weight) * i128::from(by);
        }
        let switches: usize = sellers_of.values().map(|sellers| sellers.len() - 1).sum();
        let Instance { price_unplanned, price_switch, .. } = *self.instance;
        let objective = i128::from(price_unplanned) * i128::from(unplanned)
            + tardiness
            + i128::from(price_switch) * switches as i128;
        Verdict {
            breaches: Vec::new(),
            unplanned,
            late,
            weighted_tardiness: tardiness,
            switches: switches as u64,
            objective,
        }
    }
}

/// Slots of `hours` inside a stretch.
fn worked(hours: &[Stretch], (start, end): Stretch) -> i64 {
    let first = hours.partition_point(|&(_, until)| until <= start);
    let inside = hours[first..].iter().take_while(|&&(from, _)| from < end);
    inside.map(|&(from, until)| (until.min(end) - from.max(start)).max(0)).sum()
}

fn div_up(number: i64, by: i64) -> i64 {
    number / by + i64::from(number % by > 0)
}
