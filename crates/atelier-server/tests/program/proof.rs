//! What others hold of a ledger: checkpoints, proofs, a witness, and what they show.

use crate::{Engine, Program, example, on_engines};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};

on_engines! {
    a_history => a_history_can_be_held_on_sqlite, a_history_can_be_held_on_postgres;
    a_change => a_changed_fact_is_named_on_sqlite, a_changed_fact_is_named_on_postgres;
}

/// Two facts, sealed as they were written, then a third; the checkpoint held after the second.
fn held(engine: Engine) -> Option<(Program, String)> {
    let program = Program::founded(engine)?;
    program.ok(&["workshop", "import", &example("metrios/workshop.toml")]);
    let held = program.path("held").display().to_string();
    // Until somebody outside was given one, the verification says what it could not see.
    let unheld = || program.json(&["verify"])["unheld"].as_array().unwrap().len();
    assert_eq!(unheld(), 1);
    program.ok(&["checkpoint", "--out", &held]);
    assert_eq!(unheld(), 0);
    program.publish("metrios/process.toml");
    Some((program, held))
}

fn a_history(engine: Engine) {
    let Some((program, held)) = held(engine) else { return };
    let note = program.ok(&["checkpoint"]);
    assert!(
        note.starts_with("atelier.ledger/") && note.contains("\n7\n") && note.contains("\n\n— "),
        "{note}"
    );
    let grown = program.json(&["checkpoint", "--since", &held]);
    assert_eq!((&grown["old"], &grown["new"]), (&4.into(), &7.into()), "{grown}");
    program.ok(&["verify", "--checkpoint", &held]);
    let drawn = program.path("code.svg").display().to_string();
    program.ok(&["checkpoint", "--qr", &drawn]);
    assert!(std::fs::read_to_string(&drawn).unwrap().contains("<svg"));

    let proof = program.path("one.tlog-proof").display().to_string();
    let told = program.json(&["proof", "2", "--out", &proof]);
    assert_eq!((&told["entries"], &told["size"]), (&2.into(), &7.into()), "{told}");
    let vkey = program.ok(&["checkpoint", "--vkey"]);
    let vkey = atelier_verifier::note::Vkey::read(&vkey).unwrap();
    let text = std::fs::read_to_string(&proof).unwrap();
    let verdict = atelier_verifier::proof::check(&text, &vkey, Some("2"));
    assert!(matches!(verdict, atelier_verifier::proof::Verdict::Same { .. }), "{verdict:?}");
    assert_eq!(program.codes(&["proof", "nobody", "--out", &proof]), ["ledger/no-such-subject"]);
    assert_eq!(program.codes(&["checkpoint", "--since", &proof]), ["ledger/checkpoint-unreadable"]);

    let other = Program::founded(engine).unwrap();
    assert_eq!(other.codes(&["verify", "--checkpoint", &held]), ["ledger/checkpoint-of-another"]);
}

fn a_change(engine: Engine) {
    let Some((program, held)) = held(engine) else { return };
    let unlock = match engine {
        Engine::Sqlite => "DROP TRIGGER facts_not_edited",
        Engine::Postgres => "ALTER TABLE facts DISABLE TRIGGER ALL",
    };
    program.sql(unlock);
    program.sql("UPDATE facts SET actor = 'somebody' WHERE seq = 2");
    let told = program.json(&["verify", "--checkpoint", &held]);
    assert_eq!(told["refused"][0]["code"], "ledger/entry-changed", "{told}");
    let said = program.run(&["verify"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("index 2 (fact 2"), "{said:?}");
}

#[test]
fn without_its_key_a_ledger_is_not_signed_anew_unless_asked_sqlite() {
    let (program, held) = held(Engine::Sqlite).unwrap();
    let key = program.path("data").join("ledger.key");
    let moved = program.path("key").display().to_string();
    std::fs::rename(&key, &moved).unwrap();
    assert_eq!(program.codes(&["seal"]), ["ledger/key-missing"]);
    // What is written stays written, and the reader is told.
    let said = program.run(&["workshop", "import", &example("metrios/workshop.toml")]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains("ledger/key-missing"), "{said:?}");
    program.ok(&["seal", "--key", &moved]);
    program.ok(&["seal", "--new-key"]);
    program.ok(&["verify"]);
    assert_eq!(program.codes(&["verify", "--checkpoint", &held]), ["ledger/checkpoint-unsigned"]);
    assert_eq!(program.codes(&["checkpoint", "--vkey", "--key", &moved]), ["ledger/other-key"]);
}

/// A witness that is killed (kill -9) when it goes.
struct Witness {
    child: Child,
    port: u16,
    _said: BufReader<ChildStdout>,
}

impl Drop for Witness {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Witness {
    fn start(folder: &str, watch: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_atelier"));
        command.args(["witness", "--data", folder, "--port", "0", "--watch", watch, "--lang", "en"]);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        // Kept open: it says more than its first line.
        let mut said = BufReader::new(child.stdout.take().unwrap());
        said.read_line(&mut line).unwrap();
        let port = line.split("localhost:").nth(1).unwrap().split('/').next().unwrap().parse().unwrap();
        Self { child, port, _said: said }
    }

    /// The status and the body of an answer.
    fn post(&self, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let length = body.len();
        let head = "POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nConnection: close\r\n";
        write!(stream, "{head}Content-Length: {length}\r\n\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer.split_once("\r\n\r\n").unwrap().1.to_owned())
    }
}

#[test]
fn a_witness_remembers_through_a_kill_sqlite() {
    let program = Program::founded(Engine::Sqlite).unwrap();
    let vkey = program.ok(&["checkpoint", "--vkey"]);
    let request = |old: &str| program.ok(&["checkpoint", "--witness-from", old]);
    let first = request("0");
    let folder = program.path("witness").display().to_string();
    let witness = Witness::start(&folder, vkey.trim());
    let (status, line) = witness.post(&first);
    assert!(status == 200 && line.starts_with("— atelier.witness/"), "{status} {line}");
    program.ok(&["workshop", "import", &example("metrios/workshop.toml")]);
    drop(witness);
    let witness = Witness::start(&folder, vkey.trim());
    assert_eq!(witness.post(&request("0")), (409, "2\n".to_owned()));
    let grown = request("2");
    assert_eq!(witness.post(&grown.replacen("old 2", "old 02", 1)).0, 400);
    let proof = grown.lines().nth(1).unwrap();
    let lied = grown.replacen(proof, "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=", 1);
    assert_eq!(witness.post(&lied).0, 422);
    assert_eq!(witness.post(&grown.replacen("\n4\n", "\n5\n", 1)).0, 403);
    assert_eq!(witness.post(&grown).0, 200);
    assert_eq!(witness.post(&first).0, 409);
    let other = Program::founded(Engine::Sqlite).unwrap();
    assert_eq!(witness.post(&other.ok(&["checkpoint", "--witness-from", "0"])).0, 404);
}
