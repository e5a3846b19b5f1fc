import type { Actor } from './actor.js';

export const ACTIONS = [
  'accounts.manage',
  'question_sets.read',
  'rounds.create',
  'rounds.read',
  'rounds.drive',
  'rounds.change',
  'rounds.delete',
  'rounds.export',
  'units.read',
  'units.manage',
  'units.found',
  'captains.manage',
  'people.read',
  'people.manage',
  'people.erase',
  'contests.read',
  'contests.manage',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What is acted on, as far as there is something: the account that owns it, the round it is or belongs to. */
export interface Scope {
  readonly ownerId?: string;
  readonly roundId?: string;
  /** The unit it belongs to and all units above, from whichever end. */
  readonly unitPath?: readonly string[];
}

type Reach = 'all' | 'own' | 'paired' | 'subtree' | 'none';
type Standing = 'admin' | 'organiser' | 'captain' | 'remote';

/** How far each kind of actor reaches. `own` = the account owns it; `paired` = the round this phone was paired with;
 * `subtree` = at or below the captain's unit. */
const REACH: Readonly<Record<Action, Readonly<Record<Standing, Reach>>>> = {
  'accounts.manage': { admin: 'all', organiser: 'none', captain: 'none', remote: 'none' },
  'question_sets.read': { admin: 'all', organiser: 'all', captain: 'none', remote: 'none' },
  'rounds.create': { admin: 'all', organiser: 'all', captain: 'none', remote: 'none' },
  'rounds.read': { admin: 'all', organiser: 'own', captain: 'none', remote: 'paired' },
  'rounds.drive': { admin: 'all', organiser: 'own', captain: 'none', remote: 'paired' },
  'rounds.change': { admin: 'all', organiser: 'own', captain: 'none', remote: 'none' },
  'rounds.delete': { admin: 'all', organiser: 'own', captain: 'none', remote: 'none' },
  'rounds.export': { admin: 'all', organiser: 'own', captain: 'none', remote: 'none' },
  'units.read': { admin: 'all', organiser: 'all', captain: 'subtree', remote: 'none' },
  'units.manage': { admin: 'all', organiser: 'all', captain: 'subtree', remote: 'none' },
  // A new top of a tree, or one more region beside the captain's.
  'units.found': { admin: 'all', organiser: 'all', captain: 'none', remote: 'none' },
  'captains.manage': { admin: 'all', organiser: 'all', captain: 'none', remote: 'none' },
  'people.read': { admin: 'all', organiser: 'all', captain: 'subtree', remote: 'none' },
  'people.manage': { admin: 'all', organiser: 'all', captain: 'subtree', remote: 'none' },
  'people.erase': { admin: 'all', organiser: 'all', captain: 'none', remote: 'none' },
  // A captain reads the figures of the own subtree.
  'contests.read': { admin: 'all', organiser: 'all', captain: 'subtree', remote: 'none' },
  'contests.manage': { admin: 'all', organiser: 'all', captain: 'none', remote: 'none' },
};

/** The one rule of access. Whatever is not in the table is no. */
export function can(actor: Actor, action: Action, scope: Scope = {}): boolean {
  switch (REACH[action][standingOf(actor)]) {
    case 'all':
      return true;
    case 'own':
      return scope.ownerId === actor.accountId;
    case 'paired':
      return actor.kind === 'remote' && scope.roundId === actor.roundId;
    case 'subtree':
      return actor.unitId !== null && (scope.unitPath ?? []).includes(actor.unitId);
    case 'none':
      return false;
  }
}

/** The same rule as a filter: which rounds the actor may see at all. Empty for an admin. */
export function scopeFilter(actor: Actor): Scope {
  if (actor.kind === 'remote') {
    return { roundId: actor.roundId };
  }
  if (actor.role === 'captain') {
    // No round is a captain's.
    return { ownerId: '' };
  }
  return actor.role === 'admin' ? {} : { ownerId: actor.accountId };
}

/** A remote control is a remote control, also in the hand of an admin. */
function standingOf(actor: Actor): Standing {
  return actor.kind === 'remote' ? 'remote' : actor.role;
}
