//! What the examples share.

use std::error::Error;
use std::time::Duration;

/// What this process has used of the processor, where `/proc` is: it hardly depends on what else runs.
pub fn processor() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
}

/// Takes an option and its number out of the arguments.
pub fn number(args: &mut Vec<String>, option: &str) -> Result<Option<u64>, Box<dyn Error>> {
    let Some(at) = args.iter().position(|arg| arg == option) else { return Ok(None) };
    args.remove(at);
    if at == args.len() {
        return Err(format!("{option} needs a number").into());
    }
    Ok(Some(args.remove(at).parse()?))
}
