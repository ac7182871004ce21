//! From the name of a host to its addresses.

use std::future::Future;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;

/// What [`Resolve::addresses`] will answer.
pub type Found<'a> = Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send + 'a>>;

/// Who knows the addresses of hosts.
pub trait Resolve: Send + Sync {
    /// Every address of a host.
    fn addresses<'a>(&'a self, host: &'a str) -> Found<'a>;
}

/// The resolver of the machine.
#[derive(Clone, Copy, Debug)]
pub struct System;

impl Resolve for System {
    fn addresses<'a>(&'a self, host: &'a str) -> Found<'a> {
        Box::pin(async move {
            let found = tokio::net::lookup_host((host, 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        })
    }
}
