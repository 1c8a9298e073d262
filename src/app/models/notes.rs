//! What a reader has to know about models of cost and score, in sentences.

use crate::app::speech;
use crate::model::{ColumnRole, Cost, CostBasis, WarningKind};
use crate::study::{Prices, Scatter, ScatterPoint, cost_of};
use crate::text::{Arg, Words};

use super::{BasisChoice, Found};

/// How many names and how many remarks on lines are told.
const MOST_NAMES: usize = 12;
const MOST_REMARKS: usize = 20;

/// Every sentence that holds.
pub(super) fn notes(found: &Found<'_>, words: &Words) -> Vec<String> {
    let teller = Teller { found, words };
    let mut notes = teller.axes();
    notes.extend(teller.costs());
    notes.extend(teller.dates());
    notes.extend(teller.files());
    notes
}

struct Teller<'a> {
    found: &'a Found<'a>,
    words: &'a Words,
}

impl Teller<'_> {
    fn text(&self, key: &str) -> String {
        self.words.text(key)
    }

    fn label(&self, row: usize) -> &str {
        self.found.table.rows.get(row).map_or("", |row| row.label.as_str())
    }

    /// A sentence with the names of the models that it is true of; none where there are none.
    fn about(&self, key: &str, fits: impl Fn(&ScatterPoint) -> bool) -> Option<String> {
        let rows: Vec<usize> = self.found.scatter.points.iter().filter(|p| fits(p)).map(|p| p.row).collect();
        self.of_rows(key, &rows)
    }

    fn of_rows(&self, key: &str, rows: &[usize]) -> Option<String> {
        if rows.is_empty() {
            return None;
        }
        let names = self.names(rows);
        let as_of = self.found.as_of.map(|date| date.to_string()).unwrap_or_default();
        let facts = [
            ("count", Arg::Count(rows.len() as u64)),
            ("names", Arg::Text(names.as_str())),
            ("date", Arg::Text(as_of.as_str())),
        ];
        Some(self.words.say(key, &facts))
    }

    fn names(&self, rows: &[usize]) -> String {
        let names: Vec<&str> = rows.iter().map(|row| self.label(*row)).collect();
        speech::listed(&names, if self.found.question.is_whole { usize::MAX } else { MOST_NAMES })
    }

    /// What is not there to be drawn.
    fn axes(&self) -> Vec<String> {
        let Found { cost, score, scatter, .. } = *self.found;
        let mut notes = Vec::new();
        if cost.is_none() {
            notes.push(self.text("app-models-no-cost"));
        } else if scatter.points.iter().all(|point| point.cost.is_none()) {
            notes.push(self.text("app-models-all-undisclosed"));
        }
        if score.is_none() {
            notes.push(self.text("app-models-no-score"));
        }
        if scatter.points.is_empty() {
            notes.push(self.text("app-models-no-match"));
        }
        let whole: Vec<usize> = scatter
            .points
            .iter()
            .filter(|point| point.cost.is_some() && point.score.is_some())
            .map(|point| point.row)
            .collect();
        if whole.len() == 1 {
            notes.extend(self.of_rows("app-models-one", &whole));
        }
        notes
    }

    /// What the costs are, and which models have none.
    fn costs(&self) -> Vec<String> {
        let Found { cost, scatter, table, .. } = *self.found;
        let Some(cost) = cost else { return Vec::new() };
        let mut notes = Vec::new();
        if scatter.points.iter().any(|point| point.cost.is_some()) {
            notes.extend(self.about("app-models-undisclosed", |point| point.cost.is_none()));
        }
        if cost.role.is_price() {
            let has_runs = cost_of(table, Cost::Run, None).is_some();
            notes.push(self.text("app-models-token-price"));
            notes.extend(has_runs.then(|| self.text("app-models-run-instead")));
            if let Some(ratio) = cost.blend {
                let facts = [("ratio", Arg::Text(&ratio.to_string()))];
                notes.push(self.words.say("app-models-blended", &facts));
            }
        }
        if cost.role == ColumnRole::CostTraining {
            notes.extend(self.bases());
        }
        notes
    }

    /// How the training costs were counted, and which models have another count only.
    fn bases(&self) -> Vec<String> {
        let Found { scatter, question, table, .. } = *self.found;
        let mut notes = Vec::new();
        for basis in CostBasis::ALL {
            let key = basis_key(basis);
            notes.extend(self.about(key, |point| point.basis == Some(basis)));
        }
        if question.basis != BasisChoice::All {
            let others: Vec<usize> = scatter
                .points
                .iter()
                .filter(|point| point.cost.is_none())
                .map(|point| point.row)
                .filter(|row| {
                    let training = |role| role == ColumnRole::CostTraining;
                    table.columns.iter().any(|column| training(column.role) && column.value(*row).is_some())
                })
                .collect();
            notes.extend(self.of_rows("app-models-other-basis", &others));
        }
        notes
    }

    /// Prices and releases after the date, and models without one.
    fn dates(&self) -> Vec<String> {
        let Found { cost, score, scatter, table, as_of, question, .. } = *self.found;
        let mut notes = Vec::new();
        let released = |point: &ScatterPoint| table.rows.get(point.row).and_then(|row| row.released);
        notes.extend(self.about("app-models-priced-later", |point| point.is_priced_later && !point.is_later));
        let rows: Vec<usize> = scatter.points.iter().map(|point| point.row).collect();
        let in_force = Scatter::of(table, &rows, cost, score, as_of, Prices::InForce);
        if in_force.frontier != scatter.frontier {
            let members: Vec<usize> =
                in_force.frontier.iter().filter_map(|place| rows.get(*place)).copied().collect();
            notes.extend(self.of_rows("app-models-in-force", &members));
        }
        notes.extend(self.about("app-models-later", |point| point.is_later));
        notes.extend(self.about("app-models-undated", |point| released(point).is_none()));
        if let Some(today) = question.today {
            notes.extend(
                self.about("app-models-to-come", |point| released(point).is_some_and(|day| day > today)),
            );
        }
        notes
    }

    /// What reading the files left to be known.
    fn files(&self) -> Vec<String> {
        let is_told = |kind: WarningKind| {
            matches!(
                kind,
                WarningKind::Ambiguous
                    | WarningKind::Number
                    | WarningKind::Ragged
                    | WarningKind::Skipped
                    | WarningKind::Date
            )
        };
        let sources = self.found.data.sources.iter().filter(|source| !source.sample);
        let warnings = sources.flat_map(|source| &source.warnings).filter(|warning| is_told(warning.kind));
        if self.found.question.is_whole {
            warnings.map(|warning| speech::whole_warning_line(self.words, warning)).collect()
        } else {
            warnings.take(MOST_REMARKS).map(|warning| speech::warning_line(self.words, warning)).collect()
        }
    }
}

/// Key of the sentence on a basis of training costs.
fn basis_key(basis: CostBasis) -> &'static str {
    match basis {
        CostBasis::CloudRental => "app-basis-cloud-rental",
        CostBasis::Amortised => "app-basis-amortised",
        CostBasis::Acquisition => "app-basis-acquisition",
        CostBasis::LowerBound => "app-basis-lower-bound",
        CostBasis::UpperBound => "app-basis-upper-bound",
        CostBasis::Part => "app-basis-part",
        CostBasis::Reported => "app-basis-reported",
        CostBasis::Estimated => "app-basis-estimated",
        CostBasis::Unstated => "app-basis-unstated",
    }
}
