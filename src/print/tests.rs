//! What must hold for every page, on documents that try to break it.

use super::document::{Column, Document, Fact, Figure, Table, plain, strong};
use super::face::Faces;
use super::sheet::{Belongs, HEIGHT, Laid, Mark, SIDE, TOP, WIDTH};
use super::{Block, flow};
use crate::base::Day;
use crate::plot::canvas::{Anchor, Canvas};

fn picture() -> String {
    let mut canvas = Canvas::new(760.0, 300.0, "Aantal per maand", "Een staaf per maand.");
    canvas.text("title", (16.0, 26.0), Anchor::Start, "Aantal per maand");
    canvas.line("axis", (60.0, 250.0), (720.0, 250.0));
    for month in 0..12_u16 {
        let x = 70.0 + 52.0 * f64::from(month);
        let high = 20.0 + 15.0 * f64::from(month % 5);
        canvas.rect("mark", (x, 250.0 - high), (30.0, high), "");
        canvas.text("tag", (x + 15.0, 244.0 - high), Anchor::Middle, "12");
    }
    canvas.rect("band", (60.0, 100.0), (660.0, 40.0), "");
    canvas.finish()
}

/// A document with every block, of several pages.
fn document() -> Document {
    let day: Day = "2025-03-01".parse().unwrap();
    let long = "Wij zoeken samen naar werk of een andere plek die bij u past. ".repeat(9);
    let mut document = Document::new("Verslag van een toetsronde", "nl", day);
    document.subtitle = Some("Team Noord, eerste helft van 2025".to_owned());
    document.footer.text = "Verslag van 1 maart 2025. Alleen voor het team.".to_owned();
    document.footer.pages = "bladzijde {page} van {pages}".to_owned();
    document
        .heading(1, "Wat we zagen")
        .paragraph(long.trim())
        .runs(vec![
            plain("Het oordeel is "),
            strong("goed"),
            plain(", met één vraag."),
        ])
        .list(["een stap die klopt", long.trim(), "derde"])
        .push(Block::List {
            numbered: true,
            items: (0..12)
                .map(|at| vec![plain(format!("punt {at}"))])
                .collect(),
        })
        .push(Block::Facts {
            facts: vec![
                Fact {
                    label: "Wie".to_owned(),
                    value: vec![strong("de klantmanager")],
                },
                Fact {
                    label: "Een opschrift dat veel langer is dan er plaats is".to_owned(),
                    value: vec![plain(long.clone())],
                },
            ],
        })
        .heading(3, "Zonder tussenkop")
        .quote(long.trim(), Some("de cliënt, op 3 maart".to_owned()))
        .remark("Bron: het boek.");
    document.push(Block::Figure(Figure {
        svg: picture(),
        alt: "Aantal per maand: tussen 1 en 12.".to_owned(),
        caption: Some("Figuur 1. Aantal per maand".to_owned()),
    }));
    let mut rows: Vec<Vec<String>> = (0..70)
        .map(|at| {
            let words = if at % 9 == 0 {
                long.as_str()
            } else {
                "een regel"
            };
            vec![format!("rij{at}"), words.to_owned(), format!("{},5 %", at)]
        })
        .collect();
    rows.push(vec![
        "lang".into(),
        "woord ".repeat(1500),
        "slot".into(),
        "over".into(),
    ]);
    document.table(Table {
        caption: Some("Tabel 1. Alles".to_owned()),
        columns: vec![
            Column::left("Stap"),
            Column::left("Wat"),
            Column::right("Aandeel"),
        ],
        rows,
        notes: vec!["Kleine groepen staan er niet in.".to_owned()],
    });
    document.table(Table {
        caption: None,
        columns: (0..14)
            .map(|at| Column::right(format!("kolom{at}")))
            .collect(),
        rows: vec![(0..14).map(|at| format!("{at}00.000,00")).collect()],
        notes: Vec::new(),
    });
    document.push(Block::PageBreak);
    document
        .heading(1, "Slot")
        .push(Block::Rule)
        .paragraph("Meervoudigepersoonlijkheidsstoornisbehandelaarsvereniging".repeat(3));
    document
}

fn laid(document: &Document) -> Laid {
    flow::lay_out(document, &mut Faces::new().unwrap()).unwrap()
}

fn texts(laid: &Laid) -> String {
    let marks = laid.sheets.iter().flat_map(|sheet| &sheet.marks);
    let mut all = String::new();
    for (belongs, mark) in marks {
        if let (Belongs::Node(_), Mark::Text { line, .. }) = (belongs, mark) {
            all.extend(line.spans.iter().map(|span| span.text.as_str()));
            all.push(' ');
        }
    }
    all
}

