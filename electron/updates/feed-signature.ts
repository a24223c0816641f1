import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** The public half of the publisher's Ed25519 key in PEM, or null when it is something else. */
export function feedKey(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/**
 * Whether the publisher signed exactly this feed. The hash of a package in the feed comes from the same server as the
 * package: without this, whoever holds the server holds every computer that asks it.
 */
export function isSignedFeed(feed: string, signature: string, key: KeyObject): boolean {
  const bytes = Buffer.from(signature.trim(), 'base64');
  return bytes.length === ED25519_BYTES && verify(null, Buffer.from(feed), key, bytes);
}

const ED25519_BYTES = 64;
