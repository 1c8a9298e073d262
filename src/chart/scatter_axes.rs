//! The axes of the scatter: their ranges, and round values as people write them.

use super::draft::Draft;
use super::figure::{Axis, AxisScale, Tick};
use super::model_points::Field;
use super::models::{MOST_BEFORE, PRINT_SHARES, Room, is_short};
use super::ticks::{Steps, checked, logarithmic, usable};
use super::typography::Hand;
use crate::model::Unit;

/// The score axis, with the room above and below that words need.
pub(super) fn score_axis(draft: &Draft<'_>, field: &Field<'_>, [width, height]: [f64; 2]) -> Axis {
    let wanted = draft.view.models.and_then(|[_, score]| checked(score));
    let range = wanted.unwrap_or_else(|| {
        let scores = field.points.iter().map(|point| point.score);
        let ends = field.points.iter().filter_map(|point| point.interval).flatten();
        let [low, high] = usable(scores.chain(ends)).unwrap_or([0.0, 1.0]);
        // Room for a line of words over the topmost point and under the lowest.
        let words = draft.sizes.small * 2.2 / height.max(1.0);
        let span = high - low;
        let pad = span * if draft.print { words.clamp(0.07, 0.16) } else { 0.07 };
        // A low plot needs a larger share for that line.
        let over =
            if is_short(draft, [width, height]) { span * (words / PRINT_SHARES[1]).min(0.24) } else { pad };
        [low - pad, high + over.max(pad)]
    });
    let at_most = (height / (draft.sizes.label * 4.5)).clamp(2.0, 8.0) as usize;
    let column = field.table.column(field.score);
    let is_share = column.is_some_and(|column| column.unit == Unit::Fraction);
    let words = draft.scene.words;
    let text = |value: f64, decimals: usize| {
        if is_share {
            words.percent(value, decimals.saturating_sub(2))
        } else {
            words.number(value, decimals)
        }
    };
    let scale = field.score_scale;
    let ticks = match scale {
        AxisScale::Log10 => ratio_ticks(range, at_most, &text),
        AxisScale::Logit { ceiling } => odds_ticks(range, height / (draft.sizes.label * 2.2), ceiling, &text),
        _ => {
            let steps = Steps::of(range, at_most);
            let at = steps.within(range).into_iter();
            at.map(|at| Tick { at, text: text(at, steps.decimals) }).collect()
        }
    };
    Axis { scale, range, ticks }
}

/// Decimals that a round value needs.
fn decimals(value: f64) -> usize {
    if value >= 1.0 { 0 } else { (-value.log10() - 1e-9).ceil().clamp(0.0, 12.0) as usize }
}

/// The finest round values of a logarithmic range that are few enough.
fn ratio_ticks(range: [f64; 2], at_most: usize, text: &dyn Fn(f64, usize) -> String) -> Vec<Tick> {
    let choices = logarithmic(range);
    let fitting = choices.iter().find(|choice| choice.len() <= at_most).or(choices.last());
    if fitting.is_none_or(|choice| choice.len() < 3) {
        // Within less than a decade steps of one size say more.
        let values = range.map(|at| 10_f64.powf(at));
        let steps = Steps::of(values, at_most);
        let known = steps.within(values).into_iter().filter(|value| *value > 0.0);
        return known.map(|value| Tick { at: value.log10(), text: text(value, steps.decimals) }).collect();
    }
    let ticks = fitting.into_iter().flatten();
    ticks.map(|(at, value)| Tick { at: *at, text: text(*value, decimals(*value)) }).collect()
}

/// Shares of the ceiling for a logit axis, those that matter most first.
const SHARES: [f64; 21] = [
    0.5, 0.9, 0.1, 0.99, 0.01, 0.7, 0.3, 0.95, 0.05, 0.8, 0.2, 0.98, 0.02, 0.6, 0.4, 0.999, 0.001, 0.995,
    0.005, 0.97, 0.03,
];

/// Round shares in a range of log-odds, as many as stand apart where so many have room.
fn odds_ticks(range: [f64; 2], room: f64, ceiling: u32, text: &dyn Fn(f64, usize) -> String) -> Vec<Tick> {
    let apart = (range[1] - range[0]) / room.max(1.0);
    let mut ticks: Vec<Tick> = Vec::new();
    for share in SHARES {
        let at = (share / (1.0 - share)).ln();
        let is_free = ticks.iter().all(|tick| (tick.at - at).abs() >= apart);
        if range[0] <= at && at <= range[1] && is_free {
            let value = share * f64::from(ceiling);
            let digits = if (share * 100.0 - (share * 100.0).round()).abs() < 1e-9 { 2 } else { 3 };
            let decimals = if ceiling == 1 { digits } else { digits - 2 };
            ticks.push(Tick { at, text: text(value, decimals) });
        }
    }
    ticks.sort_by(|a, b| a.at.total_cmp(&b.at));
    ticks
}

