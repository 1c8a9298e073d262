//! Names that no table needs to list, as words in them say that the column is no series: the price
//! of an earlier day, the range of a longer time, a change.
//!
//! A rule asks for two words that belong together; one alone could be the name of a company.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::editions::EDITIONS;
use super::plain::unaccented;
use super::{Role, known};

/// Words of the languages that are built in; the files of the others hold their own.
const PREVIOUS: &str = "prev previous prior preceding yesterday yesterdays yesterday's yest vortag vortages \
    vortags vorheriger vorherige vorherigen voriger gestern gestriger précédent précédente veille hier anterior \
    previo previa ayer precedente ieri önceki dünkü poprzedni poprzednie poprzednia poprzedniego wczorajszy \
    wczorajsze предыдущее предыдущая предыдущего предыдущей предыдущий вчера вчерашнее вчерашняя السابق \
    السابقه السابقة הקודם קודם קודמת";
const CHANGE: &str = "change changes chg chng diff difference veränderung kursveränderung änderung kursänderung variation \
    évolution écart variación variação var variazione differenza değişim fark zmiana zmiany изменение изм \
    التغير التغيير تغير شינוי";
const PERCENT: &str = "% pct percent percentage perc prozent prozentual pourcentage porcentaje porcentual \
    percentuale yüzde procent procentowa процент процентное نسبة באחוזים";
/// Before a period they make it one that is over: "last week's high".
const PAST: &str =
    "last past prior previous prev letzte letzter letzten letztes dernier dernière último última";
const PERIODS: &str = "day days session week weeks weekly month months monthly quarter year years yearly wk wks \
    mo yr yrs tag tage woche wochen monat monate jahr jahre jour jours semaine semaines mois an ans année día \
    días semana semanas mes meses año años settimana settimane mese mesi anno anni hafta haftalık ay yıl yıllık \
    tydzień tygodni miesiąc rok неделя недель нед месяц год uger uge veckor vecka uker uke viikko viikon weken \
    maand jaar εβδομάδων τύδnů týdnů hét heti săptămâni tjedana tuần minggu";
/// A high of such a time is none of the bar, whatever its number is.
const LONG: &str = "year years yearly annual ytd lifetime alltime";
/// Put directly before a price they make it that of an earlier day: "prevclose", "前收盘".
const GLUED: &[&str] = &[
    "previous",
    "prev",
    "pre",
    "yesterday",
    "yest",
    "vortages",
    "vortags",
    "前日",
    "昨日",
    "上日",
    "前",
    "昨",
    "전일",
    "직전",
    "전날",
];

struct Rules {
    previous: HashSet<String>,
    /// Those of more than one word.
    phrases: Vec<String>,
    /// Those of scripts that put no blanks between words.
    parts: Vec<String>,
    change: HashSet<String>,
    percent: HashSet<String>,
    past: HashSet<String>,
    periods: HashSet<String>,
    long: HashSet<String>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let set = |words: &str| -> HashSet<String> { words.split_whitespace().map(fold).collect() };
    let mut rules = Rules {
        previous: set(PREVIOUS),
        phrases: Vec::new(),
        parts: Vec::new(),
        change: set(CHANGE),
        percent: set(PERCENT),
        past: set(PAST),
        periods: set(PERIODS),
        long: set(LONG),
    };
    for edition in EDITIONS.iter() {
        rules.change.extend(edition.change.iter().map(|word| fold(word)));
        rules.percent.extend(edition.percent.iter().map(|word| fold(word)));
        for word in &edition.previous {
            if !has_blanks(word) {
                rules.parts.push(fold(word));
            } else if word.contains(' ') {
                rules.phrases.push(fold(word));
            } else {
                rules.previous.insert(fold(word));
            }
        }
    }
    rules
});

fn fold(word: &str) -> String {
    unaccented(&super::undotted(&super::plain(word)))
}

/// Whether a word is of a script that puts blanks between words.
fn has_blanks(word: &str) -> bool {
    !word
        .chars()
        .any(|c| matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'))
}

/// Longest name that is looked at, in bytes.
const LONGEST: usize = 120;

/// Whether the words of a name in [`super::plain`] form say that its column is no series.
pub(super) fn is_ruled_out(name: &str) -> bool {
    if name.len() > LONGEST || !name.chars().any(char::is_alphabetic) {
        return false;
    }
    // Long tables ask about a ticker in every row: found out without taking it apart.
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let is_previous = || name.len() > super::LONGEST_TICKER && RULES.previous.contains(name);
        return is_previous() || is_glued(&[name]) || name.contains("pct") && is_change(&[name]);
    }
    let name = unaccented(name);
    let words = words(&name);
    is_glued(&words) || is_earlier(&name, &words) || is_range(&words) || is_change(&words)
}

/// The words of a name; a sign of per cent is one of its own.
fn words(name: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for part in name.split(|c: char| c.is_whitespace() || "()[]/-,:;（）".contains(c)) {
        let bare = part.trim_matches('%');
        if !bare.is_empty() {
            found.push(bare);
        }
        if bare.len() < part.len() {
            found.push("%");
        }
    }
    found
}

