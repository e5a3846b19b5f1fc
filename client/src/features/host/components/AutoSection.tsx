import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Toggle } from '../../../ui/desk/Choices';
import { NumberField } from '../../../ui/desk/NumberField';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';

const PAUSES = ['closedSeconds', 'revealSeconds', 'leaderboardSeconds'] as const;

export function AutoSection({ draft, change, problem }: EditorPart) {
  const t = useWords(editorWords);
  return (
    <Card title={t('sectionAuto')}>
      <Toggle
        label={t('autopilot')}
        help={t('autopilotHelp')}
        isOn={draft.isAutopilotOn}
        onChange={(isAutopilotOn) => change({ isAutopilotOn })}
      />
      {(draft.isAutopilotOn || PAUSES.some((pause) => problem(pause) !== null)) && (
        <div className="dk-grid-3">
          {PAUSES.map((pause) => (
            <NumberField
              key={pause}
              label={t(pause)}
              unit={t('seconds')}
              value={draft[pause]}
              onChange={(seconds) => change({ [pause]: seconds })}
              problem={problem(pause)}
            />
          ))}
        </div>
      )}
      <NumberField
        label={t('retentionLabel')}
        unit={t('days')}
        value={draft.retentionDays}
        onChange={(retentionDays) => change({ retentionDays })}
        help={t('retentionHelp')}
        problem={problem('retentionDays')}
      />
    </Card>
  );
}
