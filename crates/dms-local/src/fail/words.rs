//! What is wrong with a value, in the words of an answer.

use dms_api::rules::Problem;

/// A clause to stand behind the name of a field. The service answers in English, as the cloud does.
pub fn in_words(problem: &Problem) -> String {
    match problem {
        Problem::Required | Problem::NotChosen => "a value is needed".to_owned(),
        Problem::TooShort { min } => format!("at least {min} characters are needed"),
        Problem::TooLong { max } => format!("at most {max} characters are allowed"),
        Problem::BadStart => "it must not begin with this character".to_owned(),
        Problem::BlankAtEnds => "it must not begin or end with a space".to_owned(),
        Problem::BadChar { at, ch } => format!("character {} ({ch:?}) is not allowed", at + 1),
        Problem::NotANumber => "it is not a whole number".to_owned(),
        Problem::TooSmall { min } => format!("at least {min}"),
        Problem::TooLarge { max } => format!("at most {max}"),
        Problem::NotStep { step } => format!("it is not a multiple of {step}"),
        Problem::TooFewClasses { need, got } => {
            format!("{need} kinds of characters are needed, there are {got}")
        }
        Problem::SameAsName => "it must not be the user's name".to_owned(),
        Problem::ReversedName => "it must not be the user's name backwards".to_owned(),
        Problem::Reserved => "the name is reserved".to_owned(),
        Problem::Duplicate => "it is there already".to_owned(),
        Problem::Collides { with } => format!("it cannot be told from {with}"),
        Problem::TooMany { max } => format!("at most {max} are allowed"),
        Problem::WrongCount { need } => format!("exactly {need} are needed"),
        Problem::TwoZones => "one zone, or three or more".to_owned(),
        Problem::NotOneOf { allowed } => format!("it is not one of {}", allowed.join(", ")),
        Problem::Unknown => "the service does not offer it".to_owned(),
        Problem::NotAnAddress { entry } => format!("{entry} is no address"),
        Problem::NotAWindow => "it is none of the maintenance windows".to_owned(),
        Problem::NeedsReplicas => "it takes two replicas".to_owned(),
    }
}
