//! What the printed table says: its columns, the words in their cells, and the order of its rows.
//!
//! The index stands first, then the largest fall; series without a move stand last. Widths and
//! places are not its concern.

use jiff::civil::Date;

use super::draft::Draft;
use super::lines::base_of;
use super::looks::Standing;
use super::moves::{Row, rows, value_text};
use super::session_axis::{shown_dates, shown_sessions};
use crate::model::{Bound, Reported};
use crate::study::Base;
use crate::study::moves::{change_to, last_on_or_before};
use crate::text::{Arg, DateStyle};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Ticker,
    BaseDate,
    BaseClose,
    EventClose,
    Move,
    Since,
    Value,
    Reported,
}

impl Column {
    const ALL: [Self; 9] = [
        Self::Name,
        Self::Ticker,
        Self::BaseDate,
        Self::BaseClose,
        Self::EventClose,
        Self::Move,
        Self::Since,
        Self::Value,
        Self::Reported,
    ];

    /// Those that go where there is no room, the first to go first. Name and move always stay.
    pub const DROPPED: [Self; 7] = [
        Self::BaseDate,
        Self::Ticker,
        Self::EventClose,
        Self::BaseClose,
        Self::Since,
        Self::Value,
        Self::Reported,
    ];

    /// Whether its cells are numbers, which end on one vertical.
    pub fn is_number(self) -> bool {
        !matches!(self, Self::Name | Self::Ticker)
    }
}

/// One cell: a number or words, and the currency behind it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cell {
    /// Its words; empty where there is nothing to say.
    pub text: String,
    /// What is behind them in a column of its own.
    pub unit: String,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, unit: String::new() }
    }
}

/// A column with its words.
pub(super) struct Filled {
    /// Which column.
    pub column: Column,
    /// Its header.
    pub header: String,
    /// One cell a row.
    pub cells: Vec<Cell>,
}

/// All that the table can say.
pub(super) struct Contents<'a> {
    /// Rows from the top down.
    pub rows: Vec<Row<'a>>,
    /// Columns that have something to say, in reading order.
    pub columns: Vec<Filled>,
}

/// What a row is computed from.
struct Facts {
    base: Option<Base>,
    /// The event's session, without an event the last one shown.
    close: Option<(Date, f64)>,
    since: Option<f64>,
    value_usd: Option<f64>,
}

impl<'a> Contents<'a> {
    /// The table of a draft's scene and view.
    pub fn of(draft: &Draft<'a>) -> Self {
        let shown = shown_dates(
            &draft.scene.analysis.sessions,
            shown_sessions(draft.scene.document, &draft.scene.analysis.sessions, draft.view),
        );
        let mut rows = rows(draft);
        if draft.event().is_none() {
            for row in &mut rows {
                let change = since(draft, row, shown);
                row.change_pct = change.map(|share| share * 100.0);
            }
        }
        let rank = |row: &Row<'_>| row.change_pct.unwrap_or(f64::INFINITY);
        let is_index = |row: &Row<'_>| row.look.standing == Standing::Index;
        rows.sort_by(|a, b| is_index(b).cmp(&is_index(a)).then(rank(a).total_cmp(&rank(b))));
        let mut contents = Self { rows, columns: Vec::new() };
        contents.fill(draft, shown);
        contents
    }

    /// The same with those rows alone.
    pub fn cut(&mut self, draft: &Draft<'a>, keep: impl FnOnce(Vec<Row<'a>>) -> Vec<Row<'a>>) {
        self.rows = keep(std::mem::take(&mut self.rows));
        let sessions = &draft.scene.analysis.sessions;
        let shown = shown_dates(sessions, shown_sessions(draft.scene.document, sessions, draft.view));
        self.fill(draft, shown);
    }

    fn fill(&mut self, draft: &Draft<'_>, shown: Option<(Date, Date)>) {
        let facts: Vec<Facts> = self.rows.iter().map(|row| facts(draft, row, shown)).collect();
        let one = |dates: Vec<Date>| {
            let first = dates.first().copied();
            first.filter(|first| dates.iter().all(|date| date == first))
        };
        let base_date = one(facts.iter().filter_map(|facts| Some(facts.base?.date)).collect());
        let close_date = one(facts.iter().filter_map(|facts| Some(facts.close?.0)).collect());
        let columns = Column::ALL.into_iter().map(|column| Filled {
            column,
            header: header(draft, column, [base_date, close_date], shown),
            cells: self.rows.iter().zip(&facts).map(|(row, facts)| cell(draft, column, row, facts)).collect(),
        });
        let tells = |filled: &Filled| match filled.column {
            // One date for all stands in the header of its close.
            Column::BaseDate => base_date.is_none() && filled.cells.iter().any(|cell| !cell.text.is_empty()),
            _ => filled.cells.iter().any(|cell| !cell.text.is_empty()),
        };
        self.columns = columns.filter(tells).collect();
    }
}

