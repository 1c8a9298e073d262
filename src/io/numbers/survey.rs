//! What the cells of columns say about the marks in their numbers, and the decision: by the column,
//! by the file, by the size of the values, at last by a guess. Each step that is not a proof is told.

mod told;

use std::collections::{BTreeMap, BTreeSet};

use super::flags::Letters;
use super::fractions::{Fraction, Third, Ticks};
use super::seen::{Seen, Span};
use super::{
    ARABIC_DECIMAL, ARABIC_THOUSANDS, Body, Format, Mark, is_blank_group, is_missing, plain, signs, value,
};
use crate::io::cell::{trim, western};
use crate::io::report::{Report, cell_evidence};
use crate::model::{Message, WarningKind};

/// Cells that either mark allows, all with the same sign: "1.234".
#[derive(Clone, Debug, Default)]
struct Open {
    first: Option<Seen>,
    count: usize,
    /// How many end in one zero, in two zeros.
    tens: usize,
    hundreds: usize,
    /// Their values where the sign is the decimal mark.
    span: Span,
}

/// What the cells of one column say about their marks.
#[derive(Clone, Debug, Default)]
pub(in crate::io) struct Survey {
    /// Cells that fit the decimal point alone, cells that fit the comma alone; the first of each.
    point: (usize, Option<Seen>),
    comma: (usize, Option<Seen>),
    open_point: Open,
    open_comma: Open,
    /// The first cell with the Arabic decimal mark, which says nothing of the others.
    arabic: Option<Seen>,
    /// Whole numbers without grouping.
    bare: Span,
    /// Every value is a whole number, as its name says.
    is_count: bool,
    /// The column only tells how the file writes its numbers.
    is_aside: bool,
    /// Grouping that was seen, with the decimal mark that it needs, and the first such cell.
    groups: BTreeMap<(char, char), Seen>,
    /// Cells that hold something.
    cells: usize,
    letters: Letters,
    ticks: Ticks,
}

/// How often one reading's values must lie wider apart than the other's before it is given up:
/// 998 beside 1.001 is 998 beside 1001.
const WIDER: f64 = 100.0;
/// Cells that all end in one zero before that says something: prices in cents, printed to three
/// places.
const CENTS: usize = 3;

impl Survey {
    /// Notes that the column counts something: units traded, chips.
    pub(in crate::io) fn of_counts(self) -> Self {
        Self { is_count: true, ..self }
    }

    /// Notes that no value of the column is read: nothing is said of its flags.
    pub(in crate::io) fn aside(self) -> Self {
        Self { is_aside: true, ..self }
    }

    /// Takes a cell into account.
    pub(in crate::io) fn look(&mut self, line: u64, cell: &str) {
        let cell = trim(cell);
        let seen = || Some(Seen { line, cell: cell.to_owned() });
        let digits = super::unsigned(cell);
        let simple = Simple::of(digits);
        if simple.is_none() && is_missing(cell) {
            self.letters.take_missing(cell);
            return;
        }
        self.cells += 1;
        match simple {
            Some(Simple { mark: None, value, .. }) => {
                self.bare.take(value);
                self.size(digits, Mark::Point);
            }
            Some(Simple { mark: Some(mark), is_open: false, .. }) => {
                self.count(mark, &seen);
                self.size(digits, mark);
            }
            Some(Simple { mark: Some(mark), value, .. }) => self.opened(mark, value, digits, &seen),
            None if self.look_at_groups(digits, &seen) => {}
            None => {
                let text = western(cell);
                if self.ticks.look(&text, &seen) {
                    return;
                }
                match signs::body(&text) {
                    Some(body) => self.look_closely(&body, &seen),
                    None => self.look_at_flag(line, &text, &seen),
                }
            }
        }
    }

    /// Takes a value without a letter into account for the size of the column.
    fn size(&mut self, digits: &[u8], mark: Mark) {
        if self.letters.wants_sizes()
            && let Some(value) = plain(digits, mark)
        {
            self.letters.take_plain(value.abs());
        }
    }

    /// Takes a cell with a flag into account, and its value as one without.
    fn look_at_flag(&mut self, line: u64, text: &str, seen: &dyn Fn() -> Option<Seen>) {
        if let Some(value) = self.letters.take_flagged(text, seen) {
            self.cells -= 1;
            self.look(line, value);
        }
    }

    /// Takes a cell of digits, points and commas into account, which is the usual grouped number;
    /// `false` when it is none.
    fn look_at_groups(&mut self, digits: &[u8], seen: &dyn Fn() -> Option<Seen>) -> bool {
        for mark in [Mark::Point, Mark::Comma] {
            if plain(digits, mark).is_some() {
                // More than one mark: the other reading would need the decimal mark twice, or
                // groups behind it.
                self.count(mark, seen);
                self.group(mark.sign(), mark.other().sign(), seen);
                return true;
            }
        }
        false
    }

