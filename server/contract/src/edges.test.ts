import { readdirSync } from 'node:fs';
import { ALL_EXCHANGES } from './all-exchanges.js';
import { ALL_ROUTES } from './all-routes.js';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { bankRoutes } from './bank.js';
import { bankImportRoutes } from './bank-imports.js';
import { contestRoutes } from './contest.js';
import type { Exchange, Notice, Policy, Route } from './exchange.js';
import { identityRoutes } from './identity.js';
import { Door, joinRoutes, PersonToken, Pin } from './join.js';
import { AnswerId, playerExchanges, PlayerHandshake, playerNotices } from './live.js';
import { hostExchanges, HostHandshake, hostNotices } from './live-host.js';
import { stageExchanges, StageHandshake, stageNotices } from './live-stage.js';
import { Choice } from './question.js';
import { peopleRoutes } from './people.js';
import { rosterRoutes } from './rosters.js';
import { roundRoutes } from './rounds.js';
import { unitFileRoutes } from './unit-files.js';
import { ERROR_CODES } from './vocabulary.js';

type Schema = z.core.$ZodType;

const named = ALL_ROUTES.map((route): [string, Route] => [`${route.method} ${route.path}`, route]);
const audiences: { who: Policy['who']; exchanges: Exchange[]; notices: Notice[] }[] = [
  { who: 'player', exchanges: Object.values(playerExchanges), notices: Object.values(playerNotices) },
  { who: 'stage', exchanges: Object.values(stageExchanges), notices: Object.values(stageNotices) },
  { who: 'host', exchanges: Object.values(hostExchanges), notices: Object.values(hostNotices) },
];
const exchanges = audiences.flatMap((audience) =>
  audience.exchanges.map((each): [string, Exchange] => [`${audience.who} ${each.name}`, each]),
);

/** Paths of objects that would let an unknown key through. */
function openObjectsIn(schema: Schema, path = '*'): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      const isStrict = def.catchall?._zod.def.type === 'never';
      const fields = Object.entries(def.shape).flatMap(([name, field]) => openObjectsIn(field, `${path}.${name}`));
      return isStrict ? fields : [path, ...fields];
    }
    case 'union':
      return def.options.flatMap((option) => openObjectsIn(option, path));
    case 'array':
      return openObjectsIn(def.element, `${path}[]`);
    case 'tuple':
      return def.items.flatMap((item, index) => openObjectsIn(item, `${path}[${index}]`));
    case 'record':
      return openObjectsIn(def.valueType, `${path}{}`);
    case 'optional':
    case 'nullable':
      return openObjectsIn(def.innerType, path);
    default:
      return leaf(def.type, path);
  }
}

/** Nothing to look into. Throws at a kind of schema that is not known to be so: then the walks have to learn it. */
function leaf(type: string, path: string): [] {
  if (['string', 'number', 'boolean', 'literal', 'enum'].includes(type)) return [];
  throw new Error(`a schema of kind ${type} at ${path}: teach the walk to look inside`);
}

/** Paths of texts and lists that may be as long as anybody likes. */
function endlessIn(schema: Schema, path = '*'): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  // Some texts are a check themselves: a day, an id.
  const checks = [def, ...(def.checks ?? []).map((check) => check._zod.def)];
  const isBound = checks.some(
    (check) =>
      ('check' in check && (check.check === 'max_length' || check.check === 'length_equals')) ||
      // A pattern binds the length when it begins and ends the text and repeats nothing without end.
      ('pattern' in check && check.pattern instanceof RegExp && /^\^[^+*]*\$$/.test(check.pattern.source)),
  );
  switch (def.type) {
    case 'string':
      return isBound ? [] : [path];
    case 'array':
      return [...(isBound ? [] : [path]), ...endlessIn(def.element, `${path}[]`)];
    case 'tuple':
      return [...(def.rest === null ? [] : [path]), ...def.items.flatMap((item) => endlessIn(item, path))];
    case 'record':
      // How many there are is bound by the size of a body.
      return [...endlessIn(def.keyType, `${path} keys`), ...endlessIn(def.valueType, `${path}{}`)];
    case 'object':
      return Object.entries(def.shape).flatMap(([name, field]) => endlessIn(field, `${path}.${name}`));
    case 'union':
      return def.options.flatMap((option) => endlessIn(option, path));
    case 'optional':
    case 'nullable':
      return endlessIn(def.innerType, path);
    default:
      return leaf(def.type, path);
  }
}

