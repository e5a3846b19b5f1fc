import { useId, useState } from 'react';
import { useWords } from '../../../lib/i18n';
import { Glyph, identityOf, letterOf } from '../../../ui/Glyph';
import { Icon } from '../../../ui/Icon';
import { MoveButtons } from '../components/MoveButtons';
import { moved, withoutOption, withOptionChanged, withRight, type DraftOption } from '../model/draft';
import { answerWords } from '../words-answer';
import type { EditorPart } from './editor-part';
import { OptionExtras } from './OptionExtras';

/** One option: right or not, its words, its place, and what is seldom needed behind “more”. */
export function OptionRow(props: EditorPart & { option: DraftOption; index: number }) {
  const { draft, change, problem, problemWithin, option, index } = props;
  const t = useWords(answerWords);
  const noteId = useId();
  const hasExtras = option.feedback !== '' || option.isPinned || option.media !== null;
  const [isOpen, setOpen] = useState(false);
  const letter = letterOf(index);
  const isRight = draft.right.includes(option.id);
  const place = `options.${index}`;
  const wrong = problem(place) ?? problemWithin(place);
  return (
    <li className={`${identityOf(index)}${isRight && draft.kind !== 'ordering' ? ' is-right' : ''}`}>
      <div className="bk-option">
        {draft.kind !== 'ordering' && (
          <input
            className="bk-right"
            type={draft.kind === 'single' ? 'radio' : 'checkbox'}
            name="right-option"
            aria-label={t('markRight', { letter })}
            checked={isRight}
            onChange={() => change(withRight(draft, option.id))}
          />
        )}
        <Glyph index={index} />
        <input
          className="dk-input"
          aria-label={t('optionText', { letter })}
          aria-invalid={wrong !== null || undefined}
          aria-describedby={wrong === null ? undefined : noteId}
          maxLength={300}
          placeholder={t('optionPlaceholder')}
          value={option.text}
          onChange={(event) => change(withOptionChanged(draft, option.id, { text: event.target.value }))}
        />
        <MoveButtons
          index={index}
          count={draft.options.length}
          words={{ up: t('moveUp', { letter }), down: t('moveDown', { letter }) }}
          onMove={(to) => change({ ...draft, options: moved(draft.options, index, to) })}
        />
        <button
          type="button"
          className={`dk-small bk-more${hasExtras ? ' has' : ''}`}
          aria-expanded={isOpen}
          aria-label={`${t('optionMore')} ${letter}`}
          title={t('optionMore')}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="settings" />
        </button>
        <button
          type="button"
          className="dk-small"
          aria-label={t('removeOption', { letter })}
          title={t('removeOption', { letter })}
          disabled={draft.options.length <= 2}
          onClick={() => change(withoutOption(draft, option.id))}
        >
          <Icon name="cross" />
        </button>
      </div>
      {wrong !== null && (
        <p id={noteId} className="bk-wrong">
          <Icon name="warning" />
          {wrong}
        </p>
      )}
      {isOpen && <OptionExtras {...props} letter={letter} />}
    </li>
  );
}
