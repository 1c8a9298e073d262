//! Files of the portals that share prices are downloaded from, each in the exact form in which it
//! comes.

use super::{Case, check};

const PORTALS: &[Case] = &[
    Case {
        file: "NVDA.csv",
        text: "Date,Open,High,Low,Close,Adj Close,Volume\n\
               2025-01-24,148.369995,148.970001,141.880005,142.619995,142.610001,234657000\n\
               2025-01-25,null,null,null,null,null,null\n\
               2025-01-27,124.800003,128.399994,116.699997,118.419998,118.410004,818830900\n",
        series: &["NVDA 2025-01-24 142.619995 2025-01-25 NaN 2025-01-27 118.419998"],
        assumed: &["vendor=Yahoo Finance", "close_column=Close", "order=ascending"],
        warned: &["io-rows-without-value"],
    },
    Case {
        file: "^GSPC.csv",
        text: "Date,Open,High,Low,Close,Volume,Adj Close\n\
               2016-01-05,2013.780029,2021.939941,2004.170044,2016.709961,000,2016.709961\n\
               2016-01-04,2038.199951,2038.199951,1989.680054,2012.660034,000,2012.660034\n",
        series: &["^GSPC 2016-01-04 2012.660034 2016-01-05 2016.709961"],
        assumed: &["order=descending", "close_column=Close", "role=index"],
        warned: &[],
    },
    Case {
        file: "data.csv",
        text: "Price,Close,High,Low,Open,Volume\n\
               Ticker,AAPL,AAPL,AAPL,AAPL,AAPL\n\
               Date,,,,,\n\
               2025-01-24,222.77999877929688,225.62999725341797,221.41000366210938,224.77999877929688,54697900\n\
               2025-01-27,229.86000061035156,232.14999389648438,223.97999572753906,224.02000427246094,94863400\n",
        series: &["AAPL 2025-01-24 222.77999877929688 2025-01-27 229.86000061035156"],
        assumed: &["header_rows=3", "name=AAPL"],
        warned: &[],
    },
    Case {
        file: "data.csv",
        text: "Price,Close,Close,Open,Open\n\
               Ticker,AAPL,MU,AAPL,MU\n\
               Datetime,,,,\n\
               2025-01-24 14:30:00+00:00,222.5,103.25,224.5,104.5\n\
               2025-01-24 15:30:00+00:00,223.5,103.5,222.5,103.25\n",
        series: &[
            "AAPL 2025-01-24T14:30:00Z 222.5 2025-01-24T15:30:00Z 223.5",
            "MU 2025-01-24T14:30:00Z 103.25 2025-01-24T15:30:00Z 103.5",
        ],
        assumed: &["shape=panel"],
        warned: &[],
    },
    Case {
        file: "data.csv",
        text: "Date,Close,High,Low,Open,Volume,Ticker\n\
               ,AAPL,AAPL,AAPL,AAPL,AAPL,\n\
               2025-01-24,222.78,225.63,221.41,224.78,54697900,AAPL\n\
               2025-01-27,229.86,232.15,223.98,224.02,94863400,AAPL\n",
        series: &["AAPL 2025-01-24 222.78 2025-01-27 229.86"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "data.csv",
        text: "Date,Close,Ticker\n\
               ,AAPL,\n\
               2025-01-24,222.78,AAPL\n\
               2025-01-27,229.86,AAPL\n",
        series: &["AAPL 2025-01-24 222.78 2025-01-27 229.86"],
        assumed: &["close_column=Close AAPL"],
        warned: &[],
    },
    Case {
        file: "NVDA.csv",
        text: "Date,Open,High,Low,Close,Volume,Dividends,Stock Splits\n\
               2025-03-07 00:00:00-05:00,111.25,113.5,107.5,112.5,341755500,0.0,0.0\n\
               2025-03-10 00:00:00-04:00,109.75,111.75,105.5,106.75,366487400,0.01,0.0\n",
        series: &["NVDA 2025-03-07 112.5 2025-03-10 106.75"],
        assumed: &["vendor=Yahoo Finance"],
        warned: &[],
    },
    Case {
        file: "NVDA.csv",
        text: "Date,High,Low,Open,Close,Volume,Adj Close,Name\n\
               2025-01-24,148.97,141.88,148.37,142.62,234657000,142.61,NVDA\n\
               2025-01-27,128.4,116.7,124.8,118.42,818830900,118.41,NVDA\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["close_column=Close"],
        warned: &[],
    },
    Case {
        file: "HistoricalData_NVDA.csv",
        text: "Date,Close/Last,Volume,Open,High,Low\n\
               01/27/2025,$118.42,818830900,$124.80,$128.40,$116.70\n\
               01/24/2025,$142.62,234657000,$148.37,$148.97,$141.88\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["vendor=Nasdaq.com", "date_order=MDY", "close_column=Close/Last"],
        warned: &[],
    },
    Case {
        file: "HistoricalQuotes_NVDA.csv",
        text: "Date, Close/Last, Volume, Open, High, Low\n\
               01/27/2025, $118.42, 818830900, $124.80, $128.40, $116.70\n\
               01/24/2025, $142.62, 234657000, $148.37, $148.97, $141.88\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["vendor=Nasdaq.com", "date_order=MDY"],
        warned: &[],
    },
    Case {
        file: "NVDA.csv",
        text: "\"date\",\"close\",\"volume\",\"open\",\"high\",\"low\"\r\n\
               \"11:34\",\"219.26\",\"4,787,699\",\"219.9\",\"220.5\",\"218.6\"\r\n\
               \"2018/10/15\",\"217.3600\",\"30280450.0000\",\"221.1600\",\"221.8300\",\"217.2700\"\r\n\
               \"2018/10/12\",\"222.1100\",\"40337850.0000\",\"220.4200\",\"222.8800\",\"216.8400\"\r\n",
        series: &["NVDA 2018-10-12 222.11 2018-10-15 217.36"],
        assumed: &["vendor=Nasdaq.com", "order=descending"],
        warned: &["io-bad-date"],
    },
    Case {
        file: "Download Data - STOCK_US_XNAS_NVDA.csv",
        text: "Date,Open,High,Low,Close,Volume\n\
               01/27/2025,\"1,124.80\",\"1,128.40\",\"1,116.70\",\"1,118.42\",\"818,830,900\"\n\
               01/24/2025,\"148.37\",\"148.97\",\"141.88\",\"142.62\",\"234,657,000\"\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 1118.42"],
        assumed: &["date_order=MDY", "decimal=."],
        warned: &[],
    },
    Case {
        file: "HistoricalPrices.csv",
        text: "Date, Open, High, Low, Close\n\
               01/27/25, 124.80, 128.40, 116.70, 118.42\n\
               01/24/25, 148.37, 148.97, 141.88, 142.62",
        series: &["HistoricalPrices 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["date_order=MDY"],
        warned: &[],
    },
    Case {
        file: "NVDA.csv",
        text: "Date,Open,High,Low,Close,Volume\n\
               27-Jan-25,124.80,128.40,116.70,118.42,818830900\n\
               24-Jan-25,-,148.97,141.88,142.62,-\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["order=descending"],
        warned: &[],
    },
    Case {
        file: "NVDA - Sheet1.csv",
        text: "Date,Close\n\
               1/24/2025 16:00:00,142.62\n\
               1/27/2025 16:00:00,118.42\n",
        series: &["NVDA 2025-01-24T16:00:00 142.62 2025-01-27T16:00:00 118.42"],
        assumed: &["date_order=MDY"],
        warned: &[],
    },
    Case {
        file: "MacroTrends_Data_Download_NVDA.csv",
        text: "\"Disclaimer and Terms of Use: Data is for information only, as is.\"\n\
               \"Historical prices for NVDA, adjusted for splits.\"\n\
               \n\
               \"Please attribute, if you use it: a site.\"\n\
               \n\
               \n\
               \n\
               date,open,high,low,close,volume\n\
               2025-01-24,148.37,148.97,141.88,142.62,234657000\n\
               2025-01-27,124.8,128.4,116.7,118.42,818830900\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["preamble_lines=3", "header_line=8"],
        warned: &["io-skipped-preamble"],
    },
    Case {
        file: "nvda_daily.csv",
        text: "Time,Open,High,Low,Latest,Change,%Change,Volume,\"Open Int\"\n\
               01/27/2025,124.80,128.40,116.70,118.42,-24.20,-16.97%,818830900,0\n\
               01/24/2025,148.37,148.97,141.88,142.62,-4.60,-3.12%,234657000,0\n\
               \"Downloaded from Barchart.com as of 08-28-2025 09:52AM CDT\"\n",
        series: &["nvda 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["vendor=Barchart", "close_column=Latest", "date_order=MDY"],
        warned: &["io-skipped-footer"],
    },
    Case {
        file: "nvda_us_d.csv",
        text: "Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen\r\n\
               2025-01-24,148.37,148.97,141.88,142.62,234657000.5\r\n\
               2025-01-27,124.8,128.4,116.7,118.42,818830900\r\n",
        series: &["nvda_us 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["vendor=Stooq", "language=pl"],
        warned: &[],
    },
    Case {
        file: "nvda.csv",
        text: "Data;Otwarcie;Najwyzszy;Najnizszy;Zamkniecie;Wolumen\r\n\
               2025-01-24;148.37;148.97;141.88;142.62;234657000\r\n\
               2025-01-27;124.8;128.4;116.7;118.42;818830900\r\n",
        series: &["nvda 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["decimal=."],
        warned: &[],
    },
    Case {
        file: "aapg.us.txt",
        text: "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\r\n\
               NVDA.US,D,20250124,000000,148.37,148.97,141.88,142.62,234657000,0\r\n\
               NVDA.US,D,20250127,000000,124.8,128.4,116.7,118.42,818830900,0\r\n",
        series: &["NVDA.US 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["vendor=Stooq"],
        warned: &[],
    },
    Case {
        file: "NVDA.csv",
        text: "timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient\n\
               2025-01-27,124.8000,128.4000,116.7000,118.4200,118.4100,818830900,0.0000,1.0\n\
               2025-01-24,148.3700,148.9700,141.8800,142.6200,142.6100,234657000,0.0000,1.0\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["vendor=Alpha Vantage", "close_column=close"],
        warned: &[],
    },
    Case {
        file: "NVDA.csv",
        text: "date,1. open,2. high,3. low,4. close,5. volume\n\
               2025-01-27,124.8,128.4,116.7,118.42,818830900\n\
               2025-01-24,148.37,148.97,141.88,142.62,234657000\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["vendor=Alpha Vantage", "close_column=4. close"],
        warned: &[],
    },
    Case {
        file: "WIKI-NVDA.csv",
        text: "Date,Open,High,Low,Close,Volume,Ex-Dividend,Split Ratio,Adj. Open,Adj. High,Adj. Low,Adj. Close,Adj. Volume\n\
               2018-03-27,256.0,256.5,220.0,225.52,30000000.0,0.0,1.0,6.4,6.41,5.5,5.638,1200000000.0\n\
               2018-03-26,246.5,249.0,239.0,244.48,20000000.0,0.0,1.0,6.16,6.22,5.97,6.112,800000000.0\n",
        series: &["WIKI-NVDA 2018-03-26 244.48 2018-03-27 225.52"],
        assumed: &["vendor=Quandl", "close_column=Close"],
        warned: &[],
    },
    Case {
        file: "LBMA-GOLD.csv",
        text: "Date,USD (AM),USD (PM),GBP (AM),GBP (PM)\n\
               2018-03-27,1350.65,1341.45,951.94,947.47\n\
               2018-03-26,1348.4,,949.95,\n",
        series: &[
            "USD (AM) 2018-03-26 1348.4 2018-03-27 1350.65",
            "USD (PM) 2018-03-27 1341.45",
            "GBP (AM) 2018-03-26 949.95 2018-03-27 951.94",
            "GBP (PM) 2018-03-27 947.47",
        ],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "NSE-NIFTY.csv",
        text: "Date,Open,High,Low,Last,Close,Total Trade Quantity,Turnover (Lacs)\n\
               2018-03-27,256.0,256.5,220.0,226.0,225.52,30000000.0,1.5\n\
               2018-03-26,246.5,249.0,239.0,244.0,244.48,20000000.0,2.5\n",
        series: &["NSE-NIFTY 2018-03-26 244.48 2018-03-27 225.52"],
        assumed: &["close_column=Close"],
        warned: &[],
    },
];

#[test]
fn portals_of_share_prices() {
    check(PORTALS);
}

const FIELDS: &[Case] = &[
    Case {
        file: "TRD.csv",
        text: "Stkcd,Trddt,Opnprc,Hiprc,Loprc,Clsprc,Dnshrtrd,Dretwd\n\
               000002,2025-01-24,7.10,7.30,7.00,7.20,900100,0.01\n\
               000002,2025-01-27,7.20,7.25,7.05,7.15,910200,-0.007\n",
        series: &["000002 2025-01-24 7.2 2025-01-27 7.15"],
        assumed: &["close_column=Clsprc"],
        warned: &[],
    },
    Case {
        file: "history.csv",
        text: "BOARDID;TRADEDATE;SHORTNAME;SECID;NUMTRADES;VALUE;OPEN;LOW;HIGH;LEGALCLOSEPRICE;WAPRICE;CLOSE;VOLUME\n\
               TQBR;2025-01-24;Acme;ACME;12;880;71.2;70.1;72.3;71.9;71.4;71.8;1200\n\
               TQBR;2025-01-27;Acme;ACME;10;820;71.8;70.4;72.0;70.8;71.0;70.9;1100\n",
        series: &["ACME 2025-01-24 71.8 2025-01-27 70.9"],
        assumed: &["close_column=CLOSE"],
        warned: &[],
    },
    Case {
        file: "day.csv",
        text: "ISIN,Mnemonic,Currency,Date,Time,StartPrice,MaxPrice,MinPrice,EndPrice,TradedVolume\n\
               DE0001,ACM,EUR,2025-01-27,09:00,30.1,30.4,30.0,30.2,700\n\
               DE0001,ACM,EUR,2025-01-27,09:01,30.2,30.3,30.1,30.3,650\n",
        series: &["ACM 2025-01-27T09:00:00 30.2 2025-01-27T09:01:00 30.3"],
        assumed: &["currency=EUR"],
        warned: &[],
    },
    Case {
        file: "dse.csv",
        text: "DATE,TRADING CODE,LTP*,HIGH,LOW,OPENP*,CLOSEP*,YCP*,TRADE,VALUE (mn),VOLUME\n\
               2025-01-23,ACME,21.4,21.9,21.0,21.2,21.5,21.1,410,8.2,38000\n\
               2025-01-26,ACME,21.6,22.0,21.3,21.5,21.7,21.5,395,7.9,36500\n",
        series: &["ACME 2025-01-23 21.5 2025-01-26 21.7"],
        assumed: &["close_column=CLOSEP*"],
        warned: &[],
    },
    Case {
        file: "ticks.csv",
        text: "lTid,cDealable,CurrencyPair,RateDateTime,RateBid,RateAsk\n\
               71,D,USD/CHF,2025-01-27 09:00:01,0.9050,0.9052\n\
               72,D,USD/CHF,2025-01-27 09:00:02,0.9051,0.9053\n",
        series: &["USD/CHF 2025-01-27T09:00:01 0.905 2025-01-27T09:00:02 0.9051"],
        assumed: &["close_column~RateBid"],
        warned: &["io-bid-as-close"],
    },
    Case {
        file: "portfolio.csv",
        text: "date;marketPrice\n2025-01-24;41.2\n2025-01-27;40.8\n",
        series: &["portfolio 2025-01-24 41.2 2025-01-27 40.8"],
        assumed: &["close_column=marketPrice"],
        warned: &[],
    },
    Case {
        file: "acme.csv",
        text: "Source: Refinitiv\nDatum;Vorige slotkoers;Slotkoers\n24-01-2025;11,1;11,2\n27-01-2025;11,2;11,6\n",
        series: &["acme 2025-01-24 11.2 2025-01-27 11.6"],
        assumed: &["close_column=Slotkoers", "vendor=Refinitiv", "language=nl"],
        warned: &["io-skipped-preamble"],
    },
    Case {
        file: "Download Data - INDEX_XX_NOWHERE_OWN.csv",
        text: "Date,Open,High,Low,Close\n01/24/2025,10,12,9,11\n01/27/2025,11,13,10,12\n",
        series: &["OWN 2025-01-24 11 2025-01-27 12"],
        assumed: &["role=index", "vendor=MarketWatch"],
        warned: &[],
    },
];

#[test]
fn fields_of_databases_and_exchanges() {
    check(FIELDS);
}
