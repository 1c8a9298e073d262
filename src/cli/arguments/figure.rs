//! The flags that say what a figure shows and how it is written; the keys of a figure in a spec
//! file are the same names.
//!
//! One declaration serves both: what is typed and what is read are texts here, and both are
//! understood by [`FigureFlags::order`].

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Args, Command};
use jiff::civil::Date;
use serde::Deserialize;

use crate::app::export::{Background, DPI, ExportOptions, Order, SCALES, Text, ThemeRef};
use crate::chart::{FigureKind, Grouping, PX_PER_INCH, SheetSize, Span, StudyColumn};
use crate::model::{
    BasisChoice, ColorBy, Cost, Event, Message, Moment, Prices, Scale, ScatterChoices, ScoreScale, SizeBy,
    WhenError, Wording,
};
use crate::study::Filter;
use crate::text::{Digits, Language};

use super::notes::{Given, notes};
use super::study::{self, StudyFlags};
use super::values::{given, paths, text, texts, wholes};

/// The flags as they are typed or read.
#[derive(Args, Clone, Debug, Default, PartialEq, Deserialize)]
// Keys that no flag has are found where the spec file is read: what is flattened cannot refuse them.
#[serde(default, rename_all = "kebab-case")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct FigureFlags {
    #[arg(long, value_parser = names(&FIGURES))]
    #[serde(deserialize_with = "text")]
    figure: Option<String>,
    #[arg(long, value_name = "SIZE")]
    #[serde(deserialize_with = "text")]
    size: Option<String>,
    #[arg(long, value_name = "FACTOR")]
    #[serde(deserialize_with = "text")]
    scale: Option<String>,
    #[arg(long, value_name = "DOTS")]
    #[serde(deserialize_with = "text")]
    dpi: Option<String>,
    #[arg(long, value_name = "NAME|FILE.toml")]
    #[serde(deserialize_with = "text")]
    theme: Option<String>,
    #[arg(long, value_parser = names(&BACKGROUNDS))]
    #[serde(deserialize_with = "text")]
    background: Option<String>,
    #[arg(long, value_name = "DATE|TIME")]
    #[serde(deserialize_with = "text")]
    event: Option<String>,
    #[arg(long, value_name = "NAME")]
    #[serde(deserialize_with = "text")]
    event_name: Option<String>,
    #[command(flatten)]
    #[serde(flatten)]
    study: StudyFlags,
    #[arg(long, value_parser = names(&SPANS))]
    #[serde(deserialize_with = "text")]
    span: Option<String>,
    #[arg(long, value_name = "DATE")]
    #[serde(deserialize_with = "text")]
    from: Option<String>,
    #[arg(long, value_name = "DATE")]
    #[serde(deserialize_with = "text")]
    to: Option<String>,
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    #[serde(deserialize_with = "texts")]
    series: Vec<String>,
    #[arg(long, value_name = "SERIES")]
    #[serde(deserialize_with = "text")]
    index: Option<String>,
    #[arg(long, value_parser = names(&SCALE_NAMES))]
    #[serde(deserialize_with = "text")]
    y: Option<String>,
    #[arg(long, value_parser = names(&COSTS))]
    #[serde(deserialize_with = "text")]
    cost: Option<String>,
    #[arg(long, value_name = "COLUMN")]
    #[serde(deserialize_with = "text")]
    score: Option<String>,
    #[arg(long, value_name = "DATE")]
    #[serde(deserialize_with = "text")]
    as_of: Option<String>,
    #[arg(long, value_parser = names(&PRICES))]
    #[serde(deserialize_with = "text")]
    prices: Option<String>,
    #[arg(long, value_name = "BASIS|all")]
    #[serde(deserialize_with = "text")]
    basis: Option<String>,
    #[arg(long)]
    reverse: bool,
    #[arg(long, value_parser = names(&COLORS))]
    #[serde(deserialize_with = "text")]
    color_by: Option<String>,
    #[arg(long, value_parser = names(&SIZES))]
    #[serde(deserialize_with = "text")]
    size_by: Option<String>,
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    #[serde(deserialize_with = "texts")]
    pin: Vec<String>,
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    #[serde(deserialize_with = "texts")]
    mark_releases: Vec<String>,
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    #[serde(deserialize_with = "texts")]
    compare: Vec<String>,
    #[arg(long, value_name = "FIELD=VALUE")]
    #[serde(deserialize_with = "wholes")]
    filter: Vec<String>,
    #[arg(long)]
    fit: bool,
    #[arg(long)]
    no_intervals: bool,
    #[arg(long, value_parser = names(&SCORE_SCALES))]
    #[serde(deserialize_with = "text")]
    y_score: Option<String>,
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    #[serde(deserialize_with = "texts")]
    columns: Vec<String>,
    #[arg(long, value_parser = names(&GROUPS))]
    #[serde(deserialize_with = "text")]
    group: Option<String>,
    #[arg(long, value_name = "WORDS")]
    #[serde(deserialize_with = "text")]
    title: Option<String>,
    #[arg(long, value_name = "WORDS")]
    #[serde(deserialize_with = "text")]
    subtitle: Option<String>,
    #[arg(long, value_name = "WORDS")]
    #[serde(deserialize_with = "text")]
    source: Option<String>,
    #[arg(long, value_name = "WORDS")]
    #[serde(deserialize_with = "text")]
    note: Option<String>,
    #[arg(long, value_name = "WORDS")]
    #[serde(deserialize_with = "text")]
    byline: Option<String>,
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    #[arg(long, value_parser = names(&LANGUAGES))]
    #[serde(deserialize_with = "text")]
    lang: Option<String>,
    #[arg(long, value_parser = names(&DIGITS))]
    #[serde(deserialize_with = "text")]
    digits: Option<String>,
    #[arg(long, value_name = "FILE")]
    #[serde(deserialize_with = "paths")]
    font: Vec<PathBuf>,
    #[arg(long, value_parser = names(&TEXTS))]
    #[serde(deserialize_with = "text")]
    text: Option<String>,
    #[arg(long)]
    no_recipe: bool,
    #[arg(long, value_name = "KEY=VALUE,...")]
    #[serde(deserialize_with = "given")]
    annotation: Vec<Given>,
}

