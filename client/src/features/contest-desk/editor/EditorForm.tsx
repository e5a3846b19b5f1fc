import { App } from 'antd';
import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { contestDeskRoutes, type ContestDetail } from '@anquanli/contract/contest-desk';
import type { QuestionSetSummary } from '@anquanli/contract/question-bank';
import type { Unit } from '@anquanli/contract/units';
import { call } from '../../../lib/api-client';
import { useDocumentTitle } from '../../../lib/display';
import { useWords } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { useOrder } from '../../../lib/use-call';
import { deskButton } from '../../../ui/desk/DeskButton';
import { PageHead } from '../../../ui/desk/PageHead';
import { Note } from '../../../ui/Note';
import { draftOf, draftProblems, newDraft, settingsOf, type Draft } from '../model/draft';
import { useBlueprintCheck } from '../model/use-blueprint-check';
import { editorWords } from '../words-editor';
import { AroundSection } from './AroundSection';
import { AudienceSection } from './AudienceSection';
import { BasicsSection } from './BasicsSection';
import { EditorSide } from './EditorSide';
import { PaperSection } from './PaperSection';
import { ScoringSection } from './ScoringSection';

export interface EditorMaterial {
  readonly sets: readonly QuestionSetSummary[];
  readonly units: readonly Unit[];
  /** null for a new one. */
  readonly contest: ContestDetail | null;
}

/** All settings of a contest on one page, with what they come to beside them. */
export function EditorForm({ material: { sets, units, contest } }: { material: EditorMaterial }) {
  const t = useWords(editorWords);
  useDocumentTitle(t(contest === null ? 'newTitle' : 'editTitle'));
  const { message } = App.useApp();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState<Draft>(() => firstDraft(contest, sets));
  const order = useOrder();
  const check = useBlueprintCheck(draft);
  const isFixed = (...fields: readonly string[]) =>
    contest !== null && fields.some((field) => !contest.changeable.includes(field));
  const hasBegun = isFixed('firstDay');
  const part = {
    ...{ draft, isFixed },
    change: (next: Partial<Draft>) => {
      order.clear();
      setDraft((before) => ({ ...before, ...next }));
    },
  };

  async function save(event: FormEvent) {
    event.preventDefault();
    const settings = settingsOf(draft);
    const saved = await order.give(() =>
      contest === null
        ? call(contestDeskRoutes.create, { body: { settings } })
        : call(contestDeskRoutes.update, {
            params: { contestId: contest.id },
            body: { version: contest.version, settings },
          }),
    );
    if (saved === null) return;
    void message.success(t('saved'));
    navigate(`/desk/contests/${saved.id}`);
  }

  return (
    <form className="cd-form" noValidate onSubmit={(event) => void save(event)}>
      <PageHead
        title={t(contest === null ? 'newTitle' : 'editTitle')}
        help={contest === null ? t('help') : contest.title}
        actions={
          <Link href={contest === null ? '/desk/contests' : `/desk/contests/${contest.id}`} className={deskButton()}>
            {t('back')}
          </Link>
        }
      />
      {hasBegun && (
        <Note tone="plain" title={t('fixedTitle')}>
          {t('fixedHelp')}
        </Note>
      )}
      <div className="cd-editor">
        <div className="cd-parts">
          <BasicsSection {...part} />
          <AudienceSection {...part} units={units} />
          <PaperSection {...part} sets={sets} check={check} />
          <ScoringSection {...part} />
          <AroundSection {...part} />
        </div>
        <EditorSide
          draft={draft}
          problems={draftProblems(draft)}
          failure={order.failure}
          isBusy={order.isBusy}
          isNew={contest === null}
        />
      </div>
    </form>
  );
}

function firstDraft(contest: ContestDetail | null, sets: readonly QuestionSetSummary[]): Draft {
  if (contest !== null) return draftOf(contest.settings);
  const latest = sets.filter(({ isLatest }) => isLatest);
  const largest = latest.reduce<QuestionSetSummary | null>(
    (held, each) => (held === null || each.questionCount > held.questionCount ? each : held),
    null,
  );
  return newDraft(serverNow(), largest === null ? null : { setId: largest.setId, version: largest.version });
}
