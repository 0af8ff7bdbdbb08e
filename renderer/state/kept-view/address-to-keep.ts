import { hashOfRoute, routeOfHash } from '../route.ts';

/**
 * Where a window that is closed on this page is opened again. Signing in may have come to its end in
 * the browser meanwhile; its page would then ask for what is done.
 */
export function addressToKeep(address: string): string {
  return routeOfHash(address).page === 'sign-in' ? hashOfRoute({ page: 'overview' }) : address;
}
