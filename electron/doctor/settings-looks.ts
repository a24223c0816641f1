import type { DoctorLook } from './check.ts';
import { found } from './finding.ts';

/** What is needed at all: an API URL, a server number, a folder. */
export const settingsLook: DoctorLook = {
  id: 'settings',
  needs: [],
  look({ subject }) {
    if (!subject.ok) return found.error(subject.error);
    const { apiUrl, lssn } = subject.value.connection;
    return { found: found.ok('settings-ok', { apiUrl, lssn }), keep: { subject: subject.value } };
  },
};

/** What the machine's policy sets, and what it got wrong. */
export const policyLook: DoctorLook = {
  id: 'policy',
  needs: [],
  look({ policy }) {
    const keys = Object.keys(policy.managed).length;
    if (policy.problems.length > 0)
      return found.warning('policy-problems', {
        problems: policy.problems.map(({ key, source, expected }) => `${key} (${source}): ${expected}`),
      });
    return keys === 0 ? found.ok('policy-none', {}) : found.ok('policy-ok', { keys });
  },
};
