//! The shapes of points.

/// Shape of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Marker {
    /// A disc.
    Circle,
    /// An upright square.
    Square,
    /// A square on its corner.
    Diamond,
    /// A triangle pointing up.
    Triangle,
    /// A triangle pointing down.
    TriangleDown,
    /// A triangle pointing right.
    TriangleRight,
    /// Six equal sides.
    Hexagon,
    /// A rectangle that lies.
    Plate,
    /// A rectangle that stands.
    Pillar,
}

impl Marker {
    /// Every shape.
    pub const ALL: [Self; 9] = [
        Self::Circle,
        Self::Square,
        Self::Diamond,
        Self::Triangle,
        Self::TriangleDown,
        Self::TriangleRight,
        Self::Hexagon,
        Self::Plate,
        Self::Pillar,
    ];

    /// Name in a theme file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Square => "square",
            Self::Diamond => "diamond",
            Self::Triangle => "triangle",
            Self::TriangleDown => "triangle-down",
            Self::TriangleRight => "triangle-right",
            Self::Hexagon => "hexagon",
            Self::Plate => "plate",
            Self::Pillar => "pillar",
        }
    }

    /// Its corners around the middle, right and down in halves of its width; none for a disc.
    #[must_use]
    pub fn corners(self) -> &'static [[f64; 2]] {
        /// A third of the height of a triangle of equal sides, two of which are its width.
        const THIRD: f64 = 0.577_350_269_189_625_8;
        match self {
            Self::Circle => &[],
            Self::Square => &[[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]],
            Self::Diamond => &[[0.0, -1.0], [1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]],
            // Equal sides around the centre of gravity.
            Self::Triangle => &[[0.0, -2.0 * THIRD], [1.0, THIRD], [-1.0, THIRD]],
            Self::TriangleDown => &[[0.0, 2.0 * THIRD], [-1.0, -THIRD], [1.0, -THIRD]],
            Self::TriangleRight => &[[2.0 * THIRD, 0.0], [-THIRD, 1.0], [-THIRD, -1.0]],
            Self::Hexagon => {
                &[[1.0, 0.0], [0.5, 0.866], [-0.5, 0.866], [-1.0, 0.0], [-0.5, -0.866], [0.5, -0.866]]
            }
            Self::Plate => &[[-1.15, -0.5], [1.15, -0.5], [1.15, 0.5], [-1.15, 0.5]],
            Self::Pillar => &[[-0.5, -1.15], [0.5, -1.15], [0.5, 1.15], [-0.5, 1.15]],
        }
    }
}
