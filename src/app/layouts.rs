//! Figures of the window that are laid out in a job: the chart of models after a gesture, when its
//! names look for places.

use std::sync::Arc;

use crate::chart::{self, Figure, FigureKind, Medium, Scene, ThemeName, View};

use super::jobs::Progress;
use super::{App, Ended};

/// A figure of the model chart, and what it was laid out for.
#[derive(Clone, Debug)]
pub struct LaidOut {
    /// State of document and data.
    pub revision: u64,
    /// What is in view.
    pub view: View,
    /// Width and height of its region.
    pub size: [f64; 2],
    /// Colours.
    pub theme: ThemeName,
    /// The figure.
    pub figure: Arc<Figure>,
}

impl App {
    /// The figure that was laid out last; it may be of a view that has gone.
    #[must_use]
    pub fn laid_out(&self) -> Option<&LaidOut> {
        self.laid_out.as_ref()
    }

    /// Whether a figure is being laid out.
    #[must_use]
    pub fn is_laying_out(&self) -> bool {
        self.layouts.state().is_some()
    }

    /// Lays the model chart out for that view; one still in the making is given up.
    pub(super) fn lay_out(&mut self, view: View, size: [f64; 2]) {
        self.layouts.cancel();
        let (document, theme) = (self.document.clone(), self.theme.clone());
        let (data, analysis) = (Arc::clone(&self.data), Arc::clone(&self.analysis));
        let (words, revision) = (Arc::clone(&self.words), self.revision);
        let label = words.text("app-job-picture");
        self.layouts.start("richter-layout", label, move |_: &Progress| {
            let scene =
                Scene { document: &document, data: &data, analysis: &analysis, theme: &theme, words: &words };
            let figure = chart::build(FigureKind::Models, &scene, &view, &Medium::Window { size });
            LaidOut { revision, view, size, theme: theme.name, figure: Arc::new(figure) }
        });
    }

    pub(super) fn poll_layouts(&mut self) {
        while let Some(ended) = self.layouts.poll() {
            // A job that broke leaves the chart as it stands; the next look lays it out at once.
            self.laid_out = match ended {
                Ended::Done(laid_out) => Some(laid_out),
                Ended::Broken(_) => None,
            };
        }
    }
}
