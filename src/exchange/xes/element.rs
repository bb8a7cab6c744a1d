//! The attributes of one XML element: their text with references resolved, within limits.

use quick_xml::events::BytesStart;
use quick_xml::{Error as XmlError, XmlVersion};

use super::error::Problem;
use super::model::{Attribute, Kind};

/// XML attributes one element may have; XES needs three at most, a root with namespaces more.
const XML_ATTRIBUTES_MAX: usize = 64;

/// The XES attribute an element stands for; `None` when XES has no attribute of that name.
pub(super) fn attribute(
    name: &str,
    start: &BytesStart<'_>,
    text_len_max: usize,
) -> Result<Option<Attribute>, Problem> {
    let Some(kind) = Kind::of(name) else {
        return Ok(None);
    };
    let (mut key, mut text) = (None, None);
    each_text(start, text_len_max, |name, value| match name {
        "key" => key = Some(value),
        "value" => text = Some(value),
        _ => {}
    })?;
    let missing = |attribute| Problem::Missing {
        element: name.to_owned(),
        attribute,
    };
    Ok(Some(Attribute {
        kind,
        key: key.ok_or_else(|| missing("key"))?,
        text: match text {
            None if kind.has_value() => return Err(missing("value")),
            text => text.unwrap_or_default(),
        },
        children: Vec::new(),
        items: Vec::new(),
    }))
}

/// Names and texts of all XML attributes of an element, in order.
pub(in crate::exchange) fn texts(
    start: &BytesStart<'_>,
    text_len_max: usize,
) -> Result<Vec<(String, String)>, Problem> {
    let mut texts = Vec::new();
    each_text(start, text_len_max, |name, text| {
        texts.push((name.to_owned(), text));
    })?;
    Ok(texts)
}

/// Gives every XML attribute of an element, references resolved.
fn each_text(
    start: &BytesStart<'_>,
    text_len_max: usize,
    mut take: impl FnMut(&str, String),
) -> Result<(), Problem> {
    for (count, attribute) in start.attributes().enumerate() {
        if count >= XML_ATTRIBUTES_MAX {
            return Err(Problem::TooLarge {
                what: "the number of XML attributes",
                limit: XML_ATTRIBUTES_MAX as u64,
            });
        }
        let attribute = attribute.map_err(|why| Problem::Syntax(why.to_string()))?;
        let text = if is_plain(&attribute.value) {
            attribute.value
        } else {
            attribute
                .normalized_value(XmlVersion::Explicit1_0)
                .map_err(|why| match why {
                    XmlError::Escape(why) => Problem::Reference(why.to_string()),
                    other => Problem::Syntax(other.to_string()),
                })?
        };
        if text.len() > text_len_max {
            return Err(Problem::TooLarge {
                what: "a key or value (bytes)",
                limit: text_len_max as u64,
            });
        }
        if text
            .bytes()
            .any(|byte| byte < b' ' && !b"\t\n\r".contains(&byte))
        {
            let what = "a control character, which XML 1.0 does not have";
            return Err(Problem::Syntax(what.to_owned()));
        }
        take(attribute.key.as_ref(), text.into_owned());
    }
    Ok(())
}

/// Whether a value means what it says: no reference, no white space to normalise, no control
/// character. Looks at every byte without a branch, which is faster than stopping early.
fn is_plain(value: &str) -> bool {
    value
        .bytes()
        .fold(true, |plain, byte| plain & (byte >= b' ') & (byte != b'&'))
}
