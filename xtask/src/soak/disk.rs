//! `soak disk`: a disk that fills up under a server that writes.

use super::house::House;
use super::mount::Image;
use super::options::Options;
use super::wire::{Answer, Caller};
use anyhow::{Result, bail, ensure};
use std::fs;
use std::io::Write as _;

/// Megabytes of the file system.
const SIZE: u64 = 24;
/// Most writes until it must be full.
const MOST: u32 = 20_000;

/// Runs it.
///
/// # Errors
/// The first promise that is broken.
pub fn run(options: &Options) -> Result<()> {
    let image = Image::new("disk", SIZE)?;
    let house = House::founded(options.program()?, image.point().join("house"))?;
    let server = house.serve()?;
    let admin = server.admin()?;
    let ballast = image.point().join("ballast");
    fill(&ballast)?;
    let (kept, refused) = until_refused(&admin)?;
    clear(&refused)?;
    ensure!(Caller::stranger(server.port).ask("GET", "/", &[], "")?.done(), "nothing is served any more");
    fs::remove_file(&ballast)?;
    let after = add(&admin, "after")?;
    ensure!(after.done(), "with room again, without a new start: {} {}", after.status, after.body);
    server.kill()?;
    let users = house.ok(&["user", "list", "--json"])?;
    for number in 0..kept {
        ensure!(
            users.contains(&format!("\"d{number}@soak.example\"")),
            "d{number} was acknowledged and is lost"
        );
    }
    ensure!(!users.contains(&format!("\"d{kept}@soak.example\"")), "d{kept} was refused and is there");
    house.verify()?;
    println!(
        "full disk: {kept} writes acknowledged and there, then {} refused: {}",
        refused.status, refused.body
    );
    println!("with room again the next write is done, without a new start; verify passes");
    Ok(())
}

/// Bytes left: room for some writes.
const LEFT: u64 = 400_000;

/// Takes nearly all the room there is.
fn fill(path: &std::path::Path) -> Result<()> {
    let mut file = fs::File::create(path)?;
    for size in [1 << 20, 4 << 10] {
        while file.write_all(&vec![7; size]).and_then(|()| file.sync_data()).is_ok() {}
    }
    let taken = file.metadata()?.len();
    file.set_len(taken.saturating_sub(LEFT))?;
    Ok(file.sync_all()?)
}

fn add(admin: &Caller, name: &str) -> Result<Answer> {
    let login = format!("{name}@soak.example");
    let body = serde_json::json!({ "login": login, "name": name, "roles": ["finance"] }).to_string();
    admin.ask("POST", "/api/users", &[("idempotency-key", name)], &body)
}

fn until_refused(admin: &Caller) -> Result<(u32, Answer)> {
    for number in 0..MOST {
        let answer = add(admin, &format!("d{number}"))?;
        if !answer.done() {
            return Ok((number, answer));
        }
    }
    bail!("{MOST} writes and the disk is not full")
}

/// A problem that says what is the matter, in the reader's words, and that the fault is not theirs.
fn clear(answer: &Answer) -> Result<()> {
    let problem = answer.json()?;
    ensure!(answer.status >= 500, "refused with {}", answer.status);
    for part in ["code", "title", "detail", "remedy"] {
        ensure!(problem[part].as_str().is_some_and(|text| !text.is_empty()), "no {part}: {problem}");
    }
    ensure!(problem["code"] == "ledger/disk-full", "it does not say that the disk is full: {problem}");
    Ok(())
}
