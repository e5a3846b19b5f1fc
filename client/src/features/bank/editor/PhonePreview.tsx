import { useState } from 'react';
import type { BankMedia } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { PhoneFrame } from '../../../ui/desk/PhoneFrame';
import { PhoneAsked, PhoneReveal } from '../../../ui/desk/PhoneQuestion';
import { selectionFor, type Selection } from '../../../ui/question/selection';
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
        <PhoneFrame key={shape} label={t('viewPhone')}>
          <PhoneAsked
            question={asked}
            selection={selection === null ? null : selectionFor(asked, selection)}
            onChange={setSelection}
            onSubmit={() => setPhase('reveal')}
          />
        </PhoneFrame>
      ) : (
        <PhoneFrame key="reveal" label={t('phase_reveal')}>
          <PhoneReveal
            question={asked}
            answer={keyOf(draft)}
            explanation={draft.explanation || t('explanationNone')}
            citations={citationsOf(draft, registry.sourceTitle)}
            words={{ why: t('why'), noAnswer: t('keyNone') }}
          />
        </PhoneFrame>
      )}
    </section>
  );
}
