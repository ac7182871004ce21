//! Addresses that would lead the server inside, and answers that would keep it busy.

use super::*;
use axum::body::Bytes;
use axum::http::{HeaderMap, Method};
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

/// Answers each question with the next list, and the last one for ever.
struct Told {
    lists: Vec<Vec<&'static str>>,
    asked: AtomicUsize,
}

impl Told {
    fn new(lists: &[&[&'static str]]) -> Arc<Self> {
        let lists = lists.iter().map(|list| list.to_vec()).collect();
        Arc::new(Self { lists, asked: AtomicUsize::new(0) })
    }
}

impl Resolve for Told {
    fn addresses<'a>(&'a self, _: &'a str) -> resolve::Found<'a> {
        let turn = self.asked.fetch_add(1, Ordering::SeqCst).min(self.lists.len() - 1);
        let list: Vec<IpAddr> = self.lists[turn].iter().map(|text| text.parse().unwrap()).collect();
        Box::pin(async move { Ok(list) })
    }
}

fn short() -> Limits {
    Limits { connect: Duration::from_millis(300), whole: Duration::from_millis(600), answer: 1_000 }
}

fn client(own: &str) -> Outbound {
    Outbound::new(Own::read(own).unwrap(), None).unwrap().within(short())
}

async fn get(client: &Outbound, address: &str) -> Result<Answer, &'static str> {
    let to = client.destination(address).map_err(|refusal| refusal.code)?;
    let sent = Sent { method: Method::GET, to, headers: HeaderMap::new(), body: Bytes::new() };
    client.send(sent).await.map_err(|refusal| refusal.code)
}

/// Says the same to whoever comes, after reading what they ask. Answers with its port.
async fn saying(answer: &'static [u8]) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut read = [0; 2_000];
                let _ = stream.read(&mut read).await;
                let _ = stream.write_all(answer).await;
                if answer.is_empty() {
                    tokio::time::sleep(Duration::from_secs(5)).await;
                }
            });
        }
    });
    port
}

const HOSTILE: [(&str, &str); 62] = [
    ("http://example.com/", "scheme"),
    ("http://127.0.0.1/", "scheme"),
    ("ftp://example.com/", "scheme"),
    ("file:///etc/passwd", "scheme"),
    ("gopher://example.com:443/_", "scheme"),
    ("data:text/plain,a", "scheme"),
    ("javascript:alert(1)", "scheme"),
    ("ws://example.com/", "scheme"),
    ("unix:/run/docker.sock", "scheme"),
    ("jar:https://example.com!/", "scheme"),
    ("", "unreadable"),
    ("example.com", "unreadable"),
    ("//example.com/", "unreadable"),
    ("https://", "unreadable"),
    ("https:///", "unreadable"),
    ("https://exa mple.com/", "unreadable"),
    ("https://exam\nple.com/", "unreadable"),
    ("https://example.com/\r\nHost: inside", "unreadable"),
    ("https://example.com\\@127.0.0.1/", "unreadable"),
    ("https:\\\\127.0.0.1\\", "unreadable"),
    ("https://[::1/", "unreadable"),
    ("https://256.256.256.256/", "unreadable"),
    ("https://1.2.3.4.5/", "unreadable"),
    ("https://0x7f.0.0.0.1/", "unreadable"),
    ("https://example.com:99999/", "unreadable"),
    ("https://example%00.com/", "unreadable"),
    ("https://127.0.0.1%2f.example.com/", "unreadable"),
    ("https://[fe80::1%25eth0]/", "unreadable"),
    ("https://user@example.com/", "user"),
    ("https://user:secret@example.com/", "user"),
    ("https://example.com@127.0.0.1/", "user"),
    ("https://example.com:443@127.0.0.1/", "user"),
    ("https://example.com:80/", "port"),
    ("https://example.com:22/", "port"),
    ("https://example.com:6379/", "port"),
    ("https://example.com:8443/", "port"),
    ("https://127.0.0.1/", "inside"),
    ("https://127.1/", "inside"),
    ("https://127.0.0.1./", "inside"),
    ("https://2130706433/", "inside"),
    ("https://0x7f000001/", "inside"),
    ("https://0x7f.0x0.0x0.0x1/", "inside"),
    ("https://0177.0.0.1/", "inside"),
    ("https://017700000001/", "inside"),
    ("https://0/", "inside"),
    ("https://%31%32%37.0.0.1/", "inside"),
    ("https://１２７.０.０.１/", "inside"),
    ("https://①②⑦.0.0.1/", "inside"),
    ("https://127。0。0。1/", "inside"),
    ("https://[::1]/", "inside"),
    ("https://[::]/", "inside"),
    ("https://[::ffff:127.0.0.1]/", "inside"),
    ("https://[::ffff:7f00:1]/", "inside"),
    ("https://[0:0:0:0:0:ffff:a9fe:a9fe]/", "inside"),
    ("https://[64:ff9b::a9fe:a9fe]/", "inside"),
    ("https://[fd00:ec2::254]/", "inside"),
    ("https://169.254.169.254/latest/meta-data/", "inside"),
    ("https://metadata.google.internal/", "inside"),
    ("https://localhost/", "inside"),
    ("https://LOCALHOST./", "inside"),
    ("https://ｌocalhost/", "inside"),
    ("https://printer/", "inside"),
];

#[test]
fn hostile_addresses_are_refused_before_anything_is_asked() {
    for (address, why) in HOSTILE {
        let refused = Destination::read(address, &Own::default()).expect_err(address);
        assert_eq!(refused.code, format!("integration/address-{why}"), "{address}");
    }
    let long = format!("https://example.com/{}", "a".repeat(2_048));
    assert!(Destination::read(&long, &Own::default()).is_err());
}

