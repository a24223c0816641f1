import { useEffect, useState } from 'react';

/** True once this has been so for that long, and at once where it was so from the beginning: what is short does not flicker. */
export function useLasting(isSo: boolean, ms: number): boolean {
  const [hasLasted, setHasLasted] = useState(isSo);
  useEffect(() => {
    const timer = setTimeout(() => setHasLasted(isSo), isSo ? ms : 0);
    return () => clearTimeout(timer);
  }, [isSo, ms]);
  return isSo && hasLasted;
}
