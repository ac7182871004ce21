use std::collections::BTreeMap;

use atelier_planner::construct::{Rule, best_of};
use proptest::prelude::*;

use super::*;

/// A whole small folder: two teams, four sellers, three deals.
fn small() -> BTreeMap<&'static str, String> {
    let meta = r#"{"slot_minutes": 15, "slots_per_day": 96, "horizon": 960, "sellers": 4, "deals": 3,
        "actions": 8, "precedences": 5, "w_unplanned": 1000, "w_switch": 5, "w_move": 3}"#;
    let opens = (0..4).flat_map(|seller| (0..10).map(move |day| (seller, day * 96 + 36)));
    let halves = opens.flat_map(|(seller, open)| [(seller, open, open + 14), (seller, open + 18, open + 32)]);
    let rows: Vec<String> = halves.map(|(seller, start, end)| format!("{seller},{start},{end}\n")).collect();
    let calendars = format!("seller_id,start_slot,end_slot\n{}", rows.concat());
    BTreeMap::from([
        ("meta.json", meta.into()),
        ("teams.csv", "team_id,tz_offset_slots\n0,0\n1,0\n".into()),
        ("skills.csv", "skill_id,name\n0,\"call, first\"\n1,demo\n".into()),
        ("sellers.csv", "seller_id,team_id,speed_pct\n0,0,100\n1,0,80\n2,1,125\n3,1,100\n".into()),
        ("seller_skills.csv", "seller_id,skill_id,level\n0,0,1\n0,1,3\n1,0,2\n2,0,3\n2,1,1\n3,1,2\n".into()),
        ("calendars.csv", calendars),
        ("absences.csv", "seller_id,start_slot,end_slot\n0,96,192\n3,0,480\n".into()),
        ("deals.csv", "deal_id,team_id\n0,0\n1,1\n2,0\n".into()),
        (
            "actions.csv",
            "action_id,deal_id,line,skill_id,level,dur_slots,kind,seller_id,release_slot,due_slot,win_start,win_end,weight,splittable\n\
             0,0,0,0,1,4,fixed,1,0,100,-1,-1,1,0\n\
             1,0,1,1,2,20,team,,0,200,-1,-1,2,1\n\
             2,0,2,0,1,1,machine,,0,300,-1,-1,1,0\n\
             3,1,0,0,1,6,any,,10,200,-1,-1,3,0\n\
             4,1,1,1,1,14,team,,10,400,192,384,1,1\n\
             5,2,0,1,1,8,any,,0,90,-1,-1,5,0\n\
             6,2,1,1,3,8,team,,0,300,-1,-1,1,0\n\
             7,2,2,0,1,2,fixed,0,0,500,-1,-1,1,0\n"
                .into(),
        ),
        ("precedences.csv", "pred_id,succ_id,min_lag,max_lag\n0,1,0,-1\n1,2,96,-1\n3,4,0,960\n5,6,96,192\n6,7,0,-1\n".into()),
    ])
}

fn read_files(files: &BTreeMap<&'static str, String>) -> Result<Folder, String> {
    let dir = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(dir.path().join(name), text).expect("a file");
    }
    read(dir.path(), 0).map_err(|faults| faults.text())
}

#[test]
fn a_sound_folder_is_planned_whole() {
    let folder = read_files(&small()).expect("sound");
    let (board, _) = best_of(&folder.model, &Rule::ALL, 1);
    assert_eq!(board.objective().left_out, 0);
    assert_eq!((folder.model.len(), folder.sellers.len(), folder.deals.len()), (8, 4, 3));
}

