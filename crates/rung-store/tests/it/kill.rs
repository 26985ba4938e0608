//! An acknowledged write survives the death of its process.

use crate::{
    at,
    change::credit,
    home::{Home, note},
};
use rung_record::Credit;
use rung_store::{Change, Kind, Place, Store};
use std::{
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
    sync::mpsc,
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
    let first = store.entries(me, Kind::Credit).await.unwrap().len();
    for n in first.. {
        let change = Change::new().add(&credit(&format!("c{n}"), "2026-02-11"));
        store.change(me, &note("Counted"), change).await.unwrap();
        println!("written {n}");
    }
}

/// Starts the child, kills it after `life`, counted from its first write if it is let, and returns the last
/// number that it acknowledged.
fn run_and_kill(home: &Home, life: Duration, let_begin: bool) -> Option<usize> {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([CHILD, "--exact", "--ignored", "--nocapture"]);
    command.env("RUNG_TEST_FOLDER", home.folder()).stdout(Stdio::piped()).stderr(Stdio::null());
    if let Some(url) = home.store.place().postgres() {
        command.env("RUNG_TEST_URL", url);
    }
    let mut child = command.spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap());
    let (begin, begun) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        let numbers = lines.lines().map_while(Result::ok).filter_map(|line| {
            // The test harness may print its own words on the same line; a number cut short has no end of line.
            let number = line.rsplit_once("written ")?.1.parse::<usize>().ok()?;
            // Nobody may be waiting for it.
            let _ = begin.send(());
            Some(number)
        });
        numbers.last()
    });
    if let_begin {
        begun.recv_timeout(Duration::from_secs(60)).unwrap();
    }
    std::thread::sleep(life);
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

async fn nothing_acknowledged_is_lost(home: Home, kills: u32) {
    let (mut acknowledged, mut some) = (0, 0);
    let begun = Instant::now();
    for kill in 0..kills {
        // The clock's microseconds are as good as dice here: a few die while they open, most within a write.
        let dice = u64::from(begun.elapsed().subsec_micros() + kill * 7919) % 70;
        if let Some(last) = run_and_kill(&home, Duration::from_millis(dice), kill % 10 != 0) {
            acknowledged = last + 1;
            some += 1;
        }
        let store = home.again().await;
        let entries = store.parts::<Credit>(home.me).await.unwrap();
        let last = store
            .history(home.me, None, 1)
            .await
            .unwrap()
            .first()
            .map_or(0, |batch| batch.version.to_string().parse().unwrap());
        store.close().await;
        assert!(entries.len() >= acknowledged, "{} of {acknowledged} after kill {kill}", entries.len());
        assert_eq!(entries.len(), last, "an entry and its history are one");
        for (n, entry) in entries.iter().enumerate() {
            assert_eq!(entry.id, format!("c{n}"));
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
    nothing_acknowledged_is_lost(Home::sqlite().await, 100).await;
}

#[tokio::test]
async fn twenty_kills_lose_nothing_from_postgresql() {
    if let Some(home) = Home::postgres().await {
        nothing_acknowledged_is_lost(home, 20).await;
    }
}
