//! Which models of a table are taken: `organization=DeepSeek`, `date<=2025-01-27`, `score>60`.

use jiff::civil::Date;

use super::ScatterPoint;
use super::models::is_alike;
use crate::model::{ModelRow, ModelTable};

/// How a field is held against a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Test {
    Equal,
    Unequal,
    Least,
    Most,
    Above,
    Below,
}

/// Signs of the tests, longer ones before those that they begin with.
const SIGNS: [(&str, Test); 6] = [
    (">=", Test::Least),
    ("<=", Test::Most),
    ("!=", Test::Unequal),
    ("=", Test::Equal),
    (">", Test::Above),
    ("<", Test::Below),
];

/// What a model must be to be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    field: String,
    test: Test,
    value: String,
}

/// What a field of a model holds.
enum Held<'a> {
    Texts(Vec<&'a str>),
    Date(Option<Date>),
    Number(Option<f64>),
}

impl Filter {
    /// Reads a field, a sign and a value; `None` where one of them is missing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let at = text.find(['=', '<', '>', '!'])?;
        let (field, rest) = text.split_at(at);
        let (sign, test) = SIGNS.into_iter().find(|(sign, _)| rest.starts_with(sign))?;
        let (field, value) = (field.trim(), rest.get(sign.len()..)?.trim());
        let is_whole = !field.is_empty() && !value.is_empty();
        is_whole.then(|| Self { field: field.to_owned(), test, value: value.to_owned() })
    }

    /// The field as it was written.
    #[must_use]
    pub fn field(&self) -> &str {
        &self.field
    }

    /// Whether a model of the table has that field.
    #[must_use]
    pub fn is_known(&self, table: &ModelTable) -> bool {
        let point = ScatterPoint {
            row: 0,
            cost: None,
            score: None,
            interval: None,
            basis: None,
            on_frontier: false,
            is_later: false,
            is_priced_later: false,
        };
        self.held(table, &ModelRow::default(), &point).is_some()
    }

    /// Whether a model is taken; one without a value is taken by no test but that of being unequal.
    #[must_use]
    pub fn takes(&self, table: &ModelTable, point: &ScatterPoint) -> bool {
        let Some(row) = table.rows.get(point.row) else { return false };
        match self.held(table, row, point) {
            None => false,
            Some(Held::Texts(texts)) => {
                let is_one = texts.iter().any(|text| is_alike(text, &self.value));
                match self.test {
                    Test::Unequal => !is_one,
                    Test::Equal => is_one,
                    _ => false,
                }
            }
            Some(Held::Date(date)) => self.compares(date, self.value.parse().ok()),
            Some(Held::Number(number)) => {
                self.compares(number, self.value.replace(['$', ','], "").parse().ok())
            }
        }
    }

    fn compares<T: PartialOrd>(&self, held: Option<T>, wanted: Option<T>) -> bool {
        let (Some(held), Some(wanted)) = (held, wanted) else { return self.test == Test::Unequal };
        match self.test {
            Test::Equal => held == wanted,
            Test::Unequal => held != wanted,
            Test::Least => held >= wanted,
            Test::Most => held <= wanted,
            Test::Above => held > wanted,
            Test::Below => held < wanted,
        }
    }

    /// What the model has in the field; `None` where there is no such field.
    fn held<'a>(&self, table: &ModelTable, row: &'a ModelRow, point: &ScatterPoint) -> Option<Held<'a>> {
        let text = |text: &'a Option<String>| Held::Texts(text.as_deref().into_iter().collect());
        let field = self.field.to_lowercase();
        Some(match field.as_str() {
            "label" | "model" | "name" => Held::Texts(vec![&row.label, &row.name]),
            "organization" | "organisation" | "company" => {
                let whole = row.organization.as_deref().into_iter();
                Held::Texts(row.organizations().chain(whole).collect())
            }
            "country" => text(&row.country),
            "accessibility" | "license" | "licence" => {
                let open = row.open_weights.map(|open| if open { "open" } else { "closed" });
                Held::Texts(row.accessibility.as_deref().into_iter().chain(open).collect())
            }
            "certainty" | "confidence" => text(&row.certainty),
            "date" | "released" => Held::Date(row.released),
            "cost" => Held::Number(point.cost),
            "score" => Held::Number(point.score),
            _ => {
                let column = table.columns.iter().find(|column| is_alike(&column.name, &self.field))?;
                Held::Number(column.value(point.row))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ModelColumn;
    use jiff::civil::date;

    #[test]
    fn models_are_taken_by_what_they_are() {
        let row = ModelRow {
            name: "DeepSeek-R1".to_owned(),
            label: "R1".to_owned(),
            organization: Some("DeepSeek, Tsinghua University".to_owned()),
            released: Some(date(2025, 1, 20)),
            open_weights: Some(true),
            ..ModelRow::default()
        };
        let column =
            ModelColumn { name: "GPQA Diamond".to_owned(), values: vec![71.5], ..ModelColumn::default() };
        let table = ModelTable { rows: vec![row], columns: vec![column], header: Vec::new() };
        let point = ScatterPoint {
            row: 0,
            cost: Some(0.96),
            score: Some(71.5),
            interval: None,
            basis: None,
            on_frontier: false,
            is_later: false,
            is_priced_later: false,
        };
        let cases = [
            ("organization=deepseek", true),
            ("organization = Tsinghua  University", true),
            ("organization=OpenAI", false),
            ("organization!=OpenAI", true),
            ("label=r1", true),
            ("model=DeepSeek-R1", true),
            ("accessibility=open", true),
            ("date<=2025-01-27", true),
            ("date>2025-01-27", false),
            ("cost<1", true),
            ("cost>=$1", false),
            ("score=71.5", true),
            ("gpqa diamond>70", true),
            ("country=China", false),
            ("country!=China", true),
            ("certainty=Likely", false),
            ("date>soon", false),
            ("organization>A", false),
        ];
        for (text, expected) in cases {
            let filter = Filter::parse(text).unwrap();
            assert!(filter.is_known(&table), "{text}");
            assert_eq!(filter.takes(&table, &point), expected, "{text}");
        }
        assert!(!Filter::parse("smell=good").unwrap().is_known(&table));
        for text in ["", "organization", "=x", "cost>", "a!b"] {
            assert_eq!(Filter::parse(text), None, "{text}");
        }
    }
}
