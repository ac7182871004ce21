//! A small folder of people, calendars and actions, and how the program answers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Two sellers of two teams, 8 slots a day worked in two halves, a deal of each team.
const FILES: [(&str, &str); 8] = [
    ("meta.json", r#"{"horizon": 60, "w_unplanned": 1000, "w_switch": 5, "w_move": 3}"#),
    ("sellers.csv", "seller_id,team_id,speed_pct\n0,0,100\n1,1,80\n"),
    ("seller_skills.csv", "seller_id,skill_id,level\n0,0,3\n1,0,2\n"),
    (
        "calendars.csv",
        "seller_id,start_slot,end_slot\n0,0,4\n0,6,10\n0,20,24\n0,26,30\n1,0,4\n1,6,10\n1,20,24\n1,26,30\n",
    ),
    ("absences.csv", "seller_id,start_slot,end_slot\n1,28,40\n"),
    ("deals.csv", "deal_id,team_id\n0,0\n1,1\n"),
    (
        "actions.csv",
        "action_id,deal_id,skill_id,level,dur_slots,kind,seller_id,release_slot,due_slot,win_start,win_end,weight,splittable\n\
         0,0,0,3,2,fixed,0,0,4,-1,-1,2,0\n\
         1,0,0,1,4,any,,0,20,-1,-1,3,0\n\
         2,1,0,2,4,team,,0,50,-1,-1,1,1\n\
         3,0,0,1,1,machine,,4,50,5,12,1,0\n",
    ),
    ("precedences.csv", "pred_id,succ_id,min_lag,max_lag\n0,1,1,-1\n0,3,2,6\n"),
];

pub const PLAN: &str = "action_id,seller_id,start_slot,end_slot\n0,0,0,2\n1,0,20,24\n2,1,2,9\n3,,5,6\n";

/// A folder of its own for each test, written anew.
pub fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&dir).unwrap();
    for (file, text) in FILES {
        fs::write(dir.join(file), text).unwrap();
    }
    fs::write(dir.join("plan.csv"), PLAN).unwrap();
    dir
}

/// In one file, one text for another.
pub fn change(dir: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(dir.join(file)).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(dir.join(file), text.replacen(from, to, 1)).unwrap();
}

pub fn planner(line: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_planner")).args(line).output().unwrap()
}
