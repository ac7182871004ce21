//! `soak slow`: clients that never end what they say, and far too many of them.

use super::house::House;
use super::options::{Options, fresh};
use super::wire::Caller;
use anyhow::{Result, ensure};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Clients that send a header byte by byte, and as many whose body never ends.
const SLOW: usize = 150;
/// Connections opened at once by one client, without a word.
const FLOOD: usize = 1_500;
/// Longest that others wait for a page meanwhile.
const SERVED: Duration = Duration::from_secs(2);
/// When the last slow one must be gone: the server's limits are 10 s for a header, 30 s for a request.
const GONE: Duration = Duration::from_secs(45);

/// Runs it.
///
/// # Errors
/// When others are not served, or the slow are kept.
pub fn run(options: &Options) -> Result<()> {
    let folder = fresh("slow")?;
    let house = House::founded(options.program()?, folder.join("house"))?;
    let server = house.serve()?;
    let admin = server.admin()?;
    let start = Instant::now();
    let mut slow = crowd(&admin)?;
    let worst = served(&admin)?;
    println!("{} slow clients: others wait {} ms at most", slow.len(), worst.as_millis());
    let mut gone_after = Duration::ZERO;
    while !slow.is_empty() {
        ensure!(start.elapsed() < GONE, "{} slow clients are still kept after {GONE:?}", slow.len());
        std::thread::sleep(Duration::from_millis(500));
        slow.retain_mut(alive);
        gone_after = start.elapsed();
    }
    println!("the last of them was sent away after {} s", gone_after.as_secs());
    let flood: Vec<_> = (0..FLOOD).map_while(|_| admin.connect().ok()).collect();
    let worst = served_through_flood(&admin)?;
    println!("{} silent connections: served again after {} ms", flood.len(), worst.as_millis());
    drop(flood);
    served(&admin)?;
    server.kill()
}

fn crowd(admin: &Caller) -> Result<Vec<TcpStream>> {
    let mut slow = Vec::new();
    for _ in 0..SLOW {
        let mut header = admin.connect()?;
        header.write_all(b"GET / HTTP/1.1\r\nhost: localhost")?;
        let mut body = admin.connect()?;
        let request = admin.request("POST", "/api/users", &[], &"x".repeat(1_000));
        body.write_all(&request.as_bytes()[..request.len() - 900])?;
        slow.extend([header, body]);
    }
    for stream in &slow {
        stream.set_nonblocking(true)?;
    }
    Ok(slow)
}

/// Sends one more byte; false once the server has ended the connection.
fn alive(stream: &mut TcpStream) -> bool {
    let mut buffer = [0; 4_096];
    let ended = match stream.read(&mut buffer) {
        Ok(count) => count == 0,
        Err(error) => error.kind() != std::io::ErrorKind::WouldBlock,
    };
    !ended && stream.write_all(b"x").is_ok()
}

/// The longest wait of thirty questions; each must be answered well.
fn served(admin: &Caller) -> Result<Duration> {
    let mut worst = Duration::ZERO;
    for _ in 0..30 {
        let start = Instant::now();
        let answer = admin.ask("GET", "/api/users", &[], "")?;
        ensure!(answer.done(), "{} {}", answer.status, answer.body);
        worst = worst.max(start.elapsed());
    }
    ensure!(worst < SERVED, "others wait {worst:?}");
    Ok(worst)
}

/// Beyond the limit of connections the next ones wait for the silent to be sent away.
fn served_through_flood(admin: &Caller) -> Result<Duration> {
    let start = Instant::now();
    let answer = admin.ask("GET", "/api/users", &[], "")?;
    ensure!(answer.done() && start.elapsed() < GONE, "{} after {:?}", answer.status, start.elapsed());
    Ok(start.elapsed())
}
