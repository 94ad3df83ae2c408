//! The price of a skill: what it costs at most to come by it from nothing.
//!
//! A price adds up the offering and the prices of all it requires, as if nothing were shared; so it is never below what the cheapest
//! way really costs, and a way at that price exists: follow `best`. Taking skills in the order of their price settles each once
//! (Knuth's generalisation of Dijkstra's algorithm), whatever circles the requirements make.

use crate::lists::Lists;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// No way leads there.
pub(crate) const NEVER: i64 = i64::MAX / 4;
/// No offering.
pub(crate) const NONE: u32 = u32::MAX;

/// Prices by skill.
#[derive(Debug, Default, Clone)]
pub(crate) struct Prices {
    pub price: Vec<i64>,
    /// The offering that gives the skill at that price.
    pub best: Vec<u32>,
}

/// The prices of all skills, with the offerings that `open` lets through; those found so far once `late` says so.
pub(crate) fn prices(
    skills: usize,
    teaches: &Lists,
    requires: &Lists,
    cost: &[i64],
    open: impl Fn(usize) -> bool,
    late: &dyn Fn() -> bool,
) -> Prices {
    let requirers = requires.reversed(skills, &open);
    let mut found = Prices { price: vec![NEVER; skills], best: vec![NONE; skills] };
    let mut missing: Vec<u32> = (0..cost.len()).map(|offering| requires.of(offering).len() as u32).collect();
    let mut sum = cost.to_vec();
    let ready = |&offering: &usize| missing[offering] == 0 && open(offering);
    let mut queue: BinaryHeap<Reverse<(i64, u32)>> =
        (0..cost.len()).filter(ready).map(|offering| Reverse((cost[offering], offering as u32))).collect();
    let mut steps = 0u32;
    while let Some(Reverse((price, offering))) = queue.pop() {
        steps += 1;
        if steps & 0xfff == 0 && late() {
            break;
        }
        for &skill in teaches.of(offering as usize) {
            if found.best[skill as usize] != NONE {
                continue;
            }
            found.price[skill as usize] = price;
            found.best[skill as usize] = offering;
            for &next in requirers.of(skill as usize) {
                let next = next as usize;
                sum[next] = (sum[next] + price).min(NEVER - 1);
                missing[next] -= 1;
                if missing[next] == 0 {
                    queue.push(Reverse((sum[next], next as u32)));
                }
            }
        }
    }
    found
}

/// Numbers as keys of a map: spread by one multiplication.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Spread(u64);

impl std::hash::Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }
    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 ^= self.0 >> 29;
    }
}

pub(crate) type Spreading = std::hash::BuildHasherDefault<Spread>;
pub(crate) type Map<V> = std::collections::HashMap<u32, V, Spreading>;
pub(crate) type Set = std::collections::HashSet<u32, Spreading>;
