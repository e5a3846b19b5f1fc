import type { BankMedia } from '@anquanli/contract/bank';
import { mediaSource } from '../model/media';

/** A small picture; its id where it is not known. */
export function Thumb({ media, id }: { media: BankMedia | null; id: string }) {
  if (media === null) return <span className="bk-thumb bk-thumb-gone">{id}</span>;
  return <img className="bk-thumb" src={mediaSource(media)} alt={media.alt} loading="lazy" />;
}
