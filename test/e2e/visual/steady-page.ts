/**
 * Runs inside a page before anything of it: whatever differs from run to run says the same each time. The clock stands
 * three hours on, so that every age of this run is "3 hours ago"; dates, times of day, ports, sizes, versions are written over.
 */
export function steadyPage(): void {
  const THREE_HOURS = 3 * 60 * 60_000;
  const RULES: readonly (readonly [RegExp, string])[] = [
    [/\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?/gu, '2026-01-02'],
    [/\b\p{Lu}\p{Ll}+ \d{1,2}, \d{4}\b/gu, 'January 2, 2026'],
    [/\d{4}([년年] ?)\d{1,2}([월月] ?)\d{1,2}([일日])/gu, '2026$11$22$3'],
    [/\b\d{1,2}:\d{2}(?::\d{2})?\b/gu, '09:41'],
    // Ports.
    [/\b[3-6]\d{4}\b/gu, '38071'],
    [/(?<![\d.])(?!127\.)\d+\.\d+\.\d+(?:\.\d+)?\b/gu, '1.2.3'],
    [/\d+(?= ?(?:s\b|초|秒))/gu, '1'],
    [/\d+(?:[.,]\d+)?(?= ?(?:ms\b|밀리초|ミリ秒|毫秒))/gu, '2'],
    [/\d+(?:[.,]\d+)? ?[kKMGT]?B\b/gu, '9 KB'],
    [/\d[\d,]*( ?)(bytes|바이트|バイト|字节)/gu, '999$1$2'],
    // The support bundle's list of its own files.
    [/("bytes": )\d+/gu, '$1999'],
    [/\b[\da-f]{64}\b/gu, 'checksum'],
    // How many folders this kernel lets a person watch.
    [/\d+(?= allowed)/gu, '65536'],
  ];
  const now = Date.now.bind(Date);
  Date.now = () => now() + THREE_HOURS;
  const write = (node: Node): void => {
    const before = node.nodeValue ?? '';
    const after = RULES.reduce((text, [found, fixed]) => text.replace(found, fixed), before);
    if (after !== before) node.nodeValue = after;
  };
  const writeAll = (root: Node): void => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) write(texts.currentNode);
  };
  const watch = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'characterData') write(target);
      for (const node of addedNodes) node.nodeType === Node.TEXT_NODE ? write(node) : writeAll(node);
    }
  });
  watch.observe(document, { subtree: true, childList: true, characterData: true });
}

/** The time zone in which it is noon now: no age reaches over midnight. */
export function zoneOfNoon(now: Date): string {
  const ahead = 12 - now.getUTCHours();
  // POSIX counts the other way round.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
