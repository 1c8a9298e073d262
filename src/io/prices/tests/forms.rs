//! Cells that are written in ways of their own: flags, fractions, other calendars, counted days, and
//! days that a spreadsheet changed. Each is read for what it says, and told.

use super::{Case, check};

const CASES: &[Case] = &[
    Case {
        file: "A.csv",
        text: "date,close\n2025-01-02,50.1\n2025-01-03,51.4 b\n2025-01-06,:\n2025-01-07,50.9 p\n2025-01-08,51\n",
        series: &["A 2025-01-02 50.1 2025-01-03 51.4 2025-01-06 NaN 2025-01-07 50.9 2025-01-08 51"],
        assumed: &[],
        warned: &["io-flags", "io-rows-without-value"],
    },
    Case {
        file: "A.csv",
        text: "Date,Close\n2024-11-03,20.1\n2024-12-03,20.2\n3/13/2024,20.3\n3/14/2024,20.4\n3/15/2024,20.5\n",
        series: &["A 2024-03-11 20.1 2024-03-12 20.2 2024-03-13 20.3 2024-03-14 20.4 2024-03-15 20.5"],
        assumed: &["date_order~swapped", "order=ascending"],
        warned: &["io-swapped-dates"],
    },
    Case {
        file: "A.csv",
        text: "date,close\n23743,50.1\n23744,50.6\n23747,51.2\n",
        series: &["A 2025-01-02 50.1 2025-01-03 50.6 2025-01-06 51.2"],
        assumed: &["date_order~stata"],
        warned: &["io-counted-days"],
    },
    Case {
        file: "A.csv",
        text: "date,close\n739619,50.1\n739620,50.6\n739623,51.2\n",
        series: &["A 2025-01-02 50.1 2025-01-03 50.6 2025-01-06 51.2"],
        assumed: &["date_order~matlab"],
        warned: &["io-counted-days"],
    },
    Case {
        file: "A.csv",
        text: "Date,Close\n02/01/2568,50.1\n03/01/2568,50.6\n15/01/2568,51.2\n",
        series: &["A 2025-01-02 50.1 2025-01-03 50.6 2025-01-15 51.2"],
        assumed: &["date_order~buddhist"],
        warned: &["io-buddhist-years"],
    },
    Case {
        file: "A.csv",
        text: "Date,Close\n1403/10/12,50.1\n1403/10/15,50.6\n1403/12/30,51.2\n",
        series: &["A 2025-01-01 50.1 2025-01-04 50.6 2025-03-20 51.2"],
        assumed: &["date_order~persian"],
        warned: &["io-persian-days"],
    },
    Case {
        file: "A.csv",
        text: "Date,Close\n02/01/2025 16.00.00,50.1\n13/01/2025 16.00.00,50.6\n",
        series: &["A 2025-01-02T16:00:00 50.1 2025-01-13T16:00:00 50.6"],
        assumed: &["date_order=DMY"],
        warned: &[],
    },
    Case {
        file: "A.csv",
        text: "Date,Open,High,Low,Close\n2025-01-02,108-000,109-000,107-000,108-005\n\
               2025-01-03,108-050,109-000,107-000,108-275\n",
        series: &["A 2025-01-02 108.015625 2025-01-03 108.859375"],
        assumed: &[],
        warned: &["io-thirty-seconds"],
    },
    Case {
        file: "A.csv",
        text: "Date,Settle\n2025-01-02,450'0\n2025-01-03,451'3\n2025-01-06,452'6\n",
        series: &["A 2025-01-02 450 2025-01-03 451.375 2025-01-06 452.75"],
        assumed: &[],
        warned: &["io-eighths"],
    },
    Case {
        file: "A.csv",
        text: "Date,Close\n1997-01-02,22 3/8\n1997-01-03,22\n1997-01-06,21 1/2\n",
        series: &["A 1997-01-02 22.375 1997-01-03 22 1997-01-06 21.5"],
        assumed: &[],
        warned: &["io-common-fractions"],
    },
    Case {
        file: "A.csv",
        text: "Date=2025-01-02 Open=50 Close=50.1\nDate=2025-01-03 Open=50.2 Close=50.6\n",
        series: &["A 2025-01-02 50.1 2025-01-03 50.6"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "A.csv",
        text: "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"B\"\n\n--B\n\
               Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n\
               <table><tr><td>Date</td><td>Close</td></tr><tr><td>2025-01-02</td><td>50.1</td></tr><tr>=\n\
               <td>2025-01-03</td><td>50=2E6</td></tr></table>\n--B--\n",
        series: &["A 2025-01-02 50.1 2025-01-03 50.6"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "A.csv",
        text: "Date,Close\n2024-W03,50.1\n2024-W04,50.6\n2024-W05,51.2\n",
        series: &["A 2024-01-15 50.1 2024-01-22 50.6 2024-01-29 51.2"],
        assumed: &["date_order=week"],
        warned: &[],
    },
    // Of a column that is no series nothing is said.
    Case {
        file: "A.csv",
        text: "Date,Close,Turnover (%)\n2025-01-02,50.1,0.5 p\n2025-01-03,50.6,0.6\n",
        series: &["A 2025-01-02 50.1 2025-01-03 50.6"],
        assumed: &[],
        warned: &[],
    },
    // Rows that jump to and fro are never sure.
    Case {
        file: "A.csv",
        text: "Date,Close\n2025-01-15,50.1\n2025-01-03,50.6\n2025-01-16,51.2\n",
        series: &["A 2025-01-03 50.6 2025-01-15 50.1 2025-01-16 51.2"],
        assumed: &["order~mixed"],
        warned: &[],
    },
];

#[test]
fn every_form_of_cell_is_read_for_what_it_says() {
    check(CASES);
}
