//! What the user decided about the chart of models: date, costs, colours, sizes, scales, and which
//! models it speaks of.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::models::CostBasis;

/// Which costs a frontier knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prices {
    /// Every one, also those that came later.
    #[default]
    All,
    /// Those of the day or before it; a cost without a date is known.
    InForce,
}

impl Prices {
    /// Every choice, in menu order.
    pub const ALL: [Self; 2] = [Self::All, Self::InForce];
}

/// Which training costs are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BasisChoice {
    /// Those of the usual basis: rent, where any model has it.
    #[default]
    Usual,
    /// Those of one basis.
    Only(CostBasis),
    /// Of each model the first that the table has, each on its own basis.
    All,
}

impl BasisChoice {
    /// The choice of that name: `all`, or the code of a basis, with hyphens or underscores.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let code = code.trim().to_lowercase().replace('-', "_");
        if code == "all" { Some(Self::All) } else { CostBasis::of_code(&code).map(Self::Only) }
    }
}

/// What the colour of a model tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColorBy {
    /// Who made it.
    #[default]
    Organization,
    /// Where they are.
    Country,
}

impl ColorBy {
    /// Every choice, in menu order.
    pub const ALL: [Self; 2] = [Self::Organization, Self::Country];
}

/// What the size of a model's point tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SizeBy {
    /// Nothing: all are of one size.
    #[default]
    None,
    /// Arithmetic that its training took.
    Compute,
    /// Number of chips that trained it.
    Chips,
}

impl SizeBy {
    /// Every choice, in menu order.
    pub const ALL: [Self; 3] = [Self::None, Self::Compute, Self::Chips];
}

/// How scores become heights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ScoreScale {
    /// Equal steps for equal differences.
    #[default]
    Linear,
    /// Equal steps for equal ratios: for times.
    Log,
    /// Equal steps for equal ratios of right to wrong: for shares near their ceiling.
    Logit,
}

impl ScoreScale {
    /// Every scale, in menu order.
    pub const ALL: [Self; 3] = [Self::Linear, Self::Log, Self::Logit];
}

/// Decisions about the chart of models; the default is what it opens with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScatterChoices {
    /// Date of the frontier; the event's, else that of the newest model when `None`.
    pub as_of: Option<Date>,
    /// Whether prices of a later date count for the frontier.
    pub prices: Prices,
    /// Basis of training costs.
    pub basis: BasisChoice,
    /// Input tokens for one output token in a blended price; as the table has it when `None`.
    pub blend: Option<f64>,
    /// Whether dear stands on the left.
    pub reversed: bool,
    /// What colours tell.
    pub color_by: ColorBy,
    /// What sizes tell.
    pub size_by: SizeBy,
    /// Groups that have a colour however few their models are.
    pub pinned: Vec<String>,
    /// Names of models whose release is marked in the market chart.
    pub marked: Vec<String>,
    /// Names of two models that are compared.
    pub compare: Option<[String; 2]>,
    /// What models must be to be drawn, each as `field=value` with one of =, !=, <, <=, >, >=.
    pub filters: Vec<String>,
    /// Words that a model's name or organisation holds; empty for all.
    pub search: String,
    /// Whether a fitted line is drawn.
    pub fit: bool,
    /// Whether the intervals of scores are left out.
    pub without_intervals: bool,
    /// Scale of the score axis.
    pub score_scale: ScoreScale,
}

impl ScatterChoices {
    /// Whether nothing was decided.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_survive_storage_and_lacking_fields_are_the_usual_ones() {
        let choices = ScatterChoices {
            as_of: Some(jiff::civil::date(2025, 1, 20)),
            prices: Prices::InForce,
            basis: BasisChoice::Only(CostBasis::Amortised),
            compare: Some(["R1".to_owned(), "o1".to_owned()]),
            score_scale: ScoreScale::Logit,
            ..ScatterChoices::default()
        };
        let text = serde_json::to_string(&choices).unwrap();
        assert_eq!(serde_json::from_str::<ScatterChoices>(&text).unwrap(), choices);
        assert!(serde_json::from_str::<ScatterChoices>("{}").unwrap().is_usual());
        for (code, choice) in [
            ("all", Some(BasisChoice::All)),
            ("cloud-rental", Some(BasisChoice::Only(CostBasis::CloudRental))),
            ("Lower_Bound", Some(BasisChoice::Only(CostBasis::LowerBound))),
            ("usual", None),
        ] {
            assert_eq!(BasisChoice::of_code(code), choice, "{code}");
        }
    }
}
