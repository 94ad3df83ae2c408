//! The cheapest or soonest learning that closes a gap, with proof. No I/O, no clock.

mod answer;
mod bound;
mod catalogue;
mod cover;
mod cuts;
mod front;
mod greedy;
mod labels;
mod lists;
mod model;
mod offering;
mod prices;
mod reduce;
mod search;
mod selection;
mod solve;
mod walk;

pub use answer::{Answer, Path, Request, Status, Step, Study};
pub use catalogue::Catalogue;
pub use front::Front;
pub use offering::{Ability, CatalogueError, MOST_COMPETENCIES, MOST_COST, MOST_LINKS, MOST_OFFERINGS, MOST_WEEKS, Offering};
pub use selection::Selection;
pub use solve::Stop;
