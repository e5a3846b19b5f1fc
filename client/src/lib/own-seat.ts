import * as z from 'zod/mini';
import { PersonToken } from '@anquanli/contract/join';
import { newHexId } from './ids';
import { slot } from './storage';

/** Who holds this device: one person for all tabs. */
export const ownPerson = slot('person', z.object({ token: PersonToken }));

/** The seat this device returns to. `joinToken` is the door to come in again. */
const OwnSeat = z.object({
  roundId: z.string(),
  joinToken: z.string(),
  seatNo: z.number(),
  name: z.string(),
});
export type OwnSeat = z.infer<typeof OwnSeat>;
export const ownSeat = slot('seat', OwnSeat);

/** The name as typed last, offered again at the next door; the seat's own may carry a number where names are equal. */
export const lastName = slot('name', z.string());

/**
 * The person of this device, made on the spot where there is none yet: sent with the first join and kept before it, so that
 * a join whose reply was lost can be sent again without a second person coming of it.
 */
export function personToJoinAs(): string {
  return ownPerson.read()?.token ?? newPerson();
}

/** Remembers a seat that the server gave. */
export function takeSeat(seat: OwnSeat & { personToken: string }): void {
  const { personToken, ...own } = seat;
  ownPerson.write({ token: personToken });
  ownSeat.write(own);
}

/** This device becomes somebody new; the token is kept before it is used. */
export function newPerson(): string {
  const token = newHexId();
  ownPerson.write({ token });
  return token;
}

/** Somebody else uses this device now. The old seat stays with the server. */
export function forgetPerson(): void {
  ownSeat.clear();
  ownPerson.clear();
  lastName.clear();
}
