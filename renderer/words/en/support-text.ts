import { countText } from '../../count-text.ts';

/** The words of the window that makes a support bundle. */
export const supportText = {
  open: 'Create support bundle…',
  openHint: 'One file with what support asks for. You see all of it first, and nothing is sent.',
  title: 'Support bundle',
  intro:
    'What support asks for, in one ZIP file. Nothing leaves this computer: look into it, save it, and give it to your support.',
  without: 'It never holds your Agent Token or a text of your files.',
  names: 'Include file names',
  namesHint: 'Without them each file is called by a stand-in such as docs/3f9a1c07.md.',
  collecting: 'Collecting…',
  list: 'Files in the bundle',
  size: (files: number, bytes: number) =>
    `${countText.files(files)}, ${countText.bytes(bytes)} before packing.`,
  fileSize: (bytes: number, isCut: boolean) =>
    isCut ? `${countText.bytes(bytes)}, the end of it` : countText.bytes(bytes),
  textOf: (name: string) => `Text of ${name}`,
  empty: 'This file is empty.',
  save: 'Save…',
  again: 'Collect again',
  saved: (name: string) => `Saved as ${name}. Nothing was sent.`,
};

/** What a language must have of it. */
export type SupportText = typeof supportText;
