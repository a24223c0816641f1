import { redactSecrets } from '../stores/redact-secrets.ts';
import { withoutHome } from '../stores/without-home.ts';

/** Takes out of a text what has no place in a bundle. */
export type Clean = (text: string) => string;

/** `https://user:password@host`, and what looks like a token behind one of the names that tokens have. */
const USER_INFO = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi;
const NAMED_TOKEN =
  /\b((?:sk|token|password|authorization|bearer)["'\\]*\s*[:= ]\s*["'\\]*)[\w+/.~-]{16,}=*/gi;

/** Secrets that are known, what looks like one, and the name of the person in the path of their home. */
export function createCleaner(secrets: readonly string[], home: string): Clean {
  return (text) => {
    const bare = redactSecrets(text, secrets)
      .replace(USER_INFO, '$1[hidden]@')
      .replace(NAMED_TOKEN, '$1[hidden]');
    return withoutHome(bare, home);
  };
}
