import type { BankMedia, DeskQuestion } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { QuestionFacts } from '../components/QuestionFacts';
import type { Registry } from '../components/use-registry';
import { draftOf } from '../model/draft-content';
import { common } from '../words-common';
import { factsWords } from '../words-facts';
import { EditorHead } from './EditorHead';
import { PhonePreview } from './PhonePreview';
import { Readiness } from './Readiness';

interface ReadingViewProps {
  setId: string;
  desk: DeskQuestion;
  registry: Registry;
  media: readonly BankMedia[];
}

/** A question for organisers: everything to be read, nothing to be changed. */
export function ReadingView({ setId, desk, registry, media }: ReadingViewProps) {
  const c = useWords(common);
  const t = useWords(factsWords);
  const { question } = desk;
  return (
    <>
      <EditorHead setId={setId} desk={desk} registry={registry} isReadOnly />
      <div className="bk-editor">
        <div className="bk-editor-form">
          <Card title={c(`kind_${question.type}`)}>
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
        </aside>
      </div>
    </>
  );
}
