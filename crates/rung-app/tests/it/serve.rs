//! Listening on a real socket.

use crate::home::{catalog, today};
use rung_app::{Clock, ServeError, ServeOptions, serve};
use rung_store::Place;
use std::net::TcpListener;

#[test]
fn a_port_in_use_is_named_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let options = ServeOptions { port, ..ServeOptions::default() };
    let folder = tempfile::tempdir().unwrap();
    let place = Place::new(folder.path());
    let error =
        serve(&options, &place, catalog(), Clock::standing_at(today()), |_| unreachable!()).unwrap_err();
    assert!(matches!(error, ServeError::Listen(at, _) if at.port() == port));
    let words = error.to_string();
    assert!(words.starts_with(&format!("port {port} on 127.0.0.1 is in use by another program")), "{words}");
    assert!(words.contains("--port"), "{words}");
}

#[test]
fn an_address_of_another_machine_is_refused_in_words() {
    let options = ServeOptions { address: "192.0.2.1".parse().unwrap(), port: 0 };
    let folder = tempfile::tempdir().unwrap();
    let place = Place::new(folder.path());
    let error =
        serve(&options, &place, catalog(), Clock::standing_at(today()), |_| unreachable!()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "192.0.2.1 is not an address of this machine; use 127.0.0.1 to serve this machine only"
    );
}
