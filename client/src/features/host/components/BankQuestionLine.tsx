import { useState } from 'react';
import type { BankQuestion } from '@anquanli/contract/question-bank';
import { useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { Icon } from '../../../ui/Icon';
import { OptionBars } from '../../../ui/desk/OptionBars';
import { optionRows } from '../../../ui/desk/option-rows';
import { QuestionPictures } from '../../../ui/desk/QuestionPictures';
import { kindWords } from '../../../ui/question/kind-words';
import { editorWords } from '../words-editor';

interface BankQuestionLineProps {
  question: BankQuestion;
  category: string;
  isChosen: boolean;
  onToggle(): void;
}

/** One question of the bank: stem and facts, key and explanation on demand, and whether it is in the round. */
export function BankQuestionLine({ question, category, isChosen, onToggle }: BankQuestionLineProps) {
  const t = useWords(editorWords);
  const kindName = useWords(kindWords);
  const [isOpen, setOpen] = useState(false);
  const { kind, stem, difficulty, key, explanation, citations } = question;
  return (
    <li className={isChosen ? 'on' : undefined}>
      <div className="dk-bank-line">
        <div>
          <p>
            <BreakText text={stem} />
          </p>
          <small>
            {kindName(kind)} · {category} · {t('difficulty', { n: difficulty })}
            <button type="button" className="dk-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t('details')}
              <span className="vh">: {stem}</span>
            </button>
          </small>
        </div>
        <button
          type="button"
          className="dk-add"
          aria-pressed={isChosen}
          aria-label={t(isChosen ? 'takeOutOf' : 'addOf', { stem })}
          onClick={onToggle}
        >
          <Icon name={isChosen ? 'tick' : 'plus'} />
          {t(isChosen ? 'chosen' : 'add')}
        </button>
      </div>
      {isOpen && (
        <div className="dk-bank-key">
          <QuestionPictures media={question.media} />
          <OptionBars
            showsKey
            rows={optionRows(question, key, null, 0)}
            words={{ right: t('rightAnswer'), isTrue: t('isTrue'), isFalse: t('isFalse'), rest: '', count: String }}
          />
          <p>
            <b>{t('explanation')}</b> <BreakText text={explanation} />
          </p>
          {citations.map((citation) => (
            <p key={`${citation.title}${citation.locator ?? ''}`} className="muted">
              {t('citation')}: {citation.title} {citation.locator}
            </p>
          ))}
        </div>
      )}
    </li>
  );
}
