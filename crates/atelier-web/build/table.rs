//! The Rust table of the files of a built interface.

use crate::files;
use std::path::Path;

/// `FILES` sorted by path, and `BUILT`, as source text.
pub fn of(dist: &Path, built: bool) -> Result<String, String> {
    let mut rows: Vec<(String, String)> = Vec::new();
    for file in files::list(dist)? {
        let path = relative(dist, &file)?;
        let row = row(&path, &file)?;
        rows.push((path, row));
    }
    rows.sort();
    let mut text = format!(
        "pub(crate) const IS_BUILT: bool = {built};\npub(crate) static FILES: &[(&str, File)] = &[\n"
    );
    for (_, row) in rows {
        text.push_str(&row);
    }
    text.push_str("];\n");
    Ok(text)
}

fn row(path: &str, file: &Path) -> Result<String, String> {
    let bytes = files::read(file)?;
    let source =
        file.canonicalize().map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    let source = source.display().to_string();
    let (mime, tag) = (mime(path)?, fnv(&bytes));
    // Vite writes the hash of the content in the name of what it puts there.
    let immutable = path.starts_with("assets/");
    Ok(format!(
        "    ({path:?}, File {{ bytes: include_bytes!({source:?}), mime: {mime:?}, etag: \"\\\"{tag:016x}\\\"\", immutable: {immutable} }}),\n"
    ))
}

fn relative(dist: &Path, file: &Path) -> Result<String, String> {
    let path = file.strip_prefix(dist).map_err(|error| error.to_string())?;
    Ok(path.to_string_lossy().replace('\\', "/"))
}

/// Media type by extension; an unknown one stops the build rather than being guessed by browsers.
fn mime(path: &str) -> Result<&'static str, String> {
    Ok(match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        _ => {
            return Err(format!(
                "the media type of {path} is unknown: add it to crates/atelier-web/build/table.rs"
            ));
        }
    })
}

/// FNV-1a, 64 bits: tells two contents apart for a browser's cache; it protects nothing.
fn fnv(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
