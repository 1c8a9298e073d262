//! Times of day and zones: "09:30:00.250", "4:00 PM", "093000", "+09:00", "UTC", "EST".

use jiff::civil::Time;
use jiff::tz::Offset;

use super::names::Word;

/// The zone that a cell or a header names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// "Z", "UTC", "GMT".
    Utc,
    /// "+09:00".
    Fixed(Offset),
    /// A known abbreviation, by its place in [`ABBREVIATIONS`].
    Short(u8),
    /// A name whose offset is not known here: "Europe/Berlin".
    Named,
}

/// Abbreviations with their offset in minutes, `None` where several zones share one or where it
/// changes with the season.
const ABBREVIATIONS: &[(&str, Option<i32>)] = &[
    ("EST", Some(-300)),
    ("EDT", Some(-240)),
    ("CDT", Some(-300)),
    ("MST", Some(-420)),
    ("MDT", Some(-360)),
    ("PST", Some(-480)),
    ("PDT", Some(-420)),
    ("CET", Some(60)),
    ("CEST", Some(120)),
    ("MEZ", Some(60)),
    ("MESZ", Some(120)),
    ("EET", Some(120)),
    ("EEST", Some(180)),
    ("WET", Some(0)),
    ("WEST", Some(60)),
    ("BST", Some(60)),
    ("MSK", Some(180)),
    ("TRT", Some(180)),
    ("JST", Some(540)),
    ("KST", Some(540)),
    ("HKT", Some(480)),
    ("SGT", Some(480)),
    ("AEST", Some(600)),
    ("AEDT", Some(660)),
    ("BRT", Some(-180)),
    ("CST", None),
    ("IST", None),
    ("AST", None),
    ("GST", None),
    ("ET", None),
    ("CT", None),
    ("MT", None),
    ("PT", None),
];

impl Zone {
    /// The offset, where the zone alone tells it.
    pub(super) fn offset(self) -> Option<Offset> {
        match self {
            Self::Utc => Some(Offset::UTC),
            Self::Fixed(offset) => Some(offset),
            Self::Short(at) => {
                let (_, minutes) = ABBREVIATIONS.get(usize::from(at))?;
                Offset::from_seconds((*minutes)? * 60).ok()
            }
            Self::Named => None,
        }
    }

    /// The offset in minutes by which zones are told apart and put in order.
    pub(super) fn minutes(self) -> Option<i32> {
        self.offset().map(|offset| offset.seconds() / 60)
    }

    /// How the zone is shown: "UTC", "+09:00", "−05:00", "EST". A name is that of the cell.
    pub(super) fn label(self, cell: &str) -> String {
        match self {
            Self::Utc => "UTC".to_owned(),
            Self::Fixed(offset) => {
                let minutes = offset.seconds().abs() / 60;
                let sign = if offset.seconds() < 0 { '−' } else { '+' };
                format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
            Self::Short(at) => ABBREVIATIONS.get(usize::from(at)).map_or("", |(name, _)| name).to_owned(),
            Self::Named => cell.split_whitespace().next_back().unwrap_or_default().to_owned(),
        }
    }

    /// Reads a zone that is the whole text; what stands in brackets after it says the same again.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.split_once('[').map_or(text, |(before, _)| before);
        let is = |name: &str| text.eq_ignore_ascii_case(name);
        if ["Z", "UTC", "GMT", "UT"].into_iter().any(is) {
            return Some(Self::Utc);
        }
        let bare = ["UTC", "GMT"].into_iter().find_map(|name| {
            let (head, tail) = text.split_at_checked(name.len())?;
            head.eq_ignore_ascii_case(name).then_some(tail.trim_start())
        });
        if let Some(offset) = offset(bare.unwrap_or(text), bare.is_some()) {
            return Some(Self::Fixed(offset));
        }
        if let Some(at) = ABBREVIATIONS.iter().position(|(name, _)| is(name)) {
            return u8::try_from(at).ok().map(Self::Short);
        }
        let (area, place) = text.split_once('/')?;
        let is_name = |part: &str| {
            part.len() > 2
                && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '/' | '-' | '+'))
        };
        (is_name(area) && is_name(place) && area.bytes().all(|byte| byte.is_ascii_alphabetic()))
            .then_some(Self::Named)
    }
}

/// "+09:00", "-0500", "+05", and one digit after a name: "GMT+1".
fn offset(text: &str, is_named: bool) -> Option<Offset> {
    let (negative, digits) = match text.as_bytes() {
        [b'+', digits @ ..] => (false, digits),
        [b'-', digits @ ..] => (true, digits),
        _ => return None,
    };
    let two = |a: &u8, b: &u8| Some(digit(*a)? * 10 + digit(*b)?);
    let (hours, minutes) = match digits {
        [a] if is_named => (digit(*a)?, 0),
        [a, b] => (two(a, b)?, 0),
        [a, b, c, d] | [a, b, b':', c, d] => (two(a, b)?, two(c, d)?),
        _ => return None,
    };
    if hours > 15 || minutes > 59 {
        return None;
    }
    let seconds = hours * 3600 + minutes * 60;
    Offset::from_seconds(if negative { -seconds } else { seconds }).ok()
}

fn digit(byte: u8) -> Option<i32> {
    byte.is_ascii_digit().then(|| i32::from(byte - b'0'))
}

