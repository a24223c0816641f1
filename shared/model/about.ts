/** Which program this is, and what it runs on. */
export interface About {
  readonly version: string;
  readonly parts: readonly { readonly name: string; readonly version: string }[];
}

/** A package of somebody else that ships with the application, under its licence. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** As SPDX names it. */
  readonly licence: string;
  readonly text: string;
}
