//! Pieces of work on several threads.

/// `work(0)`, `work(1)`… on threads; the results in order.
pub(super) fn side_by_side<T: Send>(
    count: usize,
    threads: usize,
    work: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    let shares = side_by_side_with(count, threads, Vec::new, |found, i| found.push((i, work(i))));
    let mut found: Vec<(usize, T)> = shares.into_iter().flat_map(|(found, _)| found).collect();
    found.sort_by_key(|(i, _)| *i);
    found.into_iter().map(|(_, result)| result).collect()
}

/// Each thread makes its own state and takes the next piece of work as long as there is one; gives
/// the states and the pieces each of them took.
pub(super) fn side_by_side_with<S: Send>(
    count: usize,
    threads: usize,
    make: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, usize) + Sync,
) -> Vec<(S, Vec<usize>)> {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let share = || {
        let (mut state, mut done) = (make(), Vec::new());
        loop {
            let i = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            if i >= count {
                return (state, done);
            }
            work(&mut state, i);
            done.push(i);
        }
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.clamp(1, count.max(1))).map(|_| scope.spawn(share)).collect();
        let mut states = vec![share()];
        for other in others {
            match other.join() {
                Ok(state) => states.push(state),
                Err(cause) => std::panic::resume_unwind(cause),
            }
        }
        states
    })
}
