//! Tiny fonts for tests, put together byte by byte: a few characters, each a polygon.
//!
//! Source of the tables: the OpenType specification 1.9.

/// Corners in thousandths of an em, y upwards: a square of half an em on the baseline.
pub const SQUARE: &[[i16; 2]] = &[[0, 0], [0, 500], [500, 500], [500, 0]];

/// A TrueType font of so many units to the em that has those characters, each as wide as the em.
/// Without characters it has no outlines at all.
#[must_use]
pub fn font_file(units_per_em: u16, characters: &[(char, &[[i16; 2]])]) -> Vec<u8> {
    let mut characters = characters.to_vec();
    characters.sort_by_key(|(c, _)| *c);
    let glyphs = characters.len() as u16 + 1;
    let (mut loca, mut glyf) = (vec![0, 0, 0, 0], Vec::new());
    for (_, corners) in &characters {
        loca.extend((glyf.len() as u32).to_be_bytes());
        glyf.extend(outline(units_per_em, corners));
    }
    loca.extend((glyf.len() as u32).to_be_bytes());
    let mut tables: Vec<(&[u8; 4], Vec<u8>)> = vec![
        (b"cmap", cmap(&characters)),
        (b"head", head(units_per_em)),
        (b"hhea", words(&[1, 0, 800, 65_336, 0, units_per_em, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, glyphs])),
        (b"hmtx", words(&[units_per_em, 0].repeat(usize::from(glyphs)))),
        (b"maxp", words(&[1, 0, glyphs, 16, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])),
    ];
    if !characters.is_empty() {
        glyf.extend([0; 4]);
        tables.push((b"loca", loca));
        tables.push((b"glyf", glyf));
    }
    tables.sort_by_key(|(tag, _)| **tag);
    let count = tables.len() as u16;
    let mut file = words(&[1, 0, count, 64, 2, count * 16 - 64]);
    let mut offset = 12 + 16 * tables.len();
    for (tag, table) in &tables {
        file.extend(**tag);
        file.extend([0; 4]);
        file.extend((offset as u32).to_be_bytes());
        file.extend((table.len() as u32).to_be_bytes());
        offset += table.len().next_multiple_of(4);
    }
    for (_, table) in &tables {
        file.extend(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file
}

fn words(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_be_bytes()).collect()
}

fn head(units_per_em: u16) -> Vec<u8> {
    let mut table = words(&[1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, units_per_em]);
    table.extend([0; 16]);
    // Box, style, smallest size, direction, long offsets, format.
    table.extend(words(&[0, 0, units_per_em, units_per_em, 0, 8, 2, 1, 0]));
    table
}

/// Format 12: one group a character.
fn cmap(characters: &[(char, &[[i16; 2]])]) -> Vec<u8> {
    let mut table = words(&[0, 1, 3, 10, 0, 12, 12, 0]);
    table.extend((16 + 12 * characters.len() as u32).to_be_bytes());
    table.extend([0; 4]);
    table.extend((characters.len() as u32).to_be_bytes());
    for (glyph, (c, _)) in (1_u32..).zip(characters) {
        for number in [u32::from(*c), u32::from(*c), glyph] {
            table.extend(number.to_be_bytes());
        }
    }
    table
}

/// One closed contour with every corner on the curve; nothing for no corners.
fn outline(units_per_em: u16, corners: &[[i16; 2]]) -> Vec<u8> {
    if corners.is_empty() {
        return Vec::new();
    }
    let unit = |thousandths: i16| (i32::from(thousandths) * i32::from(units_per_em) / 1000) as i16;
    let mut glyph = words(&[1, 0, 0, units_per_em, units_per_em, corners.len() as u16 - 1, 0]);
    glyph.extend(vec![1; corners.len()]);
    for axis in [0, 1] {
        let mut last = 0;
        for corner in corners {
            let at = unit(corner[axis]);
            glyph.extend((at - last).to_be_bytes());
            last = at;
        }
    }
    glyph.resize(glyph.len().next_multiple_of(4), 0);
    glyph
}
