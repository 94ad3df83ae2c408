//! Https served by the program itself.

use axum::Router;
use axum::routing::get;
use server::config::Tls;
use std::net::SocketAddr;
use std::path::PathBuf;
use tokio::net::{TcpListener, TcpStream};

async fn started() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let secure = server::tls::listener(listener, &Tls::SelfSigned, &format!("https://{address}")).unwrap();
    tokio::spawn(async move { axum::serve(secure, Router::new().route("/", get(async || "here"))).await });
    address
}

#[tokio::test]
async fn a_page_is_served_over_https_even_while_another_side_says_nothing() {
    let address = started().await;
    let _silent = TcpStream::connect(address).await.unwrap();
    let client = reqwest::Client::builder().danger_accept_invalid_certs(true).build().unwrap();
    let answer = client.get(format!("https://{address}/")).send().await.unwrap();
    assert_eq!(answer.text().await.unwrap(), "here");
}

#[tokio::test]
async fn a_certificate_of_our_own_making_is_trusted_by_nobody_unasked() {
    let address = started().await;
    let refused = reqwest::get(format!("https://{address}/")).await.unwrap_err();
    assert!(refused.is_connect(), "{refused:?}");
}

#[tokio::test]
async fn a_file_without_certificates_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let source = Tls::File(PathBuf::from("missing.pem"));
    let said = server::tls::listener(listener, &source, "https://a.example").err().unwrap().to_string();
    assert!(said.contains("missing.pem"), "{said}");
}
