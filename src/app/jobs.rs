//! The job runner: named threads that get a snapshot and give back one typed result.
//!
//! The only place that starts a thread. One job runs at a time, later ones wait their turn.
//! Each job has a channel of its own, so the result of a job that was given up has nowhere to
//! arrive and is dropped. A job that dies is told apart from one that finished. Nothing here
//! knows what a job does.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;

/// Wakes the window so that it polls.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What a running job and its watcher share.
#[derive(Debug, Default)]
pub struct Progress {
    cancel: AtomicBool,
    bytes_done: AtomicU64,
    bytes_expected: AtomicU64,
}

impl Progress {
    /// Progress of work that has just begun; outside a job nobody watches and nobody cancels.
    #[must_use]
    pub fn unwatched() -> Self {
        Self::default()
    }

    /// Set once the job is to stop.
    #[must_use]
    pub fn cancel(&self) -> &AtomicBool {
        &self.cancel
    }

    /// Whether the job is to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    /// Bytes taken apart so far; a reader adds to it while it goes through a file.
    #[must_use]
    pub fn bytes_done(&self) -> &AtomicU64 {
        &self.bytes_done
    }

    /// Says how many bytes there are to take apart in all.
    pub fn expect_bytes(&self, bytes: u64) {
        self.bytes_expected.store(bytes, Ordering::Relaxed);
    }

    /// Says how many bytes are done with, whether or not they could be taken apart.
    pub fn set_bytes_done(&self, bytes: u64) {
        self.bytes_done.store(bytes, Ordering::Relaxed);
    }

    /// Share of the expected bytes that is done, 0 to 1; `None` where none are expected.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let expected = self.bytes_expected.load(Ordering::Relaxed);
        let done = self.bytes_done.load(Ordering::Relaxed).min(expected);
        (expected > 0).then(|| done as f64 / expected as f64)
    }
}

/// What is known of the job in progress.
#[derive(Clone, Debug, PartialEq)]
pub struct JobState {
    /// What it does, in words.
    pub label: String,
    /// Share done, 0 to 1, if it is known.
    pub progress: Option<f64>,
}

/// How a job ended.
#[derive(Debug, PartialEq)]
pub enum Ended<T> {
    /// With a result.
    Done(T),
    /// Without one: its thread broke off or could not start. Holds its words.
    Broken(String),
}

/// Work that is still to be done.
struct Task<T> {
    name: &'static str,
    label: String,
    work: Box<dyn FnOnce(&Progress) -> T + Send>,
}

struct Running<T> {
    label: String,
    progress: Arc<Progress>,
    result: Receiver<T>,
}

/// Jobs with results of one type.
pub struct Jobs<T> {
    running: Option<Running<T>>,
    waiting: VecDeque<Task<T>>,
    /// Labels of jobs for which there was no thread, still to be told.
    unstarted: VecDeque<String>,
    wake: Wake,
}

impl<T: Send + 'static> Jobs<T> {
    /// No job yet; `wake` is called at the end of each.
    #[must_use]
    pub fn new(wake: Wake) -> Self {
        Self { running: None, waiting: VecDeque::new(), unstarted: VecDeque::new(), wake }
    }

    /// Starts work on a thread of that name, or lets it wait for the job in progress.
    pub fn start(
        &mut self,
        name: &'static str,
        label: String,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
    ) {
        self.waiting.push_back(Task { name, label, work: Box::new(work) });
        self.start_next();
    }

    /// Takes the result of a job that ended, if one did, and starts the next.
    pub fn poll(&mut self) -> Option<Ended<T>> {
        if let Some(label) = self.unstarted.pop_front() {
            return Some(Ended::Broken(label));
        }
        let running = self.running.as_ref()?;
        let ended = match running.result.try_recv() {
            Ok(result) => Ended::Done(result),
            Err(TryRecvError::Disconnected) => Ended::Broken(running.label.clone()),
            Err(TryRecvError::Empty) => return None,
        };
        self.running = None;
        self.start_next();
        Some(ended)
    }

    fn start_next(&mut self) {
        while self.running.is_none() {
            let Some(task) = self.waiting.pop_front() else { return };
            let label = task.label.clone();
            match spawn(task, &self.wake) {
                Some(running) => self.running = Some(running),
                None => self.unstarted.push_back(label),
            }
        }
    }

    /// Gives up the job in progress and all that wait; whether there was one.
    pub fn cancel(&mut self) -> bool {
        let waited = !self.waiting.is_empty();
        self.waiting.clear();
        let Some(running) = self.running.take() else { return waited };
        running.progress.cancel.store(true, Ordering::Relaxed);
        true
    }

    /// The job in progress.
    #[must_use]
    pub fn state(&self) -> Option<JobState> {
        let Running { label, progress, .. } = self.running.as_ref()?;
        Some(JobState { label: label.clone(), progress: progress.share() })
    }
}

