//! Cells to numbers: the decimal mark is decided for a whole column, and where the column leaves
//! it open, for the whole file; what stays open is said.
//!
//! Currency and per cent signs, grouping, accounting parentheses and the suffixes K, M, B, T are
//! read. A cell that does not fit is no number: it is never read in part.

use std::collections::{BTreeMap, BTreeSet};

use super::report::{Report, cell_evidence};
use super::table::trim;
use crate::model::{Message, WarningKind};

/// The decimal mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mark {
    #[default]
    Point,
    Comma,
}

impl Mark {
    fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// What a cell of numbers holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    Missing,
    Number(f64),
    Bad,
}

/// Whether a cell says that there is no value.
pub(super) fn is_missing(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "", "-", "--", "---", "–", "—", ".", "n/a", "na", "n.a.", "null", "nan", "#n/a", "#n/a n/a", "none",
    ];
    let cell = trim(cell);
    cell.len() <= 8 && WORDS.iter().any(|word| word.eq_ignore_ascii_case(cell))
}

/// A cell without its signs: digits with their marks, a power of ten, and whether it is negative.
struct Body<'a> {
    digits: &'a str,
    power: i32,
    negative: bool,
}

impl Body<'_> {
    fn is_plain(&self, decimal: Mark) -> bool {
        let is_digit_or_point = |byte: u8| byte.is_ascii_digit() || (decimal == Mark::Point && byte == b'.');
        self.power == 0
            && self.digits.len() < 300
            && self.digits.bytes().all(is_digit_or_point)
            && self.digits.bytes().filter(|byte| *byte == b'.').count() < 2
    }
}

fn body(cell: &str) -> Option<Body<'_>> {
    let mut rest = trim(cell);
    let mut negative = false;
    if let Some(inner) = rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        (rest, negative) = (inner, true);
    }
    let is_mark = |c: char| c.is_whitespace() || "$€£¥".contains(c);
    rest = rest.trim_start_matches(is_mark);
    if let Some(inner) = rest.strip_prefix(['-', '−']) {
        (rest, negative) = (inner, !negative);
    } else if let Some(inner) = rest.strip_prefix('+') {
        rest = inner;
    }
    rest = rest.trim_start_matches(is_mark);
    rest = rest.trim_end_matches(|c: char| is_mark(c) || c == '%');
    let mut power = 0;
    if let Some((exponent, digits)) = exponent(rest) {
        (rest, power) = (digits, exponent);
    } else if let Some(last) = rest.chars().next_back()
        && let Some(thousands) = "KMBT".find(last.to_ascii_uppercase())
    {
        rest = rest.get(..rest.len() - 1)?.trim_end();
        power = 3 * (i32::try_from(thousands).ok()? + 1);
    }
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',') || is_blank_group(c);
    let starts = rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let fits = starts && rest.chars().all(is_number) && rest.chars().any(|c| c.is_ascii_digit());
    fits.then_some(Body { digits: rest, power, negative })
}

/// The power of ten and the digits before it, for "3.5e+24".
fn exponent(text: &str) -> Option<(i32, &str)> {
    let (digits, power) = text.split_once(['e', 'E'])?;
    Some((power.parse().ok()?, digits))
}

/// Blanks and apostrophes that group digits.
fn is_blank_group(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’')
}

/// Whether a cell is a number under either decimal mark.
pub(super) fn looks_numeric(cell: &str) -> bool {
    [Mark::Point, Mark::Comma].iter().any(|mark| matches!(parse(cell, *mark), Cell::Number(_)))
}

/// Reads a cell under a decimal mark.
pub(super) fn parse(cell: &str, decimal: Mark) -> Cell {
    if is_missing(cell) {
        return Cell::Missing;
    }
    body(cell).and_then(|body| value(&body, decimal)).map_or(Cell::Bad, Cell::Number)
}

