//! Tables of AI models: names to roles, cells to numbers, values to units.
//!
//! A cost of zero is no cost but one that was not disclosed; a score is never rescaled.

use super::control::Control;
use super::error::{ContentProblem, Stop};
use super::header;
use super::numbers::{self, Cell, Mark};
use super::report::{Report, cell_evidence, short};
use super::sides;
use super::table::Table;
use crate::model::{
    ColumnInfo, ColumnRole as Role, Message, ModelColumn, ModelRow, ModelTable, Unit, WarningKind,
};

/// Reads a table of models.
pub(super) fn read(table: &Table, report: &mut Report, control: &Control) -> Result<ModelTable, Stop> {
    let plain: Vec<String> = table.names.iter().map(|name| header::plain(name)).collect();
    let Some(label) = first_of(&plain, FULL_NAMES) else { return Err(ContentProblem::NoNumbers.into()) };
    tell_label(table, label, report);
    control.check()?;
    let kinds: Vec<Role> = plain
        .iter()
        .enumerate()
        .map(
            |(column, name)| if column == label { Role::Label } else { role(name, table.is_numeric(column)) },
        )
        .collect();
    let columns = numeric_columns(table, &plain, &kinds, report);
    if !columns.iter().any(|(_, column)| column.role == Role::Score || column.role.is_cost()) {
        let line = table.header_line.unwrap_or(1);
        report.warn(Some(line), WarningKind::Ambiguous, Message::new("io-models-without-scores"));
    }
    tell_units(&columns, table, report);
    let unit_of =
        |at: usize| columns.iter().find(|(column, _)| *column == at).map_or(Unit::None, |(_, c)| c.unit);
    let header = table
        .names
        .iter()
        .zip(&kinds)
        .enumerate()
        .map(|(at, (name, role))| ColumnInfo { name: name.clone(), role: *role, unit: unit_of(at) })
        .collect();
    let (rows, kept) = rows(table, &plain, &kinds, label, report);
    let columns = columns
        .into_iter()
        .map(|(_, column)| {
            let values = kept.iter().map(|row| column.values.get(*row).copied().unwrap_or(f64::NAN));
            ModelColumn { values: values.collect(), ..column }
        })
        .collect();
    Ok(ModelTable { rows, columns, header })
}

/// Names of the column of full model names, the best first.
const FULL_NAMES: &[&str] =
    &["model", "model name", "name", "model version", "display name", "model/adapter", "system", "entity"];
const SHORT_NAMES: &[&str] = &["label", "short name", "display name"];

fn first_of(plain: &[String], wanted: &[&str]) -> Option<usize> {
    wanted.iter().find_map(|wanted| plain.iter().position(|name| name == wanted))
}

/// The role of a column by its [`header::plain`] name.
fn role(name: &str, is_numeric: bool) -> Role {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match name {
        "label" | "short name" | "display name" => return Role::Label,
        "organization" | "organisation" | "company" | "vendor" | "developer" | "lab" | "provider" | "org"
        | "model creator" => return Role::Organization,
        "country" | "country (of organization)" => return Role::Country,
        "release date" | "publication date" | "released" | "release" | "date" => return Role::Date,
        "open weights" | "open model weights?" | "model accessibility" | "license" => {
            return Role::Accessibility;
        }
        "confidence" | "data quality" | "training cost basis" => return Role::Certainty,
        _ => {}
    }
    if !is_numeric {
        return Role::Other;
    }
    if has(&["stderr", "standard error", "accuracy se", "ci low", "ci high", "95% ci", "rating q"]) {
        return Role::Error;
    }
    if has(&["training cost", "training compute cost", "hardware acquisition cost"]) {
        return Role::CostTraining;
    }
    if has(&["blended", "usd per 1m tokens"]) {
        return Role::CostBlended;
    }
    let is_price = has(&["price", "usd", "cost", "api"]) || name == "input" || name == "output";
    if is_price && has(&["input"]) {
        return Role::CostApiInput;
    }
    if is_price && has(&["output"]) {
        return Role::CostApiOutput;
    }
    if has(&["cost"]) {
        return Role::CostRun;
    }
    if has(&[
        "flop",
        "parameter",
        "params",
        "gpu hours",
        "accelerator",
        "training time",
        "dataset size",
        "chip",
    ]) {
        return Role::Size;
    }
    let is_no_score = has(&[
        "token",
        "second",
        "latency",
        "speed",
        "context",
        "count",
        "citation",
        "epoch count",
        "year",
        "rank",
        "hour",
        "vote",
        "power",
        "utilization",
        "batch",
        "quantity",
        "length",
        "price",
        "epochs",
        "number",
        "size",
    ]);
    if is_no_score || name == "id" || name.is_empty() { Role::Other } else { Role::Score }
}

