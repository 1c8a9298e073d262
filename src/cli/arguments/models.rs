//! The arguments of `richter models`.

use std::path::PathBuf;

use clap::{Args, Command};
use jiff::civil::Date;

use crate::app::models::{BasisChoice, CostChoice, Filter, Question};
use crate::model::{Cost, Overrides};
use crate::text::{Arg, Words};

use crate::cli::reading::ReadFlags;

/// Models to list.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelsTask {
    /// Of which files; of the sample when there are none.
    pub files: Vec<PathBuf>,
    /// What the files do not decide themselves.
    pub overrides: Overrides,
    /// What is asked.
    pub question: Question,
    /// How it is answered.
    pub form: ModelsForm,
}

/// How `models` answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelsForm {
    /// A table for people.
    Text,
    /// One JSON object.
    Json,
    /// A line a model.
    Csv,
}

/// [`ModelsTask`] as it is typed.
#[derive(Args)]
pub(super) struct ModelsLine {
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "COLUMN|training|api|run")]
    cost: Option<String>,
    #[arg(long, value_name = "BASIS|all")]
    basis: Option<String>,
    #[arg(long, value_name = "COLUMN")]
    score: Option<String>,
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    #[arg(long, value_name = "FIELD=VALUE")]
    filter: Vec<String>,
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    #[arg(long)]
    csv: bool,
    #[command(flatten)]
    reading: ReadFlags,
}

/// Every flag with the key of its help text.
const HELP: [(&str, &str); 8] = [
    ("files", "cli-files-models"),
    ("cost", "cli-models-cost"),
    ("basis", "cli-models-basis"),
    ("score", "cli-models-score"),
    ("as_of", "cli-models-as-of"),
    ("filter", "cli-models-filter"),
    ("json", "cli-models-json"),
    ("csv", "cli-models-csv"),
];

/// Says what each flag is for.
pub(super) fn described(command: Command, words: &Words) -> Command {
    let command = command.about(words.text("cli-models")).after_help(words.text("cli-models-example"));
    HELP.iter().fold(command, |command, (flag, key)| {
        let help = words.text(key);
        command.mut_arg(*flag, |arg| arg.help(help))
    })
}

impl ModelsLine {
    pub(super) fn checked(self, words: &Words) -> Result<ModelsTask, String> {
        let overrides = self.reading.overrides(words)?;
        if self.files.is_empty() && !overrides.is_empty() {
            return Err(words.text("cli-wrong-sample"));
        }
        let wrong = |key: &str, given: &str| words.say(key, &[("given", Arg::Text(given))]);
        let as_of = self.as_of.as_deref().map(|given| {
            let facts = [("given", Arg::Text(given)), ("flag", Arg::Text("--as-of"))];
            given.trim().parse::<Date>().map_err(|_| words.say("cli-wrong-date", &facts))
        });
        let basis = match self.basis.as_deref() {
            None => BasisChoice::Usual,
            Some(given) => BasisChoice::of_code(given).ok_or_else(|| wrong("cli-wrong-basis", given))?,
        };
        let filter = |given: &String| Filter::parse(given).ok_or_else(|| wrong("cli-wrong-filter", given));
        let question = Question {
            cost: match self.cost.as_deref() {
                None => CostChoice::First,
                Some("training") => CostChoice::Kind(Cost::Training),
                Some("api") => CostChoice::Kind(Cost::Api),
                Some("run") => CostChoice::Kind(Cost::Run),
                Some(column) => CostChoice::Column(column.to_owned()),
            },
            basis,
            score: self.score,
            as_of: as_of.transpose()?,
            filters: self.filter.iter().map(filter).collect::<Result<_, _>>()?,
            today: None,
            is_whole: self.json || self.csv,
        };
        let form = match (self.json, self.csv) {
            (true, _) => ModelsForm::Json,
            (_, true) => ModelsForm::Csv,
            _ => ModelsForm::Text,
        };
        Ok(ModelsTask { files: self.files, overrides, question, form })
    }
}
