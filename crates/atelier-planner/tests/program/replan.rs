//! Events on a plan in force: what comes out keeps the rules of the folder as the events leave it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::folder::planner;

const DAY: u32 = 96;
const WEEKS: u32 = 6;
const SELLERS: u32 = 12;
const SKILLS: u32 = 4;

/// A linear congruential draw; the same seed gives the same folder.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(limit)) as u32
    }
}

/// Two teams, three bills, deals with windows and longest waits, events of every type.
fn folder(name: &str, seed: u64) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&dir).unwrap();
    let mut draw = Draw(seed);
    let write = |file: &str, text: String| fs::write(dir.join(file), text).unwrap();
    let horizon = WEEKS * 7 * DAY;
    write(
        "meta.json",
        format!(
            r#"{{"horizon":{horizon},"slots_per_day":{DAY},"slot_minutes":15,"w_unplanned":100000,"w_switch":5,"w_move":3}}"#
        ),
    );
    write("teams.csv", "team_id,tz_offset_slots\n0,0\n1,0\n".into());
    write(
        "skills.csv",
        (0..SKILLS).fold("skill_id,name\n".into(), |text, skill| format!("{text}{skill},s{skill}\n")),
    );
    write("objectives.csv", "objective_id\n".into());
    people(&mut draw, &write);
    let bills = bills(&mut draw, &write);
    let actions = deals(&mut draw, &bills, &write);
    changes(&mut draw, actions, &write);
    dir
}

fn people(draw: &mut Draw, write: &impl Fn(&str, String)) {
    let (mut sellers, mut skills) =
        (String::from("seller_id,team_id,speed_pct\n"), String::from("seller_id,skill_id,level\n"));
    let (mut hours, mut away) =
        (String::from("seller_id,start_slot,end_slot\n"), String::from("seller_id,start_slot,end_slot\n"));
    for seller in 0..SELLERS {
        let _ = writeln!(sellers, "{seller},{},{}", seller % 2, [80, 100, 100, 125][draw.below(4) as usize]);
        for skill in 0..SKILLS {
            let _ = writeln!(skills, "{seller},{skill},{}", 1 + draw.below(3));
        }
        for day in (0..WEEKS * 7).filter(|day| day % 7 < 5) {
            let at = day * DAY;
            let _ = writeln!(hours, "{seller},{},{}\n{seller},{},{}", at + 36, at + 50, at + 54, at + 68);
        }
        let day = draw.below(WEEKS * 7);
        let _ = writeln!(away, "{seller},{},{}", day * DAY, (day + 1) * DAY);
    }
    write("sellers.csv", sellers);
    write("seller_skills.csv", skills);
    write("calendars.csv", hours);
    write("absences.csv", away);
}

