import { useState } from 'react';
import type { BankMedia } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { Plate } from '../../../ui/Plate';
import { AnswerList } from '../../../ui/question/AnswerList';
import { Explanation } from '../../../ui/question/Explanation';
import { StemPictures, StemText } from '../../../ui/question/QuestionStem';
import { selectionFor, type Selection } from '../../../ui/question/selection';
import { PhoneFrame, PhoneScreen } from '../components/PhoneFrame';
import type { Registry } from '../components/use-registry';
import { askedOf, citationsOf, keyOf } from '../model/asked';
import type { Draft } from '../model/draft';
import { editorWords } from '../words-editor';

interface PhonePreviewProps {
  draft: Draft;
  media: readonly BankMedia[];
  registry: Registry;
}

/** The draft on a phone: while it is answered, and at the reveal. It can be tried out; nothing is sent. */
export function PhonePreview({ draft, media, registry }: PhonePreviewProps) {
  const t = useWords(editorWords);
  const [phase, setPhase] = useState<'question' | 'reveal'>('question');
  const [selection, setSelection] = useState<Selection | null>(null);
  const asked = askedOf(draft, media);
  // What was tried out may not fit the draft any more.
  const shape = [draft.kind, ...asked.options.map(({ id }) => id), draft.blanks.length].join();
  return (
    <section className="bk-preview" aria-label={t('viewPhone')}>
      <div className="bk-views" role="group" aria-label={t('viewPhone')}>
        {(['question', 'reveal'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={phase === each} onClick={() => setPhase(each)}>
            {t(`phase_${each}`)}
          </button>
        ))}
      </div>
      {phase === 'question' ? (
        <PhoneFrame
          key={shape}
          label={t('viewPhone')}
          question={asked}
          selection={selection === null ? null : selectionFor(asked, selection)}
          isFixed={false}
          onChange={setSelection}
          onSubmit={() => setPhase('reveal')}
        />
      ) : (
        <Reveal draft={draft} media={media} registry={registry} />
      )}
    </section>
  );
}

function Reveal({ draft, media, registry }: PhonePreviewProps) {
  const t = useWords(editorWords);
  const question = askedOf(draft, media);
  const key = keyOf(draft);
  const citations = citationsOf(draft, registry.sourceTitle);
  return (
    <PhoneScreen label={t('phase_reveal')}>
      <div className="main">
        <Plate>
          <p className="sm muted q-again">
            <StemText stem={draft.stem} kind={draft.kind} />
          </p>
          <StemPictures question={question} />
          {key === null ? (
            <p className="muted">{t('keyNone')}</p>
          ) : (
            <AnswerList question={question} revelation={{ key }} choice={null} />
          )}
        </Plate>
        <Plate className="why">
          <h2>{t('why')}</h2>
          <Explanation revelation={{ explanation: draft.explanation || t('explanationNone'), citations }} />
        </Plate>
      </div>
    </PhoneScreen>
  );
}
