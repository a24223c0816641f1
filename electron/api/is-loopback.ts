/** True for addresses that never leave this computer. The URL parser has already normalised spellings such as `127.1`. */
export function isLoopback(url: URL): boolean {
  return (
    url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(url.hostname)
  );
}
