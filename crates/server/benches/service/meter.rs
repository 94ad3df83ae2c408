//! The server as a process, and what it costs: CPU and memory as the kernel counts them.

use std::io::BufRead as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The server's process.
pub struct Server {
    child: Child,
    pub address: String,
}

/// CPU used so far, in milliseconds.
#[derive(Clone, Copy)]
pub struct Cpu {
    pub server: f64,
    pub database: f64,
}

fn ticks(pid: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let after = stat.rsplit(") ").next().unwrap_or_default();
    let fields: Vec<f64> = after.split(' ').filter_map(|f| f.parse().ok()).collect();
    // After the name: state is not a number and drops out, so user and system time are the 11th and 12th numbers.
    let at = |n: usize| fields.get(n).copied().unwrap_or(0.0);
    (at(10) + at(11)) * 10.0
}

/// Every PostgreSQL process: on a machine that measures, there is no other one.
fn postgres_ticks() -> f64 {
    let processes = std::fs::read_dir("/proc").expect("/proc").filter_map(|e| e.ok()?.file_name().to_str()?.parse::<u32>().ok());
    let named = |pid: &u32| std::fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|c| c.trim() == "postgres");
    processes.filter(named).map(ticks).sum()
}

impl Server {
    pub async fn start(folder: &Path, database: Option<String>) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tessera"));
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--base-url", "https://tessera.example", "--vc-api", "open", "--data"])
            .arg(folder);
        if let Some(database) = database {
            command.args(["--database", &database]);
        }
        let mut child = command.env("RUST_LOG", "info").stdin(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the server starts");
        let log = std::io::BufReader::new(child.stderr.take().expect("piped"));
        let mut address = None;
        let mut lines = log.lines();
        while address.is_none() {
            let line = lines.next().expect("it says where it listens").expect("text");
            address = line.split("127.0.0.1:").nth(1).map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
        }
        std::thread::spawn(move || lines.for_each(drop));
        Server { child, address: format!("127.0.0.1:{}", address.expect("found")) }
    }

    pub fn cpu(&self) -> Cpu {
        Cpu { server: ticks(self.child.id()), database: postgres_ticks() }
    }

    fn status(&self, field: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find(|l| l.starts_with(field)).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
    }

    pub fn resident_mib(&self) -> f64 {
        self.status("VmRSS:")
    }

    pub fn peak_mib(&self) -> f64 {
        self.status("VmHWM:")
    }
}

/// Also when the measuring side gives up.
impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
