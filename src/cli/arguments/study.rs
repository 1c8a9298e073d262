//! The flags that say how an event is studied: those of `study`, and of every figure.

use clap::builder::PossibleValuesParser;
use clap::{Args, Command};
use jiff::civil::Date;
use serde::Deserialize;
use std::path::PathBuf;

use super::super::reading::ReadFlags;
use super::figure::{self, date_or_time, wrong};
use super::values::{text, texts};
use crate::app::export::{NamedSplit, Order};
use crate::app::speech;
use crate::chart::verdict::refusal;
use crate::model::{Message, NormalModel, OffSession, Overrides, Returns, StudyOptions};
use crate::text::Words;

/// The flags as they are typed or read.
#[derive(Args, Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct StudyFlags {
    #[arg(long, value_parser = names(&MODELS))]
    #[serde(deserialize_with = "text")]
    model: Option<String>,
    #[arg(long, value_parser = names(&RETURNS))]
    #[serde(deserialize_with = "text")]
    returns: Option<String>,
    #[arg(long, value_name = "RETURNS")]
    #[serde(deserialize_with = "text")]
    estimation: Option<String>,
    #[arg(long, value_name = "SESSIONS")]
    #[serde(deserialize_with = "text")]
    gap: Option<String>,
    #[arg(long, value_name = "FROM..TO", allow_hyphen_values = true)]
    #[serde(deserialize_with = "text")]
    window: Option<String>,
    #[arg(long, value_parser = names(&OFF_SESSIONS))]
    #[serde(deserialize_with = "text")]
    off_session: Option<String>,
    #[arg(long, value_name = "P")]
    #[serde(deserialize_with = "text")]
    level: Option<String>,
    #[arg(long, value_name = "NAME:DATE:RATIO")]
    #[serde(deserialize_with = "texts")]
    split: Vec<String>,
}

/// Every flag with the key of its help text.
pub(super) const HELP: [(&str, &str); 8] = [
    ("model", "cli-study-model"),
    ("returns", "cli-study-returns"),
    ("estimation", "cli-study-estimation"),
    ("gap", "cli-study-gap"),
    ("window", "cli-study-window"),
    ("off_session", "cli-study-off-session"),
    ("level", "cli-study-level"),
    ("split", "cli-study-split"),
];

const MODELS: [(&str, NormalModel); 3] =
    [("market", NormalModel::Market), ("adjusted", NormalModel::Adjusted), ("mean", NormalModel::Mean)];
const RETURNS: [(&str, Returns); 2] = [("simple", Returns::Simple), ("log", Returns::Log)];
const OFF_SESSIONS: [(&str, OffSession); 2] = [("after", OffSession::After), ("before", OffSession::Before)];

fn names<T>(table: &[(&'static str, T)]) -> PossibleValuesParser {
    PossibleValuesParser::new(table.iter().map(|(name, _)| *name))
}

impl StudyFlags {
    /// What the flags decide about the study, and the splits by the names of their series.
    ///
    /// # Errors
    /// What to tell about the first value that cannot be meant.
    pub fn options(&self) -> Result<(StudyOptions, Vec<NamedSplit>), Message> {
        let standard = StudyOptions::default();
        let count = |flag, given: Option<&String>, default| match given {
            None => Ok(default),
            Some(given) => given.trim().parse::<usize>().map_err(|_| wrong(flag, given, "cli-wrong-count")),
        };
        let level = figure::number("level", self.level.as_ref(), [0.0001, 0.5])?;
        let options = StudyOptions {
            model: figure::named("model", &MODELS, self.model.as_ref())?,
            returns: figure::named("returns", &RETURNS, self.returns.as_ref())?,
            estimation: count("estimation", self.estimation.as_ref(), standard.estimation)?,
            gap: count("gap", self.gap.as_ref(), standard.gap)?,
            window: self.window.as_ref().map_or(Ok(standard.window), |given| {
                window(given).ok_or_else(|| wrong("window", given, "cli-wrong-window"))
            })?,
            off_session: figure::named("off-session", &OFF_SESSIONS, self.off_session.as_ref())?,
            level: level.unwrap_or(standard.level),
            splits: Vec::new(),
        };
        let splits = self
            .split
            .iter()
            .map(|given| split(given).ok_or_else(|| wrong("split", given, "cli-wrong-split")));
        let splits = splits.collect::<Result<_, _>>()?;
        if let Err(why) = options.check() {
            return Err(refusal(why));
        }
        Ok((options, splits))
    }
}

/// `-1..1`, or one session.
fn window(given: &str) -> Option<[i32; 2]> {
    let place = |text: &str| text.trim().replace('\u{2212}', "-").parse::<i32>().ok();
    match given.split_once("..") {
        Some((from, to)) => Some([place(from)?, place(to)?]),
        None => place(given).map(|place| [place, place]),
    }
}

/// `NAME:DATE:RATIO`; a name may hold colons, a ratio is `10`, `10:1`, `1:10` or `3:2`.
fn split(given: &str) -> Option<NamedSplit> {
    let parts: Vec<&str> = given.split(':').collect();
    let at = parts.iter().rposition(|part| part.trim().parse::<Date>().is_ok())?;
    let name = parts.get(..at)?.join(":");
    let date = parts.get(at)?.trim().parse().ok()?;
    let number =
        |text: &&str| text.trim().parse::<f64>().ok().filter(|value| *value > 0.0 && value.is_finite());
    let ratio = match parts.get(at + 1..)? {
        [ratio] => number(ratio)?,
        [new, old] => number(new)? / number(old)?,
        _ => return None,
    };
    (!name.trim().is_empty()).then(|| NamedSplit { series: name.trim().to_owned(), date, ratio })
}

/// Says what each flag is for.
pub(super) fn described(command: Command, text: &dyn Fn(&str) -> String) -> Command {
    HELP.iter().fold(command, |command, (flag, key)| {
        let help = text(key);
        command.mut_arg(*flag, |arg| arg.help(help))
    })
}

/// A study to make.
#[derive(Clone, Debug, PartialEq)]
pub struct StudyTask {
    /// Of which files; of the sample when there are none.
    pub files: Vec<PathBuf>,
    /// What the files do not decide themselves.
    pub overrides: Overrides,
    /// Event, index and options.
    pub order: Order,
    /// A file of shares outstanding.
    pub shares: Option<PathBuf>,
    /// A file of market values.
    pub values: Option<PathBuf>,
    /// A list of the symbols of which the market values are summed.
    pub members: Option<PathBuf>,
    /// How it is told.
    pub form: StudyForm,
    /// Whether every figure is explained.
    pub explain: bool,
    /// Whether the session of each series is told with its move under other rules.
    pub audit: bool,
}

/// How a study is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StudyForm {
    /// As words and a table for people.
    Words,
    /// As JSON.
    Json,
    /// As a table of RFC 4180.
    Csv,
}

/// [`StudyTask`] as it is typed.
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
#[derive(Args)]
pub struct StudyLine {
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "DATE|TIME")]
    event: Option<String>,
    #[arg(long, value_name = "NAME")]
    event_name: Option<String>,
    #[arg(long, value_name = "NAME")]
    index: Option<String>,
    #[command(flatten)]
    study: StudyFlags,
    #[arg(long, value_name = "FILE")]
    shares: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    values: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "values")]
    members: Option<PathBuf>,
    #[arg(long)]
    explain: bool,
    #[arg(long)]
    audit: bool,
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    #[arg(long)]
    csv: bool,
    #[command(flatten)]
    reading: ReadFlags,
}

