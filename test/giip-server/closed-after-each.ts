import { afterEach } from 'vitest';

type Closing = { close(): Promise<void> };

/** Takes what a test opens and closes it when that test has ended, the last one first. Call it once in a file. */
export function closedAfterEach(): <T extends Closing>(one: T) => T {
  const opened: Closing[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  });
  return (one) => {
    opened.push(one);
    return one;
  };
}
