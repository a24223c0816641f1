import { runWhenMain } from '../run-when-main.mjs';
import { signFeeds, signingKey } from './update-signing.mjs';

/** Signs the feeds of a folder anew, usually because a release now is for more computers than before. */
await runWhenMain(import.meta, async () => {
  const [folder, percent] = process.argv.slice(2);
  if (!folder) throw new Error('Usage: node build/release/sign-feed.mjs FOLDER [PER CENT OF THE COMPUTERS]');
  const key = signingKey(process.env.OPENCLAW_SYNC_UPDATE_KEY);
  const names = signFeeds(folder, key, percent === undefined ? undefined : Number(percent));
  process.stdout.write(`Signed: ${names.join(', ')}\n`);
});
