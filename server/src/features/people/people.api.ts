export { PeopleService, type NewPerson } from './people.service.js';
export { PeopleModule } from './people.module.js';
