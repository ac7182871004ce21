//! Who is on the stage: the service, a real provider, a forger and a browser.

use atelier_domain::controls::{Role, Standing};
use atelier_domain::language::Currency;
use atelier_server::http::{Service, Site, service};
use atelier_server::outbound::{Outbound, Own, Sent};
use atelier_server::rights::{self, Change, Draft, Provider, ProviderAsked, ProviderSettings};
use atelier_server::workbench::{Act, Office, Workbench};
use atelier_store::{Company, Store, Target};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use jiff::Timestamp;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Once;
use tower::ServiceExt;
use url::Url;

pub const BACK: &str = "http://localhost:4310/provider";
pub const SECRET: &str = "a secret for tests of at least thirty-two bytes";
pub const PASSWORD: &str = "une phrase de plusieurs mots";

fn install(folder: &Path) {
    if folder.join("node_modules/.package-lock.json").exists() {
        return;
    }
    let installed = Command::new("npm").args(["ci"]).current_dir(folder).stdout(Stdio::null()).status();
    let installed = installed.expect("npm is needed: install the packages nodejs and npm");
    assert!(installed.success(), "npm ci in {}", folder.display());
}

/// The three of Node, ended with this value.
pub struct Others {
    child: Child,
    told: Value,
}

impl Others {
    /// Installed once when they are not there yet: the tests of the two engines begin together.
    pub fn start() -> Self {
        static INSTALLED: Once = Once::new();
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/openid/provider");
        INSTALLED.call_once(|| install(&folder));
        let mut node = Command::new("node");
        node.args(["--no-warnings", "provider.mjs", BACK, SECRET]).current_dir(&folder);
        let piped = node.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = piped.spawn().expect("node is needed: install the package nodejs");
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.map_while(Result::ok).find(|line| line.starts_with('{'));
        let told = serde_json::from_str(&line.expect("the provider does not start")).unwrap();
        Self { child, told }
    }

    pub fn url(&self, who: &str) -> &str {
        self.told[who].as_str().unwrap()
    }

    /// What the browser answers.
    pub async fn browser(&self, path: &str, pairs: &[(&str, &str)]) -> Value {
        let mut url = Url::parse(self.url("browser")).unwrap();
        url.set_path(path);
        url.query_pairs_mut().extend_pairs(pairs);
        let client = Outbound::new(Own::read(self.url("browser")).unwrap(), None).unwrap();
        let to = client.destination(url.as_str()).unwrap();
        let sent = Sent { method: Method::GET, to, headers: HeaderMap::new(), body: Bytes::new() };
        serde_json::from_slice(&client.send(sent).await.unwrap().body).unwrap()
    }

    /// Where somebody is sent back to, who was sent to this address of the provider.
    pub async fn come(&self, address: &Url, who: &str) -> Value {
        let mut address = address.clone();
        address.query_pairs_mut().append_pair("login_hint", who);
        self.browser("/come", &[("to", address.as_str())]).await
    }
}

impl Drop for Others {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One company: Léa, who may sign in, and Max, who no longer may.
pub struct House {
    pub bench: Workbench,
    pub office: Office,
    /// Where the node programs are.
    pub others: Others,
}

impl House {
    pub async fn on(target: &Target) -> Self {
        let bench = Workbench::new(Store::open(target).await.unwrap());
        let act = Act { actor: "tests", now: Timestamp::now(), source: "tests" };
        let company = Company {
            code: "garonne".into(),
            name: "Garonne".into(),
            currency: Currency::EUR,
            zone: "Europe/Paris".into(),
        };
        let office = bench.found(company, &act).await.unwrap();
        for (login, role) in [
            ("lea@garonne.example", Role::Administrator),
            ("max@garonne.example", Role::Finance),
            ("sam@garonne.example", Role::Compliance),
        ] {
            let roles = vec![role.code().to_owned()];
            let draft = Draft { login: login.into(), name: login.into(), roles, ..Draft::default() };
            let (user, _) = rights::add(&bench, &office, draft, &act).await.unwrap();
            rights::set_password(&bench, &office, &user, PASSWORD, &act).await.unwrap();
            if role == Role::Finance {
                let change = Change { standing: Some(Standing::Disabled), ..Change::default() };
                rights::change(&bench, &office, user.id, change, &act).await.unwrap();
            }
        }
        Self { bench, office, others: Others::start() }
    }

    /// The service with a provider under this issuer.
    pub fn by(&self, issuer: &str, trusts_second: bool) -> Door {
        let asked = ProviderAsked {
            issuer: issuer.to_owned(),
            client: Some("atelier".into()),
            secret: Some(SECRET.into()),
            label: Some("Garonne".into()),
            domains: vec!["garonne.example".into()],
            trusts_second,
            secret_file: None,
        };
        let settings = ProviderSettings::read(asked, BACK.to_owned()).unwrap();
        let client = Outbound::new(Own::read(issuer).unwrap(), None).unwrap();
        let provider = Provider::new(settings, client).unwrap();
        Door(service(Service::new(self.bench.clone().with_provider(provider), Site::Loopback)))
    }
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Answer {
    /// Status and code of a refusal.
    pub fn refused(&self) -> (u16, &str) {
        (self.status.as_u16(), self.body["code"].as_str().unwrap_or_default())
    }

    /// A cookie that it sets, as a browser sends it back.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let lines = self.headers.get_all("set-cookie").iter().map(|line| line.to_str().unwrap());
        let mut pairs = lines.filter_map(|line| line.split(';').next());
        pairs.find(|pair| pair.starts_with(&format!("{name}="))).map(str::to_owned)
    }
}

/// The service, as one browser sees it.
pub struct Door(pub Router);

impl Door {
    pub async fn ask(&self, method: Method, address: &str, cookie: &str, body: Value) -> Answer {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let request = Request::builder().method(method).uri(address).header("host", "localhost:4310");
        let request = request.header("cookie", cookie).header("content-type", "application/json");
        let response = self.0.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        Answer { status, headers, body: serde_json::from_slice(&bytes).unwrap_or_default() }
    }

    /// Sets out: the address of the provider, and the cookie of the way.
    pub async fn set_out(&self) -> (Url, String) {
        let answer = self.ask(Method::POST, "/api/session/provider", "", Value::Null).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        let cookie = answer.cookie("atelier-way").unwrap();
        (Url::parse(answer.body["address"].as_str().unwrap()).unwrap(), cookie)
    }

    /// Comes back with what an address says.
    pub async fn come_back(&self, cookie: &str, address: &str) -> Answer {
        let brought: serde_json::Map<String, Value> = Url::parse(address)
            .unwrap()
            .query_pairs()
            .filter(|(name, _)| ["state", "code", "error", "iss"].contains(&&**name))
            .map(|(name, value)| (name.into_owned(), Value::String(value.into_owned())))
            .collect();
        self.ask(Method::POST, "/api/session/provider/code", cookie, Value::Object(brought)).await
    }
}
