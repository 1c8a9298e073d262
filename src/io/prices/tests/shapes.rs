//! Every shape in which prices stand in a table.

use super::{Case, check};

const SHAPES: &[Case] = &[
    Case {
        file: "all.csv",
        text: "date,ticker,close\n\
               2025-01-24,NVDA,142.62\n\
               2025-01-24,NVDA,1426.2\n\
               2025-01-27,NVDA,118.42\n\
               2025-01-27,NVDA,1184.2\n",
        series: &["NVDA 2025-01-24 1426.2 2025-01-27 1184.2"],
        assumed: &[],
        warned: &["io-duplicate-date"],
    },
    Case {
        file: "wti.csv",
        text: "Date,Close\n\
               2020-04-17,18.27\n\
               2020-04-20,-37.63\n\
               2020-04-21,10.01\n\
               2020-04-22,13.78\n",
        series: &["wti 2020-04-17 18.27 2020-04-20 -37.63 2020-04-21 10.01 2020-04-22 13.78"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "wti.csv",
        text: "Date,Close\n\
               2020-04-17,18.27\n\
               2020-04-20,(37.63)\n\
               2020-04-21,10.01\n\
               2020-04-22,13.78\n",
        series: &["wti 2020-04-17 18.27 2020-04-20 -37.63 2020-04-21 10.01 2020-04-22 13.78"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "nvda.csv",
        text: "open,high,low,close\n\
               148.37,148.97,141.88,142.62\n\
               124.8,128.4,116.7,118.42\n",
        series: &["nvda 1 142.62 2 118.42"],
        assumed: &["date_order=index"],
        warned: &["io-rows-numbered"],
    },
    Case {
        file: "nvda.csv",
        text: "close\n\
               142.62\n\
               118.42\n\
               128.99\n",
        series: &["nvda 1 142.62 2 118.42 3 128.99"],
        assumed: &["date_order=index"],
        warned: &["io-rows-numbered"],
    },
    Case {
        file: "nvda.csv",
        text: "142.62\n\
               118.42\n\
               128.99\n",
        series: &["nvda 1 142.62 2 118.42 3 128.99"],
        assumed: &["date_order=index", "header_line~none"],
        warned: &["io-no-header-assumed", "io-rows-numbered"],
    },
    Case {
        file: "panel.csv",
        text: "Date,AAPL.Open,AAPL.Close,NVDA.Open,NVDA.Close\n\
               2025-01-24,224.78,222.78,148.37,142.62\n\
               2025-01-27,224.02,229.86,124.8,118.42\n",
        series: &["AAPL 2025-01-24 222.78 2025-01-27 229.86", "NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["shape=panel"],
        warned: &[],
    },
    Case {
        file: "panel.csv",
        text: "Date,Close_AAPL,Volume_AAPL,Close_BRK.B,Volume_BRK.B\n\
               2025-01-24,222.78,100,470.5,10\n\
               2025-01-27,229.86,200,471.5,20\n",
        series: &["AAPL 2025-01-24 222.78 2025-01-27 229.86", "BRK.B 2025-01-24 470.5 2025-01-27 471.5"],
        assumed: &["shape=panel"],
        warned: &[],
    },
    Case {
        file: "panel.csv",
        text: ",AAPL,,,NVDA,,\n\
               Date,Open,Close,Volume,Open,Close,Volume\n\
               2025-01-24,224.78,222.78,100,148.37,142.62,10\n\
               2025-01-27,224.02,229.86,200,124.8,118.42,20\n",
        series: &["AAPL 2025-01-24 222.78 2025-01-27 229.86", "NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["shape=panel", "header_rows=2"],
        warned: &[],
    },
    Case {
        file: "panel.csv",
        text: "Date,AAPL,NVDA\n\
               ,USD,USD\n\
               2025-01-24,222.78,142.62\n\
               2025-01-27,229.86,118.42\n",
        series: &["AAPL 2025-01-24 222.78 2025-01-27 229.86", "NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["shape=wide"],
        warned: &[],
    },
    Case {
        file: "nvda.csv",
        text: "Date,Open,Close,Volume\n\
               (day),(USD),(USD),(shares)\n\
               2025-01-24,148.37,142.62,10\n\
               2025-01-27,124.8,118.42,20\n",
        series: &["nvda 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["currency=USD"],
        warned: &[],
    },
    Case {
        file: "t.csv",
        text: "Ticker,2025-01-24,2025-01-27,2025-01-28\n\
               AAPL,222.78,229.86,238.26\n\
               NVDA,142.62,118.42,128.99\n",
        series: &[
            "AAPL 2025-01-24 222.78 2025-01-27 229.86 2025-01-28 238.26",
            "NVDA 2025-01-24 142.62 2025-01-27 118.42 2025-01-28 128.99",
        ],
        assumed: &["shape=transposed"],
        warned: &[],
    },
    Case {
        file: "t.csv",
        text: "Date,24/01/2025,27/01/2025,28/01/2025\n\
               Open,148.37,124.8,121.81\n\
               Close,142.62,118.42,128.99\n",
        series: &["t 2025-01-24 142.62 2025-01-27 118.42 2025-01-28 128.99"],
        assumed: &["shape=transposed", "close_column=Close"],
        warned: &[],
    },
    Case {
        file: "m.csv",
        text: "Year,Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec\n\
               2024,1.1,1.2,1.3,1.4,1.5,1.6,1.7,1.8,1.9,2.0,2.1,2.2\n\
               2025,2.3,2.4,,,,,,,,,,\n",
        series: &[
            "m 2024-01-01 1.1 2024-02-01 1.2 2024-03-01 1.3 2024-04-01 1.4 2024-05-01 1.5 2024-06-01 1.6 2024-07-01 1.7 2024-08-01 1.8 2024-09-01 1.9 2024-10-01 2 2024-11-01 2.1 2024-12-01 2.2 2025-01-01 2.3 2025-02-01 2.4",
        ],
        assumed: &["shape=matrix"],
        warned: &[],
    },
    Case {
        file: "nvda.csv",
        text: "Year,Month,Day,Open,Close\n\
               2025,1,24,148.37,142.62\n\
               2025,1,27,124.8,118.42\n",
        series: &["nvda 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "f.csv",
        text: "Date,Settle,OpenInterest\n\
               2025-01-24,71.5,1200\n\
               2025-01-27,70.5,1300\n",
        series: &["f 2025-01-24 71.5 2025-01-27 70.5"],
        assumed: &["close_column=Settle"],
        warned: &[],
    },
    Case {
        file: "w.csv",
        text: "Start,End,Open,High,Low,Close\n\
               2025-01-13,2025-01-17,135.5,140.5,131.5,137.71\n\
               2025-01-20,2025-01-24,139.5,149.5,138.5,142.62\n",
        series: &["w 2025-01-13 137.71 2025-01-20 142.62"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "p.csv",
        text: "Date      , Close   \n\
               2025-01-24,   142.62\n\
               2025-01-27,   118.42\n",
        series: &["p 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "p.csv",
        text: "Date,NVDA,Date,MU\n\
               2025-01-24,142.62,2025-01-24,103.19\n\
               2025-01-27,118.42,2025-01-27,91.11\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42", "MU 2025-01-24 103.19 2025-01-27 91.11"],
        assumed: &["shape=wide"],
        warned: &[],
    },
];

#[test]
fn shapes_of_any_source() {
    check(SHAPES);
}
