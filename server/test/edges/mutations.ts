import fc from 'fast-check';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const FOREIGN_ID = '019ecd8d-dead-7bad-8bad-00000000f00d';
const isObject = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const nested = (depth: number): Json => (depth === 0 ? [] : { a: [nested(depth - 1)] });

/** Texts that have broken other people's servers. */
export const junkTexts: readonly string[] = [
  ...['', ' ', '0', '-1', 'null', 'true', '[object Object]', '../../etc/passwd', "' OR 1=1 --", '%00', '{{7*7}}'],
  ...[
    '\u0000',
    '\u202e',
    '\ud800',
    '😀'.repeat(30),
    'x'.repeat(5_000),
    '１２３',
    '1e3',
    FOREIGN_ID,
    'constructor',
    '__proto__',
  ],
];
const junkNumbers = [0, -0, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 63, Number.MIN_VALUE];
const junkValues: readonly Json[] = [
  ...junkTexts,
  ...junkNumbers,
  ...[null, true, false, [], {}, [null], [[]], nested(40), Array.from({ length: 300 }, (_, index) => `o${index}`)],
];

/** Every place in a value, the value itself first. */
function placesIn(value: Json, path: Path = []): Path[] {
  const inside = Array.isArray(value)
    ? value.flatMap((item, index) => placesIn(item, [...path, index]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))
      : [];
  return [path, ...inside];
}

function at(value: Json, [step, ...rest]: Path): Json {
  if (step === undefined) return value;
  return at((value as Record<string | number, Json>)[step] ?? null, rest);
}

/** A copy with another value at a place; undefined leaves the place out. */
function replaced(value: Json, [step, ...rest]: Path, by: Json | undefined): Json | undefined {
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const changed = index === step ? replaced(item, rest, by) : item;
      return changed === undefined ? [] : [changed];
    });
  }
  const entries = Object.entries(isObject(value) ? value : {}).flatMap(([key, item]): [string, Json][] => {
    const changed = key === step ? replaced(item, rest, by) : item;
    return changed === undefined ? [] : [[key, changed]];
  });
  return Object.fromEntries(entries);
}

/** What may become of one value: junk, another type, a little too much, a little too often. */
function spoiled(value: Json): fc.Arbitrary<Json | undefined> {
  const near: Json[] = [[value], { value }, `${JSON.stringify(value)}`];
  if (typeof value === 'string')
    near.push(`${value}x`, value.slice(1), value.toUpperCase(), ` ${value}`, value.repeat(40));
  if (typeof value === 'number') near.push(value + 1, -value, value + 0.5, value * 1e6, String(value));
  if (typeof value === 'boolean') near.push(!value, String(value), Number(value));
  if (Array.isArray(value)) near.push([...value, ...value], value.slice(1), [...value, null]);
  const withMore = fc
    .tuple(
      fc.constantFrom('isAdmin', 'constructor', 'id', 'role', 'ok', 'x'.repeat(300)),
      fc.constantFrom(...junkValues),
    )
    .map(([key, extra]): Json => ({ ...(isObject(value) ? value : {}), [key]: extra }));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...junkValues) },
    { weight: 3, arbitrary: fc.constantFrom(...near) },
    { weight: isObject(value) ? 3 : 0, arbitrary: withMore },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json> },
  );
}

/** A value gone wrong in one place, or in two. Undefined: nothing was sent at all. */
export function mutationsOf(valid: unknown): fc.Arbitrary<unknown> {
  const value = JSON.parse(JSON.stringify(valid)) as Json;
  const once = (from: Json) =>
    fc.constantFrom(...placesIn(from)).chain((path) => spoiled(at(from, path)).map((by) => replaced(from, path, by)));
  return fc.oneof(
    { weight: 3, arbitrary: once(value) },
    { weight: 1, arbitrary: once(value).chain((first) => (first === undefined ? fc.constant(first) : once(first))) },
  );
}