/// Every flag with the key of its help text.
const HELP: [(&str, &str); 43] = [
    ("figure", "cli-export-figure"),
    ("size", "cli-export-size"),
    ("scale", "cli-export-scale"),
    ("dpi", "cli-export-dpi"),
    ("theme", "cli-export-theme"),
    ("background", "cli-export-background"),
    ("event", "cli-export-event"),
    ("event_name", "cli-export-event-name"),
    ("span", "cli-export-span"),
    ("from", "cli-export-from"),
    ("to", "cli-export-to"),
    ("series", "cli-export-series"),
    ("index", "cli-export-index"),
    ("y", "cli-export-y"),
    ("cost", "cli-export-cost"),
    ("score", "cli-export-score"),
    ("as_of", "cli-export-as-of"),
    ("prices", "cli-export-prices"),
    ("basis", "cli-export-basis"),
    ("reverse", "cli-export-reverse"),
    ("color_by", "cli-export-color-by"),
    ("size_by", "cli-export-size-by"),
    ("pin", "cli-export-pin"),
    ("mark_releases", "cli-export-mark-releases"),
    ("compare", "cli-export-compare"),
    ("filter", "cli-export-filter"),
    ("fit", "cli-export-fit"),
    ("no_intervals", "cli-export-no-intervals"),
    ("y_score", "cli-export-y-score"),
    ("columns", "cli-export-columns"),
    ("group", "cli-export-group"),
    ("title", "cli-export-title"),
    ("subtitle", "cli-export-subtitle"),
    ("source", "cli-export-source"),
    ("note", "cli-export-note"),
    ("byline", "cli-export-byline"),
    ("logo", "cli-export-logo"),
    ("lang", "cli-export-lang"),
    ("digits", "cli-export-digits"),
    ("font", "cli-export-font"),
    ("text", "cli-export-text"),
    ("no_recipe", "cli-export-no-recipe"),
    ("annotation", "cli-export-annotation"),
];