fn value(body: &Body, decimal: Mark) -> Option<f64> {
    if body.is_plain(decimal) {
        // The usual cell: no grouping, no power of ten, nothing to put together anew.
        let number: f64 = body.digits.parse().ok()?;
        return Some(if body.negative { -number } else { number });
    }
    let (whole, fraction) = body.digits.split_once(decimal.sign()).unwrap_or((body.digits, ""));
    if !fraction.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let whole = ungrouped(whole, decimal.other().sign())?;
    let sign = if body.negative { "-" } else { "" };
    let number: f64 = format!("{sign}{whole}.{fraction}0e{}", body.power).parse().ok()?;
    number.is_finite().then_some(number)
}

/// Digits without their grouping, `None` when groups are not of three digits or begin with a zero.
fn ungrouped(whole: &str, mark: char) -> Option<String> {
    let is_group = |c: char| c == mark || is_blank_group(c);
    let Some(group) = whole.chars().find(|c| is_group(*c)) else {
        return Some(if whole.is_empty() { "0".to_owned() } else { whole.to_owned() });
    };
    let mut parts = whole.split(group);
    let first = parts.next()?;
    let all_digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let mut digits = first.to_owned();
    for part in parts {
        if part.len() != 3 || !all_digits(part) {
            return None;
        }
        digits.push_str(part);
    }
    ((1..=3).contains(&first.len()) && all_digits(first) && !first.starts_with('0')).then_some(digits)
}

/// A cell that decided something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    line: u64,
    cell: String,
}

/// What the cells of one column say about their marks.
#[derive(Clone, Debug, Default)]
pub(super) struct Survey {
    /// Cells that fit the decimal point alone, cells that fit the comma alone; the first of each.
    point: (usize, Option<Seen>),
    comma: (usize, Option<Seen>),
    /// "1.234" and "1,234": the first of each.
    open_point: Option<Seen>,
    open_comma: Option<Seen>,
    /// Whole numbers of four digits or more: values of this size stand here.
    has_thousands: bool,
    /// Every value is a whole number, as its name says.
    is_count: bool,
    /// Grouping that was seen, with the decimal mark that it needs, and the first such cell.
    groups: BTreeMap<(char, char), Seen>,
}

impl Survey {
    /// Notes that the column counts something: units traded, chips.
    pub(super) fn of_counts(self) -> Self {
        Self { is_count: true, ..self }
    }

    /// Takes a cell into account.
    pub(super) fn look(&mut self, line: u64, cell: &str) {
        if is_missing(cell) {
            return;
        }
        let Some(body) = body(cell) else { return };
        let seen = || Some(Seen { line, cell: cell.to_owned() });
        if let Some(blank) = body.digits.chars().find(|c| is_blank_group(*c)) {
            let blank = if blank.is_whitespace() { ' ' } else { blank };
            for decimal in ['.', ','] {
                self.groups.entry((decimal, blank)).or_insert_with(|| Seen { line, cell: cell.to_owned() });
            }
        }
        let readings = [Mark::Point, Mark::Comma].map(|mark| value(&body, mark));
        let has = |mark: char| body.digits.contains(mark);
        match readings {
            [Some(_), None] => self.decided(Mark::Point, &body, &seen),
            [None, Some(_)] => self.decided(Mark::Comma, &body, &seen),
            [Some(_), Some(_)] if !has('.') && !has(',') => {
                self.has_thousands |=
                    body.digits.len() > 3 && body.digits.chars().all(|c| c.is_ascii_digit());
            }
            [Some(_), Some(_)] if has('.') => self.open_point = self.open_point.take().or_else(seen),
            [Some(_), Some(_)] => self.open_comma = self.open_comma.take().or_else(seen),
            [None, None] => {}
        }
    }

