import type { AppSnapshot } from './model/app-snapshot.ts';

function count(amount: number, one: string, other: string): string {
  return `${new Intl.NumberFormat('en').format(amount)} ${amount === 1 ? one : other}`;
}

/** The state in a few words: the popup's status line, the tray's tooltip and the menu's first line say the same. */
export function statusWords({ state, pending, conflicts, held, error }: AppSnapshot): string {
  switch (state) {
    case 'setup':
      return 'Not connected yet';
    case 'inStep':
      return 'Everything is in step';
    case 'pending':
      return `${count(pending.length, 'change', 'changes')} to send`;
    case 'syncing':
      return 'Syncing';
    case 'paused':
      return 'Paused';
    case 'offline':
      return 'Waiting for GIIP';
    case 'conflict':
      return `${count(conflicts.length, 'conflict', 'conflicts')} to resolve`;
    case 'held':
      return `${count(held.length, 'item', 'items')} to review`;
    case 'error':
      return error?.code === 'token-refused' ? 'GIIP refused the token' : 'Needs your attention';
  }
}
