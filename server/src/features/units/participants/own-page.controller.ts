import type { InputOf } from '@anquanli/contract/exchange.js';
import { peopleRoutes as routes } from '@anquanli/contract/people.js';
import { Controller, StreamableFile } from '@nestjs/common';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { Input, PersonToken } from '../../../platform/http/parameters.js';
import { OwnPageService } from './own-page.service.js';

/** The own data of a registered person. */
@Controller()
export class OwnPageController {
  constructor(private readonly pages: OwnPageService) {}

  @Handles(routes.me)
  async me(@PersonToken() personToken: string) {
    return valueOf(await this.pages.page(personToken));
  }

  @Handles(routes.setEmployeeNo)
  async setEmployeeNo(@Input() { body }: InputOf<typeof routes.setEmployeeNo>, @PersonToken() personToken: string) {
    return valueOf(await this.pages.setEmployeeNo(personToken, body.employeeNo));
  }

  @Handles(routes.newRecoveryCode)
  async newRecoveryCode(@PersonToken() personToken: string) {
    return valueOf(await this.pages.newRecoveryCode(personToken));
  }

  @Handles(routes.signOutOthers)
  async signOutOthers(@PersonToken() personToken: string) {
    return valueOf(await this.pages.signOutOthers(personToken));
  }

  @Handles(routes.exportMe)
  async exportMe(@PersonToken() personToken: string) {
    return jsonFile(valueOf(await this.pages.export(personToken)));
  }

  @Handles(routes.eraseMe)
  async eraseMe(@Input() { body }: InputOf<typeof routes.eraseMe>, @PersonToken() personToken: string) {
    valueOf(await this.pages.erase(personToken, body.name));
    return { ok: true };
  }
}

/** A file to keep. */
export function jsonFile(content: unknown): StreamableFile {
  const disposition = 'attachment; filename="personal-data.json"';
  return new StreamableFile(Buffer.from(JSON.stringify(content, null, 2)), { type: 'application/json', disposition });
}
