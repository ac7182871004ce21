//! `soak postgres`: the database restarts at once, and one of two servers dies, under writes.

use super::house::House;
use super::options::{Options, fresh};
use super::writer::{Book, Crowd};
use crate::postgres;
use anyhow::{Context, Result};
use std::thread::sleep;

/// Runs it.
///
/// # Errors
/// The first outage after which a promise is broken.
pub fn run(options: &Options) -> Result<()> {
    let folder = fresh("postgres")?;
    postgres::with_cluster(true, |cluster| {
        let house = House::furnished(options.program()?, folder.join("house"), Some(cluster.url()))?;
        std::fs::create_dir_all(house.data())?;
        let mut chance = options.chance();
        let first = house.serve()?;
        let mut second = house.serve()?;
        let admin = first.admin()?;
        let mut book = Book::default();
        let count = options.count.unwrap_or(20);
        for number in 0..count {
            let round = format!("p{number}");
            let crowd = Crowd::start(&[admin.at(first.port), admin.at(second.port)], &round);
            sleep(chance.wait(400));
            if number % 2 == 0 {
                cluster.restart()?;
                // The servers find the database again by themselves.
                sleep(chance.wait(400));
            } else {
                second.kill()?;
                sleep(chance.wait(200));
                second = house.serve()?;
            }
            crowd.end(&mut book)?;
            let held = book.settle(&admin.at(second.port), &round).and_then(|()| book.check(&house));
            held.and_then(|()| house.verify()).with_context(|| format!("outage {number}"))?;
        }
        let [kept, refused, _] = book.told();
        println!(
            "{count} outages (every other one of the database): {kept} writes acknowledged, {refused} refused, \
             {} asked again under their key at the other server; lost 0, doubled 0, refused but written 0",
            book.asked_again
        );
        Ok(())
    })
}
