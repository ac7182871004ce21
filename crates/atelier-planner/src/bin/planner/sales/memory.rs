//! Memory of the process, as the system tells it.

/// Most memory used so far, in kB; `None` where the system does not say.
pub fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Gives the peak so far and begins a new one, so that reading is counted apart from planning.
pub fn begin_peak() -> Option<u64> {
    let so_far = peak();
    // Refused on some systems: the later figure then includes the reading.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    so_far
}
