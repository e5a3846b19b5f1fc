import type { BankMedia } from '@anquanli/contract/bank';
import type { Registry } from '../components/use-registry';
import type { Draft } from '../model/draft';

interface PhonePreviewProps {
  draft: Draft;
  media: readonly BankMedia[];
  registry: Registry;
}

export function PhonePreview({ draft }: PhonePreviewProps) {
  return <div className="dk-card">{draft.stem}</div>;
}
