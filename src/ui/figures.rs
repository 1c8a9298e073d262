//! Figures of the window, built again only when what they show has changed.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{Context, Pos2, Vec2};

use super::Asks;
use super::names::{self, Names};
use super::points::{KeptPoints, Points};
use crate::app::{App, Command, FigureCommand};
use crate::chart::figure::{PanelKind, Subject};
use crate::chart::{self, Figure, FigureKind, Medium, View};

#[derive(Clone, PartialEq)]
struct Key {
    revision: u64,
    view: View,
    size: [f64; 2],
    theme: chart::ThemeName,
}

/// One kept figure a kind.
#[derive(Default)]
pub struct Figures {
    kept: Vec<(FigureKind, Key, Arc<Figure>)>,
    moving: Option<Moving>,
    points: KeptPoints,
    /// The sentence that compares two models, and the state of the document it is about.
    comparison: Option<(u64, Option<String>)>,
}

/// The model chart while its ranges move.
struct Moving {
    key: Key,
    figure: Arc<Figure>,
    names: Names,
    /// When it moved last, in seconds.
    since: f64,
    /// Whether its names look for places already.
    asked: bool,
}

/// How long a chart rests before its names look for places, in seconds.
const REST: f64 = 0.1;

impl Figures {
    /// The figure of that kind for a region of that size.
    pub fn of(&mut self, app: &App, kind: FigureKind, size: Vec2) -> Arc<Figure> {
        let key = key(app, kind, size);
        if let Some((_, kept, figure)) = self.kept.iter().find(|(of, ..)| *of == kind)
            && *kept == key
        {
            return Arc::clone(figure);
        }
        let medium = Medium::Window { size: key.size };
        let figure = Arc::new(chart::build(kind, &app.scene(), app.view(), &medium));
        self.keep(kind, key, &figure);
        figure
    }

    /// The points of the model chart, in a region that starts at `origin`.
    pub fn points(&mut self, ctx: &Context, figure: &Arc<Figure>, origin: Pos2) -> Arc<Points> {
        self.points.of(ctx, figure, origin)
    }

    /// Ends a frame: what is kept of the points has to fit what was drawn.
    pub fn check(&self, ctx: &Context) {
        self.points.check(ctx);
    }

    fn keep(&mut self, kind: FigureKind, key: Key, figure: &Arc<Figure>) {
        self.kept.retain(|(of, ..)| *of != kind);
        self.kept.push((kind, key, Arc::clone(figure)));
    }

    /// The sentence that compares two models, if two are chosen.
    pub fn comparison(&mut self, app: &App) -> Option<String> {
        let revision = app.revision();
        let kept = self.comparison.take().filter(|(of, _)| *of == revision);
        let (_, sentence) = self.comparison.insert(kept.unwrap_or_else(|| (revision, app.comparison())));
        sentence.clone()
    }

    /// The model chart. While its ranges move it is drawn without a search for places, and the names
    /// go along with their points; once it rests the search runs in a job.
    pub fn models(&mut self, ctx: &Context, app: &App, size: Vec2, asks: &mut Asks) -> (Arc<Figure>, Names) {
        let key = key(app, FigureKind::Models, size);
        if let Some(laid) = app.laid_out()
            && (laid.revision, &laid.view, laid.size, laid.theme)
                == (key.revision, &key.view, key.size, key.theme)
        {
            self.keep(FigureKind::Models, key.clone(), &laid.figure);
        }
        let settled = self.kept.iter().find(|(of, ..)| *of == FigureKind::Models);
        let moved = settled.filter(|(_, kept, _)| kept.moves_to(&key)).map(|(.., figure)| Arc::clone(figure));
        let Some(settled) = moved else {
            self.moving = None;
            return (self.of(app, FigureKind::Models, size), Names::new());
        };
        let now = ctx.input(|input| input.time);
        let mut moving = match self.moving.take() {
            Some(moving) if moving.key == key => moving,
            _ => begin(app, &key, &settled, now),
        };
        let rested = now - moving.since;
        if rested < REST {
            ctx.request_repaint_after(Duration::from_secs_f64(REST - rested));
        } else if !moving.asked {
            moving.asked = true;
            asks.command(Command::Figure(FigureCommand::LayOut(key.view.clone(), key.size)));
        } else if !app.is_laying_out() {
            // The job broke: look for places here.
            return (self.of(app, FigureKind::Models, size), Names::new());
        }
        let shown = (Arc::clone(&moving.figure), moving.names.clone());
        self.moving = Some(moving);
        shown
    }
}

impl Key {
    /// Whether another differs in the ranges of the model chart alone, and those were chosen by hand.
    fn moves_to(&self, other: &Self) -> bool {
        let view = View { models: other.view.models, ..self.view.clone() };
        let same = Self { view, ..self.clone() };
        *self != *other && same == *other && other.view.models.is_some()
    }
}

fn key(app: &App, kind: FigureKind, size: Vec2) -> Key {
    let size = [f64::from(size.x.max(1.0)), f64::from(size.y.max(1.0))];
    Key { revision: app.revision(), view: relevant(kind, app.view()), size, theme: app.theme().name }
}

/// The chart at the ranges of a gesture, with the names of the settled one.
fn begin(app: &App, key: &Key, settled: &Figure, now: f64) -> Moving {
    let plot = settled.panels.iter().find(|panel| panel.kind == PanelKind::Models).map(|panel| panel.plot);
    let view = View { moving: plot.map(|plot| plot.height), ..key.view.clone() };
    let medium = Medium::Window { size: key.size };
    let figure = chart::build(FigureKind::Models, &app.scene(), &view, &medium);
    let names = names::moved(settled, &figure);
    Moving { key: key.clone(), figure: Arc::new(figure), names, since: now, asked: false }
}

/// The view without what a figure of that kind does not show, so that panning one chart does not
/// lay out the others.
fn relevant(kind: FigureKind, view: &View) -> View {
    let market =
        matches!(kind, FigureKind::Market | FigureKind::Pair | FigureKind::Table | FigureKind::Study);
    let models = matches!(kind, FigureKind::Models | FigureKind::Pair);
    let lit = match &view.highlight {
        // In the window a ring over the figure shows the model, so that pointing lays out nothing.
        Some(Subject::Model(_)) => kind == FigureKind::Pair,
        Some(_) => kind != FigureKind::Models,
        None => false,
    };
    View {
        span: view.span,
        sessions: view.sessions.filter(|_| market),
        market_y: view.market_y.filter(|_| market),
        models: view.models.filter(|_| models),
        as_of: view.as_of.filter(|_| models),
        moving: None,
        highlight: view.highlight.clone().filter(|_| lit),
        study: view.study && market,
        studied: view.studied.clone().filter(|_| market),
        columns: Vec::new(),
        group: None,
    }
}
