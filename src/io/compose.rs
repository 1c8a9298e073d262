//! All opened files to what is known: series with unique ids and what is told about them, one
//! model table, and the side tables joined.
//!
//! Two files of one instrument become one series only when they agree wherever both have a row;
//! otherwise both stay, each under its file's name, and the difference is said.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::models;
use super::report::short;
use crate::model::{
    Bars, Columns, Content, Data, Decision, Loaded, Message, ModelTable, Series, SeriesId, SeriesInfo,
    Source, SourceId, Stamp, TrainingCost, Warning, WarningKind,
};

/// Joins every opened file, in opening order.
#[must_use]
pub fn compose(loaded: &[(SourceId, Arc<Loaded>)]) -> Data {
    let mut data =
        Data { sources: loaded.iter().map(|(id, file)| Source::new(*id, file)).collect(), ..Data::default() };
    let mut known: BTreeMap<&str, &SeriesInfo> = BTreeMap::new();
    let mut parts: Vec<Part> = Vec::new();
    let mut models_at: Vec<(SourceId, &Arc<ModelTable>)> = Vec::new();
    let mut costs_at: Vec<(SourceId, &[TrainingCost])> = Vec::new();
    for (id, file) in loaded {
        match &file.content {
            Content::Prices(series) => {
                for (info, bars) in series {
                    parts.push(Part { source: *id, file, info, bars: Arc::clone(bars) });
                }
            }
            Content::Models(models) => models_at.push((*id, models)),
            Content::Events(events) => data.events.extend(events.iter().cloned()),
            Content::Shares(shares) => data.shares.extend(shares.iter().cloned()),
            Content::Reported(reported) => data.reported.extend(reported.iter().cloned()),
            Content::Series(infos) => known.extend(infos.iter().map(|info| (info.series.as_str(), info))),
            Content::Values(costs) => {
                data.training_costs.extend(costs.iter().cloned());
                costs_at.push((*id, costs));
            }
            Content::MarketValues(values) => data.market_values = Some(Arc::clone(values)),
        }
    }
    join_models(&models_at, &mut data);
    add_costs(&costs_at, &mut data);
    let mut ids = BTreeSet::new();
    for group in groups(parts) {
        join(group, &known, &mut ids, &mut data);
    }
    data
}

/// Joins the model tables in opening order, tells what each matched and did not, and computes the
/// blended prices that one file has for the models of another.
fn join_models(tables: &[(SourceId, &Arc<ModelTable>)], data: &mut Data) {
    let mut tables = tables.iter();
    let Some((_, first)) = tables.next() else { return };
    let mut all = Arc::clone(first);
    for (id, table) in tables {
        let name = file_name(data, *id);
        let (mut joined, found) = models::join(&all, table, &name);
        tell_joined(&found, &name, *id, data);
        if let Some(message) = models::fill_blend(&mut joined) {
            warn_kind(&mut data.sources, *id, WarningKind::Ambiguous, message);
        }
        all = Arc::new(joined);
    }
    data.models = Some(all);
}

/// Tells at a file how its models joined those of the files before it.
fn tell_joined(found: &models::Joined, file: &str, id: SourceId, data: &mut Data) {
    let mut tell = |message: Message| warn_kind(&mut data.sources, id, WarningKind::Ambiguous, message);
    if found.matched == 0 {
        tell(Message::new("io-models-none-shared").with("file", file));
    } else {
        let apart = [("io-models-unmatched", &found.later), ("io-models-unmatched-before", &found.earlier)];
        for (key, labels) in apart.into_iter().filter(|(_, labels)| !labels.is_empty()) {
            tell(about(key, labels, file));
        }
    }
    if !found.alike.is_empty() {
        tell(about("io-models-alike", &found.alike, file));
    }
    if !found.dated_apart.is_empty() {
        tell(about("io-models-dated-apart", &found.dated_apart, file));
    }
    for (column, labels) in &found.contradicted {
        tell(about("io-models-contradicted", labels, file).with("column", column.as_str()));
    }
}

/// A sentence about models of a file.
fn about(key: &'static str, names: &[String], file: &str) -> Message {
    Message::new(key).with("count", names.len()).with("names", names.to_vec()).with("file", file)
}