    fn look_closely(&mut self, body: &Body, seen: &dyn Fn() -> Option<Seen>) {
        let readings = [Mark::Point, Mark::Comma].map(|mark| value(body, mark));
        let ([Some(first), _] | [None, Some(first)]) = readings else { return };
        if body.has_letter {
            self.letters.take_factor(first.abs() / 10_f64.powi(body.power), body.power, seen);
        }
        let groups = |c: &char| is_blank_group(*c) || *c == ARABIC_THOUSANDS;
        if let Some(group) = body.digits.chars().find(groups) {
            let group = if group.is_whitespace() { ' ' } else { group };
            for decimal in ['.', ','] {
                self.group(decimal, group, seen);
            }
        }
        if body.digits.contains(ARABIC_DECIMAL) {
            self.arabic = self.arabic.take().or_else(seen);
            return;
        }
        let has = |mark: char| body.digits.contains(mark);
        match readings {
            [Some(_), None] => self.decided(Mark::Point, body, seen),
            [None, Some(_)] => self.decided(Mark::Comma, body, seen),
            [Some(point), Some(_)] if has('.') => {
                self.opened(Mark::Point, point, body.digits.as_bytes(), seen);
            }
            [Some(_), Some(comma)] if has(',') => {
                self.opened(Mark::Comma, comma, body.digits.as_bytes(), seen);
            }
            [Some(whole), Some(_)] => self.bare.take(whole.abs()),
            [None, None] => {}
        }
    }

    fn count(&mut self, mark: Mark, seen: &dyn Fn() -> Option<Seen>) {
        let (count, first) = match mark {
            Mark::Point => &mut self.point,
            Mark::Comma => &mut self.comma,
        };
        *count += 1;
        if first.is_none() {
            *first = seen();
        }
    }

    fn decided(&mut self, mark: Mark, body: &Body, seen: &dyn Fn() -> Option<Seen>) {
        self.count(mark, seen);
        let whole = body.digits.split_once(mark.sign()).map_or(body.digits, |(whole, _)| whole);
        if whole.contains(mark.other().sign()) {
            self.group(mark.sign(), mark.other().sign(), seen);
        }
    }

    fn group(&mut self, decimal: char, group: char, seen: &dyn Fn() -> Option<Seen>) {
        if !self.groups.contains_key(&(decimal, group))
            && let Some(seen) = seen()
        {
            self.groups.insert((decimal, group), seen);
        }
    }

