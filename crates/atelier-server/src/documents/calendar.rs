//! A person's appointments as an iCalendar file (RFC 5545).

use icalendar::{Calendar, Component, Event, EventLike};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// One appointment as a calendar shows it.
pub struct Entry {
    /// Stable across exports of the same order, so that a calendar updates instead of doubling.
    pub uid: String,
    /// Title.
    pub title: String,
    /// Why, to what end.
    pub text: String,
    /// Place or medium.
    pub place: String,
    /// Start, in the company's time.
    pub start: DateTime,
    /// End, in the company's time.
    pub end: DateTime,
}

/// The file. Times are written in UTC, so that any calendar program shows them right;
/// `stamp` is when the plan was made, so that the same plan gives the same file.
///
/// # Errors
/// When an hour does not exist in the zone, or the zone is unknown.
pub fn write(name: &str, zone: &str, stamp: Timestamp, entries: &[Entry]) -> Result<String, jiff::Error> {
    let zone = TimeZone::get(zone)?;
    let mut calendar = Calendar::new();
    calendar.name(name);
    for entry in entries {
        let event = Event::new()
            .uid(&entry.uid)
            .summary(&entry.title)
            .description(&entry.text)
            .location(&entry.place)
            .add_property("DTSTAMP", utc(stamp))
            .add_property("DTSTART", utc(entry.start.to_zoned(zone.clone())?.timestamp()))
            .add_property("DTEND", utc(entry.end.to_zoned(zone.clone())?.timestamp()))
            .done();
        calendar.push(event);
    }
    Ok(calendar.to_string())
}

fn utc(instant: Timestamp) -> String {
    instant.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_morning_in_paris_is_written_in_universal_time() {
        let entry = Entry {
            uid: "1@atelier".into(),
            title: "Rendez-vous ; Dupont, Lyon".into(),
            text: "Première ligne\nSeconde".into(),
            place: "Visite".into(),
            start: date(2027, 1, 4).at(9, 0, 0, 0),
            end: date(2027, 1, 4).at(10, 30, 0, 0),
        };
        let text = write("Anaïs", "Europe/Paris", Timestamp::UNIX_EPOCH, &[entry]).unwrap();
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text}");
        assert!(text.contains("DTSTART:20270104T080000Z\r\n"), "{text}");
        assert!(text.contains("DTEND:20270104T093000Z\r\n"), "{text}");
        assert!(text.contains("SUMMARY:Rendez-vous \\; Dupont\\, Lyon\r\n"), "{text}");
        assert!(text.contains("Première ligne\\nSeconde"), "{text}");
        assert!(text.trim_end().ends_with("END:VCALENDAR"), "{text}");
    }
}