fn since(draft: &Draft<'_>, row: &Row<'_>, shown: Option<(Date, Date)>) -> Option<f64> {
    let (_, last) = shown?;
    let base = base(draft, row)?;
    change_to(row.series, &base, last).map(|(_, share)| share)
}

fn base(draft: &Draft<'_>, row: &Row<'_>) -> Option<Base> {
    let sessions = &draft.scene.analysis.sessions;
    base_of(&draft.scene, row.series, shown_sessions(draft.scene.document, sessions, draft.view))
}

fn facts(draft: &Draft<'_>, row: &Row<'_>, shown: Option<(Date, Date)>) -> Facts {
    let analysis = draft.scene.analysis;
    let id = &row.series.id;
    let lines = analysis.value.iter().flat_map(|value| &value.lines);
    if draft.event().is_none() {
        let close = shown.and_then(|(_, last)| last_on_or_before(&row.series.bars, last));
        return Facts { base: base(draft, row), close, since: None, value_usd: None };
    }
    Facts {
        base: base(draft, row),
        close: analysis.move_of(id).and_then(|found| found.event),
        since: since(draft, row, shown),
        value_usd: lines.into_iter().find(|(line, _)| line == id).map(|(_, usd)| *usd),
    }
}

fn header(
    draft: &Draft<'_>,
    column: Column,
    [base, close]: [Option<Date>; 2],
    shown: Option<(Date, Date)>,
) -> String {
    let event = draft.event().is_some();
    let dated = |key: &str, date: Date| {
        let date = draft.date(date, DateStyle::Day);
        draft.say(key, &[("date", Arg::Text(&date))])
    };
    match column {
        Column::Name => draft.text("chart-table-name"),
        Column::Ticker => draft.text("chart-table-ticker"),
        Column::BaseDate => {
            draft.text(if event { "chart-table-base-date" } else { "chart-table-first-date" })
        }
        Column::BaseClose => match base {
            Some(date) => dated("chart-table-close", date),
            None if event => draft.text("chart-table-base-close"),
            None => draft.text("chart-table-first-close"),
        },
        Column::EventClose => match close {
            Some(date) => dated("chart-table-close", date),
            None if event => draft.text("chart-table-event-close"),
            None => draft.text("chart-table-last-close"),
        },
        Column::Move => draft.text(if event { "chart-table-move" } else { "chart-table-change" }),
        Column::Since => shown.map_or_else(String::new, |(_, last)| dated("chart-table-since", last)),
        Column::Value => draft.text("chart-table-value"),
        Column::Reported => draft.text("chart-table-reported"),
    }
}

fn cell(draft: &Draft<'_>, column: Column, row: &Row<'_>, facts: &Facts) -> Cell {
    let words = draft.scene.words;
    let price = |close: f64| Cell {
        text: words.price(close),
        // An index counts points.
        unit: row.series.info.currency.clone().filter(|_| !row.series.is_index()).unwrap_or_default(),
    };
    match column {
        Column::Name => row.series.name().to_owned().into(),
        Column::Ticker => {
            let ticker = row.series.id.as_str();
            if ticker == row.series.name() { Cell::default() } else { ticker.to_owned().into() }
        }
        Column::BaseDate => {
            facts.base.map(|base| draft.date(base.date, DateStyle::Short).into()).unwrap_or_default()
        }
        Column::BaseClose => facts.base.map(|base| price(base.close)).unwrap_or_default(),
        Column::EventClose => facts.close.map(|(_, close)| price(close)).unwrap_or_default(),
        Column::Move => value_text(draft, row).into(),
        Column::Since => facts.since.map(|share| words.change(share, 1).into()).unwrap_or_default(),
        Column::Value => facts.value_usd.map(|usd| gain(draft, usd).into()).unwrap_or_default(),
        Column::Reported => row.reported.map(|figure| reported(draft, figure).into()).unwrap_or_default(),
    }
}

/// A sum with its sign.
fn gain(draft: &Draft<'_>, usd: f64) -> String {
    let sum = draft.scene.words.dollars(usd);
    // What rounds to nothing has no sign.
    if usd >= 0.005 { draft.say("chart-moves-gain", &[("sum", Arg::Text(&sum))]) } else { sum }
}

/// What was said of a move, and how sure it was.
fn reported(draft: &Draft<'_>, figure: &Reported) -> String {
    let decimals = usize::from((figure.value - figure.value.round()).abs() > 1e-9);
    let value = draft.scene.words.change(figure.value / 100.0, decimals);
    let key = match figure.bound {
        Bound::About => "chart-bound-about",
        Bound::AtLeast => "chart-bound-at-least",
        Bound::AtMost => "chart-bound-at-most",
    };
    draft.say(key, &[("value", Arg::Text(&value))])
}
