import { Modal } from 'antd';
import type { BankMedia } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { mediaWords } from '../words-media';
import { Thumb } from './Thumb';
import { UploadForm } from './UploadForm';

interface MediaDialogProps {
  isOpen: boolean;
  setId: string;
  media: readonly BankMedia[];
  onClose(): void;
  onMedia(media: BankMedia): void;
  onChosen(media: BankMedia): void;
}

/** Chooses a picture of the set, or brings a new one in. */
export function MediaDialog({ isOpen, setId, media, onClose, onMedia, onChosen }: MediaDialogProps) {
  const t = useWords(mediaWords);
  return (
    <Modal open={isOpen} onCancel={onClose} title={t('chooseTitle')} footer={null} width={760} destroyOnHidden>
      <UploadForm
        setId={setId}
        onUploaded={(uploaded) => {
          onMedia(uploaded);
          onChosen(uploaded);
        }}
      />
      {media.length > 0 && (
        <ul className="bk-media">
          {media.map((each) => (
            <li key={each.id}>
              <Thumb media={each} id={each.id} />
              <p>{each.alt}</p>
              <DeskButton onClick={() => onChosen(each)}>
                {t('choose')}
                <span className="vh"> {each.alt}</span>
              </DeskButton>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
}
