import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inCache } from './project-paths.mjs';

const oneDay = 24 * 60 * 60 * 1000;

const note = () => inCache('electron', 'official-failed.json');

/**
 * Whether the official release of this version was asked for in vain less than a day ago.
 * @param {string} version
 * @returns {boolean}
 */
export function failedLately(version) {
  try {
    const last = JSON.parse(readFileSync(note(), 'utf8'));
    return last.version === version && Date.now() - last.time < oneDay;
  } catch {
    return false;
  }
}

/** @param {string} version */
export function rememberFailure(version) {
  mkdirSync(dirname(note()), { recursive: true });
  writeFileSync(note(), JSON.stringify({ version, time: Date.now() }));
}
