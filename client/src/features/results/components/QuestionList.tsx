import { App as AntApp } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { hardestFirst } from '../model/question-results';
import { words } from '../words';
import { QuestionLine } from './QuestionLine';
import type { Results } from './results-part';
import { VoidQuestionDialog } from './VoidQuestionDialog';

/** A question may be withdrawn after its reveal, also when all is over: errata come late. */
const VOID_PHASES: readonly string[] = ['reveal', 'leaderboard', 'finished'];

export function QuestionList({ results, onVoided }: { results: Results; onVoided(): void }) {
  const t = useWords(words);
  const { message } = AntApp.useApp();
  const [voiding, setVoiding] = useState<number | null>(null);
  const { round, questions } = results;
  const canVoid = VOID_PHASES.includes(round.phase);
  return (
    <Card title={t('questions')} note={t('hardestFirst')}>
      <ol className="dk-hard">
        {hardestFirst(questions).map((question) => (
          <QuestionLine
            key={question.questionNo}
            question={question}
            onVoid={canVoid && question.status === 'revealed' ? () => setVoiding(question.questionNo) : null}
          />
        ))}
      </ol>
      <VoidQuestionDialog
        roundId={round.id}
        questionNo={voiding}
        onClose={() => setVoiding(null)}
        onVoided={(questionNo) => {
          setVoiding(null);
          void message.success(t('voidDone', { no: questionNo }));
          onVoided();
        }}
      />
    </Card>
  );
}
