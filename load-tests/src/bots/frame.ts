/*
 * Text frames of engine.io v4 with socket.io v5 inside, main namespace, no binary: all that the product sends.
 */

/** What a frame from the server says. */
export type Frame =
  | { readonly kind: 'open' }
  | { readonly kind: 'ping' }
  | { readonly kind: 'connected' }
  | { readonly kind: 'refused'; readonly reason: unknown }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown }
  | { readonly kind: 'ack'; readonly id: number; readonly reply: unknown }
  | { readonly kind: 'unknown'; readonly text: string };

export const PONG = '3';

/** The packet that opens the main namespace; `auth` is the handshake. */
export function connectFrame(auth: object): string {
  return `40${JSON.stringify(auth)}`;
}

/** An event, with `id` when an ack is wanted. */
export function eventFrame(name: string, payload: unknown, id?: number): string {
  return `42${id ?? ''}${JSON.stringify([name, payload])}`;
}

export const DISCONNECT = '41';

export function parseFrame(text: string): Frame {
  switch (text[0]) {
    case '0':
      return { kind: 'open' };
    case '2':
      return { kind: 'ping' };
    case '4':
      return parsePacket(text);
    default:
      return { kind: 'unknown', text };
  }
}

function parsePacket(text: string): Frame {
  switch (text[1]) {
    case '0':
      return { kind: 'connected' };
    case '1':
      return { kind: 'disconnected' };
    case '2': {
      const [name, payload] = listFrom(text, 2);
      return typeof name === 'string' ? { kind: 'event', name, payload } : { kind: 'unknown', text };
    }
    case '3': {
      const start = text.indexOf('[');
      const [reply] = listFrom(text, start);
      return { kind: 'ack', id: Number(text.slice(2, start)), reply };
    }
    case '4':
      return { kind: 'refused', reason: JSON.parse(text.slice(2)) };
    default:
      return { kind: 'unknown', text };
  }
}

function listFrom(text: string, start: number): unknown[] {
  const list: unknown = JSON.parse(text.slice(start));
  return Array.isArray(list) ? list : [];
}
