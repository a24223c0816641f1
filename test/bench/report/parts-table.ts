import type { Part } from '../support/figures.ts';
import { table } from './format.ts';

function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;
}

/** A cell must stay one line, and what a program said may be long. */
function cell(gap: string): string {
  return gap.replaceAll(/\s+/g, ' ').replaceAll('|', '/').slice(0, 300);
}

/** How long each part took, and what it could not measure. */
export function partsTable(parts: Readonly<Record<string, Part>>): string {
  const rows = Object.entries(parts).map(([name, { seconds, gaps, isWhole }]) => [
    name,
    `${minutes(seconds)}${isWhole ? '' : ', broke off'}`,
    gaps.map(cell).join('<br>'),
  ]);
  const all = Object.values(parts).reduce((sum, { seconds }) => sum + seconds, 0);
  return table(['part', 'minutes', 'not measured'], [...rows, ['all', minutes(all), '']]);
}
