//! The sandbox as a process of its own, which outlives the program that dies.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

pub struct Service {
    child: Child,
    /// Where it is.
    pub url: String,
}

impl Service {
    /// Starts it on a free port; its first line says where it is.
    pub fn start() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_balcao"));
        command.args(["sandbox", "--listen", "127.0.0.1:0"]).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("started");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("piped");
        BufReader::new(stdout).read_line(&mut line).expect("its first line");
        let hello: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        let url = hello["base_url"].as_str().expect("an address").to_owned();
        Self { child, url }
    }

    /// How many replies reached it.
    pub fn replies(&self) -> usize {
        let log = self.get("/_sandbox/log");
        log.matches("/sendReply\"").count()
    }

    /// Lets things go wrong, as `docs/sandbox.md` says; an empty list ends it.
    pub fn faults(&self, rules: &str) {
        self.ask("PUT", "/_sandbox/faults", &format!("{{\"rules\":[{rules}]}}"));
    }

    /// Turns something on that is off as a rule.
    pub fn switch(&self, name: &str) {
        self.ask("PUT", "/_sandbox/switches", &format!("{{\"{name}\":true}}"));
    }

    /// Somebody types a device's code and agrees.
    pub fn agree(&self, user_code: &str) {
        let said = format!("{{\"user_code\":\"{user_code}\",\"accept\":true}}");
        self.ask("POST", "/_sandbox/accounts/device", &said);
    }

    /// What it says about itself.
    pub fn hello(&self) -> serde_json::Value {
        serde_json::from_str(&self.get("/_sandbox/hello")).expect("JSON")
    }

    /// An answer's body, as text.
    fn get(&self, path: &str) -> String {
        self.ask("GET", path, "")
    }

    fn ask(&self, method: &str, path: &str, body: &str) -> String {
        let host = self.url.strip_prefix("http://").expect("in the clear, on this machine");
        let mut stream = TcpStream::connect(host).expect("it listens");
        let length = body.len();
        let head = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {length}");
        write!(stream, "{head}\r\nConnection: close\r\n\r\n{body}").expect("asked");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("answered");
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer");
        assert!(head.starts_with("HTTP/1.1 2"), "{head}");
        body.to_owned()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
