//! What holds for every catalogue and every gap, tried on small made-up ones against going through all sets.

mod cheapest;
mod world;
