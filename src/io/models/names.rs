//! What the columns of model tables are called: names to roles.
//!
//! It knows names only; `roles` asks the cells. Names are compared in their plain form: lower case,
//! blanks for underscores, and without the group that nested JSON puts before them.

use crate::model::ColumnRole as Role;

/// Names of the column of model names, the best first.
pub(super) const LABELS: &[&str] = &[
    "display name",
    "model name",
    "model",
    "name",
    "model version",
    "system",
    "model/adapter",
    "entity",
    "model id",
    "llm",
];
/// Names of a column of short names to draw.
pub(super) const SHORT_LABELS: &[&str] = &["label", "short name"];
/// Names of the column of release dates, the best first.
pub(super) const RELEASES: &[&str] = &[
    "release date",
    "publication date",
    "released",
    "release",
    "version release date",
    "launch date",
    "date released",
    "announced",
    "date",
    "day",
];
/// Names of the date of a price.
pub(super) const PRICE_DATES: &[&str] = &["api price date", "price date", "priced on", "from date"];
/// Names of remarks, and of where figures are from.
pub(super) const NOTES: &[&str] = &["notes", "note", "remarks", "comment", "comments", "description"];
pub(super) const SOURCES: &[&str] =
    &["source link", "source", "price source", "model source", "link", "url", "reference"];
/// Names of the basis of a training cost.
pub(super) const BASES: &[&str] =
    &["training cost basis", "cost basis", "training compute cost basis", "basis"];
/// Names of columns that say whether weights are open.
pub(super) const ACCESS: &[&str] = &[
    "model accessibility",
    "accessibility",
    "open weights",
    "open model weights?",
    "open source",
    "license",
    "licence",
    "license type",
];
/// Names of columns that say how sure the figures are.
pub(super) const CERTAINTY: &[&str] = &["confidence", "data quality", "certainty", "confidence level"];

const ORGANIZATIONS: &[&str] = &[
    "organization",
    "organisation",
    "company",
    "vendor",
    "developer",
    "lab",
    "provider",
    "org",
    "creator",
    "maker",
    "model creator",
    "model creator.name",
    "creator.name",
    "organization.name",
    "company.name",
];
const COUNTRIES: &[&str] = &["country", "nation", "nationality"];

/// Groups of nested JSON whose members have names of their own.
const GROUPS: &[&str] =
    &["evaluations", "pricing", "scores", "benchmarks", "results", "metrics", "ratings", "prices", "stats"];

/// What a name says a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Guess {
    pub role: Role,
    /// Whether the name means this and nothing else.
    pub is_sure: bool,
}

const fn sure(role: Role) -> Guess {
    Guess { role, is_sure: true }
}

const fn open(role: Role) -> Guess {
    Guess { role, is_sure: false }
}

/// A plain name without the group of nested JSON before it.
pub(super) fn own(plain: &str) -> &str {
    match plain.split_once('.') {
        Some((group, name)) if GROUPS.contains(&group) => name,
        _ => plain,
    }
}

/// The role of a column of words by its plain name; labels and dates are chosen among all columns.
pub(super) fn of_words(name: &str) -> Guess {
    if ORGANIZATIONS.contains(&name) {
        return sure(Role::Organization);
    }
    if COUNTRIES.contains(&name) || name.starts_with("country") {
        return sure(Role::Country);
    }
    if ACCESS.contains(&name) {
        return sure(Role::Accessibility);
    }
    if CERTAINTY.contains(&name) || name == "training cost basis" {
        return sure(Role::Certainty);
    }
    if name == "api prices" || name == "api pricing" {
        return sure(Role::CostBlended);
    }
    sure(Role::Other)
}

/// The role of a column of numbers by its plain name.
pub(super) fn of_numbers(name: &str) -> Guess {
    let name = own(name);
    let words = words(name);
    let has = |wanted: &[&str]| wanted.iter().any(|wanted| holds(&words, wanted));
    if is_error(name, &words) {
        return sure(Role::Error);
    }
    // Whether a model lies over a threshold is no number of it, even where the column is empty.
    if has(&["cached", "cache", "capital cost", "flop/$", "rank", "citations", "votes", "hidden", "over"]) {
        return sure(Role::Other);
    }
    cost(name, &words).unwrap_or_else(|| {
        if has(SIZES) {
            sure(Role::Size)
        } else if has(BENCHMARKS) || SCORES.contains(&name) {
            sure(Role::Score)
        } else if has(ASIDE) || name.is_empty() || matches!(name, "id" | "index" | "#" | "no") {
            sure(Role::Other)
        } else if has(&["score", "accuracy", "rating", "elo", "index", "win rate", "pass rate", "average"]) {
            sure(Role::Score)
        } else {
            open(Role::Score)
        }
    })
}

