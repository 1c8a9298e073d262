//! Who looks like what: the colour, dash and marker of every series.
//!
//! List, table, lines and bars all ask here, so that a series keeps its look everywhere.

use super::figure::{Color, Marker};
use super::theme::Theme;
use crate::model::{Data, Document, Role, Series, SeriesId};
use crate::study::main_index;

/// How much a series stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The market measure: ink, 1.7 times as heavy as a pick.
    Index,
    /// One of the user's picks: coloured.
    Pick,
    /// Any other: thin, faint, without a label until pointed at.
    Other,
}

/// The line width at which a theme's dashes are given, in pixels.
const DASH_WIDTH: f64 = 1.5;

/// The look of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// How much it stands out.
    pub standing: Standing,
    /// Colour of line, bar and name.
    pub color: Color,
    /// Dash lengths as the theme gives them, for [`Look::dash_at`]; empty for solid.
    pub dash: &'static [f64],
    /// Marker: the theme's own, or one once all colours are taken.
    pub marker: Option<Marker>,
    /// Line width as a multiple of a pick's.
    pub heaviness: f64,
}

impl Look {
    /// Its dash lengths where a pick's line has that width.
    #[must_use]
    pub fn dash_at(&self, pick_width: f64) -> Vec<f64> {
        self.dash.iter().map(|length| length * pick_width / DASH_WIDTH).collect()
    }
}

/// The look of a series by its standing in the document.
#[must_use]
pub fn look(document: &Document, data: &Data, theme: &Theme, id: &SeriesId) -> Look {
    let plain = |standing, color, width: f64| Look {
        standing,
        color,
        dash: &[],
        marker: None,
        heaviness: width / theme.lines.series,
    };
    if main_index(document, data).is_some_and(|index| index.id == *id) {
        return plain(Standing::Index, theme.ink, theme.lines.index);
    }
    if let Some(place) = document.picks.iter().position(|pick| pick == id) {
        let style = theme.pick(place);
        return Look {
            dash: style.dash,
            marker: style.marker,
            ..plain(Standing::Pick, style.color, theme.lines.series)
        };
    }
    plain(Standing::Other, theme.faint, theme.lines.other)
}

/// The name at a line end or a bar: the ticker of a stock, the name of an index or a future, and
/// the name too where two open series are lines of one issuer.
#[must_use]
pub fn label_of<'a>(data: &Data, series: &'a Series) -> &'a str {
    let shared = series.info.issuer.as_ref().is_some_and(|issuer| {
        data.series.iter().any(|other| other.id != series.id && other.info.issuer.as_ref() == Some(issuer))
    });
    if series.info.role == Role::Stock && !shared { series.id.as_str() } else { series.name() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::ThemeName;
    use crate::study::samples::{data_of, series};

    #[test]
    fn one_index_is_ink_and_picks_keep_their_place() {
        let theme = Theme::built_in(ThemeName::Light);
        let mut data = data_of(["NDX", "SPX", "A", "B", "C"].map(|name| series(name, &[])).to_vec());
        for index in &mut data.series[..2] {
            index.info.role = Role::Index;
        }
        let mut document =
            Document { picks: vec![SeriesId::new("A"), SeriesId::new("B")], ..Document::default() };
        let standing =
            |document: &Document, name| look(document, &data, &theme, &SeriesId::new(name)).standing;
        assert_eq!(standing(&document, "NDX"), Standing::Index);
        assert_eq!(standing(&document, "SPX"), Standing::Other);
        assert_eq!(standing(&document, "B"), Standing::Pick);
        assert_eq!(standing(&document, "C"), Standing::Other);
        let before = look(&document, &data, &theme, &SeriesId::new("B"));
        document.hidden.insert(SeriesId::new("NDX"));
        document.hidden.insert(SeriesId::new("A"));
        assert_eq!(look(&document, &data, &theme, &SeriesId::new("B")), before);
        assert_eq!(standing(&document, "SPX"), Standing::Index);
    }

    #[test]
    fn lines_of_one_issuer_go_by_their_names() {
        let mut data = data_of(["ASML", "ASML.AS", "MU"].map(|name| series(name, &[])).to_vec());
        for line in &mut data.series[..2] {
            line.info.issuer = Some("ASML".to_owned());
        }
        data.series[0].info.name = Some("ASML, New York".to_owned());
        data.series[2].info.name = Some("Micron".to_owned());
        let labels: Vec<&str> = data.series.iter().map(|line| label_of(&data, line)).collect();
        assert_eq!(labels, ["ASML, New York", "ASML.AS", "MU"]);
    }
}
