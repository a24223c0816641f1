import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../build/project-paths.mjs';

/** The rows of section 4 of the reliability research: group and how many it has. */
const GROUPS = { P: 36, J: 28, E: 14, Z: 8, H: 19, C: 5, D: 14, X: 12, L: 14 } as const;

const ROWS: readonly string[] = Object.entries(GROUPS).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, n) => `${group}${String(n + 1).padStart(2, '0')}`),
);

const ID = '[PJEZHCDXL]\\d\\d';

/** Where names of tests are written: the tests, and the table of refused names. Canaries are no row: they look at what we say in all of them. */
function sources(): readonly string[] {
  const here = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));
  return [...here, join('support', 'refused-names.ts')]
    .filter((name) => name !== 'every-row.test.ts' && !name.startsWith('canary'))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
}

/** Ids at the beginning of a text in quotes: `'P33 P34 two spellings …'`. */
function named(source: string): readonly string[] {
  return [...source.matchAll(new RegExp(`['"\`]((?:${ID} )+)\\S`, 'g'))].flatMap(([, ids = '']) =>
    ids.trim().split(' '),
  );
}

const TABLE = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => new RegExp(`^\\| ${ID} \\|`).test(line));
const LISTED = TABLE.map((line) => line.slice(2, 5));

/** Rows of which the table says what is missing, and which tests here prove as far as they can. */
const IN_PART = ['H04', 'H05', 'L05', 'P21', 'Z01'];

describe('no row is left out in silence', () => {
  test('there are 150', () => {
    expect(ROWS).toHaveLength(150);
  });

  test('each is the name of a test or stands in the table with its reason', () => {
    const proved = new Set(sources().flatMap(named));
    expect(ROWS.filter((row) => !proved.has(row) && !LISTED.includes(row))).toEqual([]);
    expect([...proved].filter((row) => !ROWS.includes(row))).toEqual([]);
    expect(LISTED.filter((row) => proved.has(row))).toEqual(IN_PART);
  });

  test('the table gives each a reason and a place, and the places are there', () => {
    expect(LISTED).toEqual([...LISTED].sort());
    for (const line of TABLE) {
      const [, , missing = '', why = '', where = ''] = line.split('|').map((cell) => cell.trim());
      for (const cell of [missing, why, where]) expect(cell.length, line).toBeGreaterThan(5);
      for (const [, path = ''] of where.matchAll(/`([^`]+)`/g))
        expect(existsSync(inProject(path)), path).toBe(true);
    }
  });

  test('every test of this layer says which rows it proves', () => {
    const titles = sources().flatMap((source) => [
      ...source.matchAll(/\b(?:test|plainTest)\(\s*(['"`])(.*)\1,/g),
    ]);
    expect(titles.length).toBeGreaterThan(50);
    for (const [, , title = ''] of titles) expect(title).toMatch(new RegExp(`^${ID} `));
  });
});
