import type { Session } from '../../../../../electron/session/session.ts';
import type { SessionKeeper } from '../../../../../electron/session/session-keeper.ts';
import type { SignInResult } from '../../../../../electron/session/session-sign-in.ts';
import type { SignInOrder } from '../../../../../electron/session/sign-in-order.ts';
import type { SessionState } from '../../../../../shared/session-state.ts';

/** The state of this kind, as soon as the session is in it. */
export function stateOf<K extends SessionState['kind']>(
  session: Pick<Session, 'state' | 'stateChanged'>,
  kind: K,
): Promise<Extract<SessionState, { kind: K }>> {
  const isIt = (state: SessionState): state is Extract<SessionState, { kind: K }> =>
    state.kind === kind;
  const { state } = session;
  if (isIt(state)) {
    return Promise.resolve(state);
  }
  return new Promise((resolve) => {
    const unsubscribe = session.stateChanged.subscribe((next) => {
      if (isIt(next)) {
        unsubscribe();
        resolve(next);
      }
    });
  });
}

/** The address to which Spotify's page at `pageUrl` would send the browser. */
export function callbackAddress(
  pageUrl: string | null,
  parameters: Record<string, string>,
): string {
  const page = new URL(pageUrl ?? '');
  const address = new URL(page.searchParams.get('redirect_uri') ?? '');
  address.search = new URLSearchParams({
    ...parameters,
    state: page.searchParams.get('state') ?? '',
  }).toString();
  return address.href;
}

/** Signs in by a pasted address, as far as the code; the result is told by the promise within. */
export async function pasteCode(
  keeper: SessionKeeper,
  order: SignInOrder = { way: 'pasted', secret: null },
): Promise<{ readonly result: Promise<SignInResult> }> {
  const result = keeper.signIn(order);
  const { pageUrl } = await stateOf(keeper, 'authorizing');
  keeper.giveCallbackAddress(callbackAddress(pageUrl, { code: 'the-code' }));
  return { result };
}
