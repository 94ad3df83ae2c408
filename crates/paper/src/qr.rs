//! QR codes as drawings.

use crate::drawing::{Colour, Drawing, Shape, Step, rectangle};
use fast_qr::{ECL, QRBuilder};

/// The quiet zone around a code, in modules (ISO/IEC 18004 asks for four).
const QUIET: f32 = 4.0;

/// The QR code of an address with error correction M: black modules on white, quiet zone included. None for a text that
/// is too long for one.
pub fn qr(text: &str) -> Option<Drawing> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let side = code.size as f32 + 2.0 * QUIET;
    let mut steps: Vec<Step> = Vec::new();
    for (y, row) in (0..code.size).map(|y| (y, &code[y])) {
        let mut x = 0;
        while x < code.size {
            let run = row[x..code.size].iter().take_while(|m| m.value()).count();
            if run > 0 {
                steps.extend(rectangle(x as f32 + QUIET, y as f32 + QUIET, run as f32, 1.0, 0.0));
            }
            x += run.max(1);
        }
    }
    let white = Shape::filled(rectangle(0.0, 0.0, side, side, 0.0), Colour(255, 255, 255));
    Some(Drawing { view: (0.0, 0.0, side, side), shapes: vec![white, Shape::filled(steps, Colour(0, 0, 0))] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_a_quiet_zone() {
        let code = qr("https://tessera.example/c/crd_1").unwrap();
        let (_, _, side, _) = code.view;
        let corner = |x, y| code.shapes[1].steps.windows(2).any(|s| s == [Step::Move((x, y)), Step::Line((x + 7.0, y))]);
        assert!(corner(4.0, 4.0) && corner(side - 11.0, 4.0) && corner(4.0, side - 11.0), "finder patterns");
        let all = code.shapes[1].steps.iter();
        assert!(all.clone().all(|s| match s {
            Step::Move((x, y)) | Step::Line((x, y)) => (4.0..=side - 4.0).contains(x) && (4.0..=side - 4.0).contains(y),
            _ => true,
        }));
    }

    #[test]
    fn what_does_not_fit_is_none() {
        assert_eq!(qr(&"x".repeat(10_000)), None);
    }
}