    fn decided(&mut self, mark: Mark, body: &Body, seen: &dyn Fn() -> Option<Seen>) {
        let (count, first) = match mark {
            Mark::Point => &mut self.point,
            Mark::Comma => &mut self.comma,
        };
        *count += 1;
        if first.is_none() {
            *first = seen();
        }
        let whole = body.digits.split_once(mark.sign()).map_or(body.digits, |(whole, _)| whole);
        if whole.contains(mark.other().sign())
            && let Some(seen) = seen()
        {
            self.groups.entry((mark.sign(), mark.other().sign())).or_insert(seen);
        }
    }

    fn first(&self, mark: Mark) -> Option<&Seen> {
        match mark {
            Mark::Point => self.point.1.as_ref(),
            Mark::Comma => self.comma.1.as_ref(),
        }
    }

    /// The mark that the column decides by itself.
    fn own(&self) -> Option<Mark> {
        match (self.point.0, self.comma.0) {
            (0, 0) => None,
            (point, comma) => Some(if comma > point { Mark::Comma } else { Mark::Point }),
        }
    }

    /// The first cell that either mark allows, and the mark that stands in it.
    fn open(&self) -> Option<(&Seen, Mark)> {
        let point = self.open_point.as_ref().map(|seen| (seen, Mark::Point));
        point.or_else(|| self.open_comma.as_ref().map(|seen| (seen, Mark::Comma)))
    }

    /// Whether the column tells nothing of its decimal mark, neither by itself nor as an example.
    fn is_silent(&self) -> bool {
        self.own().is_none() && self.open().is_none()
    }
}

/// Decides the decimal mark of each column and reports `decimal` and `thousands`.
///
/// `columns` are names with what their cells say, the column that matters most first.
/// `is_comma_likely` is the guess where nothing in the file decides.
pub(super) fn decide(columns: &[(&str, Survey)], is_comma_likely: bool, report: &mut Report) -> Vec<Mark> {
    let own: BTreeSet<char> = columns.iter().filter_map(|(_, survey)| survey.own().map(Mark::sign)).collect();
    let common = match (own.contains(&'.'), own.contains(&',')) {
        (true, false) => Some(Mark::Point),
        (false, true) => Some(Mark::Comma),
        _ => None,
    };
    let mut certain = own.len() < 2;
    let mut marks = Vec::with_capacity(columns.len());
    for (name, survey) in columns {
        let mark = mark_of(survey, common, is_comma_likely);
        if survey.point.0 > 0 && survey.comma.0 > 0 {
            certain = false;
            let message = Message::new("io-mixed-decimals").with("column", *name);
            let line = survey.first(mark.other()).map(|seen| seen.line);
            report.warn(line, WarningKind::Ambiguous, message);
        }
        if let Some((seen, _)) = survey.open()
            && survey.own().is_none()
            && common.is_none()
        {
            certain = false;
            let message = Message::new("io-open-decimal")
                .with("column", *name)
                .with("cell", seen.cell.as_str())
                .with("decimal", mark.sign().to_string());
            report.warn(Some(seen.line), WarningKind::Ambiguous, message);
        }
        marks.push(mark);
    }
    if own.len() == 2 {
        let message = Message::new("io-two-decimals");
        report.warn(None, WarningKind::Ambiguous, message);
    }
    tell(columns, &marks, certain, report);
    marks
}

fn mark_of(survey: &Survey, common: Option<Mark>, is_comma_likely: bool) -> Mark {
    if let Some(own) = survey.own() {
        return own;
    }
    match (survey.open(), common) {
        (_, Some(common)) => common,
        // Beside 1000, "1,234" is of its size; and what counts units has no thousandths of them.
        (Some((_, mark)), None) if survey.has_thousands || survey.is_count => mark.other(),
        (Some(_), None) if is_comma_likely => Mark::Comma,
        (_, None) => Mark::Point,
    }
}