/// Each edit with words of the refusal: file, line, column, reason.
#[test]
fn each_fault_is_told_with_its_place() {
    let edits = [
        (
            "actions.csv",
            "0,0,0,0,1,4,fixed",
            "0,0,0,0,1,0,fixed",
            "actions.csv, line 2, column dur_slots: 0 is not between",
        ),
        ("actions.csv", "1,0,1,1,2,20", "1,9,1,1,2,20", "actions.csv, line 3, column deal_id: no deal 9"),
        (
            "actions.csv",
            "team,,10,400,192,384",
            "team,,10,400,192,192",
            "actions.csv, line 6, column win_end: closes at 192",
        ),
        (
            "actions.csv",
            "3,1,0,0,1,6,any",
            "3,1,0,7,1,6,any",
            "actions.csv, line 5, column skill_id: no skill 7",
        ),
        (
            "actions.csv",
            "7,2,2,0,1,2,fixed,0,0",
            "7,2,2,0,1,2,fixed,0,5000",
            "line 9, column release_slot: 5000 is not between",
        ),
        (
            "actions.csv",
            "2,0,2,0,1,1,machine",
            "1,0,2,0,1,1,machine",
            "actions.csv, line 4, column action_id: action 1 is there already",
        ),
        ("actions.csv", "7,2,2,0,1,2,fixed,0", "7,2,2,0,1,-2,fixed,0", "column dur_slots: -2 is not between"),
        (
            "actions.csv",
            ",weight,",
            ",",
            "actions.csv, line 1, column weight: the heading has no such column",
        ),
        (
            "precedences.csv",
            "5,6,96,192",
            "5,6,96,95",
            "precedences.csv, line 5, column max_lag: the longest wait, 95",
        ),
        ("precedences.csv", "6,7,0,-1", "6,5,0,-1", "actions 6, 5 wait for one another"),
        ("precedences.csv", "6,7,0,-1", "6,8,0,-1", "precedences.csv, line 6, column succ_id: no action 8"),
        ("precedences.csv", "6,7,0,-1\n", "", "precedences.csv: 4 rows where meta.json announces 5"),
        ("precedences.csv", "6,7,0,-1\n", "6,7,0", "is not ended: the file may be cut"),
        ("calendars.csv", "0,36,50", "0,50,36", "calendars.csv, line 2, column end_slot: ends at 36"),
        ("sellers.csv", "2,1,125", "2,1,0", "sellers.csv, line 4, column speed_pct: 0 is not between"),
        ("meta.json", "\"horizon\": 960", "\"horizon\": -1", "\"horizon\": -1 is not a whole number"),
    ];
    for (file, from, to, told) in edits {
        let mut files = small();
        let text = files.get_mut(file).expect("a file");
        assert!(text.contains(from), "{from}");
        *text = text.replacen(from, to, 1);
        let refusal = read_files(&files).map(|_| ()).expect_err(told);
        assert!(refusal.contains(told), "{refusal}\ndoes not say: {told}");
    }
}

#[test]
fn all_faults_come_at_once() {
    let mut files = small();
    for (file, from, to) in
        [("teams.csv", "1,0", "x,0"), ("deals.csv", "2,0", "2,77"), ("actions.csv", "machine", "robot")]
    {
        let text = files.get_mut(file).expect("a file");
        *text = text.replacen(from, to, 1);
    }
    let refusal = read_files(&files).map(|_| ()).expect_err("three faults");
    for told in ["teams.csv, line 3", "deals.csv, line 4", "actions.csv, line 4, column kind"] {
        assert!(refusal.contains(told), "{refusal}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    /// Cut anywhere, with any byte anywhere: a refusal that says something, or a plan; never a panic.
    #[test]
    fn a_damaged_folder_is_refused_or_planned(
        file in 0_usize..10, cut in proptest::option::of(any::<prop::sample::Index>()),
        edits in proptest::collection::vec((any::<prop::sample::Index>(), prop_oneof![
            Just("9"), Just("-"), Just(","), Just("\n"), Just(""), Just("\""), Just("999999999999"), Just("é"), Just("\0"),
        ]), 0..4),
    ) {
        let mut files = small();
        let name = *files.keys().nth(file).expect("ten files");
        let text = files.get_mut(name).expect("a file");
        for (at, put) in &edits {
            let at = at.index(text.len());
            if text.is_char_boundary(at) && text.is_char_boundary(at + 1) {
                text.replace_range(at..=at, put);
            }
        }
        if let Some(cut) = cut {
            let mut at = cut.index(text.len());
            while !text.is_char_boundary(at) { at -= 1; }
            text.truncate(at);
        }
        match read_files(&files) {
            Err(refusal) => prop_assert!(!refusal.is_empty()),
            Ok(folder) => {
                let (board, _) = best_of(&folder.model, &Rule::ALL, 1);
                let placed = (0..folder.model.len()).filter(|&task| board.seat(task).placed()).count();
                prop_assert_eq!(placed as u32 + board.objective().left_out, folder.model.len());
            }
        }
    }
}
