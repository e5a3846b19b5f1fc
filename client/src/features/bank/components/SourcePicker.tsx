import { Select } from 'antd';
import { useWords } from '../../../lib/i18n';
import { isSourceMatching } from '../model/source-search';
import { common } from '../words-common';
import { editorWords } from '../words-editor';
import type { Registry } from './use-registry';

interface SourcePickerProps {
  id: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
  registry: Registry;
  value: string;
  onChange(id: string): void;
}

/** A source of the registry, found by title, number, issuer or id. */
export function SourcePicker({ registry, value, onChange, ...ids }: SourcePickerProps) {
  const t = useWords(editorWords);
  const c = useWords(common);
  return (
    <Select
      {...ids}
      className="bk-source-picker"
      aria-label={t('sourceSearch')}
      placeholder={t('sourceSearch')}
      value={value === '' ? undefined : value}
      onChange={onChange}
      status={ids['aria-invalid'] ? 'error' : ''}
      showSearch={{
        filterOption: (typed, option) => {
          const entry = registry.source(String(option?.value ?? ''));
          return entry !== null && isSourceMatching(entry.source, typed);
        },
      }}
      onOpenChange={(isOpen) => {
        if (isOpen) nameList(`${ids.id}_list`, t('sourceSearch'));
      }}
      notFoundContent={t('sourceNone')}
      popupMatchSelectWidth={false}
      options={registry.sources.map(({ source }) => ({ value: source.id, label: source.title }))}
      optionRender={({ value: id }) => {
        const entry = registry.source(String(id));
        if (entry === null) return null;
        const { source, hasChanged } = entry;
        return (
          <span className="bk-source-option">
            {source.title}
            <small className={hasChanged ? 'changed' : ''}>
              {[c(`sourceKind_${source.kind}`), source.number, c(`sourceStatus_${source.status}`)]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
        );
      }}
    />
  );
}

/** The list that opens has no name of its own, and no property to give it one. */
function nameList(id: string, label: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.setAttribute('aria-label', label));
}
