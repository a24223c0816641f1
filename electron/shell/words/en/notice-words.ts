/** What notifications say. Names of files, never what is in them. */
export const noticeWords = {
  token: {
    title: 'The Agent Token does not work',
    body: 'Syncing has stopped; your files are untouched. Click to see what to do.',
  },
  heldTitle: (amount: number) => (amount === 1 ? 'An item waits for you' : `${amount} items wait for you`),
  heldBody: 'Nothing happens to them until you have looked.',
  conflictTitle: (amount: number) =>
    amount === 1 ? 'A conflict to resolve' : `${amount} conflicts to resolve`,
  conflictBody: 'Both versions are kept as they are.',
  stale: {
    title: 'Nothing synced for a day',
    body: 'Your files here are safe. Click to see what is in the way.',
  },
  well: { title: 'All is well again', body: 'Everything is in step.' },
  more: (amount: number) => `and ${amount} more`,
};

export type NoticeWords = typeof noticeWords;
