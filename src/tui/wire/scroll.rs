//! Which rows to move before the rest is sent: one region of the screen, when that makes the frame shorter.

use std::collections::BTreeMap;

use super::encoder::Encoder;
use super::glyph::Glyph;
use super::row;
use super::screen::Screen;

/// What a scroll costs by itself, about.
const OPERATION: usize = 14;
/// So few bytes no scroll makes fewer, with the row that comes in and the way to it.
const FEW: usize = 32;
/// What the way to a run of changed cells costs, about.
const WAY: usize = 4;
/// Most distances that are tried because equal rows speak for them.
const TRIES: usize = 3;
/// Spreads the bytes of a text over a number: the golden ratio, without an even factor.
const FOLD: u64 = 0x9E37_79B9_7F4A_7C15;
/// Distances that are tried unless most rows agree on one: rows that are only alike, such as rules with and without a
/// title, cast no vote.
const SHORT: [isize; 4] = [1, -1, 2, -2];

/// Rows `top` to `bottom` go up by `by`, down when negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Scroll {
    top: usize,
    bottom: usize,
    by: isize,
}

/// Sends what takes a terminal from one screen to the other; only `touched` rows may differ.
pub(super) fn encode(encoder: &mut Encoder, front: &Screen, back: &Screen, touched: &[bool]) {
    let differs: Vec<usize> =
        (0..back.rows.len()).filter(|y| touched[*y] && front.rows[*y] != back.rows[*y]).collect();
    let mut plain = encoder.fork();
    for y in &differs {
        row::encode(&mut plain, &front.rows[*y], &back.rows[*y], row_no(*y));
    }
    let scroll = if plain.len() > FEW { best(front, back, &differs) } else { None };
    let scrolled = scroll.map(|scroll| after(scroll, encoder.fork(), front, back));
    encoder.join(scrolled.filter(|scrolled| scrolled.len() < plain.len()).unwrap_or(plain));
}

/// Sends a scroll, and what differs then.
fn after(scroll: Scroll, mut encoder: Encoder, front: &Screen, back: &Screen) -> Encoder {
    let Scroll { top, bottom, by } = scroll;
    encoder.scroll(row_no(top), row_no(bottom), row_no(front.rows.len()), by);
    let blank = Screen::blank_row(back.width);
    for (y, new) in back.rows.iter().enumerate() {
        let region = top..=bottom;
        let from = if region.contains(&y) { y.checked_add_signed(by) } else { Some(y) };
        let comes_in = region.contains(&y) && !from.is_some_and(|from| region.contains(&from));
        let old = from.filter(|_| !comes_in).map_or(&blank, |from| &front.rows[from]);
        if old != new {
            row::encode(&mut encoder, old, new, row_no(y));
        }
    }
    encoder
}

fn row_no(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// The scroll that saves most, by estimate.
fn best(front: &Screen, back: &Screen, differs: &[usize]) -> Option<Scroll> {
    let (first, last) = (*differs.first()?, *differs.last()?);
    if front.rows.iter().all(|row| *row == front.rows[first]) {
        // Before the first frame the screen is blank, and stays so wherever its rows go.
        return None;
    }
    // Only rows between those that differ can be in the region.
    let mut now = vec![0; back.rows.len()];
    let mut fresh = now.clone();
    let blank = Screen::blank_row(back.width);
    for y in first..=last {
        now[y] = cost(&front.rows[y], &back.rows[y]);
        fresh[y] = cost(&blank, &back.rows[y]);
    }
    let shifts = shifts(front, back, first, last).into_iter();
    let found = shifts.filter_map(|by| region(front, back, (first, last), by, &now, &fresh));
    found.max_by_key(|(saved, _)| *saved).map(|(_, scroll)| scroll)
}

/// The distances by which most rows between `first` and `last` seem to have moved.
fn shifts(front: &Screen, back: &Screen, first: usize, last: usize) -> Vec<isize> {
    let mut places: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for y in (first..=last).filter(|y| !back.rows[*y].iter().all(Glyph::is_empty)) {
        places.entry(fingerprint(&back.rows[y])).or_default().push(y);
    }
    let mut votes: BTreeMap<isize, usize> = BTreeMap::new();
    for old in first..=last {
        for new in places.get(&fingerprint(&front.rows[old])).into_iter().flatten() {
            if *new != old {
                *votes.entry(old.cast_signed() - new.cast_signed()).or_default() += 1;
            }
        }
    }
    let mut votes: Vec<_> = votes.into_iter().collect();
    votes.sort_by_key(|(by, votes)| (std::cmp::Reverse(*votes), by.unsigned_abs()));
    let clear = votes.first().is_some_and(|(_, most)| most * 2 > last - first);
    let mut shifts: Vec<isize> = votes.into_iter().take(TRIES).map(|(by, _)| by).collect();
    if !clear {
        shifts.extend(SHORT.into_iter().filter(|by| !shifts.contains(by)).collect::<Vec<_>>());
    }
    shifts
}

/// A number that equal rows share. Two rows may share it by chance: that casts a vote too many, no more.
fn fingerprint(row: &[Glyph]) -> u64 {
    let text = row.iter().flat_map(Glyph::bytes);
    text.fold(0, |sum: u64, byte| (sum.rotate_left(5) ^ u64::from(*byte)).wrapping_mul(FOLD))
}

/// The region that saves most when its rows go by `by`, and how much it saves; `None`: nothing is saved.
fn region(
    front: &Screen,
    back: &Screen,
    (first, last): (usize, usize),
    by: isize,
    now: &[usize],
    fresh: &[usize],
) -> Option<(usize, Scroll)> {
    let count = by.unsigned_abs();
    let moved = |y: usize| {
        let from =
            y.checked_add_signed(by).filter(|from| (first..=last).contains(&y) && *from < front.rows.len());
        from.map_or(0, |from| cost(&front.rows[from], &back.rows[y]))
    };
    let moved = sums((0..back.rows.len()).map(moved));
    let (now, fresh) = (sums(now.iter().copied()), sums(fresh.iter().copied()));
    let part = |sums: &[usize], from: usize, to: usize| sums[to] - sums[from];
    let mut best = None;
    for top in first..=last {
        for bottom in top + count..=last {
            let (kept, coming) = if by > 0 {
                (top..bottom + 1 - count, bottom + 1 - count..bottom + 1)
            } else {
                (top + count..bottom + 1, top..top + count)
            };
            let then =
                OPERATION + part(&moved, kept.start, kept.end) + part(&fresh, coming.start, coming.end);
            let saved = part(&now, top, bottom + 1).checked_sub(then).filter(|saved| *saved > 0);
            if saved > best.map(|(saved, _)| saved) {
                best = saved.map(|saved| (saved, Scroll { top, bottom, by }));
            }
        }
    }
    best
}

/// Sums of the first 0, 1, 2 … numbers.
fn sums(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut sums = vec![0];
    for number in numbers {
        sums.push(sums.last().copied().unwrap_or_default() + number);
    }
    sums
}

/// What it costs to send a row, about: its changed glyphs, and a way to each run of them.
fn cost(old: &[Glyph], new: &[Glyph]) -> usize {
    let (mut cost, mut blanks, mut running) = (0, 0, false);
    for (old, new) in old.iter().zip(new) {
        if old == new {
            running = false;
            continue;
        }
        if !running {
            cost += WAY;
        }
        running = true;
        if new.is_empty() {
            blanks += 1;
            // A run of blanks is erased.
            cost += usize::from(blanks <= 3);
        } else {
            blanks = 0;
            cost += new.bytes().len();
        }
    }
    cost
}

#[cfg(test)]
mod tests;
