//! A kept HTTP connection that costs next to nothing, so that the sandbox has the cores.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

pub struct Connection {
    line: BufReader<TcpStream>,
    host: String,
    token: String,
}

impl Connection {
    /// To `127.0.0.1:PORT`, with a token or none.
    pub fn open(host: &str, token: &str) -> Self {
        let line = TcpStream::connect(host).expect("a connection");
        line.set_nodelay(true).expect("no delay");
        Self { line: BufReader::with_capacity(1 << 16, line), host: host.to_owned(), token: token.to_owned() }
    }

    /// The status and the body of a GET.
    pub fn get(&mut self, path: &str) -> (u16, Vec<u8>) {
        self.call("GET", path, "")
    }

    /// The status and the body of any call.
    pub fn call(&mut self, method: &str, path: &str, body: &str) -> (u16, Vec<u8>) {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Zoho-oauthtoken {}\r\nContent-Length: {}\r\n\r\n{body}",
            self.host,
            self.token,
            body.len(),
        );
        self.line.get_mut().write_all(request.as_bytes()).expect("a request");
        let (mut status, mut length) = (0, 0);
        loop {
            let mut head = String::new();
            self.line.read_line(&mut head).expect("a head");
            let head = head.trim_end();
            if head.is_empty() {
                break;
            }
            if status == 0 {
                status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
            }
            if let Some((name, value)) = head.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().expect("a length");
            }
        }
        let mut answer = vec![0; length];
        self.line.read_exact(&mut answer).expect("a body");
        (status, answer)
    }
}
