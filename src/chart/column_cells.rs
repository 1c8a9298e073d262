//! The cells of a table of moves and of the study: their words, and the numbers behind them.
//!
//! All numbers are the study's; nothing is computed but how they are rounded for reading.

use jiff::civil::Date;

use super::columns::StudyColumn;
use super::lines::base_of;
use super::session_axis::{shown_dates, shown_sessions};
use super::verdict::p_text;
use super::{Scene, View, day_text};
use crate::model::{Bound, NormalModel, Reported, Series};
use crate::study::moves::change_to;
use crate::study::value::ValueLine;
use crate::study::{Base, Move, SeriesStudy};
use crate::text::{Arg, DateStyle, Words};

/// One cell: its words, and the number or date to sort and export by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The words; empty where there is nothing to say.
    pub text: String,
    /// A currency behind the words in a column of its own; empty for none.
    pub unit: String,
    /// The number before rounding: returns as shares, prices and sums in their own unit.
    pub number: Option<f64>,
    /// The date, of a column of dates.
    pub date: Option<Date>,
}

impl Cell {
    fn words(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    fn number(number: f64, text: String) -> Self {
        Self { text, number: Some(number), ..Self::default() }
    }
}

/// The cells of a series, one a column, as [`StudyColumn::cell`] gives them one by one.
#[must_use]
pub fn cells(
    columns: &[StudyColumn],
    scene: &Scene<'_>,
    view: &View,
    series: &Series,
    decimals: usize,
) -> Vec<Cell> {
    let row = Row::of(scene, view, series, decimals);
    columns.iter().map(|column| row.cell(*column)).collect()
}
/// What the cells of a row are written from.
struct Facts<'a> {
    base: Option<Base>,
    to_end: Option<f64>,
    moved: Option<&'a Move>,
    study: Option<&'a SeriesStudy>,
    value: Option<&'a ValueLine>,
    reported: Option<&'a Reported>,
}

impl<'a> Facts<'a> {
    fn of(scene: &Scene<'a>, view: &View, series: &Series) -> Self {
        let shown = shown_sessions(&scene.analysis.sessions, view);
        let base = base_of(scene, series, shown);
        let last = shown_dates(&scene.analysis.sessions, shown).map(|(_, last)| last);
        let to_end = base.zip(last).and_then(|(base, last)| change_to(series, &base, last));
        let event = scene.event();
        let studied = || scene.analysis.study_of(&series.id)?.as_ref().ok();
        let valued = || scene.analysis.value.as_ref()?.line(&series.id);
        let told = || event.and_then(|event| super::moves::reported_of(scene.data, event.date, series));
        Self {
            base,
            to_end: to_end.map(|(_, share)| share),
            moved: event.and_then(|_| scene.analysis.move_of(&series.id)),
            study: event.and_then(|_| studied()),
            value: event.and_then(|_| valued()),
            reported: told(),
        }
    }
}

/// A row that cells are written for.
pub(super) struct Row<'a> {
    words: &'a Words,
    series: &'a Series,
    facts: Facts<'a>,
    decimals: usize,
}

impl<'a> Row<'a> {
    /// The row of a series.
    pub fn of(scene: &Scene<'a>, view: &View, series: &'a Series, decimals: usize) -> Self {
        Self { words: scene.words, series, facts: Facts::of(scene, view, series), decimals }
    }

    /// Its cell in a column.
    pub fn cell(&self, column: StudyColumn) -> Cell {
        match column {
            StudyColumn::Name
            | StudyColumn::Ticker
            | StudyColumn::BaseDate
            | StudyColumn::BaseClose
            | StudyColumn::EventClose
            | StudyColumn::Reported => self.basics(column),
            StudyColumn::Move
            | StudyColumn::Log
            | StudyColumn::ToOpen
            | StudyColumn::ToLow
            | StudyColumn::ToEnd
            | StudyColumn::Rebound
            | StudyColumn::Drawdown
            | StudyColumn::Recovered => self.moves(column),
            StudyColumn::ValueLost | StudyColumn::AbnormalValue => self.value(column),
            _ => self.study(column),
        }
    }

    fn change(&self, share: Option<f64>) -> Cell {
        share.map_or_else(Cell::default, |share| Cell::number(share, self.words.change(share, self.decimals)))
    }

    fn plain(&self, number: Option<f64>, decimals: usize) -> Cell {
        number.map_or_else(Cell::default, |number| Cell::number(number, self.words.number(number, decimals)))
    }

    fn price(&self, close: Option<f64>) -> Cell {
        let Some(close) = close else { return Cell::default() };
        // An index counts points.
        let unit = self.series.info.currency.clone().filter(|_| !self.series.is_index());
        Cell { unit: unit.unwrap_or_default(), ..Cell::number(close, self.words.price(close)) }
    }

