import { Refusal } from '@anquanli/contract/error';
import { exchange } from '@anquanli/contract/exchange';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { accept, refuse } from '../../domain/shared/result.js';
import { RefusalError } from '../errors/refusal-error.js';
import { createLog } from '../logging/log.js';
import { Random } from '../random/random.js';
import { ExchangeTable } from './exchange-table.js';

const greet = exchange(
  'greet',
  { who: 'player' },
  {
    request: z.strictObject({ name: z.string(), address: z.optional(z.strictObject({ street: z.string() })) }),
    reply: z.object({ greeting: z.string() }),
  },
);
const rare = exchange(
  'rare',
  { who: 'player', limit: { per: 'identity', count: 2, windowMs: 10_000 } },
  { request: z.strictObject({}), reply: z.object({}) },
);

/** A table with one exchange that greets, one that may be used twice in ten seconds, and a peer. */
function aTable() {
  const clock = new FakeClock();
  const table = new ExchangeTable<object>(() => clock.now(), createLog('silent'), new Random(clock));
  const greeted: string[] = [];
  table
    .on(greet, async (_, { name }) => {
      greeted.push(name);
      if (name === 'nobody') return refuse('not_found', { path: 'name' });
      if (name === 'thrown') throw new RefusalError('server_busy', { retryAfterMs: 5 });
      if (name === 'bug') throw new TypeError('secret of the house');
      return accept({ greeting: `您好，${name}` });
    })
    .on(rare, () => Promise.resolve(accept({})));
  const peer = {};
  const ask = (name: string, payload: unknown, who: object = peer) =>
    new Promise<unknown>((resolve) => void table.dispatch(who, name, payload, resolve));
  return { table, clock, greeted, peer, ask };
}

describe('an exchange', () => {
  it('is acknowledged with ok and the reply', async () => {
    expect(await aTable().ask('greet', { name: '张三' })).toEqual({ ok: true, greeting: '您好，张三' });
  });

  it('is acknowledged with the refusal of its handler, returned or thrown', async () => {
    const { ask } = aTable();
    expect(await ask('greet', { name: 'nobody' })).toEqual({ ok: false, code: 'not_found', details: { path: 'name' } });
    expect(await ask('greet', { name: 'thrown' })).toEqual({
      ok: false,
      code: 'server_busy',
      details: { retryAfterMs: 5 },
    });
  });

  it('whose handler has a bug is acknowledged as internal, with a reference and without the words of the error', async () => {
    const ack = await aTable().ask('greet', { name: 'bug' });
    expect(ack).toEqual({ ok: false, code: 'internal', ref: expect.stringMatching(/^[0-9a-f]{12}$/) });
    expect(JSON.stringify(ack)).not.toContain('secret');
  });

  it('that nobody knows is refused by its name, cut short', async () => {
    const { ask } = aTable();
    expect(await ask('greets', {})).toEqual({ ok: false, code: 'invalid_input', details: { path: 'greets' } });
    expect(await ask('x'.repeat(500), {})).toMatchObject({ details: { path: 'x'.repeat(60) } });
    for (const name of ['constructor', '__proto__', 'toString', '']) {
      expect(await ask(name, {})).toMatchObject({ code: 'invalid_input' });
    }
  });

  it.each([
    ['a wrong field', { name: 7 }, 'name'],
    ['a missing field', {}, 'name'],
    ['a field inside', { name: 'a', address: { street: null } }, 'address.street'],
    ['an unknown field', { name: 'a', admin: true }, 'admin'],
    ['an unknown field inside', { name: 'a', address: { street: 's', no: 1 } }, 'address.no'],
    ['nothing at all', undefined, ''],
    ['a list', [], ''],
  ])('with %s is refused, naming the field, and never reaches its handler', async (_, payload, path) => {
    const { ask, greeted } = aTable();
    expect(await ask('greet', payload)).toEqual({ ok: false, code: 'invalid_input', details: { path } });
    expect(greeted).toEqual([]);
  });

  it('is carried out without an ack too, and its failure disturbs nobody', async () => {
    const { table, peer, greeted } = aTable();
    await table.dispatch(peer, 'greet', { name: 'bug' }, undefined);
    await table.dispatch(peer, 'greet', { name: '李四' }, undefined);
    await table.dispatch(peer, 'gone', undefined, undefined);
    expect(greeted).toEqual(['bug', '李四']);
  });

  it('is always acknowledged, once, whatever is sent under whatever name', async () => {
    const { table, peer } = aTable();
    const names = fc.oneof(fc.constantFrom('greet', 'rare'), fc.string());
    await fc.assert(
      fc.asyncProperty(names, fc.anything(), async (name, payload) => {
        const acks: unknown[] = [];
        await table.dispatch(peer, name, payload, (ack) => acks.push(ack));
        expect(acks).toHaveLength(1);
        const [ack] = acks;
        if (!Refusal.safeParse(ack).success) expect(ack).toMatchObject({ ok: true });
        else expect(ack).not.toMatchObject({ code: 'internal' });
      }),
      { numRuns: 300 },
    );
  });
});

describe('the limit of an exchange', () => {
  it('refuses what is too much, says when to come again, and lets through then', async () => {
    const { ask, clock } = aTable();
    expect(await ask('rare', {})).toEqual({ ok: true });
    clock.advance(4_000);
    expect(await ask('rare', {})).toEqual({ ok: true });
    expect(await ask('rare', {})).toEqual({ ok: false, code: 'too_many_requests', details: { retryAfterMs: 6_000 } });
    clock.advance(5_999);
    expect(await ask('rare', {})).toMatchObject({ details: { retryAfterMs: 1 } });
    clock.advance(1);
    expect(await ask('rare', {})).toEqual({ ok: true });
  });

  it('counts what is malformed too', async () => {
    const { ask } = aTable();
    await ask('rare', 'x');
    await ask('rare', 'x');
    expect(await ask('rare', {})).toMatchObject({ code: 'too_many_requests' });
  });

  it('of one peer or exchange is not that of another', async () => {
    const { ask } = aTable();
    for (let time = 1; time <= 3; time += 1) await ask('rare', {});
    expect(await ask('rare', {}, {})).toEqual({ ok: true });
    expect(await ask('greet', { name: '张三' })).toMatchObject({ ok: true });
  });
});
