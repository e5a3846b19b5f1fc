import { describe, expect, it } from '@jest/globals';
import type { Actor } from './actor.js';
import { ACTIONS, type Action, can, scopeFilter } from './can.js';

const OWN = { ownerId: 'me', roundId: 'round-1', unitPath: ['province', 'unit-1', 'team-3'] };
const FOREIGN = { ownerId: 'somebody', roundId: 'round-2', unitPath: ['province', 'unit-2'] };
const ACTORS = {
  admin: { kind: 'account', accountId: 'me', role: 'admin', unitId: null },
  organiser: { kind: 'account', accountId: 'me', role: 'organiser', unitId: null },
  captain: { kind: 'account', accountId: 'me', role: 'captain', unitId: 'unit-1' },
  'remote of an organiser': { kind: 'remote', accountId: 'me', role: 'organiser', unitId: null, roundId: 'round-1' },
  'remote of an admin': { kind: 'remote', accountId: 'me', role: 'admin', unitId: null, roundId: 'round-1' },
} as const satisfies Record<string, Actor>;

const no = [false, false];
const round = { admin: [true, true], organiser: [true, false], captain: no, remote: no };
const paired = { ...round, remote: [true, false] };
const subtree = { admin: [true, true], organiser: [true, true], captain: [true, false], remote: no };
const offices = { ...subtree, captain: no };
/** For each action: may they on what is theirs (own, or paired), and on what is not? */
const TABLE: Record<Action, Record<'admin' | 'organiser' | 'captain' | 'remote', boolean[]>> = {
  'accounts.manage': { admin: [true, true], organiser: no, captain: no, remote: no },
  'question_sets.read': offices,
  'rounds.create': offices,
  'rounds.read': paired,
  'rounds.drive': paired,
  'rounds.change': round,
  'rounds.delete': round,
  'rounds.export': round,
  'units.read': subtree,
  'units.manage': subtree,
  'units.found': offices,
  'captains.manage': offices,
  'people.read': subtree,
  'people.manage': subtree,
  'people.erase': offices,
  'contests.read': subtree,
  'contests.manage': offices,
};

describe('can', () => {
  for (const action of ACTIONS) {
    for (const [name, actor] of Object.entries(ACTORS)) {
      const standing = actor.kind === 'remote' ? 'remote' : actor.role;
      const [own, foreign] = TABLE[action][standing];
      it(`${action}: ${name} ${own === true ? 'may' : 'may not'} on the own, ${foreign === true ? 'may' : 'may not'} on a foreign one`, () => {
        expect([can(actor, action, OWN), can(actor, action, FOREIGN)]).toEqual([own, foreign]);
      });
    }
  }

  it('gives an organiser nothing when it is not said whose the round is', () => {
    expect(can(ACTORS.organiser, 'rounds.read')).toBe(false);
    expect(can(ACTORS['remote of an organiser'], 'rounds.drive')).toBe(false);
  });

  it('gives a remote control nothing of another round of the same account', () => {
    expect(can(ACTORS['remote of an organiser'], 'rounds.drive', { ownerId: 'me', roundId: 'round-2' })).toBe(false);
  });
});

describe('scopeFilter', () => {
  it('lets through exactly the rounds that can be read', () => {
    const rounds = [
      { ownerId: 'me', roundId: 'round-1' },
      { ownerId: 'me', roundId: 'round-2' },
      { ownerId: 'somebody', roundId: 'round-3' },
    ];
    for (const actor of Object.values(ACTORS)) {
      const { ownerId, roundId } = scopeFilter(actor);
      const seen = rounds.filter(
        (each) => (ownerId ?? each.ownerId) === each.ownerId && (roundId ?? each.roundId) === each.roundId,
      );
      expect(seen).toEqual(rounds.filter((each) => can(actor, 'rounds.read', each)));
    }
  });
});
