//! `--explain`: the steps of the library, told on standard error with their real values.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use decent::watch::Step;

use crate::output;
use crate::shown::shell_word;

/// Tells steps; holds the word by which the shell lines name the input.
pub(crate) struct Narrator {
    /// Whether secret values are told too.
    pub(crate) secrets: bool,
    number: AtomicU64,
    file: Mutex<String>,
}

/// The widest value shown whole; a longer one keeps its two ends.
const WIDE: usize = 160;

impl Narrator {
    pub(crate) fn new(secrets: bool) -> Self {
        Self {
            secrets,
            number: AtomicU64::new(0),
            file: Mutex::new("FILE".into()),
        }
    }

    /// Puts `name` where the shell lines of the coming steps say FILE.
    pub(crate) fn about(&self, name: &[u8]) {
        if let Ok(mut file) = self.file.lock() {
            *file = shell_word(name);
        }
    }

    /// Tells one step.
    pub(crate) fn tell(&self, step: &Step) {
        let number = self.number.fetch_add(1, Ordering::Relaxed) + 1;
        let file = self
            .file
            .lock()
            .map_or_else(|_| "FILE".into(), |file| file.clone());
        let mut lines = vec![format!("{number:>3}  {:<12} {}", step.title, step.why)];
        for (name, value) in &step.values {
            lines.push(format!("     {:<12} {name} = {}", "", shortened(value)));
        }
        if let Some(check) = &step.check {
            lines.push(format!(
                "     {:<12} check: {}",
                "",
                check.replace("FILE", &file)
            ));
        }
        output::complain((lines.join("\n") + "\n").as_bytes());
    }
}

fn shortened(value: &str) -> String {
    let letters: Vec<char> = value.chars().collect();
    let (Some(start), Some(end)) = (
        letters.get(..WIDE / 2),
        letters.get(letters.len().saturating_sub(WIDE / 2)..),
    ) else {
        return value.to_owned();
    };
    if letters.len() <= WIDE {
        return value.to_owned();
    }
    format!(
        "{}...{} ({} characters)",
        start.iter().collect::<String>(),
        end.iter().collect::<String>(),
        letters.len()
    )
}
