import { App as AntApp } from 'antd';
import { useCallback, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { questionBankRoutes, type QuestionSetSummary } from '@anquanli/contract/question-bank';
import { roundRoutes } from '@anquanli/contract/rounds';
import { call, type Outcome } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useLoaded, useOrder } from '../../../lib/use-call';
import { deskButton } from '../../../ui/desk/DeskButton';
import { PageHead } from '../../../ui/desk/PageHead';
import { problemOf, problemsOf, type Problem } from '../model/draft-problems';
import { availableFor, settingsFrom, type RoundDraft } from '../model/round-draft';
import { editorWords } from '../words-editor';
import { AutoSection } from './AutoSection';
import type { EditorPart } from './editor-part';
import { EditorSummary } from './EditorSummary';
import { HallSection } from './HallSection';
import { QuestionsSection } from './QuestionsSection';
import { TimeSection } from './TimeSection';
import { TitleSection } from './TitleSection';

interface EditorFormProps {
  roundId: string | null;
  sets: readonly QuestionSetSummary[];
  initial: RoundDraft;
}

export function EditorForm({ roundId, sets, initial }: EditorFormProps) {
  const t = useWords(editorWords);
  const { message } = AntApp.useApp();
  const [, goTo] = useLocation();
  const [draft, setDraft] = useState(initial);
  const [isChecked, setChecked] = useState(false);
  const order = useOrder();
  const { setId, setVersion } = draft;
  const bank = useLoaded(
    useCallback(() => call(questionBankRoutes.getSet, { params: { setId, version: setVersion } }), [setId, setVersion]),
  );
  const questions = bank.value?.questions ?? null;
  const available = questions === null ? null : availableFor(draft.rule, questions);
  const own = problemsOf(draft, available);
  const refused = order.failure === null || order.failure.code === 'offline' ? null : problemOf(order.failure);
  const shown = [...(isChecked ? own : own.filter(isShownEarly)), ...(refused === null ? [] : [refused])];
  const general = useErrorText(refused === null ? order.failure : null);

  const part: EditorPart = {
    draft,
    change: (next) => {
      setDraft({ ...draft, ...next });
      order.clear();
    },
    problem: (field) => {
      const found = shown.find((problem) => problem.field === field);
      return found === undefined ? null : sayProblem(found);
    },
  };

  function sayProblem({ kind, minimum = 0, maximum = 0, available: count = 0 }: Problem): string {
    return t(`problem_${kind}`, { minimum, maximum, available: count });
  }

  async function send(thenRun: boolean) {
    setChecked(true);
    if (own.length > 0) {
      document.querySelector('[aria-invalid="true"], .dk-wrong')?.scrollIntoView({ block: 'center' });
      return;
    }
    const round = await order.give(() => store(roundId, draft));
    if (round === null) return;
    if (roundId !== null) void message.success(t('saved'));
    goTo(thenRun ? `/rounds/${round.id}/run` : '/rounds');
  }

  return (
    <>
      <PageHead
        title={t(roundId === null ? 'newTitle' : 'editTitle')}
        {...(roundId === null ? { help: t('newHelp') } : {})}
        actions={
          <Link href="/rounds" className={deskButton()}>
            {t('cancel')}
          </Link>
        }
      />
      <div className="dk-editor">
        <div className="dk-editor-parts">
          <TitleSection {...part} />
          <QuestionsSection {...part} sets={sets} bank={bank} available={available} />
          <TimeSection {...part} />
          <HallSection {...part} />
          <AutoSection {...part} />
        </div>
        <EditorSummary
          {...part}
          isNew={roundId === null}
          set={sets.find((set) => set.setId === setId && set.version === setVersion) ?? null}
          problemCount={isChecked ? shown.length : 0}
          general={general}
          isBusy={order.isBusy}
          onSend={(thenRun) => void send(thenRun)}
        />
      </div>
    </>
  );
}

/** What must be said before anybody presses a button: a rule that the set cannot meet, a scoring that cannot work. */
function isShownEarly(problem: Problem): boolean {
  return problem.kind === 'questions_few' || problem.kind === 'speed_untimed' || problem.kind === 'range';
}

function store(roundId: string | null, draft: RoundDraft): Promise<Outcome<{ id: string }>> {
  const body = settingsFrom(draft);
  return roundId === null
    ? call(roundRoutes.create, { body })
    : call(roundRoutes.update, { params: { roundId }, body });
}
