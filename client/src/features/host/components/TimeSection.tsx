import { MULTIPLE_SCORINGS, SCORINGS } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Choices } from '../../../ui/desk/Choices';
import { NumberField } from '../../../ui/desk/NumberField';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';

export function TimeSection({ draft, change, problem }: EditorPart) {
  const t = useWords(editorWords);
  return (
    <Card title={t('sectionTime')}>
      <div className="dk-grid-2">
        <Choices
          label={t('timeLabel')}
          value={draft.isTimed ? 'timed' : 'untimed'}
          onChange={(value) => change({ isTimed: value === 'timed' })}
          items={(['timed', 'untimed'] as const).map((value) => ({ value, label: t(value) }))}
        />
        {draft.isTimed && (
          <NumberField
            label={t('secondsLabel')}
            unit={t('seconds')}
            value={draft.seconds}
            onChange={(seconds) => change({ seconds })}
            problem={problem('seconds')}
          />
        )}
      </div>
      <div className="dk-grid-2">
        <Choices
          label={t('scoringLabel')}
          value={draft.scoring}
          onChange={(scoring) => change({ scoring })}
          problem={problem('scoring')}
          items={SCORINGS.map((value) => ({ value, label: t(`scoring_${value}`), help: t(`scoringHelp_${value}`) }))}
        />
        <Choices
          label={t('multipleLabel')}
          value={draft.multipleScoring}
          onChange={(multipleScoring) => change({ multipleScoring })}
          items={MULTIPLE_SCORINGS.map((value) => ({
            value,
            label: t(`multiple_${value}`),
            help: t(`multipleHelp_${value}`),
          }))}
        />
      </div>
    </Card>
  );
}
