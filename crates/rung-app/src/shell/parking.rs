//! Files that wait between their preview and its confirmation, in memory, each for the browser that brought it.
//!
//! A file is named by its [`Ticket`], which nobody can guess, and given only to the browser with the same seal. There are
//! limits on how many files wait, how large they are together, and how long: the oldest goes first.

use super::{Frame, PostedFile, frame::random_text};
use axum::body::Bytes;
use jiff::{SignedDuration, Timestamp};
use std::{
    collections::VecDeque,
    fmt,
    sync::{Mutex, PoisonError},
};

/// So many files wait.
const PLACES: usize = 16;
/// So many bytes wait, all files together: two of the largest.
const ROOM: usize = 64 * 1024 * 1024;
/// So long they wait.
const LONGEST: SignedDuration = SignedDuration::from_mins(60);

/// Names a file that waits, as an address and a form carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket(String);

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file that waits.
#[derive(Clone, Debug)]
pub struct Parked {
    /// As the browser named it; empty for a text that was pasted.
    pub name: String,
    /// What is in it.
    pub bytes: Bytes,
}

struct Place {
    ticket: String,
    owner: String,
    since: Timestamp,
    file: Parked,
}

/// Where they wait.
#[derive(Default)]
pub struct Parking {
    places: Mutex<VecDeque<Place>>,
}

impl Parking {
    /// Keeps a file for the browser of `frame`.
    pub fn park(&self, frame: &Frame, file: Parked, now: Timestamp) -> Ticket {
        let ticket = random_text();
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        places.retain(|place| now.duration_since(place.since) < LONGEST);
        let room =
            |places: &VecDeque<Place>| places.iter().map(|place| place.file.bytes.len()).sum::<usize>();
        while places.len() >= PLACES || (!places.is_empty() && room(&places) + file.bytes.len() > ROOM) {
            places.pop_front();
        }
        places.push_back(Place { ticket: ticket.clone(), owner: frame.sealed_by(), since: now, file });
        Ticket(ticket)
    }

    /// The file with this ticket, if it still waits and is this browser's.
    pub fn find(&self, frame: &Frame, ticket: &str, now: Timestamp) -> Option<Parked> {
        let places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let mine = |place: &&Place| {
            place.ticket == ticket
                && !ticket.is_empty()
                && !place.owner.is_empty()
                && place.owner == frame.sealed_by()
                && now.duration_since(place.since) < LONGEST
        };
        places.iter().find(mine).map(|place| place.file.clone())
    }

    /// Lets the file go: it was taken in, or nobody wants it.
    pub fn clear(&self, frame: &Frame, ticket: &str) {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        places.retain(|place| place.ticket != ticket || place.owner != frame.sealed_by());
    }
}

impl Parked {
    /// What a form brought: a file that was chosen, or a text that was pasted.
    pub fn of(file: Option<&PostedFile>, text: &str) -> Option<Self> {
        match file {
            Some(file) => Some(Self { name: file.name.clone(), bytes: file.bytes.clone() }),
            None if text.is_empty() => None,
            None => Some(Self { name: String::new(), bytes: Bytes::from(text.to_owned()) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderMap, Uri, header};

    fn browser(seal: char) -> Frame {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, format!("seal={}", seal.to_string().repeat(32)).parse().unwrap());
        Frame::of(&headers, &Uri::from_static("/"))
    }

    fn file(size: usize) -> Parked {
        Parked { name: "transcript.csv".to_owned(), bytes: vec![0; size].into() }
    }

    #[test]
    fn a_file_waits_for_its_own_browser_and_not_for_long() {
        let (parking, now) = (Parking::default(), Timestamp::UNIX_EPOCH);
        let ticket = parking.park(&browser('a'), file(3), now).to_string();
        assert!(parking.find(&browser('a'), &ticket, now).is_some());
        assert!(parking.find(&browser('b'), &ticket, now).is_none());
        assert!(parking.find(&browser('a'), "", now).is_none());
        parking.clear(&browser('b'), &ticket);
        assert!(parking.find(&browser('a'), &ticket, now).is_some());
        assert!(parking.find(&browser('a'), &ticket, now + LONGEST).is_none());
        parking.clear(&browser('a'), &ticket);
        assert!(parking.find(&browser('a'), &ticket, now).is_none());
    }

    #[test]
    fn the_oldest_makes_room() {
        let (parking, now) = (Parking::default(), Timestamp::UNIX_EPOCH);
        let first = parking.park(&browser('a'), file(ROOM / 2), now).to_string();
        let second = parking.park(&browser('a'), file(ROOM / 2), now).to_string();
        assert!(parking.find(&browser('a'), &first, now).is_some());
        parking.park(&browser('b'), file(1), now);
        assert!(parking.find(&browser('a'), &first, now).is_none());
        for _ in 0..PLACES {
            parking.park(&browser('b'), file(1), now);
        }
        assert!(parking.find(&browser('a'), &second, now).is_none());
    }
}
