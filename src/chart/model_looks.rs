//! What points of models look like: the colour of a group, the shape of what they are, the size of
//! what trained them, the outline of how sure their figures are.

use super::figure::{Color, Marker};
use super::theme::Theme;
use crate::model::{ColorBy, ColumnRole, CostBasis, ModelColumn, ModelRow, ModelTable, SizeBy};

/// Most groups with a colour of their own.
const MOST_GROUPS: usize = 12;

/// Models of one organisation or country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub color: Color,
    /// Whether its points have a dot within, which tells it from the group of the same colour.
    pub dotted: bool,
}

/// The group of a model.
pub(super) fn group_of(row: &ModelRow, by: ColorBy) -> Option<&str> {
    match by {
        ColorBy::Organization => row.organizations().next(),
        ColorBy::Country => row.country.as_deref().map(str::trim).filter(|name| !name.is_empty()),
    }
}

/// Groups with a colour, those with the most models first; pinned ones take the place of the
/// smallest. All others are one grey. Where dots may tell groups apart there are twice as many as
/// the theme has colours.
pub(super) fn groups(
    table: &ModelTable,
    theme: &Theme,
    by: ColorBy,
    pinned: &[String],
    with_dots: bool,
) -> Vec<Group> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for name in table.rows.iter().filter_map(|row| group_of(row, by)) {
        let place = *places.entry(name).or_insert_with(|| {
            counts.push((name, 0));
            counts.len() - 1
        });
        if let Some((_, count)) = counts.get_mut(place) {
            *count += 1;
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let own = theme.groups().len();
    let room = if with_dots && !theme.marks_groups() { (2 * own).min(MOST_GROUPS) } else { own };
    let is_pinned = |name: &str| pinned.iter().any(|pin| pin.trim().eq_ignore_ascii_case(name));
    let rest = counts.split_off(room.min(counts.len()));
    for (name, _) in rest.into_iter().filter(|(name, _)| is_pinned(name)) {
        if let Some(slot) = counts.iter_mut().rev().find(|(name, _)| !is_pinned(name)) {
            *slot = (name, 0);
        }
    }
    let looks = theme.groups().iter().map(|color| (*color, false));
    let looks = looks.chain(theme.groups().iter().map(|color| (*color, true)));
    counts
        .into_iter()
        .zip(looks)
        .map(|((name, _), (color, dotted))| Group { name: name.to_owned(), color, dotted })
        .collect()
}

/// How sure the figures of a model are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// Sure, or nothing is said.
    Sure,
    /// Likely.
    Likely,
    /// Speculative.
    Unsure,
}

/// The certainty that a word of the file says.
pub(super) fn certainty(words: Option<&str>) -> Certainty {
    let words = words.unwrap_or_default().to_lowercase();
    let has = |known: &[&str]| known.iter().any(|known| words.contains(known));
    if has(&["specul", "unsure", "uncertain", "unlikely", "low", "rough", "guess"]) {
        Certainty::Unsure
    } else if has(&["likely", "medium", "moderate", "probable"]) {
        Certainty::Likely
    } else {
        Certainty::Sure
    }
}

/// The shape of a training cost's basis, where several stand on one axis.
pub(super) fn basis_shape(basis: CostBasis) -> Marker {
    match basis {
        CostBasis::CloudRental => Marker::Circle,
        CostBasis::Amortised => Marker::Square,
        CostBasis::Acquisition => Marker::Diamond,
        CostBasis::LowerBound => Marker::Triangle,
        CostBasis::UpperBound => Marker::TriangleDown,
        CostBasis::Part => Marker::Pillar,
        CostBasis::Reported => Marker::Hexagon,
        CostBasis::Estimated => Marker::Plate,
        CostBasis::Unstated => Marker::TriangleRight,
    }
}

/// What a basis of training costs is called in a key and on an axis.
pub(super) fn basis_key(basis: CostBasis) -> &'static str {
    match basis {
        CostBasis::CloudRental => "chart-basis-cloud-rental",
        CostBasis::Amortised => "chart-basis-amortised",
        CostBasis::Acquisition => "chart-basis-acquisition",
        CostBasis::LowerBound => "chart-basis-lower-bound",
        CostBasis::UpperBound => "chart-basis-upper-bound",
        CostBasis::Part => "chart-basis-part",
        CostBasis::Reported => "chart-basis-reported",
        CostBasis::Estimated => "chart-basis-estimated",
        CostBasis::Unstated => "chart-basis-unstated",
    }
}

/// The shape of how a model can be used, where shapes tell that.
pub(super) fn access_shape(open: Option<bool>, is_told: bool) -> Marker {
    match open {
        Some(false) => Marker::Square,
        None if is_told => Marker::Diamond,
        Some(true) | None => Marker::Circle,
    }
}

/// The column that sizes tell, if the table has it.
pub(super) fn size_column(table: &ModelTable, by: SizeBy) -> Option<&ModelColumn> {
    let (wanted, other): (&[&str], &[&str]) = match by {
        SizeBy::None => return None,
        SizeBy::Compute => (&["flop", "compute"], &["cost", "hour", "bound", "hardware"]),
        SizeBy::Chips => (
            &["accelerator_count", "accelerator count", "hardware quantity", "chip", "gpu", "accelerators"],
            &["hour", "cost", "price"],
        ),
    };
    let fits = |column: &&ModelColumn| {
        let name = column.name.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        column.role == ColumnRole::Size && has(wanted) && !has(other) && column.filled() > 0
    };
    table.columns.iter().find(fits)
}

