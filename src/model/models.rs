//! A table of AI models: labels, dates, and numeric columns with roles and units.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a column of a model table means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The model's name.
    Label,
    /// Who made it.
    Organization,
    /// Where they are.
    Country,
    /// When it was released.
    Date,
    /// Cost of training.
    CostTraining,
    /// Price of input tokens.
    CostApiInput,
    /// Price of output tokens.
    CostApiOutput,
    /// Price of a blend of input and output tokens.
    CostBlended,
    /// Cost of running a benchmark.
    CostRun,
    /// A benchmark result.
    Score,
    /// Uncertainty of a score.
    Error,
    /// Size of the model or of its training.
    Size,
    /// How sure a figure is.
    Certainty,
    /// Open weights or not.
    Accessibility,
    /// Anything else.
    #[default]
    Other,
}

impl Role {
    /// Every role, in the order in which it is offered.
    pub const ALL: [Self; 15] = [
        Self::Label,
        Self::Organization,
        Self::Country,
        Self::Date,
        Self::CostTraining,
        Self::CostApiInput,
        Self::CostApiOutput,
        Self::CostBlended,
        Self::CostRun,
        Self::Score,
        Self::Error,
        Self::Size,
        Self::Certainty,
        Self::Accessibility,
        Self::Other,
    ];

    /// The name that files, flags and answers have for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Organization => "organization",
            Self::Country => "country",
            Self::Date => "date",
            Self::CostTraining => "cost_training",
            Self::CostApiInput => "cost_api_input",
            Self::CostApiOutput => "cost_api_output",
            Self::CostBlended => "cost_blended",
            Self::CostRun => "cost_run",
            Self::Score => "score",
            Self::Error => "error",
            Self::Size => "size",
            Self::Certainty => "certainty",
            Self::Accessibility => "accessibility",
            Self::Other => "other",
        }
    }

    /// The role of that name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether it is a price of tokens.
    #[must_use]
    pub fn is_price(self) -> bool {
        matches!(self, Self::CostApiInput | Self::CostApiOutput | Self::CostBlended)
    }

    /// Whether the column can stand on the cost axis.
    #[must_use]
    pub fn is_cost(self) -> bool {
        matches!(
            self,
            Self::CostTraining | Self::CostApiInput | Self::CostApiOutput | Self::CostBlended | Self::CostRun
        )
    }
}

/// Unit of a numeric column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 0 to 1.
    Fraction,
    /// 0 to 100.
    Percent,
    /// A rating of the Elo kind.
    Elo,
    /// Minutes.
    Minutes,
    /// US dollars.
    Usd,
    /// US dollars per million tokens.
    UsdPerMtok,
    /// US dollars per case of a benchmark.
    UsdPerCase,
    /// Unknown or none.
    #[default]
    None,
}

/// How a training cost was counted. Costs of one basis can be compared, costs of two cannot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostBasis {
    /// Rent of the machines for the time of the training.
    CloudRental,
    /// The share of the machines' price that the training used up, with its energy.
    Amortised,
    /// The price of all the machines, bought.
    Acquisition,
    /// It was said to be more than this.
    LowerBound,
    /// It was said to be less than this.
    UpperBound,
    /// The cost of a part of the training alone: a fine-tune, a last stage.
    Part,
    /// Reported, and no more is said.
    Reported,
    /// Estimated, and no more is said.
    Estimated,
    /// Nothing is said.
    #[default]
    Unstated,
}

impl CostBasis {
    /// Every basis, the one that a view opens with first.
    pub const ALL: [Self; 9] = [
        Self::CloudRental,
        Self::Amortised,
        Self::Acquisition,
        Self::LowerBound,
        Self::UpperBound,
        Self::Part,
        Self::Reported,
        Self::Estimated,
        Self::Unstated,
    ];

    /// The name that flags and answers have for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::CloudRental => "cloud_rental",
            Self::Amortised => "amortised",
            Self::Acquisition => "acquisition",
            Self::LowerBound => "lower_bound",
            Self::UpperBound => "upper_bound",
            Self::Part => "part",
            Self::Reported => "reported",
            Self::Estimated => "estimated",
            Self::Unstated => "unstated",
        }
    }

    /// The basis of that name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.code() == code)
    }
}

