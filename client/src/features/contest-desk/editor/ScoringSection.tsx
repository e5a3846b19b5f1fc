import { COUNTINGS } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Choices } from '../../../ui/desk/Choices';
import { NumberField } from '../../../ui/desk/NumberField';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';
import { Fixed } from './Fixed';

type Figure = 'perRight' | 'atLeast' | 'reached' | 'otherwise' | 'fullBonus';

/** What a paper brings, and which papers count. */
export function ScoringSection({ draft, change, isFixed }: EditorPart) {
  const t = useWords(editorWords);
  const figures: readonly Figure[] =
    draft.pointsBy === 'right' ? ['perRight', 'fullBonus'] : ['atLeast', 'reached', 'otherwise', 'fullBonus'];
  return (
    <Card title={t('scoring')}>
      <Fixed isFixed={isFixed('points', 'counting', 'feedback', 'passPercent')}>
        <Choices
          label={t('counting')}
          value={draft.counting}
          items={COUNTINGS.map((value) => ({ value, label: t(`counting_${value}`) }))}
          onChange={(counting) => change({ counting })}
        />
        <Choices
          label={t('rule')}
          value={draft.pointsBy}
          items={(['threshold', 'right'] as const).map((value) => ({ value, label: t(`rule_${value}`) }))}
          onChange={(pointsBy) => change({ pointsBy })}
        />
        <div className="dk-grid-2">
          {figures.map((figure) => (
            <NumberField
              key={figure}
              label={t(figure)}
              unit={t(figure === 'atLeast' ? 'questionsUnit' : 'pointsUnit')}
              value={draft[figure]}
              onChange={(value) => change({ [figure]: value })}
            />
          ))}
        </div>
        <Choices
          label={t('feedback')}
          value={draft.feedback}
          items={(['end', 'each'] as const).map((value) => ({
            ...{ value, label: t(`feedback_${value}`), help: t(`feedback_${value}_help`) },
          }))}
          onChange={(feedback) => change({ feedback })}
        />
        <NumberField
          label={t('passPercent')}
          unit={t('percent')}
          help={t('passHelp')}
          value={draft.passPercent}
          onChange={(passPercent) => change({ passPercent })}
        />
      </Fixed>
    </Card>
  );
}
