//! Several tables under one row of names: years, quarters, months and days of the same things, and
//! things that have the same dates each under a caption. None of them is a row of another.

use std::collections::HashSet;
use std::ops::Range;

use super::blocks::is_caption;
use super::{Class, Region, class};
use crate::io::dates::{self, Grain};
use crate::io::grid::Grid;

/// Rows all over a table, and at each of its ends, that tell whether its dates are all as exact.
const SAMPLE_ROWS: usize = 64;
const END_ROWS: usize = 8;
/// Rows that are as exact, at the least.
const LEAST_ROWS: usize = 2;

/// Rows below each other whose dates are as exact.
struct Run {
    grain: Grain,
    rows: Range<usize>,
    /// Its first and its last year.
    years: Option<(i16, i16)>,
}

/// A table as it is, or the tables below each other that it is made of.
pub(super) fn divided(grid: &Grid, region: Region) -> Vec<Region> {
    let Some(column) = region.classes.iter().position(|class| *class == Class::Date) else {
        return vec![region];
    };
    let parts = by_captions(grid, region, column);
    parts.into_iter().flat_map(|part| by_grain(grid, part, column)).collect()
}

/// The rows under each caption as a table of its own, where they have the same dates: a caption that
/// the dates go on behind is a remark.
fn by_captions(grid: &Grid, region: Region, column: usize) -> Vec<Region> {
    let names_rows = |at: &usize| {
        let row = grid.row(*at);
        is_caption(row) && class(row.first_filled()) == Class::Words
    };
    let date = |at: usize| grid.row(at).cell(column);
    let has_date = |at: &usize| dates::looks_like_date(date(*at));
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut start = region.body.start;
    for caption in region.body.clone().filter(names_rows).chain([region.body.end]) {
        if (start..caption).any(|at| has_date(&at)) {
            runs.push(start..caption);
        }
        start = caption + 1;
    }
    if runs.len() < 2 {
        return vec![region];
    }
    let days = |run: &Range<usize>| run.clone().filter(has_date).map(date).collect::<HashSet<_>>();
    let are_once = |run: &Range<usize>| days(run).len() == run.clone().filter(has_date).count();
    let begins_anew = |pair: &[Range<usize>]| match pair {
        [one, two] => !days(one).is_disjoint(&days(two)),
        _ => false,
    };
    if !runs.iter().all(are_once) || !runs.windows(2).all(begins_anew) {
        return vec![region];
    }
    parts(&region, runs)
}

/// Years, quarters, months and days as tables of their own where they are of the same time: those
/// that go on with each other are one series.
fn by_grain(grid: &Grid, region: Region, column: usize) -> Vec<Region> {
    let grain = |at: usize| dates::grain(grid.row(at).cell(column));
    let body = region.body.clone();
    let step = (body.len() / SAMPLE_ROWS).max(1);
    let ends = body.clone().take(END_ROWS).chain(body.clone().rev().take(END_ROWS));
    let mut sample = body.clone().step_by(step).chain(ends).filter_map(grain).map(|(grain, _)| grain);
    let first = sample.next();
    if sample.all(|grain| Some(grain) == first) {
        return vec![region];
    }
    let mut runs: Vec<Run> = Vec::new();
    for at in body {
        let Some((grain, year)) = grain(at) else { continue };
        let is_new = runs.last().is_none_or(|run| run.grain != grain);
        // A grain that stands twice is no block of its own.
        if is_new && runs.iter().any(|run| run.grain == grain) {
            return vec![region];
        }
        if is_new {
            runs.push(Run { grain, rows: at..at + 1, years: year.map(|year| (year, year)) });
        }
        let Some(run) = runs.last_mut() else { continue };
        run.rows.end = at + 1;
        run.years = run.years.zip(year).map(|((a, b), year)| (a.min(year), b.max(year)));
    }
    let overlaps = |pair: &[Run]| match pair {
        [Run { years: Some(a), .. }, Run { years: Some(b), .. }] => a.0 < b.1 && b.0 < a.1,
        _ => false,
    };
    if runs.iter().any(|run| run.rows.len() < LEAST_ROWS) || !runs.windows(2).all(overlaps) {
        return vec![region];
    }
    parts(&region, runs.into_iter().map(|run| run.rows).collect())
}

/// Rows below each other as tables of their own under the names of a region.
fn parts(region: &Region, runs: Vec<Range<usize>>) -> Vec<Region> {
    let last = runs.len().saturating_sub(1);
    let part = |(at, body): (usize, Range<usize>)| {
        let end = if at == last { region.block.end } else { body.end };
        Region { block: region.block.start..end, body, ..region.clone() }
    };
    runs.into_iter().enumerate().map(part).collect()
}
