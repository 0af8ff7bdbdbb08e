import { agreeInSampleBrowser } from '../../../../../electron/sample-service/authorize-like-a-browser.ts';
import { visit } from './http-visit.ts';

/** A browser whose user agrees. */
export async function agree(url: URL): Promise<boolean> {
  await agreeInSampleBrowser(url.href);
  return true;
}

/** A browser whose user closes the tab. */
export async function closeTab(): Promise<boolean> {
  return true;
}

/** A browser whose user says no. */
export async function refuse(url: URL): Promise<boolean> {
  const callback = callbackOf(url);
  callback.searchParams.set('error', 'access_denied');
  callback.searchParams.set('state', url.searchParams.get('state') ?? '');
  await visit(callback);
  return true;
}

/** The redirect URI that an authorize address names. */
export function callbackOf(url: URL): URL {
  return new URL(url.searchParams.get('redirect_uri') ?? '');
}
