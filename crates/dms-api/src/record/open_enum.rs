//! Words that the service chooses from a list that may grow.

/// Whether two words mean the same: letters' case, blanks, `_` and `-` are ignored, so `STABLE` is `Stable` and
/// `Change failed` is `CHANGEFAILED`.
pub fn same_word(a: &str, b: &str) -> bool {
    fn letters(word: &str) -> impl Iterator<Item = char> {
        word.chars().filter(|c| !matches!(c, ' ' | '_' | '-')).map(|c| c.to_ascii_lowercase())
    }
    letters(a).eq(letters(b))
}

/// Declares an enum of words that is read tolerantly and survives words it does not know, in a variant `Other`.
///
/// Each variant names the word that is written and, after `|`, others that mean the same; they are compared
/// with [`same_word`]. `Other("")` is the default: nothing was said.
/// ```
/// use dms_api::{open_enum, record::Lenient};
/// open_enum! {
///     /// A light.
///     pub enum Light {
///         /// Go.
///         Green = "GREEN" | "go",
///         /// Stop.
///         Red = "RED",
///     }
/// }
/// assert_eq!(Light::read(&"Go".into()), Some(Light::Green));
/// assert_eq!(Light::from_word("BLUE").as_str(), "BLUE");
/// ```
#[macro_export]
macro_rules! open_enum {
    (
        $(#[$doc:meta])*
        pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal $(| $alias:literal)*,)* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)*
            /// A word that this version does not know, kept as it came.
            Other(String),
        }

        impl $name {
            /// Every known value.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Reads a word; see [`same_word`](crate::record::same_word).
            pub fn from_word(word: &str) -> Self {
                let known: &[(&[&str], Self)] = &[$((&[$word $(, $alias)*], Self::$variant)),*];
                known
                    .iter()
                    .find(|(words, _)| words.iter().any(|w| $crate::record::same_word(w, word)))
                    .map_or_else(|| Self::Other(word.to_owned()), |(_, value)| value.clone())
            }

            /// The word as the service writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::Other(String::new())
            }
        }

        impl $crate::record::Lenient for $name {
            fn read(value: &$crate::record::Json) -> Option<Self> {
                <String as $crate::record::Lenient>::read(value).map(|word| Self::from_word(&word))
            }
        }

        impl $crate::record::Written for $name {}

        impl $crate::record::Serialize for $name {
            fn serialize<S: $crate::record::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
