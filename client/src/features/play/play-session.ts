import type { Refusal } from '@anquanli/contract/error';
import type { ConnectionState } from '../../lib/connection-watch';
import {
  playerExchanges,
  playerNotices,
  type Me,
  type PlayerScreen,
  type SharedPlayerView,
} from '@anquanli/contract/live';
import { CONTRACT_VERSION } from '@anquanli/contract/version';
import type { ByeReason } from '@anquanli/contract/vocabulary';
import { openLiveSocket, type Ack, type LiveSocket, type LiveSocketOptions } from '../../lib/live-socket';
import { newHexId, randomShare } from '../../lib/ids';
import { setQuietRule } from '../../lib/quiet-reload';
import { atServerTime, noteServerNow, serverNow } from '../../lib/server-clock';
import { createAnswerSender } from './answer-sender';
import { isSentByTap } from '../../ui/question/asked';
import { choiceOf, emptySelection, type Selection } from '../../ui/question/selection';
import { draftSlot, outboxSlot, selectionIn, storeAnswer, storedAnswers } from './answer-store';
import { entryAt, waitingOf } from './model/outbox';
import type { Gate } from './model/screen';
import {
  isBehind,
  knownInstant,
  lacksOwnResult,
  NO_SNAPSHOT,
  withMe,
  withShared,
  type Snapshot,
} from './model/snapshot';

export interface PlayState {
  readonly snapshot: Snapshot;
  readonly connection: ConnectionState;
  /** People seated in the round; null before the first pulse. */
  readonly people: number | null;
  readonly gate: Gate | null;
}

export interface PlaySession {
  getState(): PlayState;
  subscribe(onChange: () => void): () => void;
  /** Something was selected or put in: sends it at once where one tap answers, keeps it on the phone else. */
  select(selection: Selection): void;
  /** Sends what is selected; an ordering that was not touched as it is shown. */
  submit(): void;
  rename(name: string): Promise<Ack<{ name: string }>>;
  close(): void;
}

interface Seat {
  readonly roundId: string;
  readonly seatNo: number;
  readonly personToken: string;
}

export type PlayerSocketOptions = LiveSocketOptions<typeof playerNotices>;
export type OpenPlayerSocket = (options: PlayerSocketOptions) => LiveSocket;

const HEAL_MS = 1_500;

const GATE_OF_BYE: Partial<Record<ByeReason, Gate>> = {
  kicked: 'kicked',
  banned: 'banned',
  seat_moved: 'seat_moved',
  round_deleted: 'round_gone',
};

function gateOf({ code }: Refusal): Gate {
  if (code === 'seat_kicked') return 'kicked';
  if (code === 'seat_banned') return 'banned';
  return code === 'not_found' || code === 'round_over' ? 'round_gone' : 'not_seated';
}