#[test]
fn nothing_stands_outside_the_margins() {
    let laid = laid(&document());
    assert!(laid.sheets.len() > 5, "{} pages", laid.sheets.len());
    for (page, sheet) in laid.sheets.iter().enumerate() {
        assert!(!sheet.marks.is_empty(), "page {page} is empty");
        for (belongs, mark) in &sheet.marks {
            let [left, top, right, foot] = match mark {
                Mark::Text { x, y, line, kind } => {
                    [*x, y - kind.size, x + line.width, y + kind.size * 0.3]
                }
                Mark::Fill { area, .. } => {
                    let [x, y, width, height] = *area;
                    [x, y, x + width, y + height]
                }
                Mark::Picture { at, scale, picture } => {
                    let [x, y] = *at;
                    [x, y, x + picture.width * scale, y + picture.height * scale]
                }
            };
            let lowest = if *belongs == Belongs::Foot {
                HEIGHT - 24.0
            } else {
                HEIGHT - 70.0
            };
            let fits = left >= SIDE - 0.1
                && right <= WIDTH - SIDE + 0.1
                && top >= TOP - 4.0
                && foot <= lowest;
            assert!(fits, "page {page}: {mark:?}");
        }
    }
}

#[test]
fn every_word_stands_on_a_page_once_and_in_order() {
    let document = document();
    let laid = laid(&document);
    let squeeze = |text: &str| -> String { text.split_whitespace().collect() };
    let paper = squeeze(&texts(&laid));
    let mut at = 0;
    for word in [
        "Verslagvaneentoetsronde",
        "eenstapdieklopt",
        "12.punt11",
        "dewerkbriefje",
    ] {
        if word == "dewerkbriefje" {
            assert!(!paper.contains(word));
            continue;
        }
        let found = paper[at..].find(word);
        at += found.unwrap_or_else(|| panic!("{word} is not on paper after {at}"));
    }
    for row in 0..70 {
        assert!(paper.contains(&format!("rij{row}")), "row {row}");
    }
    assert_eq!(paper.matches("woord").count(), 1500);
    assert!(paper.contains("slotover"), "the cell that is too much");
    assert_eq!(paper.matches("vereniging").count(), 3);
    assert_eq!(paper.matches("kolom").count(), 14);
}

#[test]
fn a_table_shows_its_head_on_every_page() {
    let laid = laid(&document());
    let (mut pages, mut heads) = (0, 0);
    for sheet in &laid.sheets {
        let has = |wanted: &str| {
            sheet.marks.iter().any(|(_, mark)| match mark {
                Mark::Text { line, .. } => line.spans.iter().any(|span| span.text.trim() == wanted),
                _ => false,
            })
        };
        let rows = (0..70).any(|row| has(&format!("rij{row}")));
        pages += usize::from(rows);
        heads += usize::from(rows && has("Aandeel"));
    }
    assert!(pages >= 3, "{pages}");
    assert_eq!(pages, heads);
}

#[test]
fn the_same_document_gives_the_same_bytes_of_an_archive_file() {
    let (one, two) = (document().to_pdf().unwrap(), document().to_pdf().unwrap());
    assert!(one == two, "two runs differ");
    let text = String::from_utf8_lossy(&one);
    for wanted in [
        "%PDF-1.7",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "2025-03-01",
        "Verslag van een toetsronde",
    ] {
        assert!(text.contains(wanted), "{wanted} is not in the file");
    }
    if let Some(path) = std::env::var_os("WEEGBOEK_SAMPLE_PDF") {
        std::fs::write(path, &one).unwrap();
    }
    let mut later = document();
    later.made_on = "2025-03-02".parse().unwrap();
    assert!(later.to_pdf().unwrap() != one);
}

#[test]
fn strange_documents_become_pages_too() {
    let day: Day = "2025-03-01".parse().unwrap();
    assert!(Document::new("Leeg", "nl", day).to_pdf().is_ok());
    let mut strange = Document::new("Vreemd \u{1f600}", "en", day);
    strange
        .heading(9, "Diep")
        .paragraph("")
        .quote("", None)
        .table(Table::default())
        .table(Table {
            columns: vec![Column::left("alleen een kop")],
            ..Table::default()
        })
        .table(Table {
            columns: vec![Column::left(""), Column::right("")],
            rows: vec![vec![], vec![String::new(), "x".into()]],
            ..Table::default()
        })
        .paragraph("مرحبا 你好 \u{0}\u{7}\u{e001}\u{feff}")
        .push(Block::List {
            numbered: true,
            items: vec![vec![]],
        })
        .push(Block::PageBreak)
        .push(Block::PageBreak);
    strange.to_pdf().unwrap();
    let mut broken = Document::new("Beeld", "nl", day);
    broken.figure("<svg viewBox=\"0 0 1 1\"><image/></svg>", "x");
    assert!(broken.to_pdf().is_err());
}
