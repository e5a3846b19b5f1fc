import { late } from '../../lib/late';

/**
 * The inputs that most questions do without, and what their reveal shows. A phone loads them while it waits in the lobby,
 * so that no question has to wait for them.
 */
export const lateParts = late(
  () => import('./parts'),
  ({ PARTS: parts }) => parts,
);
