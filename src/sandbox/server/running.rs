//! Starting and stopping.

use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::HeaderValue;
use axum::http::header::DATE;
use axum::middleware::Next;
use axum::response::Response;
use axum::{Router, middleware};
use jiff::Timestamp;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::super::faults::{Line, Lines};
use super::super::gate::Service;
use super::super::keep::{Changes, KeepError, Keeper};
use super::super::options::Options;
use super::super::world::{Clock, Plan, World};
use super::super::{accounts, bigin, control, desk, gate, story};
use super::hear::hear;
use super::{Hello, Shared};

/// Why the sandbox did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Only this machine may talk to it.
    #[error("the sandbox listens on this machine only: {0} is not a loopback address, use 127.0.0.1:PORT")]
    NotLoopback(std::net::SocketAddr),
    /// The port is taken, or may not be used.
    #[error("the sandbox can't listen on {0}: {1}")]
    Listen(std::net::SocketAddr, std::io::Error),
    /// The store of `--data` can't be used.
    #[error(transparent)]
    Keep(#[from] KeepError),
    /// A switch can't be turned.
    #[error("--switch: {0}")]
    Switch(String),
    /// The story was not told to its end.
    #[error("the story could not be told: {0}")]
    Story(tokio::task::JoinError),
    /// The story has nobody who can sign in.
    #[error("the story has no agent who can sign in")]
    Nobody,
}

/// A running sandbox; it stops when this is dropped.
#[derive(Debug)]
pub struct Running {
    /// Where it is and how to sign in.
    pub hello: Hello,
    /// Where it is: `http://127.0.0.1:PORT`, no slash at the end.
    pub base_url: String,
    /// What its routes share; for tests that look behind the counter.
    pub shared: Shared,
    serving: Option<JoinHandle<()>>,
}

/// Tells the story, binds the port and serves.
pub async fn start(options: Options) -> Result<Running, StartError> {
    if !options.listen.ip().is_loopback() {
        return Err(StartError::NotLoopback(options.listen));
    }
    let unable = |error| StartError::Listen(options.listen, error);
    let listener = TcpListener::bind(options.listen).await.map_err(unable)?;
    let base_url = format!("http://{}", listener.local_addr().map_err(unable)?);
    let told = tokio::task::spawn_blocking(move || tell(&options)).await;
    let (world, keeper) = told.map_err(StartError::Story)??;
    let hello = Hello::of(&world, &base_url).ok_or(StartError::Nobody)?;
    let stop = CancellationToken::new();
    let shared = Shared::new(world, keeper, base_url.clone(), stop.clone());
    shared.take_up()?;
    let app = router(shared.clone()).into_make_service_with_connect_info::<Line>();
    tokio::spawn(desk::webhooks::post::run(shared.of(Service::Desk)));
    let serving = tokio::spawn(async move {
        if let Err(error) =
            axum::serve(Lines(listener), app).with_graceful_shutdown(stop.cancelled_owned()).await
        {
            tracing::error!(%error, "the sandbox stopped serving");
        }
    });
    Ok(Running { hello, base_url, shared, serving: Some(serving) })
}

/// The world: told by the plan, with what was kept laid over it.
fn tell(options: &Options) -> Result<(World, Option<Keeper>), StartError> {
    let keeper = options.data.as_deref().map(Keeper::open).transpose()?;
    let kept = keeper.as_ref().map(|keeper| keeper.plan(options.seed, options.scale)).transpose()?.flatten();
    let clock = Arc::new(Clock::default());
    if let Some(anchor) = options.anchor.filter(|_| kept.is_none()) {
        clock.set(anchor);
    }
    let plan = kept.unwrap_or_else(|| {
        let now = clock.now();
        let anchor = Timestamp::from_second(now.as_second()).unwrap_or(now);
        Plan { seed: options.seed, scale: options.scale, anchor }
    });
    let mut world = story::tell(plan, clock);
    if let Some(keeper) = &keeper {
        if kept.is_none() {
            keeper.begin(plan)?;
            keeper.save(|| Changes::of(&mut world))?;
        }
        keeper.restore(&mut world)?;
    }
    let switches = options.switches.iter().map(|(name, on)| (name.clone(), Value::Bool(*on)));
    control::turn(&mut world, &switches.collect()).map_err(StartError::Switch)?;
    Ok((world, keeper))
}

/// The largest request body: an attachment of 20 MB and its wrapping.
const BODY: usize = 24 << 20;

fn router(shared: Shared) -> Router {
    let services = Router::new()
        .nest("/oauth", accounts::router().with_state(shared.of(Service::Accounts)))
        .nest("/bigin/v2", bigin::router(&shared).with_state(shared.of(Service::Bigin)))
        .nest("/api/v1", desk::router().with_state(shared.of(Service::Desk)))
        .nest("/_sandbox", control::router())
        .merge(desk::webhooks::sign::router())
        .fallback(nowhere)
        .layer(DefaultBodyLimit::max(BODY))
        .with_state(shared.clone());
    // A router of its own, since a path can only be changed before it is looked up.
    Router::new()
        .fallback_service(services)
        .layer(middleware::map_request(without_slash))
        .layer(middleware::from_fn_with_state(shared.clone(), gate::pass))
        .layer(middleware::from_fn_with_state(shared.clone(), dated))
        .layer(middleware::from_fn_with_state(shared, hear))
}

/// A path with a slash at its end is the one without it, in every service.
async fn without_slash(mut request: Request) -> Request {
    let uri = request.uri();
    let short = uri.path().strip_suffix('/').filter(|path| path.matches('/').count() > 2);
    let service = Service::of(uri.path());
    if let Some(path) = short.filter(|_| matches!(service, Service::Accounts | Service::Bigin)) {
        let target = uri.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
        if let Ok(target) = target.parse() {
            *request.uri_mut() = target;
        }
    }
    request
}

/// Any other path.
async fn nowhere(request: Request) -> Response {
    gate::refuse::nowhere(Service::of(request.uri().path()))
}

/// Every answer says the time of its service's own clock.
async fn dated(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let shared = shared.of(Service::of(request.uri().path()));
    let mut answer = next.run(request).await;
    let now = shared.clock.now().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    if let Ok(now) = HeaderValue::from_str(&now) {
        answer.headers_mut().insert(DATE, now);
    }
    answer
}

impl Running {
    /// Stops: no new calls, those under way end.
    pub async fn shutdown(mut self) {
        self.shared.stop.cancel();
        if let Some(serving) = self.serving.take()
            && let Err(error) = serving.await
        {
            tracing::warn!(%error, "the sandbox did not stop in order");
        }
        self.shared.keep().await;
        self.shared.keep_log().await;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.shared.stop.cancel();
    }
}
