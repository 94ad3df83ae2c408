//! What a QR code in a picture says: a photo or a picture of a screen, as PNG or JPEG.

use std::io::Cursor;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// Most pixels of a picture that is looked at; one byte is kept for each. A photo by a phone has 12 to 24 million.
pub const MOST_PIXELS: usize = 32_000_000;
/// Most pixels of a picture that comes in several passes, all of which are held until the last has come.
const MOST_IN_PASSES: usize = 8_000_000;
/// The longest side in pixels that is searched: codes in larger pictures are found as well in smaller copies of them.
const SEARCHED: usize = 2_000;
/// Most places in a picture that are tried.
const MOST_CODES: usize = 8;

/// Why nothing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotScanned {
    /// Neither PNG nor JPEG, or a damaged one.
    #[error("this is no picture in PNG or JPEG, or a damaged one")]
    NotAPicture,
    /// More than [`MOST_PIXELS`].
    #[error("the picture has more than 32 million pixels")]
    TooLarge,
    /// No code is in it, or none that can be read.
    #[error("no QR code can be read in the picture")]
    NoCode,
}

/// Whether a file begins like a picture that could be looked at.
pub fn is_picture(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n") || bytes.starts_with(b"\xff\xd8\xff")
}

/// The text of the first QR code in a picture.
///
/// # Errors
/// [`NotScanned`]; never a panic, whatever the bytes.
pub fn text(bytes: &[u8]) -> Result<String, NotScanned> {
    let picture = if bytes.starts_with(b"\x89PNG") { png(bytes)? } else { jpeg(bytes)? };
    let whole = picture.smaller(SEARCHED);
    // A code that is large in the picture, and blurred, is easier to find in half the size.
    [usize::MAX, whole.side() / 2].into_iter().find_map(|side| read(&whole.smaller(side))).ok_or(NotScanned::NoCode)
}

fn read(picture: &Grey) -> Option<String> {
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(picture.width, picture.height, |x, y| picture.at(x, y));
    prepared.detect_grids().into_iter().take(MOST_CODES).find_map(|grid| grid.decode().ok()).map(|(_, text)| text)
}

/// Brightness, pixel by pixel.
struct Grey {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Grey {
    fn at(&self, x: usize, y: usize) -> u8 {
        self.pixels.get(y * self.width + x).copied().unwrap_or(255)
    }

    fn side(&self) -> usize {
        self.width.max(self.height)
    }

    /// A copy with sides no longer than `side`, each pixel the mean of those that it stands for.
    fn smaller(&self, side: usize) -> Grey {
        let by = self.side().div_ceil(side.max(1)).max(1);
        let (width, height) = (self.width / by, self.height / by);
        let mean = |x: usize, y: usize| {
            let sum: usize = (0..by * by).map(|n| usize::from(self.at(x * by + n % by, y * by + n / by))).sum();
            (sum / (by * by)) as u8
        };
        let pixels = (0..width * height).map(|n| mean(n % width, n / width)).collect();
        Grey { width, height, pixels }
    }
}

fn png(bytes: &[u8]) -> Result<Grey, NotScanned> {
    let damaged = |_| NotScanned::NotAPicture;
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: 16 << 20 });
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    decoder.ignore_checksums(true);
    let mut reader = decoder.read_info().map_err(damaged)?;
    let (width, height) = (reader.info().width as usize, reader.info().height as usize);
    if width.checked_mul(height).is_none_or(|pixels| pixels > MOST_PIXELS) {
        return Err(NotScanned::TooLarge);
    }
    if reader.info().interlaced {
        return interlaced(&mut reader, width, height);
    }
    let samples = reader.output_color_type().0.samples();
    let mut pixels = Vec::with_capacity(width * height);
    // Row by row, so that no more than the brightness is ever held. A picture that was cut off shows what there is of it.
    while let Ok(Some(row)) = reader.next_row() {
        pixels.extend(row.data().chunks_exact(samples).map(brightness));
    }
    Ok(Grey { width, height, pixels })
}

fn interlaced(reader: &mut png::Reader<Cursor<&[u8]>>, width: usize, height: usize) -> Result<Grey, NotScanned> {
    let size = reader.output_buffer_size().filter(|_| width * height <= MOST_IN_PASSES).ok_or(NotScanned::TooLarge)?;
    let mut whole = vec![0; size];
    let samples = reader.output_color_type().0.samples();
    reader.next_frame(&mut whole).map_err(|_| NotScanned::NotAPicture)?;
    Ok(Grey { width, height, pixels: whole.chunks_exact(samples).map(brightness).collect() })
}