/// Skill, level, duration, kind and wait of each line.
type Bill = Vec<(u32, u32, u32, &'static str, u32)>;

fn bills(draw: &mut Draw, write: &impl Fn(&str, String)) -> Vec<Bill> {
    let mut text =
        String::from("bom_id,line,op,skill_id,level,dur_slots,kind,lag_after_pred,yield_pct,preds\n");
    let mut bills = Vec::new();
    for bill in 0..3 {
        let mut lines = Bill::new();
        for line in 0..4 + draw.below(4) {
            let kind = ["fixed", "fixed", "team", "any", "machine"][draw.below(5) as usize];
            let wait = if line == 0 { 0 } else { [0, 0, 96][draw.below(3) as usize] };
            lines.push((draw.below(SKILLS), 1, 1 + draw.below(14), kind, wait));
            let (skill, level, duration, ..) = lines[line as usize];
            let before = line.checked_sub(1).map_or(String::new(), |before| before.to_string());
            let _ = writeln!(text, "{bill},{line},op,{skill},{level},{duration},{kind},{wait},100,{before}");
        }
        bills.push(lines);
    }
    write("boms.csv", text);
    bills
}

/// Gives the number of actions.
fn deals(draw: &mut Draw, bills: &[Bill], write: &impl Fn(&str, String)) -> u32 {
    let mut deals = String::from(
        "deal_id,objective_id,bom_id,team_id,owner_seller_id,release_slot,due_slot,weight,stop_line\n",
    );
    let mut actions = String::from(
        "action_id,deal_id,line,skill_id,level,dur_slots,kind,seller_id,release_slot,due_slot,win_start,win_end,weight,splittable\n",
    );
    let mut links = String::from("pred_id,succ_id,min_lag,max_lag\n");
    let mut id = 0;
    for deal in 0..90 {
        let bill = draw.below(3) as usize;
        let (owner, release, weight) = (draw.below(SELLERS), draw.below(20 * DAY), 1 + draw.below(5));
        let _ = writeln!(
            deals,
            "{deal},0,{bill},{},{owner},{release},{},{weight},-1",
            owner % 2,
            release + 20 * DAY
        );
        for (line, &(skill, level, duration, kind, wait)) in bills[bill].iter().enumerate() {
            let named = if kind == "fixed" { owner.to_string() } else { String::new() };
            let due = release + (line as u32 + 1) * 3 * DAY;
            let (open, close) = if kind != "machine" && draw.below(12) == 0 {
                ((due / DAY * DAY).to_string(), (due / DAY * DAY + 5 * DAY).to_string())
            } else {
                ("-1".into(), "-1".into())
            };
            let splits = u32::from(duration >= 12);
            let _ = writeln!(
                actions,
                "{id},{deal},{line},{skill},{level},{duration},{kind},{named},{release},{due},{open},{close},{weight},{splits}"
            );
            if line > 0 {
                let most = if draw.below(20) == 0 { i64::from(wait + 10 * DAY) } else { -1 };
                let _ = writeln!(links, "{},{id},{wait},{most}", id - 1);
            }
            id += 1;
        }
    }
    write("deals.csv", deals);
    write("actions.csv", actions);
    write("precedences.csv", links);
    id
}

fn changes(draw: &mut Draw, actions: u32, write: &impl Fn(&str, String)) {
    let mut text = String::from("change_id,at_slot,type,target_id,a,b\n");
    for change in 0..60 {
        let at = 3 * DAY + change * DAY / 4 + draw.below(20);
        let tail = match draw.below(5) {
            0 => {
                let from = (at / DAY + 1) * DAY;
                format!("absence,{},{from},{}", draw.below(SELLERS), from + (2 + draw.below(4)) * DAY)
            }
            1 => format!("new_deal,{},{},{}", draw.below(3), draw.below(SELLERS), 1 + draw.below(5)),
            2 => format!("cancel,{},,", draw.below(90)),
            3 => format!("late,{},{},", draw.below(actions), 2 + draw.below(14)),
            _ => format!("urgent,{},{},", draw.below(90), 5 + draw.below(6)),
        };
        let _ = writeln!(text, "{change},{at},{tail}");
    }
    write("changes.csv", text);
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// The plan of a folder, written beside it.
fn planned(dir: &Path) -> String {
    let plan = text(&dir.join("plan.csv"));
    let done = planner(&["sales", &text(dir), "--plain", "--out", &plan]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    plan
}

#[test]
fn the_plan_after_the_events_keeps_the_rules_of_the_changed_folder() {
    for (seed, fence) in [(1, "0"), (2, "0"), (3, "96"), (4, "0")] {
        let dir = folder(&format!("replan-{seed}"), seed);
        let plan = planned(&dir);
        let (out, dump) = (text(&dir.join("plan2.csv")), text(&dir.join("changed")));
        let line = [
            "replan",
            &text(&dir),
            "--plan",
            &plan,
            "--out",
            &out,
            "--dump",
            &dump,
            "--fence",
            fence,
            "--json",
        ];
        let done = planner(&line);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let figures: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
        assert_eq!(figures["events"]["all"]["times"]["n"], 60);
        assert!(figures["events"]["all"]["moved"].as_u64().unwrap() > 0, "nothing moved: {figures:#}");
        assert!(figures["events"]["all"]["freed"].as_u64().unwrap() > 0, "nothing freed: {figures:#}");

        let verdict = planner(&["check", "sales", &dump, &out]);
        assert!(verdict.status.success(), "seed {seed}: {}", String::from_utf8_lossy(&verdict.stdout));
        let before = fs::read_to_string(&out).unwrap();
        planner(&line);
        assert_eq!(before, fs::read_to_string(&out).unwrap(), "another run gives another plan");
    }
}

/// Every fault comes with its place, and nothing is written.
fn refused(name: &str, spoil: impl Fn(&Path), expected: &[&str]) {
    let dir = folder(name, 9);
    let plan = planned(&dir);
    spoil(&dir);
    let out = dir.join("plan2.csv");
    let _ = fs::remove_file(&out);
    let done = planner(&["replan", &text(&dir), "--plan", &plan, "--out", &text(&out), "--no-scratch"]);
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(!done.status.success(), "{name} passed");
    for part in expected {
        assert!(told.contains(part), "{name}: {told} does not say {part}");
    }
    assert!(!out.exists(), "{name}: a plan was written");
}

fn append(dir: &Path, file: &str, more: &str) {
    let text = fs::read_to_string(dir.join(file)).unwrap();
    fs::write(dir.join(file), text + more).unwrap();
}

#[test]
fn what_cannot_be_read_is_refused_with_line_and_column() {
    refused(
        "replan-unknown",
        |dir| append(dir, "plan.csv", "99999,0,40,42\n1,77,40,42\n"),
        &["column action_id: no action 99999", "column seller_id: no seller 77"],
    );
    refused("replan-cut", |dir| append(dir, "plan.csv", "1,0,4"), &["plan.csv, line"]);
    refused("replan-twice", |dir| append(dir, "plan.csv", "0,0,40,42\n"), &["planned on line"]);
    refused(
        "replan-overlap",
        |dir| {
            // Everything that has a seller is put at the same time.
            let plan = fs::read_to_string(dir.join("plan.csv")).unwrap();
            let same = |line: &str| {
                let cells: Vec<&str> = line.split(',').collect();
                if cells[1].is_empty() || cells[0] == "action_id" {
                    line.to_owned()
                } else {
                    format!("{},{},1000,1004", cells[0], cells[1])
                }
            };
            let moved: Vec<String> = plan.lines().map(same).collect();
            fs::write(dir.join("plan.csv"), moved.join("\n") + "\n").unwrap();
        },
        &["plan.csv, line", "column start_slot", "column end_slot"],
    );
    refused(
        "replan-events",
        |dir| {
            append(
                dir,
                "changes.csv",
                "60,1,absence,0,5,9\n61,9999999,cancel,0,,\n62,3000,absence,99,9,5\n63,3000,party,0,,\n",
            );
        },
        &[
            "column at_slot: earlier than the row above",
            "9999999 is not between",
            "no seller 99",
            "column b: ends at 5",
            "not one of absence",
        ],
    );
}
