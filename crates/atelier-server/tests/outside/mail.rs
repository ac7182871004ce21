//! Letters: to whom they should, leading only to our own address, tried again, with no secret kept on the way.

use crate::receiver::{Answer, Receiver};
use crate::webhooks::{act, happens, house, next};
use atelier_domain::ledger::Purpose;
use atelier_server::jobs::Letter;
use atelier_server::outbound::{Mail, Outside, Own, Relay};
use atelier_server::rights::{self, Draft, Office};
use atelier_server::workbench::{Workbench, add_webhook, seal_all};
use atelier_store::{Content, JobState, Sheet};
use jiff::{SignedDuration, Timestamp};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A relay that refuses the first mails, then takes all; what it took, as readers see it.
struct Taken {
    url: String,
    mails: Arc<Mutex<Vec<(String, String)>>>,
}

impl Taken {
    async fn refusing(first: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://127.0.0.1:{}", listener.local_addr().unwrap().port());
        let mails = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&mails);
        tokio::spawn(async move {
            let mut seen = 0;
            while let Ok((stream, _)) = listener.accept().await {
                seen += 1;
                let _ = taken(stream, seen <= first, &kept).await;
            }
        });
        Self { url, mails }
    }

    fn all(&self) -> Vec<(String, String)> {
        std::mem::take(&mut *self.mails.lock().unwrap())
    }

    fn outside(&self, origin: &str) -> Outside {
        Outside {
            own: Own::read(origin).unwrap(),
            relay: Some(Relay::read(&self.url, "Atelier <atelier@north.example>").unwrap()),
            address: Some("https://atelier.example".to_owned()),
            ..Outside::default()
        }
    }
}

async fn taken(
    stream: TcpStream,
    refused: bool,
    mails: &Mutex<Vec<(String, String)>>,
) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut to = String::new();
    write.write_all(b"220 relay ESMTP\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let answer = match line.split([' ', ':']).next().unwrap_or_default().to_uppercase().as_str() {
            "EHLO" => "250-relay\r\n250 8BITMIME\r\n",
            "RCPT" if refused => "451 not now\r\n",
            "RCPT" => {
                to = line;
                "250 ok\r\n"
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let mut text = String::new();
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    text.push_str(&line);
                    text.push('\n');
                }
                mails.lock().unwrap().push((to.clone(), plain(&text)));
                "250 taken\r\n"
            }
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "250 ok\r\n",
        };
        write.write_all(answer.as_bytes()).await?;
    }
    Ok(())
}

/// The mail with its quoted-printable text read.
fn plain(mail: &str) -> String {
    assert!(!mail.contains("Content-Transfer-Encoding: base64"), "{mail}");
    let joined = mail.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()).filter(|_| *first == b'=') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn put(bench: &Workbench, office: &Office, letter: Letter) {
    let mut tx = bench.store.begin(office.scope).await.unwrap();
    tx.enqueue(&letter.job(Timestamp::now()).unwrap()).await.unwrap();
    tx.commit().await.unwrap();
}

/// The company works at every hour; Ana is away for the hundred days that come.
async fn at_every_hour(bench: &Workbench, office: &Office) {
    let day =
        |days: i64| (Timestamp::now() + SignedDuration::from_hours(24 * days)).to_string()[..10].to_owned();
    let week =
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| format!("{day} = [\"00:00-23:59\"]\n"));
    let text = format!(
        "zone = \"Europe/Paris\"\ncurrency = \"EUR\"\nholidays = \"none\"\n[calendar.all]\n{}[[kind]]\ncode = \"seller\"\n\
         name = {{ fr = \"vendeurs\", en = \"sellers\" }}\n[[resource]]\ncode = \"ana\"\nname = \"Ana\"\n\
         kind = \"seller\"\ncalendar = \"all\"\nleave = [{{ from = {}, to = {} }}]\n",
        week.concat(),
        day(-1),
        day(100),
    );
    let sheet = Sheet { kind: "workshop".into(), code: "workshop".into(), version: 2, text };
    let said = vec![Content::Sheet(sheet)];
    bench.say(office, "process/rest", Purpose::Performance, &act(), said).await.unwrap();
}

