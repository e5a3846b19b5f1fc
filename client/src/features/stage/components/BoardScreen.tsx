import type { BoardRow } from '@anquanli/contract/live';
import type { StageCounters, StageView } from '@anquanli/contract/live-stage';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { percentOf } from '../model/bars';
import { nameSize, widthOf } from '../model/lengths';
import { stageWords } from '../words';
import { BoardRowItem } from './BoardRowItem';
import { Quiet } from './Quiet';
import { LiveNumber, StageFrame } from './StageFrame';

type BoardView = Extract<StageView, { phase: 'leaderboard' }>;

/** Below the first share a question was hard, above the second it was not. */
const HARD = 0.5;
const EASY = 0.9;
/** A heading wider than this, in Chinese characters, is set smaller. */
const ROOMY_HEADING = 4.5;

/** First in orange, next two white, the fastest climber ringed. */
export function BoardScreen({ view, counters }: { view: BoardView; counters: StageCounters }) {
  const t = useWords(stageWords);
  const left = view.questionCount - view.questionNo;
  const out = <LiveNumber before={t('inAll')} value={formatNumber(counters.people)} after={t('people')} />;
  return (
    <StageFrame title={view.title} note={left > 0 ? t('questionsLeft', { count: left }) : t('allDone')} out={out}>
      {view.board.length === 0 ? (
        <Quiet title={t('boardEmpty')} help={t('boardEmptyHelp')} />
      ) : (
        <div className="st-screen">
          <div className="st-board">
            <ol className={`st-rows ${layoutOf(view.board)}`}>
              {view.board.map((row) => (
                <BoardRowItem key={row.seatNo} row={row} isClimber={isClimber(view, row.name, row.move)} />
              ))}
            </ol>
            <BoardSide view={view} />
          </div>
        </div>
      )}
    </StageFrame>
  );
}

/** Few people get taller rows; moves of hundreds of places a wider column. */
function layoutOf(board: readonly BoardRow[]): string {
  const isFar = board.some((row) => Math.abs(row.move ?? 0) > 99);
  return [board.length <= 6 ? 'has-few' : '', isFar ? 'has-far' : ''].join(' ').trim();
}

function isClimber({ fastestClimber }: BoardView, name: string, move: number | null): boolean {
  return fastestClimber !== null && fastestClimber.name === name && fastestClimber.move === move;
}

function BoardSide({ view }: { view: BoardView }) {
  const t = useWords(stageWords);
  const { fastestClimber, rightShare, questionNo } = view;
  return (
    <aside className="st-side">
      <div>
        <p className="st-tag">
          <b>{t(view.isSkipped ? 'skipped' : 'afterQuestion', { no: questionNo })}</b>
        </p>
        <h1 className={widthOf(t('leaderboard')) > ROOMY_HEADING ? 'is-long' : undefined}>{t('leaderboard')}</h1>
      </div>
      <dl>
        {fastestClimber !== null && (
          <div>
            <dt>{t('fastestClimber')}</dt>
            <dd className={`is-${nameSize(fastestClimber.name, 5)}`}>
              {fastestClimber.name}{' '}
              <em>
                <Icon name="up" />
                <span className="vh">{t('movedUp', { places: fastestClimber.move })}</span>
                <span aria-hidden="true">{fastestClimber.move}</span>
              </em>
            </dd>
          </div>
        )}
        {rightShare !== null && (
          <div>
            <dt>{t('rightShare', { no: questionNo })}</dt>
            <dd>
              {percentOf(rightShare)}%<small> {remarkOn(rightShare, t('hardOne'), t('easyOne'))}</small>
            </dd>
          </div>
        )}
      </dl>
    </aside>
  );
}

function remarkOn(rightShare: number, hard: string, easy: string): string {
  if (rightShare < HARD) return hard;
  return rightShare >= EASY ? easy : '';
}
