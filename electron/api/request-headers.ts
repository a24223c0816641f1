/** What goes with every request, whichever network stack sends it. */
export const REQUEST_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  accept: 'application/json',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'openclaw-sync',
} as const;
