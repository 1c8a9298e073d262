//! Which of the tables of a file are read: those of prices before anything else, by what they hold
//! and then by their length, and with them every other of the same columns that is another series.
//!
//! It compares tables that were read; it reads none.

use std::collections::HashSet;

use super::error::{ContentProblem, Stop};
use super::header::{self, Role};
use super::report::{Report, short};
use crate::model::{
    Assumption, Bars, Cadence, Content, Kind, Message, Outline, SeriesInfo, Stamp, Step, WarningKind,
};

/// Prices of a series that are a course of prices, at the least.
const LEAST_PRICES: usize = 4;
/// Letters of a name that a table can give its series, at the most.
const LONGEST_NAME: usize = 40;

/// What a text, sheet or table gave.
pub(super) struct Found {
    pub rows: usize,
    pub content: Content,
    pub outline: Outline,
}

/// One of several tables.
pub(super) struct Candidate {
    /// By which it can be chosen.
    pub name: String,
    /// What it calls itself: its sheet or its caption.
    pub own: Option<String>,
    pub found: Found,
    pub report: Report,
}

impl Candidate {
    /// How much a table is one of prices: under known names, or positive at least. One of another
    /// known kind is as good.
    fn worth(&self) -> u8 {
        let Content::Prices(series) = &self.found.content else { return 3 };
        let is_positive = |(_, bars): &(SeriesInfo, _)| {
            let bars: &std::sync::Arc<Bars> = bars;
            bars.columns().close.iter().all(|close| close.is_nan() || *close > 0.0)
        };
        let is_counted = self.report.decided("date_order").is_some_and(|it| it.value == "index");
        let longest = series.iter().map(|(_, bars)| bars.len()).max().unwrap_or(0);
        match () {
            () if is_counted => 0,
            () if longest < LEAST_PRICES || !series.iter().all(is_positive) => 1,
            () if self.report.decided("close_column").is_some_and(|it| it.certain) => 3,
            () => 2,
        }
    }

    /// Of tables of the same instruments those of their closes come first.
    fn named_worth(&self) -> u8 {
        match self.own.as_deref().map_or(Role::Other, header::role) {
            Role::Close(_) => 2,
            Role::Open | Role::High | Role::Low | Role::Volume | Role::Ignored => 0,
            _ => 1,
        }
    }

