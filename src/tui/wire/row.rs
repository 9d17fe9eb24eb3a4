//! One row from what the terminal shows to what it is to show.

use super::encoder::Encoder;
use super::glyph::Glyph;
use super::ink::Ink;

/// Fewer blanks are written faster than erased.
const FEW_BLANKS: usize = 4;

/// Sends what differs between two rows of the same width, after the rest of the row was erased where that is shorter.
pub(super) fn encode(encoder: &mut Encoder, front: &[Glyph], back: &[Glyph], y: u16) {
    let changed = changed(front, back);
    let Some(first) = changed.iter().position(|changed| *changed) else { return };
    let erased = blanked(front, first).filter(|blank| {
        // Only what is blanked can be cheaper by it.
        changed.iter().zip(back).any(|(changed, cell)| *changed && cell.is_empty())
            && can_erase(encoder, &blank[first])
    });
    let Some(blank) = erased else { return differences(encoder, &changed, back, y) };
    let (mut over, mut plain) = (encoder.fork(), encoder.fork());
    over.go(column(first), y);
    over.paint(over.ink.towards(&blank[first], over.caps));
    over.erase_rest();
    differences(&mut over, &self::changed(&blank, back), back, y);
    differences(&mut plain, &changed, back, y);
    encoder.join(if over.len() < plain.len() { over } else { plain });
}

/// A row that was erased from `first` on; `None` where half a glyph would be left.
fn blanked(front: &[Glyph], first: usize) -> Option<Vec<Glyph>> {
    let split = front[first].is_behind();
    (!split).then(|| {
        front
            .iter()
            .take(first)
            .cloned()
            .chain(std::iter::repeat_n(Glyph::BLANK, front.len() - first))
            .collect()
    })
}

/// Sends the cells that changed.
fn differences(encoder: &mut Encoder, changed: &[bool], back: &[Glyph], y: u16) {
    let width = back.len();
    let tail = tail(encoder, back, changed);
    let end = tail.unwrap_or(width);
    let mut x = 0;
    while x < end {
        if !changed[x] || back[x].is_behind() {
            x += 1;
            continue;
        }
        encoder.go_over(back, column(x), y);
        let run = erasable(encoder, back, &changed[..end], x);
        if run > FEW_BLANKS {
            encoder.paint(encoder.ink.towards(&back[x], encoder.caps));
            encoder.erase_cells(column(run));
            x += run;
            continue;
        }
        encoder.write(&back[x], column(width));
        x += 1;
    }
    if tail.is_some() {
        encoder.go_over(back, column(end), y);
        encoder.paint(encoder.ink.towards(&back[end], encoder.caps));
        encoder.erase_rest();
    }
}

/// The cells that have to be sent; of a wide glyph both halves, or none.
fn changed(front: &[Glyph], back: &[Glyph]) -> Vec<bool> {
    let mut changed: Vec<bool> = front.iter().zip(back).map(|(old, new)| old != new).collect();
    for row in [front, back] {
        for x in (0..row.len().saturating_sub(1)).filter(|x| row[*x + 1].is_behind()) {
            let either = changed[x] || changed[x + 1];
            (changed[x], changed[x + 1]) = (either, either);
        }
    }
    changed
}

/// From where on the row is blank in one background, when it pays to erase the rest.
fn tail(encoder: &Encoder, back: &[Glyph], changed: &[bool]) -> Option<usize> {
    let last = back.last().filter(|cell| cell.is_empty() && can_erase(encoder, cell))?;
    let blanks = back.iter().rev().take_while(|cell| *cell == last).count();
    let start = back.len() - blanks;
    let count = changed[start..].iter().filter(|changed| **changed).count();
    // From the first cell that differs on: what stands before it needs no erasing.
    let first = start + changed[start..].iter().position(|changed| *changed)?;
    (count >= FEW_BLANKS).then_some(first)
}

/// How many cells from `x` on, up to the last one that changed, are blank in one background and can be erased.
fn erasable(encoder: &Encoder, back: &[Glyph], changed: &[bool], x: usize) -> usize {
    let cell = &back[x];
    if !encoder.caps.erases_cells || !cell.is_empty() || !can_erase(encoder, cell) {
        return 0;
    }
    let blanks = back[x..changed.len()].iter().take_while(|other| *other == cell).count();
    changed[x..x + blanks].iter().rposition(|changed| *changed).map_or(0, |last| last + 1)
}

/// Whether erasing gives this blank, whatever the terminal paints erased cells with.
fn can_erase(encoder: &Encoder, glyph: &Glyph) -> bool {
    encoder.caps.paints_erased || glyph.ink() == Ink::PLAIN
}

fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
