import { parseArgs } from 'node:util';
import { UsageError } from './command-line.js';
import type { Prepared, Scenario } from './scenario.js';

/** Reads the command line: which of the scenarios, and with what. Throws {@link UsageError}. */
export function readOptions(args: readonly string[], scenarios: readonly Scenario[]): Prepared {
  const { values, positionals } = parsed(args, scenarios);
  const [name, ...more] = positionals;
  const found = scenarios.find((each) => each.name === name);
  if (found === undefined || more.length > 0) {
    const names = scenarios.map((each) => each.name);
    throw new UsageError(`Name one scenario: ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.`);
  }
  return found.prepare(values);
}

/** The help, of what each scenario says of itself. */
export function usageOf(scenarios: readonly Scenario[]): string {
  return [
    ...scenarios.map(({ name, usage }) => `npm run load -- ${name} ${usage}`),
    `All of them
  --target embedded  the server with SQLite (default), mysql: with a MariaDB of the run's own, or
                     cluster: two servers that share MariaDB and Redis
  --seed S           other choices at other moments (default 1)
  --runs K           so often, with seeds from S on, and the medians; 1 to 20, for those that have bars:
                     full-round, join-storm, reconnect-storm, contest-morning`,
  ].join('\n');
}

function parsed(args: readonly string[], scenarios: readonly Scenario[]) {
  const flags = ['target', 'seed', 'runs', ...scenarios.flatMap((each) => each.flags)];
  const switches = scenarios.flatMap((each) => each.switches ?? []);
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(flags.map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])),
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
