//! Which columns are what, where names do not say or say it wrongly: small tables of each kind, and
//! random ones.

use std::fmt::Write as _;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

use super::{Case, check, closes, load, value};
use crate::io::{Control, read_bytes};
use crate::model::{Content, Loaded, Overrides, Role};

const COLUMNS: &[Case] = &[
    Case {
        file: "two.csv",
        text: "Date,One,Date,Two\n\
               2025-03-03,10.0,2025-03-04,50.0\n\
               2025-03-04,10.1,2025-03-05,51.0\n\
               2025-03-05,10.2,,\n",
        series: &["One 2025-03-03 10 2025-03-04 10.1 2025-03-05 10.2", "Two 2025-03-04 50 2025-03-05 51"],
        assumed: &["shape=beside", "date_order=YMD"],
        warned: &[],
    },
    Case {
        file: "two.csv",
        text: "One Index,,,Two Equity,,\n\
               Date,PX_LAST,PX_VOLUME,Date,PX_LAST,PX_VOLUME\n\
               2025-03-03,6010,100,2025-03-04,50.5,7\n\
               2025-03-04,6011,200,2025-03-05,51.5,8\n\
               2025-03-05,6012,300,2025-03-06,52.5,9\n",
        series: &[
            "One Index 2025-03-03 6010 2025-03-04 6011 2025-03-05 6012",
            "Two Equity 2025-03-04 50.5 2025-03-05 51.5 2025-03-06 52.5",
        ],
        assumed: &["shape=beside"],
        warned: &[],
    },
    Case {
        file: "A.csv",
        text: "Date,Open,High,Low,Close,Date,Volume\n\
               2025-03-03,10,11,9,10.5,2025-03-03,100\n\
               2025-03-04,10.5,12,10,11.5,2025-03-04,200\n",
        series: &["A 2025-03-03 10.5 2025-03-04 11.5"],
        assumed: &["close_column=Close"],
        warned: &[],
    },
    Case {
        file: "A.csv",
        text: "Date,Close,Settlement date,Volume\n\
               2025-03-03,10.5,2025-03-05,100\n\
               2025-03-04,11.5,2025-03-06,200\n\
               2025-03-05,12.5,2025-03-07,300\n",
        series: &["A 2025-03-03 10.5 2025-03-04 11.5 2025-03-05 12.5"],
        assumed: &["close_column=Close"],
        warned: &[],
    },
    Case {
        file: "rates.csv",
        text: "Month;Area;Unit;Value\n\
               2025-01;North;A;1.5\n\
               2025-01;North;B;2.5\n\
               2025-01;South;A;3.5\n\
               2025-01;South;B;4.5\n\
               2025-02;North;A;1.25\n\
               2025-02;North;B;2.25\n\
               2025-02;South;A;3.25\n\
               2025-02;South;B;4.25\n",
        series: &[
            "North A 2025-01-01 1.5 2025-02-01 1.25",
            "North B 2025-01-01 2.5 2025-02-01 2.25",
            "South A 2025-01-01 3.5 2025-02-01 3.25",
            "South B 2025-01-01 4.5 2025-02-01 4.25",
        ],
        assumed: &["shape~long"],
        warned: &[],
    },
    Case {
        file: "blocks.csv",
        text: "Date,Last,,Date,Last\n\
               2025-03-03,10.5,,2025-03-04,50.5\n\
               2025-03-04,11.5,,2025-03-05,51.5\n",
        series: &["blocks 1 2025-03-03 10.5 2025-03-04 11.5", "blocks 2 2025-03-04 50.5 2025-03-05 51.5"],
        assumed: &["shape=beside"],
        warned: &[],
    },
    Case {
        file: "gap.csv",
        text: "date,spread\n2025-03-03,-0.25\n2025-03-04,-0.15\n2025-03-05,0.05\n",
        series: &["spread 2025-03-03 -0.25 2025-03-04 -0.15 2025-03-05 0.05"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "codes.csv",
        text: "Name,ALPHA,BETA\n\
               Code,905113,777\n\
               1998-05-11,35.6,12.1\n\
               1998-05-12,35.7,12.2\n",
        series: &["ALPHA 1998-05-11 35.6 1998-05-12 35.7", "BETA 1998-05-11 12.1 1998-05-12 12.2"],
        assumed: &["shape=wide"],
        warned: &[],
    },
    Case {
        file: "ticks.csv",
        text: "CurrencyPair,RateDateTime,RateBid,RateAsk\n\
               EUR/USD,2025-01-06 17:00:00,1.03,1.0301\n\
               EUR/USD,2025-01-06 17:00:01,1.031,1.0311\n",
        series: &["EUR/USD 2025-01-06T17:00:00 1.03 2025-01-06T17:00:01 1.031"],
        assumed: &["close_column~RateBid"],
        warned: &["io-bid-as-close"],
    },
    Case {
        file: "two.csv",
        text: "One Index,,Two Index,\n\
               #NAME?,99.5,#NAME?,49.5\n\
               13/1/2025,100.5,13/1/2025,50.5\n\
               14/1/2025,101.5,14/1/2025,51.5\n",
        series: &["One Index 2025-01-13 100.5 2025-01-14 101.5", "Two Index 2025-01-13 50.5 2025-01-14 51.5"],
        assumed: &["shape=beside", "date_order=DMY"],
        warned: &["io-bad-date"],
    },
    Case {
        file: "few.csv",
        text: "Date,NDX,SPX,ACME\n\
               2025-01-24,10,20,5\n\
               2025-01-27,9,19,4\n",
        series: &[
            "NDX 2025-01-24 10 2025-01-27 9",
            "SPX 2025-01-24 20 2025-01-27 19",
            "ACME 2025-01-24 5 2025-01-27 4",
        ],
        assumed: &["shape=wide"],
        warned: &[],
    },
    Case {
        file: "boards.csv",
        text: "board,date,ticker,close,volume\n\
               ODD,2025-03-03,AAA,9,1\n\
               MAIN,2025-03-03,AAA,10,500\n\
               ODD,2025-03-04,AAA,9.5,2\n\
               MAIN,2025-03-04,AAA,11,600\n",
        series: &["AAA ODD 2025-03-03 9 2025-03-04 9.5", "AAA 2025-03-03 10 2025-03-04 11"],
        assumed: &["shape=long"],
        warned: &[],
    },
    Case {
        file: "study.csv",
        text: "Date,Stock,Market\n\
               2025-03-03,10.5,1000.5\n\
               2025-03-04,11.5,1001.5\n",
        series: &["Stock 2025-03-03 10.5 2025-03-04 11.5", "Market 2025-03-03 1000.5 2025-03-04 1001.5"],
        assumed: &["shape=wide"],
        warned: &[],
    },
    Case {
        file: "study.csv",
        text: "Date,Stock price,Market index\n\
               2025-03-03,10.5,1000.5\n\
               2025-03-04,11.5,1001.5\n",
        series: &[
            "Stock price 2025-03-03 10.5 2025-03-04 11.5",
            "Market index 2025-03-03 1000.5 2025-03-04 1001.5",
        ],
        assumed: &["shape=wide"],
        warned: &[],
    },
    Case {
        file: "old.csv",
        text: "yyyymm,Index,D12\n\
               199601,900.5,14.25\n\
               199602,903.5,14.5\n\
               199603,906.5,14.75\n",
        series: &[
            "Index 1996-01-01 900.5 1996-02-01 903.5 1996-03-01 906.5",
            "D12 1996-01-01 14.25 1996-02-01 14.5 1996-03-01 14.75",
        ],
        assumed: &["date_order=ym"],
        warned: &[],
    },
    Case {
        file: "A.csv",
        text: "index,date,close\n\
               0,2025-03-03,10.5\n\
               1,2025-03-04,11.5\n\
               2,2025-03-05,12.5\n",
        series: &["A 2025-03-03 10.5 2025-03-04 11.5 2025-03-05 12.5"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "panel.csv",
        text: "EventDate,CalendarDate,Price\n\
               2011-03-14,2011-03-10,50.1\n\
               2011-03-14,2011-03-11,50.4\n\
               2011-03-14,2011-03-14,49.9\n",
        series: &["panel 2011-03-10 50.1 2011-03-11 50.4 2011-03-14 49.9"],
        assumed: &["close_column=Price"],
        warned: &[],
    },
    Case {
        file: "A.csv",
        text: "Zorp,Quux,Blick,Narf\n\
               2025-03-03,10.0,9.5,5.26\n\
               2025-03-04,11.0,10.0,10.00\n\
               2025-03-05,12.0,11.0,9.09\n\
               2025-03-06,11.5,12.0,-4.17\n\
               2025-03-07,11.6,11.5,0.87\n\
               2025-03-10,12.6,11.6,8.62\n\
               2025-03-11,12.1,12.6,-3.97\n\
               2025-03-12,12.9,12.1,6.61\n",
        series: &[
            "Quux 2025-03-03 10 2025-03-04 11 2025-03-05 12 2025-03-06 11.5 2025-03-07 11.6 2025-03-10 12.6 2025-03-11 12.1 2025-03-12 12.9",
        ],
        assumed: &["shape=wide"],
        warned: &["io-companions"],
    },
    Case {
        file: "returns.csv",
        text: "date,ALPHA return\n\
               2025-03-03,0.01\n\
               2025-03-04,-0.02\n\
               2025-03-05,0.03\n\
               2025-03-06,-0.01\n\
               2025-03-07,0.02\n",
        series: &[
            "ALPHA return 2025-03-03 101 2025-03-04 98.98 2025-03-05 101.94940000000001 2025-03-06 100.92990600000002 2025-03-07 102.94850412000002",
        ],
        assumed: &["measure=returns"],
        warned: &["io-returns"],
    },
];

#[test]
fn columns_are_what_their_values_say() {
    check(COLUMNS);
}

#[test]
fn what_a_file_gives_stays_beside_what_is_compounded_of_it() {
    let loaded = load(
        "date,A\n2025-03-03,0.01\n2025-03-04,-0.02\n2025-03-05,0.03\n2025-03-06,-0.01\n2025-03-07,0.02\n",
    );
    assert_eq!(value(&loaded, "measure"), Some(("returns".to_owned(), false)));
    let Content::Prices(series) = &loaded.content else { panic!() };
    assert_eq!(series[0].1.columns().given(), [0.01, -0.02, 0.03, -0.01, 0.02]);
}

#[test]
fn each_series_has_the_currency_of_its_own_column_or_rows() {
    let cases: &[(&str, &[Option<&str>])] = &[
        (
            "date,1 AUD,1 EUR,100 JPY\n2025-03-03,14.5,25.5,15.5\n2025-03-04,14.6,25.6,15.6\n",
            &[Some("AUD"), Some("EUR"), Some("JPY")],
        ),
        ("date,A (USD),B\n2025-03-03,14.5,25.5\n2025-03-04,14.6,25.6\n", &[Some("USD"), None]),
        (
            "date,ticker,close,currency\n2025-03-03,A,1.5,USD\n2025-03-03,B,2.5,EUR\n2025-03-04,A,1.6,USD\n2025-03-04,B,2.6,EUR\n",
            &[Some("USD"), Some("EUR")],
        ),
        (
            "date,ticker,close,currency\n2025-03-03,A,1.5,USD\n2025-03-03,B,2.5,EUR\n2025-03-04,A,1.6,CHF\n2025-03-04,B,2.6,EUR\n",
            &[None, Some("EUR")],
        ),
        ("date,close,currency\n2025-03-03,1.5,GBP\n2025-03-04,1.6,GBP\n", &[Some("GBP")]),
    ];
    for (text, expected) in cases {
        let Content::Prices(series) = load(text).content else { panic!("{text}") };
        let found: Vec<Option<&str>> = series.iter().map(|(info, _)| info.currency.as_deref()).collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn an_index_among_columns_is_told_by_its_own_name() {
    let Content::Prices(series) =
        load("date,ACME,Index\n2025-03-03,1.5,100.5\n2025-03-04,1.6,100.6\n").content
    else {
        panic!()
    };
    let roles: Vec<Role> = series.iter().map(|(info, _)| info.role).collect();
    assert_eq!(roles, [Role::Stock, Role::Index]);
}

fn read(text: &str) -> Loaded {
    read_bytes(Path::new("file.csv"), text.as_bytes(), &Overrides::default(), &Control::unwatched())
        .unwrap_or_else(|error| panic!("{error:?}\n{text}"))
}

/// A table beside others: its name, dates and closes.
type Table = (String, Vec<Date>, Vec<f64>);

/// Trading days from a start.
fn days(start: usize, count: usize) -> Vec<Date> {
    let is_open = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    date(2024, 1, 1).series(1.day()).filter(is_open).skip(start).take(count).collect()
}

/// Closes with two decimals that go on from a price.
fn walk(price: f64, moves: &[f64]) -> Vec<f64> {
    let mut price = price;
    let step = |share: &f64| {
        price = ((price * (1.0 + share)) * 100.0).round() / 100.0;
        price
    };
    moves.iter().map(step).collect()
}

proptest! {
    #[test]
    fn tables_beside_each_other_keep_their_own_dates(
        tables in prop::collection::vec((0..12_usize, prop::collection::vec(-0.04..0.04_f64, 4..20), 5.0..900.0_f64), 2..5),
        style in 0..3_u8,
    ) {
        let series: Vec<Table> = tables
            .iter()
            .enumerate()
            .map(|(at, (start, moves, price))| (format!("Firm{at} US Equity"), days(start + at, moves.len()), walk(*price, moves)))
            .collect();
        let rows = series.iter().map(|(_, dates, _)| dates.len()).max().unwrap_or(0);
        let gap = if style == 1 { "," } else { "" };
        let mut text = String::new();
        let line = |text: &mut String, cell: &dyn Fn(&Table) -> String| {
            let cells: Vec<String> = series.iter().map(|one| format!("{}{gap}", cell(one))).collect();
            let _ = writeln!(text, "{}", cells.join(","));
        };
        match style {
            0 => line(&mut text, &|(name, ..)| format!("Date,{name}")),
            1 => {
                line(&mut text, &|(name, ..)| format!("{name},"));
                line(&mut text, &|_| "Date,PX_LAST".to_owned());
            }
            _ => line(&mut text, &|(name, ..)| format!("{name},")),
        }
        for row in 0..rows {
            line(&mut text, &|(_, dates, closes)| match (dates.get(row), closes.get(row)) {
                (Some(date), Some(close)) => format!("{date},{close}"),
                _ => ",".to_owned(),
            });
        }
        let expected: Vec<(String, Vec<(String, f64)>)> = series
            .iter()
            .map(|(name, dates, closes)| (name.clone(), dates.iter().map(ToString::to_string).zip(closes.iter().copied()).collect()))
            .collect();
        prop_assert_eq!(closes(&read(&text)), expected, "{}", text);
    }

    #[test]
    fn bars_without_names_are_known_in_any_order(
        moves in prop::collection::vec((-0.02..0.02_f64, 0.001..0.01_f64, 0.001..0.01_f64), 12..60),
        order in Just([0_usize, 1, 2, 3]).prop_shuffle(),
        is_newest_first: bool,
    ) {
        let mut close = 100.0_f64;
        let round = |value: f64| (value * 1000.0).round() / 1000.0;
        let bars: Vec<[f64; 4]> = moves
            .iter()
            .map(|(step, up, down)| {
                let open = close;
                close = round(close * (1.0 + step));
                [open, round(open.max(close) * (1.0 + up)), round(open.min(close) * (1.0 - down)), close]
            })
            .collect();
        let mut lines: Vec<String> = days(0, bars.len())
            .iter()
            .zip(&bars)
            .map(|(date, bar)| format!("{date},{}", order.map(|at| bar[at].to_string()).join(",")))
            .collect();
        if is_newest_first {
            lines.reverse();
        }
        let text = lines.join("\n");
        let loaded = read(&text);
        let expected: Vec<f64> = bars.iter().map(|bar| bar[3]).collect();
        let found: Vec<f64> = closes(&loaded)[0].1.iter().map(|(_, close)| *close).collect();
        prop_assert_eq!(found, expected, "{}", text);
        prop_assert!(!value(&loaded, "close_column").unwrap().1);
    }

    #[test]
    fn rows_under_several_keys_are_told_apart_by_the_fewest_columns(
        first in 1..4_usize,
        second in 2..4_usize,
        months in 2..6_usize,
    ) {
        let mut text = "Date,Region,Kind,Note,Value\n".to_owned();
        let mut expected: Vec<Vec<f64>> = vec![Vec::new(); first * second];
        for month in 0..months {
            for (region, kind) in (0..first).flat_map(|r| (0..second).map(move |k| (r, k))) {
                let price = 100.25 + (month * 100 + region * 10 + kind) as f64;
                let _ = writeln!(text, "2024-{:02},R{region}x,K{kind}y,same,{price}", month + 1);
                expected[region * second + kind].push(price);
            }
        }
        let loaded = read(&text);
        let found: Vec<Vec<f64>> = closes(&loaded).into_iter().map(|(_, rows)| rows.into_iter().map(|(_, close)| close).collect()).collect();
        prop_assert_eq!(found, expected, "{}", text);
        prop_assert!(!loaded.warnings.iter().any(|warning| warning.message.key == "io-duplicate-date"));
    }
}
