//! How values become places along an axis, and back.

/// How values become positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisScale {
    /// Equal steps for equal differences.
    Linear,
    /// Equal steps for equal ratios; plot space holds log10 of the value.
    Log10,
    /// As `Log10`, the largest first; plot space holds log10 of one over the value.
    Log10Down,
    /// Equal steps for equal ratios of what is reached to what is not; plot space holds
    /// ln(v / (ceiling - v)) of a value v.
    Logit {
        /// The value that cannot be surpassed: 1 or 100.
        ceiling: u32,
    },
    /// One step a trading session; plot space holds the session's position.
    Sessions,
    /// One step a category, the first at 0.
    Categories,
}

impl AxisScale {
    /// The place of a value in plot space; `None` where the scale has none.
    #[must_use]
    pub fn place(self, value: f64) -> Option<f64> {
        let at = match self {
            Self::Linear | Self::Sessions | Self::Categories => value,
            Self::Log10 => value.log10(),
            Self::Log10Down => -value.log10(),
            Self::Logit { ceiling } => (value / (f64::from(ceiling) - value)).ln(),
        };
        at.is_finite().then_some(at)
    }

    /// The value at a place of plot space.
    #[must_use]
    pub fn value(self, at: f64) -> f64 {
        match self {
            Self::Linear | Self::Sessions | Self::Categories => at,
            Self::Log10 => 10_f64.powf(at),
            Self::Log10Down => 10_f64.powf(-at),
            Self::Logit { ceiling } => f64::from(ceiling) / (1.0 + (-at).exp()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_values_go_both_ways() {
        let scales = [
            (AxisScale::Linear, 3.5, 3.5),
            (AxisScale::Log10, 1000.0, 3.0),
            (AxisScale::Log10Down, 0.01, 2.0),
            (AxisScale::Logit { ceiling: 100 }, 50.0, 0.0),
            (AxisScale::Logit { ceiling: 1 }, 0.5, 0.0),
            (AxisScale::Logit { ceiling: 100 }, 90.0, 9.0_f64.ln()),
        ];
        for (scale, value, at) in scales {
            assert!((scale.place(value).unwrap() - at).abs() < 1e-12, "{scale:?}");
            assert!((scale.value(at) - value).abs() < 1e-9, "{scale:?}");
        }
        for (scale, value) in [
            (AxisScale::Log10, 0.0),
            (AxisScale::Log10Down, -1.0),
            (AxisScale::Logit { ceiling: 100 }, 100.0),
            (AxisScale::Logit { ceiling: 100 }, 0.0),
            (AxisScale::Logit { ceiling: 1 }, 71.5),
            (AxisScale::Linear, f64::NAN),
        ] {
            assert_eq!(scale.place(value), None, "{scale:?} {value}");
        }
    }
}