/// One numeric column, a value a model; NaN where the file has none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModelColumn {
    /// Header as written; of a computed column what it is computed from.
    pub name: String,
    /// Meaning.
    pub role: Role,
    /// Unit.
    pub unit: Unit,
    /// One value a model.
    pub values: Vec<f64>,
    /// Of training costs the basis of each value; empty for all others.
    pub basis: Vec<CostBasis>,
    /// Lower ends of the intervals around the values, NaN where there is none; empty where no
    /// column of the file tells them.
    pub low: Vec<f64>,
    /// Upper ends, as `low`.
    pub high: Vec<f64>,
    /// Input tokens for one output token, for a blended price that was computed.
    pub blend: Option<f64>,
}

/// A model's name without what tells its versions apart: what joins files.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModelName {
    /// Letters and digits of the name in lower case, without its maker, date and effort.
    pub key: String,
    /// The date behind the name as digits: `20241217`, `1217`, `202412`.
    pub version: Option<String>,
    /// How hard it was told to think: `high`, `16k`.
    pub effort: Option<String>,
}

/// What is known of one model beside its numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelRow {
    /// Full name.
    pub name: String,
    /// Short name to draw, the full name when the file gives none.
    pub label: String,
    /// What joins it with rows of other files.
    pub identity: ModelName,
    /// Who made it, as written; several are divided by commas.
    pub organization: Option<String>,
    /// Where they are.
    pub country: Option<String>,
    /// When it was released.
    pub released: Option<Date>,
    /// Whether its weights are open.
    pub open_weights: Option<bool>,
    /// How it can be used, as written.
    pub accessibility: Option<String>,
    /// How sure its figures are, as written.
    pub certainty: Option<String>,
    /// On what basis its training cost stands, as written.
    pub cost_basis: Option<String>,
    /// The date its API price is of.
    pub price_date: Option<Date>,
    /// Remarks of the file.
    pub notes: Option<String>,
    /// Where the file says its figures are from.
    pub source: Option<String>,
    /// One-based line of the file on which it begins.
    pub line: u64,
}

impl ModelRow {
    /// Everyone who made it, one by one.
    pub fn organizations(&self) -> impl Iterator<Item = &str> {
        let parts = self.organization.as_deref().unwrap_or_default().split([',', ';', '\n']);
        // "Inc." and its kind belong to the name before the comma.
        let form =
            |part: &&str| !["inc", "inc.", "ltd", "ltd.", "llc", "co."].contains(&&*part.to_lowercase());
        parts.map(str::trim).filter(|part| !part.is_empty()).filter(form)
    }
}

/// All columns of a model file, in file order: header, role, unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnInfo {
    /// Header as written.
    pub name: String,
    /// Meaning.
    pub role: Role,
    /// Unit.
    pub unit: Unit,
}

/// Models of one file, or of several that were joined: one row a model, every numeric column as
/// long as the rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModelTable {
    /// One entry a model, in file order.
    pub rows: Vec<ModelRow>,
    /// Numeric columns (costs, scores, sizes) in file order, and what was computed from them.
    pub columns: Vec<ModelColumn>,
    /// Every column of the file, in file order.
    pub header: Vec<ColumnInfo>,
}

impl ModelTable {
    /// The numeric column of that header.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&ModelColumn> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The value of a column for a model, `None` where the file has none.
    #[must_use]
    pub fn value(&self, column: &str, row: usize) -> Option<f64> {
        self.column(column)?.value(row)
    }

    /// The first column of that role that holds a value.
    #[must_use]
    pub fn first_of(&self, role: Role) -> Option<&ModelColumn> {
        self.columns.iter().find(|column| column.role == role && column.filled() > 0)
    }

