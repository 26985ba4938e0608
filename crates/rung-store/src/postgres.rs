//! How PostgreSQL is reached: nothing crosses a network readable unless the address says so.

use crate::StoreError;
use sqlx::postgres::{PgConnectOptions, PgSslMode};
use std::{io::ErrorKind, net::IpAddr};

/// Reads the address. On another machine, TLS with a checked certificate is asked for, unless the address itself says
/// how much protection is enough; what the environment says (`PGSSLMODE`) is too easily overlooked.
///
/// # Errors
/// The address cannot be read.
pub(crate) fn options_of(url: &str) -> Result<PgConnectOptions, StoreError> {
    let options: PgConnectOptions = url.parse()?;
    let options = options.application_name("rung");
    let on_its_own_word = names_ssl_mode(url) || is_on_this_machine(&options);
    Ok(if on_its_own_word { options } else { options.ssl_mode(PgSslMode::VerifyFull) })
}

fn names_ssl_mode(url: &str) -> bool {
    let query = url.split('#').next().and_then(|url| url.split_once('?')).map_or("", |(_, query)| query);
    query.split('&').any(|pair| matches!(pair.split('=').next(), Some("sslmode" | "ssl-mode")))
}

fn is_on_this_machine(options: &PgConnectOptions) -> bool {
    let host = options.get_host();
    let address = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    options.get_socket().is_some()
        || host.starts_with('/')
        || host.eq_ignore_ascii_case("localhost")
        || address.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

/// Why it could not be reached, and what to do where it was for want of protection.
pub(crate) fn unreachable(options: &PgConnectOptions, error: sqlx::Error) -> StoreError {
    let unprotected = match &error {
        sqlx::Error::Tls(_) => true,
        // rustls puts what it has against a certificate into such an error.
        sqlx::Error::Io(error) => error.kind() == ErrorKind::InvalidData,
        _ => false,
    };
    if !unprotected {
        return error.into();
    }
    StoreError::refused(format!(
        "the connection to the database on {} cannot be protected: {error}. Nothing was sent. Switch TLS on in \
         PostgreSQL, with a certificate for this name; if it is from an authority of your own, add sslrootcert=FILE to \
         the address in --database. Or say in the address how much protection is enough: sslmode=require takes any \
         certificate, sslmode=disable sends the password and the record readable",
        options.get_host()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(url: &str) -> String {
        format!("{:?}", options_of(url).unwrap().get_ssl_mode())
    }

    #[test]
    fn another_machine_is_reached_over_tls_that_is_checked() {
        for url in [
            "postgres://me@db.example.org/rung",
            "postgres://me@192.0.2.1/rung",
            "postgres://me@[2001:db8::1]/rung",
            "postgres:///rung?host=db.example.org",
            "postgres://localhost/rung?host=db.example.org",
            "postgres://localhost/rung?hostaddr=192.0.2.1",
            "postgres://me@db.example.org/rung?application_name=sslmode=disable",
            "postgres://me@db.example.org/rung#?sslmode=disable",
            "postgres://me@localhost.example.org/rung",
        ] {
            assert_eq!(mode(url), "VerifyFull", "{url}");
        }
    }

    #[test]
    fn the_address_may_ask_for_less_and_this_machine_needs_none() {
        for (url, expected) in [
            ("postgres://me@db.example.org/rung?sslmode=disable", "Disable"),
            ("postgres://me@db.example.org/rung?application_name=x&ssl-mode=require", "Require"),
            ("postgres://me@localhost/rung", "Prefer"),
            ("postgres://me@127.0.0.1/rung", "Prefer"),
            ("postgres://me@[::1]/rung", "Prefer"),
            ("postgres:///rung?host=/run/postgresql", "Prefer"),
            ("postgres://%2Frun%2Fpostgresql/rung", "Prefer"),
        ] {
            assert_eq!(mode(url), expected, "{url}");
        }
        assert!(options_of("postgres://me@db.example.org/rung?sslmode=perhaps").is_err());
    }
}
