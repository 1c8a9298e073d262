//! The sample against the facts it was made from, written out here once more.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::*;
use crate::io::{compose, files};
use crate::model::{Bound, ColumnRole, Data, Kind, Quantity, Role, SourceId, Unit};

fn data() -> Data {
    let loaded = load_sample(&Control::unwatched()).unwrap();
    let numbered = loaded.into_iter().zip(0..).map(|(file, id)| (SourceId(id), Arc::new(file)));
    compose(&numbered.collect::<Vec<_>>())
}

/// Ticker, rows, closes of 24 January, 27 January and the last day, and the move in per cent.
const CLOSES: &[(&str, usize, f64, f64, f64, f64)] = &[
    ("NDX", 209, 21774.01, 21127.28, 19571.02, -2.970),
    ("SPX", 209, 6101.24, 6012.28, 5569.06, -1.458),
    ("NQ=F", 210, 21911.25, 21258.5, 19658.5, -2.979),
    ("NVDA", 209, 142.62, 118.42, 108.92, -16.968),
    ("MU", 209, 103.19, 91.11, 76.95, -11.707),
    ("AMD", 209, 122.84, 115.01, 97.35, -6.374),
    ("ASML.AS", 22, 700.7, 651.6, 722.7, -7.007),
    ("ASML", 209, 732.25, 690.15, 668.08, -5.749),
    ("AVGO", 209, 244.7, 202.13, 192.47, -17.397),
    ("TSM", 209, 221.88, 192.31, 166.69, -13.327),
    ("ARM", 209, 162.52, 145.96, 114.05, -10.190),
    ("MSFT", 209, 444.06, 434.56, 395.26, -2.139),
    ("GOOGL", 209, 200.21, 191.81, 158.8, -4.196),
    ("META", 209, 647.49, 659.88, 549.0, 1.914),
    ("AAPL", 209, 222.78, 229.86, 212.5, 3.178),
    ("VRT", 209, 146.32, 102.6, 85.38, -29.880),
];

#[test]
fn every_series_has_the_closes_of_the_facts() {
    let data = data();
    let ids: Vec<&str> = data.series.iter().map(|series| series.id.as_str()).collect();
    assert_eq!(ids, CLOSES.iter().map(|row| row.0).collect::<Vec<_>>());
    for (series, (id, rows, base, event, last, move_pct)) in data.series.iter().zip(CLOSES) {
        let bars = &series.bars;
        assert_eq!((bars.len(), bars.days().len()), (*rows, *rows), "{id}");
        assert_eq!(bars.close_on(date(2025, 1, 24)), Some(*base), "{id}");
        assert_eq!(bars.close_on(date(2025, 1, 27)), Some(*event), "{id}");
        let (last_day, last_close) = bars.day(rows - 1).unwrap();
        assert_eq!(Some(last_close), Some(*last), "{id}");
        let is_january_only = *id == "ASML.AS";
        assert_eq!(last_day, if is_january_only { date(2025, 1, 31) } else { date(2025, 4, 30) }, "{id}");
        let first_day = bars.day(0).unwrap().0;
        assert_eq!(first_day, if is_january_only { date(2025, 1, 2) } else { date(2024, 7, 1) }, "{id}");
        assert!(((event / base - 1.0) * 100.0 - move_pct).abs() < 0.001, "{id}");
    }
}

/// Ticker, open, high and low of 27 January 2025.
const EVENT_DAY: &[(&str, f64, f64, f64)] = &[
    ("NDX", 21000.17, 21292.54, 20974.9),
    ("SPX", 5969.04, 6017.17, 5962.92),
    ("NQ=F", 21771.0, 21771.0, 20763.75),
    ("NVDA", 124.8, 128.4, 116.7),
    ("MU", 94.86, 96.1, 88.36),
    ("AMD", 117.8, 118.08, 112.8),
    ("ASML.AS", 647.0, 657.8, 618.5),
    ("ASML", 672.79, 690.6, 671.94),
    ("AVGO", 213.4, 218.43, 196.23),
    ("TSM", 197.04, 207.0, 187.67),
    ("ARM", 148.9, 152.27, 142.32),
    ("MSFT", 424.01, 435.2, 423.5),
    ("GOOGL", 192.41, 196.88, 190.73),
    ("META", 626.61, 663.87, 625.1),
    ("AAPL", 224.02, 232.15, 223.98),
    ("VRT", 117.05, 121.48, 99.11),
];

#[test]
fn the_event_day_has_its_open_high_and_low() {
    let data = data();
    for (series, (id, open, high, low)) in data.series.iter().zip(EVENT_DAY) {
        let columns = series.bars.columns();
        let row = columns.stamps.iter().position(|stamp| stamp.date() == date(2025, 1, 27)).unwrap();
        assert_eq!(series.id.as_str(), *id);
        assert_eq!((columns.open[row], columns.high[row], columns.low[row]), (*open, *high, *low), "{id}");
    }
}