    /// Score columns, in file order.
    pub fn scores(&self) -> impl Iterator<Item = &ModelColumn> {
        self.columns.iter().filter(|column| column.role == Role::Score && column.filled() > 0)
    }

    /// The training costs of one basis as a column of their own, of each model the first that
    /// stands on it; `None` where no model has any.
    #[must_use]
    pub fn training_costs(&self, basis: CostBasis) -> Option<ModelColumn> {
        let columns = || self.columns.iter().filter(|column| column.role == Role::CostTraining);
        let of = |row: usize| {
            let stands = |column: &ModelColumn| column.basis_of(row) == basis;
            columns().filter(|column| stands(column)).find_map(|column| column.value(row))
        };
        let values: Vec<f64> = (0..self.rows.len()).map(|row| of(row).unwrap_or(f64::NAN)).collect();
        let holds = |column: &&ModelColumn| {
            (0..self.rows.len()).any(|row| column.basis_of(row) == basis && column.value(row).is_some())
        };
        let first = columns().find(holds)?;
        let basis = vec![basis; values.len()];
        Some(ModelColumn {
            name: first.name.clone(),
            role: first.role,
            unit: first.unit,
            values,
            basis,
            ..ModelColumn::default()
        })
    }

    /// Training costs of every basis in one column, of each model the first that the table has;
    /// `None` where no model has any.
    #[must_use]
    pub fn every_training_cost(&self) -> Option<ModelColumn> {
        let columns = || self.columns.iter().filter(|column| column.role == Role::CostTraining);
        let first = columns().find(|column| column.filled() > 0)?;
        let of = |row: usize| {
            let found = columns().find_map(|column| Some((column.value(row)?, column.basis_of(row))));
            found.unwrap_or((f64::NAN, CostBasis::Unstated))
        };
        let (values, basis) = (0..self.rows.len()).map(of).unzip();
        let (name, role, unit) = (first.name.clone(), first.role, first.unit);
        Some(ModelColumn { name, role, unit, values, basis, ..ModelColumn::default() })
    }

    /// The basis on which training costs are compared: rent, else the one that most models share.
    #[must_use]
    pub fn usual_basis(&self) -> Option<CostBasis> {
        let count = |basis: CostBasis| self.training_costs(basis).map_or(0, |column| column.filled());
        let counted = CostBasis::ALL.map(|basis| (basis, count(basis)));
        match counted {
            [(rental, filled), ..] if filled > 0 => Some(rental),
            // Of equals the first.
            _ => counted
                .into_iter()
                .rev()
                .max_by_key(|(_, count)| *count)
                .filter(|(_, count)| *count > 0)
                .map(|(basis, _)| basis),
        }
    }
}

impl ModelColumn {
    /// Keeps the models in those rows, in that order; a row beyond the end has no value.
    pub fn keep(&mut self, rows: &[usize]) {
        let of = |values: &[f64]| -> Vec<f64> {
            if values.is_empty() {
                return Vec::new();
            }
            rows.iter().map(|row| values.get(*row).copied().unwrap_or(f64::NAN)).collect()
        };
        (self.values, self.low, self.high) = (of(&self.values), of(&self.low), of(&self.high));
        if !self.basis.is_empty() {
            self.basis = rows.iter().map(|row| self.basis_of(*row)).collect();
        }
    }

    /// How many models have a value.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.values.iter().filter(|value| value.is_finite()).count()
    }

    /// The value of a model, `None` where the file has none.
    #[must_use]
    pub fn value(&self, row: usize) -> Option<f64> {
        self.values.get(row).copied().filter(|value| value.is_finite())
    }

    /// The interval around the value of a model, where both of its ends are known.
    #[must_use]
    pub fn interval(&self, row: usize) -> Option<[f64; 2]> {
        let end = |ends: &[f64]| ends.get(row).copied().filter(|end| end.is_finite());
        Some([end(&self.low)?, end(&self.high)?])
    }

    /// The basis of a model's training cost.
    #[must_use]
    pub fn basis_of(&self, row: usize) -> CostBasis {
        self.basis.get(row).copied().unwrap_or_default()
    }
}