const FIGURES: [(&str, FigureKind); 6] = [
    ("market", FigureKind::Market),
    ("moves", FigureKind::Moves),
    ("models", FigureKind::Models),
    ("pair", FigureKind::Pair),
    ("table", FigureKind::Table),
    ("study", FigureKind::Study),
];
const GROUPS: [(&str, Option<Grouping>); 2] =
    [("role", Some(Grouping::Role)), ("sector", Some(Grouping::Sector))];
const SPANS: [(&str, Span); 5] = [
    ("around", Span::Around),
    ("month", Span::Month),
    ("quarter", Span::Quarter),
    ("year", Span::Year),
    ("all", Span::All),
];
const SCALE_NAMES: [(&str, Scale); 3] =
    [("percent", Scale::Percent), ("100", Scale::Hundred), ("price", Scale::Price)];
const COSTS: [(&str, Cost); 3] = [("api", Cost::Api), ("training", Cost::Training), ("run", Cost::Run)];
const PRICES: [(&str, Prices); 2] = [("all", Prices::All), ("in-force", Prices::InForce)];
const COLORS: [(&str, ColorBy); 2] = [("organization", ColorBy::Organization), ("country", ColorBy::Country)];
const SIZES: [(&str, SizeBy); 3] =
    [("none", SizeBy::None), ("compute", SizeBy::Compute), ("chips", SizeBy::Chips)];
const SCORE_SCALES: [(&str, ScoreScale); 3] =
    [("linear", ScoreScale::Linear), ("log", ScoreScale::Log), ("logit", ScoreScale::Logit)];
const BACKGROUNDS: [(&str, Background); 2] =
    [("theme", Background::Theme), ("transparent", Background::Transparent)];
const LANGUAGES: [(&str, Language); 2] = [("en", Language::English), ("ar", Language::Arabic)];
const DIGITS: [(&str, Digits); 2] = [("western", Digits::Western), ("arabic", Digits::Arabic)];
const TEXTS: [(&str, Text); 2] = [("outlines", Text::Outlines), ("live", Text::Live)];

