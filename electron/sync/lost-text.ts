import type { ItemPath } from '../../shared/model/item.ts';

/** Thrown where a text that the database speaks of is missing or was damaged on disk; `self-check.ts` mends it. */
export class LostText extends Error {
  readonly path: ItemPath;

  constructor(path: ItemPath) {
    super(`the kept text of ${path} is lost`);
    this.name = 'LostText';
    this.path = path;
  }
}