#[tokio::test]
async fn a_letter_waits_for_the_hours_of_its_reader_unless_they_wait_for_it() {
    let relay = Taken::refusing(0).await;
    let (bench, office, _folder) = house("http://127.0.0.1:1").await;
    let bench = bench.with_outside(relay.outside(""));
    at_every_hour(&bench, &office).await;
    let draft = |login: &str, role: &str, person: Option<&str>| Draft {
        login: login.to_owned(),
        name: "A".into(),
        roles: vec![role.to_owned()],
        person: person.map(str::to_owned),
        ..Draft::default()
    };
    let (away, _) = rights::add(&bench, &office, draft("ana@north.example", "seller", Some("ana")), &act())
        .await
        .unwrap();
    let (there, _) =
        rights::add(&bench, &office, draft("admin@north.example", "administrator", None), &act())
            .await
            .unwrap();
    put(&bench, &office, Letter::Verification { user: away.id }).await;
    let (_, result) = next(&bench, &office, 0).await.unwrap();
    assert!(result.contains("\"waits\"") && relay.all().is_empty(), "{result}");
    assert_eq!(next(&bench, &office, 86_400 * 99).await, None, "not while she is away");
    put(&bench, &office, Letter::Verification { user: there.id }).await;
    put(&bench, &office, Letter::Invitation { user: away.id }).await;
    for _ in 0..2 {
        next(&bench, &office, 0).await.unwrap();
    }
    let mut to: Vec<_> = relay.all().into_iter().map(|(to, _)| to).collect();
    to.sort();
    assert!(to.len() == 2 && to[0].contains("<admin@") && to[1].contains("<ana@"), "{to:?}");
    // A week that is not too full any more is not told.
    let letter =
        Letter::Overload { user: there.id, person: "ana".into(), week: "2027-01-11".parse().unwrap() };
    put(&bench, &office, letter).await;
    let (_, result) = next(&bench, &office, 0).await.unwrap();
    assert_eq!((result.as_str(), relay.all().len()), ("{\"sent\":false}", 0));
}

fn secret_in(mail: &str) -> String {
    let after = mail.split("https://atelier.example/invitation#").nth(1).unwrap_or_else(|| panic!("{mail}"));
    after.chars().take_while(|letter| !letter.is_whitespace()).collect()
}

#[tokio::test]
async fn an_invitation_leaves_by_mail_and_is_tried_again() {
    let relay = Taken::refusing(1).await;
    let (bench, office, folder) = house("http://127.0.0.1:1").await;
    let bench = bench.with_outside(relay.outside(""));
    let draft = Draft {
        login: "zoe@north.example".into(),
        name: "Zoé\r\nBcc: other@evil.example".into(),
        roles: vec!["administrator".into()],
        ..Draft::default()
    };
    let (user, _) = rights::add(&bench, &office, draft, &act()).await.unwrap();
    put(&bench, &office, Letter::Invitation { user: user.id }).await;
    let (state, result) = next(&bench, &office, 0).await.unwrap();
    assert!(
        state == JobState::Done && result.contains("\"again\"") && result.contains("not now"),
        "{result}"
    );
    assert!(relay.all().is_empty());
    assert_eq!(next(&bench, &office, 50).await, None, "not before its time");
    let (_, result) = next(&bench, &office, 61).await.unwrap();
    assert!(result.contains("\"sent\":true"), "{result}");
    let mails = relay.all();
    let [(to, mail)] = mails.as_slice() else { panic!("{mails:?}") };
    assert!(to.contains("<zoe@north.example>"), "{to}");
    let head = mail.split("\n\n").next().unwrap();
    assert!(
        head.contains("From: ") && head.contains("atelier@north.example") && !head.contains("Bcc"),
        "{head}"
    );
    assert!(
        mail.contains("Choisissez votre mot de passe") && mail.contains("Choose your password"),
        "{mail}"
    );
    let secret = secret_in(mail);
    let shown = rights::invited(&bench, &secret, Timestamp::now()).await.unwrap();
    assert_eq!(shown.user.id, user.id);
    // The link is in the mail and nowhere else.
    let database = std::fs::read(folder.path().join("atelier.db")).unwrap();
    let log = std::fs::read(folder.path().join("atelier.db-wal")).unwrap_or_default();
    let holds = |bytes: &[u8]| bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
    assert!(!holds(&database) && !holds(&log));

    // Whoever was disabled meanwhile is written nothing.
    put(&bench, &office, Letter::Invitation { user: atelier_domain::controls::UserId(uuid::Uuid::nil()) })
        .await;
    let (_, result) = next(&bench, &office, 0).await.unwrap();
    assert_eq!((result.as_str(), relay.all().len()), ("{\"sent\":false}", 0));
}