    /// The names of its series.
    fn series(&self) -> Vec<&str> {
        match &self.found.content {
            Content::Prices(series) => series.iter().map(|(info, _)| info.series.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// How far its rows are apart, those within a day first; `None` where there is one, or no dates.
    fn step(&self) -> Option<(bool, Step)> {
        let Content::Prices(series) = &self.found.content else { return None };
        let (_, bars) = series.first().filter(|(_, bars)| self.worth() > 0 && bars.len() > 1)?;
        let are_days = matches!(bars.columns().stamps.first(), Some(Stamp::Day(_)));
        let days = bars.days().iter().map(|(date, _)| *date);
        Some((are_days, if are_days { Cadence::of(days).step } else { Step::Daily }))
    }

    /// Whether its columns are those of another table: of the same names or of names that mean the
    /// same, or that may be those of series.
    fn is_alike(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (&self.found.outline.header, &other.found.outline.header) else {
            return false;
        };
        let (one, two): (Vec<&str>, Vec<&str>) =
            (one.split('\u{1f}').collect(), two.split('\u{1f}').collect());
        let is_same_role = |one: &str, two: &str| !one.is_empty() && header::role(one) == header::role(two);
        let fits = |(one, two): (&&str, &&str)| one == two || !two.is_empty() && is_same_role(one, two);
        let is_same_step = match (self.step(), other.step()) {
            (Some(one), Some(two)) => one == two,
            _ => true,
        };
        let are_prices = |it: &Self| it.found.content.kind() == Kind::Prices;
        are_prices(self)
            && are_prices(other)
            && one.len() == two.len()
            && one.iter().zip(&two).all(fits)
            && one.iter().zip(&two).any(|(one, two)| one == two && !one.is_empty())
            && is_same_step
    }
}

/// The table that is read; of equals the first. Of those that `is_same` says to stand under the
/// same names, the years and the months of one series, the finest.
pub(super) fn best(all: &[Candidate], is_same: impl Fn(usize, usize) -> bool) -> Option<usize> {
    let key = |at: &usize| all.get(*at).map(|it| (it.worth(), it.named_worth(), it.found.rows));
    let first = (0..all.len()).rev().max_by_key(key)?;
    let step = |at: usize| all.get(at).and_then(Candidate::step);
    let finer =
        (0..all.len()).filter(|at| is_same(*at, first) && step(*at) < step(first) && step(*at).is_some());
    Some(finer.min_by_key(|at| step(*at)).unwrap_or(first))
}

/// The tables of the same columns as one of them that can be read with it, itself among them, in
/// their order.
fn alike(all: &[Candidate], best: usize) -> Vec<usize> {
    let Some(first) = all.get(best) else { return Vec::new() };
    (0..all.len()).filter(|at| *at == best || all.get(*at).is_some_and(|it| first.is_alike(it))).collect()
}

/// Whether tables that call their one series all the same have names of their own, each another.
fn have_own_names(all: &[Candidate], group: &[usize]) -> bool {
    let tables = || group.iter().filter_map(|at| all.get(*at));
    let series: HashSet<Vec<&str>> = tables().map(Candidate::series).collect();
    let own: HashSet<&str> = tables().filter_map(|it| it.own.as_deref()).collect();
    group.len() > 1
        && series.len() == 1
        && series.iter().all(|names| names.len() == 1)
        && own.len() == group.len()
}

/// Of tables those that are other series than the one that is read and than each other.
fn of_other_series(all: &[Candidate], group: &[usize], best: usize) -> Vec<usize> {
    let mut known: HashSet<&str> = HashSet::new();
    let order = std::iter::once(best).chain(group.iter().copied().filter(|at| *at != best));
    let mut kept: Vec<usize> = Vec::with_capacity(group.len());
    for at in order {
        let Some(table) = all.get(at) else { continue };
        let names = table.series();
        if names.iter().all(|name| !known.contains(name)) {
            known.extend(names);
            kept.push(at);
        }
    }
    kept.sort_unstable();
    kept
}

/// How a table is read once more under another name.
pub(super) type Again<'a> = dyn Fn(usize, &str, &mut Report) -> Result<Found, Stop> + 'a;

/// The table that is read with all others of its columns, each a series of its own name: that which
/// it has inside, or else that of its sheet or its caption. The tables come back where it has none
/// beside it.
pub(super) fn taken(
    mut all: Vec<Candidate>,
    best: usize,
    again: &Again,
    (names, is_one_text): (&[String], bool),
    report: &mut Report,
) -> Result<(Found, Vec<usize>), Vec<Candidate>> {
    let group = alike(&all, best);
    if have_own_names(&all, &group) {
        for at in &group {
            let Some(table) = all.get_mut(*at) else { continue };
            let mut own = Report::default();
            if let Some(name) = &table.own
                && let Ok(found) = again(*at, name, &mut own)
            {
                (table.found, table.report) = (found, own);
            }
        }
    }
    let group = of_other_series(&all, &group, best);
    if group.len() < 2 {
        return Err(all);
    }
    let taken = all.into_iter().enumerate().filter(|(at, _)| group.contains(at)).map(|(_, table)| table);
    let found = together(taken.collect(), names, is_one_text, report);
    found.map(|found| (found, group)).ok_or_else(Vec::new)
}

/// One of several parts; the others are named as a choice.
pub(super) fn chosen(
    all: Vec<Candidate>,
    best: usize,
    names: &[String],
    report: &mut Report,
) -> Result<Found, Stop> {
    let count = all.len();
    let table = all.into_iter().nth(best).ok_or(ContentProblem::Empty)?;
    report.take(table.report);
    let evidence = Message::new("io-evidence-largest").with("count", count);
    report.assume("sheet", table.name, evidence, count < 2);
    report.offer(names.iter().cloned());
    Ok(table.found)
}

/// The prices of every member as one content. What was decided is that of the first.
pub(super) fn joined(read: Vec<Candidate>, report: &mut Report) -> Option<Found> {
    let count = read.len();
    let mut all: Option<Found> = None;
    for Candidate { name, found, report: own, .. } in read {
        match &mut all {
            None => {
                report.take(own);
                all = Some(found);
            }
            Some(all) => {
                let warned = own.warned();
                if warned > 0 {
                    let message =
                        Message::new("io-member-warnings").with("name", short(&name)).with("count", warned);
                    report.warn(None, WarningKind::Skipped, message);
                }
                all.rows += found.rows;
                if let (Content::Prices(series), Content::Prices(more)) = (&mut all.content, found.content) {
                    series.extend(more);
                }
            }
        }
    }
    report.assume("members", count.to_string(), Message::new("io-evidence-members"), true);
    all
}

/// What a name of a sheet or a caption calls a series, unless it is a number of it, a year, or a
/// name that a program gave.
pub(super) fn own_name(name: &str) -> Option<String> {
    const SHEETS: [&str; 14] = [
        "sheet",
        "table",
        "tabelle",
        "feuil",
        "feuille",
        "hoja",
        "foglio",
        "planilha",
        "arkusz",
        "blad",
        "лист",
        "list",
        "工作表",
        "シート",
    ];
    let last = name.rsplit(" / ").next().unwrap_or(name).trim();
    let bare = last.trim_end_matches(|c: char| c.is_ascii_digit()).trim().to_lowercase();
    let is_year = || last.parse().is_ok_and(|year: i16| (1700..2200).contains(&year));
    let is_long = last.is_empty() || last.chars().count() > LONGEST_NAME;
    let is_number = || bare.is_empty() && last.len() < 4;
    let is_none = is_long || is_year() || is_number() || SHEETS.contains(&bare.as_str());
    (!is_none).then(|| last.to_owned())
}

/// The prices of several tables as one content. What was decided is that of the first; lines are
/// told in full where all stand in one text.
fn together(
    tables: Vec<Candidate>,
    choices: &[String],
    is_one_text: bool,
    report: &mut Report,
) -> Option<Found> {
    let names: Vec<String> = tables.iter().map(|table| table.name.clone()).collect();
    let mut all: Option<Found> = None;
    for Candidate { name, found, report: own, .. } in tables {
        let Some(known) = &mut all else {
            report.take(own);
            all = Some(found);
            continue;
        };
        let warned = own.warned();
        if is_one_text {
            report.take_warnings(own);
        } else if warned > 0 {
            let message = Message::new("io-member-warnings").with("name", short(&name)).with("count", warned);
            report.warn(None, WarningKind::Skipped, message);
        }
        known.rows += found.rows;
        if let (Content::Prices(series), Content::Prices(more)) = (&mut known.content, found.content) {
            series.extend(more);
        }
    }
    let evidence =
        Message::new("io-evidence-alike").with("count", names.len()).with("all", choices.len().to_string());
    report.assume("sheet", short(&names.join(", ")), evidence, names.len() == choices.len());
    report.offer(choices.iter().cloned());
    // What was said of the first series alone.
    report.forget(|it: &Assumption| matches!(it.key, "name" | "role" | "currency"));
    if let Some(Content::Prices(series)) = all.as_ref().map(|all| &all.content) {
        let index = series.iter().filter(|(info, _)| info.role == crate::model::Role::Index);
        let indexes: Vec<&str> = index.map(|(info, _)| info.series.as_str()).collect();
        if let Some(first) = indexes.first() {
            let each: Vec<String> = indexes.iter().map(|name| format!("{name}=index")).collect();
            let message = Message::new("io-evidence-index-name").with("name", *first);
            report.assume("role", each.join("; "), message, true);
        }
    }
    all
}
