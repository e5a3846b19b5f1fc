import { useMemo, useRef, useState } from 'react';
import type { ContestDetail, ContestUnitLine } from '@anquanli/contract/contest-desk';
import { formatCalendarDay } from '../../../lib/dates';
import { useLanguage, useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { unitsWithNobody } from '../model/unit-lines';
import { words } from '../words';

const SHOWN = 12;
const NAMED = 60;

/** Units with nobody yet, and a text that is ready to be sent to them. */
export function RemindCard({ contest, units }: { contest: ContestDetail; units: readonly ContestUnitLine[] }) {
  const t = useWords(words);
  const [language] = useLanguage();
  const [isCopied, setCopied] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const nobody = useMemo(() => unitsWithNobody(units), [units]);
  const names = nobody.slice(0, NAMED).map(({ name }) => name);
  const more = nobody.length > NAMED ? ` ${t('remindAll', { count: nobody.length - NAMED })}` : '';
  const reminder = t('remindText', {
    ...{ title: contest.title, day: formatCalendarDay(contest.today, language), url: contest.url },
    units: `${names.join(language === 'zh' ? '、' : ', ')}${more}`,
  });

  /** Pages on a plain address have no clipboard: there the text is selected and copied the old way. */
  function copy() {
    text.current?.select();
    if (navigator.clipboard === undefined) document.execCommand('copy');
    else void navigator.clipboard.writeText(reminder).catch(() => document.execCommand('copy'));
    setCopied(true);
  }

  return (
    <Card title={t('remind')}>
      {nobody.length === 0 ? (
        <p className="dk-quiet">{t('remindNone')}</p>
      ) : (
        <>
          <p className="cd-names">
            {nobody.slice(0, SHOWN).map(({ unitId, name }) => (
              <span key={unitId} className="dk-tag">
                {name}
              </span>
            ))}
            {nobody.length > SHOWN && <span className="muted">{t('remindAll', { count: nobody.length - SHOWN })}</span>}
          </p>
          <textarea ref={text} className="dk-input" rows={4} readOnly aria-label={t('remind')} value={reminder} />
          <DeskButton icon="send" onClick={copy}>
            {t(isCopied ? 'remindCopied' : 'remindCopy')}
          </DeskButton>
        </>
      )}
    </Card>
  );
}