/// Starts a thread for the task; `None` when the system gives none.
fn spawn<T: Send + 'static>(task: Task<T>, wake: &Wake) -> Option<Running<T>> {
    let (sender, result) = channel();
    let progress = Arc::new(Progress::default());
    let shared = Arc::clone(&progress);
    let last_word = LastWord { sender: Some(sender), wake: Arc::clone(wake) };
    let work = task.work;
    thread::Builder::new()
        .name(task.name.to_owned())
        .spawn(move || {
            let result = work(&shared);
            if let Some(sender) = &last_word.sender {
                // Nobody listens any more when the job was given up.
                let _ = sender.send(result);
            }
        })
        .ok()?;
    Some(Running { label: task.label, progress, result })
}

impl<T> Drop for Jobs<T> {
    fn drop(&mut self) {
        if let Some(running) = &self.running {
            running.progress.cancel.store(true, Ordering::Relaxed);
        }
    }
}

/// Closes the channel and wakes the watcher when a job's thread ends, however it ends.
struct LastWord<T> {
    sender: Option<Sender<T>>,
    wake: Wake,
}

impl<T> Drop for LastWord<T> {
    fn drop(&mut self) {
        self.sender = None;
        (self.wake)();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    fn jobs() -> (Jobs<u32>, Arc<AtomicU64>) {
        let woken = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&woken);
        let wake = move || {
            count.fetch_add(1, Ordering::Relaxed);
        };
        (Jobs::new(Arc::new(wake)), woken)
    }

    fn wait(jobs: &mut Jobs<u32>) -> Option<Ended<u32>> {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(10) {
            if let Some(ended) = jobs.poll() {
                return Some(ended);
            }
            thread::sleep(Duration::from_millis(1));
        }
        None
    }

    #[test]
    fn results_come_in_order_and_wake_the_window() {
        let (mut jobs, woken) = jobs();
        for value in 1..=3 {
            jobs.start("test", format!("job {value}"), move |_| value);
        }
        for value in 1..=3 {
            assert_eq!(jobs.state().map(|state| state.label), Some(format!("job {value}")));
            assert_eq!(wait(&mut jobs), Some(Ended::Done(value)));
        }
        assert_eq!(jobs.state(), None);
        assert!(woken.load(Ordering::Relaxed) >= 3);
    }

    #[test]
    fn a_cancelled_job_gives_nothing_and_hears_of_it() {
        let (mut jobs, _) = jobs();
        let heard = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&heard);
        jobs.start("test", String::new(), move |progress| {
            while !progress.is_cancelled() {
                thread::sleep(Duration::from_millis(1));
            }
            told.store(true, Ordering::Relaxed);
            1
        });
        assert_eq!(jobs.poll(), None);
        assert!(jobs.cancel());
        jobs.start("test", String::new(), |_| 2);
        assert_eq!(wait(&mut jobs), Some(Ended::Done(2)), "the stale result never arrives");
        let start = Instant::now();
        while !heard.load(Ordering::Relaxed) && start.elapsed() < Duration::from_secs(10) {
            thread::sleep(Duration::from_millis(1));
        }
        assert!(heard.load(Ordering::Relaxed));
        assert!(!jobs.cancel(), "nothing is left to cancel");
    }

    #[test]
    fn a_job_that_breaks_off_is_said() {
        let (mut jobs, _) = jobs();
        jobs.start("test that breaks off", "reading".to_owned(), |_| panic!("on purpose"));
        assert_eq!(wait(&mut jobs), Some(Ended::Broken("reading".to_owned())));
        jobs.start("test", String::new(), |_| 3);
        assert_eq!(wait(&mut jobs), Some(Ended::Done(3)));
    }

    #[test]
    fn progress_is_a_share_of_the_expected_bytes() {
        let progress = Progress::unwatched();
        progress.set_bytes_done(7);
        assert_eq!(progress.share(), None, "work of unknown length has no share");
        progress.expect_bytes(28);
        assert_eq!(progress.share(), Some(0.25));
        progress.bytes_done().fetch_add(7, Ordering::Relaxed);
        assert_eq!(progress.share(), Some(0.5));
        progress.set_bytes_done(30);
        assert_eq!(progress.share(), Some(1.0), "a file that grew is not more than whole");
    }

    #[test]
    fn a_running_job_tells_its_share() {
        let (mut jobs, _) = jobs();
        let (go, wait_for_go) = channel::<()>();
        let (tell, told) = channel();
        jobs.start("test", "reading".to_owned(), move |progress| {
            progress.expect_bytes(4);
            progress.set_bytes_done(1);
            tell.send(()).unwrap();
            let _ = wait_for_go.recv();
            1
        });
        told.recv_timeout(Duration::from_secs(10)).unwrap();
        assert_eq!(jobs.state(), Some(JobState { label: "reading".to_owned(), progress: Some(0.25) }));
        go.send(()).unwrap();
        assert_eq!(wait(&mut jobs), Some(Ended::Done(1)));
    }
}
