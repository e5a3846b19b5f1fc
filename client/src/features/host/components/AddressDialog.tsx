import { Modal } from 'antd';
import type { HostView } from '@anquanli/contract/live-host';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { dialogWords } from '../words-dialogs';
import type { GiveOrder } from './use-give-order';

interface AddressDialogProps {
  isOpen: boolean;
  view: HostView;
  give: GiveOrder;
  onClose(): void;
}

/** Which of the machine's addresses the QR code says. */
export function AddressDialog({ isOpen, view, give, onClose }: AddressDialogProps) {
  const t = useWords(dialogWords);
  const current = new URL(view.joinUrl).origin;
  return (
    <Modal open={isOpen} onCancel={onClose} title={t('addressDialog')} footer={null} width={480}>
      <p className="dk-lead">{t('addressDialogHelp')}</p>
      <ul className="dk-deeds">
        {view.joinOrigins.map((origin) => (
          <li key={origin}>
            <b className="num">{origin.replace(/^https?:\/\//, '')}</b>
            {origin === current ? (
              <span className="dk-st ok">
                <Icon name="tick" />
                {t('addressNow')}
              </span>
            ) : (
              <DeskButton onClick={() => void give({ command: 'join_origin', origin })}>{t('addressUse')}</DeskButton>
            )}
          </li>
        ))}
      </ul>
      <p className="dk-note">
        <span>{t('addressOther')}</span>
      </p>
    </Modal>
  );
}