/// Whether a name is that of words about another column: remarks, sources, links.
pub(super) fn is_remark(name: &str) -> bool {
    [" notes", " note", " link", " source", " name", " code accessibility"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// The words of a name, each divided where letters and digits meet nothing else.
fn words(name: &str) -> String {
    let apart: String =
        name.chars().map(|c| if c.is_alphanumeric() || "$%/+±@".contains(c) { c } else { ' ' }).collect();
    format!(" {} ", apart.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a name holds those words one after another, the last of them perhaps in the plural.
fn holds(words: &str, wanted: &str) -> bool {
    let singular = format!(" {wanted} ");
    let plural = format!(" {wanted}s ");
    words.contains(&singular) || words.contains(&plural)
}

fn is_error(name: &str, words: &str) -> bool {
    const WORDS: &[&str] = &[
        "stderr",
        "std err",
        "standard error",
        "std error",
        "ci low",
        "ci high",
        "ci lower",
        "ci upper",
        "low ci",
        "high ci",
        "95% ci",
        "95 pct ci",
        "95 ci",
        "ci 95",
        "confidence interval",
        "rating q975",
        "rating q025",
        "stddev",
        "standard deviation",
        "margin of error",
        "±",
        "+/",
    ];
    let is_compute = holds(words, "compute") || holds(words, "cost") || holds(words, "price");
    !is_compute
        && (WORDS.iter().any(|word| holds(words, word))
            || name.ends_with(" se")
            || name.ends_with(" ci")
            || [" low", " high", " lower", " upper", " lower bound", " upper bound"]
                .iter()
                .any(|end| name.ends_with(end) && !name.ends_with("(high)")))
}

fn cost(name: &str, words: &str) -> Option<Guess> {
    let has = |wanted: &[&str]| wanted.iter().any(|wanted| holds(words, wanted));
    let is_priced = has(&["price", "pricing", "cost", "usd", "$", "api"]) || name.contains('$');
    let is_trained = has(&["training", "train", "compute", "acquisition", "pretraining"]);
    if is_trained && has(&["cost"]) {
        return Some(sure(Role::CostTraining));
    }
    if has(&["blended", "blend"]) {
        return Some(sure(Role::CostBlended));
    }
    let is_speed = has(&["second", "latency", "speed", "per dollar"]);
    let side = |wanted: &[&str]| !is_speed && (wanted.contains(&name) || is_priced && has(wanted));
    if side(&["input", "prompt"]) {
        return Some(sure(Role::CostApiInput));
    }
    if side(&["output", "completion"]) {
        return Some(sure(Role::CostApiOutput));
    }
    let of_tokens = has(&["token", "1m token", "mtok", "1k token", "1m", "million", "m tokens"]);
    if is_priced && of_tokens && !is_speed {
        return Some(sure(Role::CostBlended));
    }
    if name == "price" || name == "api price" || name == "price ($)" || name == "price (usd)" {
        return Some(open(Role::CostBlended));
    }
    has(&["cost", "spend", "expense"]).then_some(sure(Role::CostRun))
}

const SIZES: &[&str] = &[
    "flop",
    "petaflop",
    "parameter",
    "param",
    "active parameter",
    "gpu hour",
    "chip hour",
    "chip",
    "accelerator",
    "training time",
    "dataset size",
    "hardware quantity",
    "training compute",
    "training computation",
    "compute",
    "h100 equivalent",
    "training dataset size",
    "tpu hour",
];

/// Benchmarks whose names are known; of these a column of numbers holds scores.
const BENCHMARKS: &[&str] = &[
    "gpqa",
    "gpqa diamond",
    "mmlu",
    "mmlu pro",
    "aime",
    "math",
    "math 500",
    "hle",
    "livecodebench",
    "livebench",
    "scicode",
    "humaneval",
    "swe bench",
    "swe",
    "arena",
    "codeforces",
    "aider",
    "polyglot",
    "mt bench",
    "simpleqa",
    "frontiermath",
    "arc agi",
    "bbh",
    "drop",
    "gsm8k",
    "mgsm",
    "mmmu",
    "eci",
    "weirdml",
    "osworld",
    "gso",
    "terminalbench",
    "hellaswag",
    "winogrande",
    "truthfulqa",
    "ifeval",
    "musr",
    "chess puzzle",
    "time horizon",
    "artificial analysis index",
    "intelligence index",
    "coding index",
    "math index",
    "mean win rate",
    "resolved",
    "best score",
    "mean score",
    "pass rate",
    "pass rate 1",
    "pass rate 2",
    "pass@1",
    "em",
    "elo",
];

/// Short names that are scores where they are the whole name.
const SCORES: &[&str] = &[
    "score",
    "accuracy",
    "average",
    "correct",
    "rating",
    "% score",
    "percent correct",
    "performance",
    "solved",
    "global average",
    "overall accuracy",
    "win rate (%)",
    "average (%)",
    "accuracy mean",
    "challenge score",
    "average progress",
    "overall pass (%)",
    "unguided % solved",
    "score (avg@5)",
    "% resolved",
    "edi",
];

/// Numbers that are no measure of how good a model is.
const ASIDE: &[&str] = &[
    "hash",
    "commit",
    "version",
    "token",
    "second",
    "latency",
    "speed",
    "context",
    "count",
    "citation",
    "epoch",
    "year",
    "rank",
    "hour",
    "vote",
    "power",
    "utilization",
    "utilisation",
    "batch",
    "quantity",
    "length",
    "price",
    "number",
    "num",
    "size",
    "id",
    "case",
    "tests",
    "total",
    "pass num",
    "pass num 1",
    "pass num 2",
    "slope",
    "malformed",
    "timeout",
    "user ask",
    "lazy comment",
    "error output",
    "syntax error",
    "indentation error",
    "window",
    "prefill",
    "month",
    "capital",
    "raw",
    "mw",
    "w",
    "unnamed",
    "temperature",
    "runs",
    "samples",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::header::plain;

    #[test]
    fn names_of_numbers_have_their_roles() {
        let cases = [
            (
                Role::CostTraining,
                "training_cost_usd|Training compute cost (2023 USD)|Hardware acquisition cost|\
                 Training compute cost (cloud)|Training compute cost (upfront)",
            ),
            (
                Role::CostApiInput,
                "api_input_usd_per_mtok|price_1m_input_tokens|input|input_token_price|\
                 pricing.price_1m_input_tokens",
            ),
            (Role::CostApiOutput, "api_output_usd_per_mtok|price_1m_output_tokens|Output|output_token_price"),
            (
                Role::CostBlended,
                "price_1m_blended_3_to_1|USD per 1M Tokens|api_blended_usd_per_mtok|Price ($/1M tokens)",
            ),
            (
                Role::CostRun,
                "aider_polyglot_cost_usd|total_cost|cost_to_run_artificial_analysis_index|Cost|Cost per run|\
                 Avg. Cost ($)|Average costs",
            ),
            (
                Role::Error,
                "stderr|Accuracy SE|Accuracy Standard Error|CI_low|CI_high|95% CI High|rating_q025|\
                 rating_q975|95_pct_ci",
            ),
            (
                Role::Size,
                "Training compute (FLOP)|params_total_b|gpu_hours|Parameters|active_parameter_count|\
                 accelerator_count|Hardware quantity|Training compute lower bound|Training chip-hours",
            ),
            (
                Role::Score,
                "gpqa_diamond|pass_rate_2|codeforces_rating|ECI Score|mean_score|% Resolved|Arena Score|\
                 Time horizon|artificial_analysis_index|rating|EM|MT-bench (score)|Win Rate (%)|aime|math_500|\
                 LMSys Chatbot Arena ELO|MATH 5|Pass@1 score|Score (AVG@5)",
            ),
            (
                Role::Other,
                "median_output_tokens_per_second|Citations|Epochs|votes|input_cached|seconds_per_case|\
                 test_cases|Hardware utilization (MFU)|Batch size|Training power draw (W)|FLOP/$|pass_num_1|\
                 prompt_tokens|error_outputs|median_time_to_first_token_seconds|Prompt Length (tk)|\
                 Prefill Latency (s)|Maybe over 1e25 FLOP",
            ),
        ];
        for (role, names) in cases {
            for name in names.split('|') {
                assert_eq!(of_numbers(&plain(name)).role, role, "{name}");
            }
        }
        assert!(!of_numbers("my own test").is_sure);
    }

    #[test]
    fn names_of_words_have_their_roles() {
        let cases = [
            ("Organization", Role::Organization),
            ("company", Role::Organization),
            ("model_creator.name", Role::Organization),
            ("Country (of organization)", Role::Country),
            ("Model accessibility", Role::Accessibility),
            ("License", Role::Accessibility),
            ("Confidence", Role::Certainty),
            ("training_cost_basis", Role::Certainty),
            ("Training code accessibility", Role::Other),
            ("API prices", Role::CostBlended),
            ("notes", Role::Other),
        ];
        for (name, expected) in cases {
            assert_eq!(of_words(&plain(name)).role, expected, "{name}");
        }
    }
}
