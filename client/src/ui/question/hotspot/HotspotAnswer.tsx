import type { MediaView } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { BreakText } from '../../BreakText';
import { Icon } from '../../Icon';
import { AnswerLine } from '../AnswerLine';
import type { AnswerProps } from '../input-props';
import { PictureFrame } from '../picture/PictureFrame';
import { useZoom } from '../picture/use-zoom';
import { words } from '../words';
import { partWords } from '../words-parts';
import './hotspot.css';
import { findingsOf, middleOf, outlineOf, type Findings, type HotspotKey } from './zones';

/** A picture of no known size: only the list is shown, so any will do. */
const NO_SIZE = { width: 1, height: 1 };

/** The picture with what was to be found, what was, and what was tapped beside it; below, each place by name and why. */
export function HotspotAnswer({ question, revelation, choice }: AnswerProps) {
  const { key } = revelation;
  const [picture] = question.media;
  if (key.kind !== 'hotspot') return null;
  const own = choice?.kind === 'hotspot' ? choice : null;
  const findings = findingsOf(key, own, picture ?? NO_SIZE);
  return (
    <div className="hot-reveal">
      {picture !== undefined && <Drawn {...{ picture, zones: key, findings, isAnswered: own !== null }} />}
      <Named question={question} zones={key} findings={findings} isAnswered={own !== null} />
    </div>
  );
}

/** Missed: to be found and not found by somebody who answered. Where one was enough, the others were not missed. */
function isMissed(key: HotspotKey, { found }: Findings, id: string, isAnswered: boolean): boolean {
  const isDone = key.mode === 'find-one' && found.length > 0;
  return isAnswered && !isDone && !found.includes(id);
}

interface DrawnProps {
  picture: MediaView;
  zones: HotspotKey;
  findings: Findings;
  isAnswered: boolean;
}

function Drawn({ picture, zones: key, findings, isAnswered }: DrawnProps) {
  const view = useZoom();
  const height = (1_000 * picture.height) / picture.width;
  return (
    <PictureFrame media={picture} view={view}>
      <svg className="hot-zones" viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {key.zones.map((zone) => (
          <g key={zone.id} className={isMissed(key, findings, zone.id, isAnswered) ? 'is-missed' : undefined}>
            <path className="under" d={outlineOf(zone, picture)} />
            <path className="over" d={outlineOf(zone, picture)} />
          </g>
        ))}
      </svg>
      {findings.wrongTaps.map(([x, y], index) => (
        <span key={index} className="hot-miss" style={{ left: `${x * 100}%`, top: `${y * 100}%` }}>
          <Icon name="cross" />
        </span>
      ))}
      {key.zones.map((zone, index) => {
        const [x, y] = middleOf(zone);
        return (
          <ZoneNumber
            key={zone.id}
            no={index + 1}
            isFound={findings.found.includes(zone.id)}
            isMissed={isMissed(key, findings, zone.id, isAnswered)}
            style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
          />
        );
      })}
    </PictureFrame>
  );
}

interface ZoneNumberProps {
  no: number;
  isFound: boolean;
  isMissed: boolean;
  style?: { left: string; top: string };
}

function ZoneNumber({ no, isFound, isMissed: isLost, style }: ZoneNumberProps) {
  return (
    <span className={`hot-no${isLost ? ' is-missed' : ''}`} style={style} aria-hidden="true">
      {no}
      {isFound && <Icon name="tick" />}
    </span>
  );
}

function Named({
  question,
  zones: key,
  findings,
  isAnswered,
}: Omit<DrawnProps, 'picture'> & Pick<AnswerProps, 'question'>) {
  const t = useWords(partWords);
  const s = useWords(words);
  const nameOf = (id: string) => question.options.find((option) => option.id === id)?.text ?? id;
  return (
    <ul>
      {key.zones.map(({ id, label, feedback }, index) => {
        const isFound = findings.found.includes(id);
        const isLost = isMissed(key, findings, id, isAnswered);
        return (
          <AnswerLine
            key={id}
            tone={isLost ? 'missed' : 'ok'}
            tag={isFound ? t('found') : isLost ? t('missed') : s('rightAnswer')}
            mark={<ZoneNumber no={index + 1} isFound={isFound} isMissed={isLost} />}
          >
            <BreakText text={label} />
            {feedback !== null && (
              <small>
                <BreakText text={feedback} />
              </small>
            )}
          </AnswerLine>
        );
      })}
      {findings.wrongPlaces.map((id) => (
        <AnswerLine key={id} tone="no" tag={t('wrongPlace')}>
          <BreakText text={nameOf(id)} />
        </AnswerLine>
      ))}
      {findings.wrongTaps.length > 0 && (
        <AnswerLine tone="no" tag={s('places', { count: findings.wrongTaps.length })}>
          {t('wrongTap')}
        </AnswerLine>
      )}
    </ul>
  );
}
