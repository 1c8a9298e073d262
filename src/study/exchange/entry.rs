//! What is known of one exchange: what it is called, where it is, when it closes and rests.

use jiff::civil::{Date, Time, time};

use super::early::Early;

/// When a session ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Close {
    /// At a time on the exchange's own clock.
    At(Time),
    /// At a time on the clock of another place, whose daylight saving it follows.
    In(&'static str, Time),
    /// At the first time while New York has daylight saving, else at the second.
    ByNewYork(Time, Time),
    /// At the first time, on a Sunday at the second and on a Friday at the third.
    ByWeekday(Time, Time, Time),
}

/// On which days of the week there is no session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// Saturday and Sunday.
    Western,
    /// Friday and Saturday.
    Eastern,
    /// Friday and Saturday up to a day, Saturday and Sunday from it on.
    EasternUntil(Date),
}

/// One exchange.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Entry {
    /// Its names as people, vendors and ISO 10383 write them, in lower case; the first is told.
    pub names: &'static [&'static str],
    /// Endings of its tickers at Yahoo, Reuters and others, in upper case.
    pub endings: &'static [&'static str],
    /// Its zone in the tz database.
    pub zone: &'static str,
    /// Its regular close.
    pub close: Close,
    /// Earlier regular closes with the day from which on each no longer holds, ascending.
    pub before: &'static [(Date, Time)],
    /// Its half days.
    pub early: Early,
    /// Its days of rest.
    pub rest: Rest,
}

pub(super) const fn at(hour: i8, minute: i8) -> Time {
    time(hour, minute, 0, 0)
}

/// An exchange with one close on its own clock, Monday to Friday.
pub(super) const fn known(
    names: &'static [&'static str],
    endings: &'static [&'static str],
    zone: &'static str,
    (hour, minute): (i8, i8),
    early: Early,
) -> Entry {
    let close = Close::At(at(hour, minute));
    Entry { names, endings, zone, close, before: &[], early, rest: Rest::Western }
}

/// The same from Sunday to Thursday.
pub(super) const fn eastern(
    names: &'static [&'static str],
    endings: &'static [&'static str],
    zone: &'static str,
    (hour, minute): (i8, i8),
) -> Entry {
    Entry { rest: Rest::Eastern, ..known(names, endings, zone, (hour, minute), Early::Unknown) }
}

/// An exchange that closes with New York.
pub(super) const fn with_new_york(
    names: &'static [&'static str],
    endings: &'static [&'static str],
    zone: &'static str,
) -> Entry {
    let close = Close::In("America/New_York", at(16, 0));
    Entry { close, ..known(names, endings, zone, (16, 0), Early::Unknown) }
}
