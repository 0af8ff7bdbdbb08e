import { useSyncExternalStore } from 'react';
import { hashOfRoute, type Route, routeOfHash } from './route.ts';

/** The page of the moment. It lives in the address, so the main process can open any of them. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return routeOfHash(hash);
}

export function navigate(route: Route): void {
  window.location.hash = hashOfRoute(route);
}

/** Turns the page without a step for "back", as while somebody types what to search for. */
export function replaceRoute(route: Route): void {
  window.location.replace(hashOfRoute(route));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
