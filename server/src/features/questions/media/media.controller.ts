import type { InputOf } from '@anquanli/contract/exchange.js';
import { mediaRoutes } from '@anquanli/contract/media.js';
import { Controller, Headers, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Handles } from '../../../platform/http/handles.js';
import { Input } from '../../../platform/http/parameters.js';
import { MediaService } from './media.service.js';

const FOR_EVER = 'public, max-age=31536000, immutable';
/** A drawing is a document that could hold a program: opened by itself it may do nothing but look. */
const NOTHING_BUT_LOOK = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/** Pictures, for anybody who was told their address. */
@Controller()
export class MediaController {
  constructor(private readonly media: MediaService) {}

  @Handles(mediaRoutes.get)
  async get(
    @Input() { params: { hash } }: InputOf<typeof mediaRoutes.get>,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const { mime, bytes } = await this.media.get(hash);
    const etag = `"${hash}"`;
    reply.headers({ etag, 'cache-control': FOR_EVER, 'content-security-policy': NOTHING_BUT_LOOK });
    if (known === etag) {
      reply.status(304);
      return undefined;
    }
    reply.type(mime);
    return bytes;
  }
}
