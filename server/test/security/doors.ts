import type { ErrorCode } from '@anquanli/contract/vocabulary';
import type { Caller } from './callers.js';

/** What becomes of somebody's request: it is let through, or refused with just this code. */
export type Verdict = 'may' | ErrorCode;
export type Door = Readonly<Record<Caller, Verdict>>;

/* Written down by hand from what the product promises, never asked of the code that keeps the promise. */

/** No session: whoever has none, also with a person's token in the hand. */
const WITHOUT_SESSION = {
  ...{ 'a stranger': 'not_signed_in', 'a guest elsewhere': 'not_signed_in', 'a guest here': 'not_signed_in' },
  ...{ 'a person elsewhere': 'not_signed_in', 'a colleague': 'not_signed_in', 'the person': 'not_signed_in' },
} as const satisfies Partial<Door>;

/** No person's token: a session is none. */
const WITHOUT_TOKEN = {
  ...{ 'a stranger': 'not_seated', 'a remote elsewhere': 'not_seated', 'the remote here': 'not_seated' },
  ...{ 'an organiser elsewhere': 'not_seated', 'the organiser here': 'not_seated' },
  ...{ 'a captain elsewhere': 'not_seated', 'the captain of the units': 'not_seated' },
  ...{ 'the captain of the contest': 'not_seated', 'an admin': 'not_seated' },
} as const satisfies Partial<Door>;

export const ADMINS: Door = {
  ...WITHOUT_SESSION,
  ...{ 'a remote elsewhere': 'forbidden', 'the remote here': 'forbidden' },
  ...{ 'an organiser elsewhere': 'forbidden', 'the organiser here': 'forbidden' },
  ...{ 'a captain elsewhere': 'forbidden', 'the captain of the units': 'forbidden' },
  ...{ 'the captain of the contest': 'forbidden', 'an admin': 'may' },
};

export const ORGANISERS: Door = { ...ADMINS, 'an organiser elsewhere': 'may', 'the organiser here': 'may' };

export const ACCOUNTS: Door = {
  ...ORGANISERS,
  ...{ 'a captain elsewhere': 'may', 'the captain of the units': 'may', 'the captain of the contest': 'may' },
};

export const EVERYBODY: Door = {
  ...ACCOUNTS,
  ...{ 'a stranger': 'may', 'a guest elsewhere': 'may', 'a guest here': 'may', 'a person elsewhere': 'may' },
  ...{ 'a colleague': 'may', 'the person': 'may', 'a remote elsewhere': 'may', 'the remote here': 'may' },
};

/** What only the operator's own token opens, which is none of theirs. */
export const OPERATOR: Door = {
  ...WITHOUT_SESSION,
  ...{ 'a remote elsewhere': 'not_signed_in', 'the remote here': 'not_signed_in' },
  ...{ 'an organiser elsewhere': 'not_signed_in', 'the organiser here': 'not_signed_in' },
  ...{ 'a captain elsewhere': 'not_signed_in', 'the captain of the units': 'not_signed_in' },
  ...{ 'the captain of the contest': 'not_signed_in', 'an admin': 'not_signed_in' },
};

/** A round at its organiser's desk: to others it is not there; its own remote control knows it and may not. */
export const ROUND: Door = {
  ...ORGANISERS,
  ...{ 'an organiser elsewhere': 'not_found', 'a remote elsewhere': 'not_found' },
};

/** What of a round the remote control sees too. */
export const ROUND_AND_REMOTE: Door = { ...ROUND, 'the remote here': 'may' };

/** Units and the people of them: all of organisers, and of the captain above. */
export const UNIT: Door = {
  ...ACCOUNTS,
  ...{ 'a captain elsewhere': 'not_found', 'the captain of the contest': 'not_found' },
};

/** What names its unit inside the request. */
export const UNIT_NAMED: Door = {
  ...ACCOUNTS,
  ...{ 'a captain elsewhere': 'unit_unknown', 'the captain of the contest': 'unit_unknown' },
};

/** To a place above one's own units: out of a captain's reach, whatever is there. */
export const UNIT_UPWARDS: Door = { ...UNIT, 'the captain of the units': 'forbidden' };

/** The figures of a contest: of organisers, and of captains whose units take part. */
export const CONTEST: Door = {
  ...ACCOUNTS,
  ...{ 'a captain elsewhere': 'not_found', 'the captain of the units': 'not_found' },
};

/** A report that an organiser ordered is no captain's. */
export const ORGANISERS_REPORT: Door = { ...CONTEST, 'the captain of the contest': 'not_found' };

/** One's own seat in this round. */
export const SEAT: Door = {
  ...WITHOUT_TOKEN,
  ...{ 'a guest elsewhere': 'not_seated', 'a guest here': 'may', 'a person elsewhere': 'not_seated' },
  ...{ 'a colleague': 'not_seated', 'the person': 'not_seated' },
};

/** What everybody who registered has of their own. */
export const REGISTERED: Door = {
  ...WITHOUT_TOKEN,
  ...{ 'a guest elsewhere': 'not_registered', 'a guest here': 'not_registered' },
  ...{ 'a person elsewhere': 'may', 'a colleague': 'may', 'the person': 'may' },
};

/** A contest on the phones of those it is for. */
export const IN_CONTEST: Door = { ...REGISTERED, 'a person elsewhere': 'contest_not_for_unit' };

/** One person's paper. */
export const OWN_PAPER: Door = { ...REGISTERED, 'a person elsewhere': 'not_found', 'a colleague': 'not_found' };
