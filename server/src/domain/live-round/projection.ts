import type { PlayerView } from '@anquanli/contract/live';
import type { HostView } from '@anquanli/contract/live-host';
import type { StageView } from '@anquanli/contract/live-stage';
import type { OptionView, QuestionView, Revelation } from '@anquanli/contract/question';
import type { PlayedOption, PlayedQuestion } from '../question/question.js';
import { autopilotMove } from './phase.js';
import type { RoundQuestion, RoundSnapshot } from './snapshot.js';

/*
 * Who may see what. The right answer enters a player's or the stage's view in `reveal` alone; the types of the contract
 * have no place for it before.
 */

/** What every phone sees. */
export function playerView(round: RoundSnapshot): PlayerView {
  const { state } = round;
  const common = {
    title: round.title,
    questionCount: state.questionCount,
    questionNo: state.questionNo,
    phoneShows: round.phoneShows,
    isLobbyLocked: round.isLobbyLocked,
  };
  switch (state.phase) {
    case 'lobby':
    case 'aborted':
      return { ...common, phase: state.phase };
    case 'question_open':
    case 'question_closed':
      return { ...common, phase: state.phase, question: questionOnPhone(round, current(round)) };
    case 'reveal': {
      const question = current(round);
      // After the reveal the words are shown even where phones had only the buttons: people want to learn.
      return { ...common, phase: 'reveal', question: questionView(question), revelation: revelationOf(question) };
    }
    case 'leaderboard':
      return {
        ...common,
        phase: 'leaderboard',
        board: [...round.board],
        ranked: round.ranked,
        isSkipped: current(round).status === 'skipped',
      };
    case 'finished':
      return { ...common, phase: 'finished', board: [...round.board], ranked: round.ranked };
  }
}

/** What the hall sees on the stage. */
export function stageView(round: RoundSnapshot): StageView {
  const { state } = round;
  const common = {
    title: round.title,
    questionCount: state.questionCount,
    questionNo: state.questionNo,
    pin: round.pin,
    joinUrl: round.joinUrl,
    joinHost: hostOf(round.joinUrl),
    scoring: round.scoring,
    isLobbyLocked: round.isLobbyLocked,
    secondsPerQuestion: round.secondsPerQuestion,
  };
  switch (state.phase) {
    case 'lobby':
    case 'aborted':
      return { ...common, phase: state.phase };
    case 'question_open':
    case 'question_closed':
      return { ...common, phase: state.phase, question: questionView(current(round)) };
    case 'reveal': {
      const question = current(round);
      return {
        ...common,
        phase: 'reveal',
        question: questionView(question),
        revelation: revelationOf(question),
        distribution: question.distribution ?? { seats: 0, answered: 0, right: 0, choices: [] },
      };
    }
    case 'leaderboard': {
      const question = current(round);
      return {
        ...common,
        phase: 'leaderboard',
        board: [...round.board],
        ranked: round.ranked,
        isSkipped: question.status === 'skipped',
        rightShare: question.status === 'revealed' ? rightShareOf(question) : null,
        fastestClimber: round.fastestClimber,
      };
    }
    case 'finished':
      return {
        ...common,
        phase: 'finished',
        board: [...round.board],
        ranked: round.ranked,
        statistics: round.statistics ?? { people: 0, meanRight: 0, questionsPlayed: 0, hardest: null },
      };
  }
}

/** What the console of the host sees: everything shared, keys included. */
export function hostView(round: RoundSnapshot): HostView {
  const { state } = round;
  const question = state.questionNo > 0 ? current(round) : null;
  const isOnAir = question !== null && question.opensAt !== null;
  return {
    phase: state.phase,
    title: round.title,
    questionCount: state.questionCount,
    questionNo: state.questionNo,
    phaseSince: state.phaseSince,
    pin: round.pin,
    joinUrl: round.joinUrl,
    joinOrigins: [...round.joinOrigins],
    stageCode: round.stageCode,
    isLobbyLocked: round.isLobbyLocked,
    isRehearsal: round.isRehearsal,
    autopilot: state.autopilot,
    autopilotMovesAt: autopilotMove(state, round.pauses)?.at ?? null,
    isDraining: round.isDraining,
    question: isOnAir ? questionView(question) : null,
    distribution: question?.distribution ?? null,
    board: [...round.board],
    ranked: round.ranked,
    statistics: round.statistics,
    questions: round.questions.map((each) => ({
      questionNo: each.questionNo,
      status: each.status,
      kind: each.kind,
      stem: each.stem,
      options: each.options.map(optionView),
      media: [...each.media],
      revelation: revelationOf(each),
      seconds: each.limitMs === null ? round.secondsPerQuestion : each.limitMs / 1_000,
      rightShare: rightShareOf(each),
    })),
  };
}

/** The question on air without its key. */
export function questionView(question: RoundQuestion): QuestionView {
  return {
    questionNo: question.questionNo,
    kind: question.kind,
    stem: question.stem,
    options: question.options.map(optionView),
    media: [...question.media],
    form: question.form,
    opensAt: question.opensAt ?? 0,
    closesAt: question.closesAt,
    limitMs: question.limitMs,
  };
}

/** Field by field: whatever else the round knows of an option stays here. */
export function optionView({ id, text, media }: PlayedOption): OptionView {
  return media === undefined ? { id, text } : { id, text, media };
}

/** The truth about a question, for after the reveal and for hosts. */
export function revelationOf(question: PlayedQuestion & { voidReason: string | null }): Revelation {
  return {
    key: question.key,
    explanation: question.explanation,
    citations: question.citations.map(({ title, locator }) => ({ title, locator })),
    voidReason: question.voidReason,
  };
}

/** Share of right answers among all who could answer, 0–1; null before the reveal and for a question without anybody. */
export function rightShareOf(question: RoundQuestion): number | null {
  const { distribution } = question;
  return distribution === null || distribution.seats === 0 ? null : distribution.right / distribution.seats;
}

function questionOnPhone(round: RoundSnapshot, question: RoundQuestion): QuestionView {
  const view = questionView(question);
  if (round.phoneShows === 'full') return view;
  // A picture to tap and the names of its places are the buttons themselves.
  if (question.kind === 'hotspot') return { ...view, stem: null };
  return { ...view, stem: null, media: [], options: view.options.map(({ id }) => ({ id, text: null })) };
}

function current(round: RoundSnapshot): RoundQuestion {
  const question = round.questions[round.state.questionNo - 1];
  if (!question) throw new Error(`round ${round.roundId} has no question ${round.state.questionNo}`);
  return question;
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
