//! Names that go along with their points while a chart moves.

use std::collections::BTreeMap;

use crate::chart::Figure;
use crate::chart::figure::{Label, Mark, Panel, PanelKind, Rect, Subject};
use crate::chart::typography::bounds;

/// Names at their points.
pub type Names = Vec<Label>;

/// How much is left of a name that would stand on another.
const FADED: f64 = 0.2;

/// The names of a settled chart at the points of a moving one, each as far from its point as it was;
/// one that runs into another before it fades.
#[must_use]
pub fn moved(settled: &Figure, moving: &Figure) -> Names {
    let (Some(from), Some(to)) = (scatter(settled), scatter(moving)) else { return Names::new() };
    let (old, new) = (points(from), points(to));
    let mut taken: Vec<Rect> = Vec::new();
    let mut names = Names::new();
    for label in &from.labels {
        let Some(Subject::Model(row)) = label.subject else { continue };
        let (Some([x, y]), Some([to_x, to_y])) = (old.get(&row), new.get(&row)) else { continue };
        let at = [label.at[0] + to_x - x, label.at[1] + to_y - y];
        let mut label = Label { at, ..label.clone() };
        let own = bounds(&label);
        if taken.iter().any(|other| meet(*other, own)) {
            label.color = label.color.faded(FADED);
        } else {
            taken.push(own);
        }
        names.push(label);
    }
    names
}

fn scatter(figure: &Figure) -> Option<&Panel> {
    figure.panels.iter().find(|panel| panel.kind == PanelKind::Models)
}

/// Where the points in view stand, by their rows.
fn points(panel: &Panel) -> BTreeMap<usize, [f64; 2]> {
    let place = |mark: &Mark| match mark {
        Mark::Point { subject: Subject::Model(row), at, .. } => Some((*row, panel.place(*at))),
        _ => None,
    };
    panel.marks.iter().filter_map(place).filter(|(_, at)| panel.shows(*at)).collect()
}

fn meet(one: Rect, other: Rect) -> bool {
    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::sample_app;
    use crate::chart::{FigureKind, Medium, View, build};

    #[test]
    fn names_keep_their_places_beside_their_points_while_a_chart_moves() {
        let app = sample_app();
        let medium = Medium::Window { size: [600.0, 560.0] };
        let settled = build(FigureKind::Models, &app.scene(), app.view(), &medium);
        let panel = scatter(&settled).unwrap();
        let [x, y] = [panel.x.range, panel.y.range];
        let near = [[x[0] + 0.2, x[1] - 0.2], [y[0] + 4.0, y[1] - 4.0]];
        let view = View { models: Some(near), moving: Some(panel.plot.height), ..app.view().clone() };
        let moving = build(FigureKind::Models, &app.scene(), &view, &medium);
        let to = scatter(&moving).unwrap();
        assert_eq!(to.plot.height, panel.plot.height, "the plot stays");
        assert!(to.labels.iter().all(|label| !matches!(label.subject, Some(Subject::Model(_)))));
        let names = moved(&settled, &moving);
        assert!(names.len() > 3);
        let (old, new) = (points(panel), points(to));
        for name in &names {
            let Some(Subject::Model(row)) = name.subject else { panic!("a name of nothing") };
            let before = panel.labels.iter().find(|label| label.subject == name.subject).unwrap();
            for axis in 0..2 {
                let [was, is] = [before.at[axis] - old[&row][axis], name.at[axis] - new[&row][axis]];
                assert!((was - is).abs() < 1e-9, "{}", name.text);
            }
        }
    }
}
