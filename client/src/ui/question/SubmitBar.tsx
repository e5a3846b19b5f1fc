import { useWords } from '../../lib/i18n';
import { Button } from '../Button';
import { Icon } from '../Icon';
import { formOf, isSentByTap, type Asked } from './asked';
import { choiceOf, type Selection } from './selection';
import { words } from './words';

interface SubmitBarProps {
  question: Asked;
  selection: Selection | null;
  /** Does the question close by itself? */
  isTimed: boolean;
  onSubmit(): void;
}

/** The lower edge while a question is open: one tap is enough, or the orange button with what would be sent. */
export function SubmitBar({ question, selection, isTimed, onSubmit }: SubmitBarProps) {
  const t = useWords(words);
  if (isSentByTap(question)) {
    return (
      <div className="bar bare">
        <p className="hint">
          <Icon name="tap" />
          {t('tapSends')}
        </p>
      </div>
    );
  }
  // What is shown of an ordering is an answer, whether it was touched or not.
  const isReady = question.kind === 'ordering' || choiceOf(question, selection) !== null;
  return (
    <div className="bar">
      <Button disabled={!isReady} onClick={onSubmit}>
        {isReady ? <ReadyText question={question} selection={selection} /> : t(FIRST[question.kind] ?? 'selectFirst')}
      </Button>
      <p className="hint">{t(autoSendOf(question, isTimed))}</p>
    </div>
  );
}

const FIRST: Partial<Record<Asked['kind'], 'typeFirst' | 'fillFirst' | 'markFirst'>> = {
  numeric: 'typeFirst',
  text: 'fillFirst',
  hotspot: 'markFirst',
};

function ReadyText({ question, selection }: Pick<SubmitBarProps, 'question' | 'selection'>) {
  const t = useWords(words);
  const choice = choiceOf(question, selection);
  switch (choice?.kind) {
    case 'multiple':
      return <Counted text={t('submit')} count={t('selectedCount', { count: choice.options.length })} />;
    case 'numeric':
      return <Counted text={t('submit')} count={`${choice.value} ${formOf(question, 'numeric').unit ?? ''}`} />;
    case 'text': {
      const filled = choice.blanks.filter((blank) => blank !== '').length;
      return choice.blanks.length === 1 ? (
        t('submit')
      ) : (
        <Counted text={t('submit')} count={t('filledCount', { count: filled })} />
      );
    }
    case 'hotspot': {
      const count = choice.points.length + choice.places.length;
      return <Counted text={t('submit')} count={t('markedCount', { count })} />;
    }
    default:
      return t('submitOrder');
  }
}

function Counted({ text, count }: { text: string; count: string }) {
  return (
    <>
      {text}
      <small>{count}</small>
    </>
  );
}

function autoSendOf({ kind }: Asked, isTimed: boolean) {
  if (kind === 'ordering') return isTimed ? 'autoSendOrder' : 'autoSendOrderByHost';
  if (kind === 'numeric' || kind === 'text') return isTimed ? 'autoSendIn' : 'autoSendInByHost';
  return isTimed ? 'autoSend' : 'autoSendByHost';
}
