/**
 * Milliseconds of the machine's monotonic clock, with fractions. `performance.now()` starts at zero in every worker thread;
 * this one is the same in all threads and processes of a machine, so a frame sent here and seen there can be compared.
 */
export function monotonicMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1_000 + nanoseconds / 1_000_000;
}
