//! What a trial is asked, and its random draws.

use crate::run::target;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Options of every trial.
pub struct Options {
    /// How often, when it is said.
    pub count: Option<u32>,
    /// On PostgreSQL rather than SQLite.
    pub postgres: bool,
    /// Of the random moments.
    pub seed: u64,
    program: Option<PathBuf>,
}

impl Options {
    /// From the rest of the line.
    ///
    /// # Errors
    /// What does not read.
    pub fn read(line: &[String]) -> Result<Self> {
        let clock = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs());
        let mut options = Self { count: None, postgres: false, seed: clock, program: None };
        let mut words = line.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().with_context(|| format!("{word} asks for a value"));
            match word.as_str() {
                "--count" | "--cases" => options.count = Some(value()?.parse()?),
                "--seed" => options.seed = value()?.parse()?,
                "--program" => options.program = Some(PathBuf::from(value()?)),
                "--postgres" => options.postgres = true,
                other => bail!("unknown option {other}"),
            }
        }
        Ok(options)
    }

    /// So often, with the binary that the tests were built with.
    pub fn short(count: u32) -> Self {
        Self { count: Some(count), postgres: false, seed: 1, program: Some(target().join("debug/atelier")) }
    }

    /// The same on PostgreSQL.
    pub fn on_postgres(self) -> Self {
        Self { postgres: true, ..self }
    }

    /// The binary to drive.
    ///
    /// # Errors
    /// When there is none yet.
    pub fn program(&self) -> Result<PathBuf> {
        let built = |profile: &str| target().join(profile).join("atelier");
        let known = self.program.iter().cloned().chain([built("release"), built("debug")]);
        let found = known.into_iter().find(|path| path.is_file());
        found
            .context("no binary to drive: cargo build --release --bin atelier")?
            .canonicalize()
            .map_err(Into::into)
    }

    /// The draws of this run, told so that they can be made again.
    pub fn chance(&self) -> Chance {
        println!("seed {}", self.seed);
        Chance(self.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }
}

/// An empty folder for a trial.
///
/// # Errors
/// When the disk refuses.
pub fn fresh(name: &str) -> Result<PathBuf> {
    let folder = target().join("soak").join(name);
    if Path::new(&folder).exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Random draws (xorshift64*): only moments and order hang on them.
pub struct Chance(u64);

impl Chance {
    /// Below `most`.
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % most.max(1)
    }

    /// A wait below `most_ms` milliseconds, to the microsecond.
    pub fn wait(&mut self, most_ms: u64) -> Duration {
        Duration::from_micros(self.below(most_ms * 1_000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_read_or_are_refused() {
        let read = |line: &[&str]| Options::read(&line.iter().map(ToString::to_string).collect::<Vec<_>>());
        let options = read(&["--count", "3", "--seed", "7", "--postgres"]).unwrap();
        assert_eq!((options.count, options.seed, options.postgres), (Some(3), 7, true));
        assert!(read(&["--count"]).is_err() && read(&["--cuont", "3"]).is_err());
    }

    #[test]
    fn draws_are_made_again_from_their_seed_and_stay_below() {
        let draw = || {
            let mut chance = Chance(7);
            (0..100).map(|_| chance.below(10)).collect::<Vec<_>>()
        };
        assert_eq!(draw(), draw());
        assert!(draw().iter().all(|one| *one < 10) && (0..10).all(|one| draw().contains(&one)));
    }
}