    fn basics(&self, column: StudyColumn) -> Cell {
        let Facts { base, moved, reported, .. } = &self.facts;
        match column {
            StudyColumn::Name => Cell::words(self.series.name()),
            StudyColumn::Ticker => {
                let ticker = self.series.id.as_str();
                if ticker == self.series.name() { Cell::default() } else { Cell::words(ticker) }
            }
            StudyColumn::BaseDate => base.map_or_else(Cell::default, |base| Cell {
                date: Some(base.date),
                ..Cell::words(&day_text(self.words, base.date, DateStyle::Short))
            }),
            StudyColumn::BaseClose => self.price(base.map(|base| base.close)),
            StudyColumn::EventClose => {
                self.price(moved.and_then(|found| found.event).map(|(_, close)| close))
            }
            StudyColumn::Reported => reported.map_or_else(Cell::default, |figure| {
                Cell::number(figure.value / 100.0, reported_text(self.words, figure))
            }),
            _ => Cell::default(),
        }
    }

    fn moves(&self, column: StudyColumn) -> Cell {
        let sessions = |count: usize| Cell::number(count as f64, self.words.number(count as f64, 0));
        if column == StudyColumn::ToEnd {
            return self.change(self.facts.to_end);
        }
        let Some(found) = self.facts.moved else { return Cell::default() };
        match column {
            StudyColumn::Move => self.change(found.change),
            StudyColumn::Log => self.change(found.log),
            StudyColumn::ToOpen => self.change(found.to_open),
            StudyColumn::ToLow => self.change(found.to_low),
            StudyColumn::Rebound => self.change(found.rebound),
            StudyColumn::Drawdown => found.drawdown.map_or_else(Cell::default, |fall| {
                let depth = self.words.change(fall.depth, self.decimals);
                let facts = [("depth", Arg::Text(&depth)), ("sessions", Arg::Count(fall.sessions as u64))];
                Cell::number(fall.depth, self.words.say("chart-cell-drawdown", &facts))
            }),
            // What never fell has nothing to recover.
            StudyColumn::Recovered => match (found.drawdown, found.recovered_after) {
                (Some(_), Some(count)) => sessions(count),
                (Some(_), None) => Cell::words(&self.words.text("chart-cell-not-recovered")),
                (None, _) => Cell::default(),
            },
            _ => Cell::default(),
        }
    }

    fn study(&self, column: StudyColumn) -> Cell {
        let Some(study) = self.facts.study else { return Cell::default() };
        let p = |p: Option<f64>| p.map_or_else(Cell::default, |p| Cell::number(p, p_text(self.words, p)));
        // What is of one session is smaller than what is of an event.
        let fine = |share: f64| Cell::number(share, self.words.change(share, self.decimals + 1));
        let model = study.fit.model;
        match column {
            StudyColumn::Alpha if model != NormalModel::Adjusted => fine(study.fit.alpha),
            StudyColumn::Beta if model == NormalModel::Market => self.plain(Some(study.fit.beta), 2),
            StudyColumn::Sigma => {
                let sigma = study.fit.sigma;
                Cell::number(sigma, self.words.percent(sigma, self.decimals))
            }
            StudyColumn::R2 => self.plain(study.fit.r2, 2),
            StudyColumn::Ar => self.change(Some(study.event.ar)),
            StudyColumn::Sar => self.plain(study.event.sar, 2),
            StudyColumn::Car => self.change(Some(study.car)),
            StudyColumn::CarLow => self.change(study.car_interval.map(|[low, _]| low)),
            StudyColumn::CarHigh => self.change(study.car_interval.map(|[_, high]| high)),
            StudyColumn::T => self.plain(study.t, 2),
            StudyColumn::P => p(study.p),
            StudyColumn::PRank => p(study.p_rank),
            StudyColumn::Bhar => self.change(study.bhar),
            _ => Cell::default(),
        }
    }

    fn value(&self, column: StudyColumn) -> Cell {
        let Some(line) = self.facts.value else { return Cell::default() };
        let sum = if column == StudyColumn::ValueLost { Some(line.change) } else { line.abnormal };
        let Some(sum) = sum else { return Cell::default() };
        let text = gain_text(self.words, sum, line.currency.as_deref());
        if !line.is_later {
            return Cell::number(sum, text);
        }
        Cell::number(sum, self.words.say("chart-cell-later", &[("sum", Arg::Text(&text))]))
    }
}

/// A sum of money with its sign, in that currency where it is known.
#[must_use]
pub fn gain_text(words: &Words, sum: f64, currency: Option<&str>) -> String {
    let text = words.money(sum, currency);
    // What rounds to nothing has no sign.
    if sum >= 0.005 { words.say("chart-moves-gain", &[("sum", Arg::Text(&text))]) } else { text }
}

/// What was said of a move, and how sure it was.
fn reported_text(words: &Words, figure: &Reported) -> String {
    let decimals = usize::from((figure.value - figure.value.round()).abs() > 1e-9);
    let value = words.change(figure.value / 100.0, decimals);
    let key = match figure.bound {
        Bound::About => "chart-bound-about",
        Bound::AtLeast => "chart-bound-at-least",
        Bound::AtMost => "chart-bound-at-most",
    };
    words.say(key, &[("value", Arg::Text(&value))])
}
