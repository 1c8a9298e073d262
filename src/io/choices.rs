//! Which values the decisions about a file can have.

use super::dates::Notation;
use super::dialect;
use super::error::ContentProblem;
use super::models;
use super::numbers::Mark;
use super::prices::Measure;
use super::report::short;
use super::vocabulary;
use crate::model::{ColumnRole, Decision, Overrides, Role};

/// Whether a column of a model table can have the role of that name.
#[must_use]
pub fn is_column_role(code: &str) -> bool {
    ColumnRole::of_code(code).is_some()
}

/// Whether numbers can be of that measure: prices, or returns of one sort.
#[must_use]
pub fn is_measure(name: &str) -> bool {
    Measure::parse(name).is_some()
}

/// Whether a column of a model table can have the unit of that name.
#[must_use]
pub fn is_column_unit(code: &str) -> bool {
    ColumnRole::ALL.iter().any(|role| models::unit_choices(*role).contains(&code))
}

/// Whether a column of that name could be the close by that name alone.
#[must_use]
pub fn is_close_name(name: &str) -> bool {
    matches!(vocabulary::role(name), vocabulary::Role::Close(_))
}

/// Whether a series can have the role of that name.
#[must_use]
pub fn is_series_role(code: &str) -> bool {
    Role::of_code(code).is_some()
}

/// Whether it has the form of a currency's code, ISO 4217.
#[must_use]
pub fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The content that can be decided on where names do not tell it.
pub(super) const MODELS: &str = "models";

/// Whether a value is one of a choice.
type Fits = fn(&str) -> bool;

/// Refuses values that no choice has.
pub(super) fn check(overrides: &Overrides) -> Result<(), ContentProblem> {
    let known = |decision: Decision, given: &str| match decision {
        Decision::Delimiter => dialect::named(given).is_some(),
        Decision::Decimal => Mark::parse(given).is_some(),
        Decision::DateOrder => Notation::parse(given).is_some(),
        Decision::Content => given == MODELS,
        Decision::Measure => Measure::parse(given).is_some(),
        Decision::Blend => models::ratio(given).is_some(),
        _ => true,
    };
    let by_column: [(Decision, Fits); 4] = [
        (Decision::ColumnRole, is_column_role),
        (Decision::ColumnUnit, is_column_unit),
        (Decision::SeriesRole, is_series_role),
        (Decision::SeriesCurrency, is_currency),
    ];
    for (decision, fits) in by_column {
        if let Some((_, given)) = overrides.columns(decision).find(|(_, given)| !fits(given)) {
            return Err(ContentProblem::NoSuchValue { choice: decision.key(), given: short(given) });
        }
    }
    match overrides.iter().find(|(decision, given)| !known(*decision, given)) {
        Some((decision, given)) => {
            Err(ContentProblem::NoSuchValue { choice: decision.key(), given: short(given) })
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_no_choice_has_is_refused() {
        let cases = [
            (Decision::Delimiter, "abc", ";"),
            (Decision::Decimal, "x", ","),
            (Decision::DateOrder, "soon", "DMY"),
            (Decision::Content, "prices", "models"),
            (Decision::Measure, "weights", "prices"),
            (Decision::Blend, "many", "3:1"),
            (Decision::ColumnRole, "GPQA=smell", "GPQA=score"),
            (Decision::ColumnUnit, "GPQA=smell", "GPQA=percent"),
            (Decision::SeriesRole, "A=bond", "A=index\nNQ=F=future"),
            (Decision::SeriesCurrency, "A=dollars", "A=USD"),
        ];
        for (decision, wrong, right) in cases {
            let given = |value: &str| {
                let mut overrides = Overrides::default();
                overrides.set(decision, Some(value.to_owned()));
                check(&overrides)
            };
            let refused = matches!(given(wrong), Err(ContentProblem::NoSuchValue { choice, .. }) if choice == decision.key());
            assert!(refused, "{wrong}");
            assert_eq!(given(right), Ok(()), "{right}");
        }
    }

    #[test]
    fn a_close_is_known_by_its_name() {
        for (name, is_close) in
            [("Close", true), ("Last", true), ("Open", false), ("Adj Close", false), ("Foo", false)]
        {
            assert_eq!(is_close_name(name), is_close, "{name}");
        }
    }
}
