//! Files too long, or cut: refused by line, in little memory and time.

use crate::folder::{self, planner};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The small folder with what the planner reads beside.
fn folder(name: &str) -> PathBuf {
    let dir = folder::folder(name);
    let write = |file: &str, text: &str| fs::write(dir.join(file), text).unwrap();
    write("meta.json", r#"{"horizon": 60, "slots_per_day": 20, "w_unplanned": 1000}"#);
    write("teams.csv", "team_id\n0\n1\n");
    write("skills.csv", "skill_id\n0\n");
    let actions = fs::read_to_string(dir.join("actions.csv")).unwrap();
    let numbered = actions.lines().map(|line| {
        let (id, deal) = line.split_once(',').unwrap();
        let (deal, rest) = deal.split_once(',').unwrap();
        format!("{id},{deal},{},{rest}\n", if id == "action_id" { "line" } else { "0" })
    });
    write("actions.csv", &numbered.collect::<String>());
    dir
}

fn sales(dir: &Path) -> Output {
    planner(&["sales", dir.to_str().unwrap(), "--threads", "1"])
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The same, in so many kB of address space.
#[cfg(target_os = "linux")]
fn sales_within(dir: &Path, most_kb: u32) -> Output {
    let line = format!("ulimit -v {most_kb}; exec \"$0\" sales \"$1\" --threads 1");
    Command::new("sh").args(["-c", &line, env!("CARGO_BIN_EXE_planner")]).arg(dir).output().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn more_than_ten_million_rows_are_refused_in_little_memory() {
    let dir = folder("too-long");
    let before = fs::read_to_string(dir.join("actions.csv")).unwrap();
    let before = before.split_inclusive('\n').next().unwrap();
    let mut text = String::with_capacity(21_000_000);
    text.push_str(before);
    text.extend(std::iter::repeat_n("x\n", 10_000_003));
    fs::write(dir.join("actions.csv"), &text).unwrap();
    let output = sales_within(&dir, 200_000);
    fs::remove_file(dir.join("actions.csv")).unwrap();
    let told = told(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("actions.csv, line 2, column action_id: 1 fields where the heading has 14"),
        "{told}"
    );
    // The first two hundred, and how many more: every row read, the one too many, and what they lack.
    assert_eq!(told.lines().filter(|line| line.contains("actions.csv, line")).count(), 200);
    assert!(told.contains("and 9999"), "{told}");
}

#[test]
fn a_line_without_end_is_refused_whatever_its_length() {
    let dir = folder("no-end");
    let mut text = "deal_id,team_id\n0,".to_owned();
    text.extend(std::iter::repeat_n('0', 30_000_000));
    fs::write(dir.join("deals.csv"), text).unwrap();
    let output = sales(&dir);
    fs::remove_file(dir.join("deals.csv")).unwrap();
    assert!(told(&output).contains("deals.csv, line 2: the line is too long"), "{}", told(&output));
}

#[test]
fn a_file_cut_in_the_middle_of_a_line_is_refused_at_that_line() {
    for file in ["sellers", "seller_skills", "calendars", "absences", "deals", "actions", "precedences"] {
        let name = format!("{file}.csv");
        let whole = fs::read(folder("cut-in-a-line").join(&name)).unwrap();
        for cut in [whole.len() / 3, whole.len() / 2, whole.len() - 1] {
            let dir = folder("cut-in-a-line");
            let cut = (cut..whole.len()).find(|&at| whole[at - 1] != b'\n').unwrap();
            fs::write(dir.join(&name), &whole[..cut]).unwrap();
            let line = whole[..cut].split(|&byte| byte == b'\n').count();
            let output = sales(&dir);
            let expected = format!("{name}, line {line}: the line is not ended: the file may be cut");
            assert!(told(&output).contains(&expected), "{name} at {cut}: {}", told(&output));
            assert_ne!(output.status.code(), Some(0));
        }
    }
    assert_eq!(sales(&folder("cut-in-a-line")).status.code(), Some(0), "whole, it is read");
}
