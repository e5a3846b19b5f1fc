/** Sockets, by what was shown at the handshake. `here` = of the round that is tried. */
export const SOCKETS = [
  'the phone here',
  'a phone elsewhere',
  'the stage here',
  'a stage elsewhere',
  'the console of the organiser',
  'the console of an admin',
  'the remote here',
  'a console elsewhere',
  'a remote elsewhere',
] as const;
export type SocketKind = (typeof SOCKETS)[number];

const PHONES: readonly SocketKind[] = ['the phone here', 'a phone elsewhere'];
const STAGES: readonly SocketKind[] = ['the stage here', 'a stage elsewhere'];
const CONSOLES: readonly SocketKind[] = [
  ...(['the console of the organiser', 'the console of an admin', 'the remote here'] as const),
  ...(['a console elsewhere', 'a remote elsewhere'] as const),
];

/**
 * Who may say what: a line for every exchange there is. A socket is of one round for good, so those elsewhere say it of their own round;
 * to all others the exchange does not exist.
 */
export const WHO_MAY_SAY: Readonly<Record<string, readonly SocketKind[]>> = {
  'player answer.submit': PHONES,
  'player answer.draft': PHONES,
  'player view.sync': PHONES,
  'player clock.sync': PHONES,
  'player seat.rename': PHONES,
  'stage view.sync': STAGES,
  'stage clock.sync': STAGES,
  'host host.command': CONSOLES,
  'host view.sync': CONSOLES,
  'host clock.sync': CONSOLES,
  'host people.list': CONSOLES,
  'host seat.order': CONSOLES,
  'host claims.list': CONSOLES,
  'host claims.decide': CONSOLES,
};