/// The unit of a column: by its name where that tells, by its values where it does not.
fn unit(role: Role, name: &str, values: &[f64]) -> Unit {
    match role {
        Role::CostApiInput | Role::CostApiOutput | Role::CostBlended => return Unit::UsdPerMtok,
        Role::CostRun
            if ["per case", "per task", "avg", "average"].iter().any(|word| name.contains(word)) =>
        {
            return Unit::UsdPerCase;
        }
        Role::CostTraining | Role::CostRun => return Unit::Usd,
        Role::Score => {}
        _ => return Unit::None,
    }
    if name.contains("time horizon") || name.contains("minutes") {
        return Unit::Minutes;
    }
    let finite = || values.iter().copied().filter(|value| value.is_finite());
    let (low, high) = (finite().fold(f64::INFINITY, f64::min), finite().fold(f64::NEG_INFINITY, f64::max));
    if low > 400.0 && (high < 5000.0) {
        Unit::Elo
    } else if low >= 0.0 && high <= 1.0 {
        Unit::Fraction
    } else if low >= 0.0 && high <= 100.0 && !name.contains("eci") {
        Unit::Percent
    } else {
        Unit::None
    }
}

/// Numeric columns with their position in the file.
fn numeric_columns(
    table: &Table,
    plain: &[String],
    kinds: &[Role],
    report: &mut Report,
) -> Vec<(usize, ModelColumn)> {
    let is_text = |role: Role| {
        matches!(
            role,
            Role::Label
                | Role::Organization
                | Role::Country
                | Role::Date
                | Role::Accessibility
                | Role::Certainty
        )
    };
    let chosen: Vec<(usize, Role)> = kinds
        .iter()
        .copied()
        .enumerate()
        .filter(|(column, role)| !is_text(*role) && table.is_numeric(*column))
        .collect();
    let surveys: Vec<_> =
        chosen.iter().map(|(column, _)| (table.name(*column), table.survey(*column))).collect();
    let marks = numbers::decide(&surveys, table.has_semicolons, None, report);
    let mut undisclosed = Undisclosed::default();
    let mut columns = Vec::with_capacity(chosen.len());
    for ((column, role), mark) in chosen.into_iter().zip(marks) {
        let values = values(table, column, role, mark, &mut undisclosed, report);
        let name = table.names.get(column).cloned().unwrap_or_default();
        let unit = unit(role, plain.get(column).map_or("", String::as_str), &values);
        columns.push((column, ModelColumn { name, role, unit, values }));
    }
    undisclosed.tell(report);
    columns
}

/// Costs that the file leaves empty or gives as zero.
#[derive(Default)]
struct Undisclosed {
    zero: Option<(u64, String)>,
    empty: Option<(u64, String)>,
}

impl Undisclosed {
    fn tell(self, report: &mut Report) {
        let (value, seen) = match (self.zero, self.empty) {
            (None, None) => return,
            (Some(zero), None) => ("zero", zero),
            (None, Some(empty)) => ("empty", empty),
            (Some(zero), Some(_)) => ("zero_and_empty", zero),
        };
        let (line, column) = seen;
        let evidence =
            Message::new("io-evidence-undisclosed").with("line", line.to_string()).with("column", column);
        report.assume("undisclosed_cost", value, evidence, value == "empty");
    }
}

