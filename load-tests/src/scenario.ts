import { type Values, whole } from './command-line.js';
import type { Target } from './server/product-server.js';

/** What a run leaves behind: a text for people, a machine-readable result, and the promises that broke. */
export interface Outcome {
  readonly summary: string;
  readonly json: object;
  readonly broken: readonly string[];
}

/** What all scenarios are told. */
export interface CommonOptions {
  readonly target: Target;
  readonly seed: number;
}

/** One scenario, complete: how it is called, what it takes, what it does. */
export interface ScenarioParts<Options extends CommonOptions> {
  readonly name: string;
  /** Its lines of the help, without the name. */
  readonly usage: string;
  /** Names of its options that take a value, without the dashes; `target`, `seed` and `runs` are known to all. */
  readonly flags: readonly string[];
  /** Names of its options that take none. */
  readonly switches?: readonly string[];
  /** Its figures have bars (`measure/bars.ts`), so that `--runs` makes sense. */
  readonly hasBars?: boolean;
  /** Throws `UsageError`. */
  read(values: Values): Options;
  run(options: Options): Promise<Outcome>;
}

/** A scenario whose own options nobody else needs to know. */
export interface Scenario extends Pick<ScenarioParts<CommonOptions>, 'name' | 'usage' | 'flags' | 'switches'> {
  prepare(values: Values): Prepared;
}

export interface Prepared {
  readonly name: string;
  readonly runs: number;
  readonly options: CommonOptions;
  /** Runs it once; with another seed where one is given. */
  run(seed?: number): Promise<Outcome>;
}

const MOST_RUNS = 20;

/** Makes a scenario of its parts; the registry has the list. */
export function scenario<Options extends CommonOptions>(parts: ScenarioParts<Options>): Scenario {
  const { name, usage, flags, switches } = parts;
  return {
    ...{ name, usage, flags },
    ...(switches && { switches }),
    prepare: (values) => {
      const options = parts.read(values);
      const runs = whole(values, 'runs', 1, [1, parts.hasBars === true ? MOST_RUNS : 1]);
      return { name, runs, options, run: (seed = options.seed) => parts.run({ ...options, seed }) };
    },
  };
}