/// Adds the training costs of files of their own to the models, and names at each file the models
/// that no table has and those of another full name.
fn add_costs(files: &[(SourceId, &[TrainingCost])], data: &mut Data) {
    let Some(all) = data.models.as_mut().filter(|_| !data.training_costs.is_empty()) else { return };
    let models::AddedCosts { missing, alike } =
        models::add_training_costs(Arc::make_mut(all), &data.training_costs);
    let is_sample = data.sources.iter().all(|source| source.sample);
    for (id, costs) in files {
        let file = file_name(data, *id);
        let is_here = |name: &String| costs.iter().any(|cost| models::is_named(&cost.model, name));
        let here: Vec<String> = missing.iter().filter(|name| is_here(name)).cloned().collect();
        // How the files of the sample belong together was settled with them.
        let joined = alike.iter().filter(|(name, _)| !is_sample && is_here(name));
        let joined: Vec<String> =
            joined.map(|(name, label)| format!("{} = {}", short(name), short(label))).collect();
        let told = [("io-models-costs-unmatched", here), ("io-models-costs-alike", joined)];
        for (key, names) in told.into_iter().filter(|(_, names)| !names.is_empty()) {
            warn_kind(&mut data.sources, *id, WarningKind::Ambiguous, about(key, &names, &file));
        }
    }
}

/// One series of one file.
struct Part<'a> {
    source: SourceId,
    file: &'a Loaded,
    info: &'a SeriesInfo,
    bars: Arc<Bars>,
}

/// Parts of one name together, in order of first appearance.
fn groups(parts: Vec<Part<'_>>) -> Vec<Vec<Part<'_>>> {
    let mut groups: Vec<Vec<Part>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for part in parts {
        let place = *places.entry(part.info.series.as_str()).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(part),
            None => groups.push(vec![part]),
        }
    }
    groups
}

/// Adds the series of one name: one where its parts agree, one a file where they do not.
fn join(group: Vec<Part>, known: &BTreeMap<&str, &SeriesInfo>, ids: &mut BTreeSet<String>, data: &mut Data) {
    let mut kept: Vec<Part> = Vec::new();
    for part in group {
        let mut conflict = None;
        let mut is_joined = false;
        for earlier in &mut kept {
            match joined(earlier, &part) {
                Ok(bars) => {
                    earlier.bars = Arc::new(bars);
                    is_joined = true;
                    break;
                }
                Err(difference) => {
                    conflict = conflict.or(Some((difference, file_name(data, earlier.source))));
                }
            }
        }
        if is_joined {
            continue;
        }
        if let Some((difference, other)) = conflict {
            warn(&mut data.sources, part.source, difference.message(&part.info.series, other));
        }
        kept.push(part);
    }
    let is_alone = kept.len() == 1;
    for part in kept {
        let name = part.info.series.as_str();
        let id =
            if is_alone { name.to_owned() } else { format!("{name} ({})", file_name(data, part.source)) };
        let info = known.get(name).map_or_else(|| part.info.clone(), |told| described(&part, told));
        data.series.push(Series { id: unique(&id, ids), source: part.source, info, bars: part.bars });
    }
}

/// The id, with a number behind it where it is taken.
fn unique(id: &str, ids: &mut BTreeSet<String>) -> SeriesId {
    let mut free = id.to_owned();
    let mut number = 2_u32;
    while !ids.insert(free.clone()) {
        free = format!("{id} {number}");
        number += 1;
    }
    SeriesId::new(&free)
}

/// What the user says, else a series file, else the price file itself.
fn described(part: &Part, told: &SeriesInfo) -> SeriesInfo {
    let own = part.info;
    let is_chosen = |decision: Decision| {
        part.file.assumptions.iter().any(|made| {
            made.key == decision.key()
                && made.column.as_deref() == Some(own.series.as_str())
                && made.evidence.key == "io-evidence-chosen"
        })
    };
    let either = |told: &Option<String>, own: &Option<String>| told.clone().or_else(|| own.clone());
    SeriesInfo {
        series: own.series.clone(),
        name: either(&told.name, &own.name),
        role: if is_chosen(Decision::SeriesRole) { own.role } else { told.role },
        exchange: either(&told.exchange, &own.exchange),
        currency: if is_chosen(Decision::SeriesCurrency) {
            own.currency.clone()
        } else {
            either(&told.currency, &own.currency)
        },
        issuer: either(&told.issuer, &own.issuer),
        sector: either(&told.sector, &own.sector),
    }
}

/// How two files of one instrument differ.
#[derive(Clone, Debug, PartialEq)]
enum Difference {
    /// One has days, the other times, or wall-clock times and instants.
    Clock,
    /// The first row in which both have a value and it is not the same.
    Value { stamp: String, here: f64, there: f64 },
    /// Their prices are in different currencies.
    Currency { here: String, there: String },
    /// The joined rows cannot be ordered.
    Order,
    /// One gives returns: a level that is compounded of a part of them is another.
    Returns,
}

