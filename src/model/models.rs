//! A table of AI models: labels, dates, and numeric columns with roles and units.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a column of a model table means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    Other,
}

impl Role {
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    None,
}

/// One numeric column, a value a model; NaN where the file has none.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelColumn {
    /// Header as written.
    pub name: String,
    /// Meaning.
    pub role: Role,
    /// Unit.
    pub unit: Unit,
    /// One value a model.
    pub values: Vec<f64>,
}

/// What is known of one model beside its numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelRow {
    /// Full name.
    pub name: String,
    /// Short name to draw, the full name when the file gives none.
    pub label: String,
    /// Who made it.
    pub organization: Option<String>,
    /// Where they are.
    pub country: Option<String>,
    /// When it was released.
    pub released: Option<Date>,
    /// Whether its weights are open.
    pub open_weights: Option<bool>,
    /// On what basis its training cost stands, as written.
    pub cost_basis: Option<String>,
    /// The date its API price is of.
    pub price_date: Option<Date>,
    /// Remarks of the file.
    pub notes: Option<String>,
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

/// Models of one file: one row a model, every numeric column as long as the rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModelTable {
    /// One entry a model, in file order.
    pub rows: Vec<ModelRow>,
    /// Numeric columns (costs, scores, sizes), in file order.
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
        self.column(column)?.values.get(row).copied().filter(|value| value.is_finite())
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
}

impl ModelColumn {
    /// How many models have a value.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.values.iter().filter(|value| value.is_finite()).count()
    }
}
