import type { Audience } from '@anquanli/contract/vocabulary';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Actor } from '../../../domain/identity/actor.js';

/** Who is at the other end of a socket, decided once at the handshake. */
export type Connection =
  | {
      readonly as: 'player';
      readonly roundId: string;
      readonly seatNo: number;
      readonly personId: string;
      /** Of the token that was shown: a person may have several phones. */
      readonly tokenHash: string;
    }
  | { readonly as: 'stage'; readonly roundId: string }
  | { readonly as: 'host'; readonly roundId: string; readonly actor: Actor };

export interface ConnectionData {
  connection: Connection;
  /** Where the record of those who are sent away stood before it was asked who this is. */
  partingsMark: number;
}

export type LiveServer = Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, ConnectionData>;
export type LiveSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, ConnectionData>;

/** The socket.io room of everybody who sees a round the same way. */
export const roomName = (roundId: string, audience: Audience): string => `${roundId}/${audience}`;

/** The phones of a seat, among all connections of its round. */
export function ofSeat(seatNo: number): (connection: Connection) => boolean {
  return (connection) => connection.as === 'player' && connection.seatNo === seatNo;
}

/** The seat of a player's socket; null for host and stage. */
export function seatOf(socket: LiveSocket): number | null {
  const { connection } = socket.data;
  return connection.as === 'player' ? connection.seatNo : null;
}
