import { useState } from 'react';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { FieldGroup } from '../../../ui/desk/Field';
import { MediaDialog } from '../components/MediaDialog';
import { Thumb } from '../components/Thumb';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';

const MOST = 4;

/** The pictures of a question: of a hot-spot the one that is searched. */
export function PicturesField({ draft, change, problem, media, setId, onMedia }: EditorPart) {
  const t = useWords(editorWords);
  const [isChoosing, setChoosing] = useState(false);
  const isOne = draft.kind === 'hotspot';
  const shown = isOne ? draft.media.slice(0, 1) : draft.media;
  const isFull = shown.length >= (isOne ? 1 : MOST);
  return (
    <FieldGroup
      label={t(isOne ? 'pictureOne' : 'pictures')}
      help={t(isOne ? 'pictureOneHelp' : 'picturesHelp')}
      problem={problem('media')}
    >
      <ul className="bk-thumbs">
        {shown.map((id) => (
          <li key={id}>
            <Thumb media={media.find((each) => each.id === id) ?? null} id={id} />
            <button
              type="button"
              className="dk-link"
              onClick={() => change({ ...draft, media: draft.media.filter((each) => each !== id) })}
            >
              {t('removePicture')}
            </button>
          </li>
        ))}
        {(!isFull || isOne) && (
          <li>
            <DeskButton icon={isFull ? 'pencil' : 'plus'} onClick={() => setChoosing(true)}>
              {t(isFull ? 'changePicture' : 'choosePicture')}
            </DeskButton>
          </li>
        )}
      </ul>
      <MediaDialog
        isOpen={isChoosing}
        setId={setId}
        media={media}
        onClose={() => setChoosing(false)}
        onMedia={onMedia}
        onChosen={({ id }) => {
          setChoosing(false);
          change({ ...draft, media: isOne ? [id] : [...draft.media.filter((each) => each !== id), id] });
        }}
      />
    </FieldGroup>
  );
}
