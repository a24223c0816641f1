import { expect, test } from 'vitest';
import { pushBody } from '../../../electron/api/push-batches.ts';
import type { PushItem } from '../../../electron/sync/ports.ts';
import { HeldSection } from '../../bench/giip/held-section.ts';
import { readPut } from '../../bench/giip/read-put.ts';

const doc = (wire: string, text: string): PushItem => ({ section: 'doc', wire, text });

test('what the bench cuts out of a push is what the product put in', () => {
  const items = [
    doc('docs/a.md', 'plain'),
    doc('docs/quo"te.md', 'a text with {"doc_path":"docs/b.md","doc_content":"x"} in it'),
    doc('docs/back\\slash.md', '한국어\r\n'),
    { section: 'config', wire: 'a.json', text: '{"n":1}' } as const,
  ];
  const { at, lssn, configs, docs } = readPut(Buffer.from(pushBody('sk', 71, items)));
  expect({ at, lssn }).toEqual({ at: 'sk', lssn: 71 });
  expect(configs.map(({ key, bytes }) => [key, String(bytes)])).toEqual([['a.json', '"a.json":{"n":1}']]);
  expect(docs.map(({ bytes }) => JSON.parse(String(bytes)) as unknown)).toEqual(
    items.slice(0, 3).map(({ wire, text }) => ({ doc_path: wire, doc_content: text })),
  );
  expect(docs.map(({ key }) => key)).toEqual(items.slice(0, 3).map(({ wire }) => wire));
});

test('a section is sent whole, whatever changed in it', () => {
  const section = new HeldSection('doc');
  const held = (): unknown => JSON.parse(`[${Buffer.concat([...section.blocks()])}]`);
  expect(held()).toEqual([]);
  for (let place = 0; place < 600; place += 1) section.put(`k${place}`, Buffer.from(String(place)));
  expect(held()).toEqual(Array.from({ length: 600 }, (_, place) => place));
  section.put('k3', Buffer.from('-3'));
  section.put('k600', Buffer.from('600'));
  expect(held()).toEqual(Array.from({ length: 601 }, (_, place) => (place === 3 ? -3 : place)));
});

test('the hash changes with the items and only with them, unless another one is asked for', () => {
  const section = new HeldSection('doc');
  section.put('k', Buffer.from('1'));
  const first = section.hash;
  section.put('k', Buffer.from('1'));
  expect(section.hash).toBe(first);
  section.put('k', Buffer.from('2'));
  expect(section.hash).not.toBe(first);
  const second = section.hash;
  section.renewHash();
  expect(section.hash).not.toBe(second);
});
