import { LIMITS } from '@anquanli/contract/vocabulary';
import type { PlayerDiary, Troubles } from '../bots/diary.js';
import { monotonicMs } from '../measure/monotonic.js';
import { inRound, type RoundField, type RoundSize, type Wiring } from '../round/in-round.js';
import { type Cable, layCable } from '../server/cable.js';
import { type ProductServer, RELEASES_DIR } from '../server/product-server.js';
import { readReleasedKeys } from '../verify/released-keys.js';
import { readStoredRound, type StoredRound } from '../verify/stored-round.js';
import { verify, type Verdict } from '../verify/verifier.js';
import type { Fault, FaultField, Struck } from './fault.js';
import { lookAround, type Sight } from './look-around.js';
import { pause } from './pause.js';
import { readTruth, type Truth } from './truth.js';

/** What a round with a fault in it came to. */
export interface FaultFindings {
  readonly fault: Fault;
  readonly size: RoundSize;
  readonly struckNo: number;
  /** When nobody could answer, server time. */
  readonly struck: { readonly from: number; readonly to: number };
  readonly before: Truth;
  readonly afterFault: Sight;
  readonly atTheEnd: Sight;
  readonly diaries: readonly PlayerDiary[];
  readonly troubles: Troubles;
  readonly stored: StoredRound;
  readonly verdict: Verdict;
}

type PlayedRound = Pick<FaultFindings, 'struck' | 'before' | 'afterFault' | 'atTheEnd'>;

const PATIENCE_MS = 20_000;
/** Longer than any phone is promised to need: how late it was is told as well. */
const LOOK_MS = 30_000;
/** One phone in so many is behind the cable, where some are. */
const SOME = 4;

/** A whole round on a server of its own, in whose last but one question the fault strikes. */
export async function playWithFault(fault: Fault, size: RoundSize): Promise<FaultFindings> {
  const struckNo = size.questions - 1;
  const { isOnSmallDisk = false } = fault.needs ?? {};
  let cable: Cable | null = null;
  const wire = async (server: ProductServer): Promise<Wiring> => {
    cable = await layCable(server.origin);
    return wiringOf(fault, server, cable);
  };
  try {
    return await inRound({ ...size, isOnSmallDisk, wire }, async (field) => {
      if (cable === null) throw new Error('no cable is laid');
      const played = await play(fault, { ...field, cable }, { questions: size.questions, struckNo });
      const { diaries, troubles } = await field.swarm.report();
      const stored = await readStoredRound(field.server.rows, field.roundId);
      const keys = readReleasedKeys(RELEASES_DIR, stored.settings.setId, stored.settings.setVersion);
      return { fault, size, struckNo, ...played, diaries, troubles, stored, verdict: verify(stored, diaries, keys) };
    });
  } finally {
    await (cable as Cable | null)?.remove();
  }
}

function wiringOf({ needs }: Fault, { origin, origins }: ProductServer, cable: Cable): Wiring {
  switch (needs?.cableFor) {
    case 'everybody':
      return { origins: [cable.origin], areOriginsAlike: false, hostOrigin: cable.origin };
    case 'some phones':
      return {
        origins: Array.from({ length: SOME }, (_, index) => (index === 0 ? cable.origin : origin)),
        ...{ areOriginsAlike: false, hostOrigin: origin },
      };
    case 'the host':
      return { origins, areOriginsAlike: true, hostOrigin: cable.origin };
    case undefined:
      return { origins, areOriginsAlike: true, hostOrigin: origin };
  }
}

async function play(
  fault: Fault,
  field: RoundField & { readonly cable: Cable },
  { questions, struckNo }: { questions: number; struckNo: number },
): Promise<PlayedRound> {
  const { swarm } = field;
  let { host } = field;
  let met: Omit<PlayedRound, 'atTheEnd'> | null = null;
  const meet = async () => {
    const strike = await strikeAndLook(fault, { ...field, host });
    ({ host } = strike);
    met = strike;
  };
  await host.begin();
  await swarm.join();
  await swarm.connect();
  await swarm.reached('lobby', 0, PATIENCE_MS);
  for (let questionNo = 1; questionNo <= questions; questionNo += 1) {
    await host.open(questionNo);
    await swarm.reached('question_open', questionNo, LIMITS.leadMs);
    if (questionNo === struckNo && fault.strikes.at === 'open') {
      const opensIn = host.question().opensAt - host.serverTime(monotonicMs());
      await pause(opensIn + fault.strikes.afterMs);
      await meet();
    }
    await swarm.reached('answered', questionNo, PATIENCE_MS);
    await host.closed(questionNo);
    await host.reveal(questionNo);
    if (questionNo === struckNo && fault.strikes.at === 'reveal') await meet();
    await swarm.reached('standing', questionNo, PATIENCE_MS);
    await host.leaderboard(questionNo);
    await swarm.reached('leaderboard', questionNo, PATIENCE_MS);
  }
  await host.finish();
  const atTheEnd = await lookAround(field, host, { since: monotonicMs(), mostMs: LOOK_MS, isOver: () => true });
  if (met === null) throw new Error('the fault never struck');
  return { ...(met as Omit<PlayedRound, 'atTheEnd'>), atTheEnd };
}

async function strikeAndLook(fault: Fault, field: FaultField) {
  const before = await readTruth(field.server.rows, field.roundId);
  const { from, to, host = field.host }: Struck = await fault.strike(field);
  const isOver = ({ opensAt, questionNo }: Truth) =>
    !fault.promises.isTimeGivenBack || questionNo !== before.questionNo || (opensAt ?? 0) > (before.opensAt ?? 0);
  const afterFault = await lookAround(field, host, { since: to, mostMs: LOOK_MS, isOver });
  const struck = { from: Math.round(field.host.serverTime(from)), to: Math.round(field.host.serverTime(to)) };
  return { before, struck, afterFault, host };
}
