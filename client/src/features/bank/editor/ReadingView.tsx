import { bankRoutes, type BankMedia, type DeskQuestion } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { Card } from '../../../ui/desk/Card';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Note } from '../../../ui/Note';
import { kindWords } from '../../../ui/question/kind-words';
import { QuestionFacts } from '../components/QuestionFacts';
import type { Registry } from '../components/use-registry';
import { draftOf } from '../model/draft-content';
import { common } from '../words-common';
import { editorWords } from '../words-editor';
import { factsWords } from '../words-facts';
import { EditorHead } from './EditorHead';
import { PhonePreview } from './PhonePreview';
import { Readiness } from './Readiness';

interface ReadingViewProps {
  setId: string;
  desk: DeskQuestion;
  registry: Registry;
  media: readonly BankMedia[];
  /** null: it cannot be retired here. */
  onRetired: ((desk: DeskQuestion) => void) | null;
}

/** A question for organisers, or one that is over: everything to be read, nothing to be changed. */
export function ReadingView({ setId, desk, registry, media, onRetired }: ReadingViewProps) {
  const c = useWords(common);
  const kindName = useWords(kindWords);
  const t = useWords(factsWords);
  const { question } = desk;
  return (
    <>
      <EditorHead setId={setId} desk={desk} registry={registry} isReadOnly />
      <div className="bk-editor">
        <div className="bk-editor-form">
          <Card title={kindName(question.type)}>
            <QuestionFacts question={question} registry={registry} media={media} />
            <h3>{t('about')}</h3>
            <p>
              {registry.categoryTitle(question.category)} · {c('difficulty', { n: question.difficulty })}
              {question.timeLimitSec !== undefined && ` · ${t('timeLimit', { n: question.timeLimitSec })}`}
            </p>
            <p>
              {question.tags?.map((tag) => (
                <span key={tag} className="dk-tag">
                  {tag}
                </span>
              ))}
            </p>
          </Card>
        </div>
        <aside className="bk-editor-aside">
          <PhonePreview draft={draftOf(question)} media={media} registry={registry} />
          <Readiness desk={desk} isAdmin={false} />
          {onRetired !== null && <RetireButton desk={desk} onRetired={onRetired} />}
        </aside>
      </div>
    </>
  );
}

function RetireButton({ desk, onRetired }: { desk: DeskQuestion; onRetired(desk: DeskQuestion): void }) {
  const t = useWords(editorWords);
  const order = useOrder();
  const problem = useErrorText(order.failure);
  async function retire() {
    const params = { setId: desk.setId, questionId: desk.question.id };
    const body = { version: desk.version, change: { to: 'retired' as const } };
    const retired = await order.give(() => call(bankRoutes.moveQuestion, { params, body }));
    if (retired !== null) onRetired(retired);
  }
  return (
    <>
      {problem !== '' && <Note tone="no" title={problem} />}
      <DeskButton isBusy={order.isBusy} onClick={() => void retire()}>
        {t('move_retired')}
      </DeskButton>
    </>
  );
}
