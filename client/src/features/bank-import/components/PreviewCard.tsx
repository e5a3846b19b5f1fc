import { useState } from 'react';
import type { ImportItem } from '@anquanli/contract/bank-imports';
import { useWords } from '../../../lib/i18n';
import { SmallPhoneFrame } from '../../../ui/desk/PhoneFrame';
import { rowsWords } from '../words-rows';
import { ImportedQuestion } from './ImportedQuestion';
import type { Bank } from './use-bank';
import { usePlaceText } from './use-place';

interface PreviewCardProps {
  item: ImportItem;
  bank: Bank;
}

/** A question as a phone will show it, answered rightly: while it is asked, and when it is revealed. */
export function PreviewCard({ item, bank }: PreviewCardProps) {
  const t = useWords(rowsWords);
  const placeOf = usePlaceText();
  const [isTelling, setTelling] = useState(false);
  if (item.question === null) return null;
  return (
    <section className="bi-preview" aria-label={t('previewTitle')}>
      <div className="bi-preview-head">
        <h3>{t('previewTitle')}</h3>
        <span>{t('previewWhere', { place: placeOf(item.where, true) })}</span>
      </div>
      <div className="bi-preview-tabs" role="group" aria-label={t('previewTitle')}>
        {[false, true].map((telling) => (
          <button
            key={String(telling)}
            type="button"
            aria-pressed={telling === isTelling}
            onClick={() => setTelling(telling)}
          >
            {t(telling ? 'previewTelling' : 'previewAsking')}
          </button>
        ))}
      </div>
      <SmallPhoneFrame>
        <ImportedQuestion
          key={item.ref}
          question={item.question}
          isTelling={isTelling}
          pictures={bank.pictures}
          sourceTitle={bank.sourceTitle}
        />
      </SmallPhoneFrame>
    </section>
  );
}
