//! What may stand on the command line.
//!
//! The shape is declared here, the help texts come from the locale table. What the parser itself
//! says, such as the word "Usage", is the parser's. Nothing is opened or checked against a disk.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand};
use jiff::civil::Date;

use crate::app::export::{ExportOptions, Format, SCALES, SIDE_PX};
use crate::chart::{FigureKind, Span, ThemeName};
use crate::model::Overrides;
use crate::text::{Arg, Words};

use super::Invocation;
use super::reading::{self, ReadFlags};

/// A task that needs no window.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Says what files were taken to be.
    Inspect(InspectTask),
    /// Writes prices as one clean table.
    Convert(ConvertTask),
    /// Writes a figure.
    Export(ExportTask),
}

/// Files to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct InspectTask {
    /// Which files.
    pub files: Vec<PathBuf>,
    /// As JSON instead of words.
    pub json: bool,
    /// What the files do not decide themselves.
    pub overrides: Overrides,
}

/// Files to convert.
#[derive(Clone, Debug, PartialEq)]
pub struct ConvertTask {
    /// Which files.
    pub files: Vec<PathBuf>,
    /// Where the table goes.
    pub output: PathBuf,
    /// What it holds.
    pub table: Conversion,
    /// What the files do not decide themselves.
    pub overrides: Overrides,
}

/// What `convert` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// The prices of every file in one long table.
    Prices,
    /// The table of one file as it stands.
    Raw,
}

/// A figure to write.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportTask {
    /// Of which files; of the sample when there are none.
    pub files: Vec<PathBuf>,
    /// What the files do not decide themselves.
    pub overrides: Overrides,
    /// Around which date; the files' own event when `None`.
    pub event: Option<Date>,
    /// Which sessions it shows.
    pub span: Span,
    /// How it is drawn.
    pub options: ExportOptions,
    /// Where it goes.
    pub output: PathBuf,
}

#[derive(Parser)]
#[command(
    name = "richter",
    bin_name = "richter",
    version,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
struct Line {
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(subcommand)]
    task: Option<TaskLine>,
}

#[derive(Subcommand)]
enum TaskLine {
    Inspect(InspectLine),
    Convert(ConvertLine),
    Export(ExportLine),
}

/// [`InspectTask`] as it is typed.
#[derive(Args)]
struct InspectLine {
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    reading: ReadFlags,
}

/// [`ConvertTask`] as it is typed.
#[derive(Args)]
struct ConvertLine {
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[arg(short, long, value_name = "OUT.csv")]
    output: PathBuf,
    #[arg(long)]
    raw: bool,
    #[command(flatten)]
    reading: ReadFlags,
}

/// [`ExportTask`] as it is typed.
#[derive(Args)]
struct ExportLine {
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(long, default_value = FigureKind::Pair.name(), value_parser = names(&figures()))]
    figure: String,
    #[arg(long, value_name = "DATE")]
    event: Option<String>,
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "1600x900")]
    size: String,
    #[arg(long, default_value = "2")]
    scale: String,
    #[arg(long, default_value = "light", value_parser = names(&THEMES))]
    theme: String,
    #[arg(long, default_value = "around", value_parser = names(&SPANS))]
    span: String,
    #[arg(short, long, value_name = "OUT.svg|OUT.png")]
    output: PathBuf,
    #[command(flatten)]
    reading: ReadFlags,
}

const THEMES: [(&str, ThemeName); 2] = [("light", ThemeName::Light), ("dark", ThemeName::Dark)];

const SPANS: [(&str, Span); 5] = [
    ("around", Span::Around),
    ("month", Span::Month),
    ("quarter", Span::Quarter),
    ("year", Span::Year),
    ("all", Span::All),
];

