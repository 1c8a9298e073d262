//! Files that exchanges publish, each in the exact form in which it comes.

use super::{Case, check};

const EXCHANGES: &[Case] = &[
    Case {
        file: "Quote-Equity-NVDA-EQ.csv",
        text: "\u{feff}\"Date \",\"series \",\"OPEN \",\"HIGH \",\"LOW \",\"PREV. CLOSE \",\"ltp \",\"close \",\"vwap \",\"52W H \",\"52W L \",\"VOLUME \",\"VALUE \",\"No of trades \"\n\
               \"19-Feb-2020\",\"EQ\",\"1,502.00\",\"1,515.00\",\"1,500.10\",\"1,499.00\",\"1,510.00\",\"1,511.50\",\"1,508.20\",\"1,600.00\",\"1,100.00\",1547819,\"2,795,434,488.60\",34547\n\
               \"18-Feb-2020\",\"EQ\",\"490.00\",\"503.00\",\"488.10\",\"489.00\",\"498.00\",\"499.00\",\"497.20\",\"600.00\",\"400.00\",1247819,\"595,434,488.60\",24547\n",
        series: &["Quote-Equity-NVDA-EQ 2020-02-18 499 2020-02-19 1511.5"],
        assumed: &["vendor=NSE", "close_column=close"],
        warned: &[],
    },
    Case {
        file: "NIFTY 50_Data.csv",
        text: "\"Date\",\"Open\",\"High\",\"Low\",\"Close\"\n\
               \"03 May 2019\",\"11722.60\",\"11770.90\",\"11699.55\",\"11712.25\"\n\
               \"02 May 2019\",\"11725.55\",\"11789.30\",\"11699.55\",\"11724.75\"\n",
        series: &["NIFTY 50 2019-05-02 11724.75 2019-05-03 11712.25"],
        assumed: &["role=index"],
        warned: &[],
    },
    Case {
        file: "sec_bhavdata_full.csv",
        text: "SYMBOL, SERIES, DATE1, PREV_CLOSE, OPEN_PRICE, HIGH_PRICE, LOW_PRICE, LAST_PRICE, CLOSE_PRICE, TTL_TRD_QNTY\n\
               ABB, EQ, 27-Jan-2025, 5800.10, 5805.10, 5900.10, 5790.10, 5850.10, 5851.10, 1200\n\
               ACC, EQ, 27-Jan-2025, 1900.10, 1905.10, 1950.10, 1890.10, 1940.10, 1941.10, 2200\n\
               ACC, BL, 27-Jan-2025, 1900.10, 1905.10, 1950.10, 1890.10, 1930.10, 1931.10, 200\n",
        series: &["ABB 2025-01-27 5851.1", "ACC 2025-01-27 1941.1", "ACC BL 2025-01-27 1931.1"],
        assumed: &["vendor=NSE", "shape=long", "close_column=CLOSE_PRICE"],
        warned: &[],
    },
    Case {
        file: "532540.csv",
        text: "Date,Open Price,High Price,Low Price,Close Price,WAP,No.of Shares,No. of Trades,Total Turnover (Rs.)\n\
               20-February-2025,3780.10,3790.10,3760.10,3785.10,3777.77,12000,1200,45360000.5\n\
               19-February-2025,3770.10,3785.10,3750.10,3780.10,3767.77,11000,1100,41360000.5\n",
        series: &["532540 2025-02-19 3780.1 2025-02-20 3785.1"],
        assumed: &["close_column=Close Price"],
        warned: &[],
    },
    Case {
        file: "SENSEX.csv",
        text: "Date,Open,High,Low,Close\n\
               20-February-2025,75672.84,75794.14,75463.01,75735.96,\n\
               19-February-2025,75787.27,76338.58,75581.38,75939.18,\n",
        series: &["SENSEX 2025-02-19 75939.18 2025-02-20 75735.96"],
        assumed: &["order=descending"],
        warned: &[],
    },
    Case {
        file: "nikkei_stock_average_daily_jp.csv",
        text: "データ日付,終値,始値,高値,安値\n\
               \"2019/01/04\",\"19561.96\",\"19655.13\",\"19692.58\",\"19241.37\"\n\
               \"2019/01/07\",\"20038.97\",\"19944.61\",\"20266.22\",\"19920.80\"\n\
               \"この資料は、当社の著作物であり、無断での転載を禁じます。\"\n",
        series: &["nikkei_stock_average_daily_jp 2019-01-04 19561.96 2019-01-07 20038.97"],
        assumed: &["language=ja", "vendor=Nikkei", "close_column=終値"],
        warned: &["io-skipped-footer"],
    },
    Case {
        file: "nikkei.csv",
        text: "Date of Data,Close,Open,High,Low\n\
               \"2019/01/04\",\"19561.96\",\"19655.13\",\"19692.58\",\"19241.37\"\n\
               \"2019/01/07\",\"20038.97\",\"19944.61\",\"20266.22\",\"19920.80\"\n",
        series: &["nikkei 2019-01-04 19561.96 2019-01-07 20038.97"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "nikkei_tr.csv",
        text: "Date of Data,Close,Open,High,Low\n\
               \"2019/01/04\",\"30561.96\",\"30655.13\"\n\
               \"2019/01/07\",\"31038.97\",\"30944.61\"\n",
        series: &["nikkei_tr 2019-01-04 30561.96 2019-01-07 31038.97"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "600460.csv",
        text: "日期,股票代码,名称,收盘价,最高价,最低价,开盘价,前收盘,涨跌额,涨跌幅,成交量\n\
               2019-01-04,'600460,士兰微,8.15,8.2,7.95,7.98,7.98,0.17,2.1303,9876543\n\
               2019-01-03,'600460,士兰微,7.98,8.1,7.9,8.05,8.02,-0.04,-0.4988,8876543\n\
               2019-01-02,'600460,士兰微,0.0,0.0,0.0,0.0,8.02,None,None,0\n",
        series: &["600460 2019-01-02 NaN 2019-01-03 7.98 2019-01-04 8.15"],
        assumed: &["language=zh", "close_column=收盘价"],
        warned: &["io-rows-without-value", "io-zeros-missing"],
    },
    Case {
        file: "000001.csv",
        text: "\u{feff}日期,开盘,收盘,最高,最低,成交量,成交额,振幅,涨跌幅,涨跌额,换手率\n\
               2025-01-24,11.37,11.4,11.45,11.32,815467,928000000.0,1.14,0.26,0.03,0.42\n\
               2025-01-27,11.42,11.51,11.58,11.39,915467,1058000000.0,1.67,0.96,0.11,0.47\n",
        series: &["000001 2025-01-24 11.4 2025-01-27 11.51"],
        assumed: &["vendor=akshare", "close_column=收盘"],
        warned: &[],
    },
    Case {
        file: "daily.csv",
        text: "ts_code,trade_date,open,high,low,close,pre_close,change,pct_chg,vol,amount\n\
               000001.SZ,20250127,11.42,11.58,11.39,11.51,11.4,0.11,0.9649,915467.5,1058000.5\n\
               000001.SZ,20250124,11.37,11.45,11.32,11.4,11.37,0.03,0.2639,815467.5,928000.5\n",
        series: &["000001.SZ 2025-01-24 11.4 2025-01-27 11.51"],
        assumed: &["close_column=close"],
        warned: &[],
    },
    Case {
        file: "SZ#000001.txt",
        text: "000001 平安银行 日线 前复权\n\
               日期\t开盘\t最高\t最低\t收盘\t成交量\t成交额\n\
               2025/01/24\t11.37\t11.45\t11.32\t11.40\t81546700\t928000000.00\n\
               2025/01/27\t11.42\t11.58\t11.39\t11.51\t91546700\t1058000000.00\n\
               #数据来源:通达信\n",
        series: &["SZ#000001 2025-01-24 11.4 2025-01-27 11.51"],
        assumed: &["preamble_lines=1"],
        warned: &["io-skipped-footer", "io-skipped-preamble"],
    },
    Case {
        file: "STOCK_DAY_2330.csv",
        text: "\"105年11月 2330 台積電 各日成交資訊\"\n\
               \"日期\",\"成交股數\",\"成交金額\",\"開盤價\",\"最高價\",\"最低價\",\"收盤價\",\"漲跌價差\",\"成交筆數\",\n\
               \"105/11/01\",\"22,486,018\",\"4,281,187,990\",\"189.00\",\"191.50\",\"188.00\",\"191.00\",\"+1.00\",\"8,088\",\n\
               \"105/11/02\",\"32,486,018\",\"6,081,187,990\",\"187.50\",\"188.50\",\"185.50\",\"186.50\",\"-4.50\",\"9,088\",\n\
               \"說明:\"\n\
               \"符號說明:+/-/X表示漲/跌/不比價\"\n",
        series: &["STOCK_DAY_2330 2016-11-01 191 2016-11-02 186.5"],
        assumed: &["vendor=TWSE", "close_column=收盤價"],
        warned: &["io-skipped-footer", "io-skipped-preamble"],
    },
    Case {
        file: "kospi.csv",
        text: "지수,2024.11.12,2024.11.13,2024.11.14\n\
               KOSPI,2482.57,2417.08,2418.86\n\
               KOSDAQ,710.52,689.65,681.56\n",
        series: &[
            "KOSPI 2024-11-12 2482.57 2024-11-13 2417.08 2024-11-14 2418.86",
            "KOSDAQ 2024-11-12 710.52 2024-11-13 689.65 2024-11-14 681.56",
        ],
        assumed: &["shape=transposed"],
        warned: &[],
    },
    Case {
        file: "005930.csv",
        text: "index,open,high,low,close,volume\n\
               20250127,53500,54000,53300,53700,12000000\n\
               20250124,54000,54100,53500,53700,11000000\n\
               20250123,54100,54200,53600,53600,11500000\n",
        series: &["005930 2025-01-23 53600 2025-01-24 53700 2025-01-27 53700"],
        assumed: &["order=descending"],
        warned: &[],
    },
    Case {
        file: "Tadawul.csv",
        text: "symbol,name,trading_name ,sectoer,date,open,high,low,close,change,perc_Change,volume_traded ,value_traded,no_trades \n\
               2030,Saudi Arabia Refineries Co.,SARCO,Energy,2020-03-05,35.55,36.0,35.3,35.8,-0.2,-0.56,436609.0,15542391.8,804.0\n\
               2030,Saudi Arabia Refineries Co.,SARCO,Energy,2020-03-04,36.0,36.2,35.7,36.0,0.1,0.28,436600.0,15742391.8,704.0\n\
               4001,Abdullah Al Othaim,A.OTHAIM,Food,2020-03-05,85.5,86.0,85.1,85.7,0.2,0.23,36609.0,3142391.8,304.0\n\
               4001,Abdullah Al Othaim,A.OTHAIM,Food,2020-03-04,85.0,86.2,84.7,85.5,0.1,0.12,36600.0,3142391.8,304.0\n",
        series: &["2030 2020-03-04 36 2020-03-05 35.8", "4001 2020-03-04 85.5 2020-03-05 85.7"],
        assumed: &["shape=long", "close_column=close"],
        warned: &[],
    },
    Case {
        file: "TASI.csv",
        text: "Date,Open,High,Low,Close,Volume Traded,Value Traded (SAR),Number of Trades,Index\n\
               2025-01-27,12364.8,12408.4,12336.7,12380.42,218830000,5200000000.5,400000,TASI\n\
               2025-01-26,12348.37,12378.97,12321.88,12359.62,234660000,5300000000.5,410000,TASI\n",
        series: &["TASI 2025-01-26 12359.62 2025-01-27 12380.42"],
        assumed: &["role=index"],
        warned: &[],
    },
    Case {
        file: "1120.csv",
        text: "2014/11/13,63.25,63.00,63.50,62.75,2100000\n\
               2014/11/12,63.00,62.50,63.25,62.25,1900000\n\
               2014/11/11,62.50,62.00,62.75,61.75,1800000\n\
               2014/11/10,62.00,61.50,62.25,61.25,1700000\n",
        series: &["1120 2014-11-10 62 2014-11-11 62.5 2014-11-12 63 2014-11-13 63.25"],
        assumed: &["close_column~2"],
        warned: &["io-no-header-assumed"],
    },
    Case {
        file: "tasi.csv",
        text: "TASI.SR.Open,TASI.SR.High,TASI.SR.Low,TASI.SR.Close\n\
               12348.37,12378.97,12321.88,12359.62\n\
               12364.8,12408.4,12336.7,12380.42\n",
        series: &["TASI.SR 1 12359.62 2 12380.42"],
        assumed: &["date_order=index"],
        warned: &["io-rows-numbered"],
    },
    Case {
        file: "EGX10.csv",
        text: "Company,Date,Open,High,Low,Close,Volume\n\
               COMI,2025-01-27,0,0,0,80.5,0\n\
               COMI,2025-01-26,79.5,80.9,79.1,80.1,1200\n\
               SWDY,2025-01-27,70.5,71.9,70.1,71.1,1500\n\
               SWDY,2025-01-26,69.5,70.9,69.1,70.1,1200\n",
        series: &["COMI 2025-01-26 80.1 2025-01-27 80.5", "SWDY 2025-01-26 70.1 2025-01-27 71.1"],
        assumed: &["shape=long"],
        warned: &["io-zeros-missing"],
    },
    Case {
        file: "SBER_250124_250127.txt",
        text: "<TICKER>;<PER>;<DATE>;<TIME>;<OPEN>;<HIGH>;<LOW>;<CLOSE>;<VOL>\n\
               SBER;D;20250124;000000;278.60;282.20;277.65;281.37;41546700\n\
               SBER;D;20250127;000000;280.60;281.20;275.65;277.01;42546700\n",
        series: &["SBER 2025-01-24 281.37 2025-01-27 277.01"],
        assumed: &["vendor=Finam", "decimal=."],
        warned: &[],
    },
    Case {
        file: "SBER.txt",
        text: "<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\n\
               250124,100000,278.60,282.20,277.65,281.37,41546700\n\
               250124,110000,281.40,281.20,280.65,280.71,42546700\n\
               250127,100000,280.60,281.20,275.65,277.01,42546700\n",
        series: &["SBER 2025-01-24T10:00:00 281.37 2025-01-24T11:00:00 280.71 2025-01-27T10:00:00 277.01"],
        assumed: &[],
        warned: &["io-inconsistent"],
    },
    Case {
        file: "Ibovespa.csv",
        text: "DATA;ÚLTIMO;ABERTURA;MÁXIMO;MÍNIMO;VAR %\n\
               30/04/2021;118.894;120.066;120.322;118.766;-0,98\n\
               29/04/2021;120.066;121.052;121.107;118.896;-0,82\n",
        series: &["Ibovespa 2021-04-29 120066 2021-04-30 118894"],
        assumed: &["decimal=,"],
        warned: &[],
    },
    Case {
        file: "ibov.csv",
        text: "Índice Ibovespa - Evolução diária - 2019\n\
               Dia;Jan;Fev;Mar;Abr;Mai;Jun;Jul;Ago;Set;Out;Nov;Dez\n\
               1;;97.861,27;;95.386,76;;;101.339,68;102.125,94;;104.053,40;108.195,63;\n\
               2;91.012,31;;94.603,75;95.386,76;95.527,62;;100.605,17;102.673,68;100.625,74;101.031,44;;108.927,83\n\
               3;91.564,25;;;94.491,48;96.007,89;97.020,48;102.043,11;;99.680,83;101.516,04;;108.956,02\n\
               MÍNIMO;91.012,31;97.861,27;94.603,75;94.491,48;95.527,62;97.020,48;100.605,17;102.125,94;99.680,83;101.031,44;108.195,63;108.927,83\n",
        series: &[
            "ibov 2019-01-02 91012.31 2019-01-03 91564.25 2019-02-01 97861.27 2019-03-02 94603.75 2019-04-01 95386.76 2019-04-02 95386.76 2019-04-03 94491.48 2019-05-02 95527.62 2019-05-03 96007.89 2019-06-03 97020.48 2019-07-01 101339.68 2019-07-02 100605.17 2019-07-03 102043.11 2019-08-01 102125.94 2019-08-02 102673.68 2019-09-02 100625.74 2019-09-03 99680.83 2019-10-01 104053.4 2019-10-02 101031.44 2019-10-03 101516.04 2019-11-01 108195.63 2019-12-02 108927.83 2019-12-03 108956.02",
        ],
        assumed: &["shape=matrix"],
        warned: &["io-skipped-footer", "io-skipped-preamble"],
    },
    Case {
        file: "AIRBUS_2026-06-15.csv",
        text: "\u{feff}\"Historical Data\"\n\
               \"From 2025-06-15 to 2026-06-15\"\n\
               NL0000235190\n\
               Date;Open;High;Low;Last;Close;\"Number of Shares\";\"Number of Trades\";Turnover\n\
               15/06/2026;165.2;167.1;164.8;166.5;166.5;700123;8123;116123456.5;165.86\n\
               12/06/2026;164.2;166.1;163.8;165.1;165.2;710123;8223;117123456.5;165.06\n",
        series: &["AIRBUS 2026-06-12 165.2 2026-06-15 166.5"],
        assumed: &["vendor=Euronext", "close_column=Close", "preamble_lines=3"],
        warned: &["io-skipped-preamble"],
    },
    Case {
        file: "AIRBUS.csv",
        text: "\u{feff}\"Historical Data\"\n\
               \"From 2025-06-15 to 2026-06-15\"\n\
               NL0000235190\n\
               Date;Open;High;Low;Last;Close;\"Number of Shares\";\"Number of Trades\";Turnover;vwap\n\
               15/06/2026;165,2;167,1;164,8;166,5;166,5;700123;8123;116123456,5;165,86\n\
               12/06/2026;164,2;166,1;163,8;165,1;165,2;710123;8223;117123456,5;165,06\n",
        series: &["AIRBUS 2026-06-12 165.2 2026-06-15 166.5"],
        assumed: &["vendor=Euronext", "decimal=,"],
        warned: &["io-skipped-preamble"],
    },
    Case {
        file: "asx.txt",
        text: "ABC,20170103,1.61,1.65,1.60,1.64,1200000\n\
               ABC,20170104,1.64,1.68,1.63,1.67,1300000\n\
               XYZ,20170103,3.61,3.65,3.60,3.64,1100000\n\
               XYZ,20170104,3.64,3.68,3.63,3.67,1000000\n",
        series: &["ABC 2017-01-03 1.64 2017-01-04 1.67", "XYZ 2017-01-03 3.64 2017-01-04 3.67"],
        assumed: &[],
        warned: &["io-no-header-assumed"],
    },
];

#[test]
fn exchanges_of_the_world() {
    check(EXCHANGES);
}
