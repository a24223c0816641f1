import { expect } from 'vitest';

const MAX_TOLD = 8;

/** Tries every one, whatever became of those before it, and tells of all that went wrong at once. */
export async function tryAll<T>(trials: readonly T[], one: (trial: T) => Promise<void>): Promise<void> {
  const wrong: string[] = [];
  for (const trial of trials) {
    if (wrong.length > MAX_TOLD) break;
    await one(trial).catch((error: unknown) => wrong.push(messageOf(error)));
  }
  expect(wrong).toEqual([]);
}

/** With what differs, where the assertion library knows it. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { actual, expected } = error as { readonly actual?: unknown; readonly expected?: unknown };
  return `${error.message} | ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`;
}
