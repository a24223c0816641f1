/** Something that must be given back; the last one taken goes first. */
export type Release = () => void | Promise<void>;

/** All of them, whatever one of them meets: a lock that is kept because a disk is full would stop everybody. */
export async function releaseAll(releases: readonly Release[]): Promise<void> {
  const failures: unknown[] = [];
  for (const release of [...releases].reverse())
    await Promise.resolve()
      .then(release)
      .catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
