import type { PolicyFault, PolicyProblem } from '../model/policy.ts';
import { CHOICES, type PolicyKey, type PolicyKeySchema, policyKeySchema } from './policy-schema.ts';

const FORMATS = {
  apiUrl: 'an https address without user name, question mark and #; http to this computer only',
  httpsUrl: 'an https address without user name, question mark and #',
  proxy: 'system, direct, or the address of a proxy without user name and password',
  folder: 'the whole path of a folder; it may begin with ~ and hold %NAME% of variables that are set',
  file: 'the whole path of a file',
} as const;

function wordsFor(schema: PolicyKeySchema): string {
  switch (schema.type) {
    case 'choice':
      return `one of ${CHOICES.join(', ')}`;
    case 'oneOf':
      return `one of ${schema.values.join(', ')}`;
    case 'integer':
      return `a whole number from ${schema.minimum} to ${schema.maximum}`;
    case 'text':
      return FORMATS[schema.format];
    case 'command':
      return 'a list of texts: the whole path of a program, then its arguments';
  }
}

/** What a key may be, for people. */
export function expectedWords(key: PolicyKey): string {
  return wordsFor(policyKeySchema(key));
}

const SENTENCES: Readonly<Record<PolicyFault, (problem: PolicyProblem) => string>> = {
  value: ({ key, source, expected }) => `${key} in ${source} is not used: it must be ${expected}.`,
  unknown: ({ key, source }) => `${key} in ${source} is not a key of the policy; it is not used.`,
  unreadable: ({ source, expected }) => `${source} is not used: ${expected}.`,
  untrusted: ({ source, expected }) => `${source} is not used: ${expected}.`,
};

/** One problem of the policy as a sentence. */
export function problemWords(problem: PolicyProblem): string {
  return SENTENCES[problem.fault](problem);
}
