import { createInterface } from 'node:readline';

/**
 * Does what is asked for, a word a line on standard input, one after the other, and answers each with `did <word>`. Ends the process
 * after SIGTERM and at the end of its input.
 */
export function obey(orders: Readonly<Record<string, () => unknown>>, remove: () => Promise<unknown>): void {
  const end = () => void remove().then(() => process.exit(0));
  let last: Promise<unknown> = Promise.resolve();
  createInterface({ input: process.stdin })
    .on('line', (word) => {
      const order = orders[word];
      if (order === undefined) return;
      last = last.then(order).then(
        () => process.stdout.write(`did ${word}\n`),
        (error: unknown) => process.stdout.write(`failed ${word}: ${String(error)}\n`),
      );
    })
    .once('close', end);
  process.once('SIGTERM', end);
}
