//! In which order a column writes day, month and year: its cells decide where they allow one order
//! only, and how its dates follow each other decides the rest, without being sure of it.
//!
//! It reads no cell; that is done before.

use jiff::civil::{Date, Weekday};

use super::{Day, ORDERS, Order, Token, day_in};

/// Order, the cell that decided it, whether it is certain, and the order that would fit as well.
type Decision = (Order, usize, bool, Option<Order>);

/// Decides the order for a whole column.
pub(super) fn decide(tokens: &[Option<Token>], is_month_first: bool) -> Decision {
    let open: Vec<(usize, Day)> = tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| token.map(|token| (at, token.day)))
        .filter(|(_, day)| matches!(day, Day::Open { .. }))
        .collect();
    let first = tokens.iter().position(Option::is_some).unwrap_or(0);
    let plain = tokens.iter().flatten().find_map(|token| match token.day {
        Day::Plain(_, order) => Some(order),
        Day::Open { .. } => None,
    });
    if open.is_empty() {
        return (plain.unwrap_or(Order::YearMonthDay), first, true, None);
    }
    let misfits = |order: Order| open.iter().filter(|(_, day)| day_in(*day, order).is_none()).count();
    let fewest = ORDERS.iter().map(|order| misfits(*order)).min().unwrap_or(0);
    let fitting: Vec<Order> = ORDERS.into_iter().filter(|order| misfits(*order) == fewest).collect();
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
            (*only, deciding.map_or(first_open, |(at, _)| *at), mixed.is_none(), mixed)
        }
        several => {
            let (order, is_certain, other) = by_sequence(&open, several, is_month_first);
            (order, first_open, is_certain, other)
        }
    }
}

/// How the dates of a column follow each other under one order.
struct Sequence {
    order: Order,
    /// Steps against the direction of most.
    breaks: usize,
    weekends: usize,
    mean_step_days: f64,
}

impl Sequence {
    fn new(open: &[(usize, Day)], order: Order) -> Self {
        let days: Vec<Date> = open.iter().filter_map(|(_, day)| day_in(*day, order)).collect();
        let steps: Vec<i64> = days
            .windows(2)
            .filter_map(|pair| match pair {
                [before, after] => Some(after.duration_since(*before).as_hours() / 24),
                _ => None,
            })
            .collect();
        let falls = steps.iter().filter(|step| **step < 0).count();
        let rises = steps.iter().filter(|step| **step > 0).count();
        let total: i64 = steps.iter().map(|step| step.abs()).sum();
        let is_weekend = |day: &&Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        Self {
            order,
            breaks: falls.min(rises),
            weekends: days.iter().filter(is_weekend).count(),
            mean_step_days: total as f64 / steps.len().max(1) as f64,
        }
    }
}

/// Rows from which on the sequence alone can make an order certain, when every other order steps
/// back at least [`CERTAIN_BREAKS`] times.
const CERTAIN_ROWS: usize = 10;
const CERTAIN_BREAKS: usize = 3;

/// Decides between orders that all fit: dates that only rise or only fall, then dots, then no
/// weekends, then shorter steps, then the guess. Only the first can make it certain.
fn by_sequence(
    open: &[(usize, Day)],
    fitting: &[Order],
    is_month_first: bool,
) -> (Order, bool, Option<Order>) {
    let guess = if is_month_first { Order::MonthDayYear } else { Order::DayMonthYear };
    let mut sequences: Vec<Sequence> = fitting.iter().map(|order| Sequence::new(open, *order)).collect();
    sequences.sort_by_key(|sequence| sequence.order != guess);
    let is_dotted = fitting.contains(&Order::DayMonthYear)
        && open.iter().any(|(_, day)| matches!(day, Day::Open { has_dots: true, .. }));
    let readings: Vec<Option<Date>> =
        fitting.iter().filter_map(|order| open.first().map(|(_, day)| day_in(*day, *order))).collect();
    let all_equal =
        open.iter().all(|(_, day)| fitting.iter().all(|order| day_in(*day, *order) == day_in(*day, guess)));
    if all_equal && !readings.is_empty() {
        // 1/1, 2/2: every order gives the same dates.
        return (sequences.first().map_or(guess, |sequence| sequence.order), true, None);
    }
    let steady: Vec<&Sequence> = sequences.iter().filter(|sequence| sequence.breaks == 0).collect();
    if let [only] = steady.as_slice() {
        let mut rejected = sequences.iter().filter(|sequence| sequence.order != only.order);
        let is_certain =
            open.len() >= CERTAIN_ROWS && rejected.all(|sequence| sequence.breaks >= CERTAIN_BREAKS);
        if is_certain || !is_dotted {
            return settled(only.order, is_certain, &sequences);
        }
    }
    if is_dotted {
        // With dots the day comes first nearly wherever dates are written so.
        return settled(Order::DayMonthYear, false, &sequences);
    }
    let candidates = if steady.is_empty() { sequences.iter().collect() } else { steady };
    let weekdays: Vec<&&Sequence> = candidates.iter().filter(|sequence| sequence.weekends == 0).collect();
    if let [only] = weekdays.as_slice() {
        return settled(only.order, false, &sequences);
    }
    let shortest = candidates.iter().min_by(|a, b| a.mean_step_days.total_cmp(&b.mean_step_days));
    let second = |best: &Sequence| {
        candidates
            .iter()
            .filter(|sequence| sequence.order != best.order)
            .map(|s| s.mean_step_days)
            .fold(f64::INFINITY, f64::min)
    };
    match shortest {
        Some(best) if best.mean_step_days * 4.0 < second(best) => settled(best.order, false, &sequences),
        _ => settled(candidates.first().map_or(guess, |sequence| sequence.order), false, &sequences),
    }
}

fn settled(order: Order, is_certain: bool, all: &[Sequence]) -> (Order, bool, Option<Order>) {
    let other = all.iter().map(|sequence| sequence.order).find(|other| *other != order);
    (order, is_certain, other.filter(|_| !is_certain))
}
