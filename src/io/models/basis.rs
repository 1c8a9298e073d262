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
