//! The thread that owns the cache. SQLite is quick but not async: whoever needs the cache sends a question here and
//! awaits the answer. What a person waits for goes first; what comes in from the network waits its turn.

use std::thread;

use tokio::sync::{mpsc, oneshot};

use super::cache::Cache;

type Question = Box<dyn FnOnce(&mut Cache) + Send>;

/// How many writes may wait before the network is asked to slow down.
const PATIENT: usize = 16;

/// A handle on the thread; cheap to clone. The thread ends when the last handle is gone.
#[derive(Clone, Debug)]
pub struct Keeper {
    urgent: mpsc::UnboundedSender<Question>,
    patient: mpsc::Sender<Question>,
}

impl Keeper {
    /// Gives the cache a thread.
    pub fn start(mut cache: Cache) -> Self {
        let (urgent, mut questions) = mpsc::unbounded_channel::<Question>();
        let (patient, mut writes) = mpsc::channel::<Question>(PATIENT);
        let work = move || {
            let waiting =
                tokio::runtime::Builder::new_current_thread().build().expect("a runtime without IO");
            waiting.block_on(async move {
                loop {
                    let question = tokio::select! {
                        biased;
                        Some(question) = questions.recv() => question,
                        Some(write) = writes.recv() => write,
                        else => break,
                    };
                    question(&mut cache);
                }
            });
        };
        thread::Builder::new().name("cache".into()).spawn(work).expect("a thread for the cache");
        Self { urgent, patient }
    }

    /// Asks at once: for what a person waits for. The question stands in the queue when this returns, so that questions
    /// are answered in the order they were asked; the answer comes with the future.
    pub fn ask<R, Q>(&self, question: Q) -> impl Future<Output = R> + Send + use<R, Q>
    where
        R: Send + 'static,
        Q: FnOnce(&mut Cache) -> R + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let question: Question = Box::new(move |cache| drop(answer.send(question(cache))));
        let sent = self.urgent.send(question);
        assert!(sent.is_ok(), "the cache's thread lives as long as its handles");
        async { answered.await.expect("the cache's thread answers every question") }
    }

    /// Puts something away when nobody is waiting: for what comes in from the network. Waits while much is waiting.
    pub async fn put<R: Send + 'static>(&self, write: impl FnOnce(&mut Cache) -> R + Send + 'static) -> R {
        let (answer, answered) = oneshot::channel();
        let write: Question = Box::new(move |cache| drop(answer.send(write(cache))));
        let sent = self.patient.send(write).await;
        assert!(sent.is_ok(), "the cache's thread lives as long as its handles");
        answered.await.expect("the cache's thread answers every question")
    }
}
