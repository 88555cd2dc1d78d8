//! The log, and the trace for support: files, never the screen. What goes in holds no secret: the client tells methods,
//! paths and statuses.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Mutex;

use tracing::level_filters::LevelFilter;
use tracing_appender::non_blocking::{NonBlocking, WorkerGuard};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, fmt, registry};

use crate::config::Paths;
use crate::zoho::TRACE;

/// Starts them; `BALCAO_LOG` sets what is logged (`info`, `balcao=debug`, …). The guard writes the rest when it is dropped.
/// A home that cannot be written has no log, and that is no reason to stop; a trace that was asked for and cannot be
/// written is.
pub fn start(paths: Option<&Paths>, trace: Option<&Path>) -> io::Result<Option<WorkerGuard>> {
    let trace = trace.map(open).transpose()?.map(|file| {
        // A line for each try of a call, written before the next: a trace is read after something went wrong.
        let only = Targets::new().with_target(TRACE, LevelFilter::TRACE);
        let lines = fmt::layer().json().flatten_event(true).with_current_span(false).with_span_list(false);
        lines.with_target(false).with_level(false).with_writer(Mutex::new(file)).with_filter(only)
    });
    let (log, guard) = paths.and_then(rolling).unzip();
    let log = log.map(|writer| {
        let wanted = EnvFilter::try_from_env("BALCAO_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
        fmt::layer().with_ansi(false).with_writer(writer).with_filter(wanted)
    });
    // Somebody else's subscriber, in a test, is no reason to stop either.
    let _ = registry().with(trace).with(log).try_init();
    Ok(guard)
}

/// Adds to a file that only its owner may read.
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).mode(0o600).open(path)
}

fn rolling(paths: &Paths) -> Option<(NonBlocking, WorkerGuard)> {
    Paths::make(&paths.state).ok()?;
    let file = tracing_appender::rolling::Builder::new()
        .rotation(tracing_appender::rolling::Rotation::DAILY)
        .filename_prefix("balcao")
        .filename_suffix("log")
        .max_log_files(7)
        .build(&paths.state)
        .ok()?;
    Some(tracing_appender::non_blocking(file))
}