/// Up to `most` leading digits as a number, how many they are, and what follows.
fn digits(text: &str, most: usize) -> Option<(i32, usize, &str)> {
    let count = text.bytes().take(most + 1).take_while(u8::is_ascii_digit).count();
    if !(1..=most).contains(&count) {
        return None;
    }
    let (head, rest) = text.split_at_checked(count)?;
    Some((head.bytes().fold(0, |sum, byte| sum * 10 + i32::from(byte - b'0')), count, rest))
}

/// "9:30", "09:30:00.5", "4:00 PM", "14:30:00Z", "09:30:00-0500". `half` is the half of the day
/// that a word before the time named.
pub(super) fn read(text: &str, half: Option<Word>) -> Option<(Time, Option<Zone>)> {
    let (hour, _, rest) = digits(text, 2)?;
    let (minute, _, mut rest) = digits(rest.strip_prefix(':')?, 2)?;
    let (mut second, mut nanosecond) = (0, 0);
    if let Some(seconds) = rest.strip_prefix(':') {
        (second, _, rest) = digits(seconds, 2)?;
        if let Some(fraction) = rest.strip_prefix(['.', ',']) {
            let (value, count, after) = digits(fraction, 9)?;
            nanosecond = value * 10_i32.pow(9_u32.checked_sub(u32::try_from(count).ok()?)?);
            rest = after;
        }
    }
    let (half, rest) = split_half(rest.trim_start(), half);
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(Word::Afternoon) => hour % 12 + 12,
        Some(_) => hour % 12,
    };
    let part = |value: i32| i8::try_from(value).ok();
    let time = Time::new(part(hour)?, part(minute)?, part(second)?, nanosecond).ok()?;
    Some((time, if rest.is_empty() { None } else { Some(Zone::parse(rest)?) }))
}

/// A day and a time that is written without colons, with them: "16.00.00", "16h00", "4.30 pm",
/// "4 pm". `None` where no such time stands behind the day.
pub(super) fn with_colons(text: &str) -> Option<String> {
    let marks = text.match_indices([' ', 'T', '-']).map(|(at, _)| at);
    marks.filter(|at| *at >= SHORTEST_DAY).find_map(|at| {
        let (day, time) = (text.get(..at)?, colons(text.get(at + 1..)?)?);
        Some(format!("{day} {time}"))
    })
}

/// Bytes of the shortest day before a time: "1/2/25".
const SHORTEST_DAY: usize = 6;

/// A time that is written without colons, with them.
fn colons(text: &str) -> Option<String> {
    let (hour, _, rest) = digits(text.trim_start(), 2)?;
    let after_hour = rest.trim_start().strip_prefix(['h', 'H', '.']).map(str::trim_start);
    let Some(rest) = after_hour else {
        // "4 pm": nothing but the half of the day tells that it is a time.
        let half = rest.trim_start();
        let is_half = matches!(split_half(half, None), (Some(_), ""));
        return is_half.then(|| format!("{hour}:00 {half}"));
    };
    let Some((minute, 2, rest)) = digits(rest, 2) else {
        return rest.is_empty().then(|| format!("{hour}:00"));
    };
    let seconds = rest.strip_prefix(['.', 'm', 'M']).and_then(|seconds| digits(seconds.trim_start(), 2));
    Some(match seconds {
        Some((second, 2, after)) => {
            let rest = after.strip_prefix(['s', 'S']).unwrap_or(after);
            format!("{hour}:{minute:02}:{second:02}{rest}")
        }
        _ => format!("{hour}:{minute:02}{rest}"),
    })
}

fn split_half(text: &str, before: Option<Word>) -> (Option<Word>, &str) {
    const HALVES: [(&str, Word); 6] = [
        ("am", Word::Morning),
        ("pm", Word::Afternoon),
        ("a.m.", Word::Morning),
        ("p.m.", Word::Afternoon),
        ("ص", Word::Morning),
        ("م", Word::Afternoon),
    ];
    let split = HALVES.iter().find_map(|(name, half)| {
        let (head, tail) = text.split_at_checked(name.len())?;
        head.eq_ignore_ascii_case(name).then_some((Some(*half), tail.trim_start()))
    });
    split.unwrap_or((before, text))
}

/// How a column writes times as bare digits, by the longest of them: leading zeros get lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digits {
    Hours,
    Minutes,
    Seconds,
    Milliseconds,
}

impl Digits {
    /// The form of a column, from the greatest number of digits and the greatest value in it.
    pub(super) fn of(longest: u8, greatest: u32) -> Self {
        match longest {
            0..=2 if greatest < 24 => Self::Hours,
            0..=4 => Self::Minutes,
            5 | 6 => Self::Seconds,
            _ => Self::Milliseconds,
        }
    }

    /// The time that a number is in this form.
    pub(super) fn time(self, value: u32) -> Option<Time> {
        let (clock, millisecond) = match self {
            Self::Hours => (value * 10_000, 0),
            Self::Minutes => (value * 100, 0),
            Self::Seconds => (value, 0),
            Self::Milliseconds => (value / 1000, value % 1000),
        };
        let part = |value: u32| i8::try_from(value).ok();
        let nanosecond = i32::try_from(millisecond * 1_000_000).ok()?;
        Time::new(part(clock / 10_000)?, part(clock / 100 % 100)?, part(clock % 100)?, nanosecond).ok()
    }
}