/// Ticker with the sums of all opens, highs, lows and closes in cents and of all volumes. A change
/// in any one cell changes a sum.
const SUMS: &[(&str, [i64; 5])] = &[
    ("NDX", [421_853_530, 425_171_792, 418_177_812, 421_863_740, 1_455_524_960_000]),
    ("SPX", [119_925_773, 120_636_979, 119_131_549, 119_928_126, 904_681_860_000]),
    ("NQ=F", [426_470_025, 430_541_075, 421_557_250, 426_365_180, 123_099_796]),
    ("NVDA", [2_623_794, 2_674_823, 2_562_794, 2_620_073, 58_685_744_500]),
    ("MU", [2_057_182, 2_095_192, 2_011_875, 2_051_344, 4_947_819_900]),
    ("AMD", [2_761_330, 2_808_488, 2_705_241, 2_753_928, 8_567_234_600]),
    ("ASML.AS", [1_571_050, 1_595_120, 1_544_180, 1_572_370, 19_121_187]),
    ("ASML", [16_117_126, 16_296_507, 15_853_383, 16_051_734, 371_477_700]),
    ("AVGO", [3_851_825, 3_922_029, 3_765_674, 3_845_893, 6_281_413_700]),
    ("TSM", [3_828_447, 3_884_702, 3_763_302, 3_824_719, 3_374_441_700]),
    ("ARM", [2_863_066, 2_936_936, 2_788_605, 2_864_605, 1_345_553_300]),
    ("MSFT", [8_701_294, 8_782_924, 8_614_328, 8_702_373, 4_542_101_200]),
    ("GOOGL", [3_608_082, 3_650_000, 3_565_723, 3_606_056, 6_058_761_600]),
    ("META", [12_048_110, 12_215_696, 11_861_889, 12_041_186, 3_091_811_000]),
    ("AAPL", [4_740_636, 4_797_543, 4_691_298, 4_750_077, 11_093_111_700]),
    ("VRT", [2_086_019, 2_137_770, 2_026_876, 2_084_196, 1_864_275_000]),
];

#[test]
fn every_cell_counts_in_the_sums_of_its_column() {
    let cents = |values: &[f64]| values.iter().map(|value| (value * 100.0).round() as i64).sum::<i64>();
    let found: Vec<(String, [i64; 5])> = data()
        .series
        .iter()
        .map(|series| {
            let columns = series.bars.columns();
            let volume = columns.volume.iter().filter(|volume| volume.is_finite()).map(|v| *v as i64).sum();
            let prices = [&columns.open, &columns.high, &columns.low, &columns.close].map(|v| cents(v));
            (series.id.as_str().to_owned(), [prices[0], prices[1], prices[2], prices[3], volume])
        })
        .collect();
    let expected: Vec<(String, [i64; 5])> = SUMS.iter().map(|(id, sums)| ((*id).to_owned(), *sums)).collect();
    assert_eq!(found, expected);
}

#[test]
fn no_file_of_the_sample_leaves_a_doubt() {
    let data = data();
    for source in &data.sources {
        assert!(source.sample);
        assert_eq!(source.warnings, [], "{}", source.path.display());
        let open: Vec<_> = source.assumptions.iter().filter(|a| !a.certain).map(|a| a.key).collect();
        assert_eq!(open, [""; 0], "{}", source.path.display());
    }
    let kinds: BTreeMap<String, Kind> = data.sources.iter().map(|s| (s.file_name(), s.kind)).collect();
    let expected = [
        ("series.csv", Kind::Series),
        ("shares.csv", Kind::Shares),
        ("reported.csv", Kind::Reported),
        ("events.csv", Kind::Events),
        ("models.csv", Kind::Models),
        ("training_costs.csv", Kind::Values),
        ("NQ=F.csv", Kind::Prices),
    ];
    for (name, kind) in expected {
        assert_eq!(kinds[name], kind, "{name}");
    }
}

#[test]
fn series_know_who_they_are() {
    let data = data();
    let told: Vec<(&str, &str, Role)> =
        data.series.iter().map(|s| (s.id.as_str(), s.name(), s.info.role)).collect();
    assert_eq!(told[0], ("NDX", "Nasdaq 100", Role::Index));
    assert_eq!(told[2], ("NQ=F", "Nasdaq 100 futures", Role::Future));
    assert_eq!(told[6], ("ASML.AS", "ASML, Amsterdam", Role::Stock));
    assert_eq!(data.series[6].info.currency.as_deref(), Some("EUR"));
    assert_eq!(data.series[6].info.issuer, data.series[7].info.issuer);
    assert!(data.series.iter().all(|series| series.info.name.is_some()));
}

