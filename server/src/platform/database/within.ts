/** Has `attempt` succeeded within `timeoutMs`? Its failure counts as no. */
export function within(timeoutMs: number, attempt: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    attempt
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(timer));
  });
}
