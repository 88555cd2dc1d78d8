//! The TLS provider. reqwest is built without one of its own.

/// Makes ring the TLS provider of this process. Call it before the first connection; calling it again does nothing.
pub fn install_crypto() {
    // An error says that one is installed already: that is what was asked for.
    let _ = rustls::crypto::ring::default_provider().install_default();
}