/// Whether a word or words are a price, a volume or a quote by name.
fn is_value(name: &str) -> bool {
    let role = known(name).map(|entry| entry.role);
    matches!(
        role,
        Some(
            Role::Open
                | Role::High
                | Role::Low
                | Role::Close(_)
                | Role::AdjClose
                | Role::Volume
                | Role::Bid
                | Role::Ask
        )
    )
}

/// "prevclose", "前收盘价 (元)", "ราคาปิดวันก่อน".
fn is_glued(words: &[&str]) -> bool {
    let Some(first) = words.first() else { return false };
    let is_price = |rest: &str| rest.chars().count() > 1 && is_value(rest);
    GLUED.iter().any(|start| first.strip_prefix(start).is_some_and(|rest| is_value_of(start, rest)))
        || !first.is_ascii()
            && RULES.parts.iter().any(|phrase| {
                first
                    .strip_suffix(phrase.as_str())
                    .or_else(|| first.strip_prefix(phrase.as_str()))
                    .is_some_and(is_price)
            })
}

/// One letter behind a word in Latin letters is none of its own: "prevo".
fn is_value_of(start: &str, rest: &str) -> bool {
    is_value(rest) && (!start.is_ascii() || rest.len() > 1)
}

/// A price of the day before: "Vorige slotkoers", "close of last week"; or a name of nothing else.
fn is_earlier(name: &str, words: &[&str]) -> bool {
    let is_previous = |word: &str| RULES.previous.contains(word);
    let has_phrase = || {
        let padded = format!(" {} ", words.join(" "));
        words.len() > 1 && RULES.phrases.iter().any(|phrase| padded.contains(&format!(" {phrase} ")))
    };
    let is_past = || {
        words.windows(2).any(|pair| match pair {
            [past, period] => {
                let period = period.strip_suffix("'s").unwrap_or(period);
                RULES.past.contains(*past) && RULES.periods.contains(period)
            }
            _ => false,
        })
    };
    if !words.iter().any(|word| is_previous(word)) && !has_phrase() && !is_past() {
        return false;
    }
    let others: Vec<&str> = words.iter().copied().filter(|word| !is_previous(word)).collect();
    // A word of three letters could be a ticker.
    let is_alone = others.is_empty() && name.chars().count() > super::LONGEST_TICKER;
    is_alone
        || others.iter().any(|word| word.chars().count() > 1 && is_value(word))
        || is_value(&others.join(" "))
}

/// The highest or lowest price of a time longer than that of the bar: "52-week high", "YTD low".
fn is_range(words: &[&str]) -> bool {
    let is_extreme = |word: &&str| {
        matches!(known(word).map(|entry| entry.role), Some(Role::High | Role::Low))
            && word.chars().count() > 1
    };
    let is_one = |word: &str| {
        let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = ["周", "週", "주"].iter().find_map(|week| rest.strip_prefix(week));
        rest.is_some_and(|rest| is_extreme(&rest))
    };
    if words.iter().any(|word| is_one(word)) {
        return true;
    }
    if words.len() < 2 || !words.iter().any(is_extreme) {
        return false;
    }
    let is_count = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_counted = words.windows(2).any(|pair| match pair {
        [count, period] => is_count(count) && (RULES.periods.contains(*period) || *period == "w"),
        _ => false,
    });
    let is_joined = |word: &&str| {
        let period = word.trim_start_matches(|c: char| c.is_ascii_digit());
        period.len() < word.len() && (RULES.periods.contains(period) || ["w", "y"].contains(&period))
    };
    let is_all_time = || words.windows(2).any(|pair| pair == ["all", "time"]);
    is_counted
        || words.iter().any(is_joined)
        || words.iter().any(|word| RULES.long.contains(*word))
        || is_all_time()
}

/// A change in per cent, of a price, or over a time: "Perubahan%", "Change in price", "1D chg".
fn is_change(words: &[&str]) -> bool {
    let is_word = |word: &str| RULES.change.contains(word);
    let is_percent = |word: &str| RULES.percent.contains(word);
    let is_both = |word: &str| {
        let rest = word.strip_prefix("pct").or_else(|| word.strip_suffix("pct"));
        rest.is_some_and(is_word)
    };
    if words.iter().any(|word| is_both(word)) {
        return true;
    }
    // Words that are no series by themselves are none in per cent either.
    let rest: Vec<&str> = words.iter().copied().filter(|word| !is_percent(word)).collect();
    let is_ignored = || known(&rest.join(" ")).is_some_and(|entry| entry.role == Role::Ignored);
    if rest.len() < words.len() && is_ignored() {
        return true;
    }
    let Some(at) = words.iter().position(|word| is_word(word)) else { return false };
    let is_period = |word: &str| {
        let period = word.trim_start_matches(|c: char| c.is_ascii_digit());
        period.len() < word.len() && ["d", "w", "m", "y", "h"].contains(&period)
            || RULES.periods.contains(word)
            || ["daily", "ytd", "net", "abs"].contains(&word)
    };
    let others = || words.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, word)| *word);
    // Beside a price a short word is more often a ticker: "VAR Close".
    let is_long = words.get(at).is_some_and(|word| !word.is_ascii() || word.len() > 4);
    let is_price = |word: &str| is_long && word.chars().count() > 1 && is_value(word);
    others().any(|word| is_percent(word) || is_period(word) || is_price(word))
}

