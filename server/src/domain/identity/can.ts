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
] as const;
export type Action = (typeof ACTIONS)[number];

/** What is acted on, as far as there is something: the account that owns it, the round it is or belongs to. */
export interface Scope {
  readonly ownerId?: string;
  readonly roundId?: string;
}

type Reach = 'all' | 'own' | 'paired' | 'none';
type Standing = 'admin' | 'organiser' | 'remote';

/** How far each kind of actor reaches. `own` = the account owns it; `paired` = the round this phone was paired with. */
const REACH: Readonly<Record<Action, Readonly<Record<Standing, Reach>>>> = {
  'accounts.manage': { admin: 'all', organiser: 'none', remote: 'none' },
  'question_sets.read': { admin: 'all', organiser: 'all', remote: 'none' },
  'rounds.create': { admin: 'all', organiser: 'all', remote: 'none' },
  'rounds.read': { admin: 'all', organiser: 'own', remote: 'paired' },
  'rounds.drive': { admin: 'all', organiser: 'own', remote: 'paired' },
  'rounds.change': { admin: 'all', organiser: 'own', remote: 'none' },
  'rounds.delete': { admin: 'all', organiser: 'own', remote: 'none' },
  'rounds.export': { admin: 'all', organiser: 'own', remote: 'none' },
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
    case 'none':
      return false;
  }
}

/** The same rule as a filter: which rounds the actor may see at all. Empty for an admin. */
export function scopeFilter(actor: Actor): Scope {
  if (actor.kind === 'remote') {
    return { roundId: actor.roundId };
  }
  return actor.role === 'admin' ? {} : { ownerId: actor.accountId };
}

/** A remote control is a remote control, also in the hand of an admin. */
function standingOf(actor: Actor): Standing {
  return actor.kind === 'remote' ? 'remote' : actor.role;
}
