//! What the user says that series are, in place of what the file tells: their roles and currencies.

use std::sync::Arc;

use crate::io::report::Report;
use crate::model::{Bars, Decision, Overrides, Role, SeriesInfo};

/// Takes over what is decided about each series. `own` is the name that a lone series has without
/// one of the user's: it is known by that too.
pub(super) fn apply(
    series: &mut [(SeriesInfo, Arc<Bars>)],
    own: &str,
    overrides: &Overrides,
    report: &mut Report,
) {
    let is_alone = series.len() == 1;
    for (info, _) in series {
        for decision in [Decision::SeriesRole, Decision::SeriesCurrency] {
            let by_own = || overrides.get_for(decision, own).filter(|_| is_alone);
            let Some(value) = overrides.get_for(decision, &info.series).or_else(by_own) else { continue };
            if decision == Decision::SeriesRole {
                info.role = Role::of_code(value).unwrap_or(info.role);
            } else {
                info.currency = Some(value.to_owned());
            }
            report.decide(decision.key(), &info.series, value, is_alone);
            if decision == Decision::SeriesRole {
                report.offer(Role::ALL.map(|role| role.code().to_owned()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::{Control, read_bytes};
    use crate::model::{Content, Loaded};
    use std::path::Path;

    /// The file read as decided: `(decision, value)` each.
    fn read(text: &str, decided: &[(Decision, &str)]) -> Loaded {
        let mut overrides = Overrides::default();
        for (decision, value) in decided {
            overrides.set(*decision, Some((*value).to_owned()));
        }
        read_bytes(Path::new("GSPC.csv"), text.as_bytes(), &overrides, &Control::unwatched()).unwrap()
    }

    fn infos(loaded: &Loaded) -> Vec<(&str, Role, Option<&str>)> {
        let Content::Prices(series) = &loaded.content else { panic!("no prices") };
        series.iter().map(|(info, _)| (info.series.as_str(), info.role, info.currency.as_deref())).collect()
    }

    /// What is told of a key: column, value and what decided it.
    fn told<'a>(loaded: &'a Loaded, key: &str) -> Vec<(Option<&'a str>, &'a str, &'static str)> {
        let made = loaded.assumptions.iter().filter(|made| made.key == key);
        made.map(|made| (made.column.as_deref(), made.value.as_str(), made.evidence.key)).collect()
    }

    const ONE: &str = "Date,Close (EUR)\n2025-01-24,10\n2025-01-27,9\n";
    const SEVERAL: &str = "Date,NDX,SPX,ACME\n2025-01-24,10.5,20.25,15.5\n2025-01-27,9.75,19.5,14.25\n";

    #[test]
    fn role_and_currency_of_a_series_are_what_the_user_says() {
        let plain = read(ONE, &[]);
        assert_eq!(infos(&plain), [("GSPC", Role::Index, Some("EUR"))]);
        let decided = [(Decision::SeriesRole, "gspc=stock"), (Decision::SeriesCurrency, "GSPC=USD")];
        let other = read(ONE, &decided);
        assert_eq!(infos(&other), [("GSPC", Role::Stock, Some("USD"))]);
        assert_eq!(told(&other, "role"), [(Some("GSPC"), "stock", "io-evidence-chosen")]);
        assert_eq!(told(&other, "currency"), [(Some("GSPC"), "USD", "io-evidence-chosen")]);
    }

    #[test]
    fn a_series_with_a_name_of_the_users_is_known_by_both() {
        for known in ["GSPC", "Broad market"] {
            let decided =
                [(Decision::Name, "Broad market"), (Decision::SeriesRole, &format!("{known}=index"))];
            assert_eq!(infos(&read(ONE, &decided)), [("Broad market", Role::Index, Some("EUR"))], "{known}");
        }
    }

    #[test]
    fn of_several_series_only_those_named_change() {
        let loaded = read(
            SEVERAL,
            &[(Decision::SeriesRole, "SPX=future\nACME=index"), (Decision::SeriesCurrency, "ACME=SAR")],
        );
        let expected =
            [("NDX", Role::Index, None), ("SPX", Role::Future, None), ("ACME", Role::Index, Some("SAR"))];
        assert_eq!(infos(&loaded), expected);
        let roles = [
            (None, "NDX=index", "io-evidence-index-name"),
            (Some("SPX"), "future", "io-evidence-chosen"),
            (Some("ACME"), "index", "io-evidence-chosen"),
        ];
        assert_eq!(told(&loaded, "role"), roles);
        let untouched = read(SEVERAL, &[(Decision::SeriesRole, "OTHER=index")]);
        assert_eq!(infos(&untouched), infos(&read(SEVERAL, &[])));
    }

    #[test]
    fn what_is_no_role_or_currency_is_refused() {
        for (decision, value) in [
            (Decision::SeriesRole, "GSPC=bond"),
            (Decision::SeriesCurrency, "GSPC=dollars"),
            (Decision::SeriesCurrency, "GSPC=usd"),
        ] {
            let mut overrides = Overrides::default();
            overrides.set(decision, Some(value.to_owned()));
            let read = read_bytes(Path::new("GSPC.csv"), ONE.as_bytes(), &overrides, &Control::unwatched());
            assert!(read.is_err(), "{value}");
        }
    }
}
