//! One request over one connection, and exactly what came back: an answer begun counts as given.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

/// Longest a request is waited for: longer than any limit of the server.
const PATIENCE: Duration = Duration::from_mins(2);

/// Status of who asks faster than the server lets one caller ask.
const TOO_FAST: u16 = 429;

/// What the server said.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Headers, as sent.
    pub head: String,
    /// Body, as far as it came.
    pub body: String,
}

impl Answer {
    /// Whether it says that something was done.
    pub fn done(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// When it is not.
    pub fn json(&self) -> Result<Value> {
        serde_json::from_str(&self.body).with_context(|| format!("{} {}", self.status, self.body))
    }

    fn read(bytes: &[u8]) -> Result<Self> {
        let text = String::from_utf8_lossy(bytes);
        let Some(first) = text.lines().next().filter(|_| text.contains("\r\n")) else {
            bail!("the connection ended before a status");
        };
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = status.with_context(|| format!("not a status: {first}"))?;
        Ok(Self { status, head: head.to_owned(), body: body.to_owned() })
    }
}

/// Somebody who asks a server on this machine.
#[derive(Clone, Debug)]
pub struct Caller {
    port: u16,
    /// `cookie: …` or `authorization: …`, or nothing.
    secret: String,
}

impl Caller {
    /// Nobody yet.
    pub fn stranger(port: u16) -> Self {
        Self { port, secret: String::new() }
    }

    /// The same, at another server.
    pub fn at(&self, port: u16) -> Self {
        Self { port, secret: self.secret.clone() }
    }

    /// Signs in and takes a key, which outlives the server.
    ///
    /// # Errors
    /// When the door stays shut.
    pub fn sign_in(port: u16, login: &str, password: &str) -> Result<Self> {
        let body = serde_json::json!({ "login": login, "password": password }).to_string();
        let answer = Self::stranger(port).ask("POST", "/api/session", &[], &body)?;
        ensure!(answer.done(), "signing in as {login}: {} {}", answer.status, answer.body);
        let cookie =
            answer.head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap_or_default();
        let cookie = cookie.split(';').next().unwrap_or_default();
        let signed = Self { port, secret: format!("cookie: {cookie}\r\n") };
        let key = signed.ask("POST", "/api/tokens", &[], r#"{"name":"soak","days":7}"#)?;
        ensure!(key.done(), "making a key: {} {}", key.status, key.body);
        let token = key.json()?["token"].as_str().context("no token")?.to_owned();
        Ok(Self { port, secret: format!("authorization: Bearer {token}\r\n") })
    }

    /// The text of the key.
    pub fn key(&self) -> &str {
        self.secret.trim_end().trim_start_matches("authorization: ")
    }

    /// Asks, as often as it is told to come back later, and reads until the connection ends.
    ///
    /// # Errors
    /// When no status came back: whether it was done is not known.
    pub fn ask(&self, method: &str, path: &str, more: &[(&str, &str)], body: &str) -> Result<Answer> {
        loop {
            let answer = self.ask_once(method, path, more, body)?;
            if answer.status != TOO_FAST || !answer.body.contains("controls/too-fast") {
                return Ok(answer);
            }
            std::thread::sleep(Duration::from_millis(300));
        }
    }

    fn ask_once(&self, method: &str, path: &str, more: &[(&str, &str)], body: &str) -> Result<Answer> {
        let mut stream = self.connect()?;
        stream.write_all(self.request(method, path, more, body).as_bytes())?;
        let mut bytes = Vec::new();
        // What came before the end is what the caller has been told.
        let ended = stream.read_to_end(&mut bytes);
        Answer::read(&bytes).or_else(|error| ended.map_err(Into::into).and(Err(error)))
    }

    /// A bare connection.
    ///
    /// # Errors
    /// When nobody listens.
    pub fn connect(&self) -> Result<TcpStream> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        Ok(stream)
    }

    /// The bytes of a request. HTTP/1.0: one connection each, and no chunks.
    pub fn request(&self, method: &str, path: &str, more: &[(&str, &str)], body: &str) -> String {
        let first = format!("{method} {path} HTTP/1.0\r\nhost: localhost:{}\r\n{}", self.port, self.secret);
        let more = more.iter().fold(String::new(), |text, (name, value)| text + name + ": " + value + "\r\n");
        let of_body = match body.len() {
            0 => String::new(),
            length => format!("content-type: application/json\r\ncontent-length: {length}\r\n"),
        };
        [first.as_str(), &more, &of_body, "\r\n", body].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_counts_from_its_status_line_on() {
        let answer = Answer::read(b"HTTP/1.0 201 Created\r\na: b\r\n\r\n{\"x\"").unwrap();
        assert_eq!((answer.status, answer.body.as_str(), answer.done()), (201, "{\"x\"", true));
        assert_eq!(Answer::read(b"HTTP/1.0 201 Created\r\nconte").unwrap().status, 201);
        assert!(Answer::read(b"HTTP/1.0 20").is_err() && Answer::read(b"").is_err());
    }
}
