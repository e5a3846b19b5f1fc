import { Modal } from 'antd';
import { Link } from 'wouter';
import type { BankLine } from '@anquanli/contract/bank';
import { ERROR_CODES, type ErrorCode } from '@anquanli/contract/vocabulary';
import { errorText, errorWords } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { common } from '../words-common';
import { questionsWords } from '../words-questions';
import { useProblemText } from './use-problem-text';

export interface Outcomes {
  readonly failed: readonly { questionId: string; code: string | null }[];
  readonly done: number;
}

interface BulkOutcomesProps {
  outcomes: Outcomes | null;
  lines: readonly BankLine[];
  setId: string;
  onClose(): void;
}

/** Which of many questions were not changed, and why. */
export function BulkOutcomes({ outcomes, lines, setId, onClose }: BulkOutcomesProps) {
  const t = useWords(questionsWords);
  const c = useWords(common);
  const sayCode = useCodeText();
  const stems = new Map(lines.map(({ id, stem }) => [id, stem]));
  return (
    <Modal
      open={outcomes !== null}
      onCancel={onClose}
      title={t('outcomesTitle', { failed: outcomes?.failed.length ?? 0 })}
      footer={<DeskButton onClick={onClose}>{c('close')}</DeskButton>}
      width={640}
    >
      <p className="dk-lead">{t('outcomesHelp', { done: outcomes?.done ?? 0 })}</p>
      <ul className="bk-outcomes">
        {outcomes?.failed.map(({ questionId, code }) => (
          <li key={questionId}>
            <Link href={`/bank/${setId}/questions/${questionId}`}>{stems.get(questionId) ?? questionId}</Link>
            <span>{sayCode(code ?? '')}</span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** A bulk change answers with codes of errors or of findings. */
function useCodeText(): (code: string) => string {
  const e = useWords(errorWords);
  const sayProblem = useProblemText();
  const isError = (code: string): code is ErrorCode => ERROR_CODES.some((each) => each === code);
  return (code) =>
    isError(code)
      ? errorText(e, { ok: false, code })
      : sayProblem({ code, found: code, remedy: '', path: null, questionId: null });
}
