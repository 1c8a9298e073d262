//! Files in which something is doubtful or nothing holds: nothing wrong is taken for a price without
//! a word, and a refusal says why.

use super::{Case, check, problem};
use crate::io::ContentProblem;

const DOUBTFUL: &[Case] = &[
    Case {
        file: "NVDA.csv",
        text: "date,open,high,low,close,,,\n\
               2025-01-20,140.5,143.5,137.5,140.25,,,\n\
               2025-01-21,141.5,144.5,138.5,141.25,,,\n\
               2025-01-22,147.5,150.5,144.5,147.25,,,\n\
               2025-01-23,147.5,150.5,144.5,147.25,,,\n\
               2025-01-24,142.5,145.5,139.5,142.25,,,\n\
               2025-01-27,118.5,121.5,115.5,118.25,,,\n\
               2025-01-28,129.5,132.5,126.5,129.25,,,\n\
               2025-01-29,123.5,126.5,120.5,123.25,,,\n",
        series: &[
            "NVDA 2025-01-20 140.25 2025-01-21 141.25 2025-01-22 147.25 2025-01-23 147.25 2025-01-24 142.25 2025-01-27 118.25 2025-01-28 129.25 2025-01-29 123.25",
        ],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "NVDA.csv",
        text: "date,open,high,low,close\n\
               2025-01-20,140.5,143.5,137.5,140.25\n\
               2025-01-21,141.5,144.5,138.5,141.25\n\
               2025-01-22,147.5,150.5,144.5,147.25\n\
               2025-01-23,147.5,150.5,144.5,147.25\n\
               2025-01-24,142.5,145.5,139.5,142.25\n\
               2025-01-27,118.5,121.5,115.5,11825\n\
               2025-01-28,119.5,132.5,126.5,119.25\n\
               2025-01-29,118.5,126.5,120.5,118.25\n",
        series: &[
            "NVDA 2025-01-20 140.25 2025-01-21 141.25 2025-01-22 147.25 2025-01-23 147.25 2025-01-24 142.25 2025-01-27 11825 2025-01-28 119.25 2025-01-29 118.25",
        ],
        assumed: &[],
        warned: &["io-inconsistent"],
    },
    Case {
        file: "NVDA.csv",
        text: "date,close\n\
               2025-01-20,1402.5\n\
               2025-01-21,1410.5\n\
               2025-01-22,1420.5\n\
               2025-01-23,142.5\n\
               2025-01-24,141.5\n\
               2025-01-27,143.5\n",
        series: &[
            "NVDA 2025-01-20 1402.5 2025-01-21 1410.5 2025-01-22 1420.5 2025-01-23 142.5 2025-01-24 141.5 2025-01-27 143.5",
        ],
        assumed: &[],
        warned: &["io-missed-split"],
    },
    Case {
        file: "NVDA.csv",
        text: "date,close\n\
               2025-01-20,140.5\n\
               2025-01-21,141.5\n\
               2025-01-22,14.25\n\
               2025-01-23,142.5\n\
               2025-01-24,141.5\n\
               2025-01-27,143.5\n",
        series: &[
            "NVDA 2025-01-20 140.5 2025-01-21 141.5 2025-01-22 14.25 2025-01-23 142.5 2025-01-24 141.5 2025-01-27 143.5",
        ],
        assumed: &[],
        warned: &["io-slipped-decimal"],
    },
    Case {
        file: "NVDA.csv",
        text: "date,close\n\
               01/13/2025,140.5\n\
               01/14/2025,141.5\n\
               15/01/2025,142.5\n\
               01/16/2025,143.5\n\
               01/17/2025,142.5\n",
        series: &["NVDA 2025-01-13 140.5 2025-01-14 141.5 2025-01-16 143.5 2025-01-17 142.5"],
        assumed: &["date_order~MDY"],
        warned: &["io-bad-date", "io-open-date-order"],
    },
    Case {
        file: "NVDA.csv",
        text: "date,close\n\
               2025-01-20,140.5\n\
               2025-01-21,141.5\n\
               not known,142.5\n\
               2025-01-23,143.5\n\
               2025-01-24,x\n\
               2025-01-27,143.5\n",
        series: &["NVDA 2025-01-20 140.5 2025-01-21 141.5 2025-01-23 143.5 2025-01-27 143.5"],
        assumed: &[],
        warned: &["io-bad-date", "io-bad-number"],
    },
    Case {
        file: "NVDA.csv",
        text: "date;close\n\
               24.01.2025;32,56\n\
               27.01.2025;32.57\n\
               28.01.2025;32,58\n\
               29.01.2025;32,59\n",
        series: &["NVDA 2025-01-24 32.56 2025-01-28 32.58 2025-01-29 32.59"],
        assumed: &["decimal~,"],
        warned: &["io-bad-number", "io-mixed-decimals"],
    },
    Case {
        file: "NVDA.csv",
        text: "date,close\n\
               2025-01-20,140.5\n\
               2025-01-21,141.5\n\
               2025-01-22,142.5\n\
               \n\
               month,return\n\
               2025-01,3.5\n\
               2025-02,4.5\n",
        series: &["NVDA 2025-01-20 140.5 2025-01-21 141.5 2025-01-22 142.5"],
        assumed: &["sheet~table 1"],
        warned: &["io-other-table"],
    },
    Case {
        file: "NVDA.csv",
        text: "date,close\n\
               03/04/2025,140.5\n",
        series: &["NVDA 2025-03-04 140.5"],
        assumed: &["date_order~MDY"],
        warned: &["io-open-date-order"],
    },
    Case {
        file: "NVDA.csv",
        text: "date,close\n\
               01/24/2025,32.56\n\
               01/27/2025,32.57\n\
               02/03/2025,32.57\n",
        series: &["NVDA 2025-01-24 32.56 2025-01-27 32.57 2025-02-03 32.57"],
        assumed: &["date_order=MDY"],
        warned: &[],
    },
    Case {
        file: "NVDA.csv",
        text: "date,open,close\n\
               2025-01-24,148,142\n\
               2025-01-27,124,118,5\n\
               2025-01-28,121,128\n\
               2025-01-29,126,123\n",
        series: &["NVDA 2025-01-24 142 2025-01-28 128 2025-01-29 123"],
        assumed: &[],
        warned: &["io-ragged"],
    },
    Case {
        file: "NVDA.csv",
        text: "Exported by a program\n\
               \n\
               \n\
               date;close\n\
               24.01.2025;1.142,62\n\
               27.01.2025;1.118,42\n\
               \n\
               Sum;2.261,04\n",
        series: &["NVDA 2025-01-24 1142.62 2025-01-27 1118.42"],
        assumed: &["decimal=,", "preamble_lines=1"],
        warned: &["io-skipped-footer", "io-skipped-preamble"],
    },
    Case {
        file: "NVDA.csv",
        text: "date,close\n\
               2025-01-24,142.62\n\
               2025-01-27,118.42\n\
               Total,261.04\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &[],
        warned: &["io-skipped-footer"],
    },
    Case {
        file: "NVDA.csv",
        text: "date,close\n\
               2025-01-24,142.62\n\
               2025-01-27,118.42\n\
               ,130.52\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &[],
        warned: &["io-skipped-footer"],
    },
    Case {
        file: "NVDA.csv",
        text: "date;close\n\
               01/02/2025;142,62\n\
               02/02/2025;118,42\n\
               03/02/2025;128,99\n\
               04/02/2025;123,70\n\
               05/02/2025;124,80\n",
        series: &[
            "NVDA 2025-02-01 142.62 2025-02-02 118.42 2025-02-03 128.99 2025-02-04 123.7 2025-02-05 124.8",
        ],
        assumed: &["date_order~DMY"],
        warned: &["io-open-date-order"],
    },
    Case {
        file: "NVDA.csv",
        text: "date,close\n\
               2025-01-24,142.62\n\
               2025-01-27,118.42\n\
               \n\
               \n\
               ticker,sector,shares\n\
               NVDA,chips,24\n\
               MU,chips,1\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &[],
        warned: &["io-other-table"],
    },
];

