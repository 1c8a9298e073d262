//! Files of charting programs, brokers, data services and places that trade coins, each in the exact
//! form in which it comes.

use super::{Case, check};

const CHARTS: &[Case] = &[
    Case {
        file: "BINANCE_BTCUSDT, 60.csv",
        text: "time,open,high,low,close,Volume,Plot,Plot,Plot\n\
               1737676800,105000.5,106000.5,104000.5,105500.5,12.5,NaN,105000.1,105100.1\n\
               1737680400,105500.5,105900.5,105100.5,105200.5,10.5,NaN,105000.1,105100.1\n",
        series: &["BTCUSDT 2025-01-24T00:00:00Z 105500.5 2025-01-24T01:00:00Z 105200.5"],
        assumed: &["vendor=TradingView", "date_order=epoch_s"],
        warned: &[],
    },
    Case {
        file: "SP_SPX, 1D.csv",
        text: "time,open,high,low,close\n\
               -630927000,16.66,16.66,16.66,16.66\n\
               -630840600,16.85,16.85,16.85,16.85\n\
               -630754200,16.93,16.93,16.93,16.93\n",
        series: &["SPX 1950-01-03T14:30:00Z 16.66 1950-01-04T14:30:00Z 16.85 1950-01-05T14:30:00Z 16.93"],
        assumed: &["vendor=TradingView", "date_order=epoch_s"],
        warned: &[],
    },
    Case {
        file: "TSE_7203, 60.csv",
        text: "time,open,high,low,close\n\
               2024-01-21T23:00:00+09:00,2900.5,2910.5,2890.5,2905.5\n\
               2024-01-22T00:00:00+09:00,2905.5,2915.5,2895.5,2900.5\n",
        series: &["7203 2024-01-21T14:00:00Z 2905.5 2024-01-21T15:00:00Z 2900.5"],
        assumed: &["vendor=TradingView", "zone=+09:00"],
        warned: &[],
    },
    Case {
        file: "XAUUSD_D1.csv",
        text: "<DATE>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n\
               2025.11.03\t4001.25\t4030.5\t3962.75\t4000.5\t150000\t0\t12\n\
               2025.11.04\t4000.5\t4005.5\t3928.25\t3932.5\t160000\t0\t12\n",
        series: &["XAUUSD 2025-11-03 4000.5 2025-11-04 3932.5"],
        assumed: &["vendor=MetaTrader", "delimiter=tab"],
        warned: &[],
    },
    Case {
        file: "EURUSD_H1.csv",
        text: "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n\
               2025.11.03\t00:00:00\t1.15320\t1.15370\t1.15290\t1.15310\t1500\t0\t1\n\
               2025.11.03\t01:00:00\t1.15310\t1.15360\t1.15280\t1.15350\t1600\t0\t1\n",
        series: &["EURUSD 2025-11-03T00:00:00 1.1531 2025-11-03T01:00:00 1.1535"],
        assumed: &["vendor=MetaTrader"],
        warned: &[],
    },
    Case {
        file: "EURUSD.csv",
        text: ",time,open,high,low,close,tick_volume,spread,real_volume\n\
               0,1737676800,1.0410,1.0520,1.0405,1.0490,1500,1,0\n\
               1,1737936000,1.0490,1.0530,1.0450,1.0490,1600,1,0\n\
               2,1738022400,1.0490,1.0500,1.0410,1.0430,1600,1,0\n",
        series: &["EURUSD 2025-01-24 1.049 2025-01-27 1.049 2025-01-28 1.043"],
        assumed: &["date_order=epoch_s"],
        warned: &[],
    },
    Case {
        file: "XAUUSD1440.csv",
        text: "1971.01.04,00:00,37.37,37.40,37.33,37.37,1\r\n\
               1971.01.05,00:00,37.40,37.50,37.40,37.46,1\r\n\
               1971.01.06,00:00,37.46,37.53,37.44,37.45,1\r\n",
        series: &["XAUUSD 1971-01-04 37.37 1971-01-05 37.46 1971-01-06 37.45"],
        assumed: &["header_line~none", "close_column~6"],
        warned: &["io-no-header-assumed"],
    },
    Case {
        file: "EURUSD.csv",
        text: "2019-06-22 00:00\t1.1370\t1.1378\t1.1369\t1.1371\t100\n\
               2019-06-22 01:00\t1.1371\t1.1379\t1.1370\t1.1375\t200\n\
               2019-06-22 02:00\t1.1375\t1.1376\t1.1366\t1.1368\t150\n",
        series: &["EURUSD 2019-06-22T00:00:00 1.1371 2019-06-22T01:00:00 1.1375 2019-06-22T02:00:00 1.1368"],
        assumed: &["delimiter=tab", "close_column~5"],
        warned: &["io-no-header-assumed"],
    },
    Case {
        file: "EUR-USD_Minute_2026-02-23_UTC.csv",
        text: "UTC,Open,High,Low,Close,Volume\n\
               23.02.2026 00:00:00.000 UTC,1.17890,1.17910,1.17880,1.17900,25.5\n\
               23.02.2026 00:01:00.000 UTC,1.17900,1.17920,1.17890,1.17915,30.5\n",
        series: &["EUR-USD 2026-02-23T00:00:00Z 1.179 2026-02-23T00:01:00Z 1.17915"],
        assumed: &["date_order=DMY", "zone=UTC"],
        warned: &[],
    },
    Case {
        file: "EURUSD.csv",
        text: "Gmt time,Open,High,Low,Close,Volume\n\
               23.02.2018 00:00:00.000,1.2330,1.2336,1.2280,1.2295,25.5\n\
               26.02.2018 00:00:00.000,1.2295,1.2355,1.2278,1.2317,30.5\n",
        series: &["EURUSD 2018-02-23 1.2295 2018-02-26 1.2317"],
        assumed: &["vendor=Dukascopy", "date_order=DMY"],
        warned: &[],
    },
    Case {
        file: "EURUSD.csv",
        text: "Local time,Open,High,Low,Close,Volume\n\
               23.02.2018 10:00:00.000 GMT+0100,1.2330,1.2336,1.2280,1.2295,25.5\n\
               23.02.2018 11:00:00.000 GMT+0100,1.2295,1.2355,1.2278,1.2317,30.5\n",
        series: &["EURUSD 2018-02-23T09:00:00Z 1.2295 2018-02-23T10:00:00Z 1.2317"],
        assumed: &["vendor=Dukascopy", "zone=+01:00"],
        warned: &[],
    },
    Case {
        file: "EURUSD.csv",
        text: "Time (EET),Open,High,Low,Close,Volume \n\
               2025.10.01 00:00:00,1.1730,1.1736,1.1680,1.1695,25.5\n\
               2025.10.01 01:00:00,1.1695,1.1755,1.1678,1.1717,30.5\n",
        series: &["EURUSD 2025-10-01T00:00:00 1.1695 2025-10-01T01:00:00 1.1717"],
        assumed: &["vendor=Dukascopy"],
        warned: &[],
    },
    Case {
        file: "eurusd-m1.csv",
        text: "timestamp,open,high,low,close,volume\n\
               1737698400000,1.0410,1.0420,1.0405,1.0415,25.5\n\
               1737698460000,1.0415,1.0425,1.0410,1.0420,30.5\n",
        series: &["eurusd 2025-01-24T06:00:00Z 1.0415 2025-01-24T06:01:00Z 1.042"],
        assumed: &["date_order=epoch_ms"],
        warned: &[],
    },
    Case {
        file: "EURUSD.csv",
        text: "20200101 170000065,1.12120,1.12170,0\n\
               20200101 170000200,1.12120,1.12180,0\n\
               20200101 170001315,1.12130,1.12180,0\n",
        series: &[
            "EURUSD bid 2020-01-01T17:00:00.065 1.1212 2020-01-01T17:00:00.2 1.1212 2020-01-01T17:00:01.315 1.1213",
            "EURUSD ask 2020-01-01T17:00:00.065 1.1217 2020-01-01T17:00:00.2 1.1218 2020-01-01T17:00:01.315 1.1218",
        ],
        assumed: &[],
        warned: &["io-no-header-assumed"],
    },
    Case {
        file: "DAT_NT_EURUSD_M1_2011.csv",
        text: "20110301 090100;1.3810;1.3815;1.3808;1.3812;0\n\
               20110301 090200;1.3812;1.3818;1.3811;1.3816;0\n\
               20110301 090300;1.3816;1.3817;1.3806;1.3807;0\n",
        series: &["EURUSD 2011-03-01T09:01:00 1.3812 2011-03-01T09:02:00 1.3816 2011-03-01T09:03:00 1.3807"],
        assumed: &["delimiter=;"],
        warned: &["io-no-header-assumed"],
    },
    Case {
        file: "EURUSD.csv",
        text: "timestamp,bid,ask\n\
               2025-01-24 06:00:00.295000+00:00,1.04100,1.04110\n\
               2025-01-24 06:00:01.295000+00:00,1.04120,1.04130\n",
        series: &[
            "bid 2025-01-24T06:00:00.295Z 1.041 2025-01-24T06:00:01.295Z 1.0412",
            "ask 2025-01-24T06:00:00.295Z 1.0411 2025-01-24T06:00:01.295Z 1.0413",
        ],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "EURUSD.csv",
        text: "DateTime,BidOpen,BidHigh,BidLow,BidClose,AskOpen,AskHigh,AskLow,AskClose,Volume\n\
               01/24/2025 00:00:00,1.0410,1.0520,1.0405,1.0490,1.0412,1.0522,1.0407,1.0492,1500\n\
               01/27/2025 00:00:00,1.0490,1.0530,1.0450,1.0495,1.0492,1.0532,1.0452,1.0497,1600\n",
        series: &[
            "BidClose 2025-01-24 1.049 2025-01-27 1.0495",
            "AskClose 2025-01-24 1.0492 2025-01-27 1.0497",
        ],
        assumed: &["date_order=MDY"],
        warned: &[],
    },
    Case {
        file: "export.csv",
        text: "Security,NVDA US Equity\n\
               Start Date,1/24/2025\n\
               End Date,1/27/2025\n\
               \n\
               Date,OPEN,HIGH,LOW,LAST_PRICE\n\
               1/24/2025,148.37,148.97,141.88,142.62\n\
               1/27/2025,124.8,128.4,116.7,118.42\n",
        series: &["NVDA US Equity 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["vendor=Bloomberg", "close_column=LAST_PRICE", "date_order=MDY", "preamble_lines=3"],
        warned: &["io-skipped-preamble"],
    },
    Case {
        file: "NVDA.csv",
        text: "Date,LAST_PRICE\n\
               1/24/2025 16:30,142.62\n\
               1/27/2025 16:30,118.42\n",
        series: &["NVDA 2025-01-24T16:30:00 142.62 2025-01-27T16:30:00 118.42"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "eikon.csv",
        text: "Date,AAPL.O,MSFT.O,.SPX,.VIX,EUR=,XAU=\n\
               2025-01-24,222.78,444.06,6101.24,14.85,1.0497,2770.5\n\
               2025-01-27,229.86,434.56,6012.28,17.9,,2741.3\n",
        series: &[
            "AAPL.O 2025-01-24 222.78 2025-01-27 229.86",
            "MSFT.O 2025-01-24 444.06 2025-01-27 434.56",
            ".SPX 2025-01-24 6101.24 2025-01-27 6012.28",
            ".VIX 2025-01-24 14.85 2025-01-27 17.9",
            "EUR= 2025-01-24 1.0497",
            "XAU= 2025-01-24 2770.5 2025-01-27 2741.3",
        ],
        assumed: &["shape=wide"],
        warned: &[],
    },
    Case {
        file: "AAPL.csv",
        text: "Date,VALUE,VOLUME\n\
               2025-01-24 14:30:00.100,222.78,100\n\
               2025-01-24 14:30:00.350,222.79,200\n",
        series: &["AAPL 2025-01-24T14:30:00.1 222.78 2025-01-24T14:30:00.35 222.79"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "glbx.csv",
        text: "ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol\n\
               2025-04-30T00:00:00.000000000Z,34,1,42,5575.250000000,5580.000000000,5570.000000000,5577.500000000,1200,ESM5\n\
               2025-04-30T00:00:00.000000000Z,34,1,43,5625.250000000,5630.000000000,5620.000000000,5627.500000000,12,ESU5\n\
               2025-05-01T00:00:00.000000000Z,34,1,42,5577.250000000,5582.000000000,5572.000000000,5580.500000000,1100,ESM5\n\
               2025-05-01T00:00:00.000000000Z,34,1,43,5627.250000000,5632.000000000,5622.000000000,5630.500000000,11,ESU5\n",
        series: &["ESM5 2025-04-30 5577.5 2025-05-01 5580.5", "ESU5 2025-04-30 5627.5 2025-05-01 5630.5"],
        assumed: &["vendor=Databento", "shape=long"],
        warned: &[],
    },
    Case {
        file: "glbx.csv",
        text: "ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol\n\
               1745971200000000000,35,1,42,5575250000000,5580000000000,5570000000000,5577500000000,1200,ESM5\n\
               1746057600000000000,35,1,42,5577250000000,5582000000000,5572000000000,5580500000000,1100,ESM5\n\
               1746144000000000000,35,1,42,5577250000000,5582000000000,5572000000000,5580500000000,1100,ESM5\n",
        series: &["ESM5 2025-04-30 5577500000000 2025-05-01 5580500000000 2025-05-02 5580500000000"],
        assumed: &["vendor=Databento", "date_order=epoch_ns"],
        warned: &["io-fixed-point"],
    },
    Case {
        file: "2025-01-27.csv.gz.csv",
        text: "ticker,volume,open,close,high,low,window_start,transactions\n\
               AAPL,94863400.5,224.02,229.86,232.15,223.98,1737954000000000000,900000\n\
               NVDA,818830900,124.8,118.42,128.4,116.7,1737954000000000000,5000000\n\
               AAPL,75707600,230.85,238.26,240.19,230.81,1738040400000000000,800000\n\
               NVDA,579666400,121.81,128.99,129,116.25,1738040400000000000,4000000\n",
        series: &[
            "AAPL 2025-01-27T05:00:00Z 229.86 2025-01-28T05:00:00Z 238.26",
            "NVDA 2025-01-27T05:00:00Z 118.42 2025-01-28T05:00:00Z 128.99",
        ],
        assumed: &["vendor=Polygon.io", "shape=long", "date_order=epoch_ns"],
        warned: &[],
    },
    Case {
        file: "spy.csv",
        text: "19980102 00:00,973100,975300,965300,975000,2150000\n\
               19980105 00:00,977500,981500,968100,977500,3050000\n\
               19980106 00:00,971500,973100,963700,966500,2950000\n",
        series: &["spy 1998-01-02 975000 1998-01-05 977500 1998-01-06 966500"],
        assumed: &[],
        warned: &["io-no-header-assumed"],
    },
];

#[test]
fn charting_programs_and_brokers() {
    check(CHARTS);
}

const CRYPTO: &[Case] = &[
    Case {
        file: "BTCUSDT-1h-2024-12.csv",
        text: "1733011200000,96407.99,96672.38,96181.00,96471.20,863.11,1733014799999,83196544.4,170184,411.6,39672000.7,0\n\
               1733014800000,96471.20,96570.00,96218.59,96266.30,517.89,1733018399999,49917654.6,110310,239.5,23080000.2,0\n\
               1733018400000,96266.30,96459.12,96232.00,96399.99,429.97,1733021999999,41427320.7,93690,233.6,22500000.9,0\n",
        series: &[
            "BTCUSDT 2024-12-01T00:00:00Z 96471.2 2024-12-01T01:00:00Z 96266.3 2024-12-01T02:00:00Z 96399.99",
        ],
        assumed: &["date_order=epoch_ms"],
        warned: &["io-no-header-assumed"],
    },
    Case {
        file: "BTCUSDT.csv",
        text: "1735689600000000,93576.00,94509.42,93489.03,94401.14,755.9,1735693199999999,71100000.4,170184,411.6,39672000.7,0\n\
               1735693200000000,94401.13,94408.72,93578.77,93607.74,586.5,1735696799999999,55100000.6,110310,239.5,23080000.2,0\n\
               1735696800000000,93607.74,94105.12,93594.56,94098.90,276.7,1735700399999999,26000000.7,93690,233.6,22500000.9,0\n",
        series: &[
            "BTCUSDT 2025-01-01T00:00:00Z 94401.14 2025-01-01T01:00:00Z 93607.74 2025-01-01T02:00:00Z 94098.9",
        ],
        assumed: &["date_order=epoch_us"],
        warned: &["io-no-header-assumed"],
    },
    Case {
        file: "BTCUSDT.csv",
        text: "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n\
               1735689600000000,93576.00,94509.42,93489.03,94401.14,755.9,1735775999999999,71100000.4,170184,411.6,39672000.7,0\n\
               1735776000000000,94401.13,94408.72,93578.77,93607.74,586.5,1735862399999999,55100000.6,110310,239.5,23080000.2,0\n",
        series: &["BTCUSDT 2025-01-01 94401.14 2025-01-02 93607.74"],
        assumed: &["vendor=Binance", "date_order=epoch_us"],
        warned: &[],
    },
    Case {
        file: "XBTUSD_1440.csv",
        text: "1381017600,122.0,122.5,121.0,121.75,0.1,1\n\
               1381104000,123.61,123.61,123.5,123.61,0.2,2\n\
               1381190400,123.91,124.19,123.9,124.18,4.0,5\n",
        series: &["XBTUSD 2013-10-06 121.75 2013-10-07 123.61 2013-10-08 124.18"],
        assumed: &["date_order=epoch_s"],
        warned: &["io-no-header-assumed"],
    },
    Case {
        file: "bitstampUSD.csv",
        text: "1315922016,5.800000000000,1.000000000000\n\
               1315922024,5.830000000000,3.000000000000\n\
               1315922029,5.900000000000,1.000000000000\n\
               1315922034,6.000000000000,20.000000000000\n\
               1315924373,5.950000000000,12.452100000000\n",
        series: &[
            "bitstampUSD 2011-09-13T13:53:36Z 5.8 2011-09-13T13:53:44Z 5.83 2011-09-13T13:53:49Z 5.9 2011-09-13T13:53:54Z 6 2011-09-13T14:32:53Z 5.95",
        ],
        assumed: &["date_order=epoch_s"],
        warned: &["io-no-header-assumed"],
    },
    Case {
        file: "Bitstamp_BTCUSD_d.csv",
        text: "https://www.CryptoDataDownload.com\n\
               unix,date,symbol,open,high,low,close,Volume BTC,Volume USD\n\
               1643673600,2022-02-01 00:00:00,BTC/USD,38491.93,39265.2,38000,38739.93,1000.5,38000000.5\n\
               1643587200,2022-01-31 00:00:00,BTC/USD,37933.66,38795.63,36632.61,38491.93,1100.5,41000000.5\n",
        series: &["BTC/USD 2022-01-31 38491.93 2022-02-01 38739.93"],
        assumed: &["vendor=CryptoDataDownload", "preamble_lines=1"],
        warned: &["io-skipped-preamble"],
    },
    Case {
        file: "Bitstamp_BTCUSD_d.csv",
        text: "unix,date,symbol,open,high,low,close,Volume BTC,Volume USD\n\
               1.64395E+12,2/4/2022 0:00,BTC/USD,37300.5,41800.5,37026.7,41600.5,1000.5,38000000.5\n\
               1.64386E+12,2/3/2022 0:00,BTC/USD,36900.5,37400.5,36200.5,37300.5,1100.5,41000000.5\n\
               1.64378E+12,2/2/2022 0:00,BTC/USD,38700.5,38900.5,36600.5,36900.5,1100.5,41000000.5\n\
               1.64369E+12,2/1/2022 0:00,BTC/USD,38500.5,39300.5,38000.5,38700.5,1100.5,41000000.5\n\
               1.64361E+12,1/31/2022 0:00,BTC/USD,37900.5,38800.5,36600.5,38500.5,1100.5,41000000.5\n",
        series: &[
            "BTC/USD 2022-01-31 38500.5 2022-02-01 38700.5 2022-02-02 36900.5 2022-02-03 37300.5 2022-02-04 41600.5",
        ],
        assumed: &["date_column=date", "date_order=MDY"],
        warned: &[],
    },
    Case {
        file: "bitcoin.csv",
        text: "snapped_at,price,market_cap,total_volume\n\
               2013-04-28 00:00:00 UTC,135.3,1500517590.0,0\n\
               2013-04-29 00:00:00 UTC,0.00000000097,1575032004.0,0\n",
        series: &["bitcoin 2013-04-28 135.3 2013-04-29 0.00000000097"],
        assumed: &["vendor=CoinGecko", "close_column=price"],
        warned: &[],
    },
    Case {
        file: "coin_Bitcoin.csv",
        text: "SNo,Name,Symbol,Date,High,Low,Open,Close,Volume,Marketcap\n\
               1,Bitcoin,BTC,2013-04-29 23:59:59,147.49,134.0,134.44,144.54,0.0,1603768864.5\n\
               2,Bitcoin,BTC,2013-04-30 23:59:59,146.93,134.05,144.0,139.0,0.0,1542813125.0\n",
        series: &["BTC 2013-04-29 144.54 2013-04-30 139"],
        assumed: &["close_column=Close"],
        warned: &[],
    },
    Case {
        file: "Bitcoin_historical_data_coinmarketcap.csv",
        text: "timeOpen;timeClose;timeHigh;timeLow;name;open;high;low;close;volume;marketCap;timestamp\n\
               \"2024-01-02T00:00:00.000Z\";\"2024-01-02T23:59:59.999Z\";\"2024-01-02T16:03:00.000Z\";\"2024-01-02T00:01:00.000Z\";\"2781\";44187.1408;45899.7090;44176.9481;44957.9677;39335274536.25;880538943117.5;\"2024-01-02T23:59:59.999Z\"\n\
               \"2024-01-01T00:00:00.000Z\";\"2024-01-01T23:59:59.999Z\";\"2024-01-01T23:50:00.000Z\";\"2024-01-01T00:04:00.000Z\";\"2781\";42280.2352;44175.4361;42214.9763;44167.3312;18426978443.25;865070330101.5;\"2024-01-01T23:59:59.999Z\"\n",
        series: &["Bitcoin 2024-01-01 44167.3312 2024-01-02 44957.9677"],
        assumed: &["vendor=CoinMarketCap", "decimal=."],
        warned: &[],
    },
    Case {
        file: "btc.csv",
        text: "Timestamp,Open,High,Low,Close,Volume\n\
               1325412060.0,4.58,4.58,4.58,4.58,0.0\n\
               1325412120.0,4.58,4.6,4.58,4.6,1.5\n\
               1325412180.0,4.6,4.6,4.55,4.55,1.5\n",
        series: &["btc 2012-01-01T10:01:00Z 4.58 2012-01-01T10:02:00Z 4.6 2012-01-01T10:03:00Z 4.55"],
        assumed: &["date_order=epoch_s"],
        warned: &[],
    },
];

#[test]
fn prices_of_coins() {
    check(CRYPTO);
}
