import { newQuestionId } from '@anquanli/question-bank/new-id.js';
import type { Clock } from '../../../platform/clock/clock.js';
import type { Random } from '../../../platform/random/random.js';

/** An id that no question ever had. */
export function freshQuestionId(clock: Clock, random: Random): string {
  return newQuestionId(clock.now(), Buffer.from(random.hex(10), 'hex'));
}
