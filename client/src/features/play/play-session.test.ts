import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Me, SharedPlayerView } from '@anquanli/contract/live';
import type { Choice, QuestionView } from '@anquanli/contract/question';
import type { LiveSocket } from '../../lib/live-socket';
import { resetServerClock } from '../../lib/server-clock';
import { withTap, type Selection } from '../../ui/question/selection';
import { draftSlot, storedAnswers } from './answer-store';
import { aClosedView, aMe, anOpenView, aQuestion, aRevealView, aStanding } from './model/play-fixtures';
import { openPlaySession, type PlayerSocketOptions, type PlaySession } from './play-session';

const NOW = 1_000_000;
const seat = { roundId: 'r', seatNo: 33, personToken: '0'.repeat(32) };
const multiple = aQuestion({ kind: 'multiple', opensAt: NOW, closesAt: NOW + 20_000 });
const single = aQuestion({ opensAt: NOW, closesAt: NOW + 20_000 });

interface Asked {
  name: string;
  request: Record<string, unknown>;
}
let asked: Asked[];
let told: Asked[];
let newest: { shared: SharedPlayerView; me: Me };
let isAway: boolean;
let isClosed: boolean;
let wire: PlayerSocketOptions;
let session: PlaySession;

/** The server's side of the socket, as far as these tests need it. */
function answerTo({ name, request }: Asked): unknown {
  if (isAway) return { ok: false, code: 'offline' };
  if (name === 'view.sync') return { ok: true, value: newest };
  return { ok: true, value: { answerId: request['answerId'], questionNo: 3, receivedAt: 0, elapsedMs: 2_000 } };
}

function openSocket(options: PlayerSocketOptions): LiveSocket {
  wire = options;
  const ask = (exchange: { name: string }, request: unknown) => {
    const each = { name: exchange.name, request: request as Record<string, unknown> };
    asked.push(each);
    return Promise.resolve(answerTo(each));
  };
  return {
    ask: ask as LiveSocket['ask'],
    tell: (exchange, request) => void told.push({ name: exchange.name, request: request as Record<string, unknown> }),
    reconnect: () => undefined,
    close: () => {
      isClosed = true;
    },
  };
}

