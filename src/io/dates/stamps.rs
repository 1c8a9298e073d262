//! Days and times of a column to stamps of one kind: days, wall-clock times or instants.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use super::clock::{Digits, Zone};
use super::token::{Clock, Token};
use crate::model::Stamp;

/// Times from which on the whole column is days: those that write the end of each.
const LAST_SECOND: Time = Time::constant(23, 59, 59, 0);

/// Whether times only say that the day as a whole is meant: all midnight, or all its last second.
#[derive(Clone, Copy, Debug)]
struct Whole {
    are_midnight: bool,
    are_last: bool,
}

impl Whole {
    fn of(times: impl Iterator<Item = Time>) -> bool {
        let all = times.fold(Self { are_midnight: true, are_last: true }, |all, time| Self {
            are_midnight: all.are_midnight && time == Time::midnight(),
            are_last: all.are_last && time >= LAST_SECOND,
        });
        all.are_midnight || all.are_last
    }
}

/// Stamps of a column whose times have one zone or none.
pub(super) fn of_wall_clocks(at: &[Option<DateTime>], zone: Option<Zone>) -> Vec<Option<Stamp>> {
    let are_days = Whole::of(at.iter().flatten().map(|at| at.time()));
    let offset = zone.and_then(Zone::offset);
    at.iter().map(|at| at.and_then(|at| stamp(at, are_days, offset))).collect()
}

fn stamp(at: DateTime, is_day: bool, offset: Option<Offset>) -> Option<Stamp> {
    match offset {
        _ if is_day => Some(Stamp::Day(at.date())),
        Some(offset) => Some(Stamp::Utc { at: offset.to_timestamp(at).ok()?, day: at.date() }),
        None => Some(Stamp::Local(at)),
    }
}

/// Stamps of a column from its days and the times beside them; `header` is the zone of times that
/// name none themselves.
pub(super) fn of_tokens(
    tokens: &[Option<Token>],
    dates: &[Option<Date>],
    header: Option<Zone>,
) -> Vec<Option<Stamp>> {
    let form = digits(tokens);
    let clock = |token: &Token| match token.clock {
        Clock::None => None,
        Clock::At(time, zone) => Some((Some(time), zone)),
        Clock::Digits { value, zone, .. } => Some((form.time(value), zone)),
    };
    let timed = || tokens.iter().flatten().filter_map(clock);
    let are_days = Whole::of(timed().filter_map(|(time, _)| time));
    let offsets = timed().filter(|(_, zone)| zone.and_then(Zone::offset).is_some()).count();
    let has_instants = offsets * 2 > timed().count();
    // The offset of an abbreviation changes with the season under one header.
    let header = header.filter(|zone| matches!(zone, Zone::Utc | Zone::Fixed(_))).and_then(Zone::offset);
    let stamp = |token: Option<&Token>, date: Date| {
        let (time, zone) = token.and_then(clock).unwrap_or((Some(Time::midnight()), None));
        let at = DateTime::from_parts(date, time?);
        match (has_instants, zone.and_then(Zone::offset)) {
            _ if are_days => stamp(at, true, None),
            (true, Some(offset)) => stamp(at, false, Some(offset)),
            (false, None) => stamp(at, false, header),
            // A wall-clock time among instants, or the reverse: no guess brings them together.
            _ => None,
        }
    };
    tokens.iter().zip(dates).map(|(token, date)| stamp(token.as_ref(), (*date)?)).collect()
}

fn digits(tokens: &[Option<Token>]) -> Digits {
    let (mut longest, mut greatest) = (0, 0);
    for token in tokens.iter().flatten() {
        if let Clock::Digits { value, count, .. } = token.clock {
            (longest, greatest) = (longest.max(count), greatest.max(value));
        }
    }
    Digits::of(longest, greatest)
}

/// Zones that are shown; a column has one, or two that take turns with the season.
const ZONES: usize = 4;

/// The zones that the cells of a column name, from west to east.
pub(super) fn zone(cells: &[&str], tokens: &[Option<Token>]) -> Option<String> {
    let mut found: Vec<(Zone, &str)> = Vec::new();
    for (token, cell) in tokens.iter().zip(cells) {
        let Some(Clock::At(_, Some(zone)) | Clock::Digits { zone: Some(zone), .. }) =
            token.map(|token| token.clock)
        else {
            continue;
        };
        if found.len() < ZONES && found.iter().all(|(known, _)| *known != zone) {
            found.push((zone, cell));
        }
    }
    found.sort_by_key(|(zone, _)| zone.minutes());
    let labels: Vec<String> = found.iter().map(|(zone, cell)| zone.label(cell)).collect();
    if labels.is_empty() { None } else { Some(labels.join("/")) }
}
