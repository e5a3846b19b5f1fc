import { bankReleaseRoutes as routes } from '@anquanli/contract/bank-releases.js';
import type { InputOf } from '@anquanli/contract/exchange.js';
import { Controller, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { ReleaseService } from './release.service.js';
import { SetFiles } from './set-files.service.js';

/** Versions: what would be released, releasing, withdrawing, comparing, carrying away. */
@Controller()
export class ReleaseController {
  constructor(
    private readonly releases: ReleaseService,
    private readonly files: SetFiles,
  ) {}

  @Handles(routes.plan)
  async plan(@Input() { params, query }: InputOf<typeof routes.plan>) {
    return valueOf(await this.releases.plan(params.setId, query.version));
  }

  @Handles(routes.release)
  async release(@Input() { params, body }: InputOf<typeof routes.release>, @CurrentActor() actor: Actor) {
    return valueOf(await this.releases.release(params.setId, body.version, actor.accountId));
  }

  @Handles(routes.withdraw)
  async withdraw(@Input() { params, body }: InputOf<typeof routes.withdraw>, @CurrentActor() actor: Actor) {
    return valueOf(await this.releases.withdraw(params.setId, params.version, actor.accountId, body.reason));
  }

  @Handles(routes.compare)
  async compare(@Input() { params }: InputOf<typeof routes.compare>) {
    return valueOf(await this.releases.compare(params.setId, params.version, params.other));
  }

  @Handles(routes.download)
  async download(@Input() { params }: InputOf<typeof routes.download>) {
    return attached(valueOf(await this.files.release(params.setId, params.version)));
  }

  @Handles(routes.exportSet)
  async exportSet(@Input() { params, query }: InputOf<typeof routes.exportSet>) {
    return attached(valueOf(await this.files.workingSet(params.setId, query.format)));
  }

  @Handles(routes.template)
  async template() {
    return attached(await this.files.template());
  }
}

function attached({ bytes, type, name }: { bytes: Uint8Array; type: string; name: string }): StreamableFile {
  return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"` });
}
