//! The log: a file, never the screen. What goes in holds no secret: the client logs methods, paths and statuses.

use tracing_appender::non_blocking::WorkerGuard;
use tracing_subscriber::EnvFilter;

use crate::config::Paths;

/// Starts it; `BALCAO_LOG` sets what is logged (`info`, `balcao=debug`, …). The guard writes the rest when it is dropped.
/// A home that cannot be written has no log, and that is no reason to stop.
pub fn start(paths: &Paths) -> Option<WorkerGuard> {
    Paths::make(&paths.state).ok()?;
    let file = tracing_appender::rolling::Builder::new()
        .rotation(tracing_appender::rolling::Rotation::DAILY)
        .filename_prefix("balcao")
        .filename_suffix("log")
        .max_log_files(7)
        .build(&paths.state)
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(file);
    let filter = EnvFilter::try_from_env("BALCAO_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(writer).try_init().ok()?;
    Some(guard)
}
