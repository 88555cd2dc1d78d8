//! A server that breaks connections: each connection gets the next answer, byte for byte, and is closed.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

use balcao::zoho::{Hosts, Settings, Zoho};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};
use wiremock::MockServer;

/// What a connection gets.
#[derive(Clone, Copy)]
pub enum Reply {
    /// These bytes, then the end.
    Bytes(&'static str),
    /// Nothing, and no end either.
    Silence,
}

pub struct Raw {
    address: String,
    seen: Arc<AtomicUsize>,
}

impl Raw {
    /// Answers in this order; the last answer is for all that follow.
    pub async fn serve(replies: &'static [Reply]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&seen);
        tokio::spawn(async move {
            while let Ok((mut socket, _)) = listener.accept().await {
                let number = counter.fetch_add(1, SeqCst);
                let reply = replies[number.min(replies.len() - 1)];
                tokio::spawn(async move {
                    let mut request = vec![0; 64 * 1024];
                    let mut length = 0;
                    // The whole head; bodies of these tests come in the same packet or do not matter.
                    while !request[..length].windows(4).any(|end| end == b"\r\n\r\n") {
                        match socket.read(&mut request[length..]).await {
                            Ok(0) | Err(_) => return,
                            Ok(more) => length += more,
                        }
                    }
                    match reply {
                        Reply::Bytes(bytes) => drop(socket.write_all(bytes.as_bytes()).await),
                        Reply::Silence => std::future::pending().await,
                    }
                });
            }
        });
        Self { address, seen }
    }

    /// How many connections came.
    pub fn seen(&self) -> usize {
        self.seen.load(SeqCst)
    }

    /// A client whose tokens come from `accounts` and everything else from here.
    pub fn connect(&self, accounts: &MockServer, settings: Settings) -> Zoho {
        connect_to(&self.address, accounts, settings)
    }
}

pub fn connect_to(address: &str, accounts: &MockServer, settings: Settings) -> Zoho {
    let hosts = Hosts::parse(&accounts.uri(), address, address).unwrap();
    Zoho::connect(hosts, super::sign_in(), None, settings).unwrap()
}
