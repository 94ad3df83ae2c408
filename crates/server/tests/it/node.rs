//! Programs that nobody here wrote, run by Node from `e2e`.

use serde_json::Value;
use std::path::Path;
use std::process::Stdio;
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;

/// Whether Node is there; else the test says that it is skipped.
pub fn is_there() -> bool {
    let there = std::env::var("TESSERA_TEST_E2E").as_deref() == Ok("1");
    if !there {
        println!("SKIPPED: TESSERA_TEST_E2E is not 1, so Node is not asked");
    }
    there
}

/// What a script printed.
pub async fn run(script: &str, args: &[&str], input: &Value) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e").join(script);
    let mut command = Command::new("node");
    command.arg(script).args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A script that reads nothing may be gone before all is written.
    let _ = stdin.write_all(input.to_string().as_bytes()).await;
    drop(stdin);
    let out = child.wait_with_output().await.unwrap();
    serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&out.stdout)))
}
