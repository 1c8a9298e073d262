//! How the dates of a column are written, and the names by which assumptions and people call it.

use super::counts::Start;
use super::epoch::Unit;
use super::eras::Era;

/// In which order a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Order {
    YearMonthDay,
    MonthDayYear,
    DayMonthYear,
}

/// How the dates of a column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Notation {
    /// Year, month and day in some order.
    Calendar(Order),
    /// Counted from the start of 1970, in UTC.
    Epoch(Unit),
    /// Days counted from some start: those of a spreadsheet from 1900.
    Days(Start),
    /// Months counted from the start of 1960, each its first day.
    StataMonths,
    /// Quarters counted from the start of 1960, each its first day.
    StataQuarters,
    /// Dates of which a part have day and month changed, as a spreadsheet leaves them.
    Swapped,
    /// Weeks of ISO 8601, each its Monday.
    Week,
    /// Years or days of another calendar.
    Era(Era),
    /// Months, each its first day.
    YearMonth,
    /// Quarters, each its first day.
    Quarter,
    /// Years, each its first day.
    Year,
    /// Six digits: two each for year, month and day.
    ShortYear,
    /// Years of the Republic of China, which count from 1912.
    Roc,
}

impl Notation {
    /// Every notation, the usual ones first.
    pub(in crate::io) const ALL: [Self; 25] = [
        Self::Calendar(Order::YearMonthDay),
        Self::Calendar(Order::MonthDayYear),
        Self::Calendar(Order::DayMonthYear),
        Self::Epoch(Unit::Seconds),
        Self::Epoch(Unit::Milliseconds),
        Self::Epoch(Unit::Microseconds),
        Self::Epoch(Unit::Nanoseconds),
        Self::Days(Start::Spreadsheet),
        Self::YearMonth,
        Self::Quarter,
        Self::Year,
        Self::ShortYear,
        Self::Roc,
        Self::Week,
        Self::Swapped,
        Self::Days(Start::Mac),
        Self::Days(Start::Stata),
        Self::Days(Start::Unix),
        Self::Days(Start::Matlab),
        Self::Days(Start::Ordinal),
        Self::Days(Start::Julian),
        Self::StataMonths,
        Self::StataQuarters,
        Self::Era(Era::Buddhist),
        Self::Era(Era::Persian),
    ];

    /// The value of the assumption `date_order`.
    pub(in crate::io) fn name(self) -> &'static str {
        match self {
            Self::Calendar(Order::YearMonthDay) => "YMD",
            Self::Calendar(Order::MonthDayYear) => "MDY",
            Self::Calendar(Order::DayMonthYear) => "DMY",
            Self::Epoch(Unit::Seconds) => "epoch_s",
            Self::Epoch(Unit::Milliseconds) => "epoch_ms",
            Self::Epoch(Unit::Microseconds) => "epoch_us",
            Self::Epoch(Unit::Nanoseconds) => "epoch_ns",
            Self::Days(Start::Spreadsheet) => "excel",
            Self::Days(Start::Mac) => "excel_1904",
            Self::Days(Start::Stata) => "stata",
            Self::Days(Start::Unix) => "unix_days",
            Self::Days(Start::Matlab) => "matlab",
            Self::Days(Start::Ordinal) => "ordinal",
            Self::Days(Start::Julian) => "julian",
            Self::StataMonths => "stata_m",
            Self::StataQuarters => "stata_q",
            Self::Swapped => "swapped",
            Self::Week => "week",
            Self::Era(Era::Buddhist) => "buddhist",
            Self::Era(Era::Persian) => "persian",
            Self::YearMonth => "ym",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::ShortYear => "yymmdd",
            Self::Roc => "roc",
        }
    }

    /// The notation of a name in any case, or of a pattern as people write it: "DD/MM/YYYY",
    /// "%d.%m.%Y", "yyyy-MM-dd HH:mm".
    pub(in crate::io) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let named = Self::ALL.into_iter().find(|notation| notation.name().eq_ignore_ascii_case(text));
        named.or_else(|| Self::of_pattern(text))
    }

    fn of_pattern(text: &str) -> Option<Self> {
        let mut order = String::new();
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            let part = match c.to_ascii_lowercase() {
                'b' => 'm',
                // Hours, seconds, fractions, zone: what follows the day.
                'h' | 's' | 't' | 'z' | 'f' | 'i' if order.len() == 3 => continue,
                part @ ('y' | 'm' | 'd') => part,
                _ => return None,
            };
            if !order.contains(part) {
                order.push(part);
            }
        }
        match order.as_str() {
            "ymd" => Some(Self::Calendar(Order::YearMonthDay)),
            "mdy" => Some(Self::Calendar(Order::MonthDayYear)),
            "dmy" => Some(Self::Calendar(Order::DayMonthYear)),
            "ym" | "my" => Some(Self::YearMonth),
            "y" => Some(Self::Year),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back_and_stands_for_one_notation() {
        for notation in Notation::ALL {
            for name in [notation.name().to_owned(), notation.name().to_uppercase()] {
                assert_eq!(Notation::parse(&name), Some(notation), "{name}");
            }
        }
    }

    #[test]
    fn patterns_are_read_for_their_order() {
        let cases = [
            ("DD/MM/YYYY", Some("DMY")),
            ("dd.mm.yyyy", Some("DMY")),
            ("%d.%m.%Y", Some("DMY")),
            ("%d %b %Y", Some("DMY")),
            ("MM-DD-YYYY", Some("MDY")),
            ("M/D/YY", Some("MDY")),
            ("YYYY/MM/DD", Some("YMD")),
            ("yyyy-MM-dd HH:mm:ss", Some("YMD")),
            ("%Y-%m-%dT%H:%M:%S.%fZ", Some("YMD")),
            ("YYYY-MM", Some("ym")),
            ("yyyy", Some("year")),
            (" dmy ", Some("DMY")),
            ("day", None),
            ("auto", None),
            ("HH:mm", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Notation::parse(text).map(Notation::name), expected, "{text}");
        }
    }
}
