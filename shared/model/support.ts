/** One file of a support bundle, as the preview lists it. */
export interface SupportFile {
  /** Its name in the bundle, with `/`. */
  readonly name: string;
  /** Bytes as it will be written, before it is packed. */
  readonly bytes: number;
  /** Only the end of it is in the bundle: the whole would be too large. */
  readonly isCut: boolean;
}

/** A bundle that is ready to be looked at and saved; nothing has been written. */
export interface SupportPreview {
  /** Exactly this one is saved; the next preview replaces it. */
  readonly id: number;
  readonly files: readonly SupportFile[];
  /** Of all files together. */
  readonly bytes: number;
}
