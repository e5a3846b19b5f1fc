import { busContract } from '../../../test/contracts/bus.contract.js';
import { LocalBus } from './local-bus.js';

busContract('one process', () => {
  const bus = new LocalBus();
  return Promise.resolve({ bus, other: null, close: () => bus.close() });
});
