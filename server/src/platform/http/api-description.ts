import { ROUTE_GROUPS } from '@anquanli/contract/all-routes.js';
import { Injectable } from '@nestjs/common';
import { openApiOf } from './open-api.js';

/** The contract as an OpenAPI document, made when somebody first asks: it cannot change while the server runs. */
@Injectable()
export class ApiDescription {
  private made: string | null = null;

  text(): string {
    this.made ??= JSON.stringify(openApiOf(ROUTE_GROUPS));
    return this.made;
  }
}
