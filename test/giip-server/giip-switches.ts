/** Every reading of the published page that it leaves open; all may be changed while the server runs. */
export interface GiipSwitches {
  /** The only Agent Token that is let in. */
  token: string;
  /** Known server numbers; null: every number is one. An unknown one is answered with 400. */
  lssns: readonly number[] | null;
  unauthorizedStatus: 200 | 401;
  /** Does an answer hold every document, or those that changed since the hash that was sent? */
  documents: 'full' | 'changed-only';
  /** How a section looks whose hash was the one that was sent. */
  unchanged: 'omitted' | 'null' | 'empty' | 'sent';
  /** What an answer says when one hash was sent, and that one matches. */
  oneHashMatches: 'other-section' | 'not-modified';
  hash: 'content' | 'counter' | 'time' | 'per-response';
  /** So many answers hold the data of before the latest change with the hashes of now. */
  skewedAnswers: number;
  /** After each push, so many pulls still see what was there before it. */
  staleAfterPush: number;
  rstVal: 'number' | 'string';
  data: 'Data' | 'data' | 'array-of-one';
  notModified: 'data-null' | 'data-absent' | 'http-304';
  normalise: Normaliser;
  docPath: 'as-sent' | 'backslash' | 'without-docs';
  /** `partial` stores the first half of a push and answers 500. */
  push: 'atomic' | 'partial' | 'replace-all';
  /** A larger request body is answered with 413. */
  maxBodyBytes: number;
  /** A push that holds such an item is answered with 400, and nothing of it is stored. */
  refuses: (wire: string) => boolean;
  compression: 'none' | 'gzip' | 'deflate' | 'raw-deflate' | 'br';
  byteOrderMark: boolean;
}

export type Normaliser =
  | 'none'
  | 'trim'
  | 'crlf'
  | 'lf'
  | 'strip-bom'
  | 'add-final-newline'
  | 'question-marks'
  | 'backslash-n';

/** The plainest reading of the published page. */
export const PLAIN_SWITCHES: GiipSwitches = {
  token: 'sk-test',
  lssns: null,
  unauthorizedStatus: 200,
  documents: 'full',
  unchanged: 'sent',
  oneHashMatches: 'other-section',
  hash: 'content',
  skewedAnswers: 0,
  staleAfterPush: 0,
  rstVal: 'number',
  data: 'Data',
  notModified: 'data-null',
  normalise: 'none',
  docPath: 'as-sent',
  push: 'atomic',
  maxBodyBytes: Number.POSITIVE_INFINITY,
  refuses: () => false,
  compression: 'none',
  byteOrderMark: false,
};
