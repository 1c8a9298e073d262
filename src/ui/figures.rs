//! Figures of the window, built again only when what they show has changed.

use std::rc::Rc;

use eframe::egui::Vec2;

use crate::app::App;
use crate::chart::figure::Subject;
use crate::chart::{self, Figure, FigureKind, Medium, View};

#[derive(PartialEq)]
struct Key {
    revision: u64,
    view: View,
    size: [f64; 2],
    theme: chart::ThemeName,
}

/// One kept figure a kind.
#[derive(Default)]
pub struct Figures {
    kept: Vec<(FigureKind, Key, Rc<Figure>)>,
}

impl Figures {
    /// The figure of that kind for a region of that size.
    pub fn of(&mut self, app: &App, kind: FigureKind, size: Vec2) -> Rc<Figure> {
        let size = [f64::from(size.x.max(1.0)), f64::from(size.y.max(1.0))];
        let key =
            Key { revision: app.revision(), view: relevant(kind, app.view()), size, theme: app.theme().name };
        if let Some((_, kept, figure)) = self.kept.iter().find(|(of, ..)| *of == kind)
            && *kept == key
        {
            return Rc::clone(figure);
        }
        let figure = Rc::new(chart::build(kind, &app.scene(), app.view(), &Medium::Window { size }));
        self.kept.retain(|(of, ..)| *of != kind);
        self.kept.push((kind, key, Rc::clone(&figure)));
        figure
    }
}

/// The view without what a figure of that kind does not show, so that panning one chart does not
/// lay out the others.
fn relevant(kind: FigureKind, view: &View) -> View {
    let market =
        matches!(kind, FigureKind::Market | FigureKind::Pair | FigureKind::Table | FigureKind::Study);
    let models = matches!(kind, FigureKind::Models | FigureKind::Pair);
    let lit = match &view.highlight {
        Some(Subject::Model(_)) => models,
        Some(_) => kind != FigureKind::Models,
        None => false,
    };
    View {
        span: view.span,
        sessions: view.sessions.filter(|_| market),
        market_y: view.market_y.filter(|_| market),
        models: view.models.filter(|_| models),
        highlight: view.highlight.clone().filter(|_| lit),
        study: view.study && market,
        studied: view.studied.clone().filter(|_| market),
        columns: Vec::new(),
        group: None,
    }
}
