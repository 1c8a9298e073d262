//! The exchanges whose hours are known: what they are called, the endings of their tickers, where
//! they are and when they close.
//!
//! Regular closes are the times that the exchanges publish for the end of the closing auction or of
//! continuous trade, whichever their official close is of.

use jiff::civil::date;

use super::early::Early;
use super::entry::{Close, Entry, Rest, at, eastern, known, with_new_york};

/// The day from which on the Emirates rest on Saturday and Sunday.
const EMIRATES: Rest = Rest::EasternUntil(date(2022, 1, 3));

/// Every exchange that is known.
pub(super) const EXCHANGES: &[Entry] = &[
    known(
        &[
            "new york",
            "nasdaq",
            "nyse",
            "amex",
            "nyse american",
            "nyse arca",
            "nyseamerican",
            "nysearca",
            "nyse mkt",
            "cboe",
            "bats",
            "us",
            "nasdaqgs",
            "nasdaqgm",
            "nasdaqcm",
            "nasdaqcs",
            "xnas",
            "xngs",
            "xnms",
            "xncm",
            "xnys",
            "xase",
            "arcx",
            "nms",
            "ngs",
            "nyq",
            "pcx",
            "ase",
            "new york stock exchange",
        ],
        &["US", "N", "O", "OQ"],
        "America/New_York",
        (16, 0),
        Early::NewYork,
    ),
    known(&["cme", "cbot", "globex", "xcme", "xcbt"], &[], "America/Chicago", (16, 0), Early::Unknown),
    known(&["comex", "nymex", "xnym", "xcec"], &[], "America/New_York", (17, 0), Early::Unknown),
    known(
        &["toronto", "tsx", "xtse", "tsxv", "xtsx", "tsx venture", "toronto stock exchange"],
        &["TO", "V", "CN", "NE"],
        "America/Toronto",
        (16, 0),
        Early::Toronto,
    ),
    // 17:00 while New York has daylight saving, else 18:00: B3 moves its hours with it.
    Entry {
        close: Close::ByNewYork(at(17, 0), at(18, 0)),
        ..known(
            &["b3", "bovespa", "bvmf", "sao paulo", "bm&fbovespa"],
            &["SA"],
            "America/Sao_Paulo",
            (17, 0),
            Early::None,
        )
    },
    with_new_york(
        &["bmv", "xmex", "mexico", "bolsa mexicana de valores", "bolsa mexicana"],
        &["MX"],
        "America/Mexico_City",
    ),
    with_new_york(
        &["bogota", "bvc", "xbog", "bolsa de valores de colombia", "colombia"],
        &["CL"],
        "America/Bogota",
    ),
    with_new_york(&["lima", "bvl", "xlim", "bolsa de valores de lima"], &["LM"], "America/Lima"),
    // 16:00 in winter, 17:00 in summer: the same instant.
    Entry {
        close: Close::In("Etc/UTC", at(20, 0)),
        ..known(
            &["santiago", "bcs", "xsgo", "bolsa de santiago", "bolsa de comercio de santiago"],
            &["SN"],
            "America/Santiago",
            (16, 0),
            Early::Unknown,
        )
    },
    known(
        &["buenos aires", "byma", "bcba", "xbue", "merval"],
        &["BA"],
        "America/Argentina/Buenos_Aires",
        (17, 0),
        Early::Unknown,
    ),
    known(
        &["london", "lse", "london stock exchange", "xlon", "aim"],
        &["L", "LN", "IL"],
        "Europe/London",
        (16, 30),
        Early::London,
    ),
    known(
        &["dublin", "euronext dublin", "irish stock exchange", "ise dublin", "xdub", "xmsm"],
        &["IR", "ID"],
        "Europe/Dublin",
        (16, 30),
        Early::London,
    ),
    known(
        &["euronext amsterdam", "xams", "amsterdam"],
        &["AS", "NA"],
        "Europe/Amsterdam",
        (17, 30),
        Early::Euronext,
    ),
    known(
        &["euronext paris", "xpar", "paris", "euronext"],
        &["PA", "FP"],
        "Europe/Paris",
        (17, 30),
        Early::Euronext,
    ),
    known(
        &["euronext brussels", "xbru", "brussels"],
        &["BR", "BB"],
        "Europe/Brussels",
        (17, 30),
        Early::Euronext,
    ),
    // One clock with Paris: what is 14:05 there is read on that of Lisbon as 13:05.
    Entry {
        close: Close::In("Europe/Paris", at(17, 30)),
        ..known(
            &["euronext lisbon", "xlis", "lisbon"],
            &["LS", "PL"],
            "Europe/Lisbon",
            (16, 30),
            Early::Euronext,
        )
    },
    known(
        &["euronext milan", "borsa italiana", "xmil", "milan", "mtaa"],
        &["MI", "IM"],
        "Europe/Rome",
        (17, 30),
        Early::None,
    ),
    known(&["oslo", "oslo bors", "xosl", "euronext oslo"], &["OL"], "Europe/Oslo", (16, 20), Early::Oslo),
    known(
        &["xetra", "frankfurt", "xetr", "xfra", "deutsche borse", "tradegate", "stuttgart"],
        &["DE", "F", "GR", "GY"],
        "Europe/Berlin",
        (17, 30),
        Early::Frankfurt,
    ),
    known(
        &["six", "swiss", "xswx", "zurich", "six swiss exchange", "xvtx"],
        &["SW", "VX"],
        "Europe/Zurich",
        (17, 30),
        Early::None,
    ),
    known(
        &["madrid", "bme", "xmad", "bolsa de madrid", "xmce"],
        &["MC", "SM"],
        "Europe/Madrid",
        (17, 30),
        Early::Madrid,
    ),
    known(&["vienna", "xwbo", "wiener borse"], &["VI", "AV"], "Europe/Vienna", (17, 30), Early::Unknown),
    known(
        &["stockholm", "nasdaq stockholm", "xsto", "omx stockholm"],
        &["ST"],
        "Europe/Stockholm",
        (17, 30),
        Early::Stockholm,
    ),
    known(
        &["copenhagen", "nasdaq copenhagen", "xcse", "omx copenhagen"],
        &["CO", "DC"],
        "Europe/Copenhagen",
        (17, 0),
        Early::None,
    ),
    known(
        &["helsinki", "nasdaq helsinki", "xhel", "omx helsinki"],
        &["HE", "FH"],
        "Europe/Helsinki",
        (18, 30),
        Early::None,
    ),
    known(
        &["iceland", "nasdaq iceland", "xice", "reykjavik"],
        &["IC"],
        "Atlantic/Reykjavik",
        (15, 30),
        Early::Unknown,
    ),
    known(
        &["warsaw", "gpw", "xwar", "warsaw stock exchange"],
        &["WA", "PW"],
        "Europe/Warsaw",
        (17, 0),
        Early::Unknown,
    ),
    known(
        &["prague", "pse prague", "xpra", "prague stock exchange"],
        &["PR"],
        "Europe/Prague",
        (16, 25),
        Early::Unknown,
    ),
    known(
        &["budapest", "xbud", "budapest stock exchange"],
        &["BD"],
        "Europe/Budapest",
        (17, 10),
        Early::Unknown,
    ),
    known(
        &["bucharest", "bvb", "xbse", "bucharest stock exchange"],
        &["RO"],
        "Europe/Bucharest",
        (18, 0),
        Early::Unknown,
    ),
    known(
        &["athens", "athex", "xath", "athens stock exchange", "ase athens"],
        &["AT"],
        "Europe/Athens",
        (17, 20),
        Early::Unknown,
    ),
    known(
        &["istanbul", "bist", "borsa istanbul", "xist"],
        &["IS"],
        "Europe/Istanbul",
        (18, 0),
        Early::Unknown,
    ),
    known(
        &["moscow", "moex", "micex", "misx", "rtsx", "moscow exchange", "tqbr"],
        &["ME", "MM"],
        "Europe/Moscow",
        (18, 50),
        Early::Unknown,
    ),
    // Sunday to Thursday until 2025, then Monday to Friday.
    Entry {
        close: Close::ByWeekday(at(17, 25), at(15, 50), at(13, 50)),
        rest: Rest::EasternUntil(date(2026, 1, 5)),
        ..known(
            &["tel aviv", "tase", "xtae", "tel aviv stock exchange", "tel-aviv"],
            &["TA", "IT"],
            "Asia/Jerusalem",
            (17, 25),
            Early::Unknown,
        )
    },
    eastern(
        &["saudi exchange", "tadawul", "xsau", "riyadh", "saudi"],
        &["SR", "SE", "SAU"],
        "Asia/Riyadh",
        (15, 0),
    ),
    Entry {
        rest: EMIRATES,
        ..eastern(
            &["abu dhabi", "adx", "xads", "abu dhabi securities exchange"],
            &["AE", "AD"],
            "Asia/Dubai",
            (14, 45),
        )
    },
    Entry {
        rest: EMIRATES,
        ..eastern(&["dubai", "dfm", "xdfm", "dubai financial market"], &["DU"], "Asia/Dubai", (14, 45))
    },
    eastern(&["qatar", "qse", "qatar stock exchange", "dsmd", "doha"], &["QA"], "Asia/Qatar", (13, 10)),
    eastern(
        &["boursa kuwait", "kuwait", "kse kuwait", "xkuw", "kuwait stock exchange"],
        &["KW"],
        "Asia/Kuwait",
        (12, 40),
    ),
    eastern(&["bahrain bourse", "bahrain", "bhb", "xbah"], &["BH"], "Asia/Bahrain", (13, 0)),
    eastern(
        &["muscat", "msx", "msm", "xmus", "muscat stock exchange", "oman"],
        &["OM"],
        "Asia/Muscat",
        (14, 0),
    ),
    eastern(&["amman", "xamm", "amman stock exchange", "jordan"], &["AM"], "Asia/Amman", (13, 30)),
    eastern(&["egx", "cairo", "xcai", "egyptian exchange", "egypt"], &["CA"], "Africa/Cairo", (14, 30)),
    known(
        &["casablanca", "xcas", "casablanca stock exchange", "bourse de casablanca"],
        &["CS"],
        "Africa/Casablanca",
        (15, 30),
        Early::Unknown,
    ),
    known(&["tunis", "xtun", "bvmt", "bourse de tunis"], &["TN"], "Africa/Tunis", (14, 10), Early::Unknown),
    known(
        &["johannesburg", "jse", "xjse"],
        &["JO", "SJ"],
        "Africa/Johannesburg",
        (17, 0),
        Early::Johannesburg,
    ),
    known(
        &["lagos", "ngx", "nigerian exchange", "xnsa", "nse lagos"],
        &["LG"],
        "Africa/Lagos",
        (14, 30),
        Early::Unknown,
    ),
    known(
        &["nairobi", "xnai", "nairobi securities exchange"],
        &["NR"],
        "Africa/Nairobi",
        (15, 0),
        Early::Unknown,
    ),
    known(
        &["mumbai", "nse", "bse", "xnse", "xbom", "nsei", "national stock exchange of india"],
        &["NS", "BO", "NSE", "BSE"],
        "Asia/Kolkata",
        (15, 30),
        Early::None,
    ),
    known(
        &["karachi", "psx", "xkar", "pakistan stock exchange", "kse karachi"],
        &["KA"],
        "Asia/Karachi",
        (15, 30),
        Early::Unknown,
    ),
    eastern(&["dhaka", "dse", "xdha", "dhaka stock exchange"], &["DH"], "Asia/Dhaka", (14, 30)),
    known(&["colombo", "xcol", "colombo stock exchange"], &["CM"], "Asia/Colombo", (14, 30), Early::Unknown),
    known(&["singapore", "sgx", "xses"], &["SI", "SP"], "Asia/Singapore", (17, 0), Early::Singapore),
    known(
        &["kuala lumpur", "bursa malaysia", "klse", "myx", "xkls", "bursa"],
        &["KL", "MK"],
        "Asia/Kuala_Lumpur",
        (17, 0),
        Early::Unknown,
    ),
    // 15:00 from the pandemic until April 2023 is not told apart before it: an hour at most.
    known(
        &["jakarta", "idx", "xidx", "indonesia stock exchange"],
        &["JK", "IJ"],
        "Asia/Jakarta",
        (16, 0),
        Early::Unknown,
    ),
    known(
        &["bangkok", "set", "xbkk", "stock exchange of thailand", "thailand"],
        &["BK", "TB"],
        "Asia/Bangkok",
        (16, 30),
        Early::None,
    ),
    known(
        &["manila", "pse", "xphs", "philippine stock exchange", "philippines"],
        &["PS", "PM"],
        "Asia/Manila",
        (15, 0),
        Early::Unknown,
    ),
    known(
        &["ho chi minh", "hose", "hsx", "xstc", "ho chi minh stock exchange", "hochiminh"],
        &["VN", "HM", "HCM"],
        "Asia/Ho_Chi_Minh",
        (14, 45),
        Early::None,
    ),
    known(&["hanoi", "hnx", "hstc", "xhnx", "upcom"], &["HN"], "Asia/Ho_Chi_Minh", (14, 45), Early::None),
    known(
        &["hong kong", "hkex", "xhkg", "sehk", "hkg", "hkse"],
        &["HK"],
        "Asia/Hong_Kong",
        (16, 0),
        Early::HongKong,
    ),
    known(
        &["shanghai", "sse", "xshg", "shh", "shse"],
        &["SS", "SH", "CH", "XSHG"],
        "Asia/Shanghai",
        (15, 0),
        Early::None,
    ),
    known(&["shenzhen", "szse", "xshe", "shz"], &["SZ", "XSHE"], "Asia/Shanghai", (15, 0), Early::None),
    known(
        &["taiwan", "twse", "xtai", "taipei", "tpex", "roco"],
        &["TW", "TWO", "TT"],
        "Asia/Taipei",
        (13, 30),
        Early::None,
    ),
    Entry {
        before: &[(date(2016, 8, 1), at(15, 0))],
        ..known(
            &["korea", "krx", "xkrx", "kospi", "kosdaq", "seoul", "xkos"],
            &["KS", "KQ"],
            "Asia/Seoul",
            (15, 30),
            Early::None,
        )
    },
    Entry {
        before: &[(date(2024, 11, 5), at(15, 0))],
        ..known(
            &["tokyo", "tse", "jpx", "tokyo stock exchange", "xtks", "xjpx"],
            &["T", "JP", "TYO"],
            "Asia/Tokyo",
            (15, 30),
            Early::Unknown,
        )
    },
    known(
        &["sydney", "asx", "xasx", "australia", "australian securities exchange"],
        &["AX", "AU"],
        "Australia/Sydney",
        (16, 0),
        Early::Sydney,
    ),
    known(
        &["wellington", "nzx", "xnze", "new zealand"],
        &["NZ"],
        "Pacific/Auckland",
        (16, 45),
        Early::Wellington,
    ),
];