fn tell(columns: &[(&str, Survey)], marks: &[Mark], certain: bool, report: &mut Report) {
    let telling = columns.iter().zip(marks).find(|((_, survey), _)| !survey.is_silent());
    let mark = telling.map(|(_, mark)| *mark).or_else(|| marks.first().copied()).unwrap_or_default();
    let seen = columns.iter().find_map(|(_, survey)| survey.first(mark));
    let open = || columns.iter().find_map(|(_, survey)| survey.open().map(|(seen, _)| seen));
    let evidence = seen
        .or_else(open)
        .map_or_else(|| Message::new("io-evidence-no-mark"), |seen| cell_evidence(seen.line, &seen.cell));
    report.assume("decimal", mark.sign().to_string(), evidence, certain);
    let mut groups: BTreeMap<char, &Seen> = BTreeMap::new();
    for ((_, survey), mark) in columns.iter().zip(marks) {
        let open = match mark {
            Mark::Point => &survey.open_comma,
            Mark::Comma => &survey.open_point,
        };
        let grouped = survey.groups.iter().filter(|((decimal, _), _)| *decimal == mark.sign());
        let seen = grouped.map(|((_, group), seen)| (*group, seen));
        for (group, seen) in seen.chain(open.iter().map(|seen| (mark.other().sign(), seen))) {
            groups.entry(group).or_insert(seen);
        }
    }
    let evidence = groups
        .values()
        .next()
        .map_or_else(|| Message::new("io-evidence-no-groups"), |seen| cell_evidence(seen.line, &seen.cell));
    let value = if groups.is_empty() { "none".to_owned() } else { groups.into_keys().collect() };
    report.assume("thousands", value, evidence, certain);
}

#[cfg(test)]
mod tests {
    use super::*;
    use Cell::{Bad, Missing, Number};

    #[test]
    fn cells_under_each_mark() {
        let cases = [
            ("142.62", Number(142.62), Bad),
            ("142,62", Bad, Number(142.62)),
            ("1,234.56", Number(1234.56), Bad),
            ("1.234,56", Bad, Number(1234.56)),
            ("1 234,56", Bad, Number(1234.56)),
            ("1\u{202f}234.5", Number(1234.5), Bad),
            ("1’234.5", Number(1234.5), Bad),
            ("1,234,567", Number(1_234_567.0), Bad),
            ("1,234", Number(1234.0), Number(1.234)),
            ("1.234", Number(1.234), Number(1234.0)),
            ("0,123", Bad, Number(0.123)),
            ("12,34,567", Bad, Bad),
            ("$165.63", Number(165.63), Bad),
            (" $ 273.36 ", Number(273.36), Bad),
            ("-$3", Number(-3.0), Number(-3.0)),
            ("(12.5)", Number(-12.5), Bad),
            ("−0.98%", Number(-0.98), Bad),
            ("325.40K", Number(325_400.0), Bad),
            ("1.58B", Number(1.58e9), Bad),
            ("3.5e+24", Number(3.5e24), Bad),
            ("-1.40E-05", Number(-1.4e-5), Bad),
            (".5", Number(0.5), Bad),
            ("5.", Number(5.0), Bad),
            ("007", Number(7.0), Number(7.0)),
            ("100", Number(100.0), Number(100.0)),
            ("118.42abc", Bad, Bad),
            ("1.2.3", Bad, Bad),
            ("2025-01-27", Bad, Bad),
            ("e5", Bad, Bad),
            ("inf", Bad, Bad),
            ("1e999", Bad, Bad),
            ("", Missing, Missing),
            (" N/A ", Missing, Missing),
            ("null", Missing, Missing),
            ("--", Missing, Missing),
        ];
        for (cell, point, comma) in cases {
            assert_eq!(parse(cell, Mark::Point), point, "{cell} with a point");
            assert_eq!(parse(cell, Mark::Comma), comma, "{cell} with a comma");
        }
    }

    fn survey(cells: &[&str]) -> Survey {
        let mut survey = Survey::default();
        for (row, cell) in cells.iter().enumerate() {
            survey.look(row as u64 + 2, cell);
        }
        survey
    }