const isObject = (schema: Schema): schema is z.core.$ZodObject => schema._zod.def.type === 'object';

describe('routes', () => {
  it.each(named)('%s names in its path just the parameters it takes', (_, { path, params }) => {
    const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name).sort();
    const taken = params && isObject(params) ? Object.keys(params._zod.def.shape).sort() : [];
    expect(taken).toEqual(inPath);
  });

  it.each(named)('%s lies below /api and is written as the others are', (_, { path }) => {
    // Where Prometheus looks for it.
    if (path !== '/metrics') expect(path).toMatch(/^\/api(\/([a-z]+(-[a-z]+)*|:[a-z][A-Za-z0-9]*))+$/);
  });

  it.each(named)('%s takes a body only where a method has one', (_, { method, body }) => {
    if (method === 'GET' || method === 'DELETE') expect(body).toBeUndefined();
  });

  it.each(named)('%s is for participants or for those who are signed in, never for the stage', (_, { policy }) => {
    expect(['anyone', 'player', 'signed_in', 'organiser', 'host', 'admin']).toContain(policy.who);
  });

  it('take a body above 256 kB only where somebody with an account brings a file', () => {
    const large = ALL_ROUTES.filter(({ policy }) => policy.bodyBytes !== undefined);
    const tables = [unitFileRoutes, rosterRoutes].flatMap(({ preview, bringIn }): Route[] => [preview, bringIn]);
    expect(large).toEqual([bankRoutes.addMedia, bankImportRoutes.start, ...tables]);
    expect(large.every(({ policy }) => ['admin', 'signed_in'].includes(policy.who))).toBe(true);
  });

  it('have each an address of their own', () => {
    // A parameter hides nothing that was written out, and no two routes meet at one address.
    const addresses = named.map(([name]) => name.replace(/:\w+/g, ':'));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('that take a password or a code without being signed in are limited by address', () => {
    const { findUnit, register, recover, claim } = peopleRoutes;
    const { setup, signIn } = identityRoutes;
    const guessable: readonly Route[] = [
      ...[setup, signIn, roundRoutes.takeRemoteCode, joinRoutes.claimSeat],
      ...[findUnit, register, recover, claim, contestRoutes.verify],
    ];
    for (const { policy } of guessable) expect(policy.limit).toMatchObject({ per: 'address' });
  });
});

describe('exchanges', () => {
  it.each(audiences)('of the $who have each a name of their own and are for the $who', (audience) => {
    const names = audience.exchanges.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(audience.exchanges.every(({ policy }) => policy.who === audience.who)).toBe(true);
    expect(names.filter((name) => !/^[a-z]+\.[a-z]+$/.test(name))).toEqual([]);
    expect(names.filter((name) => audience.notices.some((notice) => notice.name === name))).toEqual([]);
  });

  it('of phones are all limited', () => {
    const { exchanges: ofPhones } = audiences[0] ?? { exchanges: [] };
    expect(ofPhones.filter(({ policy }) => !policy.limit)).toEqual([]);
  });

  it.each(['view.sync', 'clock.sync'])('every audience has %s', (name) => {
    for (const audience of audiences) expect(audience.exchanges.map((each) => each.name)).toContain(name);
  });
});

/** Everything that the files of the contract export, groups opened. */
async function exported(): Promise<object[]> {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => !file.includes('.test.'));
  const modules = await Promise.all(files.map((file) => import(`./${file.replace(/\.ts$/, '.js')}`)));
  const values = modules.flatMap((module) => Object.values(module as object) as unknown[]);
  const isThing = (value: unknown): value is object => typeof value === 'object' && value !== null;
  return values.filter(isThing).flatMap((value) => [value, ...Object.values(value).filter(isThing)]);
}

describe('the lists of all there is', () => {
  it('miss no route and no exchange of any file', async () => {
    const things = await exported();
    const routes = things.filter((thing) => 'method' in thing && 'policy' in thing);
    const declared = things.filter((thing) => 'request' in thing && 'policy' in thing);
    expect(routes.filter((thing) => !ALL_ROUTES.some((route) => route === thing))).toEqual([]);
    expect(declared.filter((thing) => !ALL_EXCHANGES.some((each) => each === thing))).toEqual([]);
    expect(new Set(routes).size).toBe(ALL_ROUTES.length);
    expect(new Set(declared).size).toBe(ALL_EXCHANGES.length);
  });
});

