import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failedLately, rememberFailure } from '../../../build/failed-attempt.mjs';

const hour = 60 * 60 * 1000;
let cache: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'failed-attempt-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

test('nothing is remembered at first', () => {
  expect(failedLately('45.4.1')).toBe(false);
});

test('a failure is remembered for a day', () => {
  rememberFailure('45.4.1');
  vi.advanceTimersByTime(23 * hour);
  expect(failedLately('45.4.1')).toBe(true);
  vi.advanceTimersByTime(2 * hour);
  expect(failedLately('45.4.1')).toBe(false);
});

test('another version is another question', () => {
  rememberFailure('45.4.1');
  expect(failedLately('45.5.0')).toBe(false);
});