impl Difference {
    fn message(&self, series: &str, other: String) -> Message {
        match self {
            Self::Clock | Self::Order => {
                Message::new("io-conflict-clock").with("series", short(series)).with("other", other)
            }
            Self::Returns => {
                Message::new("io-conflict-returns").with("series", short(series)).with("other", other)
            }
            Self::Currency { here, there } => Message::new("io-conflict-currency")
                .with("series", short(series))
                .with("here", here.as_str())
                .with("there", there.as_str())
                .with("other", other),
            Self::Value { stamp, here, there } => Message::new("io-conflict-value")
                .with("series", short(series))
                .with("date", stamp.as_str())
                .with("here", here.to_string())
                .with("there", there.to_string())
                .with("other", other),
        }
    }
}

/// Rows of both, when they are in one currency as far as that is known and agree.
fn joined(earlier: &Part, later: &Part) -> Result<Bars, Difference> {
    match (&later.info.currency, &earlier.info.currency) {
        (Some(here), Some(there)) if here != there => {
            Err(Difference::Currency { here: here.clone(), there: there.clone() })
        }
        _ => merged(&earlier.bars, &later.bars),
    }
}

/// Rows of both, when every value that both have is the same.
fn merged(first: &Bars, second: &Bars) -> Result<Bars, Difference> {
    let clock = |bars: &Bars| bars.columns().stamps.first().map(std::mem::discriminant);
    if first.is_empty() || second.is_empty() || clock(first) != clock(second) {
        return Err(Difference::Clock);
    }
    let (a, b) = (first.columns(), second.columns());
    if !a.returns.is_empty() || !b.returns.is_empty() {
        return Err(Difference::Returns);
    }
    let mut rows: Vec<(Stamp, Option<usize>, Option<usize>)> = Vec::with_capacity(first.len() + second.len());
    let (mut left, mut right) = (0, 0);
    loop {
        let next = match (a.stamps.get(left), b.stamps.get(right)) {
            (None, None) => break,
            (Some(one), Some(two)) if one.civil() == two.civil() => (*one, Some(left), Some(right)),
            (Some(one), Some(two)) if one.civil() < two.civil() => (*one, Some(left), None),
            (Some(one), None) => (*one, Some(left), None),
            (_, Some(two)) => (*two, None, Some(right)),
        };
        left += usize::from(next.1.is_some());
        right += usize::from(next.2.is_some());
        rows.push(next);
    }
    let pair = |pick: fn(&Columns) -> &Vec<f64>| column(&rows, pick(a), pick(b));
    let columns = Columns {
        stamps: rows.iter().map(|(stamp, ..)| *stamp).collect(),
        close: pair(|columns| &columns.close)?,
        open: pair(|columns| &columns.open)?,
        high: pair(|columns| &columns.high)?,
        low: pair(|columns| &columns.low)?,
        adj_close: pair(|columns| &columns.adj_close)?,
        volume: pair(|columns| &columns.volume)?,
        returns: Vec::new(),
    };
    Bars::new(columns).map_err(|_| Difference::Order)
}

fn column(
    rows: &[(Stamp, Option<usize>, Option<usize>)],
    first: &[f64],
    second: &[f64],
) -> Result<Vec<f64>, Difference> {
    if first.is_empty() && second.is_empty() {
        return Ok(Vec::new());
    }
    let at = |values: &[f64], row: Option<usize>| {
        row.and_then(|row| values.get(row)).copied().filter(|value| value.is_finite())
    };
    rows.iter()
        .map(|(stamp, left, right)| match (at(first, *left), at(second, *right)) {
            // The same text was read twice, so that equal values are equal to the bit.
            (Some(there), Some(here)) if there.to_bits() != here.to_bits() => {
                Err(Difference::Value { stamp: stamp.to_string(), here, there })
            }
            (one, two) => Ok(one.or(two).unwrap_or(f64::NAN)),
        })
        .collect()
}

fn warn(sources: &mut [Source], id: SourceId, message: Message) {
    warn_kind(sources, id, WarningKind::Conflict, message);
}

fn warn_kind(sources: &mut [Source], id: SourceId, kind: WarningKind, message: Message) {
    if let Some(source) = sources.iter_mut().find(|source| source.id == id) {
        source.warnings.push(Warning::new(None, kind, message));
    }
}

