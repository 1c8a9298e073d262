//! How a training cost was counted, out of the words that stand beside it.

use crate::model::CostBasis;

/// The basis that words tell. What stands first counts: a cost is named before it is compared with
/// others.
pub(super) fn basis(words: &str) -> CostBasis {
    let lower = words.to_lowercase();
    let first = lower.split(". ").next().unwrap_or_default();
    let mut plain = None;
    for clauses in first.split(';') {
        for clause in clauses.split(':') {
            if let Some(method) = method(clause) {
                return method;
            }
            let is_estimate = clause.contains("estimate") || clause.trim_start().starts_with("epoch");
            let is_reported = clause.contains("reported") || clause.contains("derived");
            let found = is_estimate.then_some(CostBasis::Estimated);
            plain = plain.or(found).or(is_reported.then_some(CostBasis::Reported));
        }
        if plain.is_some() {
            break;
        }
    }
    plain.unwrap_or_default()
}

/// The basis of a cost that is said to be a sum with its parts named, out of that of the cost of
/// another model which is such a part; `known` holds costs in dollars with their bases.
pub(super) fn of_sum(words: &str, known: &[(f64, CostBasis)]) -> Option<CostBasis> {
    let lower = words.to_lowercase();
    if !is_sum(&lower) {
        return None;
    }
    let is_part = |cost: f64| amounts(&lower).any(|amount| (amount - cost).abs() <= 0.001 * cost);
    let mut found =
        known.iter().filter(|(cost, basis)| is_how(*basis) && is_part(*cost)).map(|(_, basis)| *basis);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// Whether words, in lower case, say that a cost is a sum.
pub(super) fn is_sum(words: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|word| word == "sum" || word == "summed")
}

/// Whether a basis says how a cost was counted, not only from whom it is.
pub(super) fn is_how(basis: CostBasis) -> bool {
    !matches!(basis, CostBasis::Unstated | CostBasis::Estimated | CostBasis::Reported)
}

/// Amounts of dollars in words: `$5.576m`, `$202,752`.
fn amounts(words: &str) -> impl Iterator<Item = f64> {
    words.split('$').skip(1).filter_map(|text| {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(text.len());
        let (digits, rest) = text.split_at(end);
        let number = digits.trim_end_matches(['.', ',']).replace(',', "").parse::<f64>().ok()?;
        let unit = rest.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        Some(match unit {
            "m" | "million" | "mn" => number * 1e6,
            "b" | "bn" | "billion" => number * 1e9,
            "k" | "thousand" => number * 1e3,
            _ => number,
        })
    })
}

fn method(clause: &str) -> Option<CostBasis> {
    const METHODS: [(CostBasis, &[&str]); 6] = [
        (CostBasis::LowerBound, &["lower bound", "more than", "at least"]),
        (CostBasis::UpperBound, &["upper bound", "less than", "at most"]),
        (CostBasis::Part, &["fine-tune only", "fine-tuning only", "finetune only", "post-training only"]),
        (CostBasis::Amortised, &["amortised", "amortized"]),
        (
            CostBasis::CloudRental,
            &["rental", "rented", "cloud", "$2/h", "$2/gpu-h", "gpu-h x $", "list price"],
        ),
        (CostBasis::Acquisition, &["acquisition", "upfront", "whole cluster", "purchase"]),
    ];
    let has = |words: &[&str]| words.iter().any(|word| clause.contains(word));
    METHODS.into_iter().find(|(_, words)| has(words)).map(|(basis, _)| basis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_of_the_basis_of_its_part() {
        let words = "reported, summed: V3 base $5.576M + R1 post-training $0.294M (Nature)";
        let known = [(5_576_000.0, CostBasis::CloudRental), (1e8, CostBasis::LowerBound)];
        assert_eq!(of_sum(words, &known), Some(CostBasis::CloudRental));
        assert_eq!(of_sum("reported: V3 base $5.576M", &known), None, "no sum");
        assert_eq!(of_sum(words, &known[1..]), None, "no part");
        assert_eq!(of_sum(words, &[(5_576_000.0, CostBasis::Reported)]), None, "not known how");
        let both = [known[0], (294_000.0, CostBasis::Amortised)];
        assert_eq!(of_sum(words, &both), None, "of two kinds");
    }

    #[test]
    fn words_tell_the_basis() {
        let cases = [
            ("reported: 2.788M H800 GPU-hours x assumed $2/h rental; final run only", CostBasis::CloudRental),
            ("reported lower bound: \"more than $100M\". Epoch: $37.3M amortised", CostBasis::LowerBound),
            (
                "Epoch estimate (speculative), amortised hardware+energy; cloud-rental method $199M",
                CostBasis::Amortised,
            ),
            ("reported: fine-tune only (19 h x 8 H100, Lambda Cloud)", CostBasis::Part),
            ("derived: base $5.576M + 512xH800x198h at $2/h = $202,752", CostBasis::CloudRental),
            ("cloud rental at $2/GPU-h", CostBasis::CloudRental),
            ("30.84M H100 GPU-h x $2 (DeepSeek's own method)", CostBasis::CloudRental),
            ("hardware acquisition (whole cluster)", CostBasis::Acquisition),
            ("Training compute cost (upfront)", CostBasis::Acquisition),
            ("unspecified, lower bound (\"more than\")", CostBasis::LowerBound),
            ("WSJ: less than EUR 20M, converted", CostBasis::UpperBound),
            ("Epoch (likely); Mistral told WSJ less than EUR 20M", CostBasis::Estimated),
            ("Epoch estimate (speculative, 2023 USD)", CostBasis::Estimated),
            ("reported", CostBasis::Reported),
            ("Training compute cost (2023 USD)", CostBasis::Unstated),
            ("", CostBasis::Unstated),
        ];
        for (words, expected) in cases {
            assert_eq!(basis(words), expected, "{words}");
        }
    }
}
