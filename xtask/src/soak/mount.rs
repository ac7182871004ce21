//! A file system of its own in a file, which can be cut off as by a power failure, or filled.

use super::options::fresh;
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Ends an ext4 file system at once (`EXT4_IOC_SHUTDOWN`, 2: the log is not flushed): what was not
/// synced is gone, and nothing more is written.
const SHUTDOWN: &str = r#"my $how = pack("L", 2); open(my $fs, "<", $ARGV[0]) or die $!; ioctl($fs, 0x8004587d, $how) or die $!;"#;

/// Whether this user may mount a file system here.
pub fn possible() -> bool {
    Image::new("possible", 2).is_ok()
}

/// An ext4 image, mounted; unmounted when it goes.
pub struct Image {
    file: PathBuf,
    point: PathBuf,
}

impl Image {
    /// A new one of so many megabytes.
    ///
    /// # Errors
    /// When this user may not mount.
    pub fn new(name: &str, megabytes: u64) -> Result<Self> {
        let folder = fresh(name)?;
        let image = Self { file: folder.join("image"), point: folder.join("mounted") };
        std::fs::create_dir_all(&image.point)?;
        std::fs::File::create(&image.file)?.set_len(megabytes << 20)?;
        run(Command::new("mkfs.ext4").arg("-q").arg(&image.file))?;
        image.mount().context("a file system of its own needs root, loop devices and ext4")?;
        Ok(image)
    }

    /// Where it is mounted.
    pub fn point(&self) -> &Path {
        &self.point
    }

    /// Mounts it, replaying its journal.
    ///
    /// # Errors
    /// When it cannot be mounted.
    pub fn mount(&self) -> Result<()> {
        run(Command::new("mount").args(["-o", "loop"]).arg(&self.file).arg(&self.point))
    }

    /// # Errors
    /// While something is open on it.
    pub fn unmount(&self) -> Result<()> {
        run(Command::new("umount").arg(&self.point))
    }

    /// The power goes.
    ///
    /// # Errors
    /// When the kernel does not know how.
    pub fn cut(&self) -> Result<()> {
        run(Command::new("perl").args(["-e", SHUTDOWN]).arg(&self.point))
    }
}

impl Drop for Image {
    fn drop(&mut self) {
        let _ = self.unmount();
    }
}

fn run(command: &mut Command) -> Result<()> {
    let done = command.output().with_context(|| format!("cannot start {command:?}"))?;
    let said = String::from_utf8_lossy(&done.stderr);
    ensure!(done.status.success(), "{command:?} ended with {}: {said}", done.status);
    Ok(())
}
