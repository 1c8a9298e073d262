//! What the window says of the scatter beside its figure: the frontier's date, and the sentence that
//! compares two models.

use jiff::civil::Date;

use super::captions::window;
use super::model_notes;
use super::model_points::Field;
use super::{Scene, View};
use crate::model::CostBasis;

/// The date of the frontier: the one that is looked at, else the chosen one, else the event's, else
/// the newest model's; `None` without any.
#[must_use]
pub fn as_of(scene: &Scene<'_>, view: &View) -> Option<Date> {
    let released = || scene.data.models.as_deref()?.rows.iter().filter_map(|row| row.released).max();
    let event = || scene.document.event.as_ref().map(|event| event.date);
    view.as_of.or(scene.document.scatter.as_of).or_else(event).or_else(released)
}

/// The two models that are compared in one sentence; `None` where none are chosen.
#[must_use]
pub fn compared(scene: &Scene<'_>, view: &View) -> Option<String> {
    scene.document.scatter.compare.as_ref()?;
    let draft = window(scene, view);
    model_notes::compared(&draft, &Field::of(&draft)?)
}

/// Key of what a basis of training costs is called.
#[must_use]
pub fn basis_key(basis: CostBasis) -> &'static str {
    super::model_looks::basis_key(basis)
}
