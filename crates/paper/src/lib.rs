//! Credentials to take along: emblems, certificates, pictures and codes, all drawn from the same shapes.
//!
//! - [`drawing`]: flat drawings that become SVG, PDF or pixels alike.
//! - [`emblem`]: the picture of an achievement, from its identifier.
//! - [`qr`]: QR codes.
//! - [`text`]: words as glyphs, in the fonts that this crate carries.
//! - [`sheet`]: pages as PDF/A-3a and PDF/UA-1, with the signed document inside; [`flow`] places words on them.
//! - [`certificate`]: what a certificate says and where.
//! - [`scan`]: what a QR code in a picture says.
//! - [`embedded`]: the signed document out of such a PDF again.
//! - [`raster`]: drawings as PNG; [`card`]: the picture that stands beside a link elsewhere.
//!
//! Nothing here reads a clock, a file or a network, and the same input gives the same bytes.

#![forbid(unsafe_code)]

pub mod card;
pub mod certificate;
pub mod drawing;
pub mod embedded;
pub mod emblem;
pub mod flow;
pub mod qr;
pub mod raster;
pub mod scan;
pub mod sheet;
mod tags;
pub mod text;

/// What a PDF says that it was made by.
pub const PRODUCER: &str = "Tessera";
