//! What may stand on the command line.
//!
//! The shape is declared here, the help texts come from the locale table. What the parser itself
//! says, such as the word "Usage", is the parser's. Nothing is opened or checked against a disk.

mod figure;
mod models;
mod notes;
mod spec;
mod study;
mod values;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::app::export::{Format, Order};
use crate::app::speech;
use crate::model::{Message, Overrides};
use crate::text::{Arg, Words};

use super::Invocation;
use super::reading::{self, ReadFlags};
use figure::FigureFlags;
use models::ModelsLine;
pub use models::{ModelsForm, ModelsTask};
pub use spec::{Spec, SpecError};
use study::StudyLine;
pub use study::{StudyForm, StudyTask};

/// A task that needs no window.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Says what files were taken to be.
    Inspect(InspectTask),
    /// Writes prices as one clean table.
    Convert(ConvertTask),
    /// Lists models of cost and score.
    Models(ModelsTask),
    /// Writes figures.
    Export(ExportTask),
    /// Holds a figure against its sources.
    Verify(VerifyTask),
    /// Studies an event.
    Study(Box<StudyTask>),
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

/// Figures to write.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportTask {
    /// Of which files; of the sample when there are none.
    pub files: Vec<PathBuf>,
    /// What the files do not decide themselves.
    pub overrides: Overrides,
    /// Which figures.
    pub work: ExportWork,
}

/// What `export` does with the files.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportWork {
    /// Writes one figure, and says what it shows if `alt` is asked for.
    One {
        /// What it shows and how it is written.
        order: Box<Order>,
        /// Where it goes; nowhere where its text alone is asked for.
        output: Option<PathBuf>,
        /// Whether the text for readers who do not see it is printed.
        alt: bool,
    },
    /// Writes the figures of a spec file.
    Spec {
        /// The spec file.
        spec: PathBuf,
        /// The folder that they go to.
        folder: PathBuf,
    },
}

/// A figure to check.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifyTask {
    /// The figure.
    pub figure: PathBuf,
    /// Where its sources may be, beside its own folder.
    pub files: Vec<PathBuf>,
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

#[expect(clippy::large_enum_variant, reason = "there is one a run")]
#[derive(Subcommand)]
enum TaskLine {
    Inspect(InspectLine),
    Convert(ConvertLine),
    Models(ModelsLine),
    Export(ExportLine),
    Verify(VerifyLine),
    Study(StudyLine),
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
    #[command(flatten)]
    figure: FigureFlags,
    #[arg(long)]
    alt: bool,
    #[arg(long, value_name = "FILE.toml", requires = "output")]
    spec: Option<PathBuf>,
    #[arg(short, long, value_name = "OUT.svg|OUT.png|OUT.pdf|OUT.csv", required_unless_present = "alt")]
    output: Option<PathBuf>,
    #[command(flatten)]
    reading: ReadFlags,
}