fn values(
    table: &Table,
    column: usize,
    role: Role,
    mark: Mark,
    undisclosed: &mut Undisclosed,
    report: &mut Report,
) -> Vec<f64> {
    let name = table.names.get(column).map_or("", String::as_str);
    let mut values = Vec::with_capacity(table.len());
    for record in table.records() {
        let value = match numbers::parse(record.cell(column), mark) {
            Cell::Number(number) if role.is_cost() && number <= 0.0 => {
                undisclosed.zero.get_or_insert_with(|| (record.line, name.to_owned()));
                f64::NAN
            }
            Cell::Number(number) => number,
            Cell::Missing => {
                if role.is_cost() {
                    undisclosed.empty.get_or_insert_with(|| (record.line, name.to_owned()));
                }
                f64::NAN
            }
            Cell::Bad => {
                let message = Message::new("io-bad-number")
                    .with("cell", short(record.cell(column)))
                    .with("column", name);
                report.warn(Some(record.line), WarningKind::Number, message);
                f64::NAN
            }
        };
        values.push(value);
    }
    values
}

fn tell_label(table: &Table, label: usize, report: &mut Report) {
    let name = table.names.get(label).map_or("", String::as_str);
    let line = table.header_line.unwrap_or(1);
    let evidence = Message::new("io-evidence-header").with("line", line.to_string()).with("cell", name);
    report.assume("label_column", name, evidence, true);
}

/// States the units that the values of the scores tell.
fn tell_units(columns: &[(usize, ModelColumn)], table: &Table, report: &mut Report) {
    let scores: Vec<&(usize, ModelColumn)> = columns.iter().filter(|(_, c)| c.role == Role::Score).collect();
    let Some((column, first)) = scores.first() else { return };
    let code = |unit: Unit| match unit {
        Unit::Fraction => "fraction",
        Unit::Percent => "percent",
        Unit::Elo => "elo",
        Unit::Minutes => "minutes",
        _ => "unknown",
    };
    let units: Vec<String> =
        scores.iter().map(|(_, column)| format!("{}={}", column.name, code(column.unit))).collect();
    let highest = first
        .values
        .iter()
        .enumerate()
        .filter(|(_, value)| value.is_finite())
        .max_by(|a, b| a.1.total_cmp(b.1))
        .map_or(0, |(row, _)| row);
    let record = table.record(highest);
    let evidence = cell_evidence(record.line, record.cell(*column));
    let is_known = scores.iter().all(|(_, column)| column.unit != Unit::None);
    report.assume("score_units", units.join("; "), evidence, is_known);
}

/// Rows that name a model, and their positions among the records.
fn rows(
    table: &Table,
    plain: &[String],
    kinds: &[Role],
    label: usize,
    report: &mut Report,
) -> (Vec<ModelRow>, Vec<usize>) {
    let of_role = |wanted: Role| kinds.iter().position(|role| *role == wanted);
    let named = |wanted: &[&str]| first_of(plain, wanted);
    let short_name = named(SHORT_NAMES);
    let released = match of_role(Role::Date) {
        None => vec![None; table.len()],
        released => sides::days(table, released, report),
    };
    let priced = match named(&["api price date", "price date"]) {
        None => vec![None; table.len()],
        priced => sides::days(table, priced, &mut Report::default()),
    };
    let open_weights = named(&["open weights", "open model weights?", "model accessibility"]);
    let (mut rows, mut kept): (Vec<ModelRow>, Vec<usize>) = (Vec::new(), Vec::new());
    for (at, ((record, released), price_date)) in table.records().zip(released).zip(priced).enumerate() {
        let Some(name) = sides::text(record, Some(label)) else {
            report.warn(Some(record.line), WarningKind::Skipped, Message::new("io-row-without-model"));
            continue;
        };
        if rows.iter().any(|row| row.name == name) {
            let message = Message::new("io-duplicate-model").with("name", short(&name));
            report.warn(Some(record.line), WarningKind::Ambiguous, message);
        }
        kept.push(at);
        rows.push(ModelRow {
            label: sides::text(record, short_name).unwrap_or_else(|| name.clone()),
            name,
            organization: sides::text(record, of_role(Role::Organization)),
            country: sides::text(record, of_role(Role::Country)),
            released,
            open_weights: sides::text(record, open_weights).as_deref().and_then(is_open),
            cost_basis: sides::text(
                record,
                named(&["training cost basis", "cost basis", "training compute cost basis"]),
            ),
            price_date,
            notes: sides::text(record, named(&["notes", "note", "remarks"])),
        });
    }
    (rows, kept)
}

