//! `balcao sandbox`: the local stand-in of Zoho, until Ctrl-C.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use color_eyre::eyre::WrapErr;
use jiff::Timestamp;

use crate::sandbox::options::Options;
use crate::sandbox::server::start;

/// Serve a local stand-in of Zoho Accounts, Bigin and Desk
///
/// The first line on stdout is JSON: where it is, the client, the agents and their refresh tokens. The control
/// plane is under /_sandbox/ (see docs/sandbox.md).
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Where to listen: an address of this machine and a port, 0 for a free one
    #[arg(long, value_name = "127.0.0.1:PORT", default_value = "127.0.0.1:0", value_parser = loopback)]
    pub listen: SocketAddr,
    /// The source of every choice of the story; the same seed tells the same story
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// That many contacts, and twice as many tickets, beside the small story
    #[arg(long, value_name = "CONTACTS")]
    pub scale: Option<u32>,
    /// Keep the state in this directory across restarts
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// When the sandbox's clock starts, such as 2026-11-16T12:00:00Z; now when not given
    #[arg(long, value_name = "TIME")]
    pub at: Option<Timestamp>,
    /// Switches that are turned.
    #[arg(long, value_name = "NAME=on|off", value_parser = switch)]
    #[arg(
        help = "Turn a switch, such as token_limit=on; may be given several times (docs/sandbox.md lists them)"
    )]
    pub switch: Vec<(String, bool)>,
}

/// Only an address of this machine: what the sandbox serves is meant for nobody else.
fn loopback(text: &str) -> Result<SocketAddr, String> {
    let text = text.replace("localhost:", "127.0.0.1:");
    let address: SocketAddr =
        text.parse().map_err(|_| "an address like 127.0.0.1:8300 was expected".to_owned())?;
    if address.ip().is_loopback() {
        Ok(address)
    } else {
        Err("the sandbox listens on this machine only: use 127.0.0.1:PORT or [::1]:PORT".to_owned())
    }
}

/// A switch and how it is to stand.
fn switch(text: &str) -> Result<(String, bool), String> {
    match text.split_once('=') {
        Some((name, "on" | "true")) => Ok((name.to_owned(), true)),
        Some((name, "off" | "false")) => Ok((name.to_owned(), false)),
        _ => Err("a name and on or off was expected, token_limit=on".to_owned()),
    }
}

/// Serves until Ctrl-C or a termination signal.
pub async fn run(args: Args) -> color_eyre::Result<ExitCode> {
    let Args { listen, seed, scale, data, at, switch } = args;
    let running = start(Options { listen, seed, scale, data, anchor: at, switches: switch }).await?;
    let hello = serde_json::to_string(&running.hello).wrap_err("the first line could not be written")?;
    {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{hello}").and_then(|()| out.flush()).wrap_err("stdout could not be written")?;
    }
    ended().await?;
    running.shutdown().await;
    Ok(ExitCode::SUCCESS)
}

/// Ctrl-C, or the polite signal of a service manager.
async fn ended() -> color_eyre::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminated = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted?,
        _ = terminated.recv() => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_listens_on_this_machine_only() {
        assert!(loopback("127.0.0.1:0").is_ok());
        assert!(loopback("localhost:8300").is_ok());
        assert!(loopback("[::1]:8300").is_ok());
        assert!(loopback("0.0.0.0:8300").is_err());
        assert!(loopback("192.168.1.2:80").is_err());
        assert!(loopback("8300").is_err());
    }

    #[test]
    fn the_help_says_of_scale_what_the_page_says() {
        use clap::Args as _;
        let help = Args::augment_args(clap::Command::new("sandbox")).render_long_help().to_string();
        let words: Vec<_> = help.split_whitespace().collect();
        assert!(words.join(" ").contains("beside the small story"), "{help}");
    }

    #[test]
    fn a_switch_is_a_name_and_on_or_off() {
        assert_eq!(switch("token_limit=on"), Ok(("token_limit".to_owned(), true)));
        assert_eq!(switch("other_dc=off"), Ok(("other_dc".to_owned(), false)));
        assert!(switch("token_limit").is_err() && switch("token_limit=maybe").is_err());
    }
}