fn figures() -> [(&'static str, FigureKind); 4] {
    FigureKind::ALL.map(|kind| (kind.name(), kind))
}

fn names<T>(table: &[(&'static str, T)]) -> PossibleValuesParser {
    PossibleValuesParser::new(table.iter().map(|(name, _)| *name))
}

/// The value of a name; the parser has let no other name through.
fn named<T: Copy + Default>(table: &[(&str, T)], name: &str) -> T {
    table.iter().find(|(known, _)| *known == name).map(|(_, value)| *value).unwrap_or_default()
}

/// Reads the arguments, the program's name first.
///
/// # Errors
/// What is wrong with them, or the help that was asked for, ready to be printed.
pub(super) fn parse(
    args: impl IntoIterator<Item = OsString>,
    words: &Words,
) -> Result<Invocation, clap::Error> {
    let mut command = described(words);
    let matches = command.try_get_matches_from_mut(args)?;
    let line = Line::from_arg_matches(&matches).map_err(|error| error.format(&mut command))?;
    let task = match line.task {
        None => return Ok(Invocation::Window(line.files)),
        Some(TaskLine::Inspect(line)) => line.checked(words).map(Task::Inspect),
        Some(TaskLine::Convert(line)) => line.checked(words).map(Task::Convert),
        Some(TaskLine::Export(line)) => line.checked(words).map(Task::Export),
    };
    task.map(Invocation::Task).map_err(|text| command.error(ErrorKind::ValueValidation, text))
}

impl InspectLine {
    fn checked(self, words: &Words) -> Result<InspectTask, String> {
        let overrides = self.reading.overrides(words)?;
        Ok(InspectTask { files: self.files, json: self.json, overrides })
    }
}

impl ConvertLine {
    fn checked(self, words: &Words) -> Result<ConvertTask, String> {
        let overrides = self.reading.overrides(words)?;
        let table = if self.raw { Conversion::Raw } else { Conversion::Prices };
        if table == Conversion::Raw && self.files.len() > 1 {
            return Err(words.text("cli-wrong-raw"));
        }
        Ok(ConvertTask { files: self.files, output: self.output, table, overrides })
    }
}

impl ExportLine {
    fn checked(self, words: &Words) -> Result<ExportTask, String> {
        let wrong = |key: &str, given: &str| words.say(key, &[("given", Arg::Text(given))]);
        let event = match &self.event {
            Some(text) => Some(text.parse::<Date>().map_err(|_| wrong("cli-wrong-event", text))?),
            None => None,
        };
        let size = size_px(&self.size).ok_or_else(|| wrong("cli-wrong-size", &self.size))?;
        let scale = self.scale.parse().ok().filter(|scale| within(*scale, SCALES));
        let scale = scale.ok_or_else(|| wrong("cli-wrong-scale", &self.scale))?;
        if Format::of(&self.output).is_err() {
            let path = self.output.display().to_string();
            return Err(words.say("app-export-format", &[("path", Arg::Text(&path))]));
        }
        let overrides = self.reading.overrides(words)?;
        if self.files.is_empty() && !overrides.is_empty() {
            return Err(words.text("cli-wrong-sample"));
        }
        let kind = figures().iter().find(|(name, _)| *name == self.figure).map(|(_, kind)| *kind);
        let options = ExportOptions {
            kind: kind.unwrap_or(FigureKind::Pair),
            size,
            scale,
            theme: named(&THEMES, &self.theme),
            ..ExportOptions::default()
        };
        Ok(ExportTask {
            files: self.files,
            overrides,
            event,
            span: named(&SPANS, &self.span),
            options,
            output: self.output,
        })
    }
}

/// `1600x900` as width and height.
fn size_px(text: &str) -> Option<[f64; 2]> {
    let (width, height) = text.split_once(['x', 'X', '×'])?;
    let side =
        |text: &str| text.trim().parse::<u32>().ok().map(f64::from).filter(|side| within(*side, SIDE_PX));
    Some([side(width)?, side(height)?])
}

fn within(value: f64, [least, most]: [f64; 2]) -> bool {
    (least..=most).contains(&value)
}

/// The command line with its help texts.
fn described(words: &Words) -> Command {
    let text = |key: &str| words.text(key);
    let files = |command: Command, key: &str| command.mut_arg("files", |arg| arg.help(text(key)));
    let command = Line::command().about(text("cli-about")).after_help(text("cli-about-example"));
    files(command, "cli-files-window")
        .mut_subcommand("inspect", |command| {
            files(reading::described(command, words), "cli-files-inspect")
                .about(text("cli-inspect"))
                .after_help(text("cli-inspect-example"))
                .mut_arg("json", |arg| arg.help(text("cli-inspect-json")))
        })
        .mut_subcommand("convert", |command| {
            files(reading::described(command, words), "cli-files-convert")
                .about(text("cli-convert"))
                .after_help(text("cli-convert-example"))
                .mut_arg("output", |arg| arg.help(text("cli-convert-output")))
                .mut_arg("raw", |arg| arg.help(text("cli-convert-raw")))
        })
        .mut_subcommand("export", |command| {
            files(reading::described(command, words), "cli-files-export")
                .about(text("cli-export"))
                .after_help(text("cli-export-example"))
                .mut_arg("figure", |arg| arg.help(text("cli-export-figure")))
                .mut_arg("event", |arg| arg.help(text("cli-export-event")))
                .mut_arg("size", |arg| arg.help(text("cli-export-size")))
                .mut_arg("scale", |arg| arg.help(text("cli-export-scale")))
                .mut_arg("theme", |arg| arg.help(text("cli-export-theme")))
                .mut_arg("span", |arg| arg.help(text("cli-export-span")))
                .mut_arg("output", |arg| arg.help(text("cli-export-output")))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Invocation, clap::Error> {
        parse(line.split_whitespace().map(OsString::from), &Words::english())
    }

    #[test]
    fn the_declaration_is_sound_and_every_argument_is_explained() {
        let mut command = described(&Words::english());
        command.build();
        command.clone().debug_assert();
        for task in std::iter::once(&command).chain(command.get_subcommands()) {
            assert!(task.get_about().is_some(), "{}", task.get_name());
            assert!(task.get_after_help().is_some_and(|help| help.to_string().contains("richter ")));
            for arg in task.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(
                    !help.is_empty() && !help.starts_with("cli-"),
                    "{} {}",
                    task.get_name(),
                    arg.get_id()
                );
            }
        }
    }

    #[test]
    fn the_program_has_its_own_name_whatever_its_file_is_called() {
        for (line, usage) in [
            ("/opt/other-name.exe --help", "Usage: richter "),
            ("other export --help", "Usage: richter export "),
        ] {
            let help = read(line).unwrap_err().to_string();
            assert!(help.contains(usage) && !help.contains("other"), "{help}");
        }
        let wrong = read("other export").unwrap_err().to_string();
        assert!(wrong.contains("richter export") && !wrong.contains("other"), "{wrong}");
    }

    #[test]
    fn no_subcommand_is_the_window() {
        assert_eq!(read("richter").unwrap(), Invocation::Window(Vec::new()));
        assert_eq!(read("richter a.csv b").unwrap(), Invocation::Window(vec!["a.csv".into(), "b".into()]));
    }

    #[test]
    fn an_export_is_read_in_full() {
        let line = "richter export a.csv --figure market --event 2025-01-27 --size 800x600 --scale 1.5 \
                    --theme dark --span all -o out.svg";
        let Ok(Invocation::Task(Task::Export(task))) = read(line) else { panic!("not an export") };
        let options = ExportOptions {
            kind: FigureKind::Market,
            size: [800.0, 600.0],
            scale: 1.5,
            theme: ThemeName::Dark,
            ..ExportOptions::default()
        };
        assert_eq!(task.options, options);
        assert_eq!(task.event, Some(jiff::civil::date(2025, 1, 27)));
        assert_eq!((task.span, task.output), (Span::All, PathBuf::from("out.svg")));
    }

    #[test]
    fn defaults_are_those_of_the_window() {
        let Ok(Invocation::Task(Task::Export(task))) = read("richter export -o a.png") else {
            panic!("not an export")
        };
        assert_eq!((task.options, task.span), (ExportOptions::default(), Span::default()));
    }

    #[test]
    fn every_task_that_reads_takes_the_flags_of_reading() {
        let flags = "--date-format dmy --decimal comma --close Last --raw";
        let Ok(Invocation::Task(Task::Convert(task))) =
            read(&format!("richter convert a.csv {flags} -o b.csv"))
        else {
            panic!("not a conversion")
        };
        assert_eq!(task.table, Conversion::Raw);
        let decided = [("date_order", "DMY"), ("decimal", ","), ("close_column", "Last")];
        for (key, value) in decided {
            let decision = crate::model::Decision::of_key(key).unwrap();
            assert_eq!(task.overrides.get(decision), Some(value), "{key}");
        }
        for line in ["richter inspect a.csv --sheet Prices", "richter export a.csv --name NVDA -o a.svg"] {
            let overrides = match read(line).unwrap() {
                Invocation::Task(Task::Inspect(task)) => task.overrides,
                Invocation::Task(Task::Export(task)) => task.overrides,
                other => panic!("{other:?}"),
            };
            assert_eq!(overrides.iter().count(), 1, "{line}");
        }
    }

    #[test]
    fn wrong_arguments_are_told_with_exit_code_2() {
        let wrong = [
            "richter inspect",
            "richter convert a.csv",
            "richter export",
            "richter export -o a.svg --figure pie",
            "richter export -o a.svg --event 27.1.2025",
            "richter export -o a.svg --event 2025-02-30",
            "richter export -o a.svg --size 1600",
            "richter export -o a.svg --size 0x0",
            "richter export -o a.svg --size 99999x900",
            "richter export -o a.svg --scale 0",
            "richter export -o a.svg --scale nan",
            "richter export -o a.svg --theme sepia",
            "richter --no-such-flag",
            "richter inspect a.csv --encoding klingon",
            "richter inspect a.csv --delimiter ;;",
            "richter inspect a.csv --decimal x",
            "richter inspect a.csv --date-format soon",
            "richter inspect a.csv --header-line 0",
            "richter convert a.csv -o b.csv --header-line -1",
            "richter convert a.csv c.csv --raw -o b.csv",
            "richter export -o a.svg --date-format DMY",
        ];
        for line in wrong {
            assert_eq!(read(line).unwrap_err().exit_code(), 2, "{line}");
        }
        for line in ["richter --help", "richter --version", "richter export --help"] {
            assert_eq!(read(line).unwrap_err().exit_code(), 0, "{line}");
        }
    }
}
