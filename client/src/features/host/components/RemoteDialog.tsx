import { Modal } from 'antd';
import { useWords } from '../../../lib/i18n';
import { RemotePairing } from './RemotePairing';
import { remoteWords } from '../words-remote';

interface RemoteDialogProps {
  isOpen: boolean;
  roundId: string;
  onClose(): void;
}

export function RemoteDialog({ isOpen, roundId, onClose }: RemoteDialogProps) {
  const t = useWords(remoteWords);
  return (
    <Modal open={isOpen} onCancel={onClose} title={t('title')} footer={null} destroyOnHidden width={440}>
      {isOpen && <RemotePairing roundId={roundId} onClose={onClose} />}
    </Modal>
  );
}
