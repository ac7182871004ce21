//! `cargo xtask release`: the programs as they are handed over, in `dist/`: an archive, a Debian package,
//! their checksums. The container is built from `packaging/Containerfile`.

use crate::run;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Programs handed over.
const PROGRAMS: [&str; 2] = ["atelier", "atelier-verifier"];

/// What goes beside them: from, to, mode.
const FILES: [(&str, &str, u32); 7] = [
    ("packaging/atelier.service", "usr/lib/systemd/system/atelier.service", 0o644),
    ("packaging/atelier-worker@.service", "usr/lib/systemd/system/atelier-worker@.service", 0o644),
    ("packaging/atelier.env", "etc/atelier/atelier.env", 0o640),
    ("packaging/debian/copyright", "usr/share/doc/atelier/copyright", 0o644),
    ("docs/operations.md", "usr/share/doc/atelier/operations.md", 0o644),
    ("README.md", "usr/share/doc/atelier/README.md", 0o644),
    ("CHANGELOG.md", "usr/share/doc/atelier/CHANGELOG.md", 0o644),
];

/// Scripts of the package.
const SCRIPTS: [&str; 3] = ["postinst", "prerm", "postrm"];

/// Builds everything; with a folder, packs the programs that are there instead of building them.
///
/// # Errors
/// What a tool says.
pub fn hand_over(built: Option<&str>) -> Result<()> {
    let dist = run::root().join("dist");
    if let Some(folder) = built {
        return pack(Path::new(folder), &dist);
    }
    let mut build = run::command("cargo", &["build", "--release", "--locked"]);
    build.args(["-p", "atelier-server", "-p", "atelier-verifier"]);
    run::show(build.args(PROGRAMS.map(|program| ["--bin", program]).concat()))?;
    pack(&run::target().join("release"), &dist)
}

/// Packs programs that are built.
fn pack(programs: &Path, dist: &Path) -> Result<()> {
    let work = run::target().join("package");
    for folder in [&work, &dist.to_owned()] {
        fs::remove_dir_all(folder).or_else(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Ok(()),
            _ => Err(error),
        })?;
        fs::create_dir_all(folder)?;
    }
    let epoch = commit_time();
    let tree = work.join("tree");
    lay(programs, &tree)?;
    let archive = archive(&tree, dist, &epoch)?;
    let package = package(&tree, dist, &epoch)?;
    let names = [archive, package];
    let sums = Command::new("sha256sum").args(&names).current_dir(dist).output()?;
    ensure!(sums.status.success(), "sha256sum failed");
    fs::write(dist.join("SHA256SUMS"), sums.stdout)?;
    for name in names {
        let size = fs::metadata(dist.join(&name))?.len() as f64 / 1e6;
        println!("{}: {size:.1} MB", dist.join(name).display());
    }
    Ok(())
}

/// The files, where they will stand.
fn lay(programs: &Path, tree: &Path) -> Result<()> {
    for program in PROGRAMS {
        put(&programs.join(program), &tree.join("usr/bin").join(program), 0o755)?;
    }
    for (from, to, mode) in FILES {
        put(&run::root().join(from), &tree.join(to), mode)?;
    }
    Ok(())
}

fn put(from: &Path, to: &Path, mode: u32) -> Result<()> {
    fs::create_dir_all(to.parent().context("a file in a folder")?)?;
    fs::copy(from, to).with_context(|| format!("{} is missing", from.display()))?;
    Ok(fs::set_permissions(to, fs::Permissions::from_mode(mode))?)
}

/// When the sources were last changed: files are dated so, and the same sources give the same archive.
fn commit_time() -> String {
    let asked = run::command("git", &["log", "-1", "--format=%ct"]).output();
    let told = asked.map(|out| String::from_utf8_lossy(&out.stdout).trim().to_owned()).unwrap_or_default();
    if told.is_empty() { "0".to_owned() } else { told }
}

