//! `rung doctor`: what is wrong, and what to do.

use crate::{
    data::{DataArg, wait},
    failure::{End, Failure},
    input::JsonArg,
    output::{self, Page},
    term::{Style, Terminal, Text, wrap},
};
use clap::Args;
use rung_app::ServeOptions;
use rung_rules::Verdict;
use rung_store::{Finding, Health, examine};
use serde_json::json;
use std::{io::ErrorKind, net::TcpListener};

/// Arguments of `rung doctor`.
#[derive(Args, Debug)]
#[command(after_help = "Ends with 1 when something is wrong.")]
pub struct DoctorArgs {
    /// The port on which the pages are served
    #[arg(long, value_name = "PORT", default_value_t = ServeOptions::default().port)]
    port: u16,
    #[command(flatten)]
    data: DataArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Looks at everything; the end is `No` when something is wrong.
///
/// # Errors
/// It is not known where to look.
pub fn run(args: &DoctorArgs, terminal: Terminal) -> Result<End, Failure> {
    let place = args.data.place()?;
    let mut findings = wait(examine(&place, jiff::Timestamp::now()))?;
    findings.push(port(args.port));
    let worst = findings.iter().map(|finding| finding.health).max().unwrap_or(Health::Good);
    if args.json.json {
        output::print_json(&json!({"folder": place.folder(), "health": worst, "findings": findings}))?;
    } else {
        let mut page = Page::new(terminal);
        for finding in &findings {
            show(&mut page, finding);
        }
        page.print()?;
    }
    Ok(if worst == Health::Bad { End::No } else { End::Done })
}

fn port(port: u16) -> Finding {
    let address = (ServeOptions::default().address, port);
    match TcpListener::bind(address) {
        Ok(_) => Finding::good("port", format!("port {port} is free")),
        Err(error) if error.kind() == ErrorKind::AddrInUse => Finding::doubtful(
            "port",
            format!("port {port} is in use, perhaps by a Rung that is open already"),
            format!(
                "look at http://127.0.0.1:{port}/; if that is not Rung, use another: rung serve --port {}",
                port.wrapping_add(1).max(1024)
            ),
        ),
        Err(error) => Finding::bad(
            "port",
            format!("port {port} cannot be listened on: {error}"),
            "use another: rung serve --port 7864",
        ),
    }
}

fn show(page: &mut Page, finding: &Finding) {
    let verdict = match finding.health {
        Health::Good => Verdict::Met,
        Health::Doubtful => Verdict::Unknown,
        Health::Bad => Verdict::NotMet,
    };
    let mut head = Text::new().with(Style::Is(verdict), page.terminal.sign(verdict));
    head.push(Style::Bold, &format!(" {}", finding.check));
    page.line(&head);
    let advice = finding.what_to_do.iter().map(|what| format!("To do: {what}"));
    for text in std::iter::once(finding.found.clone()).chain(advice) {
        for line in wrap(&text, page.terminal.width.saturating_sub(4)) {
            page.line(&Text::plain(&format!("    {line}")));
        }
    }
}
