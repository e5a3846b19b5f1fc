import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { getMetadataArgsStorage } from 'typeorm';
import '../../src/app.module.js';
import { SnakeNaming } from '../../src/platform/database/snake-naming.js';
import { MYSQL_WORDS } from '../support/mysql-words.js';

const SOURCES = join(import.meta.dirname, '../../src');
/** What a hand-written statement, or a part of one, has in it. */
const IS_SQL = /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|ORDER BY|GROUP BY|JOIN|ON CONFLICT|ON DUPLICATE KEY)\b/;

/** Names in a statement: keywords are written in capitals in this house, names in small letters. */
function namesIn(sql: string): string[] {
  const bare = sql.replace(/'[^']*'/g, "''").replace(/"[^"]*"|`[^`]*`|:\w+/g, '');
  return bare.match(/(?<![\w$])[a-z][a-z0-9_]*(?![\w$])/g) ?? [];
}

function reservedIn(sql: string): string[] {
  return namesIn(sql).filter((name) => MYSQL_WORDS.has(name));
}

/** All texts of a source file, the pieces of a template put together. */
function textsOf(file: string, source: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('?'));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return texts;
}

describe('words that MySQL 8 keeps for itself', () => {
  it('are seen where a statement uses one as a name', () => {
    expect(reservedIn('SELECT rank, groups.name FROM live_round AS system WHERE id = ?')).toEqual([
      ...['rank', 'groups', 'system'],
    ]);
    expect(reservedIn("SELECT place FROM board WHERE kind = 'rank' ORDER BY `rows` DESC")).toEqual([]);
  });

  it('are no names in hand-written statements', async () => {
    const files = (await readdir(SOURCES, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file));
    const found: string[] = [];
    let statements = 0;
    for (const file of files) {
      const texts = textsOf(file, await readFile(join(SOURCES, file), 'utf8')).filter((text) => IS_SQL.test(text));
      statements += texts.length;
      found.push(...texts.flatMap((text) => reservedIn(text).map((name) => `${file}: ${name} in “${text}”`)));
    }
    expect(statements).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });

  it('are no names of tables and columns', () => {
    const { tables, columns } = getMetadataArgsStorage();
    const naming = new SnakeNaming();
    const names = [
      ...tables.map(({ name }) => name ?? ''),
      ...columns.map(({ propertyName, options }) => options.name ?? naming.columnName(propertyName, '', [])),
    ];
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name) => MYSQL_WORDS.has(name))).toEqual([]);
  });
});
