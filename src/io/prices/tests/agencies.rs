//! Files of central banks, agencies and universities, each in the exact form in which it comes.

use super::{Case, check};

const AGENCIES: &[Case] = &[
    Case {
        file: "DGS10.csv",
        text: "DATE,DGS10\n\
               2025-01-17,4.61\n\
               2025-01-20,.\n\
               2025-01-21,4.57\n",
        series: &["DGS10 2025-01-17 4.61 2025-01-20 NaN 2025-01-21 4.57"],
        assumed: &["vendor=FRED"],
        warned: &["io-rows-without-value"],
    },
    Case {
        file: "SP500.csv",
        text: "observation_date,SP500\n\
               2025-01-17,5996.66\n\
               2025-01-20,\n\
               2025-01-21,6049.24\n",
        series: &["SP500 2025-01-17 5996.66 2025-01-20 NaN 2025-01-21 6049.24"],
        assumed: &["vendor=FRED"],
        warned: &["io-rows-without-value"],
    },
    Case {
        file: "VIX_History.csv",
        text: "DATE,OPEN,HIGH,LOW,CLOSE\n\
               01/24/2025,15.20,15.38,14.70,14.85\n\
               01/27/2025,19.30,22.51,17.70,17.90\n",
        series: &["VIX 2025-01-24 14.85 2025-01-27 17.9"],
        assumed: &["vendor=Cboe", "date_order=MDY"],
        warned: &[],
    },
    Case {
        file: "vixcurrent.csv",
        text: "This is a list of all closes, the numbers, which are given as they are.\n\
               Date,VIX Open,VIX High,VIX Low,VIX Close\n\
               1/24/2025,15.20,15.38,14.70,14.85\n\
               1/27/2025,19.30,22.51,17.70,17.90\n",
        series: &["VIX 2025-01-24 14.85 2025-01-27 17.9"],
        assumed: &["date_order=MDY"],
        warned: &["io-skipped-preamble"],
    },
    Case {
        file: "eurofxref-hist.csv",
        text: "Date,USD,JPY,BGN,CYP,CZK,DKK,\n\
               2025-01-27,1.0499,161.91,1.9558,N/A,25.116,7.4615,\n\
               2025-01-24,1.0497,163.92,1.9558,N/A,25.098,7.4616,\n",
        series: &[
            "USD 2025-01-24 1.0497 2025-01-27 1.0499",
            "JPY 2025-01-24 163.92 2025-01-27 161.91",
            "BGN 2025-01-24 1.9558 2025-01-27 1.9558",
            "CZK 2025-01-24 25.098 2025-01-27 25.116",
            "DKK 2025-01-24 7.4616 2025-01-27 7.4615",
        ],
        assumed: &["vendor=ECB", "shape=wide"],
        warned: &[],
    },
    Case {
        file: "eurofxref.csv",
        text: "Date, USD, JPY, BGN, CZK, \n\
               13 April 2026, 1.1699, 161.91, 1.9558, 25.116, \n",
        series: &[
            "USD 2026-04-13 1.1699",
            "JPY 2026-04-13 161.91",
            "BGN 2026-04-13 1.9558",
            "CZK 2026-04-13 25.116",
        ],
        assumed: &["shape=wide"],
        warned: &[],
    },
    Case {
        file: "BBEX3.csv",
        text: "\"\";BBEX3.D.USD.EUR.BB.AC.000;BBEX3.D.USD.EUR.BB.AC.000_FLAGS\n\
               \"\";Euro-Referenzkurs der EZB / 1 EUR = ... USD / Vereinigte Staaten;\n\
               Dezimalstellen;4;\n\
               Dimension;Eins;\n\
               Einheit;USD;\n\
               Quelle;Eine Zentralbank.;\n\
               Stand vom;27.01.2025 16:25:40 Uhr;\n\
               1998-12-31;.;Kein Wert vorhanden\n\
               1999-01-04;1,1789;\n\
               1999-01-05;1,1790;\n\
               1999-01-06;1,1743;\n",
        series: &[
            "BBEX3.D.USD.EUR.BB.AC.000 1998-12-31 NaN 1999-01-04 1.1789 1999-01-05 1.179 1999-01-06 1.1743",
        ],
        assumed: &["decimal=,"],
        warned: &["io-rows-without-value"],
    },
    Case {
        file: "f11.csv",
        text: "F11 EXCHANGE RATES\n\
               Title,A$1=USD,Trade-weighted Index\n\
               Description,AUD/USD Exchange Rate,Australian Dollar TWI\n\
               Frequency,Daily,Daily\n\
               Type,Indicative,Indicative\n\
               Units,USD,Index\n\
               \n\
               \n\
               Source,WM/Reuters,RBA\n\
               Publication date,27-Jan-2025,27-Jan-2025\n\
               Series ID,FXRUSD,FXRTWI\n\
               03-Jan-2023,0.6758,61.1\n\
               04-Jan-2023,0.6815,61.4\n\
               05-Jan-2023,0.6818,61.5\n\
               ,,\n\
               ,,\n\
               ,,\n",
        series: &[
            "FXRUSD 2023-01-03 0.6758 2023-01-04 0.6815 2023-01-05 0.6818",
            "FXRTWI 2023-01-03 61.1 2023-01-04 61.4 2023-01-05 61.5",
        ],
        assumed: &["shape=wide"],
        warned: &["io-skipped-preamble"],
    },
    Case {
        file: "fx.csv",
        text: "\"TERMS AND CONDITIONS\"\n\
               \"https://www.example.com/terms\"\n\
               \n\
               \"SERIES\"\n\
               \"id\",\"label\",\"description\"\n\
               \"FXUSDCAD\",\"USD/CAD\",\"US dollar to Canadian dollar\"\n\
               \"FXEURCAD\",\"EUR/CAD\",\"Euro to Canadian dollar\"\n\
               \n\
               \"OBSERVATIONS\"\n\
               \"date\",\"FXUSDCAD\",\"FXEURCAD\"\n\
               \"2025-01-24\",\"1.4345\",\"1.5064\"\n\
               \"2025-01-27\",\"1.4380\",\"1.5090\"\n",
        series: &[
            "FXUSDCAD 2025-01-24 1.4345 2025-01-27 1.438",
            "FXEURCAD 2025-01-24 1.5064 2025-01-27 1.509",
        ],
        assumed: &["shape=wide"],
        warned: &["io-skipped-preamble"],
    },
    Case {
        file: "XUDLUSS.csv",
        text: "Date,XUDLUSS\n\
               \"01 Sep 20\",1.3385\n\
               \"02 Sep 20\",1.3318\n",
        series: &["XUDLUSS 2020-09-01 1.3385 2020-09-02 1.3318"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "Cushing.csv",
        text: "Cushing OK WTI Spot Price FOB\n\
               https://www.example.gov/dnav/pet/hist\n\
               10:32:46 GMT-0400 (Eastern Daylight Time)\n\
               \"Source: an agency\"\n\
               Day,Cushing OK WTI Spot Price FOB  Dollars per Barrel\n\
               02/9/2021,58.36\n\
               02/8/2021,57.95\n\
               01/25/2021,52.78\n",
        series: &[
            "Cushing OK WTI Spot Price FOB  Dollars per Barrel 2021-01-25 52.78 2021-02-08 57.95 2021-02-09 58.36",
        ],
        assumed: &["date_order=MDY"],
        warned: &["io-skipped-preamble"],
    },
    Case {
        file: "gas.csv",
        text: "Month,Henry Hub Natural Gas Spot Price Dollars per Million Btu\n\
               Feb 2026,3.36\n\
               Jan 2026,4.95\n\
               Dec 2025,4.12\n",
        series: &[
            "Henry Hub Natural Gas Spot Price Dollars per Million Btu 2025-12-01 4.12 2026-01-01 4.95 2026-02-01 3.36",
        ],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "ff.csv",
        text: "This file was created by using a database.\n\
               Missing data are indicated by -99.99.\n\
               \n\
               ,Mkt-RF,SMB,HML,RF\n\
               202501,2.80,-1.97,1.63,0.37\n\
               202502,-2.44,-5.79,4.91,0.33\n\
               202503,-6.39,-2.76,2.90,0.34\n\
               \n\
               \x20Annual Factors: January-December \n\
               ,Mkt-RF,SMB,HML,RF\n\
               2023,21.68,-3.21,-13.93,4.95\n\
               2024,19.73,-8.57,-7.50,5.25\n\
               \n\
               Copyright 2025 Somebody\n",
        series: &[
            "Mkt-RF 2025-01-01 2.8 2025-02-01 -2.44 2025-03-01 -6.39",
            "SMB 2025-01-01 -1.97 2025-02-01 -5.79 2025-03-01 -2.76",
            "HML 2025-01-01 1.63 2025-02-01 4.91 2025-03-01 2.9",
            "RF 2025-01-01 0.37 2025-02-01 0.33 2025-03-01 0.34",
        ],
        assumed: &["sheet~table 1", "shape=wide"],
        warned: &["io-other-table", "io-skipped-preamble"],
    },
    Case {
        file: "oecd.csv",
        text: "\"LOCATION\",\"INDICATOR\",\"SUBJECT\",\"MEASURE\",\"FREQUENCY\",\"TIME\",\"Value\",\"Flag Codes\"\n\
               \"AUS\",\"CPI\",\"TOT\",\"AGRWTH\",\"A\",\"1974\",15.41667,\n\
               \"AUS\",\"CPI\",\"TOT\",\"AGRWTH\",\"A\",\"1975\",15.16245,\n\
               \"AUS\",\"CPI\",\"TOT\",\"AGRWTH\",\"Q\",\"1974-Q1\",13.54839,\n\
               \"AUS\",\"CPI\",\"TOT\",\"AGRWTH\",\"Q\",\"1974-Q2\",14.37500,\n\
               \"AUS\",\"CPI\",\"TOT\",\"AGRWTH\",\"M\",\"1974-01\",13.51000,\n\
               \"AUS\",\"CPI\",\"TOT\",\"AGRWTH\",\"M\",\"1974-02\",13.52000,\n\
               \"AUT\",\"CPI\",\"TOT\",\"AGRWTH\",\"A\",\"1974\",9.52,\n\
               \"AUT\",\"CPI\",\"TOT\",\"AGRWTH\",\"A\",\"1975\",8.45,\n\
               \"AUT\",\"CPI\",\"TOT\",\"AGRWTH\",\"Q\",\"1974-Q1\",8.54,\n\
               \"AUT\",\"CPI\",\"TOT\",\"AGRWTH\",\"Q\",\"1974-Q2\",9.37,\n\
               \"AUT\",\"CPI\",\"TOT\",\"AGRWTH\",\"M\",\"1974-01\",8.51,\n\
               \"AUT\",\"CPI\",\"TOT\",\"AGRWTH\",\"M\",\"1974-02\",8.52,\n",
        series: &[
            "AUS 1974-01-01 15.41667 1975-01-01 15.16245",
            "AUS Q 1974-01-01 13.54839 1974-04-01 14.375",
            "AUS M 1974-01-01 13.51 1974-02-01 13.52",
            "AUT 1974-01-01 9.52 1975-01-01 8.45",
            "AUT Q 1974-01-01 8.54 1974-04-01 9.37",
            "AUT M 1974-01-01 8.51 1974-02-01 8.52",
        ],
        assumed: &["close_column=Value"],
        warned: &[],
    },
    Case {
        file: "API_XX.csv",
        text: "\"Data Source\",\"World Development Indicators\",\n\
               \n\
               \"Last Updated Date\",\"2025-01-28\",\n\
               \n\
               \"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2020\",\"2021\",\"2022\",\"2023\",\n\
               \"Aruba\",\"ABW\",\"GDP (current US$)\",\"NY.GDP\",\"2558.9\",\"3103.1\",\"3544.7\",\"\",\n\
               \"Albania\",\"ALB\",\"GDP (current US$)\",\"NY.GDP\",\"15131.8\",\"17930.5\",\"18916.3\",\"22977.6\",\n",
        series: &[
            "Aruba 2020-01-01 2558.9 2021-01-01 3103.1 2022-01-01 3544.7",
            "Albania 2020-01-01 15131.8 2021-01-01 17930.5 2022-01-01 18916.3 2023-01-01 22977.6",
        ],
        assumed: &["shape=transposed"],
        warned: &["io-skipped-preamble"],
    },
    Case {
        file: "msci.csv",
        text: "Date,World\n\
               1970-01,100.5\n\
               1970-02,103.5\n\
               1970-03,102.9\n",
        series: &["World 1970-01-01 100.5 1970-02-01 103.5 1970-03-01 102.9"],
        assumed: &[],
        warned: &[],
    },
    Case {
        file: "NVDA.csv",
        text: "\"Date\" \"Open\" \"Close\"\n\
               \"1\" 2025-01-24 148.37 142.62\n\
               \"2\" 2025-01-27 124.80 118.42\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["delimiter=space"],
        warned: &[],
    },
    Case {
        file: "NVDA.csv",
        text: "\"Open\",\"High\",\"Low\",\"Close\"\n\
               \"2025-01-24\",148.37,148.97,141.88,142.62\n\
               \"2025-01-27\",124.8,128.4,116.7,118.42\n",
        series: &["NVDA 2025-01-24 142.62 2025-01-27 118.42"],
        assumed: &["close_column=Close"],
        warned: &[],
    },
];

#[test]
fn central_banks_and_agencies() {
    check(AGENCIES);
}