#[tokio::test]
async fn the_checkpoint_is_sent_and_an_address_is_one_address() {
    let relay = Taken::refusing(0).await;
    let (bench, office, folder) = house("http://127.0.0.1:1").await;
    let bench = bench.with_outside(relay.outside(""));
    seal_all(&bench.store, &folder.path().join("key"), true).await.unwrap();
    put(&bench, &office, Letter::Checkpoint { to: "auditor@firm.example".into() }).await;
    assert!(!bench.store.read(office.scope).await.unwrap().has_checkpoint_left().await.unwrap());
    next(&bench, &office, 0).await.unwrap();
    let mails = relay.all();
    let newest = bench.store.read(office.scope).await.unwrap().checkpoint().await.unwrap();
    let first = newest.note.lines().next().unwrap();
    assert!(mails.len() == 1 && mails[0].1.contains(first), "{mails:?}");
    let mut reader = bench.store.read(office.scope).await.unwrap();
    assert!(reader.has_checkpoint_left().await.unwrap(), "the relay took it");

    let relay = Relay::read(&relay.url, "atelier@north.example").unwrap();
    for to in ["", "nobody", "a@b.example, c@d.example", "a@b.example\r\nRCPT TO:<c@d.example>"] {
        let mail = Mail { to: to.to_owned(), subject: "x".into(), text: "x".into() };
        assert_eq!(relay.send(mail).await.unwrap_err().code, "integration/mail-address", "{to}");
    }
}

#[tokio::test]
async fn a_subject_is_one_line() {
    let relay = Taken::refusing(0).await;
    let outside = Relay::read(&relay.url, "atelier@north.example").unwrap();
    let subject = "Société\r\nBcc: other@evil.example\r\n\r\nx";
    let text = "a\r\n.\r\nMAIL FROM:<b@evil.example>\r\n";
    let mail = Mail { to: "zoe@north.example".to_owned(), subject: subject.into(), text: text.into() };
    outside.send(mail).await.unwrap();
    let mails = relay.all();
    let [(to, mail)] = mails.as_slice() else { panic!("{mails:?}") };
    let head = mail.split("\n\n").next().unwrap();
    assert!(to.contains("zoe@") && !head.lines().any(|line| line.starts_with("Bcc")), "{head}");
}

#[tokio::test]
async fn administrators_are_told_of_what_was_given_up() {
    let relay = Taken::refusing(0).await;
    let receiver = Receiver::answering(&[Answer::Status(503); 10]).await;
    let (bench, office, _folder) = house(&receiver.origin).await;
    let bench = bench.with_outside(relay.outside(&receiver.origin));
    let draft = |login: &str, role: &str| Draft {
        login: login.to_owned(),
        name: "A".into(),
        roles: vec![role.to_owned()],
        ..Draft::default()
    };
    rights::add(&bench, &office, draft("admin@north.example", "administrator"), &act()).await.unwrap();
    rights::add(&bench, &office, draft("finance@north.example", "finance"), &act()).await.unwrap();
    add_webhook(&bench, &office, &receiver.origin, vec!["process.keep".into()], &act()).await.unwrap();
    happens(&bench, &office).await;
    at_every_hour(&bench, &office).await;
    // Ten attempts, the last of which gives up, and then the letter.
    for _ in 0..11 {
        next(&bench, &office, 200_000).await.unwrap();
    }
    let mails = relay.all();
    let [(to, mail)] = mails.as_slice() else { panic!("{mails:?}") };
    assert!(to.contains("<admin@north.example>") && mail.contains(&receiver.origin), "{mail}");
}

/// What the program logs meanwhile, on this thread.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_letter_given_up_is_logged_without_whose_it_was() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let relay = Taken::refusing(usize::MAX).await;
    let (bench, office, folder) = house("http://127.0.0.1:1").await;
    let bench = bench.with_outside(relay.outside(""));
    seal_all(&bench.store, &folder.path().join("key"), true).await.unwrap();
    put(&bench, &office, Letter::Checkpoint { to: "zoe.auditor@firm.example".into() }).await;
    for _ in 0..7 {
        next(&bench, &office, 200_000).await.unwrap();
    }
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    let line =
        log.lines().find(|line| line.contains("a letter was given up")).unwrap_or_else(|| panic!("{log}"));
    assert!(line.contains("letter=\"checkpoint\"") && line.contains("attempts=7"), "{line}");
    assert!(!log.contains("zoe") && !log.contains('@'), "{log}");
}
