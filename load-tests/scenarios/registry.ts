import type { Scenario } from '../src/scenario.js';
import { contestMorningScenario } from './contest-morning.js';
import { curveScenario } from './curve.js';
import { faultsScenario } from './faults.js';
import { fullRoundScenario } from './full-round.js';
import { ranksAtAMillionScenario } from './ranks-at-a-million.js';
import { simulateMonthScenario } from './simulate-month.js';
import { soakScenario } from './soak.js';
import { joinStormScenario, reconnectStormScenario } from './storms.js';

/** All scenarios of `npm run load`, in the order of the help. */
export const SCENARIOS: readonly Scenario[] = [
  fullRoundScenario,
  curveScenario,
  joinStormScenario,
  reconnectStormScenario,
  soakScenario,
  faultsScenario,
  contestMorningScenario,
  ranksAtAMillionScenario,
  simulateMonthScenario,
];
