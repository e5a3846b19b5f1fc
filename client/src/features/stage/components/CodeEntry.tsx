import { useState, type FormEvent } from 'react';
import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { Mark } from '../../../ui/Mark';
import { isWholeStageCode, readStageCode, showStageCode, STAGE_CODE_CHARS } from '../model/stage-code';
import { stageWords } from '../words';

interface CodeEntryProps {
  /** What was tried before, if anything. */
  code: string;
  problem: { readonly title: string; readonly help: string; readonly code: string } | null;
  onCode: (code: string) => void;
}

/** Asks for the read-only code; forgiving of case, spaces and dashes. What was typed stays. */
export function CodeEntry({ code, problem, onCode }: CodeEntryProps) {
  const t = useWords(stageWords);
  const [typed, setTyped] = useState(() => showStageCode(readStageCode(code)));
  const [isTold, setTold] = useState(false);
  const read = readStageCode(typed);
  const missing = STAGE_CODE_CHARS - read.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWholeStageCode(read)) onCode(read);
    else setTold(true);
  };
  const isUntouched = read === readStageCode(code);
  return (
    <main className="st-body">
      <div className="st-code st-screen">
        <Mark />
        <h1>{t('codeTitle')}</h1>
        <form onSubmit={submit} noValidate>
          <label htmlFor="stage-code">
            {t('codeLabel')}
            <span>{t('codeHint')}</span>
          </label>
          <input
            id="stage-code"
            value={typed}
            onChange={(event) => setTyped(showStageCode(readStageCode(event.target.value)))}
            autoFocus
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            inputMode="text"
            aria-invalid={problem !== null && isUntouched}
            aria-describedby="stage-code-problem"
          />
          <div id="stage-code-problem" role="alert">
            {problem !== null && isUntouched && (
              <p className="st-problem">
                <Icon name="warning" />
                <b>
                  {problem.title}
                  <span>{problem.help}</span>
                </b>
                <small>{problem.code}</small>
              </p>
            )}
            {isTold && missing > 0 && !(problem !== null && isUntouched) && (
              <p className="st-problem">
                <Icon name="warning" />
                {t('codeMissing', { count: missing })}
              </p>
            )}
          </div>
          <button type="submit">{t('codeButton')}</button>
        </form>
      </div>
    </main>
  );
}
