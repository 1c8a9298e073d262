//! Cells of digits alone that are a day, or a day and a time.

use super::Order;
use super::clock;
use super::token::{Clock, Day, Token, compact, open};
use crate::io::cell::{trim, western};

/// Digits that are a date only where the header says that dates stand here: "27012025",
/// "20250127093000", "202501270930".
pub(super) fn named(cell: &str) -> Option<Token> {
    let text = western(trim(cell));
    let digits = text.strip_suffix(".0").unwrap_or(&text);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
    if digits.len() == 8 {
        let day = open([part(0, 2)?, part(2, 4)?, part(4, 8)?], true, false)?;
        return Some(Token { day, clock: Clock::None, is_short: false });
    }
    let (day, time) = digits.split_at_checked(8)?;
    let day = Day::Plain(compact(day.as_bytes().try_into().ok()?)?, Order::YearMonthDay);
    let form = match time.len() {
        4 => clock::Digits::Minutes,
        6 => clock::Digits::Seconds,
        _ => return None,
    };
    Some(Token { day, clock: Clock::At(form.time(time.parse().ok()?)?, None), is_short: false })
}
