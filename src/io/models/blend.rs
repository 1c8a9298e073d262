//! One price out of two: what input and output tokens cost in a usual mixture.
//!
//! For `ratio` input tokens to one output token a token costs (ratio × input + output) / (ratio + 1);
//! the ratio 3 is that of the published comparisons of prices.

use crate::io::report::Report;
use crate::model::{
    ColumnRole as Role, Decision, Fact, Message, ModelColumn, ModelRow, Overrides, Unit, WarningKind,
};

/// Input tokens for one output token where nothing else is decided.
const USUAL: f64 = 3.0;
/// Ratios that are offered.
const OFFERED: [&str; 5] = ["3", "1", "2", "4", "9"];

/// The ratio of input to output tokens that a text gives: a number above zero, or `3:1`.
#[must_use]
pub fn ratio(text: &str) -> Option<f64> {
    let number =
        |text: &str| text.trim().parse::<f64>().ok().filter(|value| value.is_finite() && *value > 0.0);
    match text.split_once(':') {
        Some((input, output)) => Some(number(input)? / number(output)?),
        None => number(text),
    }
}

/// The ratio that the name of a blended price tells: `price_1m_blended_3_to_1`.
fn named(name: &str) -> Option<f64> {
    let lower = name.to_lowercase().replace(['_', ' '], "");
    let number = |text: &str, from_end: bool| {
        let digits = |c: &char| c.is_ascii_digit() || *c == '.';
        let found: String = if from_end {
            let back: String = text.chars().rev().take_while(digits).collect();
            back.chars().rev().collect()
        } else {
            text.chars().take_while(digits).collect()
        };
        ratio(&found)
    };
    let (input, output) = lower.split_once("to").or_else(|| lower.split_once(':'))?;
    Some(number(input, true)? / number(output, false)?)
}

/// Adds the blended price to the columns of a table that has both others: where the file has none
/// of its own, or another ratio was decided on.
pub(super) fn add(
    columns: &mut Vec<ModelColumn>,
    rows: &[ModelRow],
    overrides: &Overrides,
    report: &mut Report,
) {
    for column in columns.iter_mut().filter(|column| column.role == Role::CostBlended) {
        column.blend = named(&column.name);
    }
    let chosen = overrides.get(Decision::Blend).and_then(ratio);
    let first = |role: Role| columns.iter().position(|column| column.role == role && column.filled() > 0);
    let own = first(Role::CostBlended);
    let (Some(input), Some(output)) = (first(Role::CostApiInput), first(Role::CostApiOutput)) else { return };
    if own.is_some() && chosen.is_none() {
        if let Some((ratio, filled)) = fill(columns) {
            report.warn(None, WarningKind::Ambiguous, told(ratio, &filled, rows));
        }
        return;
    }
    let ratio = chosen.unwrap_or(USUAL);
    let (Some(inputs), Some(outputs)) = (columns.get(input), columns.get(output)) else { return };
    let values = inputs.values.iter().zip(&outputs.values);
    let values = values.map(|(input, output)| (ratio * input + output) / (ratio + 1.0)).collect();
    let names = Message::new("io-evidence-blend")
        .with("input", inputs.name.clone())
        .with("output", outputs.name.clone());
    let name = format!("({ratio} × {} + {}) / {}", inputs.name, outputs.name, ratio + 1.0);
    let column = ModelColumn {
        name,
        role: Role::CostBlended,
        unit: Unit::UsdPerMtok,
        values,
        blend: Some(ratio),
        ..ModelColumn::default()
    };
    // What was decided on comes before what the file has.
    columns.insert(own.unwrap_or(input.max(output) + 1), column);
    let value = ratio.to_string();
    report.assume("blend", value.clone(), names, chosen.is_some());
    let others = OFFERED.into_iter().filter(|offered| *offered != value);
    report.offer(std::iter::once(value.clone()).chain(others.map(str::to_owned)));
}

