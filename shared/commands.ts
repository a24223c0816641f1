/** The commands of contract.md, and the rehearsal: words that make the program a command instead of the tray application. */
export const COMMANDS = [
  'sync',
  'watch',
  'status',
  'resolve',
  'history',
  'restore',
  'doctor',
  'policy',
  'support',
  'rehearse',
] as const;

export type Command = (typeof COMMANDS)[number];