fn is_open(word: &str) -> Option<bool> {
    let word = word.to_lowercase();
    match word.as_str() {
        "yes" | "true" | "open" | "1" => Some(true),
        "no" | "false" | "closed" | "proprietary" | "0" | "unreleased" => Some(false),
        _ if word.starts_with("open weights") => Some(true),
        _ if word.starts_with("api access") || word.starts_with("hosted access") => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read_text(text: &str, report: &mut Report) -> ModelTable {
        let table = crate::io::table::of_text(text);
        read(&table, report, &Control::unwatched()).unwrap()
    }

    #[test]
    fn names_have_their_roles() {
        let cases = [
            ("release_date", false, Role::Date),
            ("api_price_date", false, Role::Other),
            ("training_cost_usd", true, Role::CostTraining),
            ("training_cost_basis", false, Role::Certainty),
            ("Training compute cost (2023 USD)", true, Role::CostTraining),
            ("api_input_usd_per_mtok", true, Role::CostApiInput),
            ("price_1m_output_tokens", true, Role::CostApiOutput),
            ("price_1m_blended_3_to_1", true, Role::CostBlended),
            ("aider_polyglot_cost_usd", true, Role::CostRun),
            ("total_cost", true, Role::CostRun),
            ("cost_to_run_artificial_analysis_index", true, Role::CostRun),
            ("stderr", true, Role::Error),
            ("Training compute (FLOP)", true, Role::Size),
            ("params_total_b", true, Role::Size),
            ("gpu_hours", true, Role::Size),
            ("median_output_tokens_per_second", true, Role::Other),
            ("gpqa_diamond", true, Role::Score),
            ("pass_rate_2", true, Role::Score),
            ("codeforces_rating", true, Role::Score),
            ("ECI Score", true, Role::Score),
            ("notes", false, Role::Other),
            ("Organization", false, Role::Organization),
            ("Country (of organization)", false, Role::Country),
        ];
        for (name, is_numeric, expected) in cases {
            assert_eq!(role(&header::plain(name), is_numeric), expected, "{name}");
        }
    }

    #[test]
    fn units_come_from_values() {
        let cases: &[(&[f64], Unit)] = &[
            (&[0.1, 0.9], Unit::Fraction),
            (&[16.0, f64::NAN, 97.3], Unit::Percent),
            (&[717.0, 2061.0], Unit::Elo),
            (&[-3.0, 5.0], Unit::None),
            (&[120.0, 143.0], Unit::None),
        ];
        for (values, expected) in cases {
            assert_eq!(unit(Role::Score, "x", values), *expected, "{values:?}");
        }
    }

    #[test]
    fn a_cost_of_zero_is_one_that_was_not_disclosed() {
        let text = "model,organization,release_date,open_weights,api_blended,gpqa\n\
                    A,Lab,2025-01-20,yes,0.96,71.5\nB,Lab,2024-12-17,no,0,75.7\nC,,,,,abc\n,x,,,1,1\nA,,,,2,50\n";
        let mut report = Report::default();
        let table = read_text(text, &mut report);
        assert_eq!(table.rows.len(), 4);
        assert_eq!((table.value("api_blended", 0), table.value("api_blended", 1)), (Some(0.96), None));
        assert_eq!((table.value("gpqa", 2), table.value("gpqa", 3)), (None, Some(50.0)));
        assert_eq!((table.rows[0].open_weights, table.rows[1].open_weights), (Some(true), Some(false)));
        assert_eq!(table.rows[0].released, Some(date(2025, 1, 20)));
        let (assumptions, warnings) = report.finish();
        let undisclosed = assumptions.iter().find(|a| a.key == "undisclosed_cost").unwrap();
        assert_eq!((undisclosed.value.as_str(), undisclosed.certain), ("zero_and_empty", false));
        let units = assumptions.iter().find(|a| a.key == "score_units").unwrap();
        assert_eq!(units.value, "gpqa=percent");
        let keys: Vec<_> = warnings.iter().map(|w| (w.line, w.message.key)).collect();
        let expected =
            [(Some(4), "io-bad-number"), (Some(5), "io-row-without-model"), (Some(6), "io-duplicate-model")];
        assert_eq!(keys, expected);
    }
}
