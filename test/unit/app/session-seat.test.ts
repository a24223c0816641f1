import { expect, test } from 'vitest';
import { createSessionSeat, type Seated } from '../../../electron/app/session-seat.ts';

/** A session that only says when it begins and ends; ending can fail, as a disk can. */
function seated(name: string, said: string[], stop: () => Promise<void> = async () => undefined): Seated {
  const session = {
    start: () => void said.push(`${name} starts`),
    stop: async () => {
      said.push(`${name} stops`);
      await stop();
    },
  };
  return { session, atWork: { name } } as unknown as Seated;
}

test('one sits at a time, in the order in which they came', async () => {
  const said: string[] = [];
  const seat = createSessionSeat(() => undefined);
  await Promise.all([seat.take(() => seated('a', said)), seat.take(() => seated('b', said))]);
  expect(said).toEqual(['a starts', 'a stops', 'b starts']);
  await seat.end();
  expect(said.at(-1)).toBe('b stops');
});

test('one that cannot be ended fails that change alone, not every later one', async () => {
  const said: string[] = [];
  const seat = createSessionSeat(() => undefined);
  await seat.take(() => seated('a', said, () => Promise.reject(new Error('the disk is full'))));
  await expect(seat.take(() => seated('b', said))).rejects.toThrow('the disk is full');
  await seat.take(() => seated('c', said));
  expect(said).toEqual(['a starts', 'a stops', 'c starts']);
  expect(seat.current()).not.toBeNull();
});