/// [`VerifyTask`] as it is typed.
#[derive(Args)]
struct VerifyLine {
    // Help texts are set later, which would change an order that is not written down.
    #[arg(value_name = "FIGURE", index = 1)]
    figure: PathBuf,
    #[arg(value_name = "FILE", index = 2)]
    files: Vec<PathBuf>,
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
        Some(TaskLine::Models(line)) => line.checked(words).map(Task::Models),
        Some(TaskLine::Export(line)) => line.checked(words).map(Task::Export),
        Some(TaskLine::Verify(VerifyLine { figure, files })) => {
            Ok(Task::Verify(VerifyTask { figure, files }))
        }
        Some(TaskLine::Study(line)) => line.checked(words).map(|task| Task::Study(Box::new(task))),
    };
    let name = matches.subcommand_name().unwrap_or_default().to_owned();
    task.map(Invocation::Task).map_err(|text| match command.find_subcommand_mut(&name) {
        // Its own usage is told with what is wrong.
        Some(own) => own.error(ErrorKind::ValueValidation, text),
        None => command.error(ErrorKind::ValueValidation, text),
    })
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
        let said = |message: &Message| speech::say(words, message);
        let overrides = self.reading.overrides(words)?;
        if self.files.is_empty() && self.spec.is_none() && !overrides.is_empty() {
            return Err(words.text("cli-wrong-sample"));
        }
        let work = match (self.spec, self.output) {
            (Some(spec), Some(folder)) => {
                if self.alt || self.figure != FigureFlags::default() {
                    return Err(words.text("cli-wrong-spec"));
                }
                if Format::of(&folder).is_ok() {
                    let path = folder.display().to_string();
                    return Err(words.say("cli-wrong-spec-folder", &[("path", Arg::Text(&path))]));
                }
                ExportWork::Spec { spec, folder }
            }
            (_, output) => {
                let order = self.figure.order(Path::new("")).map_err(|message| said(&message))?;
                if self.figure.gives_dots_twice() {
                    return Err(words.text("cli-wrong-dots"));
                }
                if let Some(path) = &output {
                    Format::of(path).map_err(|error| said(&error.message()))?;
                }
                ExportWork::One { order: Box::new(order), output, alt: self.alt }
            }
        };
        Ok(ExportTask { files: self.files, overrides, work })
    }
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
        .mut_subcommand("models", |command| models::described(reading::described(command, words), words))
        .mut_subcommand("export", |command| {
            let command = files(reading::described(command, words), "cli-files-export");
            figure::described(command, &text)
                .about(text("cli-export"))
                .after_help(text("cli-export-example"))
                .mut_arg("alt", |arg| arg.help(text("cli-export-alt")))
                .mut_arg("spec", |arg| arg.help(text("cli-export-spec")))
                .mut_arg("output", |arg| arg.help(text("cli-export-output")))
        })
        .mut_subcommand("study", |command| {
            let command = files(reading::described(command, words), "cli-files-study");
            study::described(command, &text)
                .about(text("cli-study"))
                .after_help(text("cli-study-example"))
                .mut_arg("event", |arg| arg.help(text("cli-export-event")))
                .mut_arg("event_name", |arg| arg.help(text("cli-export-event-name")))
                .mut_arg("index", |arg| arg.help(text("cli-export-index")))
                .mut_arg("shares", |arg| arg.help(text("cli-study-shares")))
                .mut_arg("values", |arg| arg.help(text("cli-study-values")))
                .mut_arg("members", |arg| arg.help(text("cli-study-members")))
                .mut_arg("explain", |arg| arg.help(text("cli-study-explain")))
                .mut_arg("audit", |arg| arg.help(text("cli-study-audit")))
                .mut_arg("json", |arg| arg.help(text("cli-study-json")))
                .mut_arg("csv", |arg| arg.help(text("cli-study-csv")))
        })
        .mut_subcommand("verify", |command| {
            files(command, "cli-files-verify")
                .about(text("cli-verify"))
                .after_help(text("cli-verify-example"))
                .mut_arg("figure", |arg| arg.help(text("cli-verify-figure")))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::export::ThemeRef;
    use crate::chart::{FigureKind, SheetSize, Span, ThemeName};

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
            assert!(
                help.contains(usage) && !help.contains("other-name") && !help.contains("other export"),
                "{help}"
            );
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
                    --theme dark --span all --series NVDA,MU --lang ar -o out.svg";
        let Ok(Invocation::Task(Task::Export(task))) = read(line) else { panic!("not an export") };
        let ExportWork::One { order, output, alt } = task.work else { panic!("not one figure") };
        assert_eq!(order.options.kind, FigureKind::Market);
        assert_eq!((order.options.size, order.options.scale), (SheetSize::pixels(800.0, 600.0), 1.5));
        assert_eq!(order.options.theme, ThemeRef::BuiltIn(ThemeName::Dark));
        assert_eq!(order.event, Some((jiff::civil::date(2025, 1, 27), None)));
        assert_eq!((order.span, order.series.len()), (Span::All, 2));
        assert_eq!((output, alt), (Some(PathBuf::from("out.svg")), false));
    }

    #[test]
    fn defaults_are_those_of_the_window() {
        let Ok(Invocation::Task(Task::Export(task))) = read("richter export -o a.png") else {
            panic!("not an export")
        };
        let order = Box::new(Order::default());
        let work = ExportWork::One { order, output: Some("a.png".into()), alt: false };
        assert_eq!(task.work, work);
    }

    #[test]
    fn a_figure_can_be_described_checked_or_one_of_many() {
        let Ok(Invocation::Task(Task::Export(task))) = read("richter export --figure models --alt") else {
            panic!("not an export")
        };
        assert!(matches!(task.work, ExportWork::One { output: None, alt: true, .. }));
        let Ok(Invocation::Task(Task::Export(task))) = read("richter export --spec f.toml -o out") else {
            panic!("not an export")
        };
        assert_eq!(task.work, ExportWork::Spec { spec: "f.toml".into(), folder: "out".into() });
        let Ok(Invocation::Task(Task::Verify(task))) = read("richter verify a.svg NVDA.csv prices") else {
            panic!("not a check")
        };
        assert_eq!(task.figure, PathBuf::from("a.svg"));
        assert_eq!(task.files, [PathBuf::from("NVDA.csv"), PathBuf::from("prices")]);
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
    fn a_question_about_models_is_read_in_full() {
        use crate::app::models::{BasisChoice, CostChoice};
        use crate::model::{Cost, CostBasis};
        let line = "richter models a.csv b.json --cost training --basis lower-bound --score gpqa \
                    --as-of 2025-01-20 --filter organization=DeepSeek --filter cost<1 --json --blend 4:1";
        let Ok(Invocation::Task(Task::Models(task))) = read(line) else { panic!("no question") };
        assert_eq!((task.files.len(), task.form), (2, ModelsForm::Json));
        assert_eq!(task.question.cost, CostChoice::Kind(Cost::Training));
        assert_eq!(task.question.basis, BasisChoice::Only(CostBasis::LowerBound));
        assert_eq!(task.question.as_of, Some(jiff::civil::date(2025, 1, 20)));
        assert_eq!((task.question.score.as_deref(), task.question.filters.len()), (Some("gpqa"), 2));
        assert_eq!(task.overrides.iter().count(), 1);
        let Ok(Invocation::Task(Task::Models(task))) = read("richter models --cost total_cost --csv") else {
            panic!("no question")
        };
        assert_eq!(task.question.cost, CostChoice::Column("total_cost".to_owned()));
        assert_eq!((task.files.len(), task.form), (0, ModelsForm::Csv));
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
            "richter export -o a.jpg",
            "richter export --spec f.toml",
            "richter export --spec f.toml -o out --theme dark",
            "richter export --spec f.toml -o out --alt",
            "richter export --spec f.toml -o o.png",
            "richter export --size 85mm --scale 2 --dpi 300 -o a.png",
            "richter export -o a.svg --dpi 5000",
            "richter export -o a.svg --lang xx",
            "richter verify",
            "richter --no-such-flag",
            "richter models a.csv --as-of soon",
            "richter models a.csv --basis guessed",
            "richter models a.csv --filter organization",
            "richter models a.csv --json --csv",
            "richter models --blend 3",
            "richter models a.csv --blend -1",
            "richter models a.csv --role GPQA",
            "richter models a.csv --role GPQA=wisdom",
            "richter models a.csv --unit GPQA=parsec",
            "richter models a.csv --content songs",
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
        for (line, usage) in [
            ("richter export -o a.svg --size 1600", "Usage: richter export"),
            ("richter inspect a.csv --decimal x", "Usage: richter inspect"),
        ] {
            let told = read(line).unwrap_err().to_string();
            assert!(told.contains(usage), "{told}");
        }
        for line in ["richter --help", "richter --version", "richter export --help"] {
            assert_eq!(read(line).unwrap_err().exit_code(), 0, "{line}");
        }
    }
}