/** Plays one seat: keeps the newest picture of the round, heals gaps, and brings answers to the server. */
export function openPlaySession(seat: Seat, openSocket: OpenPlayerSocket = openLiveSocket): PlaySession {
  let state: PlayState = { snapshot: NO_SNAPSHOT, connection: 'connecting', people: null, gate: null };
  let cancelHealing: () => void = () => undefined;
  let cancelClosing: () => void = () => undefined;
  const listeners = new Set<() => void>();

  const update = (change: Partial<PlayState>) => {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  };
  const shut = (gate: Gate) => {
    update({ gate });
    close();
  };

  const socket = openSocket({
    handshake: {
      as: 'player',
      contractVersion: CONTRACT_VERSION,
      roundId: seat.roundId,
      personToken: seat.personToken,
    },
    contract: playerNotices,
    notices: {
      view: takeShared,
      me: takeMe,
      screen: takeScreen,
      pulse({ version, people }) {
        if (people !== state.people) update({ people });
        if (isBehind(state.snapshot, version)) void sync();
      },
    },
    onState(connection) {
      update({ connection });
      if (connection === 'online') sender.flush();
    },
    onBye(reason) {
      const gate = GATE_OF_BYE[reason];
      if (gate !== undefined) shut(gate);
    },
    onRefused: (refusal) => {
      if (refusal.code !== 'client_outdated') shut(gateOf(refusal));
    },
  });
  const sender = createAnswerSender({ seat, ask: socket.ask, onSurprise: () => void sync() });

  async function sync(): Promise<void> {
    const reply = await socket.ask(playerExchanges.sync, {});
    if (reply.ok) takeScreen(reply.value);
  }

  /** The own part first: with the view comes the question whether it is there. */
  function takeScreen({ shared, me }: PlayerScreen): void {
    takeMe(me);
    takeShared(shared);
  }

  function takeShared(shared: SharedPlayerView): void {
    if (shared.roundId !== seat.roundId) return;
    noteServerNow(shared.serverNow);
    const before = state.snapshot;
    const snapshot = withShared(before, shared);
    if (snapshot === before) return;
    update({ snapshot });
    if (shared.view.phase === 'question_closed') sendSelected();
    watchClose();
    heal(0);
  }

  function takeMe(me: Me): void {
    if (me.roundId !== seat.roundId) return;
    update({ snapshot: withMe(state.snapshot, me) });
  }

  /** 1.5 s after something newer must exist, asks for it; then at growing distances, in case the server was away. */
  function heal(nth: number): void {
    cancelHealing();
    const isForResult = lacksOwnResult(state.snapshot);
    const instant = isForResult ? serverNow() : knownInstant(state.snapshot);
    if (instant === null || nth > 5) return;
    const base = nth === 0 ? instant : Math.max(instant, serverNow());
    const at = base + HEAL_MS * (1 + nth) * (1 + randomShare() * 0.5);
    cancelHealing = atServerTime(at, () => {
      if (isForResult && !lacksOwnResult(state.snapshot)) return;
      const { shared } = state.snapshot;
      void sync().then(() => state.snapshot.shared === shared && heal(nth + 1));
    });
  }

  function watchClose(): void {
    cancelClosing();
    const view = state.snapshot.shared?.view;
    if (view?.phase !== 'question_open' || view.question.closesAt === null) return;
    cancelClosing = atServerTime(view.question.closesAt, sendSelected);
  }

  /** The question on air with what is selected for it here; null when none is open or just closed. */
  function onAir() {
    const view = state.snapshot.shared?.view;
    if (view?.phase !== 'question_open' && view?.phase !== 'question_closed') return null;
    const { question } = view;
    const place = { roundId: seat.roundId, seatNo: seat.seatNo, questionNo: question.questionNo };
    const stored = draftSlot.read();
    const isSame =
      stored?.roundId === place.roundId && stored.seatNo === place.seatNo && stored.questionNo === place.questionNo;
    const isAnswered =
      entryAt(storedAnswers(), place) !== null || state.snapshot.me?.answer?.questionNo === question.questionNo;
    return { question, place, isAnswered, isOpen: view.phase === 'question_open', draft: isSame ? stored : null };
  }

  function select(selection: Selection): void {
    const air = onAir();
    if (air === null || !air.isOpen || air.isAnswered || serverNow() < air.question.opensAt) return;
    const { question, place, draft } = air;
    draftSlot.write({ ...place, answerId: draft?.answerId ?? newHexId(), selection });
    if (isSentByTap(question)) sendSelected();
  }

  function submit(): void {
    const air = onAir();
    if (air?.question.kind === 'ordering' && air.draft === null) select(emptySelection(air.question));
    sendSelected();
  }

  /** Stores first, sends then. Does nothing when nothing is selected or the question is answered. */
  function sendSelected(): void {
    const air = onAir();
    if (air === null || air.draft === null || air.isAnswered) return;
    const choice = choiceOf(air.question, selectionIn(air.draft));
    if (choice === null) return;
    storeAnswer({ ...air.place, answerId: air.draft.answerId, choice, fate: { state: 'waiting' } });
    sender.flush();
  }

  /** The page may not come back before the close: leaves the selection with the server. */
  function leaveDraft(): void {
    const air = onAir();
    if (air === null || air.draft === null || air.isAnswered || isSentByTap(air.question)) return;
    const { answerId } = air.draft;
    socket.tell(playerExchanges.draftAnswer, {
      questionNo: air.place.questionNo,
      answerId,
      choice: choiceOf(air.question, selectionIn(air.draft)),
    });
  }

  const onHide = () => {
    if (document.visibilityState === 'hidden') leaveDraft();
  };
  document.addEventListener('visibilitychange', onHide);
  window.addEventListener('pagehide', leaveDraft);
  // Another tab of the same person may have stored an answer, or closed before its answer was sent.
  const endOutbox = outboxSlot.subscribe(sender.flush);
  const endQuietRule = setQuietRule(() => {
    const air = onAir();
    const isChoosing = air !== null && air.isOpen && !air.isAnswered;
    return !isChoosing && waitingOf(storedAnswers(), seat).length === 0;
  });

  function close(): void {
    cancelHealing();
    cancelClosing();
    sender.stop();
    socket.close();
    endOutbox();
    endQuietRule();
    document.removeEventListener('visibilitychange', onHide);
    window.removeEventListener('pagehide', leaveDraft);
  }

  return {
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    select,
    submit,
    rename: (name) => socket.ask(playerExchanges.rename, { name }),
    close,
  };
}
