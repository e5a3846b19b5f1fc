import { useState } from 'react';
import type { BankMedia, DeskQuestion } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { useMedia } from '../../../lib/use-media';
import type { Registry } from '../components/use-registry';
import { useProblemText } from '../components/use-problem-text';
import type { Draft } from '../model/draft';
import { isAt, standingProblems } from '../model/placed-problems';
import { faultWords } from '../words-faults';
import { AboutPart } from './AboutPart';
import { AnswerPart } from './AnswerPart';
import type { EditorPart } from './editor-part';
import { EditorHead } from './EditorHead';
import { EditorNotes } from './EditorNotes';
import { PhonePreview } from './PhonePreview';
import { QuestionPart } from './QuestionPart';
import { Readiness } from './Readiness';
import { SaveBar } from './SaveBar';
import { useQuestionEditor } from './use-question-editor';
import { useLeaveGuard } from './use-leave-guard';
import { ViewSwitch, type View } from './ViewSwitch';
import { WhyPart } from './WhyPart';

interface EditorFormProps {
  setId: string;
  desk: DeskQuestion | null;
  initial: Draft;
  registry: Registry;
  media: readonly BankMedia[];
  onMedia(media: BankMedia): void;
  onStored(desk: DeskQuestion): void;
}

/** The form and, beside it, the question as phones will show it. */
export function EditorForm({ setId, desk, initial, registry, media, onMedia, onStored }: EditorFormProps) {
  const t = useWords(faultWords);
  const say = useProblemText();
  const [view, setView] = useState<View>('form');
  const isNarrow = useMedia('(max-width: 1179px)');
  const editor = useQuestionEditor({ setId, desk, initial, onStored });
  const { draft, problems, isChecked } = editor;
  useLeaveGuard(editor.isDirty);
  const found = desk === null ? [] : standingProblems([...desk.problems, ...desk.missing], editor.stored, draft);

  function problemAt(isHere: (place: string | null) => boolean): string | null {
    const own = isChecked ? problems.find(({ place }) => isHere(place)) : undefined;
    if (own !== undefined) return t(`problem_${own.code}`, { count: own.count ?? 0 });
    const theirs = found.find(({ path }) => isHere(path));
    return theirs === undefined ? null : say(theirs);
  }
  const part: EditorPart = {
    draft,
    setId,
    registry,
    media,
    change: editor.change,
    problem: (place) => problemAt((path) => path === place),
    problemWithin: (place) => problemAt((path) => isAt(path, place)),
    onMedia,
  };

  const showsForm = !isNarrow || view === 'form';
  const showsPhone = !isNarrow || view === 'phone';
  return (
    <>
      <EditorHead setId={setId} desk={desk} registry={registry} />
      <EditorNotes editor={editor} registry={registry} />
      {isNarrow && <ViewSwitch view={view} onChange={setView} />}
      <div className="bk-editor">
        {showsForm && (
          <div className="bk-editor-form">
            <QuestionPart {...part} />
            <AnswerPart {...part} />
            <WhyPart {...part} />
            <AboutPart {...part} />
          </div>
        )}
        {showsPhone && (
          <aside className="bk-editor-aside">
            <PhonePreview draft={draft} media={media} registry={registry} />
            {desk !== null && <Readiness desk={desk} isAdmin />}
          </aside>
        )}
      </div>
      <SaveBar setId={setId} desk={desk} editor={editor} />
    </>
  );
}
