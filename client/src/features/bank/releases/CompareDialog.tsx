import { Modal } from 'antd';
import { useCallback, useState } from 'react';
import type { BankRelease } from '@anquanli/contract/bank';
import { bankReleaseRoutes } from '@anquanli/contract/bank-releases';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useLoaded } from '../../../lib/use-call';
import { Field } from '../../../ui/desk/Field';
import { Note } from '../../../ui/Note';
import { compareVersions } from '../model/release-groups';
import { releasesWords } from '../words-releases';
import { ComparisonView } from './ComparisonView';

interface CompareDialogProps {
  isOpen: boolean;
  setId: string;
  releases: readonly BankRelease[];
  onClose(): void;
}

export function CompareDialog({ isOpen, setId, releases, onClose }: CompareDialogProps) {
  const t = useWords(releasesWords);
  return (
    <Modal open={isOpen} onCancel={onClose} title={t('compareTitle')} footer={null} width={760} destroyOnHidden>
      <Compare setId={setId} versions={releases.map(({ version }) => version)} />
    </Modal>
  );
}

/** `versions` newest first; the two newest are laid side by side to begin with. */
function Compare({ setId, versions }: { setId: string; versions: readonly string[] }) {
  const t = useWords(releasesWords);
  const [to, setTo] = useState(versions[0] ?? '');
  const [from, setFrom] = useState(versions[1] ?? '');
  const [version, other] = compareVersions(from, to) <= 0 ? [from, to] : [to, from];
  const { value, failure } = useLoaded(
    useCallback(() => call(bankReleaseRoutes.compare, { params: { setId, version, other } }), [setId, version, other]),
  );
  const problem = useErrorText(failure);
  const choice = (label: string, chosen: string, choose: (next: string) => void) => (
    <Field label={label}>
      {(ids) => (
        <select {...ids} className="dk-input" value={chosen} onChange={(event) => choose(event.target.value)}>
          {versions.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <>
      <div className="dk-grid-2">
        {choice(t('from'), from, setFrom)}
        {choice(t('to'), to, setTo)}
      </div>
      {problem !== '' && <Note tone="no" title={problem} />}
      {value !== null && <ComparisonView setId={setId} comparison={value} />}
    </>
  );
}
