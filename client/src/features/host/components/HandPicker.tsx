import { useMemo, useState } from 'react';
import type { BankQuestion, QuestionSetSummary } from '@anquanli/contract/question-bank';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { filterQuestions, NO_FILTER } from '../model/question-filter';
import { keptIn, toggled, withAll } from '../model/selection';
import { editorWords } from '../words-editor';
import { BankQuestionLine } from './BankQuestionLine';
import type { EditorPart } from './editor-part';
import { QuestionFilters } from './QuestionFilters';
import { SelectedQuestions } from './SelectedQuestions';

interface HandPickerProps extends EditorPart {
  set: QuestionSetSummary;
  questions: readonly BankQuestion[];
}

/** Lines drawn at once; a set may have thousands. */
const PAGE = 50;

/** The questions of the set with search and filters, and beside them the ones chosen in their order. */
export function HandPicker({ draft, change, problem, set, questions }: HandPickerProps) {
  const t = useWords(editorWords);
  const [filter, setFilter] = useState(NO_FILTER);
  const [limit, setLimit] = useState(PAGE);
  const found = useMemo(() => filterQuestions(questions, filter), [questions, filter]);
  const byId = useMemo(() => new Map(questions.map((question) => [question.id, question])), [questions]);
  const selection = keptIn(draft.questionIds, new Set(byId.keys()));
  const titleOf = new Map(set.categories.map((category) => [category.id, category.title]));
  const choose = (questionIds: readonly string[]) => change({ questionIds });
  const hidden = found.length - limit;
  const wrong = problem('questions');
  return (
    <div className={`dk-hand${wrong === null ? '' : ' dk-wrong'}`}>
      <section aria-label={t('bankLabel')}>
        <QuestionFilters filter={filter} set={set} onChange={setFilter} />
        <p className="dk-found">
          <span role="status">{t('found', { count: found.length })}</span>
          {found.length > 0 && (
            <button
              type="button"
              className="dk-link"
              onClick={() =>
                choose(
                  withAll(
                    selection,
                    found.map((question) => question.id),
                    LIMITS.questionsPerRound.max,
                  ),
                )
              }
            >
              {t('addAllFound')}
            </button>
          )}
        </p>
        {found.length === 0 ? (
          <div className="dk-empty">
            <b>{t('noneFound')}</b>
            <p>{t('noneFoundHelp')}</p>
            <button type="button" className="dk-link" onClick={() => setFilter(NO_FILTER)}>
              {t('clearFilter')}
            </button>
          </div>
        ) : (
          <ul className="dk-bank" tabIndex={0} aria-label={t('bankLabel')}>
            {found.slice(0, limit).map((question) => (
              <BankQuestionLine
                key={question.id}
                question={question}
                category={titleOf.get(question.category) ?? question.category}
                isChosen={selection.includes(question.id)}
                onToggle={() => choose(toggled(selection, question.id))}
              />
            ))}
            {hidden > 0 && (
              <li>
                <button type="button" className="dk-link" onClick={() => setLimit(limit + PAGE)}>
                  {t('showMore', { count: Math.min(hidden, PAGE) })}
                </button>
              </li>
            )}
          </ul>
        )}
      </section>
      <section>
        <div className="dk-card-head">
          <h3>{t('selectedTitle')}</h3>
          <span>{t('selectedCount', { count: selection.length })}</span>
        </div>
        {wrong !== null && (
          <p className="dk-note">
            <Icon name="warning" />
            <span>{wrong}</span>
          </p>
        )}
        <SelectedQuestions selection={selection} byId={byId} onChange={choose} />
      </section>
    </div>
  );
}
