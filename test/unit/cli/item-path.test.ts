import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { itemPath } from '../../../electron/cli/item-path.ts';

const workspace = resolve('/home/me/.openclaw');

test.for([
  ['docs/a.md', 'docs/a.md'],
  ['configs/a.json', 'configs/a.json'],
  ['./docs/a.md', 'docs/a.md'],
  ['docs\\sub\\a.md', 'docs/sub/a.md'],
  [resolve(workspace, 'docs/sub/a.md'), 'docs/sub/a.md'],
  [resolve(workspace, 'configs', '..', 'docs', 'a.md'), 'docs/a.md'],
  ['/elsewhere/docs/a.md', '/elsewhere/docs/a.md'],
  ['a.md', 'a.md'],
] as const)('%s is %s', ([typed, item]) => {
  expect(itemPath(workspace, typed)).toBe(item);
});
