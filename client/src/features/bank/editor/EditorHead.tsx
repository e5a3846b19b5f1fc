import { useState } from 'react';
import { Link } from 'wouter';
import type { DeskQuestion } from '@anquanli/contract/bank';
import { formatMoment } from '../../../lib/dates';
import { useLanguage, useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { PageHead } from '../../../ui/desk/PageHead';
import { Icon } from '../../../ui/Icon';
import { StatusTag } from '../components/StatusTag';
import type { Registry } from '../components/use-registry';
import { common } from '../words-common';
import { editorWords } from '../words-editor';
import { HistoryDrawer } from './HistoryDrawer';

interface EditorHeadProps {
  setId: string;
  desk: DeskQuestion | null;
  registry: Registry;
  isReadOnly?: boolean;
}

/** Which question this is, where it stands, and what happened to it. */
export function EditorHead({ setId, desk, registry, isReadOnly = false }: EditorHeadProps) {
  const t = useWords(editorWords);
  const c = useWords(common);
  const [language] = useLanguage();
  const [isShowingHistory, setShowingHistory] = useState(false);
  const title = desk === null ? 'newTitle' : isReadOnly ? 'readTitle' : 'editTitle';
  return (
    <>
      <p className="bk-crumb">
        <Link href={`/bank/${setId}`}>
          <Icon name="back" />
          {c('tab_questions')}
        </Link>
      </p>
      <PageHead
        title={t(title)}
        {...(desk === null
          ? {}
          : {
              help: (
                <span className="bk-meta">
                  <StatusTag status={desk.question.status} />
                  <span>
                    {t('meta', {
                      rev: desk.question.rev,
                      name: desk.updated.by ?? c('somebody'),
                      date: formatMoment(desk.updated.at, language),
                    })}
                  </span>
                  <span>{desk.released === null ? t('notReleased') : t('releasedIn', desk.released)}</span>
                  <Relatives setId={setId} desk={desk} />
                </span>
              ),
              actions: (
                <DeskButton icon="clock" onClick={() => setShowingHistory(true)}>
                  {t('history')}
                </DeskButton>
              ),
            })}
      />
      {desk !== null && (
        <HistoryDrawer
          isOpen={isShowingHistory}
          setId={setId}
          desk={desk}
          registry={registry}
          onClose={() => setShowingHistory(false)}
        />
      )}
    </>
  );
}

/** The question it took the place of, and the one in its place. */
function Relatives({ setId, desk }: { setId: string; desk: DeskQuestion }) {
  const t = useWords(editorWords);
  const { supersedes = [], deprecation } = desk.question;
  const linkTo = (id: string, label: string) => (
    <span key={id}>
      {label}{' '}
      <Link className="bk-quiet-link" href={`/bank/${setId}/questions/${id}`}>
        {t('openOther')}
      </Link>
    </span>
  );
  return (
    <>
      {supersedes.map((id) => linkTo(id, t('supersedes')))}
      {deprecation?.replacedBy !== undefined && linkTo(deprecation.replacedBy, t('replacedBy'))}
    </>
  );
}
