import type { MediaView } from '@anquanli/contract/question';
import { Picture } from '../question/picture/Picture';

/** The pictures of a question, small, as a desk lists them; nothing where there is none. */
export function QuestionPictures({ media }: { media: readonly MediaView[] }) {
  if (media.length === 0) return null;
  return (
    <div className="dk-pics">
      {media.map((picture) => (
        <Picture key={picture.src} media={picture} />
      ))}
    </div>
  );
}