impl StudyLine {
    /// The task, with every value checked.
    pub(super) fn checked(self, words: &Words) -> Result<StudyTask, String> {
        let said = |message: Message| speech::say(words, &message);
        let overrides = self.reading.overrides(words)?;
        if self.files.is_empty() && !overrides.is_empty() {
            return Err(words.text("cli-wrong-sample"));
        }
        let (study, splits) = self.study.options().map_err(said)?;
        let event = date_or_time("event", self.event.as_ref()).map_err(said)?;
        let order = Order {
            event,
            event_name: self.event_name,
            index: self.index,
            study,
            splits,
            ..Order::default()
        };
        let form = match (self.json, self.csv) {
            (true, _) => StudyForm::Json,
            (_, true) => StudyForm::Csv,
            _ => StudyForm::Words,
        };
        let Self { files, shares, values, members, explain, audit, .. } = self;
        Ok(StudyTask { files, overrides, order, shares, values, members, form, explain, audit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn windows_and_splits_are_read_as_people_write_them() {
        assert_eq!(window("-1..1"), Some([-1, 1]));
        assert_eq!(window("0"), Some([0, 0]));
        assert_eq!(window(" \u{2212}10 .. 5"), Some([-10, 5]));
        assert_eq!((window("1-3"), window("")), (None, None));
        let of =
            |name: &str, ratio| Some(NamedSplit { series: name.to_owned(), date: date(2024, 6, 10), ratio });
        assert_eq!(split("NVDA:2024-06-10:10"), of("NVDA", 10.0));
        assert_eq!(split("NVDA:2024-06-10:10:1"), of("NVDA", 10.0));
        assert_eq!(split("NASDAQ:NVDA:2024-06-10:1:10"), of("NASDAQ:NVDA", 0.1));
        assert_eq!(split("X:2024-06-10:3:2"), of("X", 1.5));
        for wrong in ["NVDA", "NVDA:2024-06-10", "NVDA:2024-06-10:0", ":2024-06-10:2", "NVDA:2024-06-10:x"] {
            assert_eq!(split(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_cannot_be_studied_is_told_with_its_flag() {
        let read = |set: fn(&mut StudyFlags)| {
            let mut flags = StudyFlags::default();
            set(&mut flags);
            flags.options().map(|(options, _)| options).map_err(|message| message.key)
        };
        assert_eq!(read(|_| ()), Ok(StudyOptions::default()));
        assert_eq!(read(|f| f.window = Some("1..0".to_owned())), Err("chart-refused-window"));
        assert_eq!(read(|f| f.window = Some("x".to_owned())), Err("cli-wrong-window"));
        assert_eq!(read(|f| f.estimation = Some("2".to_owned())), Err("chart-refused-estimation"));
        assert_eq!(read(|f| f.gap = Some("-1".to_owned())), Err("cli-wrong-count"));
        assert_eq!(read(|f| f.level = Some("2".to_owned())), Err("cli-wrong-number"));
        assert_eq!(read(|f| f.split = vec!["A:b:c".to_owned()]), Err("cli-wrong-split"));
        assert_eq!(read(|f| f.model = Some("capm".to_owned())), Err("cli-wrong-choice"));
    }
}
