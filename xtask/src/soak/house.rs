//! An installation that is tried: its commands, and its servers.

use super::wire::Caller;
use crate::run::target;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// Password of everybody in it.
const PASSWORD: &str = "sept renards gris sous la neige";

/// Who writes.
const ADMIN: &str = "admin@metrios.example";

/// One installation and the program that runs it.
#[derive(Clone, Debug)]
pub struct House {
    program: PathBuf,
    data: PathBuf,
    database: Option<String>,
}

impl House {
    /// The two companies of the demonstration, in a new folder (or an empty database).
    ///
    /// # Errors
    /// What the program says.
    pub fn furnished(program: PathBuf, folder: PathBuf, database: Option<String>) -> Result<Self> {
        let mut house = Self { program, data: folder, database };
        house.ok(&["demo", "--no-serve"])?;
        if house.database.is_none() {
            house.data.push("demo");
        }
        Ok(house)
    }

    /// A small one, of one company without a plan.
    ///
    /// # Errors
    /// What the program says.
    pub fn founded(program: PathBuf, folder: PathBuf) -> Result<Self> {
        let house = Self { program, data: folder, database: None };
        house.ok(&["init", "--company", "metrios", "--name", "Métrios", "--admin", ADMIN])?;
        house.password(ADMIN)?;
        Ok(house)
    }

    /// The folder of the data.
    pub fn data(&self) -> &PathBuf {
        &self.data
    }

    fn password(&self, login: &str) -> Result<()> {
        let mut command = self.command(&["user", "password", login]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
        let mut input = child.stdin.take().context("no input")?;
        std::io::Write::write_all(&mut input, format!("{PASSWORD}\n").as_bytes())?;
        drop(input);
        ensure!(child.wait()?.success(), "no password for {login}");
        Ok(())
    }

    /// A line of the program, in English.
    pub fn command(&self, line: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .env_remove("ATELIER_DATABASE")
            .env("ATELIER_DEMO_PASSWORD", PASSWORD)
            .env("LC_ALL", "en_GB.UTF-8");
        command.arg("--data").arg(&self.data).stdin(Stdio::null());
        if let Some(url) = &self.database {
            command.args(["--database", url]);
        }
        command.args(line);
        command
    }

    /// What a success prints.
    ///
    /// # Errors
    /// What the program says otherwise.
    pub fn ok(&self, line: &[&str]) -> Result<String> {
        let done = self.command(line).output()?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (out, err) = (text(&done.stdout), text(&done.stderr));
        ensure!(done.status.success(), "atelier {} ended with {}\n{out}\n{err}", line.join(" "), done.status);
        Ok(out)
    }

    /// The same, as JSON.
    ///
    /// # Errors
    /// What the program says otherwise.
    pub fn json(&self, line: &[&str]) -> Result<Value> {
        let out = self.ok(&[line, &["--json"]].concat())?;
        serde_json::from_str(&out).with_context(|| format!("{line:?}: {out}"))
    }

    /// Facts, read tables and signed tree agree.
    ///
    /// # Errors
    /// What `verify` found.
    pub fn verify(&self) -> Result<()> {
        self.ok(&["verify"]).map(|_| ())
    }

    /// The digest of what it says.
    ///
    /// # Errors
    /// What the program says.
    pub fn digest(&self) -> Result<String> {
        Ok(self.json(&["digest"])?["content"].as_str().context("no digest")?.to_owned())
    }

    /// Serves it, once it answers.
    ///
    /// # Errors
    /// When it ends before.
    pub fn serve(&self) -> Result<Server> {
        Server::start(self.command(&["serve", "--port", "0"]))
    }
}

/// A running server; it dies with this value.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it listens.
    pub port: u16,
}

impl Server {
    /// Starts a command that serves and says where.
    ///
    /// # Errors
    /// When it ends before.
    pub fn start(mut command: Command) -> Result<Self> {
        let folder = target().join("soak");
        std::fs::create_dir_all(&folder)?;
        let log = File::options().create(true).append(true).open(folder.join("server.log"))?;
        let mut child =
            command.stdout(Stdio::piped()).stderr(log).spawn().context("cannot start the server")?;
        let mut lines = BufReader::new(child.stdout.take().context("no output")?).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| port_of(&line));
        let Some(port) = port else {
            let ended = child.wait()?;
            bail!("the server ended before it served: {ended}");
        };
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Self { child, port })
    }

    /// The administrator, with a key.
    ///
    /// # Errors
    /// When the door stays shut.
    pub fn admin(&self) -> Result<Caller> {
        Caller::sign_in(self.port, ADMIN, PASSWORD)
    }

    /// Somebody of the demonstration, with a key.
    ///
    /// # Errors
    /// When the door stays shut.
    pub fn somebody(&self, login: &str) -> Result<Caller> {
        Caller::sign_in(self.port, login, PASSWORD)
    }

    /// Number of the process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// `kill -9`: nothing of the program runs after this returns.
    ///
    /// # Errors
    /// When it had already ended by itself.
    pub fn kill(mut self) -> Result<()> {
        if let Some(ended) = self.child.try_wait()? {
            bail!("the server had ended by itself: {ended}");
        }
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn port_of(line: &str) -> Option<u16> {
    let digits = line.split("http://localhost:").nth(1)?;
    digits.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_the_server_says() {
        assert_eq!(port_of("  \"url\": \"http://localhost:38537/\""), Some(38_537));
        assert_eq!(port_of("http://localhost/"), None);
    }
}
