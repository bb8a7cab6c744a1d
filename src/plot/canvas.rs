//! The sheet every SVG picture is drawn on.

use std::fmt::Write as _;

/// An SVG picture under construction. Shapes get classes, not colours: the style that goes with
/// them stands in the picture itself and can be overruled by a page.
#[derive(Debug, Clone)]
pub struct Canvas {
    width: f64,
    height: f64,
    title: String,
    description: String,
    body: String,
}

/// Where a text is tied to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

const STYLE: &str = "\
.weegboek-plot{font-family:system-ui,sans-serif;font-size:12px;color:#1b1b1b;background:#fff}\
.weegboek-plot text{fill:currentColor}\
.weegboek-plot .title{font-size:15px;font-weight:600}\
.weegboek-plot .axis{stroke:currentColor;stroke-width:1;fill:none}\
.weegboek-plot .grid{stroke:#d0d4d9;stroke-width:1;fill:none}\
.weegboek-plot .mark{fill:#1f5fa8;stroke:#1f5fa8}\
.weegboek-plot .line{fill:none;stroke:#1f5fa8;stroke-width:2}\
.weegboek-plot .other{fill:#b3541e;stroke:#b3541e}\
.weegboek-plot .line.other{fill:none;stroke-dasharray:6 3}\
.weegboek-plot .band{fill:#1f5fa8;fill-opacity:.15;stroke:none}\
.weegboek-plot .hidden{fill:none;stroke:currentColor;stroke-dasharray:3 3}\
.weegboek-plot .quiet{fill:#5a6068;stroke:none}\
@media (prefers-color-scheme:dark){.weegboek-plot{color:#eceff3;background:#16191d}\
.weegboek-plot .grid{stroke:#3a4048}.weegboek-plot .mark{fill:#7db4f0;stroke:#7db4f0}\
.weegboek-plot .line{stroke:#7db4f0}.weegboek-plot .other{fill:#f0a57d;stroke:#f0a57d}\
.weegboek-plot .line.other{fill:none}.weegboek-plot .band{fill:#7db4f0}.weegboek-plot .quiet{fill:#aab2bc}}";

impl Canvas {
    /// An empty sheet, in pixels, with what it shows and a description for who cannot see it.
    #[must_use]
    pub fn new(width: f64, height: f64, title: &str, description: &str) -> Self {
        Self {
            width,
            height,
            title: title.to_owned(),
            description: description.to_owned(),
            body: String::new(),
        }
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let (class, [x1, y1, x2, y2]) = (escaped(class), [from.0, from.1, to.0, to.1].map(number));
        self.push(&format!(
            r#"<line class="{class}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>"#
        ));
    }

    /// A line through points.
    pub fn polyline(&mut self, class: &str, points: &[(f64, f64)]) {
        let places: Vec<String> = points
            .iter()
            .map(|(x, y)| format!("{},{}", number(*x), number(*y)))
            .collect();
        let (class, places) = (escaped(class), places.join(" "));
        self.push(&format!(r#"<polyline class="{class}" points="{places}"/>"#));
    }

    /// A path in SVG's own notation, made of numbers and letters by the caller.
    pub fn path(&mut self, class: &str, d: &str) {
        let (class, d) = (escaped(class), escaped(d));
        self.push(&format!(r#"<path class="{class}" d="{d}"/>"#));
    }

    /// A rectangle, with what a pointer that rests on it is told.
    pub fn rect(&mut self, class: &str, at: (f64, f64), size: (f64, f64), told: &str) {
        let (class, told) = (escaped(class), escaped(told));
        let [x, y, w, h] = [at.0, at.1, size.0.max(0.0), size.1.max(0.0)].map(number);
        self.push(&format!(
            r#"<rect class="{class}" x="{x}" y="{y}" width="{w}" height="{h}"><title>{told}</title></rect>"#
        ));
    }

    /// A dot, with what a pointer that rests on it is told.
    pub fn dot(&mut self, class: &str, at: (f64, f64), radius: f64, told: &str) {
        let (class, told) = (escaped(class), escaped(told));
        let [x, y, r] = [at.0, at.1, radius].map(number);
        self.push(&format!(
            r#"<circle class="{class}" cx="{x}" cy="{y}" r="{r}"><title>{told}</title></circle>"#
        ));
    }

    /// A text.
    pub fn text(&mut self, class: &str, at: (f64, f64), anchor: Anchor, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let (class, text) = (escaped(class), escaped(text));
        let [x, y] = [at.0, at.1].map(number);
        self.push(&format!(
            r#"<text class="{class}" x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>"#
        ));
    }

    fn push(&mut self, element: &str) {
        self.body.push_str(element);
        self.body.push('\n');
    }

    /// The picture, complete in itself.
    #[must_use]
    pub fn finish(self) -> String {
        let mut svg = String::with_capacity(self.body.len() + STYLE.len() + 400);
        let [w, h] = [self.width, self.height].map(number);
        let (title, description) = (escaped(&self.title), escaped(&self.description));
        // Writing to a string cannot fail.
        let _ = write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"weegboek-plot\" role=\"img\" \
             viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\">\n<title>{title}</title>\n\
             <desc>{description}</desc>\n<style>{STYLE}</style>\n{}</svg>\n",
            self.body
        );
        svg
    }
}

/// A number as SVG reads it, with no more digits than can be seen.
fn number(value: f64) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

/// A text that can stand between tags and inside an attribute; control characters, which XML
/// does not allow, become a replacement sign.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(' '),
            sign if sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}') => {
                safe.push('\u{fffd}');
            }
            sign => safe.push(sign),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_never_becomes_markup() {
        let mut canvas = Canvas::new(10.0, 10.0, "<b>&", "\u{1}");
        canvas.text("a\"b", (1.0, f64::NAN), Anchor::End, "</svg><script>");
        let svg = canvas.finish();
        assert!(!svg.contains("<script"), "{svg}");
        assert!(svg.contains("<title>&lt;b&gt;&amp;</title>"), "{svg}");
        assert!(svg.contains("class=\"a&quot;b\" x=\"1\" y=\"0\""), "{svg}");
        assert_eq!(svg.matches("</svg>").count(), 1);
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(1.0), "1");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(12.3456), "12.35");
    }
}
