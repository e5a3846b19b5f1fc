export { PeopleService, type NewPerson } from './people.service.js';
export { PeopleModule } from './people.module.js';
export type { TokenOrigin } from './entities/person-token.entity.js';
