//! A throw-away PostgreSQL cluster for the tests: started, used, stopped and deleted.

use anyhow::{Context as _, Result, bail, ensure};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// Runs `f` with the URL of a fresh cluster where it may create databases. The cluster is deleted
/// afterwards, also when `f` fails.
///
/// # Errors
/// What is missing and how to install it; otherwise the error of `f`.
pub fn with_postgres<T>(f: impl FnOnce(&str) -> Result<T>) -> Result<T> {
    with_cluster(false, |cluster| f(&cluster.url()))
}

/// The same, with the cluster itself: `durable` makes it wait for its disk, as one that is used does.
///
/// # Errors
/// What is missing and how to install it; otherwise the error of `f`.
pub fn with_cluster<T>(durable: bool, f: impl FnOnce(&Cluster) -> Result<T>) -> Result<T> {
    let tools = find_or_install()?;
    let cluster = Cluster::start(&tools, durable)?;
    f(&cluster)
}

/// The folder of the server's programs, installed from the distribution when we may.
fn find_or_install() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if is_root() {
        eprintln!("PostgreSQL is missing: installing it from the distribution");
        let mut install = Command::new("apt-get");
        install.args(["install", "--yes", "--no-install-recommends", "postgresql"]);
        run(install.env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    find().context("PostgreSQL is missing. Install the package `postgresql` (initdb and pg_ctl are needed)")
}

/// The newest version of the distribution first, then whatever is on the path.
fn find() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .map(|entries| entries.flatten().map(|entry| entry.path().join("bin")).collect())
        .unwrap_or_default();
    folders.sort_by_key(|folder| std::cmp::Reverse(version(folder)));
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    folders.into_iter().find(|folder| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file())
}

fn version(bin: &Path) -> u32 {
    let name = bin.parent().and_then(Path::file_name).unwrap_or_default();
    name.to_string_lossy().parse().unwrap_or(0)
}

fn is_root() -> bool {
    // The owner of our own process folder: no unsafe call, no more crates.
    #[cfg(target_os = "linux")]
    return fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    #[cfg(not(target_os = "linux"))]
    return false;
}

/// A running cluster; dropping it stops the server and deletes its folder.
pub struct Cluster {
    tools: PathBuf,
    home: PathBuf,
    port: u16,
    /// Who runs the server: PostgreSQL refuses to run as root.
    user: Option<&'static str>,
    durable: bool,
}

impl Cluster {
    fn start(tools: &Path, durable: bool) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let home = env::temp_dir().join(["atelier-postgres", &port.to_string()].join("-"));
        fs::create_dir_all(&home)?;
        let user = is_root().then(server_user);
        let cluster = Self { tools: tools.to_owned(), home, port, user, durable };
        if let Some(user) = user {
            run(Command::new("chown").arg(user).arg(&cluster.home))?;
        }
        let options = ["--auth=trust", "--username=atelier", "--encoding=UTF8", "--no-sync", "--pgdata"];
        run(cluster.tool("initdb").args(options).arg(cluster.data()))?;
        run(cluster.tool("pg_ctl").args(["--wait", "--timeout=60", "--options", &cluster.options()]).args(
            [
                "--log",
                &cluster.home.join("log").to_string_lossy(),
                "start",
                "--pgdata",
                &cluster.data().to_string_lossy(),
            ],
        ))?;
        Ok(cluster)
    }

    /// Loopback only; durability off for tests, since the data die with them.
    fn options(&self) -> String {
        let home = self.home.to_string_lossy();
        let disk = if self.durable { "" } else { "-c fsync=off -c full_page_writes=off" };
        [
            "-c listen_addresses=127.0.0.1 -p ",
            &self.port.to_string(),
            " -c unix_socket_directories='",
            &home,
            "' -c max_connections=200 ",
            disk,
        ]
        .concat()
    }

    fn data(&self) -> PathBuf {
        self.home.join("data")
    }

    /// Stops it as a failure would, and starts it again.
    ///
    /// # Errors
    /// When it does not come back.
    pub fn restart(&self) -> Result<()> {
        let mut restart = self.tool("pg_ctl");
        restart.args(["--mode=immediate", "--wait", "--timeout=60", "restart", "--options", &self.options()]);
        restart.args(["--log", &self.home.join("log").to_string_lossy(), "--pgdata"]).arg(self.data());
        run(&mut restart)
    }

    /// Where programs reach it.
    pub fn url(&self) -> String {
        ["postgres://atelier@127.0.0.1:", &self.port.to_string(), "/postgres"].concat()
    }

    fn tool(&self, name: &str) -> Command {
        let program = self.tools.join(name);
        let mut command = match self.user {
            None => Command::new(program),
            Some(user) => {
                let mut command = Command::new("runuser");
                command.args(["-u", user, "--"]).arg(program);
                command
            }
        };
        command.current_dir(&self.home);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let mut stop = self.tool("pg_ctl");
        stop.args(["--mode=immediate", "stop", "--pgdata"]).arg(self.data());
        let stopped = run(&mut stop).and_then(|()| Ok(fs::remove_dir_all(&self.home)?));
        if let Err(error) = stopped {
            eprintln!("the PostgreSQL cluster in {} was not cleaned up: {error:#}", self.home.display());
        }
    }
}

/// `postgres` where the distribution made it, else `nobody`.
fn server_user() -> &'static str {
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    if users.lines().any(|line| line.starts_with("postgres:")) { "postgres" } else { "nobody" }
}

/// Runs to the end; what it printed is shown only when it fails.
fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    // A server started by `pg_ctl` keeps the outputs it was given: a pipe would never end.
    let log = env::temp_dir().join(["xtask", &std::process::id().to_string(), "log"].join("-"));
    let out = fs::File::create(&log)?;
    let status = command.stdin(Stdio::null()).stderr(out.try_clone()?).stdout(out).status();
    let said = fs::read_to_string(&log).unwrap_or_default();
    fs::remove_file(&log).ok();
    match status {
        Ok(status) => ensure!(status.success(), "{name} failed ({status}):\n{said}"),
        Err(error) => bail!("{name} could not be run: {error}"),
    }
    Ok(())
}
