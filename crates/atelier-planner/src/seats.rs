//! Who sits where: one distinct resource per need.

use crate::{Need, ResourceId};

/// The first assignment of distinct people in the order of the needs, then of their candidates.
pub(crate) fn distinct<T: Copy + PartialEq>(free: &[Vec<T>]) -> Option<Vec<T>> {
    let mut chosen: Vec<T> = Vec::with_capacity(free.len());
    for (need, candidates) in free.iter().enumerate() {
        let who = candidates.iter().copied().find(|&who| {
            let mut seats = Seats::new(&free[need + 1..], &chosen);
            !chosen.contains(&who) && seats.without(who).all_served()
        })?;
        chosen.push(who);
    }
    Some(chosen)
}

/// The first need that cannot be served even when everybody is free.
pub(crate) fn impossible(needs: &[Need]) -> Option<usize> {
    let candidates: Vec<Vec<ResourceId>> = needs.iter().map(|need| need.candidates.clone()).collect();
    (0..needs.len()).find(|&last| !Seats::new(&candidates[..=last], &[]).all_served())
}

/// A matching under construction, by augmenting paths (Kuhn).
struct Seats<'a, T> {
    free: &'a [Vec<T>],
    taken: Vec<T>,
    /// Who serves which need.
    served: Vec<(T, usize)>,
}

impl<'a, T: Copy + PartialEq> Seats<'a, T> {
    fn new(free: &'a [Vec<T>], taken: &[T]) -> Self {
        Self { free, taken: taken.to_vec(), served: Vec::new() }
    }

    fn without(&mut self, who: T) -> &mut Self {
        self.taken.push(who);
        self
    }

    fn all_served(&mut self) -> bool {
        (0..self.free.len()).all(|need| self.serve(need, &mut Vec::new()))
    }

    fn serve(&mut self, need: usize, asked: &mut Vec<T>) -> bool {
        for &who in &self.free[need] {
            if self.taken.contains(&who) || asked.contains(&who) {
                continue;
            }
            asked.push(who);
            match self.served.iter().position(|seat| seat.0 == who) {
                None => self.served.push((who, need)),
                Some(seat) if self.serve(self.served[seat].1, asked) => self.served[seat].1 = need,
                Some(_) => continue,
            }
            return true;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(free: &[&[u32]]) -> Option<Vec<u32>> {
        let free: Vec<Vec<ResourceId>> =
            free.iter().map(|need| need.iter().map(|&who| ResourceId(who)).collect()).collect();
        distinct(&free).map(|chosen| chosen.iter().map(|who| who.0).collect())
    }

    #[test]
    fn the_preferred_person_steps_aside_only_when_somebody_else_has_no_choice() {
        assert_eq!(of(&[&[1, 2], &[1, 2]]), Some(vec![1, 2]));
        assert_eq!(of(&[&[1, 2], &[1]]), Some(vec![2, 1]));
        assert_eq!(of(&[&[1, 2], &[2, 3], &[1]]), Some(vec![2, 3, 1]));
        assert_eq!(of(&[&[1], &[1]]), None);
        assert_eq!(of(&[&[1, 2], &[1, 2], &[2, 1]]), None);
        assert_eq!(of(&[]), Some(vec![]));
    }
}
