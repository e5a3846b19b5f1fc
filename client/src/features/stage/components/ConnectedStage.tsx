import { useState } from 'react';
import { useWords } from '../../../lib/i18n';
import { useStageRound, type StageRound as Round } from '../model/use-stage-round';
import { stageWords } from '../words';
import { CodeEntry } from './CodeEntry';
import { StageRound } from './StageRound';

interface ConnectedStageProps {
  code: string;
  onCode: (code: string) => void;
}

/** Follows the round of a code; when there is none (any more), says so and asks for another. */
export function ConnectedStage({ code, onCode }: ConnectedStageProps) {
  const [attempt, setAttempt] = useState(0);
  const retry = (next: string) => (next === code ? setAttempt((count) => count + 1) : onCode(next));
  return <Attempt key={attempt} code={code} onCode={retry} />;
}

function Attempt({ code, onCode }: ConnectedStageProps) {
  const { state, connection, ended } = useStageRound(code);
  const problem = useProblem(ended);
  if (problem !== null) return <CodeEntry code={code} problem={problem} onCode={onCode} />;
  return <StageRound state={state} connection={connection} />;
}

function useProblem(ended: Round['ended']) {
  const t = useWords(stageWords);
  if (ended === null) return null;
  const code = ended.ref === undefined ? ended.code : `${ended.code} · ${ended.ref}`;
  switch (ended.code) {
    case 'stage_code_unknown':
      return { title: t('codeUnknown'), help: t('codeUnknownHelp'), code };
    case 'round_deleted':
      return { title: t('deleted'), help: t('deletedHelp'), code };
    default:
      return { title: t('refused'), help: t('refusedHelp'), code };
  }
}
