//! A figure as it is ordered without a window: how it is written, and what of the data it shows.

use jiff::civil::Date;

use crate::chart::{Grouping, Span, StudyColumn, View};
use crate::model::{
    Annotation, Cost, Data, Document, Event, Message, Moment, Scale, ScatterChoices, SeriesId, Split,
    StudyOptions, Wording,
};
use crate::study::{
    self, Analysis, Filter,
    models::{names_near, row_named},
};

use super::super::open;
use super::super::scatter::known_cost;
use super::ExportOptions;

/// Everything that decides one figure beside the files. What is `None` follows from the data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Order {
    /// How it is written.
    pub options: ExportOptions,
    /// Date of the event, and its instant where a time was given.
    pub event: Option<(Date, Option<Moment>)>,
    /// Name of the event.
    pub event_name: Option<String>,
    /// Which sessions it shows.
    pub span: Span,
    /// The first date shown, instead of the span's.
    pub from: Option<Date>,
    /// The last date shown, instead of the span's.
    pub to: Option<Date>,
    /// The series drawn beside the index, in the order of their colours; the data's own choice
    /// where none is named.
    pub series: Vec<String>,
    /// The index.
    pub index: Option<String>,
    /// How the event is studied.
    pub study: StudyOptions,
    /// What is said of jumps that look like splits.
    pub splits: Vec<NamedSplit>,
    /// Values of the market chart.
    pub scale: Scale,
    /// Cost of the model chart; the first that the models have where none is named.
    pub cost: Option<Cost>,
    /// Header of the score column.
    pub score: Option<String>,
    /// Everything else about the chart of models.
    pub scatter: ScatterChoices,
    /// The user's own words.
    pub wording: Wording,
    /// Notes in the charts.
    pub annotations: Vec<Annotation>,
    /// Columns of a table behind the names; those of every table where there are none.
    pub columns: Vec<StudyColumn>,
    /// What the rows of a table are grouped by.
    pub group: Option<Grouping>,
}

/// What is said of a jump that looks like a split, with the series as it was named.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedSplit {
    /// Ticker or name of the series.
    pub series: String,
    /// The first session at the new price.
    pub date: Date,
    /// New shares for an old one, 1 where it is no split.
    pub ratio: f64,
}

/// Document, study and view of an order.
pub struct Prepared {
    /// The decisions.
    pub document: Document,
    /// The study of these data for them.
    pub analysis: Analysis,
    /// What is in view.
    pub view: View,
}

impl Order {
    /// The document, study and view that the order asks for.
    ///
    /// # Errors
    /// What to tell: a series, index or score that is not in the data, dates between which no
    /// session lies, an event without a session.
    pub fn prepare(&self, data: &Data) -> Result<Prepared, Message> {
        let (document, analysis) = self.decide(data)?;
        if let Some((date, _)) = self.event.as_ref().filter(|_| !data.series.is_empty())
            && analysis.moves.iter().all(|found| found.event.is_none())
            && self.options.kind != crate::chart::FigureKind::Models
        {
            return Err(Message::new("app-order-no-session").with("date", date.to_string()));
        }
        let view = View {
            span: self.span,
            sessions: self.sessions(&analysis)?,
            columns: self.columns.clone(),
            group: self.group,
            ..View::default()
        };
        Ok(Prepared { document, analysis, view })
    }

    /// Document and study that the order asks for, whether or not the event has a session.
    ///
    /// # Errors
    /// What to tell: a series, index or score that is not in the data.
    pub fn decide(&self, data: &Data) -> Result<(Document, Analysis), Message> {
        let index = self.index.as_deref().map(|name| series_named(data, name)).transpose()?;
        let split = |split: &NamedSplit| {
            let series = series_named(data, &split.series)?;
            Ok(Split { series, date: split.date, ratio: split.ratio })
        };
        let splits = self.splits.iter().map(split).collect::<Result<_, Message>>()?;
        // A name may hold the comma that divides names.
        let whole = series_named(data, &self.series.join(",")).ok().filter(|_| self.series.len() > 1);
        let picks: Vec<SeriesId> = match whole {
            Some(one) => vec![one],
            None => self.series.iter().map(|name| series_named(data, name)).collect::<Result<_, _>>()?,
        };
        if let Some(score) = &self.score {
            check_score(data, score)?;
        }
        check_scatter(data, &self.scatter)?;
        let choices = Document {
            event: self.event(data)?,
            index,
            scale: self.scale,
            cost: self.cost.unwrap_or_else(|| known_cost(data, Cost::default())),
            score: self.score.clone(),
            scatter: self.scatter.clone(),
            wording: self.wording.clone(),
            annotations: self.annotations.clone(),
            study: StudyOptions { splits, ..self.study.clone() },
            ..Document::default()
        };
        let (mut document, mut analysis) = open::first_document(data, choices);
        if !picks.is_empty() {
            let main = study::main_index(&document, data).map(|series| series.id.clone());
            let drawn = |id: &SeriesId| picks.contains(id) || main.as_ref() == Some(id);
            document.hidden =
                data.series.iter().map(|series| &series.id).filter(|id| !drawn(id)).cloned().collect();
            document.picks = picks.into_iter().filter(|id| main.as_ref() != Some(id)).collect();
            analysis = study::analyse(data, &document);
        }
        Ok((document, analysis))
    }

