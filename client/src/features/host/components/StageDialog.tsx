import { Modal } from 'antd';
import type { HostView } from '@anquanli/contract/live-host';
import { useWords } from '../../../lib/i18n';
import { deskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { dialogWords } from '../words-dialogs';

interface StageDialogProps {
  isOpen: boolean;
  view: HostView;
  onClose(): void;
}

/** The stage on this computer, or by its code on the one of the venue. */
export function StageDialog({ isOpen, view, onClose }: StageDialogProps) {
  const t = useWords(dialogWords);
  return (
    <Modal open={isOpen} onCancel={onClose} title={t('stageDialog')} footer={null} width={560}>
      <div className="dk-ways">
        <section>
          <h3>{t('stageDialogHere')}</h3>
          <p>{t('stageDialogHereHelp')}</p>
          <a
            className={`${deskButton('primary')} dk-wide`}
            href={`/stage/${view.stageCode}`}
            target="_blank"
            rel="noopener"
          >
            <Icon name="eye" />
            {t('openHere')}
          </a>
        </section>
        <section>
          <h3>{t('stageDialogOther')}</h3>
          <p>{t('stageDialogOtherHelp')}</p>
          <p className="dk-address">{new URL('/stage', view.joinUrl).href}</p>
          <p className="dk-code">
            <span>{t('stageCode')}</span>
            <b className="num">
              {view.stageCode.slice(0, 4)} {view.stageCode.slice(4)}
            </b>
          </p>
        </section>
      </div>
    </Modal>
  );
}
