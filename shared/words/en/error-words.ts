import type { ErrorWords } from '../../model/sync-error.ts';

const SAFE = 'Your files are untouched; nothing was lost.';

/** What happened and what to do. */
export const errorWords: ErrorWords = {
  'server-unreachable': {
    message: `GIIP cannot be reached. ${SAFE}`,
    help: 'Check the network and the API URL. Syncing goes on by itself as soon as GIIP answers.',
  },
  'server-timeout': {
    message: `GIIP did not answer in time. ${SAFE}`,
    help: 'Nothing to do: the next attempt comes by itself and first looks at what GIIP holds.',
  },
  'server-unavailable': {
    message: `GIIP reports an internal error. ${SAFE}`,
    help: 'Nothing to do here: the next attempt comes by itself. If it lasts, the cause is in tErrorLogs on the GIIP server.',
  },
  'server-rate-limited': {
    message: `GIIP asks for a pause between requests. ${SAFE}`,
    help: 'Nothing to do: syncing goes on when the pause is over.',
  },
  'server-answer-invalid': {
    message: `What answered is not a GIIP reply, so nothing in it was used. ${SAFE}`,
    help: 'Check the API URL; a proxy or a sign-in page may have answered instead of GIIP.',
  },
  'server-answer-too-large': {
    message: `GIIP's answer is larger than this application accepts, so nothing in it was used. ${SAFE}`,
    help: 'Ask the GIIP administrator to look at the size of the documents of this server number.',
  },
  'server-redirected': {
    message: `GIIP answered with a redirect, which is never followed because the request holds the Agent Token. ${SAFE}`,
    help: 'Enter the final API URL in the settings.',
  },
  'tls-failed': {
    message: `The secure connection to GIIP could not be verified, so nothing was sent. ${SAFE}`,
    help: "Check this computer's clock; in a company network, add the company's CA file in the settings (or by NODE_EXTRA_CA_CERTS).",
  },
  'proxy-failed': {
    message: `The proxy did not let the request through. ${SAFE}`,
    help: 'Check the proxy in the settings (or HTTPS_PROXY and NO_PROXY), or ask IT for access to the API host.',
  },
  'proxy-auth-required': {
    message: `The proxy wants a user name and a password, and has not accepted any. ${SAFE}`,
    help: 'Enter them in the settings under Network. A command takes them from HTTPS_PROXY only.',
  },
  'token-refused': {
    message: `GIIP refused the Agent Token. Syncing has stopped until you act. ${SAFE}`,
    help: 'Verify the Agent Token or have it reissued on GIIP, then enter it in the settings.',
  },
  'token-missing': {
    message: 'No Agent Token is set, so GIIP was not asked.',
    help: 'Enter the Agent Token in the window, or give it by OPENCLAW_SYNC_TOKEN, --token-stdin or --giip-config.',
  },
  'token-other-origin': {
    message: 'The stored Agent Token was entered for another API address and is not sent to this one.',
    help: 'Enter the Agent Token again for this API URL.',
  },
  'token-locked': {
    message: 'The keyring is locked, so the Agent Token cannot be read yet.',
    help: 'Unlock the keyring (usually by signing in to the desktop). Syncing goes on by itself then.',
  },
  'token-undecryptable': {
    message:
      'The stored Agent Token cannot be read any more: the keyring or the user profile has changed. Everything else is kept.',
    help: 'Enter the Agent Token once more.',
  },
  'token-not-provided': {
    message: `Your organisation provides the Agent Token for this computer, and it could not be had. ${SAFE}`,
    help: 'Tell your administrator what stands in brackets. Syncing goes on by itself as soon as the token is there.',
  },
  'parameter-refused': {
    message: `GIIP refused the request as malformed. ${SAFE}`,
    help: 'Check the server number (lssn) and the Agent Token.',
  },
  'api-url-invalid': {
    message: 'The API URL cannot be used.',
    help: 'Give an https address such as https://api.netbako.com/api; http is allowed to this computer only, and no user name, password or fragment.',
  },
  'lssn-invalid': {
    message: 'The server number (lssn) is not a whole number from 1 to 2147483647.',
    help: 'Use the number that GIIP shows for this server.',
  },
  'token-invalid': {
    message: 'The Agent Token is empty or still the sample text.',
    help: 'Use the Agent Token (sk) that GIIP issued for you.',
  },
  'workspace-not-set': {
    message: 'No Openclaw folder is chosen.',
    help: 'Choose the .openclaw folder in the window, or give it by --workspace.',
  },
  'workspace-missing': {
    message:
      'The Openclaw folder is not there. Syncing has stopped; a missing folder is never taken for deleted files.',
    help: 'Connect the drive or put the folder back, or choose another one.',
  },
  'workspace-replaced': {
    message:
      'Another folder stands where the Openclaw folder was. Syncing has stopped so that neither side is overwritten.',
    help: 'Put the right folder back, or confirm that this is the right one: it is then compared as on a first sync.',
  },
  'workspace-unreadable': {
    message: 'The Openclaw folder cannot be read. Nothing was changed.',
    help: 'Give this user the right to read and write the folder.',
  },
  'workspace-taken': {
    message:
      'This folder belongs to another connection already: it is the same folder, lies in it, or holds it. Two connections on one file would overwrite each other, so this one does not sync. Nothing was changed.',
    help: 'Choose a folder of its own for this connection, or remove the other one under Settings › Connection.',
  },
  'giip-config-unreadable': {
    message: 'The giipAgent.cfg cannot be read.',
    help: 'Check the path and the rights of the file.',
  },
  'giip-config-incomplete': {
    message: 'The giipAgent.cfg does not hold a usable token and server number.',
    help: 'Replace the sample values of sk and lssn in it, or enter them by hand.',
  },
  managed: {
    message: 'Your organisation manages this setting, so nothing was changed.',
    help: 'Ask your administrator to change it; what stands in brackets says where.',
  },
  usage: { message: 'The command was not understood.', help: 'See openclaw-sync --help.' },
  busy: {
    message: 'Another Openclaw Sync is at work on this folder.',
    help: 'Use the running one (its window has Sync now), or quit it first.',
  },
  'engine-ended': {
    message: `The part of this program that syncs ended unexpectedly and is started again. ${SAFE}`,
    help: 'Nothing has to be done; it tries again by itself. If it comes back, create a support bundle and give it to your support.',
  },
  'disk-full': {
    message: 'The disk is full. The file that was to be written is as it was.',
    help: 'Make room; syncing goes on by itself.',
  },
  'write-failed': {
    message: 'A file could not be written. It is as it was.',
    help: 'Close programs that hold the file and check its rights; the next cycle tries again.',
  },
  'state-unusable': {
    message: 'The database of this application cannot be used. Your files and GIIP are untouched.',
    help: 'Check the disk and the rights of the state folder. If the database is damaged, move it aside: the next sync compares as on a first one and overwrites nothing.',
  },
  'state-newer': {
    message: 'The database was written by a newer version of this application.',
    help: 'Install the newer version again.',
  },
  'push-replaces-everything': {
    message:
      'A test showed that this GIIP server drops everything that a push does not name. What it dropped was put back, and pushing has stopped.',
    help: 'Tell GIIP support; pulling goes on. Once GIIP keeps what a push does not name: openclaw-sync sync --approve.',
  },
  'no-such-conflict': {
    message: 'There is no conflict for this path.',
    help: 'See openclaw-sync status for the conflicts that wait.',
  },
  'no-such-version': {
    message: 'There is no such version.',
    help: 'See openclaw-sync history for the versions that are kept.',
  },
  'changed-meanwhile': {
    message: 'The file changed while this was being done, so nothing was written.',
    help: 'Look at it again and repeat your choice.',
  },
  'text-unusable': {
    message: 'This text cannot stand in this file, so nothing was written.',
    help: 'Correct the place that is named and save again.',
  },
  unexpected: {
    message: `Something unexpected happened. ${SAFE}`,
    help: 'See the log; the next cycle tries again.',
  },
};
