import type { PersonRow } from '@anquanli/contract/live-host';
import type { Phase } from '@anquanli/contract/vocabulary';

/** What the list says about a person right now; each is a key of the words. */
export type PersonState = 'kicked' | 'banned' | 'away' | 'answered' | 'waiting' | 'online';

/** Out of the round before away, away before what they answered; answers count only while a question is on. */
export function personState(person: PersonRow, phase: Phase): PersonState {
  if (person.status !== 'active') return person.status;
  const isAsked = phase === 'question_open' || phase === 'question_closed';
  if (!person.isOnline) return 'away';
  if (isAsked) return person.hasAnswered ? 'answered' : 'waiting';
  return 'online';
}

/** Since when away, as whole seconds or minutes; null when never seen. */
export function awaySpan(
  offlineSince: number | null,
  now: number,
): { unit: 'seconds' | 'minutes'; count: number } | null {
  if (offlineSince === null) return null;
  const seconds = Math.max(0, Math.floor((now - offlineSince) / 1000));
  return seconds < 60 ? { unit: 'seconds', count: seconds } : { unit: 'minutes', count: Math.floor(seconds / 60) };
}
