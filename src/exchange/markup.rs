//! Writing XML: start tags and texts, with what XML cannot hold made visible.

use std::io::{self, Write};

/// A text as it may stand in XML 1.0, also within double quotes. A control character, which XML
/// cannot hold, becomes U+FFFD.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\t' => safe.push_str("&#9;"),
            '\n' => safe.push_str("&#10;"),
            '\r' => safe.push_str("&#13;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            other => safe.push(other),
        }
    }
    safe
}

/// Writes `<name key="value" …` and what closes the tag: `>` or `/>`.
pub(super) fn tag(
    out: &mut dyn Write,
    depth: usize,
    name: &str,
    attributes: &[(&str, &str)],
    close: &str,
) -> io::Result<()> {
    let mut line = " ".repeat(depth);
    line.push('<');
    line.push_str(name);
    for (key, text) in attributes {
        line.push_str(&format!(" {key}=\"{}\"", escaped(text)));
    }
    line.push_str(close);
    out.write_all(line.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_made_visible() {
        assert_eq!(
            escaped("a<b>&\"c\"\u{1}\n"),
            "a&lt;b&gt;&amp;&quot;c&quot;\u{fffd}&#10;"
        );
        let mut out = Vec::new();
        tag(&mut out, 1, "x", &[("k", "'v\"")], "/>").unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), " <x k=\"'v&quot;\"/>");
    }
}