/// Brightness on white of grey, grey with alpha, RGB or RGBA.
fn brightness(pixel: &[u8]) -> u8 {
    let (colour, alpha) = match pixel {
        [grey] => (u32::from(*grey), 255),
        [grey, alpha] => (u32::from(*grey), u32::from(*alpha)),
        [r, g, b, rest @ ..] => {
            let alpha = rest.first().copied().unwrap_or(255);
            ((u32::from(*r) * 77 + u32::from(*g) * 150 + u32::from(*b) * 29) >> 8, u32::from(alpha))
        }
        [] => (255, 255),
    };
    ((colour * alpha + 255 * (255 - alpha)) / 255) as u8
}

fn jpeg(bytes: &[u8]) -> Result<Grey, NotScanned> {
    let options =
        DecoderOptions::default().set_max_width(MOST_PIXELS).set_max_height(MOST_PIXELS).jpeg_set_out_colorspace(ColorSpace::Luma);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| NotScanned::NotAPicture)?;
    let (width, height) = decoder.dimensions().ok_or(NotScanned::NotAPicture)?;
    let most = if in_passes(bytes) { MOST_IN_PASSES } else { MOST_PIXELS };
    if width.checked_mul(height).is_none_or(|pixels| pixels > most) {
        return Err(NotScanned::TooLarge);
    }
    let pixels = decoder.decode().map_err(|_| NotScanned::NotAPicture)?;
    Ok(Grey { width, height, pixels })
}

/// Whether the frame of a JPEG file is a progressive one: SOF2, 6, 10 or 14 (ITU-T T.81 table B.1).
fn in_passes(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xff, marker, high, low, ..] = rest {
        match marker {
            0xc2 | 0xc6 | 0xca | 0xce => return true,
            // Another frame, or the picture itself.
            0xc0 | 0xc1 | 0xc3 | 0xda => return false,
            0xff => rest = &rest[1..],
            _ => rest = rest.get(2 + usize::from(u16::from_be_bytes([*high, *low]))..).unwrap_or_default(),
        }
    }
    // Whatever cannot be followed may be one.
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{qr, raster};
    use proptest::prelude::*;

    const ADDRESS: &str = "https://tessera.example/c/crd_01jv7m3k9q8e6r2t4y5u6i7o8p";

    fn code(side: u32) -> Vec<u8> {
        raster::png(&qr::qr(ADDRESS).unwrap(), side, side).unwrap()
    }

    #[test]
    fn our_own_codes_are_read_in_every_size() {
        for side in [200, 900, 3_000] {
            assert_eq!(text(&code(side)).as_deref(), Ok(ADDRESS), "{side}");
        }
    }

    #[test]
    fn a_photo_is_read() {
        let said = text(include_bytes!("scan/code.jpg")).unwrap();
        assert!(said.contains("/c/crd_"), "{said}");
    }

    #[test]
    fn a_picture_without_a_code_and_a_damaged_one_are_told_apart() {
        let blank = raster::png(&crate::drawing::Drawing { view: (0.0, 0.0, 9.0, 9.0), shapes: vec![] }, 300, 300).unwrap();
        assert_eq!(text(&blank), Err(NotScanned::NoCode));
        assert_eq!(text(b"\x89PNG\r\n\x1a\n"), Err(NotScanned::NotAPicture));
        assert_eq!(text(b"\xff\xd8\xff\xe0junk"), Err(NotScanned::NotAPicture));
        assert_eq!(text(b""), Err(NotScanned::NotAPicture));
    }

    #[test]
    fn a_small_file_of_a_huge_picture_is_refused_before_it_is_unpacked() {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 60_000, 60_000);
        encoder.set_depth(png::BitDepth::One);
        encoder.write_header().unwrap().write_chunk(png::chunk::IDAT, b"x").unwrap();
        assert_eq!(text(&bytes), Err(NotScanned::TooLarge));
    }

    #[test]
    fn a_picture_of_one_pixel_has_no_code() {
        let mut bytes = Vec::new();
        let mut writer = png::Encoder::new(&mut bytes, 1, 1).write_header().unwrap();
        writer.write_image_data(&[0]).unwrap();
        drop(writer);
        assert_eq!(text(&bytes), Err(NotScanned::NoCode));
    }

    #[test]
    fn noise_does_not_keep_us_busy() {
        let (mut state, side) = (7_u32, 1_500);
        let noise: Vec<u8> = (0..side * side)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        let mut bytes = Vec::new();
        png::Encoder::new(&mut bytes, side, side).write_header().unwrap().write_image_data(&noise).unwrap();
        let begun = std::time::Instant::now();
        assert_eq!(text(&bytes), Err(NotScanned::NoCode));
        assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn damage_never_panics(at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20), cut in any::<prop::sample::Index>()) {
            let mut bytes = code(200);
            for (place, byte) in at {
                let place = place.index(bytes.len());
                bytes[place] = byte;
            }
            bytes.truncate(cut.index(bytes.len()) + 1);
            let _ = text(&bytes);
        }
    }
}