    fn event(&self, data: &Data) -> Result<Option<Event>, Message> {
        let given = self.event.as_ref().map(|(date, moment)| {
            let known = open::event_on(data, *date);
            Event { moment: moment.clone().or(known.moment.clone()), ..known }
        });
        let found = given.or_else(|| open::first_event(data));
        match (found, &self.event_name) {
            (Some(event), Some(name)) => Ok(Some(Event { name: name.clone(), ..event })),
            (None, Some(_)) => Err(Message::new("app-order-name-without-date")),
            (found, None) => Ok(found),
        }
    }

    /// First and last place on the axis, where dates were given.
    fn sessions(&self, analysis: &Analysis) -> Result<Option<[f64; 2]>, Message> {
        if self.from.is_none() && self.to.is_none() {
            return Ok(None);
        }
        let sessions = &analysis.sessions;
        if sessions.are_rows() {
            return Err(Message::new("app-order-rows"));
        }
        let view = View { span: Span::All, ..View::default() };
        let all = crate::chart::session_axis::shown_sessions(sessions, &view);
        let first = self.from.map_or(all[0], |date| sessions.at_or_after(date) as f64);
        let last = self
            .to
            .map_or(all[1], |date| sessions.dates().partition_point(|session| *session <= date) as f64 - 1.0);
        if last <= first {
            let end = |given: Option<Date>, known: Option<&Date>| {
                given.or(known.copied()).map(|date| date.to_string()).unwrap_or_default()
            };
            return Err(Message::new("app-order-no-sessions-between")
                .with("from", end(self.from, sessions.dates().first()))
                .with("to", end(self.to, sessions.dates().last())));
        }
        Ok(Some([first, last]))
    }
}

/// The series of that ticker or name, in any case of its letters.
fn series_named(data: &Data, name: &str) -> Result<SeriesId, Message> {
    let wanted = name.trim().to_lowercase();
    let all = || data.series.iter();
    let exact = all().find(|series| series.id.as_str() == name.trim());
    let found = exact
        .or_else(|| all().find(|series| series.id.as_str().to_lowercase() == wanted))
        .or_else(|| all().find(|series| series.name().to_lowercase() == wanted));
    found.map(|series| series.id.clone()).ok_or_else(|| {
        let known: Vec<&str> = all().map(|series| series.id.as_str()).collect();
        Message::new("app-order-no-series").with("name", name).with("known", known.join(", "))
    })
}

fn check_score(data: &Data, score: &str) -> Result<(), Message> {
    let Some(table) = &data.models else {
        return Err(Message::new("app-order-no-models").with("score", score));
    };
    if table.scores().any(|column| column.name == score) {
        return Ok(());
    }
    let known: Vec<&str> = table.scores().map(|column| column.name.as_str()).collect();
    Err(Message::new("app-order-no-score").with("score", score).with("known", known.join(", ")))
}

