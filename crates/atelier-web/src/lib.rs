//! The web interface, built by the build script and embedded.

include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// One embedded file, with what a server says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File {
    /// Its content, not compressed.
    pub bytes: &'static [u8],
    /// Its media type, with the charset of texts.
    pub mime: &'static str,
    /// A strong entity tag, quotes included: the FNV-1a hash of the content.
    pub etag: &'static str,
    /// Whether its name carries the hash of its content, so that a browser may keep it for ever.
    pub immutable: bool,
}

/// The file at `path` of the interface (`assets/index-….js`), with or without a leading slash.
///
/// The root is the page itself. Addresses of pages such as `/plan` are not files: see [`page`].
pub fn file(path: &str) -> Option<File> {
    let path = match path.trim_start_matches('/') {
        "" => "index.html",
        path => path,
    };
    let at = FILES.binary_search_by_key(&path, |(name, _)| name).ok()?;
    Some(FILES[at].1)
}

/// The one page of the interface, answered at every address that it draws itself (`/`, `/plan`).
pub fn page() -> File {
    let page = file("index.html");
    assert!(page.is_some(), "the build script always embeds index.html");
    page.unwrap_or(File { bytes: b"", mime: "text/html; charset=utf-8", etag: "\"\"", immutable: false })
}

/// Every embedded path, in order, without a leading slash.
pub fn paths() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(path, _)| *path)
}

/// Whether the interface is there; false after `ATELIER_WEB=skip`, whose only page says so.
pub fn is_built() -> bool {
    IS_BUILT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_found_by_its_path_with_or_without_a_slash() {
        assert!(FILES.is_sorted_by_key(|(path, _)| *path), "binary search needs the order");
        for (path, known) in FILES {
            assert_eq!(file(path), Some(*known));
            assert_eq!(file(&format!("/{path}")), Some(*known));
            assert!(!known.bytes.is_empty(), "{path} is empty");
        }
        assert_eq!(file("/"), Some(page()));
        assert_eq!(file("assets/missing.js"), None);
        assert_eq!(file("/plan"), None);
    }

    #[test]
    fn only_files_named_by_their_content_may_be_kept_for_ever() {
        assert!(!page().immutable);
        for (path, known) in FILES {
            assert_eq!(known.immutable, path.starts_with("assets/"), "{path}");
        }
    }

    #[test]
    fn the_page_names_only_embedded_files_and_carries_no_inline_script() {
        let html = std::str::from_utf8(page().bytes).expect("the page is text");
        for tag in html.split("<script").skip(1) {
            assert!(tag.contains("src=\"/") && tag.contains("></script>"), "inline script: {tag}");
        }
        assert!(!html.contains(" style=") && !html.contains("<style"));
        for named in html.split("=\"/").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(file(named).is_some(), "{named} is not embedded");
        }
        assert_eq!(is_built(), html.contains("id=\"app\""));
    }
}
