//! `soak cuts`: the power goes under a server that writes.
//!
//! The file system is ended at once, without its log being flushed: what the program had not synced is
//! gone. A device that keeps its own cache through `flush` is not imitated; that the program asks for the
//! flush before it answers is read from its system calls (`order`).

use super::house::House;
use super::mount::Image;
use super::options::{Options, fresh};
use super::writer::{Book, Crowd};
use anyhow::{Context, Result, ensure};
use std::process::Command;
use std::thread::sleep;

/// Megabytes of the file system.
const SIZE: u64 = 400;

/// Runs it.
///
/// # Errors
/// The first cut after which a promise is broken.
pub fn run(options: &Options) -> Result<()> {
    order(options)?;
    power(options)
}

/// The cuts alone.
///
/// # Errors
/// The first cut after which a promise is broken.
pub fn power(options: &Options) -> Result<()> {
    let image = Image::new("cuts", SIZE)?;
    let house = House::furnished(options.program()?, image.point().join("house"), None)?;
    let mut chance = options.chance();
    let mut server = house.serve()?;
    let admin = server.admin()?;
    let mut book = Book::default();
    let count = options.count.unwrap_or(50);
    for number in 0..count {
        let round = format!("c{number}");
        let crowd = Crowd::start(&[admin.at(server.port)], &round);
        sleep(chance.wait(300));
        image.cut()?;
        // Time to answer what is not on the disk, if it were to.
        sleep(chance.wait(200));
        server.kill()?;
        crowd.end(&mut book)?;
        image.unmount()?;
        image.mount()?;
        server = house.serve()?;
        let held = book.settle(&admin.at(server.port), &round).and_then(|()| book.check(&house));
        held.and_then(|()| house.verify()).with_context(|| format!("cut {number}"))?;
    }
    server.kill()?;
    let [kept, refused, _] = book.told();
    println!(
        "{count} power cuts: {kept} writes acknowledged, {refused} refused, {} asked again under their key; \
         lost 0, doubled 0, refused but written 0",
        book.asked_again
    );
    Ok(())
}

/// Writes whose system calls are read.
const TRACED: u32 = 20;

/// Between the request and the answer that says it is done, the log of the database is synced.
fn order(options: &Options) -> Result<()> {
    let folder = fresh("order")?;
    let house = House::founded(options.program()?, folder.join("house"))?;
    let server = house.serve()?;
    let admin = server.admin()?;
    let log = folder.join("calls");
    let calls = "trace=fsync,fdatasync,sendto,write,writev,sendmsg";
    let mut tracer = Command::new("strace")
        .args(["-f", "-s", "40", "-e", calls, "-p", &server.id().to_string(), "-o"])
        .arg(&log)
        .stderr(std::process::Stdio::null())
        .spawn()
        .context("strace is missing: install it")?;
    sleep(std::time::Duration::from_secs(1));
    for number in 0..TRACED {
        let login = format!("traced{number}@soak.example");
        let body = serde_json::json!({ "login": login, "name": login, "roles": ["finance"] }).to_string();
        let answer = admin.ask("POST", "/api/users", &[], &body)?;
        ensure!(answer.done(), "{} {}", answer.status, answer.body);
    }
    server.kill()?;
    tracer.wait()?;
    let answers = synced_first(&std::fs::read_to_string(&log)?)?;
    ensure!(answers == TRACED, "{answers} answers seen of {TRACED}");
    println!("{answers} answers of 201, each after a sync of its own");
    Ok(())
}

/// Counts the answers that say `201`; each must have a sync of its own before it.
fn synced_first(calls: &str) -> Result<u32> {
    let (mut answers, mut synced) = (0, false);
    for line in calls.lines() {
        let sync = line.contains("fdatasync(") || line.contains("fsync(") || line.contains("sync resumed>");
        if sync && line.ends_with("= 0") {
            synced = true;
        } else if line.contains("\"HTTP/1.") && line.contains(" 201 ") {
            ensure!(synced, "answered before a sync: {line}");
            (answers, synced) = (answers + 1, false);
        }
    }
    Ok(answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_before_its_sync_is_seen() {
        let right = "1 fdatasync(9) = 0\n2 sendto(12, \"HTTP/1.0 201 Created\\r\\n\", 40) = 40\n";
        assert_eq!(synced_first(right).unwrap(), 1);
        let resumed = "1 fdatasync(9 <unfinished ...>\n1 <... fdatasync resumed>) = 0\n2 write(3, \"HTTP/1.0 201 Created\", 40) = 40";
        assert_eq!(synced_first(resumed).unwrap(), 1);
        assert!(synced_first(&format!("{right}2 sendto(12, \"HTTP/1.0 201 Created\", 40) = 40")).is_err());
        assert!(synced_first(&right.replace("= 0", "= -1 EIO")).is_err());
    }
}
