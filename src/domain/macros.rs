//! The two macros in which the domain is written down: lists of codes, and records of fields.
//!
//! Everything that must agree about a field (its name in forms, its place in the stored bytes,
//! its schema, the order of its words) follows from one line, so that it cannot drift apart.

/// A fixed list of codes. The stored number is the place in the list: add only at the end.
macro_rules! codes {
    ($(
        $(#[$doc:meta])*
        pub enum $name:ident $list:literal { $( $(#[$vdoc:meta])* $variant:ident = $code:literal ),* $(,)? }
    )*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum $name { $( $(#[$vdoc])* #[doc = concat!("`", $code, "`")] $variant ),* }

            impl $name {
                /// Every code of the list, in its stored order.
                pub const ALL: &'static [Self] = &[ $( Self::$variant ),* ];

                /// The code as it stands in forms.
                #[must_use]
                pub fn code(self) -> &'static str {
                    match self { $( Self::$variant => $code ),* }
                }

                /// The value of a code.
                #[must_use]
                pub fn from_code(code: &str) -> Option<Self> {
                    match code { $( $code => Some(Self::$variant), )* _ => None }
                }
            }

            impl bincode::Encode for $name {
                fn encode<E: bincode::enc::Encoder>(
                    &self,
                    encoder: &mut E,
                ) -> Result<(), bincode::error::EncodeError> {
                    let place = Self::ALL.iter().position(|one| one == self).unwrap_or_default();
                    bincode::Encode::encode(&u16::try_from(place).unwrap_or(u16::MAX), encoder)
                }
            }

            impl<Context> bincode::Decode<Context> for $name {
                fn decode<D: bincode::de::Decoder<Context = Context>>(
                    decoder: &mut D,
                ) -> Result<Self, bincode::error::DecodeError> {
                    let place: u16 = bincode::Decode::decode(decoder)?;
                    Self::ALL.get(usize::from(place)).copied().ok_or(
                        bincode::error::DecodeError::Other(concat!("no such ", stringify!($name))),
                    )
                }
            }

            impl $crate::domain::field::Field for $name {
                fn read(
                    value: &serde_json::Value,
                    reading: &mut $crate::domain::field::Reading<'_>,
                ) -> Option<Self> {
                    let text = value.as_str().map(str::trim).unwrap_or_default();
                    let code = Self::from_code(text);
                    if code.is_none() {
                        reading.fault(if value.is_string() && text.is_empty() {
                            $crate::domain::refusal::Fault::Missing
                        } else {
                            $crate::domain::refusal::Fault::NotOneOf(vec![ $( $code ),* ])
                        });
                    }
                    code
                }

                fn write(&self) -> serde_json::Value {
                    serde_json::Value::from(self.code())
                }

                fn shape() -> $crate::domain::field::Shape {
                    $crate::domain::field::Shape::Choice { list: $list, codes: vec![ $( $code ),* ] }
                }

                fn sample(_full: bool, count: &mut u32) -> Self {
                    *count += 1;
                    let place = usize::try_from(*count).unwrap_or_default() % Self::ALL.len();
                    Self::ALL[place]
                }
            }
        )*
    };
}

/// A record of fields, stored in the order in which they stand here.
///
/// `name: Type` must be given unless the type is an `Option` or a `Vec`; `name: Type [R01]` names
/// the rule that its absence breaks, and on a `Vec` demands at least one item (`[Form]` when no
/// numbered rule asks for it).
macro_rules! record {
    ($(
        $(#[$doc:meta])*
        pub struct $name:ident { $( $(#[$fdoc:meta])* $field:ident : $type:ty $([$rule:ident])? ),* $(,)? }
    )*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq)]
            pub struct $name { $( $(#[$fdoc])* pub $field: $type ),* }

            impl bincode::Encode for $name {
                fn encode<E: bincode::enc::Encoder>(
                    &self,
                    encoder: &mut E,
                ) -> Result<(), bincode::error::EncodeError> {
                    $( bincode::Encode::encode(&self.$field, encoder)?; )*
                    Ok(())
                }
            }

            impl<Context> bincode::Decode<Context> for $name {
                fn decode<D: bincode::de::Decoder<Context = Context>>(
                    decoder: &mut D,
                ) -> Result<Self, bincode::error::DecodeError> {
                    Ok(Self { $( $field: bincode::Decode::decode(decoder)? ),* })
                }
            }

            impl $crate::domain::field::Field for $name {
                fn read(
                    value: &serde_json::Value,
                    reading: &mut $crate::domain::field::Reading<'_>,
                ) -> Option<Self> {
                    let Some(object) = value.as_object() else {
                        reading.fault($crate::domain::refusal::Fault::NotA("record"));
                        return None;
                    };
                    $crate::domain::field::no_strangers(
                        object,
                        &[ $( stringify!($field) ),* ],
                        reading,
                    );
                    $( let $field = $crate::domain::field::member(
                        object,
                        stringify!($field),
                        record!(@rule $($rule)?),
                        reading,
                    ); )*
                    Some(Self { $( $field: $field? ),* })
                }

                fn write(&self) -> serde_json::Value {
                    let mut object = serde_json::Map::new();
                    $(
                        let value = $crate::domain::field::Field::write(&self.$field);
                        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
                        if !empty {
                            object.insert(stringify!($field).to_owned(), value);
                        }
                    )*
                    serde_json::Value::Object(object)
                }

                fn shape() -> $crate::domain::field::Shape {
                    $crate::domain::field::Shape::Record {
                        name: stringify!($name),
                        fields: vec![ $( {
                            let rule: Option<$crate::domain::refusal::Rule> =
                                record!(@rule $($rule)?);
                            let optional =
                                <$type as $crate::domain::field::Field>::OPTIONAL;
                            $crate::domain::field::FieldSpec {
                                name: stringify!($field),
                                required: !optional || rule.is_some(),
                                rule: rule.unwrap_or($crate::domain::refusal::Rule::Form),
                                shape: <$type as $crate::domain::field::Field>::shape(),
                            }
                        } ),* ],
                    }
                }

                fn words<'w>(&'w self, visit: &mut dyn FnMut(&'w $crate::domain::words::Words)) {
                    $( $crate::domain::field::Field::words(&self.$field, visit); )*
                }

                fn words_mut(&mut self, visit: &mut dyn FnMut(&mut $crate::domain::words::Words)) {
                    $( $crate::domain::field::Field::words_mut(&mut self.$field, visit); )*
                }

                fn texts(&self, path: &str, visit: &mut $crate::domain::field::TextVisitor<'_>) {
                    $(
                        let place = if path.is_empty() {
                            stringify!($field).to_owned()
                        } else {
                            format!("{path}.{}", stringify!($field))
                        };
                        $crate::domain::field::Field::texts(&self.$field, &place, visit);
                    )*
                }

                fn sample(full: bool, count: &mut u32) -> Self {
                    Self { $( $field: $crate::domain::field::Field::sample(full, count) ),* }
                }
            }
        )*
    };
    (@rule) => { None };
    (@rule $rule:ident) => { Some($crate::domain::refusal::Rule::$rule) };
}

pub(crate) use {codes, record};