    #[test]
    fn a_column_decides_and_what_it_leaves_open_the_file_decides() {
        type Case<'a> = (&'a [&'a str], &'a [&'a str], bool, [Mark; 2], bool, &'a str);
        // Cells of two columns, likely comma; marks, certain, thousands.
        let cases: &[Case] = &[
            (&["1.5"], &["2"], false, [Mark::Point, Mark::Point], true, "none"),
            (&["1,5"], &["2"], false, [Mark::Comma, Mark::Comma], true, "none"),
            (&["1,234", "1,5"], &["1.234"], false, [Mark::Comma, Mark::Comma], true, "."),
            (&["1.234"], &["1,234,567"], true, [Mark::Point, Mark::Point], true, ","),
            (&["1,234"], &["7"], false, [Mark::Point, Mark::Point], false, ","),
            (&["1,234"], &["7"], true, [Mark::Comma, Mark::Comma], false, "none"),
            (&["1.234", "1234.567"], &["7"], true, [Mark::Point, Mark::Point], true, "none"),
            // Values in the thousands stand beside, so three digits are taken to be a group.
            (&["1000", "1,234"], &["7"], false, [Mark::Point, Mark::Point], false, ","),
            (&["1000", "1,234"], &["7"], true, [Mark::Point, Mark::Point], false, ","),
            (&["1000", "1.234"], &["7"], true, [Mark::Comma, Mark::Comma], false, "."),
            (&["1000", "1.234"], &["7"], false, [Mark::Comma, Mark::Comma], false, "."),
            // What another column decides holds for the file.
            (&["118.42"], &["1000", "1,234"], false, [Mark::Point, Mark::Point], true, ","),
            (&["118,42"], &["1000", "1.234"], true, [Mark::Comma, Mark::Comma], true, "."),
            (&["118,42"], &["1000", "1.234"], false, [Mark::Comma, Mark::Comma], true, "."),
            (&["1000", "1,234"], &["118.42"], true, [Mark::Point, Mark::Point], true, ","),
            (&["0.123"], &["7"], true, [Mark::Point, Mark::Point], true, "none"),
            (&["1.5", "2,5", "2.5"], &["7"], false, [Mark::Point, Mark::Point], false, "none"),
            (&["1 234,5"], &["7"], false, [Mark::Comma, Mark::Comma], true, " "),
        ];
        for (first, second, likely, marks, certain, thousands) in cases {
            let mut report = Report::default();
            let columns = [("a", survey(first)), ("b", survey(second))];
            let decided = decide(&columns, *likely, &mut report);
            let (assumptions, warnings) = report.finish();
            let [decimal, grouping] = assumptions.as_slice() else { panic!("{assumptions:?}") };
            if columns[1].1.open().is_none() && columns[1].1.own().is_none() {
                assert_eq!(decided[0], marks[0], "{first:?}");
            } else {
                assert_eq!(decided, marks, "{first:?} {second:?}");
            }
            assert_eq!(decimal.certain, *certain, "{first:?}");
            assert_eq!(warnings.is_empty(), *certain, "{first:?}");
            assert_eq!(grouping.value, *thousands, "{first:?}");
        }
    }

    #[test]
    fn a_count_is_a_whole_number_where_nothing_else_decides() {
        for (cell, decimal, thousands) in [("1.234", ",", "."), ("1,234", ".", ",")] {
            for is_comma_likely in [false, true] {
                let mut report = Report::default();
                let columns = [("Close", survey(&["7"])), ("Volume", survey(&[cell]).of_counts())];
                let marks = decide(&columns, is_comma_likely, &mut report);
                assert_eq!(parse(cell, marks[1]), Number(1234.0), "{cell}");
                let (assumptions, warnings) = report.finish();
                let found: Vec<_> = assumptions.iter().map(|a| (a.value.as_str(), a.certain)).collect();
                assert_eq!(found, [(decimal, false), (thousands, false)], "{cell}");
                assert_eq!(warnings.len(), 1, "{cell}");
            }
        }
    }
}
