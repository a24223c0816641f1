import { hash } from 'node:crypto';
import type { ContentId } from '../sync/ports.ts';

/** SHA-256 in hex of the UTF-8 form of a text. */
export function contentId(text: string): ContentId {
  return hash('sha256', text, 'hex');
}
