import type { KeyboardEvent } from 'react';
import { ROW_STEPS } from '../../components/row-steps.ts';

/** Arrow keys, Home and End move the focus among the rows of a list of which one takes Tab. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  const step = ROW_STEPS[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  rows[step(at, rows.length - 1)]?.focus();
}
