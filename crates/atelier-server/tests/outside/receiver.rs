//! A receiver that answers as it was told, and keeps what it was sent.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// How it answers the next request.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    /// This status.
    Status(u16),
    /// Nothing, for longer than anybody waits.
    Silence,
    /// Elsewhere.
    Redirect,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Came {
    pub line: String,
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

/// The receiver.
pub struct Receiver {
    pub origin: String,
    answers: Arc<Mutex<VecDeque<Answer>>>,
    came: Arc<Mutex<Vec<Came>>>,
}

impl Receiver {
    /// Answers in this order, then 204 for ever.
    pub async fn answering(answers: &[Answer]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port());
        let answers = Arc::new(Mutex::new(answers.iter().copied().collect::<VecDeque<_>>()));
        let came = Arc::new(Mutex::new(Vec::new()));
        let receiver = Self { origin, answers: Arc::clone(&answers), came: Arc::clone(&came) };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let answer = answers.lock().unwrap().pop_front().unwrap_or(Answer::Status(204));
                tokio::spawn(answered(stream, answer, Arc::clone(&came)));
            }
        });
        receiver
    }

    /// Answers this next.
    pub fn then(&self, answer: Answer) {
        self.answers.lock().unwrap().push_back(answer);
    }

    /// What came since the last time one asked.
    pub fn came(&self) -> Vec<Came> {
        std::mem::take(&mut *self.came.lock().unwrap())
    }
}

async fn answered(mut stream: TcpStream, answer: Answer, came: Arc<Mutex<Vec<Came>>>) {
    let Some(request) = read(&mut stream).await else { return };
    came.lock().unwrap().push(request);
    let text = match answer {
        Answer::Status(status) => format!("HTTP/1.1 {status} Said\r\nContent-Length: 0\r\n\r\n"),
        Answer::Redirect => {
            "HTTP/1.1 307 Elsewhere\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n".to_owned()
        }
        Answer::Silence => {
            tokio::time::sleep(Duration::from_mins(1)).await;
            return;
        }
    };
    let _ = stream.write_all(text.as_bytes()).await;
}

async fn read(stream: &mut TcpStream) -> Option<Came> {
    let mut bytes = Vec::new();
    loop {
        let mut part = [0; 4_096];
        let count = stream.read(&mut part).await.ok()?;
        bytes.extend_from_slice(&part[..count]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let mut lines = head.lines();
            let line = lines.next()?.to_owned();
            let headers: BTreeMap<String, String> = lines
                .filter_map(|line| line.split_once(": "))
                .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
                .collect();
            let length: usize = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
            if body.len() >= length {
                return Some(Came { line, headers, body: body.to_owned() });
            }
        }
        if count == 0 {
            return None;
        }
    }
}
