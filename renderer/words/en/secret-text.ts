import { countText } from '../../count-text.ts';

const { files } = countText;

/** The words about items that are held for a key or password in them. */
export const secretText = {
  title: (amount: number) =>
    amount === 1 ? 'A secret is not sent' : `Secrets in ${files(amount)} are not sent`,
  body: 'This looks like a key or password that GIIP does not have yet. Once it is sent, everybody who can read this server on GIIP can read it. Everything else goes on.',
  keep: 'Keep on this computer',
  once: 'Send once',
  always: 'Always for this',
  keepAll: (amount: number) => `Keep all ${amount} on this computer`,
  showAll: (amount: number) => `Show all ${amount}`,
  ask: 'Ask me again',
  section: 'Secrets',
  gate: 'Look for keys and passwords before sending',
  gateHint: 'A file that seems to hold one is held until you have looked; everything else goes on.',
};

/** What a language must have of it. */
export type SecretText = typeof secretText;