describe('what is taken in', () => {
  const inputs: [string, Schema][] = [
    ...named.flatMap(([name, { params, query, body }]) =>
      Object.entries({ params, query, body }).flatMap(([part, schema]): [string, Schema][] =>
        schema ? [[`${part} of ${name}`, schema]] : [],
      ),
    ),
    ...exchanges.map(([name, { request }]): [string, Schema] => [name, request]),
    ['handshake of a phone', PlayerHandshake],
    ['handshake of the stage', StageHandshake],
    ['handshake of a host', HostHandshake],
  ];

  it.each(inputs)('%s is strict all the way down: an unknown key is refused', (_, schema) => {
    expect(openObjectsIn(schema)).toEqual([]);
  });

  it.each(inputs)('%s has no text or list without an end', (_, schema) => {
    expect(endlessIn(schema)).toEqual([]);
  });

  it.each(inputs)('%s refuses an unknown key when it meets one', (_, schema) => {
    const parsed = z.core.safeParse(schema, { isAdmin: true });
    expect(parsed.success).toBe(false);
  });
});

describe('small words', () => {
  const takes = (schema: Schema, value: unknown) => z.core.safeParse(schema, value).success;

  it('have their exact forms', () => {
    expect(['123456', '12345', '1234567', '12345a', '１２３４５６', '123456\n'].map((pin) => takes(Pin, pin))).toEqual([
      ...[true, false, false, false, false, false],
    ]);
    expect(takes(PersonToken, 'ab'.repeat(16)) && takes(AnswerId, '0f'.repeat(16))).toBe(true);
    expect(takes(PersonToken, 'AB'.repeat(16)) || takes(AnswerId, 'ab'.repeat(17))).toBe(false);
  });

  it('a door is a PIN or a token, never both', () => {
    expect(takes(Door, { pin: '123456' }) && takes(Door, { joinToken: 'a1'.repeat(8) })).toBe(true);
    expect(takes(Door, { pin: '123456', joinToken: 'a1'.repeat(8) }) || takes(Door, {})).toBe(false);
  });

  it('a choice has one to ten options of its kind', () => {
    const several = (count: number) => ({
      kind: 'multiple',
      options: Array.from({ length: count }, (_, no) => `o${no}`),
    });
    expect([0, 1, 10, 11].map((count) => takes(Choice, several(count)))).toEqual([false, true, true, false]);
    expect(takes(Choice, { kind: 'single', options: ['a'] })).toBe(false);
    expect(takes(Choice, { kind: 'boolean', value: 'true' })).toBe(false);
  });

  it('a choice of every other kind is bound too: steps, digits, letters, taps', () => {
    const blanks = (count: number, length: number) => ({
      kind: 'text',
      blanks: Array<string>(count).fill('预'.repeat(length)),
    });
    expect(
      [blanks(0, 0), blanks(1, 60), blanks(6, 0), blanks(1, 61), blanks(7, 1)].map((value) => takes(Choice, value)),
    ).toEqual([...[false, true, true, false, false]]);
    const number = (value: unknown) => takes(Choice, { kind: 'numeric', value });
    expect([0, -1e9, 1e9, 1e9 + 1, NaN, Infinity, '1'].map(number)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    const tap = (...point: unknown[]) => takes(Choice, { kind: 'hotspot', points: [point], places: [] });
    expect([tap(0, 1), tap(0.5, 0.5), tap(-0.1, 0), tap(0, 1.1), tap(0.5), tap(0, 0, 0), tap('0', 0)]).toEqual([
      ...[true, true, false, false, false, false, false],
    ]);
    const steps = (count: number) => ({ kind: 'ordering', order: Array.from({ length: count }, (_, no) => `s${no}`) });
    expect([1, 2, 10, 11].map((count) => takes(Choice, steps(count)))).toEqual([false, true, true, false]);
  });

  it('every error code is one word of its own', () => {
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
    expect(ERROR_CODES.filter((code) => !/^[a-z]+(_[a-z]+)*$/.test(code))).toEqual([]);
  });
});
