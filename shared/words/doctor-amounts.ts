/** Free space as every language writes it: "812 MB", "71 GB". */
export function size(mebibytes: number): string {
  return mebibytes < 1024 ? `${mebibytes} MB` : `${Math.floor(mebibytes / 1024)} GB`;
}

/** An ISO time that reads the same everywhere, since reports are handed on: "2026-11-23 17:30 UTC". */
export function moment(at: string): string {
  return at.replace('T', ' ').replace(/:\d\d\.\d+Z$/, ' UTC');
}
