//! Aligned columns for a terminal, figures to the right, as the reader's language writes them.

use super::{Cell, Table};
use atelier_domain::language::{Lang, Show};
use rust_decimal::Decimal;
use std::io::{self, Write};

pub(super) fn write(table: &Table, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let titles: Vec<String> = table.columns.iter().map(|column| one_line(&column.title)).collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| text_of(cell, Show(lang))).collect()).collect();
    let widths: Vec<usize> = (0..titles.len())
        .map(|column| rows.iter().chain([&titles]).map(|row| row[column].chars().count()).max().unwrap_or(0))
        .collect();
    let right: Vec<bool> =
        (0..titles.len()).map(|column| table.rows.iter().any(|row| row[column].is_figure())).collect();
    if !table.title.is_empty() {
        writeln!(out, "{}\n", one_line(&table.title))?;
    }
    line(out, &titles, &widths, &right)?;
    let rules: Vec<String> = widths.iter().map(|&width| "─".repeat(width)).collect();
    line(out, &rules, &widths, &right)?;
    rows.iter().try_for_each(|row| line(out, row, &widths, &right))
}

fn line(out: &mut dyn Write, texts: &[String], widths: &[usize], right: &[bool]) -> io::Result<()> {
    let mut line = String::new();
    for ((text, &width), &right) in texts.iter().zip(widths).zip(right) {
        let gap = " ".repeat(width - text.chars().count());
        let (before, after) = if right { (gap.as_str(), "") } else { ("", gap.as_str()) };
        line.extend([before, text, after, "  "]);
    }
    writeln!(out, "{}", line.trim_end())
}

fn text_of(cell: &Cell, show: Show) -> String {
    match cell {
        Cell::Text(text) => one_line(text),
        Cell::Count(count) => show.count(*count),
        Cell::Number(number) => show.number(*number, number.scale()),
        Cell::Day(day) => show.day(*day),
        Cell::DateTime(moment) => format!("{} {}", show.day(moment.date()), show.time(moment.time())),
        Cell::Hours(minutes) => show.hours(*minutes, 2),
        Cell::Percent(ratio) => {
            let space = if show.0 == Lang::Fr { "\u{202f}" } else { "" };
            format!("{}{space}%", show.number(ratio * Decimal::ONE_HUNDRED, 2))
        }
        Cell::Money(money) => show.money(*money),
        Cell::Empty => String::new(),
    }
}

/// Control characters of foreign data do not reach the terminal.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