#[test]
fn usual_addresses_are_taken_as_they_are_asked() {
    for (address, asked) in [
        ("https://example.com", "https://example.com/"),
        ("HTTPS://Example.COM:443/a?b=c#d", "https://example.com/a?b=c#d"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://1.1.1.1/", "https://1.1.1.1/"),
        ("https://[2606:4700:4700::1111]/", "https://[2606:4700:4700::1111]/"),
    ] {
        assert_eq!(Destination::read(address, &Own::default()).unwrap().text(), asked);
    }
}

#[test]
fn what_is_our_own_is_one_origin_and_no_other() {
    let own = Own::read("http://10.0.0.5:8080, https://crm.lan").unwrap();
    for (address, taken) in [
        ("http://10.0.0.5:8080/hook", true),
        ("https://crm.lan/hook", true),
        ("http://10.0.0.5/hook", false),
        ("https://10.0.0.5:8080/hook", false),
        ("http://10.0.0.6:8080/hook", false),
        ("http://crm.lan/hook", false),
        ("http://user@10.0.0.5:8080/", false),
    ] {
        assert_eq!(Destination::read(address, &own).is_ok(), taken, "{address}");
    }
    for wrong in ["crm.lan", "ftp://crm.lan", "https://crm.lan/path", "https://a@crm.lan"] {
        assert!(Own::read(wrong).is_err(), "{wrong}");
    }
}

#[tokio::test]
async fn names_that_lead_inside_are_refused() {
    for list in [
        ["127.0.0.1", "127.0.0.1"],
        ["93.184.216.34", "10.0.0.1"],
        ["::ffff:127.0.0.1", "93.184.216.34"],
        ["169.254.169.254", "::1"],
        ["0.0.0.0", "100.64.0.1"],
    ] {
        let client = client("").resolving(Told::new(&[&list]));
        let answer = get(&client, "https://hooks.example.com/").await;
        assert_eq!(answer.unwrap_err(), "integration/address-inside", "{list:?}");
    }
    let nobody = client("").resolving(Told::new(&[&[]]));
    assert_eq!(get(&nobody, "https://hooks.example.com/").await.unwrap_err(), "integration/host-unknown");
}

#[tokio::test]
async fn a_name_is_looked_up_once_and_the_connection_goes_to_that_very_address() {
    let port = saying(b"HTTP/1.1 204 No Content\r\n\r\n").await;
    let origin = format!("http://changes.example:{port}");
    let told = Told::new(&[&["127.0.0.1"], &["192.0.2.1"]]);
    let client = client(&origin).resolving(told.clone());
    assert_eq!(get(&client, &origin).await.unwrap().status, 204);
    assert_eq!(told.asked.load(Ordering::SeqCst), 1);
    // The second time the name says something else, and that is where we would go.
    assert!(get(&client, &origin).await.is_err());
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_answers_have_limits() {
    const BIG: &[u8] = &[b'a'; 3_000];
    for (answer, code) in [
        (
            &b"HTTP/1.1 302 Found\r\nLocation: https://example.com/\r\nContent-Length: 0\r\n\r\n"[..],
            "redirected",
        ),
        (b"HTTP/1.1 308 Permanent Redirect\r\nLocation: http://169.254.169.254/\r\n\r\n", "redirected"),
        (b"", "too-slow"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "unreachable"),
        (b"nothing of the kind\r\n\r\n", "unreachable"),
        (BIG, "unreachable"),
    ] {
        let origin = format!("http://127.0.0.1:{}", saying(answer).await);
        let refused = get(&client(&origin), &origin).await.unwrap_err();
        assert_eq!(refused, format!("integration/{code}"));
    }
    let big = ["HTTP/1.1 200 OK\r\n\r\n", &"a".repeat(3_000)].concat();
    let origin = format!("http://127.0.0.1:{}", saying(big.leak().as_bytes()).await);
    assert_eq!(get(&client(&origin), &origin).await.unwrap_err(), "integration/too-large");
}

/// A receiver under TLS with a certificate of its own; answers with its port and the certificate.
async fn secured() -> (u16, String) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = rustls::pki_types::PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let tls = tokio_rustls::TlsAcceptor::from(Arc::new(config));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let Ok(mut stream) = tls.accept(stream).await else { continue };
            let _ = stream.read(&mut [0; 2_000]).await;
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok").await;
        }
    });
    (port, made.cert.pem())
}

#[tokio::test]
async fn a_certificate_of_nobody_we_trust_is_refused() {
    let (port, pem) = secured().await;
    let origin = format!("https://localhost:{port}");
    let other = format!("https://127.0.0.1:{port}");
    assert_eq!(get(&client(&origin), &origin).await.unwrap_err(), "integration/unreachable");

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("authority.pem");
    std::fs::write(&file, pem).unwrap();
    let own = Own::read(&format!("{origin},{other}")).unwrap();
    let trusting = Outbound::new(own, Some(&file)).unwrap().within(short());
    assert_eq!(get(&trusting, &origin).await.unwrap().body, "ok");
    // The same certificate does not speak for another name.
    assert_eq!(get(&trusting, &other).await.unwrap_err(), "integration/unreachable");

    std::fs::write(&file, "nothing").unwrap();
    assert_eq!(Outbound::new(Own::default(), Some(&file)).err().unwrap().code, "integration/authorities");
}