#[test]
fn the_morning_report_is_all_there() {
    let found: Vec<_> =
        data().reported.iter().map(|r| (r.subject.clone(), r.quantity, r.value, r.bound)).collect();
    let expected = [
        ("NQ=F", Quantity::Move, -4.0, Bound::About),
        ("NVDA", Quantity::Move, -10.0, Bound::AtLeast),
        ("MU", Quantity::Move, -8.0, Bound::AtLeast),
        ("AMD", Quantity::Move, -4.0, Bound::About),
        ("ASML.AS", Quantity::Move, -10.0, Bound::AtLeast),
        ("market", Quantity::MarketValue, -1.24e12, Bound::About),
        ("DeepSeek-R1", Quantity::TrainingCost, 5.6e6, Bound::About),
        ("DeepSeek-R1", Quantity::Chips, 2000.0, Bound::About),
        ("US rivals", Quantity::TrainingCost, 1e8, Bound::AtLeast),
        ("US rivals", Quantity::Chips, 20_000.0, Bound::AtLeast),
    ];
    assert_eq!(found, expected.map(|(s, q, v, b)| (s.to_owned(), q, v, b)));
}

#[test]
fn models_and_their_figures_are_all_there() {
    let data = data();
    let models = data.models.unwrap();
    assert_eq!(models.rows.len(), 41);
    let row = |name: &str| models.rows.iter().position(|row| row.name == name).unwrap();
    let (r1, o1) = (row("DeepSeek-R1"), row("OpenAI o1-1217"));
    let cases = [
        ("training_cost_usd", Some(5_870_000.0), None),
        ("api_blended_usd_per_mtok", Some(0.96), Some(26.25)),
        ("aime_2024_pass1", Some(79.8), Some(79.2)),
        ("math_500", Some(97.3), Some(96.4)),
        ("gpqa_diamond", Some(71.5), Some(75.7)),
        ("codeforces_rating", Some(2029.0), Some(2061.0)),
        ("aider_polyglot_cost_usd", Some(5.4193), Some(186.4958)),
    ];
    for (column, of_r1, of_o1) in cases {
        assert_eq!((models.value(column, r1), models.value(column, o1)), (of_r1, of_o1), "{column}");
    }
    assert_eq!(models.rows[o1].label, "o1-1217");
    assert_eq!(models.rows[r1].released, Some(date(2025, 1, 20)));
    assert_eq!(models.rows[o1].price_date, Some(date(2025, 1, 21)));
    assert_eq!((models.rows[r1].open_weights, models.rows[o1].open_weights), (Some(true), Some(false)));
    assert!(models.rows[r1].cost_basis.as_deref().unwrap().starts_with("reported, summed"));
    let scores: Vec<(&str, Unit)> = models.scores().map(|c| (c.name.as_str(), c.unit)).collect();
    let percent = |name| (name, Unit::Percent);
    let expected = [
        percent("aime_2024_pass1"),
        percent("math_500"),
        percent("gpqa_diamond"),
        percent("gpqa_diamond_epoch"),
        percent("mmlu"),
        percent("livecodebench"),
        percent("codeforces_percentile"),
        ("codeforces_rating", Unit::Elo),
        percent("swe_bench_verified"),
        percent("aider_polyglot_pct"),
        percent("aider_polyglot_pct_vendor"),
        percent("livebench_2024_11_25"),
    ];
    assert_eq!(scores, expected);
    let of_role = |role| models.first_of(role).map(|column| column.name.as_str());
    assert_eq!(of_role(ColumnRole::CostTraining), Some("training_cost_usd"));
    assert_eq!(of_role(ColumnRole::CostBlended), Some("api_blended_usd_per_mtok"));
    assert_eq!(of_role(ColumnRole::CostRun), Some("aider_polyglot_cost_usd"));
    let labels: std::collections::BTreeSet<&str> = models.rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels.len(), models.rows.len());
}

#[test]
fn side_tables_are_all_there() {
    let data = data();
    assert_eq!(data.training_costs.len(), 25);
    assert_eq!(
        (data.training_costs[0].model.as_str(), data.training_costs[0].cost_usd),
        ("DeepSeek-V3", 5_576_000.0)
    );
    assert_eq!(data.shares.len(), 9);
    let nvidia: Vec<f64> = data.shares.iter().filter(|s| s.series == "NVDA").map(|s| s.shares).collect();
    assert_eq!(nvidia, [24_477_000_000.0, 24_490_000_000.0]);
    assert_eq!(data.events, [sample_event()]);
    assert_eq!(sample_event(), Event::new("DeepSeek-R1", date(2025, 1, 27)));
}

#[test]
fn the_embedded_files_are_those_of_the_folder() {
    let control = Control::unwatched();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let sources = String::from_utf8(files::read(&folder.join("SOURCES.md"), &control).unwrap()).unwrap();
    let found = files::expand(&[folder.clone(), folder.join("prices")]).unwrap();
    for path in &found {
        let name = path.strip_prefix(&folder).unwrap().to_str().unwrap();
        let (_, embedded) = sample().iter().find(|(known, _)| *known == name).unwrap();
        assert_eq!(&files::read(path, &control).unwrap(), embedded, "{name}");
        let told = name.strip_prefix("prices/").map_or(name, |file| file.strip_suffix(".csv").unwrap());
        assert!(sources.contains(told), "{name} has no source");
    }
    assert_eq!(found.len(), sample().len());
}
