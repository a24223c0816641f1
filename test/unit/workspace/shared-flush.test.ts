import { expect, test } from 'vitest';
import { createSharedFlush } from '../../../electron/workspace/shared-flush.ts';

/** A flush that ends when it is told to. */
function slowFlush() {
  const ends: (() => void)[] = [];
  const flush = (): Promise<void> => new Promise((resolve) => ends.push(resolve));
  return { flush, begun: () => ends.length, end: () => ends.at(-1)?.() };
}

test('who asks while a flush is under way gets the next one, together with all others', async () => {
  const shared = createSharedFlush();
  const { flush, begun, end } = slowFlush();
  const first = shared('docs', flush);
  const done: string[] = [];
  const later = ['a', 'b'].map((name) => shared('docs', flush).then(() => done.push(name)));
  expect(begun()).toBe(1);
  end();
  await first;
  await expect.poll(begun).toBe(2);
  expect(done).toEqual([]);
  end();
  await Promise.all(later);
  expect([begun(), done.sort()]).toEqual([2, ['a', 'b']]);
});

test('folders do not wait for each other, and a flush that fails is told to those who shared it', async () => {
  const shared = createSharedFlush();
  const { flush, begun, end } = slowFlush();
  const failing = shared('docs', () => Promise.reject(new Error('EIO')));
  const next = shared('docs', flush);
  void shared('configs', flush);
  await expect(failing).rejects.toThrow('EIO');
  await expect.poll(begun).toBe(2);
  end();
  await expect(next).resolves.toBeUndefined();
});