    fn opened(&mut self, mark: Mark, value: f64, digits: &[u8], seen: &dyn Fn() -> Option<Seen>) {
        let open = match mark {
            Mark::Point => &mut self.open_point,
            Mark::Comma => &mut self.open_comma,
        };
        open.count += 1;
        open.tens += usize::from(digits.ends_with(b"0"));
        open.hundreds += usize::from(digits.ends_with(b"00"));
        open.span.take(value.abs());
        if open.first.is_none() {
            open.first = seen();
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
        let point = self.open_point.first.as_ref().map(|seen| (seen, Mark::Point));
        point.or_else(|| self.open_comma.first.as_ref().map(|seen| (seen, Mark::Comma)))
    }

    /// The decimal mark that the open cells suggest by what they count, by their size beside other
    /// values, and by their last digits. It is no proof.
    fn lean(&self) -> Option<Mark> {
        let (_, mark) = self.open()?;
        if self.is_count {
            // What counts units has no thousandths of them.
            return Some(mark.other());
        }
        let open = match mark {
            Mark::Point => &self.open_point,
            Mark::Comma => &self.open_comma,
        };
        if !self.bare.is_empty() && !open.span.is_empty() {
            let as_decimals = self.bare.ratio_with(open.span, 1.0);
            let as_groups = self.bare.ratio_with(open.span, 1000.0);
            if as_decimals > as_groups * WIDER {
                return Some(mark.other());
            }
            if as_groups > as_decimals * WIDER {
                return Some(mark);
            }
        }
        let are_cents = open.count >= CENTS && open.tens == open.count && open.hundreds < open.count;
        are_cents.then_some(mark)
    }

    /// Whether the column tells nothing of its decimal mark, neither by itself nor as an example.
    pub(super) fn is_silent(&self) -> bool {
        self.own().is_none() && self.open().is_none()
    }
}

/// A cell of digits with one mark at the most: the usual one, told apart without reading it twice.
#[derive(Clone, Copy, Debug)]
struct Simple {
    mark: Option<Mark>,
    /// Whether the other mark would fit as well.
    is_open: bool,
    /// Size of the number where its mark is decimal; zero where the mark is decisive.
    value: f64,
}

impl Simple {
    fn of(cell: &[u8]) -> Option<Self> {
        let digits = cell.strip_prefix(b"-").unwrap_or(cell);
        let mark = digits.iter().position(|byte| !byte.is_ascii_digit());
        let Some(at) = mark else {
            let value = plain(digits, Mark::Point)?;
            return Some(Self { mark: None, is_open: false, value });
        };
        let (whole, rest) = digits.split_at_checked(at)?;
        let (sign, fraction) = rest.split_first()?;
        let mark = match sign {
            b'.' => Mark::Point,
            b',' => Mark::Comma,
            _ => return None,
        };
        let is_number = whole.len() + fraction.len() > 0 && fraction.iter().all(u8::is_ascii_digit);
        if !is_number {
            return None;
        }
        let is_open = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with(b"0");
        let value = if is_open { plain(digits, mark)? } else { 0.0 };
        Some(Self { mark: Some(mark), is_open, value })
    }
}

/// Decides how the numbers of each column are written, reports `decimal` and `thousands`, and tells
/// what was taken for flags and fractions.
///
/// `columns` are names with what their cells say, the column that matters most first.
/// `is_comma_likely` is the guess where nothing in the file decides; `forced` decides for all.
pub(in crate::io) fn decide(
    columns: &[(&str, Survey)],
    is_comma_likely: bool,
    forced: Option<Mark>,
    report: &mut Report,
) -> Vec<Format> {
    let marks = marks(columns, is_comma_likely, forced, report);
    let mut formats: Vec<Format> = columns
        .iter()
        .zip(marks)
        .map(|((_, survey), mark)| Format {
            mark,
            flags: survey.letters.flags(survey.cells, survey.is_count),
            fraction: survey.ticks.fraction(survey.cells).map(|(fraction, _)| fraction),
        })
        .collect();
    let eighths = Some(Fraction::ThirtySeconds(Third::Eighths));
    if formats.iter().any(|format| format.fraction == eighths) {
        // One hand wrote all columns of a file.
        for format in formats.iter_mut().filter(|f| matches!(f.fraction, Some(Fraction::ThirtySeconds(_)))) {
            format.fraction = eighths;
        }
    }
    told::letters(columns, &formats, report);
    told::fractions(columns, &formats, report);
    formats
}

/// The decimal mark of each column.
fn marks(
    columns: &[(&str, Survey)],
    is_comma_likely: bool,
    forced: Option<Mark>,
    report: &mut Report,
) -> Vec<Mark> {
    if let Some(mark) = forced {
        let marks = vec![mark; columns.len()];
        tell(columns, &marks, true, report);
        return marks;
    }
    let own: BTreeSet<char> = columns.iter().filter_map(|(_, survey)| survey.own().map(Mark::sign)).collect();
    let common = match (own.contains(&'.'), own.contains(&',')) {
        (true, false) => Some(Mark::Point),
        (false, true) => Some(Mark::Comma),
        _ => None,
    };
    // One column's suggestion holds for those that suggest nothing: a file has one hand.
    let lean = columns.iter().filter(|(_, survey)| survey.own().is_none()).find_map(|(_, s)| s.lean());
    let guess = lean.unwrap_or(if is_comma_likely { Mark::Comma } else { Mark::Point });
    let mut certain = own.len() < 2;
    let mut marks = Vec::with_capacity(columns.len());
    for (name, survey) in columns {
        let mark = mark_of(survey, common, guess);
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

fn mark_of(survey: &Survey, common: Option<Mark>, guess: Mark) -> Mark {
    if let Some(own) = survey.own() {
        return own;
    }
    match (survey.open(), common) {
        (_, Some(common)) => common,
        (Some(_), None) => survey.lean().unwrap_or(guess),
        (None, None) => Mark::Point,
    }
}

fn tell(columns: &[(&str, Survey)], marks: &[Mark], certain: bool, report: &mut Report) {
    let telling = columns.iter().zip(marks).find(|((_, survey), _)| !survey.is_silent());
    let mark = telling.map(|(_, mark)| *mark).or_else(|| marks.first().copied()).unwrap_or_default();
    let seen = columns.iter().find_map(|(_, survey)| survey.first(mark));
    let open = || columns.iter().find_map(|(_, survey)| survey.open().map(|(seen, _)| seen));
    let arabic = columns.iter().find_map(|(_, survey)| survey.arabic.as_ref());
    let evidence = seen
        .or_else(open)
        .or(arabic)
        .map_or_else(|| Message::new("io-evidence-no-mark"), |seen| cell_evidence(seen.line, &seen.cell));
    let is_arabic = telling.is_none() && arabic.is_some();
    let sign = if is_arabic { ARABIC_DECIMAL } else { mark.sign() };
    report.assume("decimal", sign.to_string(), evidence, certain);
    report.offer([mark, mark.other()].map(|mark| mark.sign().to_string()));
    let mut groups: BTreeMap<char, &Seen> = BTreeMap::new();
    for ((_, survey), mark) in columns.iter().zip(marks) {
        let open = match mark {
            Mark::Point => &survey.open_comma.first,
            Mark::Comma => &survey.open_point.first,
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
