import { LIMITS } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Toggle } from '../../../ui/desk/Choices';
import { Field } from '../../../ui/desk/Field';
import { TextField } from '../../../ui/desk/TextField';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';
import { Fixed } from './Fixed';

/** Zones in which contests are held; the one in use is always among them. */
const ZONES = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Singapore', 'UTC'];

/** Name, days and hours. */
export function BasicsSection({ draft, change, isFixed }: EditorPart) {
  const t = useWords(editorWords);
  const zones = ZONES.includes(draft.timeZone) ? ZONES : [draft.timeZone, ...ZONES];
  return (
    <Card title={t('basics')}>
      <TextField
        label={t('title')}
        value={draft.title}
        maxLength={LIMITS.titleChars}
        onChange={(title) => change({ title })}
      />
      <div className="dk-grid-2">
        <Fixed isFixed={isFixed('firstDay')}>
          <TextField
            label={t('firstDay')}
            type="date"
            value={draft.firstDay}
            onChange={(firstDay) => change({ firstDay })}
          />
        </Fixed>
        <TextField label={t('lastDay')} type="date" value={draft.lastDay} onChange={(lastDay) => change({ lastDay })} />
      </div>
      <Fixed isFixed={isFixed('timeZone', 'hours')}>
        <Field label={t('timeZone')} help={t('timeZoneHelp')}>
          {(ids) => (
            <select
              {...ids}
              className="dk-input"
              value={draft.timeZone}
              onChange={(event) => change({ timeZone: event.target.value })}
            >
              {zones.map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </select>
          )}
        </Field>
        <Toggle
          label={t('hours')}
          help={t('hoursHelp')}
          isOn={draft.hasHours}
          onChange={(hasHours) => change({ hasHours })}
        />
        {draft.hasHours && (
          <div className="cd-hours">
            {(['from', 'until'] as const).map((end) => (
              <Field key={end} label={t(end)}>
                {(ids) => (
                  <input
                    {...ids}
                    type="time"
                    className="dk-input"
                    value={draft[end]}
                    onChange={(event) => change({ [end]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        )}
      </Fixed>
    </Card>
  );
}
