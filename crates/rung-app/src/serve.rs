//! Listening, and stopping.

use crate::{Clock, Site, router};
use rung_catalog::Catalog;
use rung_store::{Place, Store, StoreError};
use rung_words::Language;
use std::{
    fmt, io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    time::Duration,
};
use tokio::{net::TcpListener, sync::watch};

/// How long requests that are under way may go on after the signal to stop.
const GRACE: Duration = Duration::from_secs(5);

/// How often it is looked whether a backup is due.
const BETWEEN_LOOKS: Duration = Duration::from_secs(15 * 60);

/// Where to listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServeOptions {
    /// The address; only this machine reaches a loopback address.
    pub address: IpAddr,
    /// The port; 0 takes any free one.
    pub port: u16,
}

impl Default for ServeOptions {
    /// `127.0.0.1:7864`: the port spells RUNG on a telephone's keys.
    fn default() -> Self {
        Self { address: Ipv4Addr::LOCALHOST.into(), port: 7864 }
    }
}

/// Why the site could not be served.
#[derive(Debug)]
pub enum ServeError {
    /// The address and port could not be had.
    Listen(SocketAddr, io::Error),
    /// What is kept could not be opened.
    Store(StoreError),
    /// Anything else that the operating system refused.
    System(io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listen(at, error) => match error.kind() {
                io::ErrorKind::AddrInUse => write!(
                    f,
                    "port {} on {} is in use by another program, perhaps another Rung; choose a different one, \
                     for example --port {}",
                    at.port(),
                    at.ip(),
                    at.port().checked_add(1).unwrap_or(ServeOptions::default().port)
                ),
                io::ErrorKind::PermissionDenied => write!(
                    f,
                    "this user may not listen on port {}; choose one above 1023, for example --port {}",
                    at.port(),
                    ServeOptions::default().port
                ),
                io::ErrorKind::AddrNotAvailable => write!(
                    f,
                    "{} is not an address of this machine; use 127.0.0.1 to serve this machine only",
                    at.ip()
                ),
                _ => write!(f, "cannot listen on {at}: {error}"),
            },
            Self::Store(error) => error.fmt(f),
            Self::System(error) => write!(f, "cannot serve: {error}"),
        }
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Listen(_, error) | Self::System(error) => Some(error),
            Self::Store(error) => Some(error),
        }
    }
}

/// Serves the site until Ctrl-C (or the signal to terminate), then lets requests under way finish.
///
/// `ready` is called once, with the address that is listened on; nothing is printed here.
///
/// ```no_run
/// use rung_app::{Clock, ServeOptions, serve};
/// let day: rung_record::Date = "2026-11-23".parse()?;
/// let (place, catalog) = (rung_store::Place::of_user()?, rung_catalog::Catalog::shipped());
/// serve(&ServeOptions::default(), &place, catalog, Clock::standing_at(day), |at| println!("http://{at}/"))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Says which address and port cannot be had and what to do, what is wrong with the data, or what the operating system
/// refused.
pub fn serve(
    options: &ServeOptions,
    place: &Place,
    catalog: Catalog,
    clock: Clock,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(ServeError::System)?;
    let served = runtime.block_on(async {
        // The port first: whoever starts a second Rung by mistake need not wait for the data to be opened.
        let wanted = SocketAddr::new(options.address, options.port);
        let listener = TcpListener::bind(wanted).await.map_err(|error| ServeError::Listen(wanted, error))?;
        let store = Store::open(place, clock.now()).await.map_err(ServeError::Store)?;
        let site = Site::new(catalog, store.clone(), clock);
        let served = listen(listener, site, ready).await;
        store.close().await;
        served
    });
    runtime.shutdown_timeout(GRACE);
    served
}

async fn listen(listener: TcpListener, site: Site, ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    let address = listener.local_addr().map_err(ServeError::System)?;

    let (tell, mut told) = watch::channel(false);
    let mut told_server = told.clone();
    // Asked for before `ready`, so that a signal sent as soon as the address is known is not lost.
    let signal = stop_signal().map_err(ServeError::System)?;
    tokio::spawn(async move {
        signal.await;
        tell.send_replace(true);
    });
    ready(address);
    let warm = site.clone();
    // The first reader of the rules need not wait for the index.
    tokio::task::spawn_blocking(move || warm.library(Language::default()).changes().count());
    let backups = tokio::spawn(keep_backups(site.clone()));

    let serving = axum::serve(listener, router(site, address)).with_graceful_shutdown(async move {
        let _stopped = told_server.wait_for(|stop| *stop).await;
    });
    let overdue = async move {
        let _stopped = told.wait_for(|stop| *stop).await;
        tokio::time::sleep(GRACE).await;
    };
    let served = tokio::select! {
        served = serving => served.map_err(ServeError::System),
        () = overdue => Ok(()),
    };
    backups.abort();
    served
}

/// Looks now and then whether a backup is due. A failure is told where the program was started, and tried again.
async fn keep_backups(site: Site) {
    loop {
        if let Err(error) = site.store().scheduled_backup(site.now()).await {
            eprintln!("rung: no backup was made: {error}");
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}

#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _interrupted = tokio::signal::ctrl_c().await;
    })
}
