import { NAMES_ON_STAGE } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Choices, Toggle } from '../../../ui/desk/Choices';
import { NumberField } from '../../../ui/desk/NumberField';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';

export function HallSection({ draft, change, problem }: EditorPart) {
  const t = useWords(editorWords);
  return (
    <Card title={t('sectionHall')}>
      <div className="dk-grid-2">
        <Choices
          label={t('namesLabel')}
          value={draft.namesOnStage}
          onChange={(namesOnStage) => change({ namesOnStage })}
          items={NAMES_ON_STAGE.map((value) => ({ value, label: t(`names_${value}`), help: t(`namesHelp_${value}`) }))}
        />
        <Choices
          label={t('phoneLabel')}
          value={draft.phoneShows}
          onChange={(phoneShows) => change({ phoneShows })}
          items={(['full', 'buttons'] as const).map((value) => ({
            value,
            label: t(`phone_${value}`),
            help: t(`phoneHelp_${value}`),
          }))}
        />
      </div>
      <div className="dk-grid-2">
        <Toggle
          label={t('lateJoin')}
          help={t('lateJoinHelp')}
          isOn={draft.isLateJoinAllowed}
          onChange={(isLateJoinAllowed) => change({ isLateJoinAllowed })}
        />
        <div>
          <Toggle
            label={t('seatLimit')}
            help={t('seatLimitHelp')}
            isOn={draft.hasSeatLimit}
            onChange={(hasSeatLimit) => change({ hasSeatLimit })}
          />
          {draft.hasSeatLimit && (
            <NumberField
              label={t('seatsLabel')}
              unit={t('people')}
              value={draft.seatLimit}
              onChange={(seatLimit) => change({ seatLimit })}
              problem={problem('seatLimit')}
            />
          )}
        </div>
      </div>
    </Card>
  );
}