/// The cost axis.
pub(super) fn cost_axis(draft: &Draft<'_>, field: &Field<'_>, room: &Room) -> Axis {
    let wanted = draft.view.models.and_then(|[cost, _]| checked(cost));
    let found = usable(field.points.iter().filter_map(|point| point.cost));
    let range = wanted.unwrap_or_else(|| {
        let [low, high] = found.unwrap_or([-1.0, 1.0]);
        let pad = ((high - low) * 0.07).max(0.12);
        let range = [low - pad, high + pad];
        if room.short && field.cost_scale == AxisScale::Log10 {
            with_room_before(draft, field, room, range)
        } else {
            range
        }
    });
    let ticks = if found.is_some() { dollar_ticks(draft, range, room, field.cost_scale) } else { Vec::new() };
    Axis { scale: field.cost_scale, range, ticks }
}

/// The range with room left of the frontier's members for their names, as far as that costs the
/// other points little: on the right of a member runs its line.
fn with_room_before(draft: &Draft<'_>, field: &Field<'_>, room: &Room, range: [f64; 2]) -> [f64; 2] {
    let [low, high] = range;
    let width = room.plot(0.0).width;
    let hand = Hand::semibold(draft.sizes.small, draft.scene.theme.ink);
    let members = field.frontier.iter().filter_map(|place| field.points.get(*place));
    let lows = members.filter_map(|point| {
        let needs = hand.width(field.label(point)) + draft.px(5.5 + 2.0 + 6.0 + 2.0);
        let from = (point.cost? * width - needs * high) / (width - needs);
        (needs < width && low - from <= (high - low) * MOST_BEFORE).then_some(from)
    });
    [lows.fold(low, f64::min), high]
}

/// The finest round costs whose texts stand well apart; where those are fewer than three, the
/// most that have room at all.
fn dollar_ticks(draft: &Draft<'_>, range: [f64; 2], room: &Room, scale: AxisScale) -> Vec<Tick> {
    let hand = draft.quiet();
    let width = room.plot(0.0).width;
    let words = draft.scene.words;
    let labelled = |choice: &[(f64, f64)], gap: f64| -> (Vec<Tick>, bool) {
        let (mut kept, mut taken, mut all) = (Vec::new(), f64::NEG_INFINITY, true);
        for (at, usd) in choice {
            let tick = Tick { at: *at, text: words.dollars(*usd) };
            let x = (at - range[0]) / (range[1] - range[0]) * width;
            let half = hand.width(&tick.text) / 2.0;
            if x - half < -room.left || x + half > width + draft.px(6.0) {
                continue;
            }
            if x - half <= taken {
                all = false;
                continue;
            }
            taken = x + half + gap;
            kept.push(tick);
        }
        (kept, all)
    };
    let choices = if scale == AxisScale::Log10Down {
        let mut choices = logarithmic([-range[1], -range[0]]);
        for choice in &mut choices {
            choice.reverse();
            for (at, _) in choice.iter_mut() {
                *at = -*at;
            }
        }
        choices
    } else {
        logarithmic(range)
    };
    let airy = choices.iter().map(|choice| labelled(choice, draft.sizes.label * 1.6)).find(|(_, all)| *all);
    let airy = airy.map(|(ticks, _)| ticks).unwrap_or_default();
    if airy.len() >= 3 {
        return airy;
    }
    let close = choices.iter().map(|choice| labelled(choice, draft.px(6.0)));
    let even = close.filter(|(_, all)| *all).map(|(ticks, _)| ticks);
    // The first of the longest: the finer one.
    let most = even.reduce(|best, next| if next.len() > best.len() { next } else { best });
    let found = most.filter(|ticks| ticks.len() > airy.len()).unwrap_or(airy);
    if found.len() >= 2 {
        return found;
    }
    // A stretch between two round costs: even steps, at their places.
    let is_down = scale == AxisScale::Log10Down;
    let ends = if is_down { [-range[1], -range[0]] } else { range };
    let usd = ends.map(|power| 10_f64.powf(power));
    let steps = |most: usize| {
        let place = |usd: f64| scale.place(usd).map(|at| (at, usd));
        let mut even: Vec<(f64, f64)> =
            Steps::of(usd, most).within(usd).into_iter().filter_map(place).collect();
        if is_down {
            even.reverse();
        }
        labelled(&even, draft.px(6.0))
    };
    let even = [6, 5, 4, 3, 2].into_iter().map(steps).find(|(ticks, all)| *all && ticks.len() >= 2);
    let apart = |ticks: &Vec<Tick>| {
        ticks.windows(2).all(|pair| pair.first().map(|t| &t.text) != pair.last().map(|t| &t.text))
    };
    even.map(|(ticks, _)| ticks).filter(apart).unwrap_or(found)
}
