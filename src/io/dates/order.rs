//! In which order a column writes day, month and year: its cells decide where they allow one order
//! only, and how its dates follow each other decides the rest, without being sure of it.
//!
//! It reads no cell; that is done before.

use jiff::civil::Date;

use super::pattern::Pattern;
use super::token::{Day, Token};
use super::{Notation, ORDERS, Order, Reason, day_in};

/// What was decided for a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decision {
    pub order: Order,
    /// The cell that decided it, counted within the column.
    pub deciding: usize,
    pub is_certain: bool,
    /// The order that would fit as well.
    pub other: Option<Notation>,
    pub reason: Reason,
    /// Whether the dates that stand year first have day and month changed.
    pub is_swapped: bool,
}

/// Decides the order for a whole column.
pub(super) fn decide(tokens: &[Option<Token>], is_month_first: bool) -> Decision {
    let decision = of_cells(tokens, is_month_first);
    swapped(tokens, decision).unwrap_or(decision)
}

/// Dates year first from which on the sequence alone tells that all of them are changed, and steps
/// back that they have as written at the least.
const SWAPPED_ROWS: usize = 10;
const SWAPPED_BREAKS: usize = 3;

/// A spreadsheet of another country reads the days up to the 12th with day and month changed and
/// leaves the others as text. Where all dates year first could come of that, both readings are
/// asked how their rows follow each other and on which days they fall. `None` where that cannot be
/// or nothing speaks for it.
fn swapped(tokens: &[Option<Token>], decision: Decision) -> Option<Decision> {
    let days = || tokens.iter().flatten().map(|token| token.day);
    let is_iso = |day: &Day| matches!(day, Day::Plain(_, Order::YearMonthDay));
    let count = days().filter(is_iso).count();
    let has_texts = days().any(|day| matches!(day, Day::Open { .. }));
    if count == 0 || days().filter(is_iso).any(|day| changed(day, decision.order).is_none()) {
        return None;
    }
    let as_written = Pattern::of(days().filter_map(|day| day_in(day, decision.order)));
    let as_changed = Pattern::of(days().filter_map(|day| changed(day, decision.order)));
    let doubts = |pattern: &Pattern| {
        let (weekends, _) = pattern.weekdays.rests();
        (pattern.breaks(), weekends, pattern.mean_step_days())
    };
    let rises = as_changed.breaks() < as_written.breaks();
    let is_better = doubts(&as_changed) < doubts(&as_written);
    let alone = count >= SWAPPED_ROWS && as_changed.breaks() == 0 && as_written.breaks() >= SWAPPED_BREAKS;
    let is_swapped = if has_texts { is_better } else { alone };
    if !is_swapped && !has_texts {
        return None;
    }
    let deciding = tokens.iter().position(|token| token.is_some_and(|token| is_iso(&token.day)));
    let other = if is_swapped { Notation::Calendar(decision.order) } else { Notation::Swapped };
    let reason = match (is_swapped, rises) {
        (false, _) => decision.reason,
        (true, true) => Reason::Order,
        (true, false) => Reason::Weekdays,
    };
    Some(Decision {
        deciding: deciding.unwrap_or(decision.deciding),
        is_certain: false,
        other: Some(other),
        reason,
        is_swapped,
        ..decision
    })
}

/// The day of a cell where day and month of those year first are changed.
pub(super) fn changed(day: Day, order: Order) -> Option<Date> {
    match day {
        Day::Plain(date, Order::YearMonthDay) => Date::new(date.year(), date.day(), date.month()).ok(),
        day => day_in(day, order),
    }
}

fn of_cells(tokens: &[Option<Token>], is_month_first: bool) -> Decision {
    let open: Vec<(usize, Day)> = tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| token.map(|token| (at, token.day)))
        .filter(|(_, day)| matches!(day, Day::Open { .. }))
        .collect();
    let first = tokens.iter().position(Option::is_some).unwrap_or(0);
    let certain = |order, deciding| Decision {
        order,
        deciding,
        is_certain: true,
        other: None,
        reason: Reason::Cell,
        is_swapped: false,
    };
    if open.is_empty() {
        let plain = tokens.iter().flatten().find_map(|token| match token.day {
            Day::Plain(_, order) => Some(order),
            _ => None,
        });
        return certain(plain.unwrap_or(Order::YearMonthDay), first);
    }
    let misfits = |order: Order| open.iter().filter(|(_, day)| day_in(*day, order).is_none()).count();
    let misfits = ORDERS.map(|order| (order, misfits(order)));
    let fewest = misfits.iter().map(|(_, count)| *count).min().unwrap_or(0);
    let fitting: Vec<Order> =
        misfits.iter().filter(|(_, count)| *count == fewest).map(|(order, _)| *order).collect();
    let first_open = open.first().map_or(first, |(at, _)| *at);
    match fitting.as_slice() {
        [only] => {
            let decides =
                |day: &Day| ORDERS.iter().any(|order| order != only && day_in(*day, *order).is_none());
            let deciding = open.iter().find(|(_, day)| day_in(*day, *only).is_some() && decides(day));
            let mixed = ORDERS.into_iter().find(|order| {
                let explains = |day: &Day| day_in(*day, *only).is_none() && day_in(*day, *order).is_some();
                open.iter().any(|(_, day)| explains(day))
            });
            let decision = certain(*only, deciding.map_or(first_open, |(at, _)| *at));
            Decision { is_certain: mixed.is_none(), other: mixed.map(Notation::Calendar), ..decision }
        }
        several => Decision { deciding: first_open, ..by_sequence(&open, several, is_month_first) },
    }
}

