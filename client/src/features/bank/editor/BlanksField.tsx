import { useWords } from '../../../lib/i18n';
import { Toggle } from '../../../ui/desk/Choices';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { answerWords } from '../words-answer';
import type { EditorPart } from './editor-part';

const MOST_BLANKS = 6;
const MOST_WRITINGS = 12;

/** For each blank the writings that count, one a line. */
export function BlanksField({ draft, change, problem, problemWithin }: EditorPart) {
  const t = useWords(answerWords);
  const { blanks } = draft;
  const put = (n: number, text: string) =>
    change({
      ...draft,
      blanks: blanks.map((writings, index) => (index === n ? text.split('\n').slice(0, MOST_WRITINGS) : writings)),
    });
  return (
    <>
      <div className="bk-blanks">
        {blanks.map((writings, n) => {
          const place = `answer.blanks.${n}`;
          return (
            <Field
              key={n}
              label={t('blank', { n: n + 1 })}
              help={n === 0 ? t('blankHelp') : undefined}
              problem={problem(place) ?? problemWithin(place)}
            >
              {(ids) => (
                <>
                  <textarea
                    {...ids}
                    className="dk-input"
                    rows={Math.max(2, writings.length)}
                    placeholder={t('blankPlaceholder')}
                    value={writings.join('\n')}
                    onChange={(event) => put(n, event.target.value)}
                  />
                  {blanks.length > 1 && (
                    <button
                      type="button"
                      className="dk-link"
                      onClick={() => change({ ...draft, blanks: blanks.filter((_, index) => index !== n) })}
                    >
                      {t('removeBlank', { n: n + 1 })}
                    </button>
                  )}
                </>
              )}
            </Field>
          );
        })}
      </div>
      {blanks.length < MOST_BLANKS && (
        <DeskButton
          icon="plus"
          className="bk-below-field"
          onClick={() => change({ ...draft, blanks: [...blanks, ['']] })}
        >
          {t('addBlank')}
        </DeskButton>
      )}
      {blanks.length > 1 && (
        <Toggle
          label={t('anyOrder')}
          help={t('anyOrderHelp')}
          isOn={draft.isAnyOrder}
          onChange={(isAnyOrder) => change({ ...draft, isAnyOrder })}
        />
      )}
    </>
  );
}