/// Computes the blended prices that the first column of such prices lacks, out of the prices of
/// input and output tokens. Gives the ratio and the rows that were filled; `None` where none was.
pub(super) fn fill(columns: &mut [ModelColumn]) -> Option<(f64, Vec<usize>)> {
    let of = |role: Role| columns.iter().filter(move |column| column.role == role);
    let blended =
        columns.iter().position(|column| column.role == Role::CostBlended && column.filled() > 0)?;
    let ratio = columns.get(blended).and_then(|column| column.blend).unwrap_or(USUAL);
    let price = |row: usize| {
        // Prices of one file stand in one order.
        let mut pairs = of(Role::CostApiInput).zip(of(Role::CostApiOutput));
        let (input, output) = pairs.find_map(|(input, output)| input.value(row).zip(output.value(row)))?;
        Some((row, (ratio * input + output) / (ratio + 1.0)))
    };
    let own = columns.get(blended)?;
    let found: Vec<(usize, f64)> =
        (0..own.values.len()).filter(|row| own.value(*row).is_none()).filter_map(price).collect();
    let column = columns.get_mut(blended)?;
    for (row, price) in &found {
        if let Some(value) = column.values.get_mut(*row) {
            *value = *price;
        }
    }
    (!found.is_empty()).then(|| (ratio, found.into_iter().map(|(row, _)| row).collect()))
}

/// The sentence about prices that [`fill`] computed.
pub(super) fn told(ratio: f64, filled: &[usize], rows: &[ModelRow]) -> Message {
    let labels = filled.iter().filter_map(|at| rows.get(*at)).map(|row| row.label.clone());
    Message::new("io-blend-filled")
        .with("count", filled.len())
        .with("ratio", ratio.to_string())
        .with("names", Fact::Names(labels.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, role: Role, value: f64) -> ModelColumn {
        ModelColumn { name: name.to_owned(), role, values: vec![value], ..ModelColumn::default() }
    }

    #[test]
    fn ratios_are_read() {
        let cases = [
            ("3", Some(3.0)),
            ("3:1", Some(3.0)),
            ("3:2", Some(1.5)),
            ("0", None),
            ("-1", None),
            ("x", None),
            ("inf", None),
        ];
        for (text, expected) in cases {
            assert_eq!(ratio(text), expected, "{text}");
        }
        assert_eq!(named("price_1m_blended_3_to_1"), Some(3.0));
        assert_eq!(named("Blended (3:1)"), Some(3.0));
        assert_eq!(named("api_blended_usd_per_mtok"), None);
    }

    #[test]
    fn what_a_blend_lacks_is_computed() {
        let of = |name: &str, role: Role, values: &[f64]| ModelColumn {
            values: values.to_vec(),
            ..column(name, role, 0.0)
        };
        let nan = f64::NAN;
        let mut columns = vec![
            of("blended", Role::CostBlended, &[26.25, nan, nan]),
            of("in", Role::CostApiInput, &[15.0, 0.55, nan]),
            of("out", Role::CostApiOutput, &[60.0, 2.19, 10.0]),
        ];
        let mut report = Report::default();
        add(&mut columns, &[], &Overrides::default(), &mut report);
        assert_eq!((columns.len(), columns[0].values[0]), (3, 26.25));
        assert!((columns[0].values[1] - 0.96).abs() < 1e-12 && columns[0].values[2].is_nan());
        assert_eq!(report.finish().1[0].message.key, "io-blend-filled");
        assert_eq!(fill(&mut columns), None, "nothing is left to fill");
    }

    #[test]
    fn two_prices_make_one_unless_the_file_has_it() {
        let both = || vec![column("in", Role::CostApiInput, 0.55), column("out", Role::CostApiOutput, 2.19)];
        let mut plain = both();
        add(&mut plain, &[], &Overrides::default(), &mut Report::default());
        // (3 × 0.55 + 2.19) / 4 = 3.84 / 4
        assert!((plain[2].values[0] - 0.96).abs() < 1e-12);
        let mut with_own = both();
        with_own.push(column("blended", Role::CostBlended, 0.9));
        let mut report = Report::default();
        add(&mut with_own, &[], &Overrides::default(), &mut report);
        assert_eq!((with_own.len(), report.finish().0.len()), (3, 0));
        let mut overrides = Overrides::default();
        overrides.set(Decision::Blend, Some("1:1".to_owned()));
        add(&mut with_own, &[], &overrides, &mut Report::default());
        assert_eq!((with_own[2].blend, with_own[3].name.as_str()), (Some(1.0), "blended"));
        assert!((with_own[2].values[0] - 1.37).abs() < 1e-12, "(0.55 + 2.19) / 2");
    }
}
