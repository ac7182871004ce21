//! Copies and lists, with errors that name the file.

use std::fs;
use std::path::{Path, PathBuf};

/// Copies a file or a whole directory; a file with the same content keeps its date.
pub fn copy(from: &Path, to: &Path) -> Result<(), String> {
    for file in list(from)? {
        let target = file
            .strip_prefix(from)
            .ok()
            .filter(|rest| *rest != Path::new(""))
            .map_or_else(|| to.to_path_buf(), |rest| to.join(rest));
        let bytes = read(&file)?;
        if fs::read(&target).ok().as_ref() != Some(&bytes) {
            write(&target, bytes)?;
        }
    }
    Ok(())
}

/// Every file under a directory, or the file itself, in the order of their paths.
pub fn list(path: &Path) -> Result<Vec<PathBuf>, String> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut found = Vec::new();
    let entries =
        fs::read_dir(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    for entry in entries {
        let entry = entry.map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        found.extend(list(&entry.path())?);
    }
    found.sort();
    Ok(found)
}

pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

/// Writes a file and the directories above it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), String> {
    let parent = path.parent().unwrap_or(path);
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(path, content))
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

/// Removes what an earlier build left, so that a deleted source does not come back.
pub fn clear(dir: &Path) -> Result<(), String> {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} cannot be removed: {error}", dir.display()))
        }
        _ => Ok(()),
    }
}
