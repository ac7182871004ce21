//! TLS to PostgreSQL: asked for, checked, and refused when it cannot be had. The server itself may have none:
//! a front with a certificate of its own stands before it, as PostgreSQL's own would.

use atelier_store::{Store, Target};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use sqlx::{AssertSqlSafe, Connection as _};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use url::Url;

/// What a client of PostgreSQL asks for TLS with.
const ASKS: [u8; 8] = [0, 0, 0, 8, 4, 210, 22, 47];

#[tokio::test]
async fn tls_is_asked_and_checked_on_postgres() {
    let Ok(cluster) = std::env::var("ATELIER_TEST_POSTGRES") else {
        println!("skipped: no PostgreSQL was given in ATELIER_TEST_POSTGRES");
        return;
    };
    let name = format!("t{}", uuid::Uuid::now_v7().simple());
    sqlx::any::install_default_drivers();
    let mut conn = sqlx::AnyConnection::connect(&cluster).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut conn).await.unwrap();
    let mut plain = Url::parse(&cluster).unwrap();
    plain.set_path(&name);
    let folder = TempDir::new().unwrap();
    let (port, authority) = front(&plain, folder.path()).await;
    let mut front = plain.clone();
    front.set_host(Some("localhost")).unwrap();
    front.set_port(Some(port)).unwrap();

    // Whoever reads the wire has nothing; who answers is not checked.
    let store = opened(&front, "sslmode=require").await.unwrap();
    assert!(store.companies().await.unwrap().is_empty());
    // Asked at each start; what it answers is up to the role of this test.
    assert!(store.rules_the_cluster().await.is_ok());
    // Nobody whom we trust signed that certificate, until its own is named; nor for another name.
    for (query, holds) in [
        ("sslmode=verify-full".to_owned(), false),
        (format!("sslmode=verify-full&sslrootcert={authority}"), true),
    ] {
        let opened = opened(&front, &query).await;
        assert_eq!(opened.is_ok(), holds, "{query}: {:?}", opened.err());
    }
    let mut elsewhere = front.clone();
    elsewhere.set_host(Some("127.0.0.1")).unwrap();
    let named = format!("sslmode=verify-full&sslrootcert={authority}");
    assert!(opened(&elsewhere, &named).await.is_err(), "the certificate is for another name");
    // A server without TLS is not spoken to in the clear.
    let mut refused = plain.clone();
    refused.set_port(Some(without_tls().await)).unwrap();
    assert!(opened(&refused, "sslmode=require").await.is_err());
}

async fn opened(url: &Url, query: &str) -> Result<Store, atelier_store::StoreError> {
    let mut url = url.clone();
    url.set_query(Some(query));
    Store::open(&Target::Postgres(url.into())).await
}

/// A front of the server with a certificate for `localhost`: its port, and the file of its certificate.
async fn front(server: &Url, folder: &Path) -> (u16, String) {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let file = folder.join("authority.pem");
    std::fs::write(&file, cert.pem()).unwrap();
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(vec![cert.der().clone()], key).unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let to = (server.host_str().unwrap().to_owned(), server.port().unwrap_or(5432));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let (acceptor, to) = (acceptor.clone(), to.clone());
            tokio::spawn(async move {
                let mut asked = [0; 8];
                stream.read_exact(&mut asked).await?;
                assert_eq!(asked, ASKS, "something was said in the clear");
                stream.write_all(b"S").await?;
                let mut secured = acceptor.accept(stream).await?;
                let mut server = TcpStream::connect(to).await?;
                copy_bidirectional(&mut secured, &mut server).await
            });
        }
    });
    (port, file.to_string_lossy().into_owned())
}

/// Says no to whoever asks for TLS.
async fn without_tls() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut asked = [0; 8];
            if stream.read_exact(&mut asked).await.is_ok() {
                let _ = stream.write_all(b"N").await;
            }
        }
    });
    port
}
