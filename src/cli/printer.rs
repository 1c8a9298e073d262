//! Data to stdout, messages to stderr.
//!
//! A reader that stops listening, as `head` does, ends the output quietly; any other failure to
//! write makes the task a failed one.

use std::io::{self, ErrorKind, Write};

use crate::app::speech;
use crate::model::Message;
use crate::text::Words;

/// Both streams, and whether something failed on the way.
pub struct Printer<'a> {
    words: &'a Words,
    failed: bool,
}

impl<'a> Printer<'a> {
    /// A printer in that language.
    pub fn new(words: &'a Words) -> Self {
        Self { words, failed: false }
    }

    /// The language.
    pub fn words(&self) -> &'a Words {
        self.words
    }

    /// Whether data could not be written, or a part of the task failed.
    pub fn has_failed(&self) -> bool {
        self.failed
    }

    /// Writes data to stdout.
    pub fn print(&mut self, data: &str) {
        let mut out = io::stdout().lock();
        match out.write_all(data.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                self.failed = true;
                let text =
                    self.words.say("cli-output", &[("reason", crate::text::Arg::Text(&error.to_string()))]);
                complain(&text);
            }
            Ok(()) | Err(_) => {}
        }
    }

    /// Writes to stderr what failed while the rest of the task goes on.
    pub fn fail(&mut self, message: &Message) {
        self.failed = true;
        self.tell(message);
    }

    /// Writes a message to stderr.
    pub fn tell(&self, message: &Message) {
        complain(&speech::say(self.words, message));
    }
}

/// Writes a line to stderr.
pub fn complain(text: &str) {
    // Without stderr there is no other place left to say so.
    let _ = writeln!(io::stderr(), "{text}");
}
