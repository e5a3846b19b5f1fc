import { late } from '../../lib/late';
import type { PARTS } from './parts';

/**
 * The inputs that most questions do without, and what their reveal shows. A phone loads them while it waits in the lobby,
 * so that no question has to wait for them.
 */
export const lateParts = late<typeof PARTS>(() => import('./parts').then(({ PARTS: parts }) => parts));
