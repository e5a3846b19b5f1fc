import { App as AntApp } from 'antd';
import { useCallback, useState } from 'react';
import { bankRoutes, type BankMedia } from '@anquanli/contract/bank';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { formatNumber, useWords } from '../../lib/i18n';
import { useLoaded, useOrder } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { DeskButton } from '../../ui/desk/DeskButton';
import { LineAction } from '../../ui/desk/LineAction';
import { Note } from '../../ui/Note';
import { LoadState } from './components/LoadState';
import { SetHead } from './components/SetHead';
import { Thumb } from './components/Thumb';
import { UploadForm } from './components/UploadForm';
import { useSetMedia } from './components/use-set-media';
import { sizeText } from './model/media';
import { common } from './words-common';
import { mediaWords } from './words-media';

/** The pictures of a set and what is said about each. */
export default function MediaPage({ setId, isAdmin }: { setId: string; isAdmin: boolean }) {
  const t = useWords(mediaWords);
  const { message } = AntApp.useApp();
  const set = useLoaded(useCallback(() => call(bankRoutes.set, { params: { setId } }), [setId]));
  const pictures = useSetMedia(setId);
  useDocumentTitle(t('title'));
  if (set.value === null || pictures.loaded.value === null) {
    return (
      <LoadState
        failure={set.failure ?? pictures.loaded.failure}
        onRetry={() => {
          set.reload();
          pictures.loaded.reload();
        }}
      />
    );
  }
  return (
    <>
      <SetHead set={set.value} isAdmin={isAdmin} help={t('help')} />
      {isAdmin && (
        <Card title={t('upload')}>
          <UploadForm
            setId={setId}
            onUploaded={(media) => {
              pictures.put(media);
              void message.success(t('uploaded'));
            }}
          />
        </Card>
      )}
      <Card>
        {pictures.media.length === 0 ? (
          <div className="dk-empty">
            <b>{t('emptyTitle')}</b>
            {isAdmin && <p>{t('emptyHelp')}</p>}
          </div>
        ) : (
          <ul className="bk-media">
            {pictures.media.map((media) => (
              <Picture key={media.id} setId={setId} media={media} isAdmin={isAdmin} onChanged={pictures.put} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

interface PictureProps {
  setId: string;
  media: BankMedia;
  isAdmin: boolean;
  onChanged(media: BankMedia): void;
}

function Picture({ setId, media, isAdmin, onChanged }: PictureProps) {
  const t = useWords(mediaWords);
  const c = useWords(common);
  const { message } = AntApp.useApp();
  const [alt, setAlt] = useState<string | null>(null);
  const order = useOrder();
  const problem = useErrorText(order.failure);
  async function save() {
    if (alt === null || alt.trim() === '') return;
    const params = { setId, mediaId: media.id };
    const changed = await order.give(() => call(bankRoutes.describeMedia, { params, body: { alt: alt.trim() } }));
    if (changed === null) return;
    onChanged(changed);
    setAlt(null);
    void message.success(t('altSaved'));
  }
  return (
    <li>
      <Thumb media={media} id={media.id} />
      {alt === null ? (
        <p>{media.alt}</p>
      ) : (
        <textarea
          className="dk-input"
          aria-label={t('alt')}
          rows={2}
          maxLength={300}
          value={alt}
          onChange={(event) => setAlt(event.target.value)}
        />
      )}
      <small>
        {t('size', {
          width: formatNumber(media.width),
          height: formatNumber(media.height),
          bytes: sizeText(media.bytes),
        })}
        {' · '}
        {media.usedBy === 0 ? t('unused') : t('usedBy', { count: media.usedBy })}
      </small>
      {problem !== '' && <Note tone="no" title={problem} />}
      {isAdmin && alt === null && (
        <LineAction about={media.alt} onClick={() => setAlt(media.alt)}>
          {t('editAlt')}
        </LineAction>
      )}
      {alt !== null && (
        <span className="dk-actions bk-start">
          <DeskButton isBusy={order.isBusy} disabled={alt.trim() === ''} onClick={() => void save()}>
            {c('save')}
          </DeskButton>
          <DeskButton look="text" onClick={() => setAlt(null)}>
            {c('cancel')}
          </DeskButton>
        </span>
      )}
    </li>
  );
}
