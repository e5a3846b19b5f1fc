import { expect, it } from '@jest/globals';
import { figureIn } from './sample.js';

const PAGE = `# HELP anquanli_rounds Rounds in memory by phase.
# TYPE anquanli_rounds gauge
anquanli_rounds{phase="lobby"} 2
anquanli_rounds{phase="finished"} 3
# TYPE anquanli_rounds_other gauge
anquanli_rounds_other 50
# TYPE process_open_fds gauge
process_open_fds 41
# TYPE anquanli_answers_waiting gauge
`;

it.each([
  ['anquanli_rounds', 5],
  ['process_open_fds', 41],
  ['anquanli_answers_waiting', 0],
])('the figure %s is read over all its labels', (name, value) => expect(figureIn(PAGE, name)).toBe(value));

it('a figure that the server does not have is not taken for none', () => {
  expect(() => figureIn(PAGE, 'anquanli_seats')).toThrow('no figure anquanli_seats');
});
