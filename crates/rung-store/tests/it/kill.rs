//! An acknowledged write survives the death of its process.

use crate::{
    at,
    home::{Home, note},
};
use rung_store::{Change, Kind, Place, Store};
use std::{
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

const CHILD: &str = "kill::child_writes_until_it_is_killed";

/// Not a test of its own: the process that the others start and kill. It prints every number once its write is
/// acknowledged.
#[tokio::test]
#[ignore = "started by the other tests of this module"]
async fn child_writes_until_it_is_killed() {
    let folder = std::env::var("RUNG_TEST_FOLDER").unwrap();
    let mut place = Place::new(folder);
    if let Ok(url) = std::env::var("RUNG_TEST_URL") {
        place = place.with_postgres(&url).unwrap();
    }
    let store = Store::open(&place, at(0)).await.unwrap();
    let me = store.person().await.unwrap();
    let first = store.entries(me, Kind::Setting).await.unwrap().len();
    for n in first.. {
        let change = Change::new().put_setting(&format!("n{n}"), n.into());
        store.change(me, &note("Counted"), change).await.unwrap();
        println!("written {n}");
    }
}

/// Starts the child, kills it after `life`, and returns the last number that it acknowledged.
fn run_and_kill(home: &Home, life: Duration) -> Option<usize> {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([CHILD, "--exact", "--ignored", "--nocapture"]);
    command.env("RUNG_TEST_FOLDER", home.folder()).stdout(Stdio::piped()).stderr(Stdio::null());
    if let Some(url) = home.store.place().postgres() {
        command.env("RUNG_TEST_URL", url);
    }
    let mut child = command.spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap());
    let reader = std::thread::spawn(move || {
        let numbers = lines.lines().map_while(Result::ok).filter_map(|line| {
            // The test harness may print its own words on the same line; a number cut short has no end of line.
            line.rsplit_once("written ")?.1.parse::<usize>().ok()
        });
        numbers.last()
    });
    std::thread::sleep(life);
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

/// `start` is how many milliseconds the child takes to begin, so that few die before their first write.
async fn nothing_acknowledged_is_lost(home: Home, kills: u32, start: u64) {
    let (mut acknowledged, mut some) = (0, 0);
    let begun = Instant::now();
    for kill in 0..kills {
        // The clock's microseconds are as good as dice here: some die before the first write, most within one.
        let dice = u64::from(begun.elapsed().subsec_micros() + kill * 7919) % 70;
        if let Some(last) = run_and_kill(&home, Duration::from_millis(start + dice)) {
            acknowledged = last + 1;
            some += 1;
        }
        let store = home.again().await;
        let entries = store.entries(home.me, Kind::Setting).await.unwrap();
        let history = store.history(home.me, None, u32::MAX).await.unwrap();
        store.close().await;
        assert!(entries.len() >= acknowledged, "{} of {acknowledged} after kill {kill}", entries.len());
        assert_eq!(entries.len(), history.len(), "an entry and its history are one");
        for (n, entry) in entries.iter().enumerate() {
            assert_eq!(entry.body, n);
        }
    }
    assert!(some > kills / 4, "only {some} of {kills} lives were long enough to write");
    let faults: Vec<_> = rung_store::examine(home.store.place(), at(60))
        .await
        .into_iter()
        .filter(|finding| finding.health == rung_store::Health::Bad)
        .collect();
    assert_eq!(faults, []);
    eprintln!("{kills} kills, {acknowledged} acknowledged writes, none lost");
}

#[tokio::test]
async fn a_hundred_kills_lose_nothing_from_the_file() {
    nothing_acknowledged_is_lost(Home::sqlite().await, 100, 15).await;
}

#[tokio::test]
async fn twenty_kills_lose_nothing_from_postgresql() {
    if let Some(home) = Home::postgres().await {
        nothing_acknowledged_is_lost(home, 20, 100).await;
    }
}