/// Whether the models and fields that are named are there.
fn check_scatter(data: &Data, choices: &ScatterChoices) -> Result<(), Message> {
    let Some(table) = &data.models else { return Ok(()) };
    let named = choices.marked.iter().chain(choices.compare.iter().flatten());
    if let Some(name) = named.into_iter().find(|name| row_named(table, name).is_none()) {
        let near: Vec<String> = names_near(table, name).into_iter().map(str::to_owned).collect();
        return Err(if near.is_empty() {
            Message::new("app-order-no-model").with("name", name.as_str())
        } else {
            Message::new("app-order-no-model-near").with("name", name.as_str()).with("near", near)
        });
    }
    let mut filters = choices.filters.iter().filter_map(|filter| Filter::parse(filter));
    match filters.find(|filter| !filter.is_known(table)) {
        Some(unknown) => Err(Message::new("app-models-no-field").with("field", unknown.field())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::sample_app;
    use jiff::civil::date;

    fn prepared(order: &Order) -> Result<Prepared, &'static str> {
        order.prepare(sample_app().data()).map_err(|message| message.key)
    }

    #[test]
    fn an_order_for_nothing_is_the_first_document_of_the_window() {
        let app = sample_app();
        let prepared = prepared(&Order::default()).unwrap();
        assert_eq!(&prepared.document, app.document());
        assert_eq!(prepared.view, View::default());
    }

    #[test]
    fn models_are_drawn_by_a_cost_that_they_have_unless_one_is_named() {
        use crate::model::{ColumnRole, Data, ModelColumn, ModelRow, ModelTable};
        let column = |name: &str, role| ModelColumn {
            name: name.to_owned(),
            role,
            values: vec![1.0],
            ..ModelColumn::default()
        };
        let table = ModelTable {
            rows: vec![ModelRow { name: "A".to_owned(), ..ModelRow::default() }],
            columns: vec![column("total_cost", ColumnRole::CostRun), column("pass", ColumnRole::Score)],
            header: Vec::new(),
        };
        let data = Data { models: Some(std::sync::Arc::new(table)), ..Data::default() };
        let cost = |order: &Order| order.decide(&data).unwrap().0.cost;
        assert_eq!(cost(&Order::default()), Cost::Run);
        assert_eq!(cost(&Order { cost: Some(Cost::Api), ..Order::default() }), Cost::Api);
    }

    #[test]
    fn named_series_stand_beside_the_index_alone() {
        let order = Order { series: vec!["mu".into(), "Nvidia".into()], ..Order::default() };
        let document = prepared(&order).unwrap().document;
        assert_eq!(document.picks, [SeriesId::new("MU"), SeriesId::new("NVDA")]);
        let drawn = sample_app().data().series.len() - document.hidden.len();
        assert_eq!((drawn, document.hidden.contains(&SeriesId::new("NDX"))), (3, false));
        let other = Order { index: Some("SPX".into()), ..order };
        assert!(prepared(&other).unwrap().document.hidden.contains(&SeriesId::new("NDX")));
    }

    #[test]
    fn dates_are_the_sessions_between_them() {
        let order = Order { from: Some(date(2025, 1, 18)), to: Some(date(2025, 2, 1)), ..Order::default() };
        let Prepared { analysis, view, .. } = prepared(&order).unwrap();
        let [first, last] = view.sessions.unwrap();
        let at = |place: f64| analysis.sessions.date(place as usize);
        assert_eq!((at(first), at(last)), (Some(date(2025, 1, 20)), Some(date(2025, 1, 31))));
    }

    #[test]
    fn what_the_data_lack_is_told() {
        let day = |day| Some(date(2025, 1, day));
        let cases = [
            (Order { series: vec!["NVDX".into()], ..Order::default() }, "app-order-no-series"),
            (Order { index: Some("DAX".into()), ..Order::default() }, "app-order-no-series"),
            (Order { score: Some("charm".into()), ..Order::default() }, "app-order-no-score"),
            (
                Order {
                    scatter: ScatterChoices { marked: vec!["HAL".into()], ..ScatterChoices::default() },
                    ..Order::default()
                },
                "app-order-no-model",
            ),
            (
                Order {
                    scatter: ScatterChoices { marked: vec!["DeepSeek".into()], ..ScatterChoices::default() },
                    ..Order::default()
                },
                "app-order-no-model-near",
            ),
            (
                Order {
                    scatter: ScatterChoices {
                        filters: vec!["smell=good".into()],
                        ..ScatterChoices::default()
                    },
                    ..Order::default()
                },
                "app-models-no-field",
            ),
            (Order { from: day(25), to: day(26), ..Order::default() }, "app-order-no-sessions-between"),
            (Order { event: Some((date(1999, 1, 1), None)), ..Order::default() }, "app-order-no-session"),
        ];
        for (order, key) in cases {
            assert_eq!(prepared(&order).map(|_| ()), Err(key), "{order:?}");
        }
    }
}
