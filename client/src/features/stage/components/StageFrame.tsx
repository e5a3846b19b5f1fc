import type { ReactNode } from 'react';
import { useWords } from '../../../lib/i18n';
import { Mark } from '../../../ui/Mark';
import { widthOf } from '../model/lengths';
import { stageWords } from '../words';

/** Title and note stand side by side up to this width, in Chinese characters; else one above the other. */
const ONE_LINE = 25;

interface StageFrameProps {
  title: string;
  /** Beside the title: where the round stands. */
  note: string;
  /** At the right of the foot: the live number. */
  out: ReactNode;
  /** How far along the lower edge, 0..1; none where nothing is counted. */
  meter?: number;
  /** The content stands on the foot, as the podium does. */
  isDown?: boolean;
  children: ReactNode;
}

/** What every phase shares: the content above, the lower third with brand, title and the live number. */
export function StageFrame({ title, note, out, meter, isDown = false, children }: StageFrameProps) {
  const t = useWords(stageWords);
  return (
    <>
      <main className={isDown ? 'st-body is-down' : 'st-body'}>{children}</main>
      <footer className="st-foot">
        <div className="st-brand">
          <Mark />
          {t('product')}
        </div>
        <p className={widthOf(title) + widthOf(note) > ONE_LINE ? 'st-title is-long' : 'st-title'}>
          <b>{title}</b>
          <span>{note}</span>
        </p>
        <p className="st-out">{out}</p>
        {meter !== undefined && <i className="st-meter" style={{ transform: `scaleX(${meter})` }} />}
      </footer>
    </>
  );
}

/** "已答 41 / 80 人": a word, the live number, what it is of. */
export function LiveNumber({ before, value, after }: { before: string; value: string; after: string }) {
  return (
    <>
      {before}
      <b>{value}</b>
      <span>{after}</span>
    </>
  );
}
