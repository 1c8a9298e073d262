//! From a message of the layers below to words.

use crate::model::{Fact, Message};
use crate::text::{Arg, Words};

/// The sentence in the language of `words`.
#[must_use]
pub fn say(words: &Words, message: &Message) -> String {
    let args: Vec<(&str, Arg<'_>)> = message
        .facts
        .iter()
        .map(|(name, fact)| {
            let arg = match fact {
                Fact::Text(text) => Arg::Text(text),
                Fact::Count(count) => Arg::Count(*count),
            };
            (*name, arg)
        })
        .collect();
    words.say(message.key, &args)
}