fn file_name(data: &Data, id: SourceId) -> String {
    data.source(id).map(Source::file_name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::{Control, read_bytes};
    use crate::model::{Overrides, Role};
    use std::path::Path;

    fn open(files: &[(&str, &str)]) -> Data {
        let read = |(index, (name, text)): (usize, &(&str, &str))| {
            let loaded =
                read_bytes(Path::new(name), text.as_bytes(), &Overrides::default(), &Control::unwatched())
                    .unwrap();
            (SourceId(u32::try_from(index).unwrap()), Arc::new(loaded))
        };
        compose(&files.iter().enumerate().map(read).collect::<Vec<_>>())
    }

    fn ids(data: &Data) -> Vec<(&str, usize)> {
        data.series.iter().map(|series| (series.id.as_str(), series.bars.len())).collect()
    }

    #[test]
    fn training_costs_of_models_that_no_table_has_are_named_at_their_file() {
        let costs = "model,cost_usd,dollar_year,method,basis\n";
        let data = open(&[
            ("models.csv", "model,organization,gpqa\nA,X,50\nB,Y,60\n"),
            (
                "one.csv",
                &format!("{costs}A,1000,2024,cloud rental,reported\nPaLM (540B),9,2022,rental,estimated\n"),
            ),
            ("two.csv", &format!("{costs}B,3000,2024,cloud rental,reported\n")),
        ]);
        let table = data.models.as_ref().unwrap();
        let values = table.training_costs(crate::model::CostBasis::CloudRental).unwrap().values;
        assert_eq!(values, [1000.0, 3000.0]);
        let told: Vec<Vec<String>> = data
            .sources
            .iter()
            .map(|source| {
                let own = source.warnings.iter().filter(|it| it.message.key == "io-models-costs-unmatched");
                own.map(|warning| format!("{:?}", warning.message)).collect()
            })
            .collect();
        assert_eq!(told.iter().map(Vec::len).collect::<Vec<_>>(), [0, 1, 0]);
        assert!(told[1][0].contains("PaLM"), "{told:?}");
    }

    #[test]
    fn files_that_agree_become_one_series() {
        let data = open(&[
            ("a/NVDA.csv", "date,close\n2025-01-23,147.22\n2025-01-24,142.62\n"),
            ("b/NVDA.csv", "date,open,close\n2025-01-24,148,142.62\n2025-01-27,124.8,118.42\n"),
        ]);
        assert_eq!(ids(&data), [("NVDA", 3)]);
        let columns = data.series[0].bars.columns();
        assert_eq!(columns.close, [147.22, 142.62, 118.42]);
        assert!(columns.open[0].is_nan());
        assert_eq!(columns.open[1..], [148.0, 124.8]);
        assert_eq!(data.series[0].source, SourceId(0));
        assert!(data.sources.iter().all(|source| source.warnings.is_empty()));
    }

    #[test]
    fn files_that_disagree_both_stay_and_the_first_difference_is_said() {
        let data = open(&[
            ("a.csv", "date,ticker,close\n2025-01-23,NVDA,1\n2025-01-24,NVDA,142.62\n"),
            ("b.csv", "date,ticker,close\n2025-01-24,NVDA,142.6\n2025-01-24,MU,103.19\n"),
        ]);
        assert_eq!(ids(&data), [("NVDA (a.csv)", 2), ("NVDA (b.csv)", 1), ("MU", 1)]);
        assert_eq!(data.series[1].info.series, "NVDA");
        let warning = data.sources[1].warnings.last().unwrap();
        let message = Message::new("io-conflict-value")
            .with("series", "NVDA")
            .with("date", "2025-01-24")
            .with("here", "142.6")
            .with("there", "142.62")
            .with("other", "a.csv");
        assert_eq!((warning.kind, &warning.message), (WarningKind::Conflict, &message));
    }

    #[test]
    fn equal_file_names_still_give_unique_ids() {
        let data = open(&[
            ("a/NVDA.csv", "date,close\n2025-01-24,1\n"),
            ("b/NVDA.csv", "date,close\n2025-01-24,2\n"),
            ("c/NVDA.csv", "date,close\n2025-01-24 09:30,2\n"),
        ]);
        let expected = [("NVDA (NVDA.csv)", 1), ("NVDA (NVDA.csv) 2", 1), ("NVDA (NVDA.csv) 3", 1)];
        assert_eq!(ids(&data), expected);
        assert_eq!(data.sources[2].warnings.last().unwrap().message.key, "io-conflict-clock");
    }

    #[test]
    fn a_series_file_tells_who_they_are_whenever_it_is_opened() {
        let data = open(&[
            ("series.csv", "series,name,role\nNDX,Nasdaq 100,index\n"),
            ("NDX.csv", "date,close\n2025-01-24,21774.01\n"),
        ]);
        assert_eq!((data.series[0].name(), data.series[0].info.role), ("Nasdaq 100", Role::Index));
    }

    #[test]
    fn model_tables_become_one_and_say_what_did_not_match() {
        let first = ("one.csv", "model,gpqa\nA,50\nB,60\n");
        let data = open(&[first, ("two.csv", "model,aime\nb,30\nC,70\n")]);
        let models = data.models.as_ref().unwrap();
        let names: Vec<&str> = models.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["A", "B", "C"]);
        assert_eq!((models.value("aime", 1), models.value("gpqa", 2)), (Some(30.0), None));
        let keys: Vec<_> = data.sources[1].warnings.iter().map(|warning| warning.message.key).collect();
        assert_eq!(keys, ["io-models-unmatched", "io-models-unmatched-before"]);
        let apart = open(&[first, ("two.csv", "model,aime\nC,70\n")]);
        assert_eq!(apart.models.unwrap().rows.len(), 3, "nothing is dropped");
        assert_eq!(apart.sources[1].warnings.last().unwrap().message.key, "io-models-none-shared");
    }

    #[test]
    fn model_tables_tell_what_joins_by_more_than_the_name() {
        let scores = (
            "s.csv",
            "Model,Release date,Price (blended),GPQA\nDeepSeek-R1,2025-01-20,,71\nV3,2024-12-26,1,59\n",
        );
        let prices = ("p.csv", "Model,Input price,Output price,GPQA\nDeepSeek R1,0.55,2.19,71\nV3,1,1,60\n");
        let data = open(&[scores, prices]);
        let keys: Vec<_> = data.sources[1].warnings.iter().map(|warning| warning.message.key).collect();
        assert_eq!(keys, ["io-models-alike", "io-models-contradicted", "io-blend-filled"]);
        let models = data.models.as_ref().unwrap();
        let blend = models.value("Price (blended)", 0).unwrap();
        assert!((blend - 0.96).abs() < 1e-12, "(3 × 0.55 + 2.19) / 4");
        let dated = open(&[
            ("a.csv", "model,date,gpqa\no3,2025-04-16,80\n"),
            ("b.csv", "model,date,aime\nO3,2025-06-25,90\n"),
        ]);
        assert_eq!(dated.sources[1].warnings.last().unwrap().message.key, "io-models-dated-apart");
        assert_eq!(dated.models.unwrap().rows.len(), 1);
    }

    #[test]
    fn nothing_open_is_nothing_known() {
        assert_eq!(compose(&[]), Data::default());
    }

    #[test]
    fn prices_in_two_currencies_are_no_one_series() {
        let data = open(&[
            ("a/ASML.csv", "date,close (EUR)\n2025-01-23,700\n2025-01-24,710\n"),
            ("b/ASML.csv", "date,close (USD)\n2025-01-27,690\n2025-01-28,680\n"),
            ("c/ASML.csv", "date,close\n2025-01-29,670\n"),
        ]);
        let told: Vec<_> = data.series.iter().map(|series| series.info.currency.as_deref()).collect();
        assert_eq!(told, [Some("EUR"), Some("USD")], "days apart, and no word of a common currency");
        assert_eq!(data.sources[1].warnings.last().unwrap().message.key, "io-conflict-currency");
        assert_eq!(data.series[0].bars.len(), 3, "a file that names none goes with the first");
    }

    #[test]
    fn what_the_user_says_of_a_series_counts_before_a_file_about_it() {
        let mut overrides = Overrides::default();
        overrides.set(Decision::SeriesRole, Some("ACME=index".to_owned()));
        let prices = "date,close\n2025-01-23,700\n2025-01-24,710\n";
        let told = "series,name,role,exchange,currency,issuer,sector\nACME,Acme Inc.,stock,XNAS,SEK,,\n";
        let read = |name: &str, text: &str, overrides: &Overrides| {
            let read = read_bytes(Path::new(name), text.as_bytes(), overrides, &Control::unwatched());
            Arc::new(read.unwrap())
        };
        let infos = |overrides: &Overrides| {
            let price = read("ACME.csv", prices, overrides);
            let about = read("series.csv", told, &Overrides::default());
            let info = compose(&[(SourceId(0), price), (SourceId(1), about)]).series[0].info.clone();
            (info.name, info.role, info.currency)
        };
        let (name, currency) = (Some("Acme Inc.".to_owned()), Some("SEK".to_owned()));
        assert_eq!(infos(&Overrides::default()), (name.clone(), Role::Stock, currency.clone()));
        assert_eq!(infos(&overrides), (name.clone(), Role::Index, currency));
        overrides.set(Decision::SeriesCurrency, Some("ACME=EUR".to_owned()));
        assert_eq!(infos(&overrides), (name, Role::Index, Some("EUR".to_owned())));
    }
}
