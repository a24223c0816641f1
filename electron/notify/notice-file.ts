import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { makePrivateFolder } from '../stores/private-files.ts';
import { replaceFile } from '../stores/replace-file.ts';
import { NOTHING_SAID, type NoticeMemory } from './judge-notices.ts';

/** Where it is kept what has been said. */
export interface NoticeKeeper {
  load(): NoticeMemory;
  save(memory: NoticeMemory): void;
}

const written = z.object({
  known: z.array(z.string()).readonly(),
  troubled: z.boolean(),
  sent: z.array(z.number()).readonly(),
});

/** A small file of ours. Without it something may be said twice, which is all that is lost. */
export function noticeFile(file: string): NoticeKeeper {
  return {
    load() {
      try {
        return written.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        return NOTHING_SAID;
      }
    },
    save(memory) {
      try {
        makePrivateFolder(dirname(file));
        replaceFile(file, `${JSON.stringify(memory)}\n`);
      } catch {
        // A full disk is told elsewhere.
      }
    },
  };
}
