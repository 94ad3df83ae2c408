//! The cheapest or soonest learning that closes a gap, with proof. No I/O, no clock.
//!
//! A learner can do some things and wants to be able to do others. A catalogue holds offerings: what each teaches, what it requires, what it
//! costs, how long it takes. A *path* is a set of offerings with an order in which each can be taken after those before it, at
//! the end of which all that was wanted is there.
//!
//! ```
//! use pathfinder::{Ability, Catalogue, Offering, Request, Selection, Status};
//! use std::sync::Arc;
//!
//! let [first_aid, triage] = [0, 1].map(Ability::of);
//! let offerings = [
//!     Offering { cost: 120_00, weeks: 1, teaches: vec![first_aid], ..Offering::default() },
//!     Offering { cost: 300_00, weeks: 6, teaches: vec![triage], requires: vec![first_aid], ..Offering::default() },
//!     Offering { cost: 450_00, weeks: 2, teaches: vec![first_aid, triage], ..Offering::default() },
//! ];
//! let everything = Selection::all(Arc::new(Catalogue::new(2, &offerings)?));
//! let gap = Request { wanted: vec![triage], ..Request::default() };
//!
//! let cheapest = everything.cheapest(&gap, &|| false);
//! assert_eq!((cheapest.status, cheapest.bound), (Status::Optimal, 420_00));
//! let soonest = everything.soonest(&gap, &|| false);
//! assert_eq!(soonest.path.map(|path| (path.cost, path.weeks)), Some((450_00, 2)));
//! # Ok::<(), pathfinder::CatalogueError>(())
//! ```
//!
//! # What is asked
//!
//! [`Selection`] is the part of a catalogue that comes into question (a language, a mode, a place: whatever the caller's filter says); it is
//! indexed once and shared by all learners. It answers for a [`Request`]:
//!
//! - [`Selection::cheapest`], with a deadline and a budget if there are any;
//! - [`Selection::soonest`], and among the soonest the cheapest;
//! - [`Selection::front`], every option of time against cost; [`Front`] says what one more week saves and what more money buys;
//! - [`Selection::balanced`], the least sum of cost and a rate for each week;
//! - [`Selection::why_not`], why an offering is not on the path.
//!
//! An [`Answer`] says how far it can be relied on. Its bound holds whatever happened; it is *optimal* only if the path reaches the bound.
//! What nothing leads to is named, and the rest of the gap is closed. The last argument is asked again and again whether to stop.
//!
//! # What "weeks" means
//!
//! [`Study::SideBySide`]: any number of offerings run in the same weeks, each begins as soon as what it requires is there (or at its next fixed
//! start), and a path takes as long as its longest chain. When a skill can be there at the earliest is then a matter of the least over its
//! offerings of the latest of what they require, plus their weeks; that never falls below what it is made of, so that settling skills in the
//! order of time (Knuth's generalisation of Dijkstra's algorithm) is exact. The soonest end is known at once; the search is for the
//! cheapest path that keeps to it. [`Study::OneByOne`]: weeks add up, and the soonest path is a cheapest one with weeks in the place of money.
//! Hours a week are not looked at.
//!
//! # How
//!
//! `selection` takes the offerings that can matter out of the catalogue, `reduce` makes the model smaller by rules that it proves, `greedy` gives
//! first answers, `bound` and `cuts` prove how good they are, `search` closes what is still open, `cover` where nothing requires anything.
//!
//! A model of more than 200,000 columns that survive the reductions gets a first answer and a rough bound. Writing down a path takes
//! about a microsecond a step, which is not stopped.

mod answer;
mod bound;
mod catalogue;
mod cover;
mod cuts;
mod explain;
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
pub use explain::WhyNot;
pub use front::Front;
pub use offering::{Ability, CatalogueError, MOST_COMPETENCIES, MOST_COST, MOST_LINKS, MOST_OFFERINGS, MOST_WEEKS, Offering};
pub use selection::Selection;
pub use solve::Stop;
