// Who may drive the chain: programs, which send no Origin, and pages served from this machine.
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

export function isTrustedOrigin(origin: string | undefined): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return LOCAL.includes(hostname) || hostname.endsWith('.localhost');
}
