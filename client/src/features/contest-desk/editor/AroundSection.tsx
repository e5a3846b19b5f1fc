import { CONTEST_BOARDS, type ContestBoard } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Choices, Toggle } from '../../../ui/desk/Choices';
import { FieldGroup } from '../../../ui/desk/Field';
import { NumberField } from '../../../ui/desk/NumberField';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';

/** What no score hangs on: may be changed at any time. */
export function AroundSection({ draft, change }: EditorPart) {
  const t = useWords(editorWords);
  const toggleBoard = (board: ContestBoard) =>
    change({
      boards: CONTEST_BOARDS.filter((each) =>
        each === board ? !draft.boards.includes(each) : draft.boards.includes(each),
      ),
    });
  return (
    <Card title={t('around')}>
      <Toggle
        label={t('practice')}
        help={t('practiceHelp')}
        isOn={draft.hasPractice}
        onChange={(hasPractice) => change({ hasPractice })}
      />
      {draft.hasPractice && (
        <NumberField
          label={t('practiceADay')}
          unit={t('times')}
          value={draft.practiceADay}
          onChange={(practiceADay) => change({ practiceADay })}
        />
      )}
      <Toggle
        label={t('certificate')}
        help={t('certificateHelp')}
        isOn={draft.hasCertificate}
        onChange={(hasCertificate) => change({ hasCertificate })}
      />
      <FieldGroup label={t('boards')}>
        <div className="cd-checks">
          {CONTEST_BOARDS.map((board) => (
            <label key={board}>
              <input type="checkbox" checked={draft.boards.includes(board)} onChange={() => toggleBoard(board)} />
              {t(`board_${board}`)}
            </label>
          ))}
        </div>
      </FieldGroup>
      <Choices
        label={t('names')}
        value={draft.names}
        items={(['masked', 'full'] as const).map((value) => ({ value, label: t(`names_${value}`) }))}
        onChange={(names) => change({ names })}
      />
      <Toggle
        label={t('employeeNo')}
        help={t('employeeNoHelp')}
        isOn={draft.asksEmployeeNo}
        onChange={(asksEmployeeNo) => change({ asksEmployeeNo })}
      />
      <Toggle label={t('erase')} help={t('eraseHelp')} isOn={draft.erases} onChange={(erases) => change({ erases })} />
      {draft.erases && (
        <NumberField
          label={t('erase')}
          unit={t('days')}
          value={draft.eraseAfterDays}
          onChange={(eraseAfterDays) => change({ eraseAfterDays })}
        />
      )}
    </Card>
  );
}
