//! Files made by the test itself, as programs make them: what is found in each.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::io::report::Report;
use std::fmt::Write as _;

/// Names and rows of parts that are grids.
/// Name of each part, and its rows as line and text.
pub(super) type Tables = Vec<(Option<String>, Vec<(u64, String)>)>;

pub(super) fn grids(found: Vec<Found<'_>>) -> Tables {
    found.into_iter().map(|found| (found.part.name.clone(), rows(&found.part.body))).collect()
}

/// The texts of rows without their lines.
pub(super) fn lines_of(rows: &[(u64, String)]) -> Vec<String> {
    rows.iter().map(|(_, text)| text.clone()).collect()
}

/// Lines and cells of a grid; the whole of a text as its first line.
fn rows(body: &Body<'_>) -> Vec<(u64, String)> {
    match body {
        Body::Text(bytes) => vec![(0, String::from_utf8_lossy(bytes).into_owned())],
        Body::Grid(grid) => grid
            .rows()
            .map(|row| (row.line, (0..row.width()).map(|at| row.raw(at)).collect::<Vec<_>>().join("|")))
            .collect(),
    }
}

type Opened = (Vec<(Option<String>, Vec<(u64, String)>)>, Vec<(Option<u64>, &'static str)>);

fn opened_as(bytes: &[u8], choice: Option<&str>) -> Result<Opened, Stop> {
    let mut overrides = Overrides::default();
    overrides.set(Decision::Sheet, choice.map(str::to_owned));
    let mut report = Report::default();
    let parts = unpack(bytes, &overrides, &mut report, &Control::unwatched())?;
    let found = parts.iter().map(|part| (part.name.clone(), rows(&part.body))).collect();
    let said = report.finish().1.iter().map(|warning| (warning.line, warning.message.key)).collect();
    Ok((found, said))
}

fn opened(bytes: &[u8]) -> Opened {
    opened_as(bytes, None).unwrap()
}

fn problem(bytes: &[u8]) -> ContentProblem {
    match opened_as(bytes, None) {
        Err(Stop::Problem(problem)) => problem,
        other => panic!("{other:?}"),
    }
}

fn text(name: Option<&str>, text: &str) -> (Option<String>, Vec<(u64, String)>) {
    (name.map(str::to_owned), vec![(0, text.to_owned())])
}

fn gz(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        if let Some(folder) = name.strip_suffix('/') {
            writer.add_directory(folder, SimpleFileOptions::default()).unwrap();
        } else {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

const TABLE: &str = "Date,Close\n2025-01-27,118.42\n2025-01-28,128.99\n";

#[test]
fn plain_text_stays_where_it_is() {
    let mut report = Report::default();
    let parts = unpack(TABLE.as_bytes(), &Overrides::default(), &mut report, &Control::unwatched()).unwrap();
    let [Part { name: None, body: Body::Text(Cow::Borrowed(bytes)) }] = parts.as_slice() else {
        panic!("{parts:?}");
    };
    assert!(std::ptr::eq(*bytes, TABLE.as_bytes()));
    assert_eq!(names(&parts), ["1"]);
}

#[test]
fn packed_streams_give_their_text_and_name() {
    let mut named = flate2::GzBuilder::new().filename("TSLA.csv").write(Vec::new(), Compression::fast());
    named.write_all(TABLE.as_bytes()).unwrap();
    assert_eq!(opened(&named.finish().unwrap()).0, [text(Some("TSLA.csv"), TABLE)]);
    assert_eq!(opened(&gz(TABLE.as_bytes())), (vec![text(None, TABLE)], vec![]));
    let several = [gz(b"Date,Close\n"), gz(b"2025-01-27,1\n")].concat();
    assert_eq!(opened(&several).0, [text(None, "Date,Close\n2025-01-27,1\n")]);
    let frame = |bytes: &[u8]| zstd::encode_all(bytes, 3).unwrap();
    let several = [frame(b"Date,Close\n"), frame(b"2025-01-27,1\n")].concat();
    assert_eq!(opened(&several).0, [text(None, "Date,Close\n2025-01-27,1\n")]);
    assert_eq!(opened(&frame(&gz(TABLE.as_bytes()))).0, [text(None, TABLE)], "one in the other");
    assert_eq!(problem(&gz(&gz(&gz(TABLE.as_bytes())))), ContentProblem::TooNested);
}

/// Rows that do not pack well, so that a cut falls among them.
fn long_table() -> String {
    let row = |at: u32| format!("{},{}\n", 20_000_101 + at, at.wrapping_mul(2_654_435_761));
    (0..50_000).map(row).collect()
}

#[test]
fn a_cut_stream_gives_its_whole_lines() {
    let table = long_table();
    for packed in [gz(table.as_bytes()), zstd::encode_all(table.as_bytes(), 3).unwrap()] {
        let (found, said) = opened(&packed[..packed.len() / 2]);
        let kept = &found[0].1[0].1;
        assert!(kept.len() > 1000 && kept.len() < table.len());
        assert!(table.starts_with(kept.as_str()) && kept.ends_with('\n'));
        assert_eq!(said, [(Some(kept.lines().count() as u64), "io-packed-cut")]);
        assert!(matches!(problem(&packed[..12]), ContentProblem::Damaged { .. }), "nothing is whole");
    }
}

#[test]
fn what_grows_as_no_table_does_is_stopped() {
    let bomb = vec![b'0'; 80 << 20];
    let dense = ContentProblem::UnpackedTooDense { ratio: 200 };
    assert_eq!(problem(&gz(&bomb)), dense);
    assert_eq!(problem(&zstd::encode_all(bomb.as_slice(), 3).unwrap()), dense);
    assert_eq!(problem(&zip_of(&[("a.csv", TABLE.as_bytes()), ("bomb.csv", &bomb)])), dense);
    assert_eq!(problem(&zip_of(&[("xl/workbook.xml", b""), ("xl/worksheets/sheet1.xml", &bomb)])), dense);
}

#[test]
fn an_archive_gives_each_of_its_tables() {
    let inner = zip_of(&[("deep.csv", b"d")]);
    let members: &[(&str, &[u8])] = &[
        ("prices/", b""),
        ("__MACOSX/prices/._AAPL.csv", b"x"),
        ("prices/.hidden.csv", b"x"),
        ("README.md", b"x"),
        ("prices/AAPL.csv", b"a"),
        ("MSFT.csv.gz", &gz(b"m")),
        ("inner.zip", &inner),
        ("picture.csv", b"\x89PNG\r\n"),
    ];
    let (found, said) = opened(&zip_of(members));
    let expected = [
        text(Some("AAPL.csv"), "a"),
        text(Some("MSFT.csv.gz"), "m"),
        text(Some("inner.zip / deep.csv"), "d"),
    ];
    assert_eq!(found, expected);
    assert_eq!(said, [(None, "io-member-left")]);
    let alike = zip_of(&[("2024/A.csv", b"1"), ("2025/A.csv", b"2")]);
    assert_eq!(opened(&alike).0, [text(Some("2024/A.csv"), "1"), text(Some("2025/A.csv"), "2")]);
}

#[test]
fn one_part_can_be_chosen_by_name_or_number() {
    let archive = zip_of(&[("AAPL.csv", b"a"), ("MSFT.csv", b"m")]);
    for choice in ["MSFT.csv", "2"] {
        assert_eq!(opened_as(&archive, Some(choice)).unwrap().0, [text(Some("MSFT.csv"), "m")]);
    }
    for choice in ["0", "3", "TSLA.csv"] {
        let names = "AAPL.csv, MSFT.csv".to_owned();
        let expected = ContentProblem::NoSuchPart { choice: choice.to_owned(), names };
        assert_eq!(opened_as(&archive, Some(choice)).unwrap_err(), Stop::Problem(expected));
    }
}

/// Sets the flag of encryption in both headers of the first member.
fn locked(mut archive: Vec<u8>) -> Vec<u8> {
    let central = archive.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    archive[6] |= 1;
    archive[central + 8] |= 1;
    archive
}

#[test]
fn archives_without_a_readable_table_say_why() {
    assert_eq!(problem(&zip_of(&[])), ContentProblem::EmptyArchive);
    assert_eq!(problem(&zip_of(&[("LICENSE", b"x")])), ContentProblem::EmptyArchive);
    let picture = ContentProblem::Binary(Binary::Picture);
    assert_eq!(problem(&zip_of(&[("a.csv", b"\x89PNG\r\n")])), picture);
    let named = ContentProblem::LockedMember { name: "AAPL.csv".to_owned() };
    assert_eq!(problem(&locked(zip_of(&[("AAPL.csv", b"a")]))), named);
    let (found, said) = opened(&locked(zip_of(&[("AAPL.csv", b"a"), ("MSFT.csv", b"m")])));
    assert_eq!((found, said), (vec![text(Some("MSFT.csv"), "m")], vec![(None, "io-member-locked")]));
    let whole = zip_of(&[("a.csv", TABLE.as_bytes())]);
    assert!(matches!(problem(&whole[..whole.len() - 30]), ContentProblem::Damaged { .. }));
}

fn xlsx(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut parts: Vec<(String, String)> = Vec::new();
    let mut list = String::new();
    let mut relations = String::new();
    for (at, (name, state, rows)) in sheets.iter().enumerate() {
        let id = at + 1;
        let _ = write!(list, "<sheet name=\"{name}\" sheetId=\"{id}\" state=\"{state}\" r:id=\"rId{id}\"/>");
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        let _ = write!(
            relations,
            "<Relationship Id=\"rId{id}\" Type=\"{kind}\" Target=\"worksheets/sheet{id}.xml\"/>"
        );
        parts.push((
            format!("xl/worksheets/sheet{id}.xml"),
            format!(
                "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
                <sheetData>{rows}</sheetData></worksheet>"
            ),
        ));
    }
    let package = "http://schemas.openxmlformats.org/package/2006";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    parts.extend([
        ("[Content_Types].xml".to_owned(), format!("<Types xmlns=\"{package}/content-types\"/>")),
        (
            "_rels/.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" \
                Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>{list}</sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships xmlns=\"{package}/relationships\">{relations}</Relationships>"),
        ),
        (
            "xl/styles.xml".to_owned(),
            format!(
                "<styleSheet xmlns=\"{main}\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\
                <xf numFmtId=\"22\"/></cellXfs></styleSheet>"
            ),
        ),
    ]);
    let members: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    zip_of(&members)
}

/// A workbook of one sheet: dates as counted days, numbers as such, the rest as words.
pub(in crate::io) fn xlsx_of(name: &str, cells: &[&[&str]]) -> Vec<u8> {
    let mut rows = String::new();
    for (line, row) in (1..).zip(cells) {
        let _ = write!(rows, "<row r=\"{line}\">");
        for (letter, cell) in ('A'..='Z').zip(*row) {
            let zero = jiff::civil::date(1899, 12, 30);
            let day = cell.parse::<jiff::civil::Date>().ok().and_then(|date| date.since(zero).ok());
            let _ = match (day, cell.parse::<f64>()) {
                _ if cell.is_empty() => Ok(()),
                (Some(days), _) => {
                    write!(rows, "<c r=\"{letter}{line}\" s=\"1\"><v>{}</v></c>", days.get_days())
                }
                (_, Ok(number)) => write!(rows, "<c r=\"{letter}{line}\"><v>{number}</v></c>"),
                _ => write!(rows, "<c r=\"{letter}{line}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
            };
        }
        rows.push_str("</row>");
    }
    xlsx(&[(name, "visible", &rows)])
}

const SHEET: &str = "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>Apple Inc.</t></is></c></row>\
    <row r=\"4\"><c r=\"B4\" t=\"inlineStr\"><is><t>Date</t></is></c>\
    <c r=\"D4\" t=\"inlineStr\"><is><t>Close</t></is></c></row>\
    <row r=\"5\"><c r=\"B5\" s=\"1\"><v>45684</v></c><c r=\"D5\"><v>118.42</v></c></row>\
    <row r=\"6\"><c r=\"B6\" s=\"2\"><v>45685.6875</v></c><c r=\"D6\" t=\"b\"><v>1</v></c></row>\
    <row r=\"7\"><c r=\"B7\" s=\"1\"><v>45686</v></c><c r=\"D7\" t=\"e\"><v>#N/A</v></c></row>\
    <row r=\"1048576\"><c r=\"XFD1048576\"><v>0.1</v></c></row>";

#[test]
fn a_workbook_gives_its_sheets_with_true_rows() {
    let hidden = "<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>";
    let book = xlsx(&[("Aside", "hidden", hidden), ("Prices", "visible", SHEET), ("Empty", "visible", "")]);
    let (found, said) = opened(&book);
    let rows = [
        (2, "Apple Inc."),
        (4, "Date|Close"),
        (5, "2025-01-27|118.42"),
        (6, "2025-01-28T16:30:00|true"),
        (7, "2025-01-29"),
        (1_048_576, "||0.1"),
    ];
    let rows = rows.map(|(line, text)| (line, text.to_owned())).to_vec();
    let aside = (Some("Aside".to_owned()), vec![(1, "7".to_owned())]);
    assert_eq!(found, [(Some("Prices".to_owned()), rows), aside.clone()]);
    assert_eq!(said, [(Some(7), "io-faulty-cell")]);
    assert_eq!(
        opened_as(&book, Some("Aside")).unwrap(),
        (vec![aside], vec![]),
        "without the notes of others"
    );
    let packed = opened(&zip_of(&[("book.xlsx", &book)])).0;
    assert_eq!(packed[0].0.as_deref(), Some("book.xlsx / Prices"));
    assert_eq!(problem(&xlsx(&[("Empty", "visible", "")])), ContentProblem::EmptyWorkbook);
}

fn ods(manifest: &str) -> Vec<u8> {
    let content = "<?xml version=\"1.0\"?><office:document-content \
        xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
        <table:table table:name=\"Prices\">\
        <table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"string\"><text:p>Date</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"string\"><text:p>Close</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2025-01-27\">\
        <text:p>27.01.25</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"118.42\"><text:p>118,4</text:p>\
        </table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>\
        </office:document-content>";
    zip_of(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

#[test]
fn a_sheet_of_open_document_is_read_by_value() {
    let rows = vec![(3, "Date|Close".to_owned()), (4, "2025-01-27|118.42".to_owned())];
    assert_eq!(opened(&ods("<manifest:manifest/>")).0, [(Some("Prices".to_owned()), rows)]);
    let encrypted = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\
        <manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry>\
        </manifest:manifest>";
    assert_eq!(problem(&ods(encrypted)), ContentProblem::LockedFile);
}

#[test]
fn old_office_files_are_told_apart() {
    let compound = |stream: &str| {
        let wide: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), vec![0; 600], wide].concat()
    };
    assert_eq!(problem(&compound("EncryptedPackage")), ContentProblem::LockedFile);
    assert_eq!(problem(&compound("WordDocument")), ContentProblem::Binary(Binary::Document));
    assert!(matches!(problem(&compound("Workbook")), ContentProblem::Damaged { .. }), "and no panic");
}

#[test]
fn texts_are_opened_for_what_they_are() {
    let page = "<html><title>404 Not Found</title></html>";
    let title = "404 Not Found".to_owned();
    let cases: &[(&[u8], ContentProblem)] = &[
        (page.as_bytes(), ContentProblem::HtmlPage { title: title.clone() }),
        (&gz(page.as_bytes()), ContentProblem::HtmlPage { title }),
        (b"<?xml version=\"1.0\"?><rates/>", ContentProblem::Binary(Binary::Xml)),
        (b"{\"error\":\"limit\"}", ContentProblem::NoTableInJson),
        (b"a,b\n<<<<<<< HEAD\n1,2\n=======\n1,3\n>>>>>>> x\n", ContentProblem::MergeConflict { line: 2 }),
        (b"version https://git-lfs.github.com/spec/v1\n", ContentProblem::LfsPointer),
    ];
    for (bytes, expected) in cases {
        assert_eq!(problem(bytes), *expected);
    }
    let page = "<table><tr><th>Date<th>Close<tr><td>2025-01-27<td>118.42</table>";
    let rows = vec![(1, "Date|Close".to_owned()), (1, "2025-01-27|118.42".to_owned())];
    assert_eq!(opened(&zip_of(&[("AAPL.xls", page.as_bytes())])).0, [(Some("AAPL.xls".to_owned()), rows)]);
    let metatrader = "<DATE>\t<CLOSE>\n2025.01.27\t118.42\n";
    assert_eq!(opened(metatrader.as_bytes()).0, [text(None, metatrader)]);
}

#[test]
fn a_table_in_a_container_is_read_to_its_prices() {
    let path = std::path::Path::new("AAPL.txt");
    let json = "[{\"Date\":\"2025-01-27\",\"Close\":118.42},{\"Date\":\"2025-01-28\",\"Close\":128.99}]";
    let rows = SHEET.replace(" t=\"b\"", "").replace("<row r=\"1048576\">", "<row r=\"1\">");
    let rows = rows.replace("<c r=\"XFD1048576\"><v>0.1</v></c>", "");
    let sheet = xlsx(&[("Prices", "visible", &rows)]);
    for bytes in [gz(TABLE.as_bytes()), json.as_bytes().to_vec(), zip_of(&[("x", TABLE.as_bytes())]), sheet] {
        let loaded =
            crate::io::read_bytes(path, &bytes, &Overrides::default(), &Control::unwatched()).unwrap();
        let crate::model::Content::Prices(series) = loaded.content else { panic!("no prices") };
        assert_eq!(series[0].1.columns().close[0], 118.42);
    }
}
