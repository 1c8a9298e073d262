//! Dates of the lunar Islamic calendar. They are not converted, because which of several reckonings
//! a file follows cannot be told from it; they are recognised so that this can be said. The solar
//! calendar of Iran, whose years are fewer by forty, is read in `eras`.

use super::names::fold;
use crate::io::cell::{trim, western};

/// Years that trading falls into, where the name of a month tells the calendar, and where nothing
/// but the year does.
const YEARS: std::ops::Range<u32> = 1300..1500;
const LUNAR: std::ops::Range<u32> = 1420..1500;

const MONTHS: &str = "محرم صفر ربيع جمادى رجب شعبان رمضان شوال القعدة الحجة muharram safar rabi jumada rajab \
    shaban ramadan shawwal dhu";

/// Whether a cell is a date of an Islamic calendar: 1446/07/27, 27 رجب 1446.
pub(in crate::io) fn looks_hijri(cell: &str) -> bool {
    let text = western(trim(cell));
    let mut numbers = [0_u32; 3];
    let mut count = 0;
    for digits in text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()) {
        let (Some(slot), Ok(number)) = (numbers.get_mut(count), digits.parse()) else { return false };
        *slot = number;
        count += 1;
    }
    let is_year = |year: u32| YEARS.contains(&year);
    let is_day = |day: u32| (1..=31).contains(&day);
    let is_month = |month: u32| (1..=12).contains(&month);
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).peekable();
    match (numbers, count) {
        ([year, month, day] | [day, month, year], 3) if is_year(year) => {
            let is_marked = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ' '))
                || text.trim_end().ends_with("هـ");
            let is_lunar = LUNAR.contains(&year) || text.ends_with("هـ");
            is_lunar && is_marked && is_month(month) && is_day(day) && text.contains(['/', '-', '.'])
        }
        ([day, year, _] | [year, day, _], 2) if is_year(year) && is_day(day) => {
            words.any(|word| MONTHS.split_whitespace().any(|month| fold(month) == fold(word)))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lunar_dates_are_recognised() {
        let cases = [
            ("1446/07/27", true),
            ("27/07/1446", true),
            ("٢٧/٠٧/١٤٤٦", true),
            ("1446-07-27 هـ", true),
            ("27 رجب 1446", true),
            ("27 Ramadan 1446", true),
            ("1403/11/08", false),
            ("1419/11/08 هـ", true),
            ("2025/01/27", false),
            ("1446.50", false),
            ("1446", false),
            ("1446/27/07", false),
            ("27 January 1446", false),
            ("", false),
        ];
        for (cell, expected) in cases {
            assert_eq!(looks_hijri(cell), expected, "{cell}");
        }
    }
}
