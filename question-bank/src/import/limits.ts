/** Limits of an import. What is over them is refused with a sentence, before it can cost memory or time. */
export const IMPORT_LIMITS = {
  uploadBytes: 5 * 1024 * 1024,
  questions: 2_000,
  columns: 64,
  /** Rows that are looked at in all sheets together; blank ones at the end of a sheet do not count. */
  rows: 20_000,
  /** Lines of a text or document, blank ones too. */
  lines: 100_000,
  zip: { inflatedBytesPerEntry: 20 * 1024 * 1024, ratio: 200, entries: 2_000 },
  /** Of the worker that reads. */
  parseMs: 5_000,
  heapMb: 256,
} as const;
