/** The words about several connections. */
export const connectionsText = {
  title: 'Connections',
  list: 'All connections',
  add: 'Add a connection…',
  compare: 'Compare configs…',
  addTitle: 'Add a connection',
  lssn: (lssn: number) => `Server number (lssn) ${lssn}`,
  change: 'Change…',
  pause: 'Pause',
  resume: 'Resume',
  remove: 'Remove…',
  confirm: {
    title: (name: string) => `Remove ${name}?`,
    files: 'Syncing of this folder stops. Its files stay as they are, here and on GIIP.',
    history: (days: string) =>
      `Earlier versions stay on this computer for ${days}; they are there again when you connect the same folder once more.`,
    token: 'The Agent Token of this connection is deleted from this computer.',
    yes: 'Remove',
    no: 'Keep it',
  },
  removed: (name: string) => `Removed: ${name}. Its files are untouched.`,
};

/** What a language must have of it. */
export type ConnectionsText = typeof connectionsText;
