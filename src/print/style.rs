//! How the shapes of a picture look: the style that stands in the picture, by class.

use std::collections::HashMap;

use super::picture::CURRENT;
use super::sheet::Colour;

/// How a shape looks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Look {
    /// What it is filled with.
    pub(super) fill: Option<Colour>,
    /// How much of what lies under it the filling hides, from 0 to 1.
    pub(super) opacity: f32,
    /// What its edge is drawn with.
    pub(super) stroke: Option<Colour>,
    /// Width of the edge.
    pub(super) width: f32,
    /// Lengths of dash and gap; none for an unbroken edge.
    pub(super) dash: Vec<f32>,
    /// Size of a text.
    pub(super) size: f32,
    /// Whether a text is bold.
    pub(super) strong: bool,
    /// Whether the edge of a text lies under it, so that the text stays readable on lines.
    pub(super) haloed: bool,
}

/// The rules of a picture, in its own order.
#[derive(Debug, Default)]
pub(super) struct Rules {
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    /// The element it is for; any when empty.
    element: String,
    /// The classes the element must have.
    classes: Vec<String>,
    /// Name and value.
    says: Vec<(String, String)>,
}

impl Rules {
    /// Reads a style. What is meant for a dark screen (`@media`) is no concern of paper.
    pub(super) fn read(style: &str) -> Self {
        let mut rules = Vec::new();
        let mut rest = style;
        while let Some((head, after)) = rest.split_once('{') {
            if head.trim_start().starts_with('@') {
                rest = behind_block(after);
                continue;
            }
            let (body, next) = after.split_once('}').unwrap_or((after, ""));
            let says: Vec<(String, String)> = body
                .split(';')
                .filter_map(|one| one.split_once(':'))
                .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
                .collect();
            for selector in head.split(',') {
                // Only the last part matters: all parts before it name the picture itself.
                let last = selector.split_whitespace().next_back().unwrap_or_default();
                let mut parts = last.split('.');
                rules.push(Rule {
                    element: parts.next().unwrap_or_default().to_owned(),
                    classes: parts.map(str::to_owned).collect(),
                    says: says.clone(),
                });
            }
            rest = next;
        }
        Self { rules }
    }

    /// How an element looks: more classes in a rule weigh more, then the later rule.
    pub(super) fn look(&self, element: &str, attributes: &HashMap<String, String>) -> Look {
        let classes: Vec<&str> = attributes
            .get("class")
            .map_or("", String::as_str)
            .split_whitespace()
            .chain(["weegboek-plot"])
            .collect();
        let mut fitting: Vec<&Rule> = self
            .rules
            .iter()
            .filter(|rule| rule.element.is_empty() || rule.element == element)
            .filter(|rule| {
                rule.classes
                    .iter()
                    .all(|one| classes.contains(&one.as_str()))
            })
            .collect();
        // Stable: rules of equal weight keep their order.
        fitting.sort_by_key(|rule| {
            let whole = rule.classes.iter().any(|one| one == "weegboek-plot");
            if whole { 0 } else { 1 + rule.classes.len() }
        });
        let mut look = Look {
            fill: Some(CURRENT),
            opacity: 1.0,
            stroke: None,
            width: 1.0,
            dash: Vec::new(),
            size: 12.0,
            strong: false,
            haloed: false,
        };
        for (name, value) in fitting.iter().flat_map(|rule| &rule.says) {
            look.set(name, value);
        }
        look
    }
}

impl Look {
    fn set(&mut self, name: &str, value: &str) {
        let number = || value.trim_end_matches("px").parse::<f32>().ok();
        match name {
            "fill" => self.fill = colour(value),
            "stroke" => self.stroke = colour(value),
            "fill-opacity" => self.opacity = number().unwrap_or(1.0).clamp(0.0, 1.0),
            "stroke-width" => self.width = number().unwrap_or(1.0),
            "stroke-dasharray" => {
                let parts = value.split([' ', ',']);
                self.dash = parts.filter_map(|part| part.parse().ok()).collect();
            }
            "font-size" => self.size = number().unwrap_or(12.0),
            "font-weight" => self.strong = number().is_some_and(|weight| weight >= 600.0),
            "paint-order" => self.haloed = value.starts_with("stroke"),
            _ => {}
        }
    }
}

fn colour(value: &str) -> Option<Colour> {
    if value == "none" {
        return None;
    }
    let Some(digits) = value.strip_prefix('#') else {
        return Some(CURRENT);
    };
    let wide = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => digits.to_owned(),
    };
    let part = |at: usize| u8::from_str_radix(wide.get(at..at + 2)?, 16).ok();
    match (part(0), part(2), part(4)) {
        (Some(red), Some(green), Some(blue)) => Some([red, green, blue]),
        _ => Some(CURRENT),
    }
}

/// What comes after a block that may hold blocks, its opening brace already read.
fn behind_block(text: &str) -> &str {
    let mut depth = 1;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[at + 1..];
        }
    }
    ""
}
