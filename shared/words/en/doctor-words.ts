import type {
  DoctorCheckId,
  DoctorFacts,
  DoctorProxySource,
  DoctorStatus,
  DoctorWords,
  TokenPlace,
} from '../../model/doctor.ts';
import { moment, size } from '../doctor-amounts.ts';

const NAMES: Readonly<Record<DoctorCheckId, string>> = {
  settings: 'Settings',
  policy: 'Machine policy',
  folder: 'Folder',
  'file-names': 'File names',
  'folder-disk': 'Disk of the folder',
  'state-folder': 'State folder',
  'state-disk': 'Disk of the state',
  database: 'Database',
  'same-folder': 'Same folder',
  proxy: 'Proxy',
  dns: 'DNS',
  connection: 'Connection',
  tls: 'TLS',
  push: 'PutOpenclawSync',
  clock: 'Clock',
  token: 'Token',
  pull: 'GetOpenclawSync',
  'token-accepted': 'Token at GIIP',
  lssn: 'Server number',
  keyring: 'Keyring',
  tray: 'Tray',
  autostart: 'Start at sign-in',
  watcher: 'File watcher',
  'last-success': 'Last success',
  agreement: 'Agreement',
};

const STATUS: Readonly<Record<DoctorStatus, string>> = {
  ok: 'OK',
  warning: 'Attention',
  failed: 'Problem',
  skipped: 'Not checked',
};

const PLACES: Readonly<Record<TokenPlace, string>> = {
  stdin: 'It came by standard input.',
  environment: 'It comes from OPENCLAW_SYNC_TOKEN.',
  'giip-config': 'It comes from giipAgent.cfg.',
  policy: 'The machine policy provides it.',
  store: 'It is stored, encrypted by this system.',
  'this-run-only': 'It is kept until the program ends.',
  rehearsal: 'It belongs to the rehearsal.',
};

const NO_PROXY: Readonly<Record<DoctorFacts['proxy-none']['why'], string>> = {
  loopback: 'None is used: the API is on this computer.',
  setting: 'None is used, as the settings say.',
  policy: 'None is used, as the machine policy says.',
  environment: 'None is used for this host: NO_PROXY names it.',
  system: 'None is used.',
};

const PROXY_FROM: Readonly<Record<DoctorProxySource, string>> = {
  setting: 'the settings name it',
  policy: 'the machine policy names it',
  environment: 'HTTPS_PROXY names it',
  system: 'this system names it',
};

type Certificate = DoctorFacts['tls-ok'];

function listed(paths: readonly string[], count: number): string {
  if (paths.length === 0) return `${count}`;
  const more = count - paths.length;
  return more > 0 ? `${paths.join(', ')} and ${more} more` : paths.join(', ');
}

