//! Which session each series took and why, as data, and its move under the other rules.

use jiff::civil::Date;
use serde::Serialize;

use crate::chart::Scene;
use crate::model::Series;
use crate::study::Move;
use crate::study::audit::{Alternative, Rule, others};
use crate::study::exchange::exchange_of;

/// The session of a series, and its move under other rules.
#[derive(Debug, Serialize)]
pub struct AuditLine {
    session: Option<Date>,
    rule: Option<&'static str>,
    /// Zone of the exchange by whose hours the session was found.
    zone: Option<&'static str>,
    /// The move under each other rule.
    pub others: Vec<OtherLine>,
}

/// The move of a series under another rule.
#[derive(Debug, Serialize)]
pub struct OtherLine {
    rule: &'static str,
    date: Option<Date>,
    #[serde(rename = "move")]
    change: Option<f64>,
}

impl AuditLine {
    pub(super) fn of(scene: &Scene<'_>, series: &Series, moved: &Move) -> Self {
        let session = moved.session.ok();
        let timed = scene.event().and_then(|event| event.moment.as_ref());
        let zone = timed.and_then(|_| exchange_of(series)).map(|known| known.exchange.zone());
        let others = scene.event().map(|event| others(series, event, moved, &scene.document.study));
        let line = |other: Alternative| OtherLine {
            rule: other.rule.name(),
            date: other.date,
            change: other.change,
        };
        Self {
            session: session.map(|session| session.date),
            rule: session.map(|session| Rule::of(session.found).name()),
            zone,
            others: others.unwrap_or_default().into_iter().map(line).collect(),
        }
    }
}