#[cfg(test)]
mod tests {
    use super::super::{Role, role};

    #[test]
    fn prices_of_earlier_days_and_longer_times_are_no_series() {
        let names = [
            "Vorige slotkoers",
            "PREV CLOSE",
            "Prev. Close",
            "prevclose",
            "PrevClosePrice",
            "pre_close",
            "前收盘",
            "前收盘价(元)",
            "昨收盘",
            "昨日收盘价",
            "前日終値",
            "전일종가",
            "Vortageskurs",
            "Schlusskurs Vortag",
            "Yesterday's settlement",
            "Settlement of yesterday",
            "Yesterday Close",
            "PX_YEST_CLOSE",
            "Close (previous)",
            "Previous Day Close",
            "Prior Settle",
            "Last week close",
            "last month's high",
            "Clôture veille",
            "Cours de clôture précédent",
            "Cierre del día anterior",
            "Fechamento Anterior",
            "Chiusura precedente",
            "Önceki Kapanış",
            "Poprzednie zamknięcie",
            "Предыдущее закрытие",
            "Föregående stängning",
            "Gårdagens slutkurs",
            "Forrige lukkekurs",
            "Forrige sluttkurs",
            "Edellinen päätöskurssi",
            "Προηγούμενο κλείσιμο",
            "Попереднє закриття",
            "Předchozí závěr",
            "Előző záróár",
            "Închidere precedentă",
            "Prethodna cijena",
            "قیمت دیروز",
            "पिछला बंद",
            "Penutupan Sebelumnya",
            "Sebelumnya",
            "Penutup sebelumnya",
            "Giá đóng cửa hôm trước",
            "ราคาปิดวันก่อน",
            "ราคาปิดก่อนหน้า",
            "পূর্ববর্তী সমাপনী",
            "Previous",
            "Vortag",
            "52W High",
            "52 Week High",
            "52-Week Low",
            "52wk high",
            "HIGH_52WEEK",
            "High (52 weeks)",
            "52-Wochen-Hoch",
            "Year High",
            "YTD low",
            "All-time high",
            "52周最高",
            "1y high",
            "12 month low",
        ];
        for name in names {
            assert_eq!(role(name), Role::Ignored, "{name}");
        }
    }

    #[test]
    fn changes_are_no_series() {
        let names = [
            "Perubahan%",
            "Perubahan (%)",
            "+/- %",
            "Zmiana",
            "Zmiana%",
            "% Zmiany",
            "Change in price",
            "Price change %",
            "1D Chg",
            "CHG_PCT_1D",
            "CHG_NET_1D",
            "chgpct",
            "pctChange",
            "changePct",
            "Daily Change %",
            "Net Change",
            "Change(%)",
            "Förändring %",
            "% Ændring",
            "Endring %",
            "Muutos-%",
            "Muutos %",
            "Verschil %",
            "% Μεταβολή",
            "Αλλαγή %",
            "Зміна %",
            "Изменение, %",
            "Změna (%)",
            "Vált. %",
            "Változás %",
            "Var. %",
            "Variație (%)",
            "Promjena %",
            "درصد تغییر",
            "تغییر ٪",
            "परिवर्तन %",
            "% Thay đổi",
            "Thay đổi (%)",
            "% เปลี่ยนแปลง",
            "পরিবর্তন %",
            "Kursänderung %",
            "Variation (pct)",
            "Изменение за день, %",
        ];
        for name in names {
            assert_eq!(role(name), Role::Ignored, "{name}");
        }
    }

    #[test]
    fn names_and_prices_stay_what_they_are() {
        let cases = [
            ("Last", Role::Close(3)),
            ("Last Price", Role::Close(3)),
            ("Closing Price", Role::Close(0)),
            ("Day High", Role::High),
            ("Max Price", Role::High),
            ("Open Price", Role::Open),
            ("PREMAX", Role::High),
            ("Change Healthcare", Role::Other),
            ("Prior Art Inc", Role::Other),
            ("Yesterday Brands", Role::Other),
            ("Delta Air Lines", Role::Other),
            ("52 North", Role::Other),
            ("GPQA (%)", Role::Other),
            ("Pct of tasks", Role::Other),
            ("ED", Role::Other),
            ("ED Close", Role::Other),
            ("VAR Close", Role::Other),
            ("CHNG_Close", Role::Other),
            ("ZM", Role::Other),
            ("LUK", Role::Other),
            ("ERO", Role::Other),
            ("MIC", Role::Other),
            ("DELTA", Role::Other),
            ("Delta Close", Role::Other),
            ("Precision Drilling", Role::Other),
            ("Premier Oil", Role::Other),
            ("前田建設", Role::Other),
        ];
        for (name, expected) in cases {
            assert_eq!(role(name), expected, "{name}");
        }
    }
}
