//! Reading a PDF that comes from anywhere, without harm: in a process of its own that has little memory and little time.
//!
//! A parser may loop, overflow its stack or ask for all memory, and the last two end a whole process. So the executable
//! starts itself once more for each file, with an empty environment; what that process cannot do, nobody needs. Where no
//! executable has said that it can ([`answer_as_pdf_reader`]), as in tests, a thread does it.

mod read;

use read::read;
use std::{
    env,
    io::{Read as _, Write as _},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        Condvar, Mutex, OnceLock,
        mpsc::{self, Receiver},
    },
    thread,
    time::{Duration, Instant},
};

/// So long does one file take at most.
const PATIENCE: Duration = Duration::from_secs(5);
const STACK_BYTES: usize = 16 * 1024 * 1024;
/// So much memory has the process that reads: a large certificate takes a tenth of it.
#[cfg(unix)]
const MEMORY_BYTES: u64 = 768 * 1024 * 1024;
/// So many files are read at a time; the next one waits.
const MAX_READERS: usize = 2;
/// The argument with which the executable is started to read.
const ARGUMENT: &str = "read-pdf-from-standard-input";

/// The executable that can be started to read.
static READER: OnceLock<PathBuf> = OnceLock::new();

/// The first thing that an executable does. If it was started to read a PDF, it has done so when this returns true, and
/// ends; otherwise [`pdf_text`] knows from now on that it can start it.
pub fn answer_as_pdf_reader() -> bool {
    let mut arguments = env::args_os().skip(1);
    if arguments.next().is_some_and(|it| it == ARGUMENT) && arguments.next().is_none() {
        answer();
        return true;
    }
    if let Ok(executable) = env::current_exe() {
        let _ = READER.set(executable);
    }
    false
}

/// Reads from standard input and tells on standard output; whatever goes wrong, it tells nothing.
fn answer() {
    limit();
    let mut bytes = Vec::new();
    if std::io::stdin().take(crate::MAX_DOCUMENT_BYTES as u64).read_to_end(&mut bytes).is_err() {
        return;
    }
    if let Some(text) = in_thread(bytes) {
        let _ = std::io::stdout().write_all(text.as_bytes());
    }
}

#[cfg(unix)]
fn limit() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let most = |most: u64| Rlimit { current: Some(most), maximum: Some(most) };
    // Where one cannot be set, the others and the patience of whoever waits still hold.
    let _ = setrlimit(Resource::As, most(MEMORY_BYTES));
    let _ = setrlimit(Resource::Cpu, most(PATIENCE.as_secs() + 1));
    let _ = setrlimit(Resource::Core, most(0));
    let _ = setrlimit(Resource::Fsize, most(0));
}

#[cfg(not(unix))]
fn limit() {}

/// The text of a PDF in lines from top to bottom; none where there is none (a scan), or where it cannot be had.
pub fn pdf_text(bytes: Vec<u8>) -> Option<String> {
    let _place = Place::wait()?;
    match READER.get().and_then(start) {
        Some(reader) => in_process(reader, &bytes),
        None => in_thread(bytes),
    }
}

fn start(executable: &PathBuf) -> Option<Child> {
    let mut command = Command::new(executable);
    command.arg(ARGUMENT).env_clear().current_dir("/");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().ok()
}

fn in_process(mut reader: Child, bytes: &[u8]) -> Option<String> {
    let until = Instant::now() + PATIENCE;
    let told = tell(&mut reader, bytes);
    let left = until.saturating_duration_since(Instant::now());
    let text = told.and_then(|told| told.recv_timeout(left).ok());
    let _ = reader.kill();
    let _ = reader.wait();
    String::from_utf8(text?).ok().filter(|text| !text.is_empty())
}

/// Gives the bytes to a process that reads all of them before it says anything.
fn tell(reader: &mut Child, bytes: &[u8]) -> Option<Receiver<Vec<u8>>> {
    let mut output = reader.stdout.take()?;
    let (tell, told) = mpsc::channel();
    thread::Builder::new()
        .name("pdf".to_owned())
        .spawn(move || {
            let mut text = Vec::new();
            if output.read_to_end(&mut text).is_ok() {
                // Nobody may be waiting any more.
                let _ = tell.send(text);
            }
        })
        .ok()?;
    reader.stdin.take()?.write_all(bytes).ok()?;
    Some(told)
}

fn in_thread(bytes: Vec<u8>) -> Option<String> {
    let (tell, told) = mpsc::channel();
    let reader = thread::Builder::new().name("pdf".to_owned()).stack_size(STACK_BYTES);
    let until = Instant::now() + PATIENCE;
    // A panic in it is no answer.
    reader.spawn(move || tell.send(read(&bytes, until))).ok()?;
    told.recv_timeout(PATIENCE).ok().flatten()
}

/// One of the [`MAX_READERS`] who may read at a time.
struct Place;

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREE: Condvar = Condvar::new();

impl Place {
    fn wait() -> Option<Self> {
        let taken = TAKEN.lock().ok()?;
        let waited = FREE.wait_timeout_while(taken, PATIENCE, |taken| *taken >= MAX_READERS);
        let (mut taken, waited) = waited.ok()?;
        if waited.timed_out() {
            return None;
        }
        *taken += 1;
        Some(Self)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Ok(mut taken) = TAKEN.lock() {
            *taken -= 1;
        }
        FREE.notify_one();
    }
}
