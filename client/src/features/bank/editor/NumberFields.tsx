import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field, FieldGroup } from '../../../ui/desk/Field';
import { TextField } from '../../../ui/desk/TextField';
import { Icon } from '../../../ui/Icon';
import { answerWords } from '../words-answer';
import type { EditorPart } from './editor-part';

const MOST_RANGES = 5;
const DECIMALS = [1, 2, 3, 4, 5, 6] as const;

/** Ranges that count as right, the unit, and how many decimals the pad of the phone has. */
export function NumberFields({ draft, change, problem, problemWithin }: EditorPart) {
  const t = useWords(answerWords);
  const { ranges } = draft;
  const put = (n: number, part: Partial<(typeof ranges)[number]>) =>
    change({ ...draft, ranges: ranges.map((range, index) => (index === n ? { ...range, ...part } : range)) });
  const wrong = ranges.map((_, n) => problem(`answer.accept.${n}`)).find((each) => each !== null);
  return (
    <>
      <FieldGroup label={t('ranges')} help={t('rangesHelp')} problem={wrong ?? problemWithin('answer')}>
        <ul className="bk-ranges">
          {ranges.map((range, n) => {
            const isWrong = problem(`answer.accept.${n}`) !== null || undefined;
            return (
              <li key={n}>
                <input
                  className="dk-input num"
                  inputMode="decimal"
                  aria-label={`${t('rangeFrom')} ${n + 1}`}
                  aria-invalid={isWrong}
                  placeholder={t('rangeFrom')}
                  value={range.min}
                  onChange={(event) => put(n, { min: event.target.value })}
                />
                <span>{t('rangeTo')}</span>
                <input
                  className="dk-input num"
                  inputMode="decimal"
                  aria-label={`${t('rangeTo')} ${n + 1}`}
                  aria-invalid={isWrong}
                  placeholder={range.min}
                  value={range.max}
                  onChange={(event) => put(n, { max: event.target.value })}
                />
                <span>{draft.unit}</span>
                <button
                  type="button"
                  className="dk-small"
                  aria-label={t('removeRange', { n: n + 1 })}
                  title={t('removeRange', { n: n + 1 })}
                  disabled={ranges.length === 1}
                  onClick={() => change({ ...draft, ranges: ranges.filter((_, index) => index !== n) })}
                >
                  <Icon name="cross" />
                </button>
              </li>
            );
          })}
        </ul>
        {ranges.length < MOST_RANGES && (
          <DeskButton icon="plus" onClick={() => change({ ...draft, ranges: [...ranges, { min: '', max: '' }] })}>
            {t('addRange')}
          </DeskButton>
        )}
      </FieldGroup>
      <div className="dk-grid-2">
        <TextField
          label={t('unit')}
          maxLength={16}
          placeholder={t('unitPlaceholder')}
          value={draft.unit}
          onChange={(next) => change({ ...draft, unit: next })}
        />
        <Field label={t('decimals')} help={t('decimalsHelp')}>
          {(ids) => (
            <select
              {...ids}
              className="dk-input"
              value={draft.decimals ?? ''}
              onChange={(event) => {
                const { value } = event.target;
                change({ ...draft, decimals: value === '' ? null : Number(value) });
              }}
            >
              <option value="">{t('decimalsAny')}</option>
              <option value={0}>{t('decimalsNone')}</option>
              {DECIMALS.map((n) => (
                <option key={n} value={n}>
                  {t('decimalsSome', { n })}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </>
  );
}
