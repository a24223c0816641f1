import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

const allowed = [
  'README.md',
  'build',
  'electron',
  'package-lock.json',
  'package.json',
  'renderer',
  'shared',
  'test',
];

test('the top level holds the agreed files and folders, and dot-files', () => {
  const names = new Set(sourceFiles().map((file) => file.split('/', 1)[0] ?? file));
  const unexpected = [...names].filter(
    (name) => !name.startsWith('.') && ![...allowed, 'tsconfig.json'].includes(name),
  );
  expect(unexpected).toEqual([]);
});
