//! Who may ask. A site on loopback is reached by every page that the user's browser shows, so requests that another
//! site had the browser send are turned away.
//!
//! * A foreign name that was made to resolve to this machine ("DNS rebinding") still stands in `Host`: only names that
//!   cannot be rebound are answered.
//! * A form on a foreign page says so in `Origin` and `Sec-Fetch-Site`.

use super::Fault;
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Method, header, uri::Authority},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// Names by which the server may be called.
#[derive(Clone, Copy, Debug)]
pub struct Hosts {
    address: SocketAddr,
}

impl Hosts {
    /// The names of a server that listens on `address`.
    pub fn of(address: SocketAddr) -> Self {
        Self { address }
    }

    /// `127.0.0.1`, `localhost` or `[::1]` with the port, or the very address that is listened on.
    fn know(self, host: &str) -> bool {
        let Ok(authority) = host.parse::<Authority>() else { return false };
        if authority.as_str().contains('@') || authority.port_u16().unwrap_or(80) != self.address.port() {
            return false;
        }
        let name = authority.host();
        if name.eq_ignore_ascii_case("localhost") {
            return true;
        }
        let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        let Ok(address) = bare.parse::<IpAddr>() else { return false };
        let loopback = [IpAddr::from(Ipv4Addr::LOCALHOST), IpAddr::from(Ipv6Addr::LOCALHOST)];
        // A number cannot be rebound: who listens on every address may be called by any of them.
        loopback.contains(&address) || address == self.address.ip() || self.address.ip().is_unspecified()
    }
}

/// Answers only those who call this server by its name and do not come from another site.
pub async fn turn_away(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    match check(hosts, &request) {
        Ok(()) => next.run(request).await,
        Err(fault) => fault.into_response(),
    }
}

fn check(hosts: Hosts, request: &Request) -> Result<(), Fault> {
    let text =
        |name: HeaderName| request.headers().get(name).map(|value| value.to_str().unwrap_or("\u{fffd}"));
    let one_host = request.headers().get_all(header::HOST).iter().count() == 1;
    let host =
        text(header::HOST).filter(|host| one_host && hosts.know(host)).ok_or_else(Fault::wrong_host)?;
    // A request line that names a host is believed over the header by some; both must be right.
    if request.uri().authority().is_some_and(|named| !hosts.know(named.as_str())) {
        return Err(Fault::wrong_host());
    }
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(());
    }
    let same_site = text(HeaderName::from_static("sec-fetch-site"))
        .is_none_or(|site| matches!(site, "same-origin" | "none"));
    // Programs that are no browsers send no origin. Browsers always do.
    let same_origin = text(header::ORIGIN)
        .is_none_or(|origin| origin.strip_prefix("http://").is_some_and(|of| of.eq_ignore_ascii_case(host)));
    if same_site && same_origin { Ok(()) } else { Err(Fault::foreign_form()) }
}

/// Nothing from elsewhere is loaded, and nothing inline is run or applied.
const CONTENT: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What every answer carries. Pages are personal: unless an answer says otherwise, nobody keeps a copy.
pub async fn add_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    // What somebody brought in has a stricter policy of its own.
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(CONTENT));
    let always = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Not `no-referrer`: with it a browser sends `Origin: null` with our own forms.
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in always {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::Hosts;

    #[test]
    fn a_server_on_loopback_knows_its_names_with_its_port() {
        let hosts = Hosts::of("127.0.0.1:7864".parse().unwrap());
        for host in ["127.0.0.1:7864", "localhost:7864", "LOCALHOST:7864", "[::1]:7864"] {
            assert!(hosts.know(host), "{host}");
        }
        for host in [
            "127.0.0.1",
            "127.0.0.1:80",
            "rung.example:7864",
            "localhost.rung.example:7864",
            "127.0.0.1.rung.example:7864",
            "me@127.0.0.1:7864",
            "192.168.0.7:7864",
            "0.0.0.0:7864",
            "",
            "\u{fffd}",
        ] {
            assert!(!hosts.know(host), "{host}");
        }
    }

    #[test]
    fn a_server_on_all_addresses_knows_numbers_but_no_foreign_name() {
        let hosts = Hosts::of("0.0.0.0:80".parse().unwrap());
        assert!(hosts.know("192.168.0.7") && hosts.know("192.168.0.7:80"));
        assert!(!hosts.know("rung.example"));
    }
}