/// Radii of the smallest and the largest size, and of one that is not known, in pixels of the
/// full-sized figure.
pub(super) const RADII: [f64; 3] = [4.0, 12.0, 3.0];
/// Radius where sizes tell nothing.
pub(super) const RADIUS: f64 = 5.5;
/// Size of a model without a cost among those whose shapes tell bases, beside others.
pub(super) const WITHOUT_BASIS: f64 = 0.6;

/// The sizes of the drawn models.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sizes {
    /// The smallest and the largest.
    pub range: [f64; 2],
    /// Whether some are not known.
    pub lacking: bool,
}

impl Sizes {
    /// Of the models in those rows; `None` where not one is known.
    pub fn of(column: &ModelColumn, rows: &[usize]) -> Option<Self> {
        let known = || rows.iter().filter_map(|row| column.value(*row)).filter(|size| *size > 0.0);
        let range = [known().reduce(f64::min)?, known().reduce(f64::max)?];
        Some(Self { range, lacking: known().count() < rows.len() })
    }

    /// The radius of a size: the area of its logarithm.
    pub fn radius(&self, size: Option<f64>) -> f64 {
        let [least, most, unknown] = RADII;
        let Some(size) = size.filter(|size| *size > 0.0) else { return unknown };
        let [low, high] = self.range.map(f64::log10);
        let share = if high > low { ((size.log10() - low) / (high - low)).clamp(0.0, 1.0) } else { 1.0 };
        (least * least + share * (most * most - least * least)).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::ThemeName;

    fn table(names: &[&str]) -> ModelTable {
        let row = |name: &&str| ModelRow { organization: Some((*name).to_owned()), ..ModelRow::default() };
        ModelTable { rows: names.iter().map(row).collect(), ..ModelTable::default() }
    }

    fn names(groups: &[Group]) -> Vec<&str> {
        groups.iter().map(|group| group.name.as_str()).collect()
    }

    #[test]
    fn groups_stand_by_count_then_by_file_and_pinned_ones_are_among_them() {
        let theme = Theme::built_in(ThemeName::Light);
        let table = table(&["C", "B", "A", "A, University", "D", "E", "F", "G"]);
        let of = |pinned: &[&str], dots| {
            let pinned: Vec<String> = pinned.iter().map(|name| (*name).to_owned()).collect();
            groups(&table, &theme, ColorBy::Organization, &pinned, dots)
        };
        assert_eq!(names(&of(&[], false)), ["A", "C", "B", "D", "E", "F"]);
        assert_eq!(names(&of(&["g"], false)), ["A", "C", "B", "D", "E", "G"]);
        let seven = of(&[], true);
        assert_eq!(names(&seven), ["A", "C", "B", "D", "E", "F", "G"]);
        assert_eq!((seven[6].color, seven[6].dotted, seven[0].dotted), (seven[0].color, true, false));
        assert!(groups(&table, &theme, ColorBy::Country, &[], true).is_empty());
    }

    #[test]
    fn of_more_than_twelve_groups_the_largest_have_colours() {
        let theme = Theme::built_in(ThemeName::Light);
        let all: Vec<String> = (0..15).map(|place| format!("Group {place:02}")).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let table = table(&all);
        let of = |pinned: &[String]| groups(&table, &theme, ColorBy::Organization, pinned, true);
        assert_eq!(names(&of(&[])), all[..12]);
        let pinned = of(&["Group 14".to_owned(), "Group 11".to_owned()]);
        assert_eq!(names(&pinned)[9..], ["Group 09", "Group 14", "Group 11"]);
        let print = Theme::built_in(ThemeName::Print);
        assert_eq!(groups(&table, &print, ColorBy::Organization, &[], true).len(), 6);
    }

    #[test]
    fn words_of_files_tell_certainty_and_columns_tell_size() {
        for (words, expected) in [
            (None, Certainty::Sure),
            (Some("Confident"), Certainty::Sure),
            (Some("Likely"), Certainty::Likely),
            (Some("Speculative"), Certainty::Unsure),
            (Some("unsure"), Certainty::Unsure),
        ] {
            assert_eq!(certainty(words), expected, "{words:?}");
        }
        let column = |name: &str| ModelColumn {
            name: name.to_owned(),
            role: ColumnRole::Size,
            values: vec![1e21, f64::NAN, 1e25],
            ..ModelColumn::default()
        };
        let names = ["Training chip-hours", "gpu_hours", "Hardware quantity", "Training compute (FLOP)"];
        let table = ModelTable { columns: names.map(column).to_vec(), ..ModelTable::default() };
        let found = |by| size_column(&table, by).map(|column| column.name.as_str());
        assert_eq!(found(SizeBy::Compute), Some("Training compute (FLOP)"));
        assert_eq!(found(SizeBy::Chips), Some("Hardware quantity"));
        assert_eq!(found(SizeBy::None), None);
        let sizes = Sizes::of(&table.columns[3], &[0, 1, 2]).unwrap();
        assert!(sizes.lacking);
        let radii = [Some(1e21), Some(1e23), Some(1e25), None].map(|size| sizes.radius(size));
        assert_eq!((radii[0], radii[2], radii[3]), (RADII[0], RADII[1], RADII[2]));
        assert!(radii[0] < radii[1] && radii[1] < radii[2]);
    }

    #[test]
    fn every_basis_has_a_shape_of_its_own() {
        let shapes = CostBasis::ALL.map(basis_shape);
        for (place, shape) in shapes.iter().enumerate() {
            assert!(!shapes[..place].contains(shape), "{shape:?}");
        }
    }
}
