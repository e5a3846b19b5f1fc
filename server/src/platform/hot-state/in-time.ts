/** The outcome of an attempt, or a failure when it takes longer than `ms`: what it does afterwards nobody hears. */
export function inTime<T>(ms: number, attempt: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
    attempt.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
