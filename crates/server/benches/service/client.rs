//! A small HTTP/1.1 client that costs little beside what it measures.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// One kept connection.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|l| l.split_once(':').filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.trim()))
    }
}

impl Connection {
    pub async fn open(address: &str) -> Connection {
        let stream = TcpStream::connect(address).await.expect("the server listens");
        stream.set_nodelay(true).expect("TCP");
        Connection { stream, buffer: Vec::with_capacity(128 * 1024) }
    }

    pub async fn send(&mut self, head: &str, body: &[u8]) -> Answer {
        let mut request = Vec::with_capacity(head.len() + body.len() + 32);
        request.extend_from_slice(head.as_bytes());
        if !body.is_empty() {
            request.extend_from_slice(format!("content-length: {}\r\n", body.len()).as_bytes());
        }
        request.extend_from_slice(b"\r\n");
        request.extend_from_slice(body);
        self.stream.write_all(&request).await.expect("the server reads");
        self.read().await
    }

    async fn more(&mut self) {
        let mut piece = [0u8; 64 * 1024];
        let n = self.stream.read(&mut piece).await.expect("the server answers");
        assert!(n > 0, "the server closed the connection");
        self.buffer.extend_from_slice(&piece[..n]);
    }

    async fn read(&mut self) -> Answer {
        self.buffer.clear();
        let end = loop {
            if let Some(at) = find(&self.buffer, b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await;
        };
        let head = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
        let status = head[9..12].parse().expect("a status");
        let mut answer = Answer { status, head, body: Vec::new() };
        if status == 204 || status == 304 {
            return answer;
        }
        if let Some(length) = answer.header("content-length").and_then(|l| l.parse::<usize>().ok()) {
            while self.buffer.len() < end + length {
                self.more().await;
            }
            answer.body = self.buffer[end..end + length].to_vec();
        } else {
            while !self.buffer.ends_with(b"0\r\n\r\n") {
                self.more().await;
            }
            answer.body = self.buffer[end..].to_vec();
        }
        answer
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|w| w == needle)
}
