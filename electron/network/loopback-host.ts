/**
 * Whether a host name as `URL` gives it is this machine: loopback addresses (RFC 1122 §3.2.1.3,
 * RFC 4291 §2.5.3) and their name (RFC 6761 §6.3).
 */
export function isLoopbackHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
  );
}
