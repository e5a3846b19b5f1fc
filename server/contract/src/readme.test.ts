import { ALL_ROUTES } from './all-routes.js';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { Refusal } from './error.js';
import type { Exchange, Notice, Route } from './exchange.js';
import { playerExchanges, playerNotices } from './live.js';
import { hostExchanges, hostNotices } from './live-host.js';
import { stageExchanges, stageNotices } from './live-stage.js';
import { BYE_REASONS, ERROR_CODES, PHASES } from './vocabulary.js';

/** Examples carry their role after the language: ```json request. */
type Role = 'body' | 'reply' | 'request' | 'ack' | 'payload' | 'refused';
type Schema = z.core.$ZodType;
interface Example {
  readonly role: Role;
  readonly value: unknown;
}

const manual = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

const audiences: { title: string; exchanges: Record<string, Exchange>; notices: Record<string, Notice> }[] = [
  { title: 'Players', exchanges: playerExchanges, notices: playerNotices },
  { title: 'Stage', exchanges: stageExchanges, notices: stageNotices },
  { title: 'Host', exchanges: hostExchanges, notices: hostNotices },
];

/** The text under `## chapter`, up to the next chapter. */
function chapter(title: string): string {
  return manual.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
}

/** The examples under `#### name` in a text. */
function examplesUnder(text: string, name: string): Example[] {
  const section = text.split(/^#{2,4} /m).find((part) => part.startsWith(`\`${name}\`\n`)) ?? '';
  return [...section.matchAll(/^```json (\w+)\n([\s\S]*?)^```/gm)].map(([, role, json]) => ({
    role: role as Role,
    value: JSON.parse(json ?? ''),
  }));
}

/** Is there an example of this very schema under some route? What several routes answer alike is shown once. */
function isShown(role: 'body' | 'reply', schema: Schema): boolean {
  return ALL_ROUTES.some(
    (route) => route[role] === schema && examplesUnder(manual, nameOf(route)).some((example) => example.role === role),
  );
}

/** Every example of a role parses, and there is at least one. */
function expectExamples(examples: readonly Example[], role: Role, schema: Schema): void {
  expect(examples.filter((example) => example.role === role)).not.toHaveLength(0);
  expectParsing(examples, role, schema);
}

function expectParsing(examples: readonly Example[], role: Role, schema: Schema): void {
  for (const example of examples) {
    if (example.role === role) expect(z.safeParse(schema, example.value)).toMatchObject({ success: true });
  }
}

function expectRefusals(examples: readonly Example[]): void {
  expectParsing(examples, 'refused', Refusal);
}

describe('the protocol manual', () => {
  it.each(ALL_ROUTES.map((route) => [nameOf(route), route] as const))('explains %s', (name, route) => {
    const examples = examplesUnder(manual, name);
    expect(manual).toContain(`#### \`${name}\`\n`);
    for (const role of ['body', 'reply'] as const) {
      const schema = route[role];
      if (!schema) continue;
      expect(isShown(role, schema)).toBe(true);
      expectParsing(examples, role, schema);
    }
    expectRefusals(examples);
  });

  describe.each(audiences)('for $title', ({ title, exchanges, notices }) => {
    it.each(Object.values(exchanges))('explains the exchange $name', ({ name, request, reply }) => {
      const examples = examplesUnder(chapter(`${title}: exchanges`), name);
      expectExamples(examples, 'request', request);
      expectExamples(examples, 'ack', reply);
      for (const { role, value } of examples) if (role === 'ack') expect(value).toMatchObject({ ok: true });
      expectRefusals(examples);
    });

    it.each(Object.values(notices))('explains the notice $name', ({ name, payload }) => {
      // A notice of the same kind for all is explained once, to the players.
      expectExamples(examplesUnder(chapter(`${title}: notices`), name), 'payload', payload);
    });
  });

  it.each(ERROR_CODES)('lists the error code %s with its status and meaning', (code) => {
    expect(chapter('Error codes')).toMatch(new RegExp(`^\\| \`${code}\` +\\| [45]\\d\\d +\\| .*\\w.* \\|$`, 'm'));
  });

  it.each(BYE_REASONS)('says what to do after a bye for the reason %s', (reason) => {
    expect(chapter('Players: notices')).toMatch(new RegExp(`^\\| \`${reason}\` +\\| .*\\w.* \\|$`, 'm'));
  });

  it.each(PHASES)('says who sees what in the phase %s', (phase) => {
    expect(chapter('Views, versions, and healing')).toMatch(new RegExp(`^\\| \`${phase}\` +\\|`, 'm'));
  });
});