#[test]
fn what_is_doubtful_is_said() {
    check(DOUBTFUL);
}

#[test]
fn thousands_of_empty_rows_and_cells_are_nothing() {
    let rows = "2025-01-24,142.62,,,\n2025-01-27,118.42,,,\n";
    let text = format!("date,close,,,\n{rows}{}{}", ",,,,\n".repeat(6000), "\n".repeat(3000));
    assert_eq!(super::one(&text), [("2025-01-24".to_owned(), 142.62), ("2025-01-27".to_owned(), 118.42)]);
    assert_eq!(super::keys(&super::load(&text)), []);
}

#[test]
fn a_refusal_names_the_true_reason() {
    let torn = "date,close\n2025-01-24,32,56\n2025-01-27,32,57\n2025-01-28,32,58\n";
    let torn_rows = |rows, names| ContentProblem::TornRows { bad: rows, rows, names, line: 2 };
    let cases = [
        (torn, torn_rows(3, 2)),
        ("date,close\n2025-01-24,1.142,62\n2025-01-27,1.118,42\n", torn_rows(2, 2)),
        (
            "Date,Open,High,Low,Close\n24/01/2025,148,37,148,97,141,88,142,62\n27/01/2025,124,80,128,40,116,70,118,42\n",
            torn_rows(2, 5),
        ),
        ("date,close\n", ContentProblem::HeaderOnly { line: 1 }),
        ("date,open,high,low,close\n\n\n", ContentProblem::HeaderOnly { line: 1 }),
        ("Date,Open,High,Low,Volume\n2025-01-24,1,2,1,100\n", ContentProblem::NoClose),
        (
            "Dia;Jan;Fev;Mar;Abr;Mai;Jun\n1;1,5;1,5;1,5;1,5;1,5;1,5\n2;1,5;1,5;1,5;1,5;1,5;1,5\n",
            ContentProblem::MatrixWithoutYear,
        ),
        ("ticker,close\nNVDA,118.42\nMU,91.11\n", ContentProblem::NoDates),
        ("date,close\n2025-01-24,none of it\n2025-01-27,nor this\n", ContentProblem::NoNumbers),
        (
            "التاريخ,إغلاق\n1446-07-24,28.5\n1446-07-25,28.6\n",
            ContentProblem::Hijri { cell: "1446-07-24".to_owned() },
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(problem(text), expected, "{text}");
    }
}
