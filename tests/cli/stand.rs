//! A sandbox, a home of one's own, and the binary run in it.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use balcao::sandbox::options::Options;
use balcao::sandbox::server::{Running, start};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A customer of the story who has tickets.
pub const MARINA: &str = "marina@zelo.example";

/// A running sandbox and somebody's home.
pub struct Stand {
    pub sandbox: Running,
    pub home: TempDir,
}

/// What a command left behind.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// Standard output as JSON; the command must have been done.
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The error that a script reads; it is the last line of standard error, and standard output is empty.
    pub fn error(&self, code: i32, kind: &str) -> Value {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{self:?}");
        let line = self.err.lines().last().unwrap_or_default();
        let error: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {self:?}"));
        assert_eq!(
            (&error["error"]["kind"], &error["error"]["exit"]),
            (&json!(kind), &json!(code)),
            "{error}"
        );
        assert!(!error["error"]["sentence"].as_str().unwrap().contains('⟦'), "{error}");
        error["error"].clone()
    }
}

pub async fn open() -> Stand {
    let sandbox = start(Options::default()).await.unwrap();
    Stand { sandbox, home: tempfile::tempdir().unwrap() }
}

impl Stand {
    /// Somebody else's home at the same sandbox, with nothing cached.
    pub fn elsewhere(self) -> (Self, TempDir) {
        let other = tempfile::tempdir().unwrap();
        (Self { sandbox: self.sandbox, home: other }, self.home)
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_balcao"));
        command
            .args(["--sandbox", &self.sandbox.base_url])
            .args(args)
            .env("BALCAO_HOME", self.home.path())
            .env("LC_ALL", "C")
            .env("TZ", "UTC")
            .env_remove("BALCAO_SANDBOX")
            .env_remove("BALCAO_PROFILE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs a command on a profile of this home, and not on the sandbox that it was given.
    pub async fn bare(&self, args: &[&str]) -> Said {
        self.bare_with(args, "").await
    }

    /// The same with something on standard input.
    pub async fn bare_with(&self, args: &[&str], input: &str) -> Said {
        let mut command = self.command(args);
        let env: Vec<_> =
            command.get_envs().map(|(name, value)| (name.to_owned(), value.map(ToOwned::to_owned))).collect();
        command = Command::new(env!("CARGO_BIN_EXE_balcao"));
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        for (name, value) in env {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let mut child = command.spawn().unwrap();
        // A command that reads nothing may have ended.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        Self::end(child).await
    }

    /// Runs a command that cannot make any file larger than so many blocks of 512 bytes.
    pub async fn cramped(&self, blocks: u32, args: &[&str], input: &str) -> Said {
        let plain = self.command(args);
        let mut command = Command::new("sh");
        command
            .arg("-c")
            .arg(format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\""))
            .arg(plain.get_program())
            .args(plain.get_args());
        for (name, value) in plain.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Self::end(child).await
    }

    /// Starts a command and gives it its standard input.
    pub fn start(&self, args: &[&str], input: &str) -> Child {
        let mut child = self.command(args).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child
    }

    /// Runs a command to its end.
    pub async fn run_with(&self, args: &[&str], input: &str) -> Said {
        Self::end(self.start(args, input)).await
    }

    /// Waits for the end of a command.
    pub async fn end(child: Child) -> Said {
        let output = tokio::task::spawn_blocking(move || child.wait_with_output()).await.unwrap().unwrap();
        Said {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The same with nothing on standard input.
    pub async fn run(&self, args: &[&str]) -> Said {
        self.run_with(args, "").await
    }

    /// Puts faults in force.
    pub async fn break_it(&self, rules: Value) {
        let url = format!("{}/_sandbox/faults", self.sandbox.base_url);
        let client = crate::sandbox::http();
        let answer = client.put(url).json(&json!({ "rules": rules })).send().await.unwrap();
        assert!(answer.status().is_success(), "{:?}", answer.text().await);
    }

    /// Waits until a call of such a path is on its way, or was answered.
    pub async fn until_called(&self, path: &str) {
        let start = Instant::now();
        while !self.sandbox.shared.log().calls().any(|call| call.path.ends_with(path)) {
            assert!(start.elapsed() < Duration::from_mins(1), "nobody calls {path}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The number of a ticket of Marina's that came by mail.
    pub async fn number(&self) -> String {
        let list = self.run(&["ticket", "list", "--contact", MARINA, "--json"]).await.json();
        let tickets = list["tickets"].as_array().unwrap();
        let mail =
            tickets.iter().find(|ticket| ticket["channel"] == "Email" && ticket["status_kind"] == "open");
        mail.expect("Marina wrote a mail").get("number").unwrap().as_str().unwrap().to_owned()
    }

    /// What was said on a ticket.
    pub async fn entries(&self, number: &str) -> Vec<Value> {
        let shown = self.run(&["ticket", "show", number, "--json"]).await.json();
        shown["entries"].as_array().unwrap().clone()
    }
}

/// The names in an answer, sorted, one a line: `tickets[].contact.email`.
pub fn names(value: &Value) -> String {
    fn walk(value: &Value, at: &str, into: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let at = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
                    walk(value, &at, into);
                    into.insert(at);
                }
            }
            Value::Array(rows) => rows.iter().for_each(|row| walk(row, &format!("{at}[]"), into)),
            _ => {}
        }
    }
    let mut all = BTreeSet::new();
    walk(value, "", &mut all);
    // What only leads to others is told by them.
    let leaves = all.iter().filter(|name| {
        let inside = [format!("{name}."), format!("{name}[]")];
        !all.iter().any(|other| inside.iter().any(|start| other.starts_with(start.as_str())))
    });
    leaves.cloned().collect::<Vec<_>>().join("\n")
}