const names = () => asked.map(({ name }) => name);
function arrive(shared: SharedPlayerView, me = aMe({ version: shared.version })): void {
  newest = { shared, me };
  wire.notices.view?.({ ...shared, serverNow: Date.now() });
  wire.notices.me?.(me);
}
/** As the list of options does it. */
function tap(optionId: string): void {
  const view = newest.shared.view;
  const asked = 'question' in view ? view.question : single;
  const selection = draftSlot.read()?.selection;
  const selected = selection?.by === 'options' ? selection.options : [];
  session.select({ by: 'options', options: withTap(asked, selected, optionId) });
}
function hidePage(): void {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  window.localStorage.clear();
  resetServerClock();
  asked = [];
  told = [];
  isAway = isClosed = false;
  session = openPlaySession(seat, openSocket);
});
afterEach(() => {
  session.close();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('answering', () => {
  it('sends a single choice at the tap, stored before it is sent', async () => {
    isAway = true;
    arrive(anOpenView(1, single));
    tap('b');
    expect(storedAnswers()).toMatchObject([{ choice: { kind: 'single', option: 'b' }, fate: { state: 'waiting' } }]);
    isAway = false;
    await jest.advanceTimersByTimeAsync(3_000);
    expect(storedAnswers()).toMatchObject([{ fate: { state: 'kept' } }]);
  });

  it('takes no tap before the opening and none after the first', async () => {
    arrive(anOpenView(1, { ...single, opensAt: NOW + 1_000 }));
    tap('a');
    expect(storedAnswers()).toEqual([]);
    await jest.advanceTimersByTimeAsync(1_000);
    tap('b');
    tap('c');
    expect(storedAnswers()).toMatchObject([{ choice: { option: 'b' } }]);
  });

  it('sends a multiple choice when it is submitted, not at the taps', () => {
    arrive(anOpenView(1, multiple));
    tap('c');
    tap('a');
    expect(storedAnswers()).toEqual([]);
    session.submit();
    expect(storedAnswers()).toMatchObject([{ choice: { kind: 'multiple', options: ['a', 'c'] } }]);
  });

  it('sends what is selected at the close by itself', async () => {
    arrive(anOpenView(1, multiple));
    tap('c');
    await jest.advanceTimersByTimeAsync(19_900);
    expect(storedAnswers()).toEqual([]);
    await jest.advanceTimersByTimeAsync(200);
    expect(storedAnswers()).toMatchObject([{ choice: { options: ['c'] } }]);
  });

  it('sends what is selected when the host closes early', () => {
    arrive(anOpenView(1, multiple));
    tap('d');
    arrive(aClosedView(2, multiple));
    expect(storedAnswers()).toMatchObject([{ choice: { options: ['d'] } }]);
  });

  it('does not send twice when the server has the answer from another phone of the person', () => {
    arrive(anOpenView(1, multiple));
    tap('d');
    const answer = {
      questionNo: 3,
      answerId: 'f'.repeat(32),
      choice: { kind: 'single', option: 'a' } as const,
      receivedAt: NOW,
    };
    arrive(anOpenView(2, multiple), aMe({ version: 2, answer }));
    session.submit();
    expect(storedAnswers()).toEqual([]);
  });

  it('leaves a draft with the id of the later answer when the page is hidden', () => {
    arrive(anOpenView(1, multiple));
    tap('b');
    hidePage();
    expect(told).toEqual([
      {
        name: 'answer.draft',
        request: {
          questionNo: 3,
          answerId: draftSlot.read()?.answerId,
          choice: { kind: 'multiple', options: ['b'] },
        },
      },
    ]);
  });

  it('takes the draft back when nothing is selected any more', () => {
    arrive(anOpenView(1, multiple));
    tap('b');
    tap('b');
    hidePage();
    expect(told[0]?.request).toMatchObject({ choice: null });
  });
});

describe('the other kinds', () => {
  const at = { opensAt: NOW, closesAt: NOW + 20_000 };
  const ordering = aQuestion({ kind: 'ordering', ...at });
  const numeric = aQuestion({
    kind: 'numeric',
    options: [],
    form: { kind: 'numeric', unit: '米', decimals: 1 },
    ...at,
  });
  const text = aQuestion({ kind: 'text', options: [], form: { kind: 'text', blanks: 2 }, ...at });
  const hotspot = aQuestion({ kind: 'hotspot', form: { kind: 'hotspot', mode: 'find-all', maxClicks: 6 }, ...at });

  it('send an ordering at the close only if it was touched', async () => {
    arrive(anOpenView(1, ordering));
    await jest.advanceTimersByTimeAsync(20_100);
    expect(storedAnswers()).toEqual([]);
  });

  it('send a touched ordering at the close', async () => {
    arrive(anOpenView(1, ordering));
    session.select({ by: 'order', order: ['b', 'a', 'c', 'd'] });
    await jest.advanceTimersByTimeAsync(20_100);
    expect(storedAnswers()).toMatchObject([{ choice: { kind: 'ordering', order: ['b', 'a', 'c', 'd'] } }]);
  });

  it('take an untouched ordering as it is shown when it is handed in', () => {
    arrive(anOpenView(1, ordering));
    session.submit();
    expect(storedAnswers()).toMatchObject([{ choice: { kind: 'ordering', order: ['a', 'b', 'c', 'd'] } }]);
  });

  it.each([
    [numeric, { by: 'number', text: '-' }, { by: 'number', text: '1,5' }, { kind: 'numeric', value: 1.5 }],
    [
      text,
      { by: 'text', blanks: ['', ' '] },
      { by: 'text', blanks: ['', '预防'] },
      { kind: 'text', blanks: ['', '预防'] },
    ],
    [
      hotspot,
      { by: 'places', points: [], places: [] },
      { by: 'places', points: [[0.5, 0.5]], places: [] },
      { kind: 'hotspot', points: [[0.5, 0.5]], places: [] },
    ],
  ] as [QuestionView, Selection, Selection, Choice][])(
    'send at the close what is whole, and nothing that is not',
    async (question, unfinished, whole, choice) => {
      arrive(anOpenView(1, question));
      session.select(unfinished);
      session.submit();
      expect(storedAnswers()).toEqual([]);
      session.select(whole);
      await jest.advanceTimersByTimeAsync(20_100);
      expect(storedAnswers()).toMatchObject([{ choice }]);
    },
  );

  it('keep what is put in over a reload, and leave it with the server', () => {
    arrive(anOpenView(1, text));
    session.select({ by: 'text', blanks: ['预', ''] });
    session.close();
    session = openPlaySession(seat, openSocket);
    arrive(anOpenView(1, text));
    hidePage();
    expect(told).toMatchObject([{ request: { choice: { kind: 'text', blanks: ['预', ''] } } }]);
  });

  it('read what a page of before has left', () => {
    const old = { roundId: 'r', seatNo: 33, questionNo: 3, answerId: 'a'.repeat(32), options: ['c'] };
    window.localStorage.setItem('anquanli.selection', JSON.stringify(old));
    arrive(anOpenView(1, multiple));
    session.submit();
    expect(storedAnswers()).toMatchObject([{ answerId: 'a'.repeat(32), choice: { options: ['c'] } }]);
  });
});

describe('healing', () => {
  it('asks for the newest view 1.5 to 2.3 s after the close when none came, and not before', async () => {
    arrive(anOpenView(1, single));
    await jest.advanceTimersByTimeAsync(21_400);
    expect(names()).not.toContain('view.sync');
    newest = { shared: aClosedView(2, single), me: aMe({ version: 2 }) };
    await jest.advanceTimersByTimeAsync(900);
    expect(names()).toContain('view.sync');
    expect(session.getState().snapshot.shared?.version).toBe(2);
  });

  it('does not ask at the opening, nor after the own answer', async () => {
    arrive(anOpenView(1, { ...single, opensAt: NOW + 3_000 }));
    await jest.advanceTimersByTimeAsync(3_500);
    tap('b');
    await jest.advanceTimersByTimeAsync(8_000);
    expect(names()).not.toContain('view.sync');
  });

  it('asks when a pulse knows of a newer version, and not otherwise', () => {
    arrive(aClosedView(2, single));
    wire.notices.pulse?.({ version: 2, people: 80 });
    expect(names()).toEqual([]);
    wire.notices.pulse?.({ version: 3, people: 80 });
    expect(names()).toEqual(['view.sync']);
    expect(session.getState().people).toBe(80);
  });

  it('asks for the own result when the reveal came without it', async () => {
    arrive(aRevealView(4, single));
    await jest.advanceTimersByTimeAsync(2_500);
    expect(names()).toContain('view.sync');
  });

  it('asks for nothing when the own result comes with the reveal', async () => {
    const shared = aRevealView(4, single);
    wire.notices.screen?.({ shared, me: aMe({ version: 4, standing: aStanding() }) });
    expect(session.getState().snapshot).toMatchObject({ shared, me: { standing: aStanding() } });
    await jest.advanceTimersByTimeAsync(10_000);
    expect(names()).toEqual([]);
  });

  it('asks for nothing when the own result follows in time', async () => {
    arrive(aRevealView(4, single));
    await jest.advanceTimersByTimeAsync(500);
    wire.notices.me?.(aMe({ version: 4, standing: aStanding() }));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(names()).toEqual([]);
  });

  it('stops asking after a few tries while the server knows nothing newer', async () => {
    arrive(anOpenView(1, single));
    await jest.advanceTimersByTimeAsync(600_000);
    const count = names().filter((name) => name === 'view.sync').length;
    expect(count).toBeGreaterThanOrEqual(3);
    expect(count).toBeLessThanOrEqual(6);
  });

  it('drops what belongs to another round', () => {
    wire.notices.view?.({ ...anOpenView(9, single), roundId: 'other' });
    expect(session.getState().snapshot.shared).toBeNull();
  });
});

describe('leaving', () => {
  it.each([
    ['kicked', 'kicked'],
    ['banned', 'banned'],
    ['seat_moved', 'seat_moved'],
    ['round_deleted', 'round_gone'],
  ] as const)('closes the connection at the goodbye %s', (reason, gate) => {
    wire.onBye?.(reason);
    expect(session.getState().gate).toBe(gate);
    expect(isClosed).toBe(true);
  });

  it('stays when the server only restarts', () => {
    wire.onBye?.('server_stopping');
    expect(session.getState().gate).toBeNull();
    expect(isClosed).toBe(false);
  });

  it('shows why the handshake was refused', () => {
    wire.onRefused?.({ ok: false, code: 'seat_kicked' });
    expect(session.getState().gate).toBe('kicked');
  });
});