/// How the dates of a column follow each other under one order.
struct Sequence {
    order: Order,
    pattern: Pattern,
}

impl Sequence {
    fn new(open: &[(usize, Day)], order: Order) -> Self {
        Self { order, pattern: Pattern::of(open.iter().filter_map(|(_, day)| day_in(*day, order))) }
    }

    /// Whether no day falls on the usual days of rest: Saturday and Sunday, or, where there are
    /// enough days for it to be no chance, Friday and Saturday.
    fn keeps_rest(&self) -> bool {
        let weekdays = self.pattern.weekdays;
        let (western, eastern) = weekdays.rests();
        western == 0 || (eastern == 0 && weekdays.total() >= CERTAIN_ROWS)
    }
}

/// Rows from which on the sequence alone can make an order certain, when every other order steps
/// back at least [`CERTAIN_BREAKS`] times.
const CERTAIN_ROWS: usize = 10;
const CERTAIN_BREAKS: usize = 3;
/// How many times longer the steps of the other order are where shorter steps speak for one, and
/// where they do so before days of rest are looked at, given so many rows.
const LONGER: f64 = 4.0;
const FAR_LONGER: f64 = 15.0;
const GAP_ROWS: usize = 5;

/// Decides between orders that all fit: dates that only rise or only fall, then dots, then far
/// shorter steps, then days of rest, then shorter steps, then the guess. Only the first can make it certain.
fn by_sequence(open: &[(usize, Day)], fitting: &[Order], is_month_first: bool) -> Decision {
    let guess = if is_month_first { Order::MonthDayYear } else { Order::DayMonthYear };
    let mut sequences: Vec<Sequence> = fitting.iter().map(|order| Sequence::new(open, *order)).collect();
    sequences.sort_by_key(|sequence| sequence.order != guess);
    let first = sequences.first().map_or(guess, |sequence| sequence.order);
    let settled = |order: Order, is_certain: bool, reason: Reason| {
        let other = sequences.iter().map(|sequence| sequence.order).find(|other| *other != order);
        let other = other.filter(|_| !is_certain).map(Notation::Calendar);
        Decision { order, deciding: 0, is_certain, other, reason, is_swapped: false }
    };
    let all_equal =
        open.iter().all(|(_, day)| fitting.iter().all(|order| day_in(*day, *order) == day_in(*day, first)));
    if all_equal {
        // 1/1, 2/2: every order gives the same dates.
        return settled(first, true, Reason::Cell);
    }
    let is_dotted = fitting.contains(&Order::DayMonthYear)
        && open.iter().any(|(_, day)| matches!(day, Day::Open { has_dots: true, .. }));
    let steady: Vec<&Sequence> = sequences.iter().filter(|sequence| sequence.pattern.breaks() == 0).collect();
    if let [only] = steady.as_slice() {
        let mut rejected = sequences.iter().filter(|sequence| sequence.order != only.order);
        let is_certain = open.len() >= CERTAIN_ROWS
            && rejected.all(|sequence| sequence.pattern.breaks() >= CERTAIN_BREAKS);
        if is_certain || !is_dotted {
            return settled(only.order, is_certain, Reason::Order);
        }
    }
    if is_dotted {
        // With dots the day comes first nearly wherever dates are written so.
        return settled(Order::DayMonthYear, false, Reason::Guess);
    }
    let candidates: Vec<&Sequence> = if steady.is_empty() { sequences.iter().collect() } else { steady };
    let mut by_step: Vec<(Order, f64)> =
        candidates.iter().map(|s| (s.order, s.pattern.mean_step_days())).collect();
    by_step.sort_by(|a, b| a.1.total_cmp(&b.1));
    // Day upon day in one reading, month upon month in the other: a market without days of rest.
    if let [(best, shortest), (_, second), ..] = by_step.as_slice()
        && open.len() >= GAP_ROWS
        && shortest * FAR_LONGER < *second
    {
        return settled(*best, false, Reason::Gaps);
    }
    let resting: Vec<&&Sequence> = candidates.iter().filter(|sequence| sequence.keeps_rest()).collect();
    if let [only] = resting.as_slice() {
        return settled(only.order, false, Reason::Weekdays);
    }
    match by_step.as_slice() {
        [(best, shortest), (_, second), ..] if shortest * LONGER < *second => {
            settled(*best, false, Reason::Gaps)
        }
        _ => settled(candidates.first().map_or(first, |sequence| sequence.order), false, Reason::Guess),
    }
}