fn names<T>(table: &[(&'static str, T)]) -> PossibleValuesParser {
    PossibleValuesParser::new(table.iter().map(|(name, _)| *name))
}

/// The keys that the flags are in a spec file.
pub(super) fn keys() -> impl Iterator<Item = String> {
    HELP.iter().chain(&study::HELP).map(|(flag, _)| flag.replace('_', "-"))
}

/// Says what each flag is for.
pub(super) fn described(command: Command, text: &dyn Fn(&str) -> String) -> Command {
    HELP.iter().fold(study::described(command, text), |command, (flag, key)| {
        let help = text(key);
        command.mut_arg(*flag, |arg| arg.help(help))
    })
}

/// A flag whose value cannot be meant.
pub(super) fn wrong(flag: &'static str, given: &str, key: &'static str) -> Message {
    Message::new(key).with("flag", flag).with("given", given)
}

/// The value of a name, the default where none was given.
pub(super) fn named<T: Copy + Default>(
    flag: &'static str,
    table: &[(&'static str, T)],
    given: Option<&String>,
) -> Result<T, Message> {
    let Some(given) = given else { return Ok(T::default()) };
    let found = table.iter().find(|(known, _)| known == given).map(|(_, value)| *value);
    found.ok_or_else(|| {
        let known: Vec<&str> = table.iter().map(|(name, _)| *name).collect();
        wrong(flag, given, "cli-wrong-choice").with("known", known.join(", "))
    })
}

pub(super) fn number(
    flag: &'static str,
    given: Option<&String>,
    [least, most]: [f64; 2],
) -> Result<Option<f64>, Message> {
    let Some(given) = given else { return Ok(None) };
    let found = given.trim().parse::<f64>().ok().filter(|value| (least..=most).contains(value));
    let range = || wrong(flag, given, "cli-wrong-number").with("least", least.to_string());
    found.map(Some).ok_or_else(|| range().with("most", most.to_string()))
}

fn date(flag: &'static str, given: Option<&String>) -> Result<Option<Date>, Message> {
    let Some(given) = given else { return Ok(None) };
    given.trim().parse::<Date>().map(Some).map_err(|_| wrong(flag, given, "cli-wrong-date"))
}

/// A date, or an instant with its zone.
pub(super) fn date_or_time(
    flag: &'static str,
    given: Option<&String>,
) -> Result<Option<(Date, Option<Moment>)>, Message> {
    let Some(given) = given else { return Ok(None) };
    Event::when(given).map(Some).map_err(|why| {
        let key = match why {
            WhenError::Date => "cli-wrong-date",
            WhenError::Zone => "cli-wrong-time",
            WhenError::UnknownZone => "cli-wrong-zone",
        };
        wrong(flag, given, key)
    })
}

/// The columns of a table by their names.
fn columns(given: &[String]) -> Result<Vec<StudyColumn>, Message> {
    let column = |name: &String| {
        name.parse::<StudyColumn>().map_err(|_| {
            let known = StudyColumn::ALL.map(StudyColumn::id).join(", ");
            wrong("columns", name, "cli-wrong-choice").with("known", known)
        })
    };
    given.iter().map(column).collect()
}

impl FigureFlags {
    /// Whether both a factor and dots an inch are given for paper, where they say the same.
    pub fn gives_dots_twice(&self) -> bool {
        let kind = FIGURES.iter().find(|(name, _)| Some(*name) == self.figure.as_deref());
        let kind = kind.map_or(ExportOptions::default().kind, |(_, kind)| *kind);
        let size = self.size.as_ref().and_then(|size| size.parse::<SheetSize>().ok());
        let is_paper = size.is_some_and(|size| size.sheet(kind).physical_mm.is_some());
        is_paper && self.scale.is_some() && self.dpi.is_some()
    }

    /// The order that the flags give; files that they name lie in `folder` where their paths are
    /// not absolute.
    ///
    /// # Errors
    /// What to tell about the first value that cannot be meant.
    pub fn order(&self, folder: &Path) -> Result<Order, Message> {
        let standard = ExportOptions::default();
        let kind = match &self.figure {
            None => standard.kind,
            Some(_) => {
                named("figure", &FIGURES.map(|(name, kind)| (name, Chosen(kind))), self.figure.as_ref())?.0
            }
        };
        let size = match &self.size {
            None => standard.size,
            Some(size) => size.parse::<SheetSize>().map_err(|_| wrong("size", size, "cli-wrong-size"))?,
        };
        let theme = match &self.theme {
            None => standard.theme,
            Some(theme) => theme.parse().map_err(|_| wrong("theme", theme, "cli-wrong-theme"))?,
        };
        let theme = match theme {
            ThemeRef::File(path) => ThemeRef::File(folder.join(path)),
            built_in @ ThemeRef::BuiltIn(_) => built_in,
        };
        let mut dpi = number("dpi", self.dpi.as_ref(), DPI)?;
        if size.sheet(kind).physical_mm.is_some() && dpi.is_none() {
            // On paper a pixel of the figure is 1/96 inch, so that a factor says how many dots it gets.
            let limits = [DPI[0] / PX_PER_INCH, SCALES[1]];
            dpi = number("scale", self.scale.as_ref(), limits)?.map(|scale| scale * PX_PER_INCH);
        }
        let options = ExportOptions {
            kind,
            size,
            scale: number("scale", self.scale.as_ref(), SCALES)?.unwrap_or(standard.scale),
            dpi,
            theme,
            background: named("background", &BACKGROUNDS, self.background.as_ref())?,
            format: standard.format,
            text: named("text", &TEXTS, self.text.as_ref())?,
            language: named("lang", &LANGUAGES, self.lang.as_ref())?,
            digits: named("digits", &DIGITS, self.digits.as_ref())?,
            logo: self.logo.as_ref().map(|path| folder.join(path)),
            fonts: self.font.iter().map(|path| folder.join(path)).collect(),
            recipe: !self.no_recipe,
        };
        let (study, splits) = self.study.options()?;
        Ok(Order {
            options,
            study,
            splits,
            event: date_or_time("event", self.event.as_ref())?,
            event_name: self.event_name.clone(),
            span: named("span", &SPANS, self.span.as_ref())?,
            from: date("from", self.from.as_ref())?,
            to: date("to", self.to.as_ref())?,
            series: self.series.clone(),
            index: self.index.clone(),
            scale: named("y", &SCALE_NAMES, self.y.as_ref())?,
            cost: self.cost.is_some().then(|| named("cost", &COSTS, self.cost.as_ref())).transpose()?,
            score: self.score.clone(),
            scatter: self.scatter()?,
            wording: Wording {
                title: self.title.clone(),
                subtitle: self.subtitle.clone(),
                source: self.source.clone(),
                note: self.note.clone(),
                byline: self.byline.clone(),
            },
            annotations: notes(&self.annotation)?,
            columns: columns(&self.columns)?,
            group: named("group", &GROUPS, self.group.as_ref())?,
        })
    }

    fn scatter(&self) -> Result<ScatterChoices, Message> {
        let basis = self
            .basis
            .as_ref()
            .map(|given| BasisChoice::of_code(given).ok_or_else(|| wrong("basis", given, "cli-wrong-basis")));
        if let Some(given) = self.filter.iter().find(|given| Filter::parse(given).is_none()) {
            return Err(wrong("filter", given, "cli-wrong-filter"));
        }
        let trimmed = |names: &[String]| names.iter().map(|name| name.trim().to_owned()).collect();
        let compare = match self.compare.as_slice() {
            [] => None,
            [one, other] => Some([one.trim().to_owned(), other.trim().to_owned()]),
            given => return Err(wrong("compare", &given.join(","), "cli-wrong-compare")),
        };
        Ok(ScatterChoices {
            as_of: date("as-of", self.as_of.as_ref())?,
            prices: named("prices", &PRICES, self.prices.as_ref())?,
            basis: basis.transpose()?.unwrap_or_default(),
            reversed: self.reverse,
            color_by: named("color-by", &COLORS, self.color_by.as_ref())?,
            size_by: named("size-by", &SIZES, self.size_by.as_ref())?,
            pinned: trimmed(&self.pin),
            marked: trimmed(&self.mark_releases),
            compare,
            filters: self.filter.clone(),
            fit: self.fit,
            without_intervals: self.no_intervals,
            score_scale: named("y-score", &SCORE_SCALES, self.y_score.as_ref())?,
            ..ScatterChoices::default()
        })
    }
}

/// A kind that a name stands for: kinds have no default of their own.
#[derive(Clone, Copy)]
struct Chosen(FigureKind);

impl Default for Chosen {
    fn default() -> Self {
        Self(ExportOptions::default().kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<FigureFlags, toml::de::Error> {
        toml::from_str(text)
    }

    #[test]
    fn keys_of_a_file_are_the_flags() {
        let flags = read(
            "figure = 'market'\nsize = '85mm'\nscale = 1.5\ndpi = 600\nevent = 2025-01-27\n\
             columns = 'move, p-rank'\ngroup = 'role'\nseries = ['NVDA', 'MU']\ny = 100\nfont = 'a.ttf'\nno-recipe = true\ntheme = 'house.toml'\n\
             [[annotation]]\nmark = 'value'\nvalue = -10.0\ntext = 'ten down'",
        );
        let order = flags.unwrap().order(Path::new("/spec")).unwrap();
        assert_eq!(order.options.kind, FigureKind::Market);
        assert_eq!(order.options.size.to_string(), "85mm");
        assert_eq!((order.options.scale, order.options.dpi), (1.5, Some(600.0)));
        assert_eq!(order.options.theme, ThemeRef::File("/spec/house.toml".into()));
        assert_eq!(order.options.fonts, [PathBuf::from("/spec/a.ttf")]);
        assert_eq!(
            (order.event, order.scale),
            (Some((jiff::civil::date(2025, 1, 27), None)), Scale::Hundred)
        );
        assert_eq!(order.series, ["NVDA", "MU"]);
        assert_eq!(order.columns, [StudyColumn::Move, StudyColumn::PRank]);
        assert_eq!(order.group, Some(Grouping::Role));
        assert_eq!((order.options.recipe, order.annotations.len()), (false, 1));
    }

    #[test]
    fn the_chart_of_models_is_decided_by_flags() {
        let order = |text: &str| read(text).unwrap().order(Path::new("."));
        let choices = order(
            "as-of = 2025-01-20\nprices = 'in-force'\nbasis = 'lower-bound'\nreverse = true\n\
             color-by = 'country'\nsize-by = 'chips'\npin = 'Mistral, xAI'\n\
             mark-releases = ['DeepSeek-R1']\ncompare = 'R1,o1'\nfilter = 'country=China'\n\
             fit = true\nno-intervals = true\ny-score = 'logit'",
        )
        .unwrap()
        .scatter;
        let expected = ScatterChoices {
            as_of: Some(jiff::civil::date(2025, 1, 20)),
            prices: Prices::InForce,
            basis: BasisChoice::Only(crate::model::CostBasis::LowerBound),
            reversed: true,
            color_by: ColorBy::Country,
            size_by: SizeBy::Chips,
            pinned: vec!["Mistral".to_owned(), "xAI".to_owned()],
            marked: vec!["DeepSeek-R1".to_owned()],
            compare: Some(["R1".to_owned(), "o1".to_owned()]),
            filters: vec!["country=China".to_owned()],
            fit: true,
            without_intervals: true,
            score_scale: ScoreScale::Logit,
            ..ScatterChoices::default()
        };
        assert_eq!(choices, expected);
        assert!(order("").unwrap().scatter.is_usual());
        for (text, key) in [
            ("basis = 'guess'", "cli-wrong-basis"),
            ("filter = ['country']", "cli-wrong-filter"),
            ("compare = 'R1'", "cli-wrong-compare"),
            ("compare = ['R1', 'o1', 'V3']", "cli-wrong-compare"),
            ("as-of = 'soon'", "cli-wrong-date"),
            ("y-score = 'cubic'", "cli-wrong-choice"),
        ] {
            assert_eq!(order(text).map_err(|told| told.key).map(|_| ()), Err(key), "{text}");
        }
    }

    #[test]
    fn a_factor_on_paper_is_dots_an_inch() {
        for (text, scale, dpi) in [
            ("size = '85mm'", 2.0, None),
            ("size = '85mm'\nscale = 3", 3.0, Some(288.0)),
            ("size = '85mm'\nscale = 3\ndpi = 600", 3.0, Some(600.0)),
            ("size = 'post'\nscale = 3", 3.0, None),
        ] {
            let options = read(text).unwrap().order(Path::new("")).unwrap().options;
            assert_eq!((options.scale, options.dpi), (scale, dpi), "{text}");
        }
    }

    #[test]
    fn values_of_another_type_are_refused() {
        for text in ["title = []", "figure = []"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn values_that_cannot_be_meant_are_told() {
        for (text, key) in [
            ("figure = 'pie'", "cli-wrong-choice"),
            ("size = '1600'", "cli-wrong-size"),
            ("scale = 0", "cli-wrong-number"),
            ("scale = 'nan'", "cli-wrong-number"),
            ("size = 'a4'\nscale = 0.2", "cli-wrong-number"),
            ("dpi = 9999", "cli-wrong-number"),
            ("theme = 'sepia'", "cli-wrong-theme"),
            ("event = '27.1.2025'", "cli-wrong-date"),
            ("from = '2025-02-30'", "cli-wrong-date"),
            ("y = 'log'", "cli-wrong-choice"),
            ("annotation = [{ mark = 'star' }]", "cli-annotation-choice"),
            ("annotation = 3", "cli-annotation-syntax"),
            ("columns = 'beta,gamma'", "cli-wrong-choice"),
            ("group = 'size'", "cli-wrong-choice"),
        ] {
            let told = read(text).unwrap().order(Path::new(""));
            assert_eq!(told.map(|_| ()).map_err(|message| message.key), Err(key), "{text}");
        }
    }
}