/// `atelier-VERSION-ARCHITECTURE-linux.tar.gz`.
fn archive(tree: &Path, dist: &Path, epoch: &str) -> Result<String> {
    let name = format!("atelier-{}-{}-linux.tar.gz", env!("CARGO_PKG_VERSION"), std::env::consts::ARCH);
    let mut tar = Command::new("tar");
    tar.args(["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--use-compress-program=gzip -n"]);
    tar.arg(format!("--mtime=@{epoch}")).arg("-cf").arg(dist.join(&name)).arg("-C").arg(tree).arg(".");
    run::show(&mut tar)?;
    Ok(name)
}

/// `atelier_VERSION_ARCHITECTURE.deb`.
fn package(tree: &Path, dist: &Path, epoch: &str) -> Result<String> {
    let architecture = match std::env::consts::ARCH {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        other => other,
    };
    let about = tree.join("DEBIAN");
    for script in SCRIPTS {
        put(&run::root().join("packaging/debian").join(script), &about.join(script), 0o755)?;
    }
    fs::write(about.join("conffiles"), "/etc/atelier/atelier.env\n")?;
    let libc = newest_libc(&fs::read(tree.join("usr/bin/atelier"))?).context("not a program for glibc")?;
    fs::write(about.join("control"), control(architecture, &libc))?;
    let name = format!("atelier_{}_{architecture}.deb", env!("CARGO_PKG_VERSION"));
    let mut build = Command::new("dpkg-deb");
    build.args(["--root-owner-group", "--build"]).arg(tree).arg(dist.join(&name));
    run::show(build.env("SOURCE_DATE_EPOCH", epoch).stdout(Stdio::null()))?;
    Ok(name)
}

fn control(architecture: &str, libc: &str) -> String {
    format!(
        "Package: atelier\nVersion: {}\nArchitecture: {architecture}\n\
         Maintainer: The contributors of Atelier <atelier@localhost>\n\
         Section: misc\nPriority: optional\nDepends: libc6 (>= {libc}), libgcc-s1, adduser\n\
         Suggests: postgresql\n\
         Description: runs a sales department as a workshop\n\
         \x20Plans commercial actions from objectives, capacities and processes, and keeps\n\
         \x20every fact in a ledger that can be verified. One program, on SQLite or PostgreSQL.\n",
        env!("CARGO_PKG_VERSION")
    )
}

/// The newest version of the C library that the program asks for.
fn newest_libc(program: &[u8]) -> Option<String> {
    let mark = b"GLIBC_2.";
    let starts = program.windows(mark.len()).enumerate().filter(|(_, window)| window == mark);
    let minor = |(at, _): (usize, &[u8])| {
        let digits = program[at + mark.len()..].iter().take(3).take_while(|byte| byte.is_ascii_digit());
        String::from_utf8(digits.copied().collect()).ok()?.parse::<u32>().ok()
    };
    starts.filter_map(minor).max().map(|minor| format!("2.{minor}"))
}

/// The binary of the release, with its size.
///
/// # Errors
/// When it does not build.
pub fn size() -> Result<()> {
    run::show(&mut run::command("cargo", &["build", "--release", "--bin", "atelier"]))?;
    let program: PathBuf = run::target().join("release/atelier");
    println!("{}: {:.1} MB", program.display(), fs::metadata(&program)?.len() as f64 / 1e6);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_package_is_in_the_tree() {
        let here = |path: &str| run::root().join(path).is_file();
        assert!(FILES.iter().all(|(from, ..)| here(from)));
        assert!(SCRIPTS.iter().all(|script| here(&format!("packaging/debian/{script}"))));
    }

    #[test]
    fn the_newest_library_asked_for_is_found() {
        assert_eq!(newest_libc(b"..GLIBC_2.9\0GLIBC_2.34\0GLIBC_2.4").as_deref(), Some("2.34"));
        assert_eq!(newest_libc(b"GLIBC_PRIVATE"), None);
    }
}
