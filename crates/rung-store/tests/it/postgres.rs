//! A server on another machine: as far as Rung can tell, 0.0.0.0 is one, and Linux finds this machine there.

#![cfg(target_os = "linux")]

use crate::home::{at, scratch};
use rung_store::{Place, Store, StoreError};
use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    thread,
};

/// Answers the first question of whoever comes with `answer`, and gives all that they sent.
fn server(answer: u8) -> (u16, thread::JoinHandle<Vec<u8>>) {
    let listener = TcpListener::bind("0.0.0.0:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let served = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut sent = vec![0; 8];
        stream.read_exact(&mut sent).unwrap();
        stream.write_all(&[answer]).unwrap();
        let _ = stream.read_to_end(&mut sent);
        sent
    });
    (port, served)
}

async fn refusal(port: u16) -> StoreError {
    let url = format!("postgres://me:secret@0.0.0.0:{port}/rung");
    let place = Place::new(scratch()).with_postgres(&url).unwrap();
    let error = Store::open(&place, at(0)).await.unwrap_err();
    std::fs::remove_dir_all(place.folder()).unwrap();
    error
}

#[tokio::test]
async fn a_server_without_tls_is_told_nothing() {
    let (port, served) = server(b'N');
    let error = refusal(port).await.to_string();
    assert!(
        error.starts_with("the connection to the database on 0.0.0.0 cannot be protected: ")
            && error.contains("sslmode=disable"),
        "{error}"
    );
    let asked_for_tls = [0, 0, 0, 8, 4, 210, 22, 47];
    assert_eq!(served.join().unwrap(), asked_for_tls);
}