function counted(amount: number): string {
  return amount === 1 ? '1 item' : `${amount} items`;
}

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`;
}

const SENTENCES: DoctorWords['sentences'] = {
  'skipped-because': ({ because }) => ({ message: `First mend “${NAMES[because]}”.` }),
  'skipped-in-command': () => ({
    message: 'Only the application can look at this: Check connection… in its menu.',
  }),
  'skipped-on-system': () => ({ message: 'This system sets no limit that could be reached.' }),
  'settings-ok': ({ apiUrl, lssn }) => ({ message: `${apiUrl}, server number ${lssn}.` }),
  'policy-none': () => ({ message: 'None is set.' }),
  'policy-ok': ({ keys }) => ({ message: `It sets ${keys} ${keys === 1 ? 'value' : 'values'}.` }),
  'policy-problems': ({ problems }) => ({
    message: `Something in it cannot be used and was passed over: ${problems.join('; ')}.`,
    help: 'Tell whoever looks after this computer. Everything else in the policy holds.',
  }),
  'folder-ok': ({ folder }) => ({ message: `${folder} can be read and written.` }),
  'names-ok': ({ items, ignored, isCaseBlind }) => ({
    message: [
      `${counted(items)} can be synced.`,
      ...(ignored > 0 ? [`${ignored} temporary files of other programs are passed over.`] : []),
      ...(isCaseBlind ? ['This disk takes upper and lower case for the same name.'] : []),
    ].join(' '),
  }),
  'names-left-out': ({ paths, count }) => ({
    message: `Not everything can be synced: ${listed(paths, count)}.`,
    help: 'The popup says why under “Not synced”. Links, programs and names that do not exist on every system stay here.',
  }),
  'names-clash': ({ paths, count }) => ({
    message: `Names that differ by upper and lower case alone: ${listed(paths, count)}.`,
    help: 'Rename one of each pair: on many computers both would be the same file.',
  }),
  'disk-ok': ({ freeMiB }) => ({ message: `${size(freeMiB)} are free.` }),
  'disk-low': ({ freeMiB }) => ({
    message: `Only ${size(freeMiB)} are free.`,
    help: 'Make room soon: every version that is replaced is kept for a while.',
  }),
  'state-ok': ({ folder }) => ({ message: `${folder} can be written.` }),
  'database-ok': ({ items }) => ({
    message:
      items === 0
        ? 'It is in order; nothing has been synced yet.'
        : `It is in order and knows ${counted(items)}.`,
  }),
  'same-folder': () => ({ message: 'This is the folder that was synced before.' }),
  'first-folder': () => ({ message: 'No folder has been synced before this one.' }),
  'proxy-none': ({ why }) => ({ message: NO_PROXY[why] }),
  'proxy-used': ({ proxy, from }) => ({ message: `${proxy} is used: ${PROXY_FROM[from]}.` }),
  'proxy-passed-over': ({ dead, used }) => ({
    message: `${dead ?? 'The direct way'} does not answer, so ${used ?? 'a direct connection'} is used.`,
    help: 'Syncing works, but each attempt is slower: tell IT about the one that does not answer.',
  }),
  'dns-not-needed': ({ host }) => ({ message: `Not needed: ${host} is an address.` }),
  'dns-ok': ({ host, addresses }) => ({ message: `${host} is ${addresses.join(', ')}.` }),
  'tcp-ok': ({ host, port, ms }) => ({ message: `${host}, port ${port}, answers in ${ms} ms.` }),
  'tcp-some': ({ host, port, missed }) => ({
    message: `${host} has addresses that do not answer on port ${port}: ${missed.join(', ')}.`,
    help: 'Some attempts will be slow or fail. Often IPv6 is switched on here and leads nowhere: tell IT.',
  }),
  'tls-none': ({ host }) => ({ message: `Not needed: ${host} is on this computer.` }),
  'tls-unseen': ({ proxy }) => ({
    message: `It goes through ${proxy}; the next lines show whether it holds.`,
  }),
  'tls-ok': ({ host, issuer, until }) => ({
    message: `${host} is verified by ${issuer}, valid until ${until}.`,
  }),
  'tls-expiring': ({ host, until }) => ({
    message: `The certificate of ${host} ends on ${until}.`,
    help: 'Syncing stops then unless it is renewed: tell the GIIP administrator.',
  }),
  'tls-private': ({ issuer, until }) => ({
    message: `The certificate comes from ${issuer}, which is no public authority: your network re-signs TLS, or this GIIP has an authority of its own. Valid until ${until}.`,
    help: `Nothing to do if ${issuer} is your company's. If you do not know it, ask IT: who owns it can read the Agent Token.`,
  }),
  'tls-untrusted': ({ issuer }) => ({
    message: `The certificate comes from ${issuer}, which this computer does not trust: your network re-signs TLS, or somebody else answers. Nothing was sent.`,
    help: `If ${issuer} is your company's, ask IT for its CA file and set it (in the settings, or by NODE_EXTRA_CA_CERTS).`,
  }),
  'tls-expired': ({ host, until, issuer }: Certificate) => ({
    message: `The certificate of ${host} (from ${issuer}) ended on ${until}. Nothing was sent.`,
    help: "Check this computer's date first. If it is right, tell the GIIP administrator.",
  }),
  'tls-not-yet': ({ host, from }: Certificate) => ({
    message: `The certificate of ${host} begins only on ${from}. Nothing was sent.`,
    help: "Check this computer's date; let the network set it.",
  }),
  'tls-wrong-host': ({ host, issuer }: Certificate) => ({
    message: `What answers is not ${host}: its certificate (from ${issuer}) is for another name. Nothing was sent.`,
    help: 'Check the API URL; a proxy or a sign-in page may have answered instead of GIIP.',
  }),
  'push-ok': () => ({ message: 'Pushes get through. Nothing was sent.' }),
  'push-blocked': ({ status }) => ({
    message: `Pulls may work, but a push (HTTP PUT) is not let through: something answers with HTTP ${status} instead of GIIP.`,
    help: 'Ask IT to let PUT requests to the API host pass, or check the API URL.',
  }),
  'clock-ok': ({ seconds }) => ({ message: `${seconds} s from GIIP's.` }),
  'clock-unknown': () => ({ message: 'GIIP does not tell the time.' }),
  'clock-off': ({ seconds, isAhead }) => ({
    message: `This computer's clock is ${duration(seconds)} ${isAhead ? 'ahead of' : 'behind'} GIIP's. Certificates and times in lists are judged wrongly.`,
    help: 'Set the clock, or let the network set it.',
  }),
  'token-there': ({ place }) => ({ message: PLACES[place] }),
  'pull-ok': ({ items }) => ({ message: `GIIP answers. Items there: ${items}.` }),
  'pull-refused': () => ({ message: 'GIIP answers, and refuses the request.' }),
  'token-accepted': () => ({ message: 'GIIP accepts the Agent Token.' }),
  'lssn-ok': ({ lssn }) => ({ message: `GIIP knows server number ${lssn}.` }),
  'keyring-ok': ({ backend }) => ({ message: `Ready (${backend}).` }),
  'keyring-none': ({ backend }) => ({
    message: `There is none (${backend}): the Agent Token is not stored and must be entered after each start.`,
    help: 'Install GNOME Keyring or KWallet and sign in anew, or provide the token by OPENCLAW_SYNC_TOKEN.',
  }),
  'keyring-locked': ({ backend }) => ({
    message: `It is locked (${backend}), so the stored Agent Token cannot be read.`,
    help: 'Unlock it; syncing goes on by itself then.',
  }),
  'tray-ok': () => ({ message: 'The desktop shows the icon.' }),
  'tray-none': () => ({
    message: 'This desktop shows no tray icons, so the popup is an ordinary window.',
    help: 'Syncing works without. On GNOME the extension “AppIndicator” brings the icon.',
  }),
  'autostart-on': () => ({ message: 'It starts when you sign in.' }),
  'autostart-for-all': () => ({
    message: 'It starts when anybody signs in: the administrator has set it so.',
  }),
  'autostart-broken': ({ program }) => ({
    message: `It does not start when you sign in: the entry for it starts ${program}, which is not this program.`,
    help: 'Switch it on once more in the settings.',
  }),
  'autostart-off': () => ({ message: 'It does not start by itself, as you chose.' }),
  'autostart-overruled': () => ({
    message: 'It is set to start when you sign in, but this system has it switched off.',
    help: 'Switch it on among the system’s start-up programs, or off in the settings.',
  }),
  'watcher-ok': ({ folders, limit }) => ({
    message: `${folders} ${folders === 1 ? 'folder' : 'folders'}, ${limit} allowed.`,
  }),
  'watcher-short': ({ folders, limit }) => ({
    message: `${folders} folders are to be watched and this system allows ${limit} for all programs together: changes may be noticed late, at the next regular sync.`,
    help: 'Ask IT to raise fs.inotify.max_user_watches.',
  }),
  'success-none': () => ({ message: 'Nothing has been synced yet.' }),
  'success-fresh': ({ at }) => ({ message: `Both sides were in step at ${moment(at)}.` }),
  'success-old': ({ at, days }) => ({
    message: `The last successful sync was ${days} ${days === 1 ? 'day' : 'days'} ago (${moment(at)}).`,
    help: 'Mend what is marked above, then sync once.',
  }),
  'agreement-none': () => ({ message: 'Nothing has been synced yet.' }),
  'agreement-ok': ({ items }) => ({
    message: `What is remembered of ${counted(items)} fits the folder and GIIP.`,
  }),
  'agreement-off': ({ paths, count, isDueNow }) => ({
    message: `Folder, GIIP and what is remembered have come apart unseen: ${listed(paths, count)}.`,
    help: isDueNow
      ? 'The next sync compares everything and mends it: openclaw-sync sync.'
      : 'The running application mends it with its hourly check, or when it is started anew.',
  }),
};

/** What was looked at, how it is, what it means and what to do. */
export const doctorWords: DoctorWords = { names: NAMES, status: STATUS, sentences: SENTENCES };
