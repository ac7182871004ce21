//! `atelier witness`: keeps the last checkpoint of other people's ledgers and cosigns those that only
//! grow. It needs no database; put it where the administrator of the ledger has no hand.

use super::session::{Session, make_folder, unwritable};
use crate::fault::Fault;
use atelier_domain::language::{Args, Refusal};
use atelier_store::proofs::{Answer, Checkpoint, Key, Submission, Witness};
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use jiff::Timestamp;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::fs;
use std::io::Write as _;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// Files of a witness in its folder.
const KEY: &str = "witness.key";
const TREES: &str = "witness-trees";

/// What a witness is started with.
#[derive(Clone, Debug, clap::Args)]
pub struct Asked {
    #[arg(long = "port", id = "witness-port", default_value_t = 4320)]
    pub port: u16,
    #[arg(long)]
    pub watch: Vec<String>,
}

/// A witness and where it keeps what it has seen. One submission is judged and kept at a time.
struct Post {
    witness: Witness,
    folder: PathBuf,
    turn: Mutex<()>,
}

/// Runs until interrupted.
pub async fn run(session: &Session, asked: &Asked) -> Result<(), Fault> {
    let folder = session.common.data.clone();
    make_folder(&folder)?;
    let trees = trees(&folder.join(TREES), &asked.watch)?;
    let key = Key::open_or_make(&session.common.key.clone().unwrap_or_else(|| folder.join(KEY)))?;
    let name = key.witness_name();
    let vkey = key.witness_vkey(&name);
    let post = Arc::new(Post { witness: Witness { key, name, trees }, folder, turn: Mutex::new(()) });
    let taken = |error: std::io::Error| {
        Refusal::new("app/port-taken").with("port", asked.port.to_string()).with("cause", error.to_string())
    };
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, asked.port)).await.map_err(taken)?;
    let url = format!("http://localhost:{}/add-checkpoint", listener.local_addr()?.port());
    session.json(&json!({ "url": url, "vkey": vkey, "trees": post.witness.trees.len() }))?;
    let args = Args::new().with("url", url).with("vkey", vkey);
    session.say("cli-witness-ready", &args.with("trees", post.witness.trees.len().to_string()))?;
    axum::serve(listener, router(post))
        .with_graceful_shutdown(async {
            let _ = tokio::signal::ctrl_c().await;
        })
        .await?;
    Ok(())
}

/// The trees watched: those of the file, and those now asked for, which join it.
fn trees(file: &Path, asked: &[String]) -> Result<Vec<String>, Fault> {
    let kept = fs::read_to_string(file).unwrap_or_default();
    let mut trees: Vec<String> = kept.lines().map(str::trim).map(str::to_owned).collect();
    trees.retain(|line| !line.is_empty());
    trees.extend(asked.iter().cloned());
    if let Some(wrong) = trees.iter().find(|vkey| !Key::is_vkey(vkey)) {
        return Err(Refusal::new("ledger/vkey-unreadable").with("given", wrong.clone()).into());
    }
    trees.sort();
    trees.dedup();
    let text = trees.iter().fold(String::new(), |text, vkey| text + vkey + "\n");
    keep(file, &text).map_err(|error| unwritable(file, &error))?;
    Ok(trees)
}

fn router(shared: Arc<Post>) -> Router {
    Router::new().route("/add-checkpoint", post(add)).with_state(shared)
}

async fn add(State(post): State<Arc<Post>>, body: String) -> Response {
    tokio::task::spawn_blocking(move || post.take(&body))
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

impl Post {
    fn take(&self, body: &str) -> Response {
        let Some(given) = Submission::read(body) else { return StatusCode::BAD_REQUEST.into_response() };
        let Ok(_turn) = self.turn.lock() else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
        let file = self.file(&given.checkpoint.origin);
        let held = match fs::read_to_string(&file) {
            Ok(note) => match Checkpoint::read(&note) {
                Some(held) => Some(held),
                // Taken for nothing, it would let a rebuilt history in.
                None => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            },
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        };
        let now = Timestamp::now().as_second().cast_unsigned();
        match self.witness.answer(&given, held.as_ref(), now) {
            Answer::Cosigned(line) => match keep(&file, &given.checkpoint.note) {
                Ok(()) => line.into_response(),
                Err(error) => {
                    tracing::error!(%error, "a checkpoint was not kept");
                    StatusCode::INTERNAL_SERVER_ERROR.into_response()
                }
            },
            Answer::Malformed => StatusCode::BAD_REQUEST.into_response(),
            Answer::Unknown => StatusCode::NOT_FOUND.into_response(),
            Answer::Unsigned => StatusCode::FORBIDDEN.into_response(),
            Answer::Stale(size) | Answer::Forked(size) => {
                let kind = [(header::CONTENT_TYPE, "text/x.tlog.size")];
                (StatusCode::CONFLICT, kind, format!("{size}\n")).into_response()
            }
            Answer::Inconsistent => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
        }
    }

    /// Where the last checkpoint of a tree is kept.
    fn file(&self, origin: &str) -> PathBuf {
        let name = Sha256::digest(origin.as_bytes())
            .iter()
            .take(16)
            .fold(String::new(), |name, byte| name + &format!("{byte:02x}"));
        self.folder.join(name).with_extension("checkpoint")
    }
}

/// Whole and on disk before it has its name: a crash leaves the old one or the new one.
fn keep(file: &Path, text: &str) -> std::io::Result<()> {
    let partial = file.with_extension("partial");
    let mut out = fs::File::create(&partial)?;
    out.write_all(text.as_bytes())?;
    out.sync_all()?;
    fs::rename(&partial, file)?;
    fs::File::open(file.parent().unwrap_or(Path::new(".")))?.sync_all()
}
