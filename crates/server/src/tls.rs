//! Https served by the program itself, for those without a proxy in front.

use crate::config::Tls;
use anyhow::Context as _;
use rcgen::CertifiedKey;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::server::TlsStream;

/// Longest wait for the other side to agree on keys.
const PATIENCE: Duration = Duration::from_secs(10);
/// Most connections that are agreeing on keys at once.
const MOST: usize = 256;

/// Connections whose keys are agreed on, as [`axum::serve`] takes them.
pub struct Secure {
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    address: SocketAddr,
}

/// Turns a listener into one for https. Who is slow to agree on keys keeps nobody else waiting.
pub fn listener(listener: TcpListener, source: &Tls, base_url: &str) -> anyhow::Result<Secure> {
    let (certificates, key) = match source {
        Tls::SelfSigned => self_signed(base_url)?,
        Tls::File(path) => from_file(path)?,
    };
    let mut config =
        ServerConfig::builder().with_no_client_auth().with_single_cert(certificates, key).context("certificate and key do not fit")?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    let address = listener.local_addr()?;
    let (done, ready) = mpsc::channel(MOST);
    tokio::spawn(accept(listener, TlsAcceptor::from(Arc::new(config)), done));
    Ok(Secure { ready, address })
}

async fn accept(listener: TcpListener, acceptor: TlsAcceptor, done: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>) {
    let places = Arc::new(Semaphore::new(MOST));
    loop {
        let place = Arc::clone(&places).acquire_owned().await.expect("the semaphore is never closed");
        let taken = tokio::select! {
            () = done.closed() => return,
            taken = listener.accept() => taken,
        };
        let (stream, from) = match taken {
            Ok(taken) => taken,
            Err(e) => {
                // Too many open files, most likely: some close meanwhile.
                tracing::warn!("no connection taken: {e}");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let (acceptor, done) = (acceptor.clone(), done.clone());
        tokio::spawn(async move {
            if let Ok(Ok(stream)) = tokio::time::timeout(PATIENCE, acceptor.accept(stream)).await {
                let _ = done.send((stream, from)).await;
            }
            drop(place);
        });
    }
}

type Identity = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>);

fn self_signed(base_url: &str) -> anyhow::Result<Identity> {
    let url = url::Url::parse(base_url).context("the base address is none")?;
    let host = url.host_str().unwrap_or("localhost").trim_matches(['[', ']']).to_owned();
    let names = if host == "localhost" { vec![host] } else { vec![host, "localhost".to_owned()] };
    let CertifiedKey { cert, signing_key } = rcgen::generate_simple_self_signed(names)?;
    Ok((vec![cert.der().clone()], PrivatePkcs8KeyDer::from(signing_key.serialize_der()).into()))
}

fn from_file(path: &Path) -> anyhow::Result<Identity> {
    let about = || format!("{} should hold certificates and their key as PEM", path.display());
    let pem = std::fs::read(path).with_context(about)?;
    let certificates = CertificateDer::pem_slice_iter(&pem).collect::<Result<Vec<_>, _>>().with_context(about)?;
    let key = PrivateKeyDer::from_pem_slice(&pem).with_context(about)?;
    Ok((certificates, key))
}

impl axum::serve::Listener for Secure {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(taken) => taken,
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        Ok(self.address)
    }
}
