//! Standard output without a buffer of its own: a frame arrives as one block and leaves as one write.

use std::io::{self, Write};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::stdio::stdout;

/// The terminal's side of standard output.
///
/// `std::io::stdout` would cut a frame into lines or kilobytes. A write waits while the link is full: that
/// is the back-pressure which makes the loop draw less often over a thin line.
#[derive(Debug, Clone, Copy, Default)]
pub struct Out;

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match rustix::io::write(stdout(), bytes) {
                Ok(written) => return Ok(written),
                Err(rustix::io::Errno::INTR) => {}
                // Somebody who shares the terminal made it non-blocking: wait until there is room.
                Err(rustix::io::Errno::AGAIN) => wait()?,
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn wait() -> io::Result<()> {
    let out = stdout();
    match poll(&mut [PollFd::new(&out, PollFlags::OUT)], None) {
        Ok(_) | Err(rustix::io::Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
