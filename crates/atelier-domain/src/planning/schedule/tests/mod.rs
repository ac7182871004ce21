//! Rules of the trade around the planner, one area a file.

mod causes;
mod changes;
mod people;
mod ranking;
mod rich;
mod words;

fn next_day() -> super::Delay {
    super::Delay::OpenDays(1)
}
