import { describe, expect, test } from 'vitest';
import { doctorNames, doctorWords } from '../../../shared/doctor-words.ts';
import { LANGUAGES } from '../../../shared/language.ts';
import { DOCTOR_CHECKS, type DoctorFacts, type DoctorFinding } from '../../../shared/model/doctor.ts';

const CERTIFICATE = { host: 'giip.test', issuer: 'Some CA', from: '2026-01-01', until: '2027-01-01' };

/** One set of facts for every finding: a new finding without an example here does not compile. */
const EXAMPLES: DoctorFacts = {
  error: { code: 'disk-full', detail: '3 MiB are free' },
  'skipped-because': { because: 'dns' },
  'skipped-in-command': {},
  'skipped-on-system': {},
  'settings-ok': { apiUrl: 'https://giip.test/api', lssn: 71 },
  'policy-none': {},
  'policy-ok': { keys: 2 },
  'policy-problems': { problems: ['lssn (policy.json): a whole number'] },
  'folder-ok': { folder: '/home/a/.openclaw' },
  'names-ok': { items: 1, ignored: 2, isCaseBlind: true },
  'names-left-out': { count: 5, paths: ['docs/a', 'docs/b'] },
  'names-clash': { count: 1, paths: ['docs/A.md'] },
  'disk-ok': { freeMiB: 900 },
  'disk-low': { freeMiB: 90 },
  'state-ok': { folder: '/home/a/state' },
  'database-ok': { items: 0 },
  'same-folder': {},
  'first-folder': {},
  'proxy-none': { why: 'loopback' },
  'proxy-used': { proxy: 'proxy.test:3128', from: 'system' },
  'proxy-passed-over': { dead: 'one.test:3128', used: 'two.test:3128' },
  'dns-not-needed': { host: '192.0.2.1' },
  'dns-ok': { host: 'giip.test', addresses: ['192.0.2.1', '2001:db8::1'] },
  'tcp-ok': { host: 'giip.test', port: 443, ms: 12 },
  'tcp-some': { host: 'giip.test', port: 443, missed: ['2001:db8::1'] },
  'tls-none': { host: '127.0.0.1' },
  'tls-unseen': { proxy: 'proxy.test:3128' },
  'tls-ok': CERTIFICATE,
  'tls-expiring': CERTIFICATE,
  'tls-private': CERTIFICATE,
  'tls-untrusted': CERTIFICATE,
  'tls-expired': CERTIFICATE,
  'tls-not-yet': CERTIFICATE,
  'tls-wrong-host': CERTIFICATE,
  'push-ok': {},
  'push-blocked': { status: 405 },
  'clock-ok': { seconds: 1 },
  'clock-unknown': {},
  'clock-off': { seconds: 600, isAhead: false },
  'token-there': { place: 'store' },
  'pull-ok': { items: 3 },
  'pull-refused': {},
  'token-accepted': {},
  'lssn-ok': { lssn: 71 },
  'keyring-ok': { backend: 'gnome_libsecret' },
  'keyring-none': { backend: 'basic_text' },
  'keyring-locked': { backend: 'kwallet6' },
  'tray-ok': {},
  'tray-none': {},
  'autostart-on': {},
  'autostart-for-all': {},
  'autostart-off': {},
  'autostart-broken': { program: '/opt/old/openclaw-sync' },
  'autostart-overruled': {},
  'watcher-ok': { folders: 1, limit: 65_536 },
  'watcher-short': { folders: 60_000, limit: 65_536 },
  'success-none': {},
  'success-fresh': { at: '2026-11-23T10:20:30.400Z' },
  'success-old': { at: '2026-11-20T10:20:30.400Z', days: 3 },
  'agreement-none': {},
  'agreement-ok': { items: 3 },
  'agreement-off': { count: 2, paths: ['docs/a.md', 'docs/b.md'], isDueNow: true },
};

const FINDINGS = Object.keys(EXAMPLES) as DoctorFinding[];

/** What is never found where all is well. */
const TO_BE_MENDED: readonly DoctorFinding[] = [
  'error',
  'policy-problems',
  'names-left-out',
  'names-clash',
  'disk-low',
  'proxy-passed-over',
  'tcp-some',
  'tls-expiring',
  'tls-private',
  'tls-untrusted',
  'tls-expired',
  'tls-not-yet',
  'tls-wrong-host',
  'push-blocked',
  'clock-off',
  'keyring-none',
  'keyring-locked',
  'tray-none',
  'autostart-overruled',
  'autostart-broken',
  'watcher-short',
  'success-old',
  'agreement-off',
];

describe.each(LANGUAGES)('the words of the doctor in %s', (language) => {
  test.each(FINDINGS)('%s is said in whole sentences', (finding) => {
    const facts = EXAMPLES[finding];
    const { message, help } = doctorWords({ finding, facts } as Parameters<typeof doctorWords>[0], language);
    for (const sentence of [message, ...(help === undefined ? [] : [help])]) {
      expect(sentence).toMatch(/[.)。）]$/u);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test.each(TO_BE_MENDED)('%s says what to do', (finding) => {
    const check = { finding, facts: EXAMPLES[finding] } as Parameters<typeof doctorWords>[0];
    expect(doctorWords(check, language).help?.length).toBeGreaterThan(10);
  });

  test('every line has a name of its own', () => {
    const names = DOCTOR_CHECKS.map((id) => doctorNames.check(id, language));
    expect(new Set(names).size).toBe(DOCTOR_CHECKS.length);
  });
});

test('long lists are counted, not told', () => {
  const facts = { count: 12, paths: ['docs/a', 'docs/b', 'docs/c'] };
  expect(doctorWords({ finding: 'names-left-out', facts }).message).toContain('docs/c and 9 more');
  expect(doctorWords({ finding: 'names-left-out', facts: { count: 12, paths: [] } }).message).toContain(
    ': 12.',
  );
});
